package mechafil_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// same compares two series bit by bit, NaN equal to NaN.
func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
}

func compareRuns(t *testing.T, what string, got, want *mechafil.Result, entries int) {
	t.Helper()
	wanted := want.Series()
	for i, s := range got.Series() {
		length := entries - (want.Days - wanted[i].Length) // one-year series are shorter
		if length < 0 {
			length = 0
		}
		if !same(s.Values[:min(length, len(s.Values))], wanted[i].Values[:min(length, len(wanted[i].Values))]) {
			t.Errorf("%s: %s differs", what, s.Name)
		}
	}
}

// TestVectorEqualsScalar: a vector of one repeated value is the scalar, to the last bit.
func TestVectorEqualsScalar(t *testing.T) {
	for _, s := range snapshots(t) {
		scalars := defaultForecast(800)
		want := simulate(t, s, scalars)
		for _, in := range inputs() {
			if in.whole {
				continue
			}
			f := scalars
			value := map[string]float64{
				"raw_onboarding_pib": 5.9664154, "renewal_rate": 0.71167269, "fil_plus_rate": 0.75, "lock_target": 0.3,
				"fil_plus_multiplier": 10, "qa_renewal_multiplier": 1, "gamma": 1,
			}[in.name]
			in.set(&f, slices.Repeat(mechafil.Path{value}, f.HorizonDays))
			compareRuns(t, s.Name+" "+in.name, simulate(t, s, f), want, want.Days)
		}
	}
}

// TestHorizonOnlyCutsOff: a shorter run is the beginning of a longer one.
func TestHorizonOnlyCutsOff(t *testing.T) {
	for _, s := range snapshots(t) {
		long := simulate(t, s, defaultForecast(1200))
		for _, horizon := range []int{1, 2, 30, 365, 541, 1199} {
			short := simulate(t, s, defaultForecast(horizon))
			for i, series := range short.Series() {
				if !same(series.Values, long.Series()[i].Values[:len(series.Values)]) {
					t.Errorf("%s: %s over %d days is not the beginning of a longer run", s.Name, series.Name, horizon)
				}
			}
		}
	}
}

// TestVectorActsFromItsDay: a change on forecast day i leaves the entries before it alone. Power
// reads value i on entry N+1+i; lock target, gamma and the pledge's renewal rate on entry N+i.
func TestVectorActsFromItsDay(t *testing.T) {
	const horizon, day = 120, 50
	s := snapshots(t)[1] // its baseline lies above its QA power, without which gamma does nothing
	n := s.HistoryDays()
	want := simulate(t, s, defaultForecast(horizon))
	for _, c := range []struct {
		input     string
		was, then float64
		first     int // entry
	}{
		{"raw_onboarding_pib", 5.9664154, 50, n + 1 + day},
		{"renewal_rate", 0.71167269, 0.1, n + day},
		{"fil_plus_rate", 0.75, 0, n + 1 + day},
		{"lock_target", 0.3, 0.5, n + day},
		{"fil_plus_multiplier", 10, 2, n + 1 + day},
		{"qa_renewal_multiplier", 1, 3, n + 1 + day},
		{"gamma", 1, 0.2, n + day},
		{"leaving_rate", 0, 0.005, n + 1 + day},
	} {
		f := defaultForecast(horizon)
		path := slices.Repeat(mechafil.Path{c.was}, horizon)
		for i := day; i < horizon; i++ {
			path[i] = c.then
		}
		for _, in := range inputs() {
			if in.name == c.input {
				in.set(&f, path)
			}
		}
		got := simulate(t, s, f)
		compareRuns(t, c.input+" before its change", got, want, c.first)
		if got.LockedFIL[c.first] == want.LockedFIL[c.first] {
			t.Errorf("%s: locked tokens do not move on entry %d", c.input, c.first)
		}
	}
}

// TestRatesShareNothing: runs of one Common do not depend on their order.
func TestRatesShareNothing(t *testing.T) {
	s, f := snapshots(t)[0], defaultForecast(600)
	common := mechafil.Prepare(s, &f)
	first := common.Run(mechafil.Constant(0.5))
	common.Run(mechafil.Constant(1))
	compareRuns(t, "rate 0.5 again", common.Run(mechafil.Constant(0.5)), first, first.Days)
	f.FILPlusRate = mechafil.Constant(0.5)
	compareRuns(t, "rate 0.5 alone", simulate(t, s, f), first, first.Days)
}
