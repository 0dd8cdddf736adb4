package e2e

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// drawnText is what a chart writes, with its box in px of the canvas.
type drawnText struct {
	Text                     string
	Left, Right, Top, Bottom float64
}

func drawnTexts(p *tab, chart string) []drawnText {
	return js[[]drawnText](p, fmt.Sprintf(`async () => {
		const prototype = CanvasRenderingContext2D.prototype, fill = prototype.fillText, texts = [];
		prototype.fillText = function (text, x, y) {
			const m = this.measureText(text), {a, b, c, d, e, f} = this.getTransform();
			const corner = (x, y) => [a * x + c * y + e, b * x + d * y + f];
			const [left, top] = corner(x - m.actualBoundingBoxLeft, y - m.actualBoundingBoxAscent);
			const [right, bottom] = corner(x + m.actualBoundingBoxRight, y + m.actualBoundingBoxDescent);
			if (text && this.canvas === gasburden.charts[%[1]q].ctx.canvas)
				texts.push({Text: text, Left: left, Right: right, Top: top, Bottom: bottom});
			return fill.call(this, text, x, y);
		};
		gasburden.recolour(); // all of it
		await new Promise(requestAnimationFrame);
		prototype.fillText = fill;
		return texts;
	}`, chart))
}

func drawnNames(p *tab, chart string) (names []string) {
	for _, t := range drawnTexts(p, chart) {
		names = append(names, t.Text)
	}
	return names
}

// FIL a day and block space begin in October 2020, with the published table's figures, and one cursor reads both; what
// is simulated begins behind the snapshot's day.
func TestChartsBeginWithWhatHappened(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=2&snapshot=2026-04-20&onboarding=4.5", 1280, 900, false)
	p.waitFor("the charts", `!!gasburden.charts.hero && !!gasburden.charts.blocks`)
	p.settle()
	hero := p.chartData("hero")
	if first := hero.X[0]; first != 1602720000 {
		t.Fatalf("begins at %v, want 2020-10-15", first)
	}
	sum, days := 0.0, 0
	for _, s := range hero.Series {
		switch {
		case strings.HasPrefix(s.Label, "realised"):
			for _, v := range s.Y {
				if !math.IsNaN(v) {
					sum += v
					days++
				}
			}
		case strings.HasSuffix(s.Label, "status quo"):
			for i, v := range s.Y {
				if hero.X[i] <= 1776643200 && !math.IsNaN(v) { // 2026-04-20
					t.Fatalf("%s is simulated on entry %d, before the snapshot", s.Label, i)
				}
			}
		}
	}
	if days != 1265 || math.Abs(sum-187825) > 2 {
		t.Errorf("%v FIL on %d days, want 187,825 on 1,265", sum, days)
	}
	at := js[[]float64](p, `() => {
		const {hero, blocks} = gasburden.charts;
		hero.setCursor({left: hero.valToPos(1641600000, 'x'), top: 20}, true, true);
		return [hero.data[0][hero.cursor.idx], blocks.data[0][blocks.cursor.idx],
			hero.bbox.left - blocks.bbox.left, hero.bbox.width - blocks.bbox.width];
	}`)
	if at[0] != 1641600000 || at[1] != at[0] || at[2] != 0 || at[3] != 0 {
		t.Errorf("one cursor over both charts: %v", at)
	}
	for id, want := range map[string]string{"hero": "8 January 2022", "blocks": "8 January 2022"} {
		if said := p.text("#chart-" + id + " .readout"); !strings.Contains(said, want) || strings.Contains(said, "–") {
			t.Errorf("%s reads out %q", id, said)
		}
	}
}

// No two names on the charts that begin with what happened touch, however narrow, on either scale, in either language.
func TestNamesOnTheChartsDoNotTouch(t *testing.T) {
	t.Parallel()
	for _, link := range []string{"?v=2&snapshot=2026-04-20&onboarding=4.5", "?v=2&snapshot=2026-04-20&lang=zh-CN",
		"?v=2&snapshot=2023-07-31&rates=0.5,0.9", "?v=2&snapshot=2026-04-20&onboarding=4.5&scale=linear"} {
		p := openPage(t, link, 1280, 900, false)
		p.waitFor("the charts", `!!gasburden.charts.hero && !!gasburden.charts.blocks`)
		for _, width := range []int{360, 1280} {
			p.resize(width, false)
			p.settle()
			for _, id := range []string{"hero", "blocks"} {
				texts := drawnTexts(p, id)
				for i, a := range texts {
					for _, b := range texts[:i] {
						if a.Left < b.Right-0.5 && b.Left < a.Right-0.5 &&
							a.Top < b.Bottom-0.5 && b.Top < a.Bottom-0.5 {
							t.Errorf("%d px, %s, %s: %q touches %q", width, link, id, a.Text, b.Text)
						}
					}
				}
				if len(texts) < 8 {
					t.Errorf("%d px, %s, %s: %d names", width, link, id, len(texts))
				}
			}
		}
	}
}

// The scale is one press away, and in the link; an axis that was held comes to rest where its curves want it.
func TestScaleOfFILADay(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=2&snapshot=2026-04-20&onboarding=4.5", 1280, 900, false)
	p.waitFor("the chart", `!!gasburden.charts.hero`)
	p.settle()
	axis := func() [2]float64 {
		return js[[2]float64](p, `() => { const {min, max} = gasburden.charts.hero.scales.y; return [min, max]; }`)
	}
	if got := axis(); got[0] != 0.001 || got[1] < 1685 {
		t.Errorf("logarithmic axis: %v", got)
	}
	floor := js[float64](p, `() => {
		const u = gasburden.charts.hero;
		return u.valToPos(1e-7, 'y') - u.valToPos(1e-3, 'y');
	}`)
	if floor != 0 {
		t.Errorf("what costs less than the floor lies %v px below it", floor)
	}
	p.click("#chart-hero .scale")
	p.waitFor("the other scale", `location.search.includes('scale=linear')`)
	if got := axis(); got[0] != 0 || got[1] < 1685 {
		t.Errorf("linear axis: %v", got)
	}
	p.click("#chart-hero .scale")
	p.waitFor("the first scale", `!location.search.includes('scale=')`)
	if got := axis(); got[0] != 0.001 {
		t.Errorf("logarithmic axis: %v", got)
	}
}
