package e2e

import (
	"strings"
	"testing"
)

// A value of the tornado that is taken over by keyboard re-sorts its rows. The focus stays with its assumption and
// end, so that a second press changes nothing else.
func TestFocusStaysWithItsAssumption(t *testing.T) {
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
	if key := eval[string](p, `document.activeElement.dataset.key || document.activeElement.outerHTML`); key != "base_fee_nanofil:1" {
		t.Errorf("the focus is on %s", key)
	}
	q := p.query()
	p.press("\r")
	p.settle()
	if again := p.query(); again != q || !strings.Contains(q, "fee=") {
		t.Errorf("a second press leads from %s to %s", q, again)
	}
}
