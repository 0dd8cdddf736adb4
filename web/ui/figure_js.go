//go:build js && wasm

package ui

import (
	"syscall/js"

	vjs "github.com/vugu/vugu/js"
)

// mount hands the chart's home to charts.js. It is called on every render.
func (c *Figure) mount(el vjs.Value) {
	if js.Value(c.home).Equal(js.Value(el)) {
		return
	}
	c.home = el
	js.Global().Get("gasburden").Call("mount", c.Plot.ID, js.Value(el))
}
