package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// touchScreen makes the tab one of a phone, whose pointer is a finger.
func (p *tab) touchScreen(width, height int64) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: width, Height: height, DeviceScaleFactor: 2, Mobile: true,
		})
		return err
	})))
	p.byTouch()
	p.waitFor("the pointer to be a finger", `matchMedia('(pointer: coarse)').matches`)
}

// A finger is where one touches the window, px.
type finger struct{ X, Y float64 }

// byTouch makes the browser one of a screen that is touched.
func (p *tab) byTouch() {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetTouchEmulationEnabled,
			emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 5})
		return err
	})))
}

// stroke puts a finger down on the first point, moves it over the others, and lifts it.
func (p *tab) stroke(path ...finger) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for i, at := range path {
			kind := input.DispatchTouchEventTypeTouchMove
			if i == 0 {
				kind = input.DispatchTouchEventTypeTouchStart
			}
			if _, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{
				Type: kind, TouchPoints: []*input.TouchPoint{{X: at.X, Y: at.Y}}}); err != nil {
				return err
			}
			if i+1 < len(path) {
				time.Sleep(20 * time.Millisecond) // a hand's; what comes at once is one movement
			}
		}
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{
			Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
		return err
	})))
}

// A phone zooms into a field with letters of less than 16 px as it takes the focus, and stays there: none has.
func TestNoZoomOnFocus(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{
		"page":  "?v=1",
		"embed": "embed.html?v=1&controls=fee_rates_adoption",
	} {
		p := openPage(t, query, 390, 800, false)
		p.touchScreen(390, 800)
		if name == "page" {
			js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
			p.waitFor("the questions", `document.querySelectorAll('#explore-cards [data-question]').length === 4`)
			p.explained(func() { p.click("#chart-hero .explain") })
		}
		type field struct {
			ID   string
			Size float64
		}
		fields := js[[]field](p, `() => Array.from(document.querySelectorAll('input:not([type=range], [type=checkbox], [type=radio], [type=file]), select, textarea'),
			(e) => ({ID: e.id || e.name, Size: parseFloat(getComputedStyle(e).fontSize)}))`)
		for _, f := range fields {
			if f.Size < 16 {
				t.Errorf("%s: letters of %s are %v px", name, f.ID, f.Size)
			}
		}
		if least := map[string]int{"page": 30, "embed": 3}[name]; len(fields) < least {
			t.Errorf("%s: %d fields found", name, len(fields))
		}
		if bad := p.sideways(); len(bad) > 0 {
			t.Errorf("%s: %q", name, bad)
		}
		p.screenshot("touch-" + name)
	}
}

// A finger that moves sideways chooses a day. One that scrolls the page begins on the chart too, where that fills the
// screen, and leaves the day as it was.
func TestFingerThatScrollsChoosesNoDay(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 390, 844, false)
	p.byTouch()
	from := p.spotOn("hero", 100, 1)
	day := func() string { return p.text("#chart-hero .readout-day") }
	scrolled := func() float64 { return eval[float64](p, `scrollY`) }
	day0, top := day(), scrolled()
	var up, aside []finger
	for i := range 12 {
		up = append(up, finger{from.X, from.Y - 12*float64(i)})
		aside = append(aside, finger{from.X + 4*float64(i), from.Y})
	}
	p.stroke(up...)
	p.settle()
	if scrolled() == top || day() != day0 {
		t.Errorf("scrolled from %v to %v, the day from %s to %s", top, scrolled(), day0, day())
	}
	from = p.spotOn("hero", 100, 1)
	for i := range aside {
		aside[i].Y = from.Y
	}
	p.stroke(aside...)
	p.settle()
	if day() == day0 {
		t.Errorf("a stroke sideways leaves %s", day())
	}
}
