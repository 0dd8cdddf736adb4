package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A value of the tornado that is taken over by keyboard re-sorts its rows. The focus stays with its assumption and
// end, so that a second press changes nothing else.
func TestFocusStaysWithItsAssumption(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	p.show("tornado")
	place := func() int {
		return js[int](p, `() => [...document.querySelectorAll('#explore-tornado .end')].findIndex((e) => e.dataset.input === 'base_fee_nanofil')`)
	}
	js[bool](p, `() => ([...document.querySelectorAll('#explore-tornado .end[data-input=base_fee_nanofil] button')].pop().focus(), true)`)
	before := place()
	p.answered("tornado", func() { p.press("\r") })
	if place() == before {
		t.Fatal("no row has moved: choose another value")
	}
	if key := eval[string](p,
		`document.activeElement.dataset.key || document.activeElement.outerHTML`); key != "base_fee_nanofil:1" {
		t.Errorf("the focus is on %s", key)
	}
	q := p.query()
	p.press("\r")
	p.settle()
	if again := p.query(); again != q || !strings.Contains(q, "fee=") {
		t.Errorf("a second press leads from %s to %s", q, again)
	}
}

// In forced colours, which take backgrounds away when they paint (a computed style still has them), the bars of a
// tornado and of shares are seen by their borders.
func TestBarsInForcedColours(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	p.show("tornado")
	p.answered("compare", func() {
		p.pickOption("#explore-compare-preset", "study")
		p.click("#explore-compare [type=submit]")
	})
	p.media("", &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	p.settle()
	for _, card := range []string{"tornado", "compare"} {
		seen := js[[]int](p, `(card) => {
			const marks = [...document.querySelectorAll('#explore-' + card + ' .bar :is(.reach, .base)')];
			return [marks.length, marks.filter((e) => {
				const c = getComputedStyle(e), under = getComputedStyle(e.parentElement).backgroundColor;
				return c.borderLeftStyle === 'solid' && parseFloat(c.borderLeftWidth) > 1 &&
					c.borderLeftColor !== under;
			}).length];
		}`, card)
		if seen[0] < 2 || seen[1] != seen[0] {
			t.Errorf("%s: %d of %d marks are seen", card, seen[1], seen[0])
		}
	}
	p.screenshot("explore-forced")
}
