package mechafil_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestSectorFee holds FIP-0100's fee against the FIP's own example and what it comes to for the whole network.
func TestSectorFee(t *testing.T) {
	for _, c := range []struct {
		name                     string
		qaPiB, supply, fee, half float64
	}{
		{"32 GiB at 680 M FIL", 32. / (1 << 20), 680e6, 3.781e-6, 5e-10},
		{"32 GiB with FIL+ deals", 320. / (1 << 20), 680e6, 3.781e-5, 5e-9},
		{"2025-09-09: 23.52 EiB at 756.5 M", 23.52 * 1024, 756.5e6, 3319, 0.6},
		{"2026-07-04: 14,760 PiB at 829 M", 14760, 829e6, 2229, 0.6},
	} {
		if got := mechafil.SectorFee(c.qaPiB, c.supply); !(math.Abs(got-c.fee) <= c.half) {
			t.Errorf("%s: %v FIL a day, want %v", c.name, got, c.fee)
		}
	}
}

// forecast2026 is what is assumed of 2026-04-20: issue 14.
func forecast2026(horizonDays int) mechafil.Forecast {
	f := defaultForecast(horizonDays)
	f.RawOnboardingPiB, f.RenewalRate, f.FILPlusRate = mechafil.Constant(0.22), mechafil.Constant(0.1),
		mechafil.Constant(1)
	f.LeavingRate, f.ExtensionDays, f.Gamma = mechafil.Constant(0.00034), 180, mechafil.Constant(0.7)
	f.Start = mechafil.ChainStart
	f.Burn = &mechafil.BurnPath{PayingShare: 0.7, SupplyFIL: 780e6, OtherFIL: 740}
	return f
}

// TestBurnAgainstPublished: 2,437 FIL a day were burnt from 2026-04-07 to 20, of which gas less than 0.01. The
// burnt-funds actor held 42,966,651 FIL on 2026-09-23 10:46 and 42,970,805 on 2026-09-25 17:45: 1,813 a day then, and
// 5,420 a day since 2026-04-20, since terminations come in heaps. A path without heaps must lie between these two.
func TestBurnAgainstPublished(t *testing.T) {
	s := snapshot2026(t)
	r := simulate(t, s, forecast2026(365))
	n := r.HistoryDays
	if got := r.BurntFIL[n+1] - r.BurntFIL[n]; math.Abs(got-2437) > 30 {
		t.Errorf("burnt on the first day: %v, published 2,437 a day", got)
	}
	if fee := r.Burns.FeeFIL[n]; math.Abs(fee-1700) > 20 {
		t.Errorf("sector fee at the start: %v, want about 1,700", fee)
	}
	first, second := int(day.Of(2026, 9, 23)-r.Date(0)), int(day.Of(2026, 9, 25)-r.Date(0))
	const before, after = 42_966_651, 42_970_805
	hours := 55. - 1./60
	then, since := (after-before)/(hours/24), (before-r.BurntFIL[n])/float64(first-n)
	if math.Abs(then-1813) > 1 || math.Abs(since-5420) > 60 {
		t.Errorf("published: %v a day then, %v since April", then, since)
	}
	got, mean := (r.BurntFIL[second]-r.BurntFIL[first])/2, (r.BurntFIL[first]-r.BurntFIL[n])/float64(first-n)
	t.Logf("simulated %.0f a day in September 2026, %.0f since April", got, mean)
	if !(got >= then && got <= since && mean >= then && mean <= since) {
		t.Errorf("simulated %v a day in September, %v since April", got, mean)
	}
}

