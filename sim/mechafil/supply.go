package mechafil

import "math"

// terms are what the initial pledge of a day depends on beside the power that asks for it.
type terms struct {
	networkPiB, baselinePiB float64 // QA power and baseline
	rewardFIL               float64 // minted that day
	supplyFIL               float64 // the pledge base
	lockTarget, gamma       float64
	weighting               Weighting
}

// initialPledge is the FIL that addedPiB of QA power must lock.
// Source: Filecoin spec (storage and consensus pledge), FIP-0081 (the mix by gamma).
func (p *terms) initialPledge(addedPiB float64) float64 {
	limit := addedPiB * GiBPerPiB * PledgeCapFILPerGiB
	if p.networkPiB <= PowerFloorEiB*PiBPerEiB {
		return limit // where the network vanishes any pledge reaches the cap
	}
	larger := p.networkPiB
	if p.baselinePiB > larger {
		larger = p.baselinePiB
	}
	locked := p.lockTarget * p.supplyFIL * addedPiB
	simple, base := notNegative(locked/p.networkPiB), notNegative(locked/larger)
	consensus := (1-p.gamma)*simple + p.gamma*base
	if p.weighting != Arithmetic {
		consensus = consensusPledge(simple, base, p.gamma, p.weighting)
	}
	if pledge := StoragePledgeDays*p.rewardFIL*addedPiB/p.networkPiB + consensus; pledge < limit {
		return pledge
	}
	return limit
}

// notNegative is max(0, v), which WebAssembly computes by a call.
func notNegative(v float64) float64 {
	if v <= 0 {
		return 0
	}
	return v
}

// consensusPledge mixes the two parts other than arithmetically.
func consensusPledge(simple, base, gamma float64, w Weighting) float64 {
	if w == Geometric {
		return math.Pow(simple, 1-gamma) * math.Pow(base, gamma)
	}
	if simple == 0 || base == 0 {
		return 0
	}
	return 1 / ((1-gamma)/simple + gamma/base)
}

// begin sets entry 0 of the supply.
func (r *Result) begin() {
	s := r.snapshot
	r.CirculatingFIL[0] = s.CirculatingFILStart
	r.AvailableFIL[0] = s.CirculatingFILStart // MechaFIL's own quirk: entry 0 is not net of locked
	r.LockedFIL[0] = s.LockedFILStart
	r.LockedPledgeFIL[0], r.LockedRewardFIL[0] = s.LockedFILStart/2, s.LockedFILStart/2
}

// supply steps pledge, locked and circulating tokens from an entry on, which is 1 or more.
func (r *Result) supply(from int) {
	s, f, n := r.snapshot, r.forecast, r.HistoryDays
	of := terms{lockTarget: HistoryLockTarget, gamma: HistoryGamma, weighting: Arithmetic}
	for t := from; t < r.Defined; t++ {
		var renewalRate float64
		if t < n {
			renewalRate = s.RenewalRate[t]
		} else {
			i := t - n
			of.lockTarget, of.gamma, of.weighting, renewalRate = f.LockTarget.At(i), f.Gamma.At(i), f.GammaWeighting, f.RenewalRate.At(i)
		}
		of.supplyFIL = r.CirculatingFIL[t-1]
		if f.PledgeBase == AvailableBase {
			of.supplyFIL = r.AvailableFIL[t-1]
			if t == 1 {
				of.supplyFIL = r.CirculatingFIL[0] - r.LockedFIL[0]
			}
		}
		minted := r.RewardFIL[t]
		of.networkPiB, of.baselinePiB, of.rewardFIL = r.QAPowerEiB[t]*PiBPerEiB, r.BaselinePowerEiB[t]*PiBPerEiB, minted
		onboarded, renewed := of.initialPledge(r.OnboardedQAPiB[t]), of.initialPledge(r.RenewedQAPiB[t])

		release := 0.0
		if t < len(s.ScheduledPledgeReleaseFIL) {
			release = s.ScheduledPledgeReleaseFIL[t]
		}
		if locked := t - f.SectorDurationDays; locked >= n {
			release += r.LockedPledgeOfDayFIL[locked]
		}
		// A renewed sector keeps its pledge, or tops it up to what is asked today.
		kept := renewalRate * release
		renewedOfDay := kept
		if renewed > kept {
			renewedOfDay = renewed
		}
		r.RenewedPledgeOfDayFIL[t] = renewedOfDay
		r.LockedPledgeOfDayFIL[t] = onboarded + renewedOfDay
		pledgeChange := onboarded - (release - kept) + notNegative(renewed-kept)
		rewardChange := LockedRewardShare*minted - r.LockedRewardFIL[t-1]/LockedRewardDays

		r.LockedPledgeFIL[t] = r.LockedPledgeFIL[t-1] + pledgeChange
		r.LockedRewardFIL[t] = r.LockedRewardFIL[t-1] + rewardChange
		if r.LockedPledgeFIL[t] < 0 {
			r.PledgeNegative.add(t)
		}
		locked := r.LockedFIL[t-1] + pledgeChange + rewardChange
		if locked < 0 {
			locked = 0
			r.LockedFloored.add(t)
		}
		r.LockedFIL[t] = locked

		circulating := DisbursedReserveFIL + r.CumulativeRewardFIL[t] + r.VestedFIL[t] - locked - r.BurntFIL[t]
		available := circulating - locked // of the supply before it is held at zero
		if circulating < 0 {
			circulating = 0
			r.CirculatingFloored.add(t)
		}
		if available < 0 {
			available = 0
			r.AvailableFloored.add(t)
		}
		r.CirculatingFIL[t], r.AvailableFIL[t] = circulating, available
	}
}
