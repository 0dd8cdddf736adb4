package e2e

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A marked is a target as a chart of the page has drawn it.
type marked struct {
	Value float64
	Side  int // 0 on the chart, 1 above, -1 below
	Rows  []string
	Y     float64
	Box   []float64 // of the label: left, top, width, height
}

// mark waits until a chart has the target that a condition holds for, m.
func (p *tab) mark(chart, condition string) marked {
	p.Helper()
	p.waitFor("the target on "+chart+" with "+condition, fmt.Sprintf(`((m) => m && (%s))((gasburden.marked || {})[%q])`,
		condition, chart))
	m := eval[marked](p, fmt.Sprintf(`gasburden.marked[%q]`, chart))
	if m.Side == 0 {
		if share := p.ruled(chart, m.Y); share < 0.5 {
			p.Errorf("%s: only %.2f of the row at %v has the colour of a line", chart, share, m.Y)
		}
	}
	if inked := p.inked(chart, m.Box); inked < 40 {
		p.Errorf("%s: %d pixels of the label %q have the colour of text", chart, inked, m.Rows)
	}
	return m
}

// unmarked waits until a chart has no target.
func (p *tab) unmarked(chart string) {
	p.Helper()
	p.waitFor("no target on "+chart, fmt.Sprintf(`!(gasburden.marked || {})[%q]`, chart))
	if said := p.described(chart); strings.Contains(said, "target") || strings.Contains(said, "目标") {
		p.Errorf("%s is described by %q", chart, said)
	}
}

const pixels = `
	const u = gasburden.charts[id], ink = gasburden.colour('--ink').match(/\d+/g).slice(0, 3).map(Number);
	const isInk = (d, i) => d[i + 3] > 128 && ink.every((c, k) => Math.abs(c - d[i + k]) < 48);
	const read = (x, y, w, h) => u.ctx.getImageData(Math.round(x), Math.round(y), Math.round(w), Math.round(h)).data;
	const count = (d) => { let n = 0; for (let i = 0; i < d.length; i += 4) n += isInk(d, i); return n; };`

// ruled is the share of a row of a chart's plot that has the colour of the line, at its darkest row near y.
func (p *tab) ruled(chart string, y float64) float64 {
	p.Helper()
	return js[float64](p, `(id, y) => {`+pixels+`
		return Math.max(...[-1, 0,
			1].map((dy) => count(read(u.bbox.left, y + dy, u.bbox.width, 1)))) / Math.round(u.bbox.width);
	}`, chart, y)
}

func (p *tab) inked(chart string, box []float64) int {
	p.Helper()
	return js[int](p, `(id, box) => {`+pixels+` return count(read(...box)); }`, chart, box)
}

// described is what a screen reader says of a chart beside its name.
func (p *tab) described(chart string) string {
	p.Helper()
	return js[string](p, `(id) => gasburden.charts[id].over.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')`, chart)
}

func (p *tab) divide(by string) {
	p.Helper()
	js[bool](p, `(by) => (document.querySelector('[name=denominator][value=' + by + ']').click(), true)`, by)
}

