//go:build js && wasm

package main

import (
	"math"
	"syscall/js"
	"time"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// everyWhile is how often the address follows a slider on the move, after its first movement. A change of the address
// takes as long as the frame that it comes with, and one that is held still comes to rest sooner. It is less than the
// pause that parts two changes by the keyboard.
const everyWhile = 700 * time.Millisecond

// address keeps the browser's address bar and the page's link the same, and its history and the page's steps.
type address struct {
	host    js.Value
	page    *page.Page
	written string    // the link in the address bar, or that of the page as it was opened
	step    int       // that it is of
	at      time.Time // when the movement under way was last followed

	ends    func() (first, last day.Day) // of the large chart
	drawing bool                         // the charts are being drawn
	zoom    [2]day.Day                   // that they show; equal days for all
}

// newAddress opens the link in the address bar, over the one that the page was built with.
func newAddress(host js.Value, env vugu.EventEnv, page *page.Page) *address {
	a := &address{host: host, page: page}
	start, location := stringOf(host.Get("start")), js.Global().Get("location")
	for opened := ""; ; { // the reader may go to another link while the figures of this one are on their way
		href := location.Get("href").String()
		if href == opened {
			break
		}
		opened = href
		l := link.Read(href, start, page.Snapshots)
		if start != "" || l.Found || len(l.Faults) > 0 {
			page.Take(l)
		}
		a.written = ""
		if !l.Loose || len(l.Faults) > 0 { // else the reader's copy shall be whole, without what others appended
			a.written, _ = page.Link()
		}
	}
	page.Note(a.hold())
	// The reader edits the address, or follows a link to this page with another fragment.
	host.Set("open", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if l := link.Read(args[0].String(), start, page.Snapshots); l.Found {
			env.Lock()
			defer env.UnlockRender()
			page.Take(l)
			a.written = "" // what stands before the fragment may be another scenario
		}
		return nil
	}))
	// The section that explores asks which picture is on show.
	host.Set("request", js.FuncOf(func(js.Value, []js.Value) any {
		return requestObject(page.Request())
	}))
	// The browser goes back or forth to the entry of a step.
	host.Set("walked", js.FuncOf(func(_ js.Value, args []js.Value) any {
		env.Lock()
		defer env.UnlockRender()
		return page.GoTo(args[0].Int())
	}))
	// The reader undoes, or does again.
	host.Set("undo", js.FuncOf(func(_ js.Value, args []js.Value) any {
		env.Lock()
		defer env.UnlockRender()
		if args[0].Bool() {
			page.Redo()
		} else {
			page.Undo()
		}
		return nil
	}))
	// The reader moves a slider.
	host.Set("slid", js.FuncOf(func(_ js.Value, args []js.Value) any {
		env.Lock()
		defer env.UnlockRender()
		page.SlideNamed(args[0].String(), args[1].String())
		return nil
	}))
	// The reader enters or leaves a field, or presses Enter.
	host.Set("entered", js.FuncOf(func(js.Value, []js.Value) any {
		page.Entered()
		return nil
	}))
	host.Set("rescale", js.FuncOf(func(js.Value, []js.Value) any {
		env.Lock()
		defer env.UnlockRender()
		page.Rescale()
		return nil
	}))
	// The reader zooms.
	host.Set("zoomed", js.FuncOf(func(_ js.Value, args []js.Value) any {
		from, to := args[0].Float(), args[1].Float()
		a.zoom = [2]day.Day{day.Day(math.Ceil(from / 86400)), day.Day(math.Floor(to / 86400))}
		if a.drawing || a.zoom == a.within(page.Zoom) { // new days on the axis; the reader's choice comes back after it
			return nil
		}
		env.Lock()
		defer env.UnlockRender()
		page.ZoomTo(a.zoom)
		return nil
	}))
	return a
}

// draw calls the function that draws, and then shows the days that the reader or the link chose.
func (a *address) draw(draw func() error) error {
	a.drawing = true
	err := draw()
	a.drawing = false
	if z := a.within(a.page.Zoom); z != a.zoom {
		a.host.Call("zoom", z[0].Unix(), z[1].Unix())
	}
	return err
}

// within is how the charts show a part of the days: as far as they have them, and all of them as a part of none.
func (a *address) within(zoom [2]day.Day) (out [2]day.Day) {
	first, last := a.ends()
	if from, to := max(zoom[0], first), min(zoom[1], last); from < to && (from > first || to < last) {
		out = [2]day.Day{from, to}
	}
	return out
}

// hold is what the reader holds: the pointer, or nothing.
func (a *address) hold() page.Hold {
	return page.Hold{Turn: a.host.Get("turns").Int(), Pressed: a.host.Get("pressed").Bool(),
		At: float64(time.Since(started).Microseconds()) / 1e3}
}

// note takes note of a change as a step; while a slider moves, now and then.
func (a *address) note(moving bool) {
	if !moving || time.Since(a.at) >= everyWhile {
		a.page.Note(a.hold())
	}
}

// follow writes the page's link to the address bar if it changed, and reports that; while a slider moves, now and then.
func (a *address) follow(moving bool) bool {
	if a.page.Loading != "" || moving && time.Since(a.at) < everyWhile {
		return false
	}
	a.at = time.Time{}
	if moving {
		a.at = time.Now()
	}
	query, _ := a.page.Link()
	step := a.page.Step()
	if query == a.written && step == a.step {
		return false
	}
	a.written, a.step = query, step
	a.host.Call("address", query, step)
	return true
}
