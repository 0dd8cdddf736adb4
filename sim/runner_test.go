package sim_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/simtest"
)

// sameSeries fails unless the runs of two results are equal bit for bit.
func sameSeries(t *testing.T, name string, got, want *sim.Result) {
	t.Helper()
	if len(got.Runs) != len(want.Runs) {
		t.Fatalf("%s: %d runs, want %d", name, len(got.Runs), len(want.Runs))
	}
	for i := range got.Runs {
		g, w := got.Runs[i].Series(), want.Runs[i].Series()
		for k := range w {
			same := func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }
			if !slices.EqualFunc(g[k].Values, w[k].Values, same) {
				t.Fatalf("%s: run %d: %s differs", name, i, w[k].Name)
			}
		}
		for k, w := range want.Runs[i].DirectNetwork.Series() {
			if g := got.Runs[i].DirectNetwork.Series()[k]; !sameBits(g.Values, w.Values) {
				t.Fatalf("%s: run %d: %s of the network under DirectFIL+ differs", name, i, w.Name)
			}
		}
		gf, wf := got.Runs[i].Summary.Figures(), want.Runs[i].Summary.Figures()
		for k := range wf {
			if gf[k].Name != wf[k].Name || math.Float64bits(gf[k].Value) != math.Float64bits(wf[k].Value) {
				t.Errorf("%s: run %d: %s is %v, want %v", name, i, wf[k].Name, gf[k].Value, wf[k].Value)
			}
		}
	}
}

// TestRunnerIsRun: memory that earlier runs have used, longer and shorter ones among them, changes no bit.
func TestRunnerIsRun(t *testing.T) {
	var runner, whole sim.Runner
	for _, c := range []struct{ preset, text string }{
		{"", "{}"},
		{"default", "{}"},
		{"refilled-in-part", "{}"},
		{"study", `{"horizon_days": 2000}`},
		{"", `{"horizon_days": 900, "raw_onboarding_pib": 0, "renewal_rate": 0}`}, // power ends
		{"", costliest("2023-07-31")},
		{"", `{"horizon_days": 900, "raw_onboarding_pib": 0, "renewal_rate": 0, "burn_feedback": true,
			"messages": "onboarding"}`},
		{"", `{"snapshot": "2025-09-09", "messages": "onboarding", "rebound": 1}`},
		{"", costliest("2025-09-09")},
		{"", `{"fil_plus_rates": [0]}`},
		{"study", `{"horizon_days": 1, "smoothing_days": 365, "burn_feedback": true}`},
		{"", "{}"},
	} {
		name := c.preset + " " + c.text
		in, sc := simtest.ResolvePreset(t, c.preset, c.text)
		want := mustSimulate(t, in, sc)
		got, err := runner.Run(in, &sc)
		if err != nil {
			t.Fatal(err)
		}
		if got.Bands != nil || got.Warnings != nil {
			t.Error("a runner gives bands or warnings")
		}
		sameSeries(t, name, got, want)
		if got, err = whole.RunWhole(in, &sc); err != nil {
			t.Fatal(err)
		}
		sameSeries(t, name, got, want)
		if !reflect.DeepEqual(got.Bands, want.Bands) || !reflect.DeepEqual(got.Warnings, want.Warnings) {
			t.Errorf("%s: bands or warnings differ", name)
		}
	}
}

// TestPublishFactor: factors act on PublishStorageDeals gas and what follows from it, not on other messages,
// and in a network that does not respond to the saving are proportional.
func TestPublishFactor(t *testing.T) {
	in, sc := simtest.Resolve(t, `{"messages": "onboarding", "horizon_days": 60}`)
	plain := mustSimulate(t, in, sc)
	runner := sim.Runner{PublishFactor: make([]float64, plain.Days)}
	for i := range runner.PublishFactor {
		runner.PublishFactor[i] = 1 + float64(i)/100
	}
	got, err := runner.Run(in, &sc)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got.Runs {
		g, w := &got.Runs[i], &plain.Runs[i]
		for k, f := range runner.PublishFactor {
			publish := w.GasPublishGgas[k] * f
			if g.GasPublishGgas[k] != publish || !near(g.GasStatusQuoGgas[k], w.GasStatusQuoGgas[k]-w.GasPublishGgas[k]+
				publish, 1e-12) ||
				!near(g.GasDirectGgas[k], w.GasDirectGgas[k]+sc.DirectGasFraction*(publish-w.GasPublishGgas[k]),
					1e-12) {
				t.Fatalf("run %d entry %d: gas %v, %v, %v", i, k, g.GasPublishGgas[k], g.GasStatusQuoGgas[k],
					g.GasDirectGgas[k])
			}
			if g.Network.LockedFIL[k] != w.Network.LockedFIL[k] {
				t.Fatalf("run %d entry %d: the network differs", i, k)
			}
		}
	}
	ones := sim.Runner{PublishFactor: slices.Repeat([]float64{1}, plain.Days)}
	same, err := ones.Run(in, &sc)
	if err != nil {
		t.Fatal(err)
	}
	sameSeries(t, "factors of 1", same, plain)
}

// TestRunnerAllocatesLittle: series are not among what is allocated anew.
func TestRunnerAllocatesLittle(t *testing.T) {
	for _, c := range []struct {
		preset string
		most   float64
	}{{"", 40}, {"default", 50}, {"refilled-in-part", 70}} {
		in, sc := simtest.ResolvePreset(t, c.preset, "{}")
		var runner sim.Runner
		var err error
		if got := testing.AllocsPerRun(5, func() { _, err = runner.Run(in, &sc) }); err != nil || got > c.most {
			t.Errorf("%s: %v allocations (%v), want at most %v", c.preset, got, err, c.most)
		}
	}
}
