//go:build js && wasm

package ui

import (
	"encoding/json"
	"syscall/js"
	"unsafe"

	"github.com/gasburden/gasburden/web/ask"
	vjs "github.com/vugu/vugu/js"
)

// explore.js has come before anything of the section is shown.

// watch looks when a question comes into sight.
func watch(el vjs.Value, question string) {
	js.Global().Get("gasburden").Call("watchQuestion", js.Value(el), question)
}

// empty empties the element of an answer, or of a chain of steps, and remembers where the reader was in it.
func empty(el vjs.Value) { js.Global().Get("gasburden").Call("emptyAnswer", js.Value(el)) }

// furnish draws an answer's charts, and brings the reader back to where the last answer had the focus.
func furnish(el vjs.Value, charts []ask.Chart) {
	for i := range charts {
		c := &charts[i]
		spec, err := json.Marshal(c.Spec)
		if err != nil {
			panic("ui: " + err.Error())
		}
		data, rows := c.Data()
		bytes := js.Global().Get("Uint8Array").New(8 * len(data))
		js.CopyBytesToJS(bytes, unsafe.Slice((*byte)(unsafe.Pointer(&data[0])), 8*len(data)))
		js.Global().Get("gasburden").Call("mount", c.ID, js.Value(el).Call("querySelector", `[data-chart="`+c.ID+`"]`))
		js.Global().Get("gasburden").Call("draw", c.ID, string(spec), bytes, rows, c.Limit)
	}
	js.Global().Get("gasburden").Call("fillAnswer", js.Value(el))
}

// openSteps opens or closes the dialog.
func openSteps(el vjs.Value, open bool, day string) {
	js.Global().Get("gasburden").Call("openSteps", js.Value(el), open, day)
}

// unfoldGroups leaves the groups of a chain as the reader left them in the last one; what is open in a first one stays.
func unfoldGroups(el vjs.Value, first bool) {
	js.Global().Get("gasburden").Call("fillAnswer", js.Value(el), first)
}
