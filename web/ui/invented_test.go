package ui

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// TestInvented finds the assumption that web/engine invents among the controls of the page and of an embedded chart.
func TestInvented(t *testing.T) {
	if _, err := assumption.Named("free_part"); err != nil {
		t.Skip("run by TestInventedAssumption of web/engine")
	}
	p := newTestPage(t)
	app := NewApp(p)
	root := build(t, app)
	var inputs, checks int
	if e := root.byID(t, "input-half_price"); e.tag != "input" || e.attr["type"] != "checkbox" {
		t.Errorf("the switch is <%s type=%q>", e.tag, e.attr["type"])
	}
	for _, e := range root.tagged("input") {
		if strings.Contains(e.attr["id"], "free_part") {
			inputs++
		}
		if e.attr["id"] == "embed-free_part" {
			checks++
		}
	}
	if inputs != 3 || checks != 1 { // slider, number and the choice for an embedded chart
		t.Errorf("%d inputs of it, %d of them for an embedded chart", inputs, checks)
	}
	p.Choose(chooser(p, "price"), assumption.FixedPrice) // what it changes
	update(t, p)
	before := p.Picture().Headline
	p.Choose(chooser(p, "half_price"), "true")
	update(t, p)
	if p.Choice(chooser(p, "half_price")).Error != "" || p.Picture().Headline == before {
		t.Errorf("the switch: %s", p.Picture().Headline)
	}
	before = p.Picture().Headline
	p.Slide(slider(t, p, "free_part"), "50")
	update(t, p)
	a, err := assumption.Named("free_part")
	if err != nil {
		t.Fatal(err)
	}
	if a.Number(&p.Scenario) != 0.5 || p.Picture().Headline == before {
		t.Errorf("it slides to %v: %s", a.Number(&p.Scenario), p.Picture().Headline)
	}
}
