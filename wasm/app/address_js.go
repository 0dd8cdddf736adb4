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

// everyWhile is how often the address follows a slider on the move: browsers allow some 100 changes in
// half a minute.
const everyWhile = 400 * time.Millisecond

// address keeps the browser's address bar and the page's link the same.
type address struct {
	host    js.Value
	page    *page.Page
	written string // the link in the address bar, or that of the page as it was opened
	at      time.Time

	drawing, lost bool // the charts are being drawn; they forgot the zoom in it
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
	a.lost = true // nothing is drawn yet
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
	host.Set("rescale", js.FuncOf(func(js.Value, []js.Value) any {
		env.Lock()
		defer env.UnlockRender()
		page.Rescale()
		return nil
	}))
	// The reader zooms. Nothing but the address depends on it.
	host.Set("zoomed", js.FuncOf(func(_ js.Value, args []js.Value) any {
		from, to := args[0].Float(), args[1].Float()
		zoom := [2]day.Day{day.Day(math.Ceil(from / 86400)), day.Day(math.Floor(to / 86400))}
		switch {
		case a.drawing: // new days on the axis; the reader's choice comes back after it
			a.lost = zoom != page.Zoom
		case zoom != page.Zoom:
			page.Zoom = zoom
			a.follow(false)
		}
		return nil
	}))
	return a
}

// draw calls the function that draws, and then shows the days that the reader or the link chose.
func (a *address) draw(draw func() error) error {
	a.drawing = true
	err := draw()
	a.drawing = false
	if z := a.page.Zoom; a.lost && z[0] != z[1] {
		a.host.Call("zoom", z[0].Unix(), z[1].Unix())
	}
	a.lost = false
	return err
}

// follow writes the page's link to the address bar if it changed, and reports that; while a slider moves, now and then.
func (a *address) follow(moving bool) bool {
	if a.page.Loading != "" || moving && time.Since(a.at) < everyWhile {
		return false
	}
	query, _ := a.page.Link()
	if query == a.written {
		return false
	}
	a.written, a.at = query, time.Now()
	a.host.Call("address", query)
	return true
}
