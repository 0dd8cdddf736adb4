package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// The sliders, fields and buttons that are on the page do what the view-models promise.
func TestSliderEventChangesTheScenario(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	root := build(t, app)
	hero := slices.Clone(app.Picture.Charts[0].Data)
	headline := root.byID(t, "headline").words()
	for i, s := range p.Sliders {
		position := words.Entered(min(s.Max, s.Min+20*s.Step))
		slide(t, p, root, s.Name, position)
		root = build(t, app)
		if !stands(t, p, s, position) || !stands(t, p, s, root.byID(t, "range-"+s.Name).value) {
			t.Errorf("%s: slid to %s, it stands at %s", s.Name, position, p.Field(s).Position)
		}
		if got := root.byID(t, "input-"+s.Name).value; got != position {
			t.Errorf("%s: slid to %s, the field shows %q", s.Name, position, got)
		}
		if got := root.byID(t, "reset-"+s.Name).attr["data-shown"]; got != "true" {
			t.Errorf("slider %d, %s: reset shown is %s", i, s.Name, got)
		}
	}
	if same(app.Picture.Charts[0].Data, hero) || root.byID(t, "headline").words() == headline {
		t.Error("chart or headline did not change")
	}
	mustShow(t, p)
}

func TestFieldAndResetEvents(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	s := slider(t, p, "lock_target")
	build(t, app).byID(t, "input-lock_target").fire(t, "input", "44 %")
	root := build(t, app)
	if p.Scenario.LockTarget[0] != 0.44 || root.byID(t, "range-lock_target").value != "44" {
		t.Errorf("scenario %v, slider at %s", p.Scenario.LockTarget, root.byID(t, "range-lock_target").value)
	}
	root.byID(t, "reset-lock_target").fire(t, "click", "")
	root = build(t, app)
	if p.Field(s).Changed || root.byID(t, "input-lock_target").value != words.Entered(p.Field(s).Default) {
		t.Errorf("after reset the field shows %q", root.byID(t, "input-lock_target").value)
	}
	slide(t, p, root, "lock_target", "50")
	root.byID(t, "reset-all").fire(t, "click", "")
	build(t, app)
	if left := string(p.ScenarioFile()); p.Field(s).Changed || strings.Contains(left, "lock_target") {
		t.Errorf("after resetting all: %s", left)
	}
	mustShow(t, p)
}

// rateRows are the rows of rates that are not hidden.
func rateRows(root *element) (rows []*element) {
	for _, row := range root.all(func(e *element) bool { return e.attr["class"] == "rate" }) {
		if _, hidden := row.attr["hidden"]; !hidden {
			rows = append(rows, row)
		}
	}
	return rows
}

func TestRateEvents(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	root := build(t, app)
	slide(t, p, root, "fil_plus_rate_0", "10")
	root = build(t, app)
	root.byID(t, "input-fil_plus_rate_2").fire(t, "input", "90")
	root = build(t, app)
	root.byID(t, "remove-rate-1").fire(t, "click", "")
	root = build(t, app)
	if got := percents(p); !slices.Equal(got, []float64{10, 90}) || len(rateRows(root)) != 2 {
		t.Errorf("rates %v in %d rows", got, len(rateRows(root)))
	}
	root.byID(t, "add-rate").fire(t, "click", "")
	root = build(t, app)
	if got := percents(p); !slices.Equal(got, []float64{10, 90, 50}) || len(rateRows(root)) != 3 {
		t.Errorf("rates %v in %d rows", got, len(rateRows(root)))
	}
	for range len(p.Rates) {
		root.byID(t, "add-rate").fire(t, "click", "")
		root = build(t, app)
	}
	if _, disabled := root.byID(t, "add-rate").attr["disabled"]; !disabled || len(rateRows(root)) != len(p.Rates) {
		t.Errorf("%d rows, adding is disabled: %v", len(rateRows(root)), disabled)
	}
	for range len(p.Rates) {
		root.byID(t, "remove-rate-0").fire(t, "click", "")
		root = build(t, app)
	}
	if _, disabled := root.byID(t, "remove-rate-0").attr["disabled"]; !disabled || len(rateRows(root)) != 1 {
		t.Errorf("%d rows, removing is disabled: %v", len(rateRows(root)), disabled)
	}
	mustShow(t, p)
}

func TestDenominatorEvent(t *testing.T) {
	p := newStudyPage(t)
	app := NewApp(p)
	for _, by := range []words.Denominator{words.ByOutflow, words.ByCirculating, words.ByNetflow} {
		for _, radio := range build(t, app).all(func(e *element) bool { return e.attr["value"] == string(by) }) {
			radio.fire(t, "change", radio.attr["value"])
		}
		root := build(t, app)
		for _, radio := range root.all(func(e *element) bool { return e.attr["name"] == "denominator" }) {
			if radio.attr[".checked"] != words.Flag(radio.attr["value"] == string(by)) {
				t.Errorf("by %s: radio %s is checked: %s", by, radio.attr["value"], radio.attr[".checked"])
			}
		}
		mustContain(t, root.byID(t, "title-hero").words(), p.Text.Basis[by])
		if !same(app.Picture.Charts[0].Data, plotOf(p, "hero").Data) {
			t.Errorf("by %s: the hero chart is not of it", by)
		}
	}
}

func TestSnapshotEvent(t *testing.T) {
	p := newStudyPage(t)
	var asked []string
	p.Load = func(name string, _ int) { asked = append(asked, name) }
	app := NewApp(p)
	build(t, app).byID(t, "input-snapshot").fire(t, "change", latest)
	root := build(t, app)
	if !slices.Equal(asked, []string{latest}) {
		t.Errorf("asked for %v", asked)
	}
	mustContain(t, root.byID(t, "hint-snapshot").words(), "Loading", "9 September 2025")
	p.Loaded(inputsOf(t, latest), testEdition)
	root = build(t, app)
	for _, option := range root.byID(t, "input-snapshot").children {
		if option.attr[".selected"] != words.Flag(option.attr["value"] == latest) {
			t.Errorf("option %s is selected: %s", option.attr["value"], option.attr[".selected"])
		}
	}
	if hint := root.byID(t, "hint-snapshot").words(); hint != p.Text.SnapshotHint {
		t.Errorf("the hint still says %q", hint)
	}
	mustContain(t, root.byID(t, "chart-hero").words(), "9 September 2025")
}
