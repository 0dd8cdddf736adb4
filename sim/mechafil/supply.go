package mechafil

import "math"

// initialPledge is the FIL that addedPiB of QA power must lock in a network of networkPiB QA
// power and baselinePiB baseline, with reward FIL minted that day and supplyFIL the pledge base.
// Source: Filecoin spec (storage and consensus pledge), FIP-0081 (the mix by gamma).
func initialPledge(addedPiB, networkPiB, baselinePiB, reward, supplyFIL, lockTarget, gamma float64, w Weighting) float64 {
	limit := addedPiB * GiBPerPiB * PledgeCapFILPerGiB
	if networkPiB <= PowerFloorEiB*PiBPerEiB {
		return limit // where the network vanishes any pledge reaches the cap
	}
	simple := max(0, lockTarget*supplyFIL*addedPiB/networkPiB)
	base := max(0, lockTarget*supplyFIL*addedPiB/max(networkPiB, baselinePiB))
	return min(limit, StoragePledgeDays*reward*addedPiB/networkPiB+consensusPledge(simple, base, gamma, w))
}

func consensusPledge(simple, base, gamma float64, w Weighting) float64 {
	switch w {
	case Geometric:
		return math.Pow(simple, 1-gamma) * math.Pow(base, gamma)
	case Harmonic:
		if simple == 0 || base == 0 {
			return 0
		}
		return 1 / ((1-gamma)/simple + gamma/base)
	default:
		return (1-gamma)*simple + gamma*base
	}
}

// supply steps pledge, locked and circulating tokens through all entries.
func (r *Result) supply() {
	s, f, n := r.snapshot, r.forecast, r.HistoryDays
	r.CirculatingFIL[0] = s.CirculatingFILStart
	r.AvailableFIL[0] = s.CirculatingFILStart // MechaFIL's own quirk: entry 0 is not net of locked
	r.LockedFIL[0] = s.LockedFILStart
	r.LockedPledgeFIL[0], r.LockedRewardFIL[0] = s.LockedFILStart/2, s.LockedFILStart/2

	for t := 1; t < r.Defined; t++ {
		lockTarget, gamma, weighting, renewalRate := HistoryLockTarget, HistoryGamma, Arithmetic, 0.0
		if t < n {
			renewalRate = s.RenewalRate[t]
		} else {
			i := t - n
			lockTarget, gamma, weighting, renewalRate = f.LockTarget.At(i), f.Gamma.At(i), f.GammaWeighting, f.RenewalRate.At(i)
		}
		base := r.CirculatingFIL[t-1]
		if f.PledgeBase == AvailableBase {
			base = r.AvailableFIL[t-1]
			if t == 1 {
				base = r.CirculatingFIL[0] - r.LockedFIL[0]
			}
		}
		networkPiB, baselinePiB := r.QAPowerEiB[t]*PiBPerEiB, r.BaselinePowerEiB[t]*PiBPerEiB
		onboarded := initialPledge(r.OnboardedQAPiB[t], networkPiB, baselinePiB, r.RewardFIL[t], base, lockTarget, gamma, weighting)
		renewed := initialPledge(r.RenewedQAPiB[t], networkPiB, baselinePiB, r.RewardFIL[t], base, lockTarget, gamma, weighting)

		release := 0.0
		if t < len(s.ScheduledPledgeReleaseFIL) {
			release = s.ScheduledPledgeReleaseFIL[t]
		}
		if locked := t - f.SectorDurationDays; locked >= n {
			release += r.LockedPledgeOfDayFIL[locked]
		}
		// A renewed sector keeps its pledge, or tops it up to what is asked today.
		kept := renewalRate * release
		r.RenewedPledgeOfDayFIL[t] = max(kept, renewed)
		r.LockedPledgeOfDayFIL[t] = onboarded + r.RenewedPledgeOfDayFIL[t]
		pledgeChange := onboarded - (release - kept) + max(0, renewed-kept)
		rewardChange := LockedRewardShare*r.RewardFIL[t] - r.LockedRewardFIL[t-1]/LockedRewardDays

		r.LockedPledgeFIL[t] = r.LockedPledgeFIL[t-1] + pledgeChange
		r.LockedRewardFIL[t] = r.LockedRewardFIL[t-1] + rewardChange
		r.LockedFIL[t] = r.floor(&r.LockedFloored, t, r.LockedFIL[t-1]+pledgeChange+rewardChange)
		if r.LockedPledgeFIL[t] < 0 {
			r.PledgeNegative.add(t)
		}

		circulating := DisbursedReserveFIL + r.CumulativeRewardFIL[t] + r.VestedFIL[t] - r.LockedFIL[t] - r.BurntFIL[t]
		r.CirculatingFIL[t] = r.floor(&r.CirculatingFloored, t, circulating)
		r.AvailableFIL[t] = r.floor(&r.AvailableFloored, t, circulating-r.LockedFIL[t])
	}
}

func (r *Result) floor(marks *Marks, entry int, v float64) float64 {
	if v < 0 {
		marks.add(entry)
		return 0
	}
	return v
}
