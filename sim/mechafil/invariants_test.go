package mechafil_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// sweep runs forecasts and reports the first broken invariant of each.
type sweep struct {
	t    *testing.T
	runs int
}

func (s *sweep) check(snapshot *mechafil.Snapshot, f mechafil.Forecast, what string, args ...any) {
	s.t.Helper()
	s.runs++
	if err := invariants(snapshot, &f, simulate(s.t, snapshot, f)); err != nil {
		s.t.Errorf("snapshot %s, horizon %d, %s, %s: %s: %v", snapshot.Name, f.HorizonDays, f.GammaWeighting,
			f.PledgeBase, fmt.Sprintf(what, args...), err)
	}
}

// variants calls do with every snapshot, weighting and pledge base.
func variants(t *testing.T, horizonDays int, do func(*mechafil.Snapshot, mechafil.Forecast)) {
	for _, snapshot := range snapshots(t) {
		for _, weighting := range weightings {
			for _, base := range pledgeBases {
				f := defaultForecast(horizonDays)
				f.GammaWeighting, f.PledgeBase = weighting, base
				do(snapshot, f)
			}
		}
	}
}

func TestInvariantsOfOneInput(t *testing.T) {
	s := &sweep{t: t}
	for _, horizon := range []int{1, 2, 30, 363, 364, 365, 366, 1095, 7300} {
		variants(t, horizon, func(snapshot *mechafil.Snapshot, base mechafil.Forecast) {
			s.check(snapshot, base, "defaults")
			for _, in := range inputs() {
				for _, v := range []float64{in.min, in.max} {
					f := base
					in.set(&f, mechafil.Constant(v))
					s.check(snapshot, f, "%s %v", in.name, v)
				}
			}
		})
	}
	t.Logf("%d runs", s.runs)
}

func TestInvariantsOfTwoInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	s := &sweep{t: t}
	all := inputs()
	variants(t, 1095, func(snapshot *mechafil.Snapshot, base mechafil.Forecast) {
		for i, a := range all {
			for _, b := range all[i+1:] {
				for _, v := range []float64{a.min, a.max} {
					for _, w := range []float64{b.min, b.max} {
						f := base
						a.set(&f, mechafil.Constant(v))
						b.set(&f, mechafil.Constant(w))
						s.check(snapshot, f, "%s %v, %s %v", a.name, v, b.name, w)
					}
				}
			}
		}
	})
	t.Logf("%d runs", s.runs)
}

// TestInvariantsOfCorners puts every input at its minimum or maximum at once.
func TestInvariantsOfCorners(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, one input at its ends at a time will do")
	}
	s := &sweep{t: t}
	all := inputs()
	variants(t, 750, func(snapshot *mechafil.Snapshot, base mechafil.Forecast) {
		for corner := range 1 << len(all) {
			f := base
			for i, in := range all {
				v := in.min
				if corner>>i&1 == 1 {
					v = in.max
				}
				in.set(&f, mechafil.Constant(v))
			}
			s.check(snapshot, f, "corner %b, the first input rightmost, 1 for the maximum", corner)
		}
	})
	t.Logf("%d runs", s.runs)
}

// TestInvariantsOfRandomInputs draws scalars and vectors, often at the ends of the ranges.
func TestInvariantsOfRandomInputs(t *testing.T) {
	const seed, draws = 2023_07_31, 500
	random := rand.New(rand.NewPCG(seed, 0))
	all := snapshots(t)
	s := &sweep{t: t}
	ended, floored := 0, 0
	for draw := range draws {
		f := defaultForecast(1 + random.IntN(1500))
		f.GammaWeighting = weightings[random.IntN(len(weightings))]
		f.PledgeBase = pledgeBases[random.IntN(len(pledgeBases))]
		for _, in := range inputs() {
			value := func() float64 {
				switch random.IntN(6) {
				case 0:
					return in.min
				case 1:
					return in.max
				default: // squared: small values are the likelier ones
					u := random.Float64()
					return in.min + (in.max-in.min)*u*u
				}
			}
			path := mechafil.Constant(value())
			if !in.whole && random.IntN(2) == 0 {
				path = make(mechafil.Path, f.HorizonDays)
				for i := range path {
					path[i] = value()
				}
			}
			in.set(&f, path)
		}
		snapshot := all[random.IntN(len(all))]
		s.check(snapshot, f, "draw %d", draw)
		r := simulate(t, snapshot, f)
		if _, end := r.Ended(); end {
			ended++
		}
		if r.LockedFloored.Count+r.CirculatingFloored.Count+r.AvailableFloored.Count > 0 {
			floored++
		}
	}
	t.Logf("%d runs, %d ended early, a floor bound in %d", s.runs, ended, floored)
	if ended == 0 || floored == 0 {
		t.Error("the draws reach neither the end of a network nor a floor: they prove too little")
	}
}

