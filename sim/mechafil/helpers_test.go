package mechafil_test

import (
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/mechafil"
)

var (
	weightings  = []mechafil.Weighting{mechafil.Arithmetic, mechafil.Geometric, mechafil.Harmonic}
	pledgeBases = []mechafil.PledgeBase{mechafil.CirculatingBase, mechafil.AvailableBase}
)

// defaultForecast is the study's at the middle of its three FIL+ rates.
func defaultForecast(horizonDays int) mechafil.Forecast {
	return mechafil.Forecast{
		HorizonDays: horizonDays, SectorDurationDays: 540,
		RawOnboardingPiB: mechafil.Constant(5.9664154), RenewalRate: mechafil.Constant(0.71167269),
		FILPlusRate: mechafil.Constant(0.75), LockTarget: mechafil.Constant(0.3),
		FILPlusMultiplier: mechafil.Constant(10), QARenewalMultiplier: mechafil.Constant(1),
		Gamma:       mechafil.Constant(1),
		LeavingRate: mechafil.Constant(0), BaselineEiB: mechafil.Constant(0),
		GammaWeighting: mechafil.Arithmetic, PledgeBase: mechafil.CirculatingBase, Start: mechafil.MechaFILStart,
	}
}

// input is a numeric input of a forecast with its legal range (source: issue, section 2).
type input struct {
	name     string
	min, max float64
	whole    bool // a single whole number, never a vector
	set      func(*mechafil.Forecast, mechafil.Path)
}

func inputs() []input {
	return []input{
		{"raw_onboarding_pib", 0, 1000, false, func(f *mechafil.Forecast, p mechafil.Path) { f.RawOnboardingPiB = p }},
		{"renewal_rate", 0, 1, false, func(f *mechafil.Forecast, p mechafil.Path) { f.RenewalRate = p }},
		{"fil_plus_rate", 0, 1, false, func(f *mechafil.Forecast, p mechafil.Path) { f.FILPlusRate = p }},
		{"lock_target", 0, 1, false, func(f *mechafil.Forecast, p mechafil.Path) { f.LockTarget = p }},
		{"fil_plus_multiplier", 1, 20, false, func(f *mechafil.Forecast, p mechafil.Path) { f.FILPlusMultiplier = p }},
		{"qa_renewal_multiplier", 0, 10, false,
			func(f *mechafil.Forecast, p mechafil.Path) { f.QARenewalMultiplier = p }},
		{"gamma", 0, 1, false, func(f *mechafil.Forecast, p mechafil.Path) { f.Gamma = p }},
		{"leaving_rate", 0, 0.01, false, func(f *mechafil.Forecast, p mechafil.Path) { f.LeavingRate = p }},
		{"baseline_eib", 0, 100_000, false, func(f *mechafil.Forecast, p mechafil.Path) { f.BaselineEiB = p }},
		{"extension_days", 0, 1900, true,
			func(f *mechafil.Forecast, p mechafil.Path) { f.ExtensionDays = int(p[0]) }},
		{"sector_duration_days", 180, 1900, true,
			func(f *mechafil.Forecast, p mechafil.Path) { f.SectorDurationDays = int(p[0]) }},
	}
}

func snapshots(tb testing.TB) []*mechafil.Snapshot {
	tb.Helper()
	var all []*mechafil.Snapshot
	for _, name := range assets.SnapshotNames() {
		s, err := assets.Snapshot(name)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

func simulate(tb testing.TB, s *mechafil.Snapshot, f mechafil.Forecast) *mechafil.Result {
	tb.Helper()
	r, err := mechafil.Simulate(s, &f)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// snapshot2026 is the network of 2026-04-20.
func snapshot2026(tb testing.TB) *mechafil.Snapshot {
	tb.Helper()
	s, err := assets.Snapshot("2026-04-20")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}