// A target stands on the page's own charts while they show what it is a value of, and goes with the answer.
func TestTargetIsMarked(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&fee=0.5", 1280, false)
	p.show("breakeven")
	// Whoever only scrolled past asked for no line.
	p.unmarked("hero")
	if p.count("#explore-breakeven [data-mark]:checked") != 0 {
		t.Error("the box is ticked before the reader asks for anything")
	}
	p.click("#explore-breakeven [data-mark]")
	if m := p.mark("hero", "true"); m.Value != 1 || len(m.Rows) != 1 || m.Rows[0] != "target 1 %" {
		t.Errorf("the target on the hero is %+v", m)
	}
	if said := p.described("hero"); !strings.Contains(said, "Arrow keys") ||
		!strings.Contains(said, "A horizontal line marks the target of “Where do blocks fill?”, 1 % for "+
			"the month’s burden as a share of net flow.") {
		t.Errorf("the hero is described by %q", said)
	}
	p.mark("gas-over-netflow", "m.value === 1")
	p.unmarked("gas-over-outflow")
	if where := p.text("#explore-breakeven-where"); !strings.Contains(where,
		"the top chart while it divides by net flow") || !strings.Contains(where, "Gas / net flow") {
		t.Errorf("it is to be seen %q", where)
	}

	// It goes with the denominator, and comes back with it; a slider, a zoom and a pinned run leave it.
	p.divide("outflow")
	p.unmarked("hero")
	p.mark("gas-over-netflow", "true")
	p.divide("netflow")
	p.mark("hero", "true")
	p.dragRange("base_fee_nanofil", 0.4)
	p.settle()
	p.mark("hero", "m.value === 1")
	js[bool](p, `() => { const u = gasburden.charts.hero, x = u.data[0]; u.setScale('x', {min: x[300], max: x[500]});
		return true; }`)
	p.settle()
	p.mark("hero", "m.value === 1")
	p.click("#pin")
	p.settle()
	p.mark("hero", "gasburden.charts.hero.series.length > 8")
	p.click("#unpin-1")

	// The button leads there, where the arrow keys then move the cursor.
	js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
	p.click("#explore-breakeven [data-see]")
	if !js[bool](p, `() => {
		const {top, bottom} = document.querySelector('#chart-hero .canvas').getBoundingClientRect(); return top >= 0 &&
		bottom <= innerHeight && document.activeElement === gasburden.charts.hero.over; }`) {
		t.Error("the button does not lead to the chart")
	}

	// The box takes it away, for answers to come too.
	p.click("#explore-breakeven [data-mark]")
	p.unmarked("hero")
	if share := p.ruled("hero", js[float64](p, `() => gasburden.charts.hero.valToPos(1, 'y', true)`)); share > 0.3 {
		t.Errorf("%.2f of the row is still ruled", share)
	}
	p.answered("breakeven", func() { p.setField("breakeven-target", "2") })
	p.unmarked("hero")
	if p.count("#explore-breakeven [data-mark]:checked") != 0 {
		t.Error("the box is ticked again")
	}
	p.click("#explore-breakeven [data-see]")
	p.mark("hero", "m.value === 2")

	// It goes with its answer, where there is none to what is asked now.
	for _, typed := range []string{"lots", "1e999", "1,00,00", "5 FIL", "0x10", " "} {
		p.unanswered("breakeven", func() { p.setField("breakeven-target", typed) })
		p.unmarked("hero")
		p.waitFor("what is wrong with it", fmt.Sprintf(
			`(document.querySelector('#explore-breakeven .error')?.textContent || '').replaceAll('\u00a0', ' ')
				.includes(%q)`,
			"answered: the value to cross is “"+typed+"”, want a number"))
	}
	p.answered("breakeven", func() { p.setField("breakeven-target", "2") })
	p.mark("hero", "m.value === 2")
}

// The axis grows for a target that is near; one that is far is named at the edge, for the eye and for the ear.
func TestTargetBeyondTheAxis(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 360, true)
	p.show("breakeven")
	high := js[float64](p, `() => Math.max(...gasburden.charts.hero.data.slice(1)
		.flatMap((c) => Array.from(c)).filter(Number.isFinite))`)
	near := fmt.Sprintf("%.1f", 1.8*high)
	p.answered("breakeven", func() { p.setField("breakeven-target", near) })
	p.mark("hero", "m.side === 0 && m.value > "+fmt.Sprint(1.7*high))
	if top := eval[float64](p, `gasburden.charts.hero.scales.y.max`); top < 1.8*high || top > 2.2*high {
		t.Errorf("the axis ends at %v, the curves at %v", top, high)
	}
	p.answered("breakeven", func() { p.setField("breakeven-target", "90") })
	m := p.mark("hero", "m.side === 1")
	if len(m.Rows) != 2 || m.Rows[0] != "target 90 %" || !strings.Contains(m.Rows[1], "above") {
		t.Errorf("at the edge stands %q", m.Rows)
	}
	if said := p.described("hero"); !strings.Contains(said, "lies above this chart") {
		t.Errorf("the hero is described by %q", said)
	}
	if top := eval[float64](p, `gasburden.charts.hero.scales.y.max`); top > 1.2*high {
		t.Errorf("the axis ends at %v, the curves at %v", top, high)
	}
	p.answered("breakeven", func() { p.setField("breakeven-target", "-90") })
	p.mark("hero", "m.side === -1 && m.rows[1].includes('below')")
	p.screenshot("mark-below")
}