// TestBurnByTheEquations steps the fee by the equations as they are written down from what the result says
// of power: what falls due is what is missing of it.
func TestBurnByTheEquations(t *testing.T) {
	for _, c := range []struct {
		name    string
		renewal float64
		leaving float64
		paying  float64
		raw     float64
	}{
		{"default", 0.1, 0, 0.7, 0.22}, {"all renewed", 1, 0, 0.5, 4.5}, {"none renewed", 0, 0, 0, 0.5},
		{"leaving", 0.4, 0.00034, 0.72, 3},
	} {
		f := forecast2026(900)
		f.RenewalRate, f.LeavingRate, f.RawOnboardingPiB = mechafil.Constant(c.renewal), mechafil.Constant(c.leaving),
			mechafil.Constant(c.raw)
		f.Burn = &mechafil.BurnPath{PayingShare: c.paying, SupplyFIL: 780e6, OtherFIL: 100}
		r := mechafil.Prepare(snapshot2026(t), &f).Grow(f.FILPlusRate)
		for k := r.HistoryDays + 1; k < r.Defined; k++ {
			r.Burns.GasFIL[k] = float64(k - r.HistoryDays - 1)
		}
		r.Settle()
		if r.QACapped.Count > 0 {
			t.Fatalf("%s: held at the bound", c.name)
		}
		const phi = 1.8219e-10
		n := r.HistoryDays
		alive := r.QAPowerEiB[n] * 1024
		y, z := c.paying*alive, (1-c.paying)*alive
		fee := phi * 780e6 * y
		for k := n + 1; k < r.Defined; k++ {
			now, renewed, added := r.QAPowerEiB[k]*1024, r.RenewedQAPiB[k], r.OnboardedQAPiB[k]
			due := alive*(1-c.leaving) + renewed + added - now
			alive = now
			fee, y, z = fee*(1-c.leaving), y*(1-c.leaving), z*(1-c.leaving)
			rate, share, supply := c.renewal, 0.0, r.CirculatingFIL[k-1]
			if y+z > 0 {
				share = y / (y + z)
			}
			if y > 0 {
				fee -= (1 - rate) * due * share * fee / y
			}
			y -= (1 - rate) * due * share
			z -= due * (1 - share)
			y += rate * due * (1 - share)
			fee += phi * supply * rate * due * (1 - share)
			y += added
			fee += phi * supply * added
			want := math.Min(fee, r.RewardFIL[k]/2) + float64(k-n-1) + 100
			if got := r.BurntFIL[k] - r.BurntFIL[k-1]; !(math.Abs(got-want) <= 2e-5*want) {
				t.Fatalf("%s, day %d: burnt %v, want %v", c.name, k-n, got, want)
			}
			if math.Abs(r.Burns.PayingPiB[k]-y) > 1e-6*alive || math.Abs(r.Burns.AlivePiB[k]-alive) >
				1e-6*alive {
				t.Fatalf("%s, day %d: paying %v of %v, want %v of %v", c.name, k-n, r.Burns.PayingPiB[k],
					r.Burns.AlivePiB[k], y, alive)
			}
		}
	}
}

// TestFeeByDate: nobody pays before network version 25, renewed sectors only after version 26.
func TestFeeByDate(t *testing.T) {
	f := defaultForecast(1095)
	f.Burn = &mechafil.BurnPath{OtherFIL: 1}
	r := simulate(t, snapshots(t)[0], f)
	at := func(y, m, d int) int { return int(day.Of(y, m, d) - r.Date(0)) }
	last, first, grace, extended := at(2025, 4, 14), at(2025, 4, 15), at(2025, 7, 13), at(2025, 7, 14)
	b := r.Burns
	if b.SectorFeeFIL[last] != 0 || b.PayingPiB[last] != 0 || b.SectorFeeFIL[first] <= 0 {
		t.Errorf("fee %v on the day of nv25, %v after", b.SectorFeeFIL[last], b.SectorFeeFIL[first])
	}
	onboarded := 0.0
	for k := first; k <= grace; k++ {
		onboarded += r.OnboardedQAPiB[k]
	}
	if got := b.PayingPiB[grace]; !(got <= onboarded) || b.AlivePiB[grace]-got < r.QAPowerEiB[grace]*512 {
		t.Errorf("%v PiB pay at the end of the grace, %v were onboarded", got, onboarded)
	}
	if b.PayingPiB[extended]-b.PayingPiB[grace] <= r.OnboardedQAPiB[extended] {
		t.Error("who is extended after the grace does not pay")
	}
	// Over the run the cap of half the reward never lets more through.
	for k := r.HistoryDays + 1; k < r.Defined; k++ {
		if b.SectorFeeFIL[k] > r.RewardFIL[k]/2 {
			t.Fatalf("%v: fee %v of reward %v", r.Date(k), b.SectorFeeFIL[k], r.RewardFIL[k])
		}
	}
}

// TestMeanBurnStays: without a path nothing is split.
func TestMeanBurnStays(t *testing.T) {
	f := defaultForecast(30)
	r := simulate(t, snapshots(t)[0], f)
	if r.Burns != nil || r.StreamBurntFIL != nil || &r.ConsensusRewardFIL[0] != &r.RewardFIL[0] {
		t.Error("a mean burn has causes")
	}
}