// invariants returns the first thing about a run that must not be.
func invariants(s *mechafil.Snapshot, f *mechafil.Forecast, r *mechafil.Result) error {
	n, last := s.HistoryDays(), r.Defined-1
	_, ended := r.Ended()
	if r.Days != n+f.HorizonDays || r.HistoryDays != n || r.Defined > r.Days || !ended && r.Defined != r.Days {
		return fmt.Errorf("%d of %d days defined (ended %v), history %d and horizon %d", r.Defined, r.Days, ended, n,
			f.HorizonDays)
	}
	for t := range r.Defined {
		if gone := r.RawPowerEiB[t] <= 1e-8 || r.QAPowerEiB[t] <= 1e-8; gone != (ended && t == last) {
			return fmt.Errorf("raw power %v and QA power %v at %d of %d, ended %v", r.RawPowerEiB[t], r.QAPowerEiB[t],
				t, r.Defined, ended)
		}
	}
	if err := invariantValues(r, ended); err != nil {
		return err
	}
	for t := n + 1; t < r.Defined; t++ {
		if m := f.FILPlusMultiplier.At(t - n - 1); r.QAPowerEiB[t] > m*r.RawPowerEiB[t] {
			return fmt.Errorf("QA power %v at %d above multiplier %v times raw power %v", r.QAPowerEiB[t], t, m,
				r.RawPowerEiB[t])
		}
	}
	return invariantSupply(r)
}

// invariantValues checks lengths, and that only documented values are undefined.
func invariantValues(r *mechafil.Result, ended bool) error {
	last := r.Defined - 1
	noPower := ended && r.QAPowerEiB[last] <= 1e-8
	noPledge := func(t int) bool { return r.OnboardedQAPiB[max(t, 1)] == 0 } // entry 0 is entry 1's
	for _, s := range r.Series() {
		want, full := r.Defined, r.Days
		mayMiss := func(int) bool { return false }
		switch s.Name {
		case "pledge_per_sector_fil":
			mayMiss = noPledge
		case "reward_per_sector_fil":
			mayMiss = func(t int) bool { return noPower && t == last }
		case "return_per_sector_1y_fil":
			mayMiss = func(t int) bool { return noPower && t+364 == last }
		case "roi_per_sector_1y":
			mayMiss = func(t int) bool { // a pledge that rounds to nothing beside that of renewed power
				return noPledge(t) || r.PledgePerSectorFIL[t] == 0 || noPower && t+364 == last
			}
		case "due_raw_pib", "due_qa_pib": // of history nothing was published
			mayMiss = func(t int) bool { return t <= r.HistoryDays }
		}
		if s.Name == "return_per_sector_1y_fil" || s.Name == "roi_per_sector_1y" {
			want, full = max(0, want-364), max(0, full-364)
		}
		if len(s.Values) != want || s.Length != full {
			return fmt.Errorf("%s has %d of %d values, want %d of %d", s.Name, len(s.Values), s.Length, want, full)
		}
		for t, v := range s.Values {
			if math.IsInf(v, 0) || math.IsNaN(v) != mayMiss(t) {
				return fmt.Errorf("%s is %v at %d of %d", s.Name, v, t, len(s.Values))
			}
		}
	}
	return nil
}

// invariantSupply checks signs, marks, and that the supply adds up.
func invariantSupply(r *mechafil.Result) error {
	// Source: notes on MechaFIL, the reserve's disbursed part.
	const balance, rel = 17066618.961773411890063046, 1e-9
	pledgeNegative, circulatingZero := 0, 0
	for t := range r.Defined {
		if r.LockedFIL[t] < 0 || r.CirculatingFIL[t] < 0 || r.AvailableFIL[t] < 0 {
			return fmt.Errorf("locked %v, circulating %v, available %v at %d", r.LockedFIL[t], r.CirculatingFIL[t],
				r.AvailableFIL[t], t)
		}
		if r.LockedPledgeFIL[t] < 0 {
			pledgeNegative++
		}
		if r.CirculatingFIL[t] == 0 {
			circulatingZero++
			continue
		}
		if got := r.CirculatingFIL[t] + r.LockedFIL[t] + r.BurntFIL[t] - r.VestedFIL[t] -
			r.CumulativeRewardFIL[t]; t > 0 && math.Abs(got-balance) > rel*balance {
			return fmt.Errorf("supply adds up to %v at %d, want %v", got, t, balance)
		}
	}
	if r.PledgeNegative.Count != pledgeNegative {
		return fmt.Errorf("locked pledge is negative on %d days, marked on %d", pledgeNegative, r.PledgeNegative.Count)
	}
	if r.CirculatingFloored.Count != circulatingZero {
		return fmt.Errorf("circulating supply is zero on %d days, marked on %d", circulatingZero,
			r.CirculatingFloored.Count)
	}
	return nil
}
