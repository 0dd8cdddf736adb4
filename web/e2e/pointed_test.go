package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// mouse sends one event of the mouse at a place in the window.
func (p *tab) mouse(event input.DispatchMouseEventParams) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchMouseEvent, event)
		return err
	})))
}

// shakyClick presses at a place and releases some pixels to the right of it.
func (p *tab) shakyClick(x, y, shake float64) {
	p.Helper()
	p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseMoved, X: x, Y: y})
	p.mouse(input.DispatchMouseEventParams{Type: chromedp.MousePressed, X: x, Y: y, Button: input.MouseButtonLeft,
		ClickCount: 1})
	if shake > 0 {
		p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseMoved, X: x + shake, Y: y,
			Button: input.MouseButtonLeft, Buttons: 1})
	}
	p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseReleased, X: x + shake, Y: y,
		Button: input.MouseButtonLeft, ClickCount: 1})
}

// spot is a point of a chart's plot: in its middle brought into view, a share of its width and a curve's height there.
type spot struct {
	X, Y  float64
	Day   string
	Label string // of the curve
	Text  string // of the curve's value, as the chart's table has it
}

// spotOn finds the point of a chart at an entry from the left, or from the right where it is negative, on the curve of
// a column, which may not have a value there.
func (p *tab) spotOn(chart string, entry, column int) spot {
	p.Helper()
	return js[spot](p, `(id, i, k) => {
		const u = gasburden.charts[id];
		u.over.scrollIntoView({block: 'center'});
		const r = u.over.getBoundingClientRect(), at = i < 0 ? u.data[0].length + i : i, v = u.data[k][at];
		return {
			X: Math.min(r.right - 0.5, Math.max(r.left + 0.5, r.left + u.valToPos(u.data[0][at], 'x'))),
				Y: r.top + (Number.isNaN(v) ? r.height / 2 : u.valToPos(v, 'y')),
			Day: new Date(u.data[0][at] * 1e3).toISOString().slice(0, 10), Label: u.series[k].label,
			Text: Number.isNaN(v) ? '' : String(v),
		};
	}`, chart, entry, column)
}

// explanation is what the open dialog says: its day, and the curve that was pointed at.
func (p *tab) explanation() (day, pointed string, marked int) {
	p.Helper()
	if p.count("dialog.steps .error") != 0 {
		p.Fatal(p.text("dialog.steps .error"))
	}
	day, pointed = eval[string](p, `document.getElementById('steps-on').value`), p.text("#steps-pointed")
	marked = p.count("dialog.steps [aria-current]")
	p.click("dialog.steps [data-close]")
	return day, pointed, marked
}

// A click on a chart explains the day and the curve under the mouse, on the first and the last day too, and with a hand
// that shakes; the button explains the day that it names, by touch and by keyboard.
func TestExplainWhatIsPointedAt(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&rates=0.3,0.9,0.6&adoption=constant&share=0.5", 1280, 900, false)
	all := js[int](p, `() => gasburden.charts.hero.data[0].length`)
	for _, c := range []struct {
		chart         string
		entry, column int
		shake         float64
	}{
		{"hero", 400, 2, 0}, {"hero", 400, 4, 0}, {"hero", all / 2, 6, 2}, {"hero", 0, 1, 0}, {"hero", -1, 2, 0},
		{"hero", -1, 5, 0},
		{"hero", 1, 1, 0}, {"gas", 31, 2, 0}, {"gas", 700, 4, 0}, {"gas", 700, 2, 0}, {"gas", 29, 1, 2},
		{"deal", -1, 3, 0}, {"ratio", 600, 1, 0}, {"outflow", -2, 2, 0},
	} {
		at := p.spotOn(c.chart, c.entry, c.column)
		p.explained(func() { p.shakyClick(at.X, at.Y, c.shake) })
		where := fmt.Sprintf("%s, entry %d, column %d", c.chart, c.entry, c.column)
		day, pointed, marked := p.explanation()
		// A pixel is some days wide, and the mouse knows whole pixels; a hand that shakes moves on by some more.
		pixel := js[float64](p, `(id) => gasburden.charts[id].data[0].length / gasburden.charts[id].over.clientWidth`,
			c.chart)
		days := js[[]float64](p, `(a, b) => [a, b].map((d) => Date.parse(d) / 864e5)`, at.Day, day)
		if off := days[1] - days[0]; off < -pixel-1 || off > (1+c.shake)*pixel+1 || (c.entry == 0 || c.entry == -1) &&
			off != 0 {
			t.Errorf("%s: explains %s, the mouse was on %s", where, day, at.Day)
		}
		// before, all FIL+ rates have one history
		if at.Text != "" && c.entry > 31 && !strings.Contains(pointed, ", "+at.Label+": ") {
			t.Errorf("%s: explains %q, the mouse was on %q", where, pointed, at.Label)
		}
		if marked != 1 && at.Text != "" {
			t.Errorf("%s: %d steps are marked", where, marked)
		}
		if zoomed := p.count(".zoom-out"); zoomed != 0 {
			t.Fatalf("%s: the click zoomed", where)
		}
	}

	// The same after the rate of the dialog was another, and with a rate chosen in it.
	at := p.spotOn("hero", 500, 1)
	p.explained(func() { p.shakyClick(at.X, at.Y, 0) })
	p.explained(func() { p.pickOption("#steps-rate", "2") })
	if _, pointed, _ := p.explanation(); !strings.Contains(pointed, "90 % status quo") {
		t.Errorf("with the second rate it explains %q", pointed)
	}
	at = p.spotOn("hero", 500, 3)
	p.explained(func() { p.shakyClick(at.X, at.Y, 0) })
	if _, pointed, _ := p.explanation(); !strings.Contains(pointed, "60 % status quo") {
		t.Errorf("a click on 60 %% explains %q", pointed)
	}

	// By the keyboard the cursor stays while the focus goes to the button, which explains the day that it names.
	js[bool](p, `() => (document.querySelector('#chart-hero .u-over').focus(), true)`)
	p.press(kb.Home)
	p.press(kb.PageUp)
	first := js[string](p, `() => new Date(gasburden.charts.hero.data[0][30] * 1e3).toISOString().slice(0, 10)`)
	for range 5 {
		if p.press("\t"); eval[bool](p, `document.activeElement.matches('#chart-hero .explain')`) {
			break
		}
	}
	p.explained(func() { p.press("\r") })
	if day, _, _ := p.explanation(); day != first {
		t.Errorf("the button explains %s, the cursor stands on %s", day, first)
	}
}

