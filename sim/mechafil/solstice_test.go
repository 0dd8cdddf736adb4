package mechafil_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/mechafil"
)

var solsticeDay = protocol.Version(29).Day()

// TestOptInOfSectors follows every sector: those without FIL+ by the day they fall due, of which as many opt in each
// day as have to so that the share of all comes out. The simulator keeps two sums.
func TestOptInOfSectors(t *testing.T) {
	const m = 10
	s := snapshot2026(t)
	for _, share := range []float64{0, 0.9, 1} {
		f := forecast2026(700)
		f.FILPlusRate, f.RenewalRate = mechafil.Constant(0.8), mechafil.Constant(0.35)
		f.Burn, f.LeavingRate = nil, mechafil.Constant(0)
		f.Solstice = &mechafil.Solstice{On: solsticeDay, OptIn: share}
		r := simulate(t, s, f)
		n, h := r.HistoryDays, f.HorizonDays
		// once and often by forecast day on which they fall due; opted of those that counted once.
		size := h + 2000
		once, often, opted := make([]float64, size), make([]float64, size), make([]float64, size)
		for k := range s.ScheduledExpiryRawPiB {
			raw, qa := s.ScheduledExpiryRawPiB[k], s.ScheduledExpiryQAPiB[k]
			once[k] = (m*raw - qa) / (m - 1)
			often[k] = raw - once[k]
		}
		before := 0.0
		for i := range r.Defined - n - 1 {
			d := r.Date(n + 1 + i)
			if d > solsticeDay {
				now := share * math.Min(1, float64(d-solsticeDay)/90)
				for k := i; k < size; k++ { // on the morning, those that fall due too
					if rest := 1 - before; rest > 0 {
						part := once[k] * (now - before) / rest
						once[k] -= part
						opted[k] += part
					}
				}
				before = now
			}
			for _, kind := range [][]float64{once, often, opted} {
				kind[i+f.ExtensionDays] += 0.35 * kind[i]
				kind[i] = 0
			}
			rate := 0.8
			if d > solsticeDay {
				rate = 1
			}
			often[i+f.SectorDurationDays] += 0.22 * rate
			once[i+f.SectorDurationDays] += 0.22 * (1 - rate)
			raw, qa := 0.0, 0.0
			for k := range size {
				raw += once[k] + often[k] + opted[k]
				qa += once[k] + m*(often[k]+opted[k])
			}
			if k := n + 1 + i; !closeTo(r.RawPowerEiB[k]*1024, raw) || !closeTo(r.QAPowerEiB[k]*1024, qa) {
				t.Fatalf("share %v, %v: raw %v QA %v, want %v %v", share, d, r.RawPowerEiB[k]*1024,
					r.QAPowerEiB[k]*1024,
					raw, qa)
			}
		}
	}
}

func closeTo(got, want float64) bool { return math.Abs(got-want) <= 1e-6*math.Abs(want) }

