package ui

import (
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// Only a slider on the move does without a render of the whole page.
func TestMoving(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(string, int) {}
	app := NewApp(p)
	s := slider(t, p, "renewal_rate")
	for _, c := range []struct {
		what   string
		do     func()
		moving bool
	}{
		{"nothing", func() {}, true},
		{"a slider", func() { p.Slide(s, "50") }, true},
		{"a slider twice", func() { p.Slide(s, "51"); p.Slide(s, "52") }, true},
		{"a rate's slider", func() { p.Slide(p.Rates[0], "40") }, true},
		{"Settle", p.Settle, false},
		{"after Settle", func() {}, true},
		{"a slider, then Settle", func() { p.Slide(s, "50"); p.Settle() }, false},
		{"Settle, then a slider", func() { p.Settle(); p.Slide(s, "51") }, false},
		{"a field", func() { (&Control{Page: p, F: p.Field(s)}).Typed(entering("bad")) }, false},
		{"a slider whose error must go", func() { p.Slide(s, "50") }, false},
		{"the slider again", func() { p.Slide(s, "51") }, true},
		{"a rate's field", func() { (&Rate{Page: p, F: p.Field(p.Rates[0])}).Typed(entering("45")) }, false},
		{"a slider by its name", func() { p.SlideNamed(s.Name, "49") }, true},
		{"a rate's slider by its name", func() { p.SlideNamed(p.Rates[0].Name, "46") }, true},
		{"no slider", func() { p.SlideNamed("none", "46") }, true},
		{"a rate removed", func() { (&Rate{Page: p, F: p.Field(p.Rates[0])}).Removed(entering("")) }, false},
		{"a reset", func() { (&Control{Page: p, F: p.Field(s)}).Cleared(entering("")) }, false},
		{"a rate added", func() { app.Added(entering("")) }, false},
		{"all reset", func() { app.ClearedAll(entering("")) }, false},
		{"a denominator", func() { app.Divided(entering(string(words.ByOutflow))) }, false},
		{"a snapshot chosen", func() { app.Chosen(entering(latest)) }, false},
	} {
		c.do()
		if err := app.Update(); err != nil {
			t.Fatal(err)
		}
		if got := p.Moving(); got != c.moving {
			t.Errorf("%s: moving is %v, want %v", c.what, got, c.moving)
		}
	}
}