// A finger that chose a day and then presses the button gets that day, though the press takes the focus from the chart.
func TestExplainByTouch(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 390, 800, false)
	p.byTouch()
	at := p.spotOn("hero", 200, 1)
	p.stroke(finger{at.X, at.Y})
	p.settle() // the browser makes a click of a touch later than it says that the touch has ended
	said := p.text("#chart-hero .explain")
	button := js[[]float64](p,
		`() => { const r = document.querySelector('#chart-hero .explain').getBoundingClientRect();
			return [r.left + r.width / 2, r.top + r.height / 2, innerHeight]; }`)
	if button[1] > button[2] {
		t.Fatalf("the button is out of sight at %v", button)
	}
	rest := js[string](p, `() => new Date(gasburden.charts.hero.data[0][365] * 1e3).toISOString().slice(0, 10)`)
	p.explained(func() { p.stroke(finger{button[0], button[1]}) })
	day, _, _ := p.explanation()
	named := js[string](p, `(said) => new Date(said.replace(/^Explain /, '') + ' UTC').toISOString().slice(0, 10)`,
		said)
	if day != named || day == rest {
		t.Errorf("the button said %q, and explains %s", said, day)
	}
}

// A pinned run is another scenario: a click on its curve explains that scenario's numbers, not those of the present
// one.
func TestExplainAPinnedRun(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.5", 1280, 900, false)
	p.click("#pin")
	p.waitFor("the pinned run", `gasburden.charts.hero.series.length > 10 && !document.getElementById('pinned').hidden`)
	p.pasteInput("base_fee_nanofil", "1")
	p.waitQuery("fee=1")
	p.settle()
	n := js[int](p, `() => gasburden.charts.hero.series.length - 2`) // the last two columns are the pinned run's
	at := p.spotOn("hero", 600, n)
	p.explained(func() { p.shakyClick(at.X, at.Y, 0) })
	fee := js[[]string](p, `() => Array.from(document.querySelectorAll('dialog.steps [data-step=gas-fil] tr'),
		(e) => e.textContent.replaceAll('\u00a0', ' '))`)
	if !strings.Contains(strings.Join(fee, "\n"), "0.5 nanoFIL") {
		t.Errorf("the steps of the pinned run have %q", fee)
	}
	// The value in the dialog is that on the chart.
	day, pointed, _ := p.explanation()
	under := js[float64](p, `(k, day) => { const {data} = gasburden.charts.hero;
		return data[k][data[0].indexOf(Date.parse(day) / 1e3)]; }`, n, day)
	near(t, "the pinned curve", leading(pointed[strings.LastIndex(pointed, ": ")+2:]), under, 5e-4) // in four digits
}
