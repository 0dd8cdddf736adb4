package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// BaselineOn is the network's baseline power on a day by the protocol's rule from the snapshot's start, EiB.
func (s *Snapshot) BaselineOn(d day.Day) float64 {
	return s.BaselinePowerEiBStart * math.Exp(BaselineGrowthPerDay*float64(d-s.Start))
}

// baseline fills that of a run in, which begins on the snapshot's start.
func (s *Snapshot) baseline(powerEiB []float64) {
	for t := range powerEiB {
		powerEiB[t] = s.BaselineOn(s.Start + day.Day(t))
	}
}

// ownBaseline lays the forecast's own baseline over the protocol's, where it has one. Minting follows the protocol's
// formula on it, as upstream's does.
func (c *Common) ownBaseline() {
	f, n := c.forecast, c.HistoryDays
	if v, constant := f.BaselineEiB.Scalar(); constant && v == 0 {
		return
	}
	protocols := c.BaselinePowerEiB
	c.BaselinePowerEiB = c.memory.Take(c.Days)
	copy(c.BaselinePowerEiB, protocols)
	for t := n + 1; t < c.Days; t++ {
		if v := f.BaselineEiB.At(t - n - 1); v > 0 {
			c.BaselinePowerEiB[t] = v
		}
	}
}

// simpleMinting fills the cumulative reward of simple minting in FIL. startDay is entry 0 counted from the
// network's start.
//
// Source: Filecoin spec, hybrid minting: a share of simple exponential decay.
func simpleMinting(cumulativeFIL []float64, startDay int) {
	for t := range cumulativeFIL {
		cumulativeFIL[t] = -SimpleShare * StorageMiningFIL * math.Expm1(-SimpleDecayPerDay*float64(startDay+t))
	}
}

// baselineMinting fills entries from..to-1 of the network time (days), the cumulative baseline and total
// reward and the daily reward (FIL) from the raw power (EiB). It takes and returns the sum of the capped power
// up to the entry before, in EiB-days.
//
// Source: Filecoin spec, hybrid minting: a share that decays in network time, which advances only
// as fast as power keeps up with the baseline.
func (c *Common) baselineMinting(from, to int, cappedEiBDays float64) float64 {
	// The start value already holds day 0, and day 0 is added once more: MechaFIL's own quirk.
	for t := from; t < to; t++ {
		capped := c.RawPowerEiB[t]
		if c.BaselinePowerEiB[t] < capped {
			capped = c.BaselinePowerEiB[t]
		}
		cappedEiBDays += capped
		networkTime, reward := baselineReward(cappedEiBDays)

		c.NetworkTimeDays[t] = networkTime
		c.CumulativeBaselineRewardFIL[t] = reward
		c.CumulativeRewardFIL[t] = c.CumulativeSimpleRewardFIL[t] + reward - c.offsetFIL
		if t > 0 {
			c.RewardFIL[t] = c.CumulativeRewardFIL[t] - c.CumulativeRewardFIL[t-1]
		}
		if t == 1 {
			c.RewardFIL[0] = c.RewardFIL[1]
		}
	}
	return cappedEiBDays
}

// baselineReward is the network time in days that a sum of capped power (EiB-days) comes to, and what baseline minting
// has paid by then, FIL.
func baselineReward(cappedEiBDays float64) (networkTimeDays, rewardFIL float64) {
	// ln(1+x)/g is the day on which the baseline's own sum would have reached the same total.
	networkTimeDays = math.Log1p(BaselineGrowthPerDay*cappedEiBDays/BaselineStartEiB) / BaselineGrowthPerDay
	return networkTimeDays, -BaselineShare * StorageMiningFIL * math.Expm1(-SimpleDecayPerDay*networkTimeDays)
}

// mintedByFormula is the cumulative reward of entry 0 as MechaFIL has it, FIL.
func (c *Common) mintedByFormula() float64 {
	capped := c.snapshot.CumulativeCappedPowerEiBDays + min(c.BaselinePowerEiB[0], c.RawPowerEiB[0])
	_, reward := baselineReward(capped)
	return c.CumulativeSimpleRewardFIL[0] + reward
}
