package mechafil_test

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestWith: a network with other onboarding and burn is the one that is prepared with them, to the last bit, also in
// memory that runs have used and where one of the two ends.
func TestWith(t *testing.T) {
	var memory mechafil.Memory
	for _, s := range snapshots(t) {
		for _, c := range []struct {
			was, is float64 // PiB onboarded a day
			renewal float64
		}{{6, 9, 0.7}, {6, 0, 0.7}, {0, 6, 0}, {6, 0, 0}, {0, 0.001, 0}} {
			f := defaultForecast(900)
			f.RawOnboardingPiB, f.RenewalRate = mechafil.Constant(c.was), mechafil.Constant(c.renewal)
			g := f
			g.RawOnboardingPiB = slices.Repeat(mechafil.Path{c.is}, f.HorizonDays)
			g.BurnSavedFIL = make([]float64, f.HorizonDays)
			for i := range g.BurnSavedFIL {
				g.BurnSavedFIL[i] = float64(i % 50)
			}
			memory.Reset()
			common := mechafil.PrepareIn(&memory, s, &f)
			before := common.Run(mechafil.Constant(0.5))
			got := common.With(g.RawOnboardingPiB, g.BurnSavedFIL).Run(mechafil.Constant(0.25))
			want := mechafil.Prepare(s, &g).Run(mechafil.Constant(0.25))
			compareRuns(t, s.Name+" with", got, want, want.Days)
			if got.Defined != want.Defined || got.PledgeNegative != want.PledgeNegative ||
				got.LockedFloored != want.LockedFloored || got.QACapped != want.QACapped {
				t.Errorf("%s, %v: ends at %d, want %d, or other marks", s.Name, c, got.Defined, want.Defined)
			}
			compareRuns(t, s.Name+" without", before, mechafil.Prepare(s, &f).Run(mechafil.Constant(0.5)), want.Days)
		}
	}
}