// TestSolstice: what FIP-0118 does to a run, and that nothing changes up to its day.
func TestSolstice(t *testing.T) {
	s := snapshot2026(t)
	stayed := simulate(t, s, forecast2026(1095))
	f := forecast2026(1095)
	f.FILPlusRate = mechafil.Constant(0.5) // ends
	f.Solstice = &mechafil.Solstice{On: solsticeDay, OptIn: 0.9}
	r := simulate(t, s, f)
	f.Solstice = nil
	before := simulate(t, s, f)
	f.Solstice = &mechafil.Solstice{On: solsticeDay, OptIn: 0.9, Gates: 8}
	passed := simulate(t, s, f)
	f.Solstice = &mechafil.Solstice{On: solsticeDay, OptIn: 0.9, PledgeOfConsensus: true}
	less := simulate(t, s, f)
	on := int(solsticeDay - r.Date(0))
	for k := range on + 1 {
		if r.CirculatingFIL[k] != before.CirculatingFIL[k] || r.QAPowerEiB[k] != before.QAPowerEiB[k] {
			t.Fatalf("%v: another network before FIL+ ends", r.Date(k))
		}
	}
	if got := r.OnboardedQAPiB[on+1]; got != 2.2 || r.OnboardedQAPiB[on] >= 2 {
		t.Errorf("onboarded QA %v PiB, want ten times 0.22", got)
	}
	last := min(r.Defined, passed.Defined, less.Defined) - 1
	if !(r.BurntFIL[last] > passed.BurntFIL[last] && passed.BurntFIL[last] > before.BurntFIL[last]) {
		t.Errorf("burnt: %v without gates, %v with all, %v with FIL+", r.BurntFIL[last], passed.BurntFIL[last],
			before.BurntFIL[last])
	}
	if !(less.LockedPledgeFIL[last] < r.LockedPledgeFIL[last]) {
		t.Error("a pledge on less reward is no less")
	}
	if !(r.RewardPerSectorFIL[last]*r.QAPowerEiB[last] < stayed.RewardPerSectorFIL[last]*stayed.QAPowerEiB[last]) {
		t.Error("providers get all of the reward")
	}
	for k := on + 1; k <= last; k++ {
		split := protocol.SplitOn(r.Date(k), solsticeDay, 0)
		if !closeTo(r.ConsensusRewardFIL[k], split.Consensus*r.RewardFIL[k]) ||
			!closeTo(r.StreamBurntFIL[k]+1, split.Burnt*r.RewardFIL[k]+1) {
			t.Fatalf("%v: %v of %v", r.Date(k), r.ConsensusRewardFIL[k], r.RewardFIL[k])
		}
		b := r.Burns
		if burnt := b.GasFIL[k] + b.SectorFeeFIL[k] + b.OtherFIL[k] + r.StreamBurntFIL[k]; !closeTo(burnt,
			r.BurntFIL[k]-r.BurntFIL[k-1]) {
			t.Fatalf("%v: burnt %v, its causes %v", r.Date(k), r.BurntFIL[k]-r.BurntFIL[k-1], burnt)
		}
		if b.PayingPiB[k] > b.AlivePiB[k]*(1+1e-9) || b.SectorFeeFIL[k] > r.ConsensusRewardFIL[k]/2 {
			t.Fatalf("%v: a fee above its cap, or of more power than there is", r.Date(k))
		}
		if paid := b.AlivePiB[k]; math.Abs(paid-r.QAPowerEiB[k]*1024) > 1e-6*paid {
			t.Fatalf("%v: fees of %v PiB, there are %v", r.Date(k), paid, r.QAPowerEiB[k]*1024)
		}
	}
	// Vesting takes three quarters of what consensus gets: less is locked than with FIL+.
	if !(r.LockedRewardFIL[last] < before.LockedRewardFIL[last]) {
		t.Error("service payouts vest")
	}
	t.Logf("on %v: circulating %+.2f M, burnt %+.2f M against FIL+ at half", r.Date(last),
		(r.CirculatingFIL[last]-before.CirculatingFIL[last])/1e6, (r.BurntFIL[last]-before.BurntFIL[last])/1e6)
}

// TestOptInIsWhatTheFIPExpects: 208 PiB without FIL+ on 2026-07-04 make 1,872 QA PiB more, if all opt in. In the 90
// days that this takes most of them fall due.
func TestOptInIsWhatTheFIPExpects(t *testing.T) {
	f := forecast2026(400)
	f.Solstice = &mechafil.Solstice{On: day.Of(2026, 7, 4), OptIn: 1}
	r := simulate(t, snapshot2026(t), f)
	f.Solstice = &mechafil.Solstice{On: day.Of(2026, 7, 4)}
	none := simulate(t, snapshot2026(t), f)
	k := int(day.Of(2026, 7, 4)-r.Date(0)) + 90
	if all := 10 * r.RawPowerEiB[k]; !closeTo(r.QAPowerEiB[k], all) {
		t.Errorf("QA power %v, all would be %v", r.QAPowerEiB[k], all)
	}
	gap := (10*none.RawPowerEiB[k-90] - none.QAPowerEiB[k-90]) * 1024
	t.Logf("%.0f QA PiB more on the day, %.0f after 90 days", gap, (r.QAPowerEiB[k]-none.QAPowerEiB[k])*1024)
	if math.Abs(gap-1872) > 0.1*1872 { // raw power of that day is simulated, 0.7 % above
		t.Errorf("opting in could add %v QA PiB", gap)
	}
	if !(r.LockedPledgeFIL[k] > none.LockedPledgeFIL[k]) {
		t.Error("opting in locks nothing")
	}
}
