package page

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

const study, latest = "2023-07-31", "2025-09-09"

// testEdition is the last of testEditions: the first differs from it in one snapshot, the second in the
// equations.
const testEdition = 3

func testEditions() []Edition {
	return []Edition{
		{Number: 1, Released: day.Of(2023, 9, 1), Equations: 1, Prints: map[string]string{study: "a", latest: "x"}},
		{Number: 2, Released: day.Of(2024, 9, 1), Equations: 1, Prints: map[string]string{study: "b", latest: "x"}},
		{Number: testEdition, Released: day.Of(2025, 9, 1), Equations: 2,
			Prints: map[string]string{study: "b", latest: "x"}},
	}
}

// studyAssumptions spells out what other tests lean on, whatever the defaults are.
var studyAssumptions = []string{
	"gas_model=regime", "base_fee_nanofil=1", "direct_gas_fraction=0.15", "fil_plus_rates=0.5,0.75,1",
	"raw_onboarding_pib=6", "renewal_rate=0.7", "horizon_days=1095", "smoothing_days=30",
	"messages=publish", "adoption=full", "rebound=0", "burn_feedback=false",
}

// newStudyPage is a page of the study's snapshot and gas model, with further assumptions.
func newStudyPage(t testing.TB, assumptions ...string) *Page {
	t.Helper()
	p := newTestPage(t)
	if p.SnapshotName() != study {
		use(t, p, study)
	}
	assume(t, p, append(slices.Clone(studyAssumptions), assumptions...)...)
	return p
}

// standardLink is the link of the page as it opens by itself.
func standardLink(t testing.TB) string {
	t.Helper()
	preset := assumption.DefaultPreset()
	query, err := link.Encode(link.State{Snapshot: preset.Snapshot, Edition: testEdition, Overrides: preset.Overrides})
	if err != nil {
		t.Fatal(err)
	}
	return query
}

// assume lays "name=value" assumptions over the page's, and computes.
func assume(t testing.TB, p *Page, assumptions ...string) {
	t.Helper()
	overrides := assumption.Overrides{}
	for name, raw := range p.overrides {
		overrides[name] = raw
	}
	for _, a := range assumptions {
		name, value, _ := strings.Cut(a, "=")
		if err := overrides.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.adopt(p.in, overrides); err != nil {
		t.Fatal(err)
	}
	update(t, p)
}

// scalarOf is the number of a scenario's assumption.
func scalarOf(s *assumption.Scenario, name string) float64 {
	a, err := assumption.Named(name)
	if err != nil {
		panic(err)
	}
	return a.Number(s)
}

func update(t testing.TB, p *Page) {
	t.Helper()
	if err := p.Update(); err != nil {
		t.Fatal(err)
	}
}

// inputsOn are the figures of a network, read as the browser would.
func inputsOn(t testing.TB, name string) *assumption.Inputs {
	t.Helper()
	data, err := os.ReadFile("../../assets/data/packs/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := assets.DecodePack(data)
	if err != nil {
		t.Fatal(err)
	}
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	fitted, err := models.For(name)
	if err != nil {
		t.Fatal(err)
	}
	return &assumption.Inputs{Snapshot: pack.Snapshot, Daily: pack.Daily, Regime: &models.Regime,
		Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}
}

// inputsOf are the page's inputs with another snapshot.
func inputsOf(t testing.TB, p *Page, name string) *assumption.Inputs {
	t.Helper()
	in, of := *p.in, inputsOn(t, name)
	in.Snapshot, in.Daily, in.Scaling, in.Onboarding = of.Snapshot, of.Daily, of.Scaling, of.Onboarding
	return &in
}

func use(t testing.TB, p *Page, name string) {
	t.Helper()
	if err := p.Use(inputsOf(t, p, name)); err != nil {
		t.Fatal(err)
	}
	update(t, p)
}

// plotOf is a chart of the page.
func plotOf(p *Page, id string) *Plot {
	return p.Picture(id).Charts[0]
}

// seriesOf is a run's series by its name in the scenario JSON's result, on the date axis.
func seriesOf(t testing.TB, r *sim.Result, run int, name string) []float64 {
	t.Helper()
	for _, s := range r.Runs[run].Series() {
		if s.Name == name {
			out := make([]float64, r.Days)
			for i := range out {
				out[i] = math.NaN()
			}
			copy(out[min(s.Offset, len(out)):], s.Values)
			return out
		}
	}
	t.Fatalf("no series %q", name)
	return nil
}

// mustShow fails unless the page's result is what the simulator gives for the page's scenario.
func mustShow(t testing.TB, p *Page) {
	t.Helper()
	want, err := sim.Run(p.in, p.Scenario)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Result.Runs) != len(want.Runs) || p.RateCount() != len(want.Runs) {
		t.Fatalf("%d runs with %d rates shown, want %d", len(p.Result.Runs), p.RateCount(), len(want.Runs))
	}
	for i := range want.Runs {
		for _, name := range []string{"gas_over_netflow", "direct_over_netflow", "outflow_mean_fil"} {
			if got := seriesOf(t, p.Result, i, name); !same(got, seriesOf(t, want, i, name)) {
				t.Errorf("run %d: %s is not that of the page's scenario", i, name)
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

// As English writes them.
func share(v float64) string       { return words.English().PercentOf(v) }
func rateName(rate float64) string { return words.English().RateName(rate) }

// composer is what puts the page's pictures together.
func (p *Page) composer() *composer {
	return &composer{Choices: &p.Choices, in: p.in, Result: p.Result, Beside: p.Beside}
}

// form is how the page's controls look.
func form(p *Page) *Form { return new(Frames).Next(p).Form }

// presetNamed is a preset by its name.
func presetNamed(t testing.TB, name string) assumption.Preset {
	t.Helper()
	preset, err := assumption.PresetNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return preset
}
