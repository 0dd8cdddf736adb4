//go:build js && wasm

package ui

import (
	"fmt"
	"github.com/gasburden/gasburden/web/page"
	"slices"
	"syscall/js"
	"unsafe"
)

// Screen draws the app's charts in the browser.
type Screen struct {
	host    js.Value // window.gasburden
	buffers map[string]js.Value
}

// NewScreen is the screen of the page's own window.
func NewScreen() *Screen {
	return &Screen{host: js.Global().Get("gasburden"), buffers: map[string]js.Value{}}
}

// Draw hands all charts their numbers.
func (s *Screen) Draw(a *App) error {
	for _, plot := range a.Plots {
		spec, err := plot.Message()
		if err != nil {
			return fmt.Errorf("web: spec of chart %s: %w", plot.ID, err)
		}
		size := 8 * len(plot.Data)
		buffer, ok := s.buffers[plot.ID]
		if !ok || buffer.Length() != size {
			buffer = js.Global().Get("Uint8Array").New(size)
			s.buffers[plot.ID] = buffer
		}
		js.CopyBytesToJS(buffer, unsafe.Slice((*byte)(unsafe.Pointer(&plot.Data[0])), size))
		s.host.Call("draw", plot.ID, spec, buffer, plot.Rows, plot.Limit)
	}
	return nil
}

// Follow updates what the reader watches while a slider moves: the sentences, the tiles and the
// number fields. A render, which rewrites the whole page, waits until the slider rests.
func (s *Screen) Follow(a *App) {
	document := js.Global().Get("document")
	p := a.Page
	document.Call("getElementById", "headline").Set("innerHTML", p.Headline())
	if mini := document.Call("getElementById", "mini"); mini.Truthy() { // an embedded chart has none
		mini.Set("innerHTML", p.Headline())
	}
	document.Call("getElementById", "material").Set("innerHTML", p.Material())
	for i, tile := range p.Tiles() {
		if value := document.Call("getElementById", page.TileID(i)); value.Truthy() { // an embedded chart has none
			value.Set("textContent", tile.Value)
		}
	}
	for _, slider := range slices.Concat(p.Sliders, p.Rates[:p.RateCount]) {
		field := document.Call("getElementById", "input-"+slider.Name)
		if field.Truthy() && field.Get("value").String() != slider.Raw {
			field.Set("value", slider.Raw)
			document.Call("getElementById", "range-"+slider.Name).Set("style", slider.DefaultMark())
		}
	}
}
