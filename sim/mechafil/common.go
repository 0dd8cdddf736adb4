package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Common is the part of a run that does not depend on the FIL+ rate: raw power, minting,
// vesting, burn, and all of the history. Several FIL+ rates share one.
//
// Series have one value an entry. They may be shorter than Days: past their end the network has
// ended, and the figure is undefined.
type Common struct {
	snapshot *Snapshot
	forecast *Forecast
	memory   *Memory
	past     *Result // entries 0..N of every run

	Days        int // N + H entries
	HistoryDays int // N

	RawPowerEiB, OnboardedRawPiB, RenewedRawPiB            []float64
	BaselinePowerEiB, NetworkTimeDays                      []float64
	CumulativeSimpleRewardFIL, CumulativeBaselineRewardFIL []float64
	CumulativeRewardFIL, RewardFIL                         []float64
	VestedFIL, BurntFIL                                    []float64

	// What follows from the calendar alone, over all Days even where the network ends before.
	calendar struct{ baselinePowerEiB, cumulativeSimpleRewardFIL, vestedFIL []float64 }
	// The sum of the capped power up to and including entry N, EiB-days.
	cappedEiBDays float64
}

// Prepare computes what all FIL+ rates of a run share. The snapshot and the forecast (its
// FILPlusRate aside, which may be nil) must have been validated; they are kept, not copied.
func Prepare(s *Snapshot, f *Forecast) *Common { return PrepareIn(nil, s, f) }

// PrepareIn is Prepare with its series, and those of the runs that follow, in the given memory.
func PrepareIn(m *Memory, s *Snapshot, f *Forecast) *Common {
	n := s.HistoryDays()
	c := &Common{snapshot: s, forecast: f, memory: m, Days: n + f.HorizonDays, HistoryDays: n}
	slab := newSlab(m, 11, c.Days)
	startDay := int(s.Start - NetworkStart)
	k := &c.calendar
	k.baselinePowerEiB, k.cumulativeSimpleRewardFIL, k.vestedFIL = slab.next(), slab.next(), slab.next()
	baseline(k.baselinePowerEiB, s.BaselinePowerEiBStart)
	simpleMinting(k.cumulativeSimpleRewardFIL, startDay)
	vesting(k.vestedFIL, startDay, s.VestedFILStart)

	c.take(slab)
	c.cappedEiBDays = c.baselineMinting(0, n+1, s.CumulativeCappedPowerEiBDays)
	c.step()
	c.past = c.history()
	return c
}

// With is the same network with other raw onboarding and another saving of burn from the first forecast day
// on, as in a Forecast: what Prepare would give, without computing again what stays.
func (c *Common) With(rawOnboardingPiB Path, burnSavedFIL []float64) *Common {
	f := *c.forecast
	f.RawOnboardingPiB, f.BurnSavedFIL = rawOnboardingPiB, burnSavedFIL
	out := &Common{
		snapshot: c.snapshot, forecast: &f, memory: c.memory, past: c.past, Days: c.Days, HistoryDays: c.HistoryDays,
		calendar: c.calendar, cappedEiBDays: c.cappedEiBDays,
	}
	out.take(newSlab(c.memory, 8, c.Days))
	for _, series := range [][2][]float64{
		{out.NetworkTimeDays, c.NetworkTimeDays}, {out.CumulativeBaselineRewardFIL, c.CumulativeBaselineRewardFIL},
		{out.CumulativeRewardFIL, c.CumulativeRewardFIL}, {out.RewardFIL, c.RewardFIL},
	} {
		copy(series[0], series[1][:c.HistoryDays+1])
	}
	out.step()
	return out
}

// take steps raw power and gives the other series their room and length.
func (c *Common) take(slab *slab) {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	c.RawPowerEiB, c.OnboardedRawPiB, c.RenewedRawPiB = slab.history(s.RawPowerEiB), slab.history(s.OnboardedRawPiB), slab.history(s.RenewedRawPiB)
	for t := n + 1; t < c.Days; t++ {
		c.OnboardedRawPiB[t] = f.RawOnboardingPiB.At(t - n - 1)
	}
	path := powerPath{
		totalEiB: c.RawPowerEiB, onboardedPiB: c.OnboardedRawPiB, renewedPiB: c.RenewedRawPiB, scheduledPiB: s.ScheduledExpiryRawPiB,
		historyDays: n, durationDays: f.SectorDurationDays, renewal: f.RenewalRate, renewalMultiplier: Constant(1),
	}
	defined := path.step(nil)
	c.RawPowerEiB = c.RawPowerEiB[:defined]
	c.OnboardedRawPiB = c.OnboardedRawPiB[:defined]
	c.RenewedRawPiB = c.RenewedRawPiB[:defined]
	c.BaselinePowerEiB = c.calendar.baselinePowerEiB[:defined]
	c.CumulativeSimpleRewardFIL = c.calendar.cumulativeSimpleRewardFIL[:defined]
	c.VestedFIL = c.calendar.vestedFIL[:defined]
	for _, dst := range []*[]float64{&c.NetworkTimeDays, &c.CumulativeBaselineRewardFIL, &c.CumulativeRewardFIL, &c.RewardFIL} {
		*dst = slab.next()[:defined]
	}
	c.BurntFIL = slab.history(s.BurntFIL)[:defined]
}

// step fills the forecast of minting and burn.
func (c *Common) step() {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	c.baselineMinting(n+1, len(c.RawPowerEiB), c.cappedEiBDays)
	perDay := (s.BurntFIL[n] - s.BurntFIL[0]) / float64(n)
	for t := n + 1; t < len(c.BurntFIL); t++ {
		c.BurntFIL[t] = c.BurntFIL[t-1] + perDay
		if f.BurnSavedFIL != nil {
			c.BurntFIL[t] -= f.BurnSavedFIL[t-n-1]
		}
	}
}

// history computes entries 0..N of a run, which no FIL+ rate changes.
func (c *Common) history() *Result {
	s := c.snapshot
	r := &Result{Common: c, Defined: c.HistoryDays + 1, QAPowerEiB: s.QAPowerEiB, OnboardedQAPiB: s.OnboardedQAPiB, RenewedQAPiB: s.RenewedQAPiB}
	slab := newSlab(c.memory, 9, r.Defined)
	for _, dst := range r.daily() {
		*dst = slab.next()
	}
	r.begin()
	r.supply(1)
	r.sectors(0)
	return r
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
