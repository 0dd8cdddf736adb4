package mechafil

// sectors derives the figures of a 32 GiB sector: initial pledge, daily reward, and the reward
// and return on pledge of a year from each entry on.
func (r *Result) sectors() {
	for t := range r.PledgePerSectorFIL {
		r.PledgePerSectorFIL[t] = ratio((r.LockedPledgeOfDayFIL[t]-r.RenewedPledgeOfDayFIL[t])/SectorsPerPiB, r.OnboardedQAPiB[t])
		r.RewardPerSectorFIL[t] = undefined()
		if r.QAPowerEiB[t] > PowerFloorEiB {
			r.RewardPerSectorFIL[t] = r.RewardFIL[t] / sectorsPerEiB / r.QAPowerEiB[t]
		}
	}
	r.PledgePerSectorFIL[0] = r.PledgePerSectorFIL[1]

	sum := 0.0
	for t, reward := range r.RewardPerSectorFIL {
		sum += reward
		first := t - (DaysPerYear - 1)
		if first < 0 {
			continue
		}
		if first > 0 {
			sum -= r.RewardPerSectorFIL[first-1]
		}
		r.ReturnPerSector1yFIL[first] = sum
		r.ROIPerSector1y[first] = ratio(sum, r.PledgePerSectorFIL[first])
	}
}

// ratio is a/b, undefined where b is zero.
func ratio(a, b float64) float64 {
	if b == 0 {
		return undefined()
	}
	return a / b
}
