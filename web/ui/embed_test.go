package ui

import (
	"strings"
	"testing"
)

// An embedded chart has the controls that its link chose, and leads to the whole page.
func TestEmbeddedChart(t *testing.T) {
	p := newTestPage(t)
	p.Places.Page = "https://example.org/gasburden/"
	p.Open("v=1&controls=fee,adoption,rates")
	e := NewEmbed(p)
	if s, c := e.Sliders(), e.Choosers(); len(s) != 1 || s[0].Name != "base_fee_nanofil" || len(c) != 1 ||
		c[0].Name != "adoption" || !e.has("fil_plus_rates") {
		t.Errorf("%v %v", s, c)
	}
	if strings.Contains(e.App.Picture.WholePage, "controls") ||
		!strings.HasPrefix(e.App.Picture.WholePage, p.Places.Page+"?v=1&") {
		t.Errorf("%s", e.App.Picture.WholePage)
	}
}
