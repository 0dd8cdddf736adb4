package mechafil

import "github.com/gasburden/gasburden/model/protocol"

// shareRewards says what consensus gets of the reward, what the pledge formula takes it for, and what is burnt. Without
// FIP-0118 consensus gets all, and the three are one series.
func (c *Common) shareRewards() {
	c.ConsensusRewardFIL, c.PledgeRewardFIL, c.StreamBurntFIL = c.RewardFIL, c.RewardFIL, nil
	s := c.forecast.Solstice
	if s == nil {
		return
	}
	c.memory.Deal(len(c.RewardFIL), &c.ConsensusRewardFIL, &c.StreamBurntFIL)
	for t, reward := range c.RewardFIL {
		split := protocol.SplitOn(c.Date(t), s.On, s.Gates)
		c.ConsensusRewardFIL[t], c.StreamBurntFIL[t] = split.Consensus*reward, split.Burnt*reward
	}
	if s.PledgeOfConsensus {
		c.PledgeRewardFIL = c.ConsensusRewardFIL
	}
}

// cutRewards shortens the series of shareRewards, which there are none of before minting is known.
func (c *Common) cutRewards(defined int) {
	for _, series := range []*[]float64{&c.ConsensusRewardFIL, &c.PledgeRewardFIL, &c.StreamBurntFIL} {
		if *series != nil {
			Cut(defined, series)
		}
	}
}
