package mechafil_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestOutputs: what falls due is the schedule and the forecast's own cohorts, capped power is the lesser of two, and
// the tranches add up to what vests.
func TestOutputs(t *testing.T) {
	for _, s := range snapshots(t) {
		f := defaultForecast(700)
		f.LeavingRate, f.ExtensionDays, f.Start = mechafil.Constant(0.0004), 300, mechafil.ChainStart
		r := simulate(t, s, f)
		of := map[string][]float64{}
		for _, series := range r.Series() {
			of[series.Name] = series.Values
		}
		n := s.HistoryDays()
		due, renewed := of["due_raw_pib"], of["renewed_raw_pib"]
		if !math.IsNaN(due[n]) || !math.IsNaN(of["due_qa_pib"][0]) {
			t.Errorf("%s: something is said to have fallen due in history, of which nothing was published", s.Name)
		}
		for e := n + 1; e < r.Defined; e++ {
			if want := due[e] * 0.71167269; math.Abs(renewed[e]-want) > 1e-12*want {
				t.Fatalf("%s: %v of %v due is renewed on entry %d", s.Name, renewed[e], due[e], e)
			}
		}
		if want := s.ScheduledExpiryRawPiB[0] * 0.9996; math.Abs(due[n+1]-want) > 1e-12*want {
			t.Errorf("%s: %v falls due on the first day, want %v", s.Name, due[n+1], want)
		}
		for e := range r.Defined {
			vests := 0.0
			for name, values := range of {
				if len(name) > 8 && name[:8] == "vesting_" {
					vests += values[e]
				}
			}
			if e > 0 && math.Abs(vests-(r.VestedFIL[e]-r.VestedFIL[e-1])) > 1e-6 {
				t.Fatalf("%s: %v vests on entry %d, the sum rises by %v", s.Name, vests, e,
					r.VestedFIL[e]-r.VestedFIL[e-1])
			}
			if of["capped_power_eib"][e] != min(r.BaselinePowerEiB[e], r.RawPowerEiB[e]) {
				t.Fatalf("%s: capped power %v on entry %d", s.Name, of["capped_power_eib"][e], e)
			}
		}
	}
}

// TestOwnBaseline: a baseline that is the protocol's, given by day, changes nothing; one below power mints by it, and
// pledge follows it.
func TestOwnBaseline(t *testing.T) {
	for _, s := range snapshots(t) {
		f := defaultForecast(300)
		want := simulate(t, s, f)
		n := s.HistoryDays()
		f.BaselineEiB = slices.Clone(mechafil.Path(want.BaselinePowerEiB[n+1:]))
		f.BaselineEiB = append(f.BaselineEiB, 0) // the day that a run drops
		compareRuns(t, s.Name+" the protocol's", simulate(t, s, f), want, want.Days)

		f.BaselineEiB = mechafil.Constant(0.5)
		low := simulate(t, s, f)
		for e := range low.Defined {
			expected := 0.5
			if e <= n {
				expected = want.BaselinePowerEiB[e]
			}
			if low.BaselinePowerEiB[e] != expected {
				t.Fatalf("%s: baseline %v on entry %d", s.Name, low.BaselinePowerEiB[e], e)
			}
		}
		last := low.Defined - 1
		if !(low.RewardFIL[last] < want.RewardFIL[last]) || !(low.LockedPledgeOfDayFIL[last] > 0) {
			t.Errorf("%s: reward %v at a low baseline, %v at the protocol's", s.Name, low.RewardFIL[last],
				want.RewardFIL[last])
		}
		// Nobody else's calendar is written to.
		compareRuns(t, s.Name+" after", simulate(t, s, defaultForecast(300)), want, want.Days)
	}
}

// TestWeightingsByDay: one weighting a day is that weighting, and a change acts from its day.
func TestWeightingsByDay(t *testing.T) {
	const horizon, on = 120, 50
	s := snapshots(t)[1] // its baseline lies above its QA power, without which gamma does nothing
	f := defaultForecast(horizon)
	f.Gamma = mechafil.Constant(0.5)
	all := map[mechafil.Weighting]*mechafil.Result{}
	for _, w := range weightings {
		one := f
		one.GammaWeighting = w
		all[w] = simulate(t, s, one)
		one.GammaWeighting = mechafil.Arithmetic
		one.GammaWeightings = slices.Repeat([]mechafil.Weighting{w}, horizon)
		compareRuns(t, string(w), simulate(t, s, one), all[w], all[w].Days)
	}
	f.GammaWeightings = slices.Repeat([]mechafil.Weighting{mechafil.Arithmetic}, horizon)
	for i := on; i < horizon; i++ {
		f.GammaWeightings[i] = mechafil.Harmonic
	}
	first := s.HistoryDays() + on
	got := simulate(t, s, f)
	compareRuns(t, "before the change", got, all[mechafil.Arithmetic], first)
	if got.LockedFIL[first] == all[mechafil.Arithmetic].LockedFIL[first] {
		t.Error("the change does nothing")
	}
	f.GammaWeightings[3] = "mean"
	mustName(t, "weighting", f.Validate(), "gamma_weightings", `"mean"`, `"harmonic"`)
	f.GammaWeightings = f.GammaWeightings[:7]
	mustName(t, "weightings", f.Validate(), "gamma_weightings", "7 values", "120")
}
