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

// A finger is where one touches the window, px.
type finger struct{ X, Y float64 }

// byTouch makes the browser one of a screen that is touched.
func (p *tab) byTouch() {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetTouchEmulationEnabled,
			emulation.SetTouchEmulationEnabledParams{Enabled: true})
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

// Who presses on a number and types means that number, not its digits among those that stood there.
func TestPressedNumberIsTypedOver(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1440, 900, false)
	const field = "raw_onboarding_pib"
	p.click("#input-" + field)
	p.press("5")
	if got := p.value(field); got != "5" {
		t.Fatalf("pressed and typed over by 5 it is %q", got)
	}
	p.click("#input-" + field) // sets the caret
	if selected := js[int](p, `(id) => { const e = document.getElementById('input-' + id);
		return e.selectionEnd - e.selectionStart; }`, field); selected != 0 {
		t.Errorf("a second press selects %d characters", selected)
	}
}
