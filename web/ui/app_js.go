//go:build js && wasm

package ui

import (
	"encoding/json"
	"fmt"
	"slices"
	"syscall/js"
	"unsafe"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Screen draws the app's charts in the browser.
type Screen struct {
	host    js.Value // window.gasburden
	buffers map[string]js.Value
	sent    page.Sent
	past    map[string]*page.Lead // that the charts have, by id
	said    map[string]string     // by Follow since the last render, by id
	folded  map[string]bool       // which parts of the page were open when it was last rendered
}

// NewScreen is the screen of the page's own window.
func NewScreen() *Screen {
	return &Screen{host: js.Global().Get("gasburden"), buffers: map[string]js.Value{}, sent: page.Sent{},
		past: map[string]*page.Lead{}, folded: map[string]bool{},
		said: map[string]string{}}
}

// Draw hands all charts their numbers.
func (s *Screen) Draw(a *App) error {
	for _, plot := range a.Picture.Charts {
		if plot.Absent {
			continue // its home is hidden
		}
		spec, err := s.sent.Message(plot)
		if err != nil {
			return fmt.Errorf("ui: spec of chart %s: %w", plot.ID, err)
		}
		buffer := bytesOf(plot.Data, s.buffers[plot.ID])
		s.buffers[plot.ID] = buffer
		past := js.Undefined()
		if plot.Lead != nil && plot.Lead != s.past[plot.ID] {
			past = bytesOf(slices.Concat(plot.Lead.Values...), js.Undefined())
			s.past[plot.ID] = plot.Lead
		}
		s.host.Call("draw", plot.ID, spec, buffer, plot.Rows, plot.Limit, past)
	}
	return nil
}

// bytesOf copies numbers to a buffer of JavaScript: the one that is given, if it has their size.
func bytesOf(data []float64, buffer js.Value) js.Value {
	size := 8 * len(data)
	if buffer.IsUndefined() || buffer.Length() != size {
		buffer = js.Global().Get("Uint8Array").New(size)
	}
	js.CopyBytesToJS(buffer, unsafe.Slice((*byte)(unsafe.Pointer(&data[0])), size))
	return buffer
}

// Rendered is called after the whole page was rendered.
func (s *Screen) Rendered() { clear(s.said) }

// Follow updates what the reader watches while a slider moves, where it has changed since the last frame: the
// sentences, the tiles and the number fields. A render, which rewrites the whole page, waits until the slider rests.
func (s *Screen) Follow(a *App) error {
	p := a.Picture
	var news []string // element, property and text, one after another
	say := func(id, property, text string) {
		if before, ok := s.said[id]; ok && before == text {
			return
		}
		s.said[id] = text
		news = append(news, id, property, words.Unbroken(text))
	}
	say("headline", "innerHTML", p.Headline)
	say("change", "textContent", p.Change)
	say("mini", "innerHTML", p.Brief)
	say("material", "innerHTML", p.Material)
	say("sums-said", "innerHTML", p.Material)
	say("sums-answer", "textContent", p.Form.SumsAnswer)
	say("fills", "innerHTML", p.Fills)
	for i, f := range p.Filled {
		for _, beside := range [...]string{page.Hero, page.Blocks} {
			say(page.FilledID(beside, i), "textContent", f.Value)
		}
	}
	for i, tile := range p.Tiles {
		say(page.TileID(i), "textContent", tile.Value)
	}
	if p.Split != nil {
		for i := range p.Split.Rows {
			for k, value := range p.Split.Rows[i].Values {
				say(page.SplitID(i, k), "textContent", value)
			}
		}
	}
	follow := func(fields []page.Field) {
		for i := range fields {
			if f := &fields[i]; !f.Hidden {
				news = append(news, "input-"+f.Name, "value", f.Text, "range-"+f.Name, "style", f.Marks,
					"reset-"+f.Name, "textContent", f.Back, "reset-"+f.Name, "data-shown", words.Flag(f.Back != ""))
			}
		}
	}
	follow(p.Form.Rates)
	for i := range p.Form.Groups {
		follow(p.Form.Groups[i].Sliders)
	}
	if len(news) == 0 {
		return nil
	}
	told, err := json.Marshal(news)
	s.host.Call("tell", string(told)) // one call: each costs more than what is done in the page
	return err
}
