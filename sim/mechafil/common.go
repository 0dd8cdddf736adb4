package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Common is the part of a run that does not depend on the FIL+ rate: raw power, minting,
// vesting and burn. Several FIL+ rates share one.
//
// Series have one value an entry. They may be shorter than Days: past their end the network has
// ended, and the figure is undefined.
type Common struct {
	snapshot *Snapshot
	forecast *Forecast
	memory   *Memory

	Days        int // N + H entries
	HistoryDays int // N

	RawPowerEiB, OnboardedRawPiB, RenewedRawPiB            []float64
	BaselinePowerEiB, NetworkTimeDays                      []float64
	CumulativeSimpleRewardFIL, CumulativeBaselineRewardFIL []float64
	CumulativeRewardFIL, RewardFIL                         []float64
	VestedFIL, BurntFIL                                    []float64
}

// Prepare computes what all FIL+ rates of a run share. The snapshot and the forecast (its
// FILPlusRate aside, which may be nil) must have been validated; they are kept, not copied.
func Prepare(s *Snapshot, f *Forecast) *Common { return PrepareIn(nil, s, f) }

// PrepareIn is Prepare with its series, and those of the runs that follow, in the given memory.
func PrepareIn(m *Memory, s *Snapshot, f *Forecast) *Common {
	n := s.HistoryDays()
	c := &Common{snapshot: s, forecast: f, memory: m, Days: n + f.HorizonDays, HistoryDays: n}
	slab := newSlab(m, 11, c.Days)
	c.RawPowerEiB, c.OnboardedRawPiB, c.RenewedRawPiB = slab.history(s.RawPowerEiB), slab.history(s.OnboardedRawPiB), slab.history(s.RenewedRawPiB)
	defined := powerPath(c.RawPowerEiB, c.OnboardedRawPiB, c.RenewedRawPiB, s.ScheduledExpiryRawPiB, n, f.SectorDurationDays,
		f.RawOnboardingPiB.At, f.RenewalRate.At, func(_ int, totalPiB float64) float64 { return totalPiB })
	c.RawPowerEiB = c.RawPowerEiB[:defined]
	c.OnboardedRawPiB = c.OnboardedRawPiB[:defined]
	c.RenewedRawPiB = c.RenewedRawPiB[:defined]

	for _, dst := range []*[]float64{
		&c.BaselinePowerEiB, &c.NetworkTimeDays, &c.CumulativeSimpleRewardFIL, &c.CumulativeBaselineRewardFIL,
		&c.CumulativeRewardFIL, &c.RewardFIL, &c.VestedFIL,
	} {
		*dst = slab.next()[:defined]
	}
	startDay := int(s.Start - NetworkStart)
	c.minting(s, startDay)
	vesting(c.VestedFIL, startDay, s.VestedFILStart)

	c.BurntFIL = slab.history(s.BurntFIL)[:defined]
	perDay := (s.BurntFIL[n] - s.BurntFIL[0]) / float64(n)
	for t := n + 1; t < defined; t++ {
		c.BurntFIL[t] = c.BurntFIL[t-1] + perDay
		if f.BurnSavedFIL != nil {
			c.BurntFIL[t] -= f.BurnSavedFIL[t-n-1]
		}
	}
	return c
}

// Date is the UTC day of an entry.
func (c *Common) Date(entry int) day.Day { return c.snapshot.Start + day.Day(entry) }

// slab hands out equal slices of one allocation: a run's series live and die together.
type slab struct {
	free []float64
	size int
}

func newSlab(m *Memory, series, size int) *slab {
	return &slab{free: m.Take(series * size), size: size}
}

func (s *slab) next() []float64 {
	out := s.free[:s.size:s.size]
	s.free = s.free[s.size:]
	return out
}

// history returns a series that starts with the given entries, cut where the run is shorter.
func (s *slab) history(values []float64) []float64 {
	out := s.next()
	copy(out, values)
	return out
}

// undefined marks a figure that has no value on a day, such as pledge per sector where nothing
// is onboarded. Writers turn it into null or a gap.
func undefined() float64 { return math.NaN() }
