package e2e

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// sideways lists elements that stick out of the window, or cut off text of their own.
func (p *tab) sideways() []string {
	p.Helper()
	return eval[[]string](p, `(() => {
		const bad = [];
		if (document.documentElement.scrollWidth > innerWidth) bad.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
		for (const e of document.querySelectorAll('main *, header *, footer *')) {
			if (!e.checkVisibility({visibilityProperty: true}) ||
				e.closest('.scroll, .errors, .heard, .keys, .canvas, svg, math')) continue;
			const r = e.getBoundingClientRect(), s = getComputedStyle(e);
			const box = e.closest('.table, .wide-table, .formula, .presets, .top nav'); // which scroll by themselves, as tables of two dimensions and rows of buttons may
			if (box && box.getBoundingClientRect().right <= innerWidth + 1) continue;
			if (r.width && (r.right > innerWidth + 1 || r.left < -1)) bad.push((e.id || e.className || e.tagName) +
				' reaches from ' + r.left + ' to ' + r.right);
			const clips = s.overflowX !== 'visible' && !e.matches('input, select, textarea');
			if (clips && !(e.matches('thead') && s.position === 'absolute') && e.scrollWidth > e.clientWidth +
				1) bad.push((e.id || e.className || e.tagName) + ' cuts off its content');
		}
		return bad;
	})()`)
}

// Text twice as large by the browser's own setting, the rest as it is.
func TestLargeText(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	normal := js[float64](p, `() => parseFloat(getComputedStyle(document.getElementById('material')).fontSize)`)
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.SetFontSizes,
			page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: 32, Fixed: 26}})
		return err
	})))
	p.settle()
	p.waitFor("the larger text",
		fmt.Sprintf(`parseFloat(getComputedStyle(document.getElementById('material')).fontSize) === %v`, 2*normal))
	p.settle()
	for _, bad := range p.sideways() {
		t.Error(bad)
	}
	if got := js[float64](p,
		`() => parseFloat(getComputedStyle(document.getElementById('material')).fontSize)`); got != 2*normal {
		t.Errorf("the text is %v px, want %v", got, 2*normal)
	}
}

// Nothing moves by itself where the reader wants no motion; nor does it elsewhere.
func TestReducedMotion(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	for _, value := range []string{"reduce", "no-preference"} {
		p.media("", &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: value})
		moving := eval[[]string](p, `Array.from(document.querySelectorAll('*')).filter((e) => {
			const s = getComputedStyle(e);
			return s.scrollBehavior === 'smooth' || s.animationName !== 'none' ||
				s.transitionDuration.split(', ').some((d) => parseFloat(d) > 0);
		}).map((e) => e.id || e.className || e.tagName)`)
		if len(moving) > 0 {
			t.Errorf("%s: %q move", value, moving)
		}
	}
	if n := eval[int](p, `document.getAnimations().length`); n != 0 {
		t.Errorf("%d animations", n)
	}
}

// crowded lists what is to be hit and is smaller than 24 px by 24, without so much room that a circle of 24 px about it
// touches no other: WCAG 2.5.8. A field's label counts as part of it, links in a sentence are exempt.
func (p *tab) crowded() []string {
	p.Helper()
	return eval[[]string](p, `(() => {
				scrollTo(0, 0);
				const all = Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')).filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest('.skip'));
				const inSentence = (e) => e.matches('a') && getComputedStyle(e).display === 'inline' &&
					Array.from(e.parentElement.childNodes).some((n) => n !== e && n.textContent.trim().length > 10);
				const targets = all.filter((e) => !inSentence(e)).map((e) => {
					const boxes = [e, ...(e.matches('input:is([type=checkbox], [type=radio], [type=text])') ?
						e.labels : []), e.closest('.entry')].filter(Boolean).map((x) => x.getBoundingClientRect());
					const around = boxes.filter((r) => r.bottom >= boxes[0].top - 1 && r.top <= boxes[0].bottom + 1);
					const left = Math.min(...around.map((r) => r.left)),
						right = Math.max(...around.map((r) => r.right));
					const top = Math.min(...around.map((r) => r.top)),
						bottom = Math.max(...around.map((r) => r.bottom));
					return {e, left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
						small: right - left < 23.5 || bottom - top < 23.5};
				});
				const reaches = (a, b) => { // a circle of 24 px about a, into b's box or, if that is small too, its circle
					const dx = Math.max(b.left - a.x, 0, a.x - b.right), dy = Math.max(b.top - a.y, 0, a.y - b.bottom);
					return Math.hypot(dx, dy) < 12 || b.small && Math.hypot(a.x - b.x, a.y - b.y) < 24;
				};
				return targets.filter((a) => a.small && targets.some((b) => b !== a && !b.e.contains(a.e) &&
					!a.e.contains(b.e) && reaches(a, b)))
					.map((a) => (a.e.id || a.e.className || a.e.textContent.trim()) + ' is ' +
						Math.round(a.right - a.left) + ' x ' + Math.round(a.bottom - a.top) + ' px and crowded');
			})()`)
}

