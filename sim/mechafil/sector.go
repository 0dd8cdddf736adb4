package mechafil

// sectors derives the figures of a 32 GiB sector from an entry on: initial pledge and daily reward.
func (r *Result) sectors(from int) {
	defined := r.Defined
	ofDay, renewed, onboarded := r.LockedPledgeOfDayFIL[:defined], r.RenewedPledgeOfDayFIL[:defined],
		r.OnboardedQAPiB[:defined]
	power, paid := r.QAPowerEiB[:defined], r.ConsensusRewardFIL[:defined]
	pledge, reward := r.PledgePerSectorFIL[:defined], r.RewardPerSectorFIL[:defined]
	for t := from; t < defined; t++ {
		pledge[t] = ratio((ofDay[t]-renewed[t])/SectorsPerPiB, onboarded[t])
		reward[t] = undefined()
		if power[t] > PowerFloorEiB {
			reward[t] = paid[t] / sectorsPerEiB / power[t]
		}
	}
	pledge[0] = pledge[1]
}

// years derives the reward and the return on pledge of a year from each entry on.
func (r *Result) years() {
	rewards, pledge := r.RewardPerSectorFIL, r.PledgePerSectorFIL
	sum := 0.0
	for t, reward := range rewards {
		sum += reward
		first := t - (DaysPerYear - 1)
		if first < 0 {
			continue
		}
		if first > 0 {
			sum -= rewards[first-1]
		}
		r.ReturnPerSector1yFIL[first] = sum
		r.ROIPerSector1y[first] = ratio(sum, pledge[first])
	}
}

// ratio is a/b, undefined where b is zero.
func ratio(a, b float64) float64 {
	if b == 0 {
		return undefined()
	}
	return a / b
}
