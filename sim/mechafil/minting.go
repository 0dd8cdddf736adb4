package mechafil

import "math"

// minting fills the baseline power (EiB), the network time (days), the cumulative simple,
// baseline and total reward and the daily reward (FIL) from the raw power (EiB). startDay is
// entry 0 counted from the network's start.
//
// Source: Filecoin spec, hybrid minting: a share of simple exponential decay, and a share that
// decays in network time, which advances only as fast as power keeps up with the baseline.
func (c *Common) minting(s *Snapshot, startDay int) {
	// The start value already holds day 0, and day 0 is added once more: MechaFIL's own quirk.
	cumulative := s.CumulativeCappedPowerEiBDays
	for t, raw := range c.RawPowerEiB {
		baseline := s.BaselinePowerEiBStart * math.Exp(BaselineGrowthPerDay*float64(t))
		cumulative += min(baseline, raw)
		// ln(1+x)/g is the day on which the baseline's own sum would have reached the same total.
		logGrowth := math.Log1p(BaselineGrowthPerDay * cumulative / BaselineStartEiB)

		c.BaselinePowerEiB[t] = baseline
		c.NetworkTimeDays[t] = logGrowth / BaselineGrowthPerDay
		c.CumulativeSimpleRewardFIL[t] = -SimpleShare * StorageMiningFIL * math.Expm1(-SimpleDecayPerDay*float64(startDay+t))
		c.CumulativeBaselineRewardFIL[t] = -BaselineShare * StorageMiningFIL * math.Expm1(-SimpleDecayPerDay*c.NetworkTimeDays[t])
		c.CumulativeRewardFIL[t] = c.CumulativeSimpleRewardFIL[t] + c.CumulativeBaselineRewardFIL[t]
		if t > 0 {
			c.RewardFIL[t] = c.CumulativeRewardFIL[t] - c.CumulativeRewardFIL[t-1]
		}
	}
	if len(c.RewardFIL) > 1 {
		c.RewardFIL[0] = c.RewardFIL[1]
	}
}
