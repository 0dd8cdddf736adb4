package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// On a phone the controls follow the chart, what stands above it is short, and the answer stays in view while one
// moves.
func TestPhone(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 360, 740, false)
	tops := eval[[]float64](p,
		`['#chart-hero .canvas', '#assumptions', '#share',
			'#chart-gas'].map((e) => document.querySelector(e).getBoundingClientRect().top)`)
	for i := 1; i < len(tops); i++ {
		if tops[i] <= tops[i-1] {
			t.Errorf("chart, assumptions, share and small charts start at %v", tops)
		}
	}
	if tops[0] > 1.6*740 {
		t.Errorf("the chart starts at %v", tops[0])
	}
	for _, id := range []string{"hero", "gas", "outflow", "deal", "ratio", "gas-over-netflow"} {
		if n := js[int](p, `(id) => gasburden.charts[id].axes[0]._values.filter(Boolean).length`, id); n < 2 {
			t.Errorf("the date axis of %s has %d labels", id, n)
		}
	}
	js[bool](p, `() => (document.getElementById('range-base_fee_nanofil').scrollIntoView({block: 'center'}), true)`)
	before := p.text("#headline")
	p.dragRange("base_fee_nanofil", 0.9)
	p.waitFor("the headline", reading("'#headline'")+` !== `+quoted(before))
	shown := js[struct {
		Top, Bottom float64
		Text        string
	}](p, `() => { const e = document.getElementById('mini'), r = e.getBoundingClientRect();
		return {Top: r.top, Bottom: r.bottom, Text: e.textContent}; }`)
	if shown.Top < 0 || shown.Bottom > 150 || shown.Bottom <= shown.Top || !eval[bool](p,
		`(() => { const said = document.getElementById('headline').textContent, all = document.querySelectorAll('#mini b');
			return all.length === 2 && Array.from(all).every((b) => said.includes(b.textContent)); })()`) {
		t.Errorf("beside the slider stands %+v", shown)
	}
	p.screenshot("phone-slider")
}

// What the other presets assume, and what they come to, is there to read before one is chosen, by touch and keyboard.
func TestMorePresets(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 360, 740, false)
	const said = `Array.from(document.querySelectorAll('.preset-list button')).filter((b) => b.checkVisibility() &&
		Array.from(b.children).every((e) => e.textContent) && /\d/.test(b.querySelector('i').textContent)).length`
	if n := eval[int](p, said); n != 0 {
		t.Errorf("%d presets say so already", n)
	}
	p.click("#more-presets summary")
	p.waitFor("the presets", `document.getElementById('more-presets').open`)
	if n, all := eval[int](p, said), p.count(".preset-list button"); n != all || n < 8 {
		t.Errorf("%d of %d presets say what they assume", n, all)
	}
	if bad := p.sideways(); len(bad) > 0 {
		t.Errorf("%q", bad)
	}
	p.screenshot("more-presets")
	p.click("#preset-refilled")
	p.settle()
	if open := eval[bool](p, `document.getElementById('more-presets').open`); open ||
		p.text("#more-presets summary") != "All refilled" || !strings.Contains(p.text("#preset-hint"), "It sets: ") {
		t.Errorf("open %v, %q, %q", open, p.text("#more-presets summary"), p.text("#preset-hint"))
	}
}

// The table of errors scrolls in its box on a phone: its caption stays whole there, and the box is a stop of the Tab
// key where it scrolls, and only there. Nothing of the page's navigation is out of sight.
func TestNarrow(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "zh-CN"} {
		p := openPage(t, "?v=1&lang="+language, 320, 740, false)
		p.readEvidence()
		for _, width := range []int{320, 1280, 360} {
			p.resize(width, false)
			p.waitFor("the box to follow the window",
				fmt.Sprintf(`[...document.querySelectorAll('.errors')].every((e) => (e.tabIndex === 0) === %v)`,
					width < 640))
			for _, bad := range js[[]string](p,
				`() => ['.errors caption',
				'.top nav a'].flatMap((s) => [...document.querySelectorAll(s)]).filter((e) => {
				const r = e.getBoundingClientRect();
				return r.left < 0 || r.right > innerWidth;
			}).map((e) => e.textContent)`) {
				t.Errorf("%s, %d px: %q is cut off", language, width, bad)
			}
			if cut := js[bool](p, `() => { const e = document.querySelector('.errors');
				return e.scrollWidth > e.clientWidth && e.tabIndex < 0; }`); cut {
				t.Errorf("%s, %d px: the table cannot be scrolled by keyboard", language, width)
			}
		}
	}
}