// A slider's thumb can be taken hold of anywhere in 24 px: pressing there does not make it jump.
func TestSliderThumb(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	const id = "renewal_rate"
	p.dragRange(id, 0.5)
	p.settle()
	before := p.rangeValue(id)
	type place struct{ X, Y float64 }
	at := js[place](p, `(s) => {
		const e = document.querySelector(s);
		e.scrollIntoView({block: 'center'});
		const r = e.getBoundingClientRect(), share = (e.value - e.min) / (e.max - e.min);
		return {X: r.left + 12 + share * (r.width - 24), Y: r.top + r.height / 2};
	}`, "#range-"+id)
	for _, off := range []float64{-10, 10} {
		_, err := run(p.ctx, chromedp.MouseClickXY(at.X+off, at.Y))
		p.do(err)
		p.settle()
		if got := p.rangeValue(id); math.Abs(got-before) > 0 {
			t.Errorf("pressed %v px beside its middle, the thumb jumps from %v to %v", off, before, got)
		}
	}
	_, err := run(p.ctx, chromedp.MouseClickXY(at.X+40, at.Y))
	p.do(err)
	p.settle()
	if p.rangeValue(id) == before {
		t.Error("pressed beside the thumb, it does not move: the test presses in the wrong place")
	}
}

// In forced colours, canvases have the system's colours too, and what is chosen can be told.
func TestForcedColours(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"light", "dark"} {
		p := openPage(t, "?rates=0.1,0.3,0.5,0.7,0.9", 1280, 900, false)
		p.media("", &emulation.MediaFeature{Name: "forced-colors", Value: "active"},
			&emulation.MediaFeature{Name: "prefers-color-scheme", Value: scheme})
		p.settle()
		system := func(name string) string {
			return js[string](p, `(c) => {
				const e = document.body.appendChild(document.createElement('i'));
				e.style.cssText = 'forced-color-adjust: none; color: ' + c;
				const found = getComputedStyle(e).color;
				e.remove();
				return found;
			}`, name)
		}
		for token, name := range map[string]string{"--ink": "CanvasText", "--card": "Canvas", "--soft": "CanvasText",
			"--rate-5-1": "CanvasText", "--rate-5-2": "LinkText", "--rate-5-3": "Highlight"} {
			if got, want := js[string](p, `(t) => window.gasburden.colour(t)`, token), system(name); got != want {
				t.Errorf("%s: %s is %s on a canvas, want the system's %s, %s", scheme, token, got, name, want)
			}
		}
		p.screenshot("forced-" + scheme)
		// What is drawn is in these colours: the canvas holds pixels of the axis' and of curves' colours.
		p.waitFor("the chart to be drawn again", `(() => {
			const c = document.querySelector('#chart-hero canvas'), d = c.getContext('2d').getImageData(0, 0, c.width,
				c.height).data, seen = new Set();
			for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) seen.add('rgb(' + d[i] + ', ' + d[i + 1] +
				', ' + d[i + 2] + ')');
			return ['--ink', '--rate-5-2', '--rate-5-5'].every((t) => seen.has(window.gasburden.colour(t)));
		})()`)
		for what, pair := range map[string][2]string{
			"a preset":      {`.presets [aria-pressed="true"]`, `.presets [aria-pressed="false"]`},
			"a denominator": {`.denominator input:checked + span`, `.denominator input:not(:checked) + span`},
		} {
			if what == "a preset" {
				p.click("#preset-study")
				p.settle()
			}
			if style := js[[]string](p,
				`(on, off) => [on, off].map((s) => { const c = getComputedStyle(document.querySelector(s));
					return c.backgroundColor + c.color; })`, pair[0], pair[1]); style[0] == style[1] {
				t.Errorf("%s: %s that is chosen looks like one that is not: %q", scheme, what, style)
			}
		}
		p.screenshot("forced-" + scheme)
	}
}