// A share of supply is marked on the chart of such shares, which the button brings up; gas in all as its mean a
// day, in FIL only. What no chart draws is said.
func TestTargetOfOtherFigures(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&snapshot=2023-07-31", 1280, false)
	p.show("breakeven")
	p.answered("breakeven", func() {
		p.setField("breakeven-figure", "month_gas_over_circulating")
		p.setField("breakeven-target", "1.8")
	})
	p.waitFor("the button", `document.querySelector('#explore-breakeven [data-see]').textContent === 'Divide by circulating supply and show the line'`)
	p.unmarked("hero")
	p.unmarked("gas-over-netflow")
	p.click("#explore-breakeven [data-see]")
	if m := p.mark("hero", "true"); math.Abs(m.Value-1.8) > 1e-9 || strings.Join(m.Rows, "|") != "target 1.8 % a year" {
		t.Errorf("the target is %+v", m)
	}
	p.waitQuery("by=circulating")

	p.answered("breakeven", func() {
		p.setField("breakeven-figure", "gas_fil")
		p.setField("breakeven-target",
			"9000000")
	})
	m := p.mark("gas", "m.value > 8000")
	if days := js[int](p, `() => gasburden.charts.gas.data[0].length`); m.Value > 9e6/1000 ||
		m.Value < 9e6/float64(days) || m.Rows[0] != "target 9 million FIL" ||
		!strings.Contains(m.Rows[1], "a day on average") {
		t.Errorf("the target is %+v", m)
	}
	p.unmarked("hero")
	p.pickOption("#view-unit", "gas")
	p.unmarked("gas")
	p.pickOption("#view-unit", "fil")
	p.mark("gas", "true")
	// A mean a day holds for its own number of days.
	p.pasteInput("horizon_days", "500")
	p.waitFor("the shorter picture", `gasburden.charts.gas.data[0].length < 1200`)
	p.unmarked("gas")

	p.show("breakeven")
	p.answered("breakeven", func() { p.setField("breakeven-figure", "saving_fil") })
	p.unmarked("gas")
	if said := p.text("#explore-breakeven .answer"); !strings.Contains(said,
		"None of the page’s own charts shows this figure") ||
		p.count("#explore-breakeven [data-see], #explore-breakeven [data-mark]") != 0 {
		t.Errorf("the answer says %q", said)
	}
}

// The mark follows theme, forced colours and language, on a telephone and on a wide screen.
func TestTargetLooks(t *testing.T) {
	t.Parallel()
	for _, width := range []int{360, 1280} {
		p := explore(t, "?v=1&fee=0.5", width, false)
		p.show("breakeven")
		p.answered("breakeven", func() {
			p.setField("breakeven-input", "base_fee_nanofil")
			p.setField(
				"breakeven-target", "1.5")
		})
		p.mark("hero", "m.value === 1.5")
		for _, tag := range []string{"en", "zh-CN"} {
			p.pickOption("#language", tag)
			row := map[string]string{"en": "target 1.5 %", "zh-CN": "目标 1.5%"}[tag]
			p.mark("hero", fmt.Sprintf("m.rows[0] === %q", row))
			if input := eval[string](p,
				`document.getElementById('explore-breakeven-input').value`); input != "base_fee_nanofil" {
				t.Errorf("in %s the question is about %s", tag, input)
			}
			for _, theme := range []string{"light", "dark", "forced"} {
				feature := &emulation.MediaFeature{Name: "prefers-color-scheme", Value: theme}
				if theme == "forced" {
					feature = &emulation.MediaFeature{Name: "forced-colors", Value: "active"}
				}
				p.media("", feature)
				p.settle()
				p.mark("hero", "true")
				if shooting() {
					js[bool](p, `() => (document.getElementById('chart-hero').scrollIntoView({block: 'center'}), true)`)
					p.settle()
				}
				p.screenshot(fmt.Sprintf("mark-%d-%s-%s", width, tag, theme))
			}
			p.media("")
		}
		js[bool](p, `() => (document.querySelector('.marking').scrollIntoView({block: 'end'}), true)`)
		p.screenshot(fmt.Sprintf("mark-%d-answer", width))
	}
}
