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
	DueRawPiB                                              []float64 // NaN up to the snapshot's day
	BaselinePowerEiB, NetworkTimeDays                      []float64
	CumulativeSimpleRewardFIL, CumulativeBaselineRewardFIL []float64
	CumulativeRewardFIL, RewardFIL                         []float64
	VestedFIL, BurntFIL                                    []float64
	// Of the reward, FIL a day: what consensus gets, and what the pledge formula takes it for; RewardFIL itself without
	// FIP-0118. And what that burns; nil without it.
	ConsensusRewardFIL, PledgeRewardFIL, StreamBurntFIL []float64

	calendar calendar
	stays    stays
	// offsetFIL is what the formula of rewards had minted more by entry 0 than the chain; 0 with MechaFIL's start.
	offsetFIL float64
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
	c.calendar = m.calendarOf(s, f.Start, c.Days)
	c.stays = m.staysOf(f)
	c.take()
	if f.asTheChainStood() {
		minedFIL, _, _ := s.ChainStart()
		c.offsetFIL = c.mintedByFormula() - minedFIL
	}
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
	out := *c
	out.forecast = &f
	out.take()
	past := c.minted()
	for i, dst := range out.minted() {
		copy(*dst, (*past[i])[:c.HistoryDays+1])
	}
	out.step()
	return &out
}

// minted lists the series of minting that depend on power.
func (c *Common) minted() [4]*[]float64 {
	return [4]*[]float64{&c.NetworkTimeDays, &c.CumulativeBaselineRewardFIL, &c.CumulativeRewardFIL, &c.RewardFIL}
}

// take steps raw power and gives the other series their room and length.
func (c *Common) take() {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	c.memory.Deal(c.Days, &c.RawPowerEiB, &c.OnboardedRawPiB, &c.RenewedRawPiB, &c.DueRawPiB, &c.BurntFIL,
		&c.NetworkTimeDays, &c.CumulativeBaselineRewardFIL, &c.CumulativeRewardFIL, &c.RewardFIL)
	copy(c.RawPowerEiB, s.RawPowerEiB)
	copy(c.OnboardedRawPiB, s.OnboardedRawPiB)
	copy(c.RenewedRawPiB, s.RenewedRawPiB)
	copy(c.BurntFIL, s.BurntFIL)
	for t := n + 1; t < c.Days; t++ {
		c.OnboardedRawPiB[t] = f.RawOnboardingPiB.At(t - n - 1)
	}
	path := powerPath{
		totalEiB: c.RawPowerEiB, onboardedPiB: c.OnboardedRawPiB, renewedPiB: c.RenewedRawPiB,
		scheduledPiB: s.ScheduledExpiryRawPiB,
		historyDays:  n, durationDays: f.SectorDurationDays, extensionDays: f.extension(),
		renewal: f.RenewalRate, renewalMultiplier: Constant(1), leaving: f.LeavingRate, stays: c.stays,
		duePiB: c.DueRawPiB,
	}
	unknown(c.DueRawPiB[:n+1])
	k := &c.calendar
	c.BaselinePowerEiB, c.CumulativeSimpleRewardFIL, c.VestedFIL = k.baselinePowerEiB, k.cumulativeSimpleRewardFIL,
		k.vestedFIL
	c.ownBaseline()
	c.cut(path.step(nil))
}

// cut shortens all series to the entries that are defined.
func (c *Common) cut(defined int) {
	Cut(defined, &c.RawPowerEiB, &c.OnboardedRawPiB, &c.RenewedRawPiB, &c.DueRawPiB, &c.BaselinePowerEiB,
		&c.NetworkTimeDays,
		&c.CumulativeSimpleRewardFIL, &c.CumulativeBaselineRewardFIL, &c.CumulativeRewardFIL, &c.RewardFIL,
		&c.VestedFIL, &c.BurntFIL)
	c.cutRewards(defined)
}

// step fills the forecast of minting and burn.
func (c *Common) step() {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	c.baselineMinting(n+1, len(c.RawPowerEiB), c.cappedEiBDays)
	c.shareRewards()
	perDay := (s.BurntFIL[n] - s.BurntFIL[0]) / float64(n)
	for t := n + 1; t < len(c.BurntFIL); t++ {
		c.BurntFIL[t] = c.BurntFIL[t-1] + perDay
		if f.BurnSavedFIL != nil {
			c.BurntFIL[t] -= f.BurnSavedFIL[t-n-1]
		}
		if c.StreamBurntFIL != nil {
			c.BurntFIL[t] += c.StreamBurntFIL[t]
		}
	}
}

// history computes entries 0..N of a run, which no FIL+ rate changes.
func (c *Common) history() *Result {
	s := c.snapshot
	r := &Result{Common: c, Defined: c.HistoryDays + 1, QAPowerEiB: s.QAPowerEiB, OnboardedQAPiB: s.OnboardedQAPiB,
		RenewedQAPiB: s.RenewedQAPiB}
	series := r.daily()
	c.memory.Deal(r.Defined, series[:]...)
	r.begin()
	r.supply(1)
	r.sectors(0)
	return r
}

// Date is the UTC day of an entry.
func (c *Common) Date(entry int) day.Day { return c.snapshot.Start + day.Day(entry) }

// unknown fills entries of which nothing was published.
func unknown(values []float64) {
	for i := range values {
		values[i] = undefined()
	}
}

// undefined marks a figure that has no value on a day, such as pledge per sector where nothing
// is onboarded. Writers turn it into null or a gap.
func undefined() float64 { return math.NaN() }
