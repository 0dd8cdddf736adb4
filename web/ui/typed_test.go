package ui

import (
	"strings"
	"testing"
)

// The page says beside the field how it read what is not plain digits, and the field names that as its description.
func TestReadAsStandsBesideTheField(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	for _, c := range []struct{ name, typed, hint, said string }{
		{"horizon_days", "1,000", "hint-horizon_days", "read as 1,000"},
		{"base_fee_nanofil", "0,5 nFIL", "hint-base_fee_nanofil", "read as 0.5"},
		{"fil_plus_rate_1", "62,5", "hint-rates", "FIL+ rate 2, percent: read as 62.5"},
	} {
		root := build(t, app)
		if before := root.byID(t, c.hint); strings.Contains(before.text, "read as") {
			t.Errorf("%s says %q before anything is typed", c.hint, before.text)
		}
		root.byID(t, "input-"+c.name).fire(t, "input", c.typed)
		root = build(t, app)
		hint, field := root.byID(t, c.hint), root.byID(t, "input-"+c.name)
		if !strings.HasPrefix(hint.text, `<b class="read">`+c.said+"</b><span>") || len(hint.text) < len(c.said)+60 {
			t.Errorf("%s says %q, want %q and the hint", c.hint, hint.text, c.said)
		}
		if field.value != c.typed || !strings.Contains(field.attr["aria-describedby"], c.hint) {
			t.Errorf("%s shows %q, described by %q", c.name, field.value, field.attr["aria-describedby"])
		}
		p.SlideNamed(c.name, "50")
	}
	if p.Moving() {
		t.Error("what stood beside the last field needs a render of the whole page to go")
	}
}
