package e2e

import (
	"fmt"
	"math"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// cutLabels are the words of the charts that leave their canvas, and the dates that touch each other.
const cutLabels = `async () => {
	const prototype = CanvasRenderingContext2D.prototype, fill = prototype.fillText;
	const all = [];
	prototype.fillText = function (text, x, y) {
		const m = this.measureText(text), t = this.getTransform();
		if (Math.abs(t.b) < 1e-6) {
			all.push({text, canvas: this.canvas,
				left: x + t.e - m.actualBoundingBoxLeft, right: x + t.e + m.actualBoundingBoxRight,
				top: y + t.f - m.actualBoundingBoxAscent, bottom: y + t.f + m.actualBoundingBoxDescent});
		}
		return fill.call(this, text, x, y);
	};
	gasburden.recolour(); // draws all of it
	await new Promise(requestAnimationFrame);
	const out = [];
	for (const [id, u] of Object.entries(gasburden.charts)) {
		const {width, height} = u.ctx.canvas;
		const texts = all.filter(({canvas}) => canvas === u.ctx.canvas);
		if (!texts.length) out.push(id + ' has no words');
		for (const t of texts) {
			if (t.left < 0 || t.right > width || t.top < 0 || t.bottom > height)
				out.push(id + ' cuts ' + JSON.stringify(t) + ' at ' + width + 'x' + height);
		}
		const dates = texts.filter((t) => t.top > u.bbox.top + u.bbox.height).sort((a, b) => a.left - b.left);
		dates.forEach((t, i) => {
			const before = dates.slice(0, i).findLast((d) => Math.abs(d.top - t.top) < 8);
			if (before && t.left < before.right + 2) out.push(id + ': ' + before.text + ' touches ' + t.text);
		});
	}
	prototype.fillText = fill;
	return out;
}`

// No label of an axis is cut, and no two dates touch, in any width and language.
func TestAxisLabelsAreWhole(t *testing.T) {
	t.Parallel()
	for _, query := range []string{"?v=1", "?v=1&lang=zh-CN", "?v=1&zoom=2023-09-01_2023-10-01",
		"?v=1&lang=zh-CN&days=3650&fee=900&unit=share"} {
		p := openPage(t, query, 1280, 900, false)
		for _, width := range []int{320, 414, 768, 1920} {
			p.resize(width, false)
			p.settle()
			for _, bad := range js[[]string](p, cutLabels) {
				t.Errorf("%s at %d px: %s", query, width, bad)
			}
		}
		p.screenshot(fmt.Sprintf("axes-%d", len(query)))
	}
}

// While a slider is held, a curve moves on the screen as its numbers do: by the same factor while the axis holds, and
// visibly where the axis has to follow. Once the slider is let go, the axis fits the curve.
func TestCurvesMoveUnderADrag(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.4", 1280, 900, false)
	// of the last day's status quo: its number and pixel, and the pixel of zero
	type sight struct{ Value, Y, Base, Min, Max float64 }
	charts := []string{"hero", "gas"}
	see := func() []sight {
		return js[[]sight](p, `async (ids) => {
			for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
			return ids.map((id) => {
				const u = gasburden.charts[id], y = u.data[2], v = y[y.length - 1];
				return {Value: v, Y: u.valToPos(v, 'y'), Base: u.valToPos(0, 'y'), Min: u.scales.y.min,
					Max: u.scales.y.max};
			});
		}`, charts)
	}
	js[bool](p, `() => (document.getElementById('range-base_fee_nanofil').scrollIntoView({block: 'center'}), true)`)
	at := js[[]float64](p, `() => { const e = document.getElementById('range-base_fee_nanofil'),
		r = e.getBoundingClientRect();
		return [r.left, r.width, r.top + r.height / 2, (e.value - e.min) / (e.max - e.min)]; }`)
	x := func(share float64) float64 { return at[0] + 12 + share*(at[1]-24) }
	move := func(kind input.DispatchMouseEventType, share float64) {
		p.mouse(input.DispatchMouseEventParams{Type: kind, X: x(share), Y: at[2], Button: input.MouseButtonLeft,
			Buttons: 1, ClickCount: 1})
	}
	move(chromedp.MousePressed, at[3])
	before := see()
	held, followed := 0, 0
	for step := range 24 {
		// Up to the upper end, down to the lower one, and back to the middle.
		share := at[3] + (1-at[3])*float64(step+1)/8
		if step >= 8 {
			share = 1 - float64(step-7)/12
		}
		if step >= 20 {
			share = float64(step-19) / 8
		}
		move(chromedp.MouseMoved, share)
		seen := see()
		for i, id := range charts {
			was, now := before[i], seen[i]
			ratio := now.Value / was.Value
			if now.Value == 0 || was.Value == 0 || math.Abs(ratio-1) < 0.05 {
				continue
			}
			moved := now.Y - was.Y
			if now.Min == was.Min && now.Max == was.Max {
				held++
				if want := (was.Base - was.Y) * (1 - ratio); math.Abs(moved-want) > 0.5 {
					t.Errorf("%s: %.4g to %.4g on one axis moves the curve by %.2f px, want %.2f", id, was.Value,
						now.Value, moved, want)
				}
				continue
			}
			followed++
			if math.Abs(moved) < 0.05*(was.Base-was.Y) {
				t.Errorf("%s: %.4g to %.4g moves the curve by %.2f px, its axis went from %v to %v", id, was.Value,
					now.Value, moved, was.Max, now.Max)
			}
		}
		before = seen
	}
	if held < 12 || followed < 2 {
		t.Errorf("the axis held %d times and followed %d times", held, followed)
	}
	move(chromedp.MouseReleased, 0.5)
	p.settle()
	for _, id := range charts { // once they have glided there
		p.waitFor("the axis of "+id+" at rest, with the curves filling it", fmt.Sprintf(`(() => {
			const u = gasburden.charts[%q];
			let most = 0;
			u.series.forEach((s, k) => { if (k && s.show) for (const v of u.data[k]) if (v > most) most = v; });
			return Math.abs(most / u.scales.y.max - 1 / 1.06) < 1e-6;
		})()`, id))
	}

	// By keys the axis holds too, and settles when they rest.
	js[bool](p, `() => (document.getElementById('range-base_fee_nanofil').focus(), true)`)
	was := see()[0]
	for range 3 {
		p.press(kb.ArrowRight)
	}
	now := see()[0]
	if now.Value <= was.Value || now.Max != was.Max {
		t.Errorf("keys move %v to %v", was, now)
	}
	p.waitFor("the axis to settle",
		`(() => { const u = gasburden.charts.hero; let most = 0;
			u.series.forEach((s, k) => { if (k && s.show) for (const v of u.data[k]) if (v > most) most = v; });
			return Math.abs(most / u.scales.y.max - 1 / 1.06) < 1e-6; })()`)
}
