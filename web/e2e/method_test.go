package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/steps"
)

// The methodology page reads on a phone as on a desktop: nothing is wider than the window, no formula is cut off, every
// address within the page leads somewhere, and MathML is laid out: a fraction stands two lines high.
func TestMethodologyPage(t *testing.T) {
	t.Parallel()
	for _, width := range []int{320, 360, 1280} {
		for _, dark := range []bool{false, true} {
			name := fmt.Sprintf("method-%d", width)
			if dark {
				name += "-dark"
			}
			t.Run(name, func(t *testing.T) {
				s := newServer(t)
				p := visit{server: s, address: s.url + "method.html", width: width, height: 800, dark: dark}.open(t)
				p.waitStarted()
				p.screenshot(name)
				if got := js[int](p, `() => document.documentElement.scrollWidth`); got > width {
					t.Errorf("the page is %d pixels wide", got)
				}
				for _, cut := range js[[]string](p, `() => Array.from(document.querySelectorAll('.formula')).filter((f) => f.scrollWidth > f.clientWidth)
					.map((f) => f.closest('.equation').id + ' by ' + (f.scrollWidth - f.clientWidth))`) {
					t.Errorf("formula %s does not fit", cut)
				}
				for _, dead := range js[[]string](p,
					`() => Array.from(document.querySelectorAll('a[href^="#"]')).map((a) => a.getAttribute('href')).filter((h) => !document.getElementById(h.slice(1)))`) {
					t.Errorf("%s leads nowhere", dead)
				}
				for _, thin := range js[[]string](p,
					`() => Array.from(document.querySelectorAll('.table td')).filter((c) => c.textContent.length > 8 &&
						c.clientWidth < 100).map((c) => c.textContent)`) {
					t.Errorf("%q stands in a column of a few letters", thin)
				}
				if got := js[int](p, `() => document.querySelectorAll('.equation .formula').length`); got != len(
					steps.Equations()) {
					t.Errorf("%d formulas, want %d", got, len(steps.Equations()))
				}
				if !js[bool](p, `() => { const f = document.querySelector('mfrac'), [a, b] = f.children;
					return a.getBoundingClientRect().bottom <= b.getBoundingClientRect().top + 1; }`) {
					t.Error("a fraction's parts do not stand above each other")
				}
			})
		}
	}
	s := newServer(t)
	p := visit{server: s, address: s.url + "method.html#eq-gas-over-netflow", width: 1280, height: 800}.open(t)
	p.waitStarted()
	if !js[bool](p, `() => { const r = document.getElementById('eq-gas-over-netflow').getBoundingClientRect();
		return r.top >= 0 && r.bottom <= innerHeight; }`) {
		t.Error("an equation's address does not lead to it")
	}
	if got := js[string](p, `() => document.querySelector('.top nav a').href`); got != s.url {
		t.Errorf("the way back leads to %s", got)
	}
	p = openPage(t, "", 1280, 900, false)
	if got := js[string](p, `() => Array.from(document.querySelectorAll('.top nav a'),
		(a) => a.getAttribute('href')).join(' ')`); !strings.Contains(got, "method.html") {
		t.Errorf("the calculator's header leads to %s", got)
	}
}
