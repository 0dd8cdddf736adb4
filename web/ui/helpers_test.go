package ui

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/ask/asktest"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

const study, latest = "2023-07-31", "2025-09-09"

const testEdition = 3

// inputsOf are a shipped snapshot's inputs.
func inputsOf(t testing.TB, name string) *assumption.Inputs {
	t.Helper()
	in, _ := asktest.Inputs(t, name)
	return in
}

// newTestPage is the default page on shipped figures.
func newTestPage(t testing.TB) *page.Page {
	t.Helper()
	editions := []page.Edition{{
		Number: testEdition, Released: day.Of(2025, 9, 1), Equations: 2,
		Prints: map[string]string{study: "b", latest: "x"},
	}}
	p, err := page.NewPage(words.English(), assets.SnapshotNames(), editions, inputsOf(t, study))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// newStudyPage is a page of the study's snapshot and gas model.
func newStudyPage(t testing.TB) *page.Page {
	t.Helper()
	p := newTestPage(t)
	assume(t, p, "gas_model=regime", "base_fee_nanofil=1", "direct_gas_fraction=0.15", "fil_plus_rates=0.5,0.75,1",
		"raw_onboarding_pib=6", "renewal_rate=0.7", "horizon_days=1095", "smoothing_days=30",
		"messages=publish", "adoption=full", "rebound=0", "burn_feedback=false")
	return p
}

// newBlocksPage is a page whose price follows block space.
func newBlocksPage(t testing.TB) *page.Page {
	t.Helper()
	p := newTestPage(t)
	assume(t, p, "price=block_space")
	return p
}

// assume lays "name=value" assumptions over the page's, and computes.
func assume(t testing.TB, p *page.Page, assumptions ...string) {
	t.Helper()
	overrides, err := assumption.ParseScenario(p.ScenarioFile())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range assumptions {
		name, value, _ := strings.Cut(a, "=")
		if err := overrides.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.OpenScenario(overrides); err != nil {
		t.Fatal(err)
	}
	update(t, p)
}

func update(t testing.TB, p *page.Page) {
	t.Helper()
	if err := p.Update(); err != nil {
		t.Fatal(err)
	}
}

func use(t testing.TB, p *page.Page, name string) {
	t.Helper()
	if err := p.Use(inputsOf(t, name)); err != nil {
		t.Fatal(err)
	}
	update(t, p)
}

func slider(t testing.TB, p *page.Page, name string) *page.Slider {
	t.Helper()
	for _, s := range append(p.Sliders, p.Rates[:]...) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no slider %q", name)
	return nil
}

func chooser(p *page.Page, name string) *page.Chooser {
	return p.Choosers[slices.IndexFunc(p.Choosers, func(c *page.Chooser) bool { return c.Name == name })]
}

// plotOf is a chart of the page.
func plotOf(p *page.Page, id string) *page.Plot {
	return p.Picture(id).Charts[0]
}

// mustShow fails unless the page's result is what the simulator gives for the page's scenario.
func mustShow(t testing.TB, p *page.Page) {
	t.Helper()
	want, err := sim.Run(p.Inputs(), p.Scenario)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Result.Runs) != len(want.Runs) || p.RateCount() != len(want.Runs) {
		t.Fatalf("%d runs with %d rates shown, want %d", len(p.Result.Runs), p.RateCount(), len(want.Runs))
	}
	for i := range want.Runs {
		got := p.Result.Runs[i].Series()
		for k, s := range want.Runs[i].Series() {
			if !same(got[k].Values, s.Values) {
				t.Errorf("run %d: %s is not that of the page's scenario", i, s.Name)
			}
		}
	}
}

// same compares floats, a NaN being the same as any other.
func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) })
}

func mustContain(t testing.TB, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if part == "" || !strings.Contains(text, part) {
			t.Errorf("%q does not say %q", text, part)
		}
	}
}

// percents are the FIL+ rates of the page's scenario.
func percents(p *page.Page) []float64 {
	var out []float64
	for _, rate := range p.Scenario.FILPlusRates {
		out = append(out, rate[0]*100)
	}
	return out
}

// slide moves a slider of a render as the page does: past the render's listeners, by its name.
func slide(t *testing.T, p *page.Page, root *element, name, position string) {
	t.Helper()
	if of := root.byID(t, "range-"+name).attr["type"]; of != "range" {
		t.Fatalf("%s is of type %q", name, of)
	}
	p.SlideNamed(name, position)
}

// stands reports whether the slider is at a position, give or take float dust.
func stands(t *testing.T, p *page.Page, s *page.Slider, position string) bool {
	t.Helper()
	got, err := strconv.ParseFloat(p.Field(s).Position, 64)
	if err != nil {
		t.Fatal(err)
	}
	want, err := strconv.ParseFloat(position, 64)
	if err != nil {
		t.Fatal(err)
	}
	return math.Abs(got-want) < 1e-9
}
