package mechafil

import (
	"math"
	"testing"
)

// TestInitialPledge checks the formula on numbers that are easy by hand: 1 of 1000 PiB, baseline
// 2000 PiB, 100 FIL of reward (2 FIL of storage pledge), target 0.3 of 1e6 FIL, which is 300 FIL
// of simple and 150 FIL of baseline pledge.
func TestInitialPledge(t *testing.T) {
	for _, c := range []struct {
		name             string
		added, network   float64
		baseline, supply float64
		gamma            float64
		weighting        Weighting
		want             float64
	}{
		{"all baseline", 1, 1000, 2000, 1e6, 1, Arithmetic, 2 + 150},
		{"all baseline, geometric", 1, 1000, 2000, 1e6, 1, Geometric, 2 + 150},
		{"all baseline, harmonic", 1, 1000, 2000, 1e6, 1, Harmonic, 2 + 150},
		{"all simple", 1, 1000, 2000, 1e6, 0, Arithmetic, 2 + 300},
		{"all simple, geometric", 1, 1000, 2000, 1e6, 0, Geometric, 2 + 300},
		{"all simple, harmonic", 1, 1000, 2000, 1e6, 0, Harmonic, 2 + 300},
		{"half", 1, 1000, 2000, 1e6, 0.5, Arithmetic, 2 + 225},
		{"half, geometric", 1, 1000, 2000, 1e6, 0.5, Geometric, 2 + math.Sqrt(300*150)},
		{"half, harmonic", 1, 1000, 2000, 1e6, 0.5, Harmonic, 2 + 200},
		{"network above baseline", 1, 1000, 500, 1e6, 1, Arithmetic, 2 + 300},
		{"nothing added", 0, 1000, 2000, 1e6, 1, Arithmetic, 0},
		{"nothing added, geometric", 0, 1000, 2000, 1e6, 0.5, Geometric, 0},
		{"nothing added, harmonic", 0, 1000, 2000, 1e6, 0.5, Harmonic, 0},
		{"no supply, harmonic", 1, 1000, 2000, 0, 0.5, Harmonic, 2},
		{"negative supply counts as none", 1, 1000, 2000, -1e6, 0.5, Arithmetic, 2},
		{"negative supply counts as none, geometric", 1, 1000, 2000, -1e6, 0.5, Geometric, 2},
		{"capped at 1 FIL a GiB", 2, 1000, 2000, 1e12, 1, Arithmetic, 2 * 1048576},
		{"capped where the network vanishes", 2, 1e-6, 2000, 1e6, 1, Arithmetic, 2 * 1048576},
		{"capped where power is negative", 2, -5, 2000, 1e6, 1, Harmonic, 2 * 1048576},
	} {
		of := newTerms(c.network, c.baseline, 100, c.supply, 0.3, c.gamma, mixOf(c.weighting))
		got := of.initialPledge(c.added)
		if math.Abs(got-c.want) > 1e-13*c.want || math.IsNaN(got) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestVestingTranches checks the sums at the tranches' ends against the published allocation.
func TestVestingTranches(t *testing.T) {
	vested := make([]float64, 2300)
	vesting(vested, 0, 0)
	// Source: notes on MechaFIL; a tranche of T days has paid in full with entry T-1.
	const (
		half, one, two, three = 51803587.0, 31821712.0, 7223364.0, 88536841.0
		six                   = 409805053.0
	)
	for _, c := range []struct {
		entry int
		want  float64
	}{
		{182, half + 183*(one/365+two/730+three/1095+six/2190)},
		{364, half + one + 365*(two/730+three/1095+six/2190)},
		{729, half + one + two + 730*(three/1095+six/2190)},
		{1094, half + one + two + three + six/2},
		{2189, half + one + two + three + six},
		{2299, half + one + two + three + six},
	} {
		if got := vested[c.entry]; math.Abs(got-c.want) > 1e-12*c.want {
			t.Errorf("vested %v at entry %d, want %v", got, c.entry, c.want)
		}
	}
	later := make([]float64, 10)
	vesting(later, 2185, 7)
	if got, want := later[9], 7+5*six/2190; math.Abs(got-want) > 1e-12*want {
		t.Errorf("vested %v from day 2185 on, want %v", got, want)
	}
}

// TestAvailableBase: entry 1 takes the circulating minus the locked supply of the start, each
// later entry the available supply of the day before (source: notes on MechaFIL, supply).
func TestAvailableBase(t *testing.T) {
	const powerEiB, baselineEiB, onboardedPiB = 20, 10, 50
	day := func(v float64, n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = v
		}
		return out
	}
	s := &Snapshot{
		Start: NetworkStart + 900, Current: NetworkStart + 903,
		RawPowerEiB: day(powerEiB, 4), QAPowerEiB: day(powerEiB, 4),
		OnboardedRawPiB: day(onboardedPiB, 4), OnboardedQAPiB: day(onboardedPiB, 4),
		RenewedRawPiB: day(0, 4), RenewedQAPiB: day(0, 4), RenewalRate: day(0, 3), BurntFIL: day(1e6, 4),
		VestedFILStart: 2e8, CumulativeCappedPowerEiBDays: 5000, BaselinePowerEiBStart: baselineEiB,
		CirculatingFILStart: 4e8, LockedFILStart: 1e8,
	}
	f := &Forecast{
		HorizonDays: 1, SectorDurationDays: 540, RawOnboardingPiB: Path{0}, RenewalRate: Path{0}, FILPlusRate: Path{0},
		LockTarget: Path{0.5}, FILPlusMultiplier: Path{10}, QARenewalMultiplier: Path{1}, Gamma: Path{1},
		LeavingRate: Path{0}, BaselineEiB: Path{0},
		GammaWeighting: Arithmetic, PledgeBase: AvailableBase, Start: MechaFILStart,
	}
	r, err := Simulate(s, f)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		entry            int
		base, lockTarget float64
	}{
		{1, 4e8 - 1e8, 0.3},
		{2, r.AvailableFIL[1], 0.3},
		{3, r.AvailableFIL[2], 0.5}, // the forecast's target acts from the snapshot's day on
	} {
		want := (20*r.RewardFIL[c.entry] + c.lockTarget*c.base) * onboardedPiB / (powerEiB * 1024)
		if got := r.LockedPledgeOfDayFIL[c.entry]; math.Abs(got-want) > 1e-12*want {
			t.Errorf("entry %d locks %v, want %v", c.entry, got, want)
		}
	}
	if r.AvailableFIL[0] != 4e8 {
		t.Errorf("available is %v on entry 0, want the circulating supply: MechaFIL's own", r.AvailableFIL[0])
	}
}

// TestGeometricMix: the mix is the product of the two powers of the parts, to rounding, whichever of network and
// baseline is larger.
func TestGeometricMix(t *testing.T) {
	for _, network := range []float64{1e-3, 17, 4000, 12345, 1e6} {
		for _, baseline := range []float64{1, 4000, 9e5} {
			for _, gamma := range []float64{0, 0.3, 0.5, 0.76, 1} {
				for _, added := range []float64{0, 0.01, 7} {
					of := newTerms(network, baseline, 0, 1000, 0.3, gamma, geometric)
					simple, base := 300*added/network, 300*added/max(network, baseline)
					want := min(added*GiBPerPiB, math.Pow(simple, 1-gamma)*math.Pow(base, gamma))
					if got := of.initialPledge(added); math.Abs(got-want) > 1e-13*want {
						t.Errorf("%v PiB of %v, baseline %v, gamma %v: %v, want %v", added, network, baseline, gamma,
							got, want)
					}
				}
			}
		}
	}
}
