package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// The built controls do the same.
func TestChoiceEvents(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, name), edition) }
	app := NewApp(p)
	build(t, app).byID(t, "input-price-"+assumption.FixedPrice).fire(t, "click", "")
	build(t, app).byID(t, "input-gas_model").fire(t, "change", assumption.RegimeModel)
	root := build(t, app)
	if p.Scenario.GasModel != assumption.RegimeModel {
		t.Errorf("the gas model is %s", p.Scenario.GasModel)
	}
	for _, option := range root.byID(t, "input-gas_model").children {
		if option.attr[".selected"] != words.Flag(option.attr["value"] == assumption.RegimeModel) {
			t.Errorf("option %s is selected: %s", option.attr["value"], option.attr[".selected"])
		}
	}
	buttons := slices.Concat(app.Picture.Form.Presets, app.Picture.Form.MorePresets)
	if len(buttons) < 10 {
		t.Errorf("%d presets", len(buttons))
	}
	for _, preset := range buttons {
		root.byID(t, "preset-"+preset.Name).fire(t, "click", "")
		root = build(t, app)
		for _, other := range buttons {
			if got := root.byID(t, "preset-"+other.Name).attr["aria-pressed"]; got != words.Flag(
				other.Name == preset.Name) {
				t.Errorf("%s pressed: %s looks pressed: %s", preset.Name, other.Name, got)
			}
		}
	}
	for id, want := range map[string]*string{"view-band": &p.Band, "view-band-of": &p.BandOf, "view-unit": &p.GasUnit} {
		options := root.byID(t, id).children
		values := []string{}
		for _, option := range options {
			values = append(values, option.attr["value"])
			root.byID(t, id).fire(t, "change", option.attr["value"])
			if *want != option.attr["value"] {
				t.Errorf("%s: chose %s, has %s", id, option.attr["value"], *want)
			}
			root = build(t, app)
		}
		slices.Sort(values)
		if len(values) < 2 || len(slices.Compact(values)) != len(options) {
			t.Errorf("%s offers %q", id, values)
		}
	}
}

// How many deals go direct is set by two buttons, of which the one looks pressed that is true.
func TestUptake(t *testing.T) {
	p := newTestPage(t)
	app := NewApp(p)
	pressed := func() (out []string) {
		for _, e := range build(t, app).all(func(e *element) bool { return e.attr["aria-pressed"] == "true" }) {
			if id := e.attr["id"]; strings.HasPrefix(id, "uptake-") {
				out = append(out, id)
			}
		}
		return out
	}
	for _, step := range []struct {
		id, adoption string
		share        float64
	}{
		{"uptake-measured", assumption.ConstantAdoption, 0.09}, {"uptake-all", assumption.FullAdoption, 1},
		{"uptake-measured", assumption.ConstantAdoption, 0.09},
	} {
		build(t, app).byID(t, step.id).fire(t, "click", "")
		if got := pressed(); len(got) != 1 || got[0] != step.id || p.Scenario.Adoption != step.adoption ||
			p.Scenario.AdoptionShare != step.share {
			t.Errorf("%s: %q pressed, %s by %v", step.id, got, p.Scenario.Adoption, p.Scenario.AdoptionShare)
		}
	}
	slide(t, p, build(t, app), "adoption_share", "40")
	if got := pressed(); len(got) != 0 || p.Scenario.AdoptionShare != 0.4 {
		t.Errorf("%q pressed, adopted by %v", got, p.Scenario.AdoptionShare)
	}
	p.ResetAll()
	if got := pressed(); len(got) != 1 || got[0] != "uptake-all" {
		t.Errorf("%q pressed after a reset", got)
	}
}

// What the slider says of its position is its position, not the text beside it.
func TestValueTextIsTheValue(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	for raw, want := range map[string]string{"55": "55 %", "55 %": "55 %", "x": "55 %"} {
		p.Type(slider(t, p, "renewal_rate"), "55")
		build(t, app)
		p.Entered()
		p.Type(slider(t, p, "renewal_rate"), raw)
		if got := build(t, app).byID(t, "range-renewal_rate").attr["aria-valuetext"]; got != want {
			t.Errorf("typed %q, the slider says it is at %q, want %q", raw, got, want)
		}
	}
}

// A scenario of the first version says so, and the button beside it leads on; an embedded chart does the same.
func TestUseToday(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, name), edition) }
	app, embed := NewApp(p), NewEmbed(p)
	shown := func(root *element) bool {
		_, hidden := root.byID(t, "outdated").attr["hidden"]
		return !hidden
	}
	if shown(build(t, app)) {
		t.Error("today's default is said to be outdated")
	}
	for what, press := range map[string]func(){
		"page":  func() { build(t, app).byID(t, "use-today").fire(t, "click", "") },
		"embed": func() { embed.Renewed(nil) },
	} {
		p.Open("v=1&snapshot=" + study + "&rebound=0.5")
		if !shown(build(t, app)) {
			t.Errorf("%s: nothing is said of the first version", what)
		}
		press()
		if shown(build(t, app)) || p.Scenario.Version != assumption.DefaultVersion || p.Scenario.Rebound != 0.5 {
			t.Errorf("%s: version %d, rebound %v", what, p.Scenario.Version, p.Scenario.Rebound)
		}
	}
}
