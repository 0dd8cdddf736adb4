package mechafil

import "math"

// terms are those of a day on which power locks its initial pledge.
type terms struct {
	networkPiB float64 // QA power
	largerPiB  float64 // QA power or baseline, whichever is more
	storageFIL float64 // storage pledge of as much power as the network's
	targetFIL  float64 // that consensus pledge aims to lock
	gamma      float64
	mix        mix
	geometric  float64 // what mixing geometrically makes of the simple consensus pledge
}

// mix is a Weighting in a form that is quick to compare.
type mix int

const (
	arithmetic mix = iota
	geometric
	harmonic
)

func mixOf(w Weighting) mix {
	switch w {
	case Geometric:
		return geometric
	case Harmonic:
		return harmonic
	}
	return arithmetic
}

// newTerms are the terms in a network of networkPiB QA power and baselinePiB baseline, with rewardFIL minted
// that day and supplyFIL the pledge base.
func newTerms(networkPiB, baselinePiB, rewardFIL, supplyFIL, lockTarget, gamma float64, m mix) terms {
	p := terms{
		networkPiB: networkPiB, largerPiB: networkPiB, storageFIL: StoragePledgeDays * rewardFIL,
		targetFIL: lockTarget * supplyFIL,
		gamma:     gamma, mix: m, geometric: 1,
	}
	if baselinePiB > networkPiB {
		p.largerPiB = baselinePiB
		if m == geometric && networkPiB > 0 {
			// simple^(1-gamma) * base^gamma, base being simple * network / larger.
			p.geometric = math.Exp(gamma * math.Log(networkPiB/baselinePiB))
		}
	}
	return p
}

// initialPledge is the FIL that addedPiB of QA power must lock.
// Source: Filecoin spec (storage and consensus pledge), FIP-0081 (the mix by gamma).
func (p *terms) initialPledge(addedPiB float64) float64 {
	limit := addedPiB * GiBPerPiB * PledgeCapFILPerGiB
	if p.networkPiB <= PowerFloorEiB*PiBPerEiB {
		return limit // where the network vanishes any pledge reaches the cap
	}
	target := p.targetFIL * addedPiB
	simple := notNegative(target / p.networkPiB)
	var consensus float64
	switch p.mix {
	case arithmetic:
		consensus = (1-p.gamma)*simple + p.gamma*notNegative(target/p.largerPiB)
	case geometric:
		consensus = simple * p.geometric
	case harmonic:
		if simple > 0 {
			consensus = 1 / ((1-p.gamma)/simple + p.gamma/(target/p.largerPiB))
		}
	}
	if pledge := p.storageFIL*addedPiB/p.networkPiB + consensus; pledge < limit {
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

// begin sets entry 0 of the supply.
func (r *Result) begin() {
	s := r.snapshot
	r.CirculatingFIL[0] = s.CirculatingFILStart
	r.AvailableFIL[0] = s.CirculatingFILStart // MechaFIL's own quirk: entry 0 is not net of locked
	r.LockedFIL[0] = s.LockedFILStart
	r.LockedPledgeFIL[0], r.LockedRewardFIL[0] = s.LockedFILStart/2, s.LockedFILStart/2
	if r.forecast.asTheChainStood() {
		_, rewardFIL, _ := s.ChainStart()
		r.LockedPledgeFIL[0], r.LockedRewardFIL[0] = s.LockedFILStart-rewardFIL, rewardFIL
	}
	r.LockedPledgeOfDayFIL[0], r.RenewedPledgeOfDayFIL[0] = 0, 0
}

// supply steps pledge, locked and circulating tokens from an entry on, which is 1 or more.
func (r *Result) supply(from int) {
	s, f, n := r.snapshot, r.forecast, r.HistoryDays
	lockTarget, gamma, weights, forecastWeights := HistoryLockTarget, HistoryGamma, arithmetic, mixOf(f.GammaWeighting)
	ofAvailable := f.PledgeBase == AvailableBase
	duration, extension := f.SectorDurationDays, f.extension()
	toFall := 0.0 // pledge that falls due on this day or later
	if r.stays != nil && from > n {
		toFall = sum(s.ScheduledPledgeReleaseFIL[min(from, len(s.ScheduledPledgeReleaseFIL)):]) +
			r.LockedPledgeOfDayFIL[n]
	}
	for t := from; t < r.Defined; t++ {
		var renewalRate float64
		if t < n {
			renewalRate = s.RenewalRate[t]
		} else {
			i := t - n
			lockTarget, gamma, weights, renewalRate = f.LockTarget.At(i), f.Gamma.At(i), forecastWeights,
				f.RenewalRate.At(i)
			if f.GammaWeightings != nil {
				weights = mixOf(f.GammaWeightings[i])
			}
		}
		base := r.CirculatingFIL[t-1]
		if ofAvailable {
			base = r.AvailableFIL[t-1]
			if t == 1 {
				base = r.CirculatingFIL[0] - r.LockedFIL[0]
			}
		}
		of := newTerms(r.QAPowerEiB[t]*PiBPerEiB, r.BaselinePowerEiB[t]*PiBPerEiB, r.PledgeRewardFIL[t], base,
			lockTarget, gamma, weights)
		onboarded, renewed := of.initialPledge(r.OnboardedQAPiB[t]), of.initialPledge(r.RenewedQAPiB[t])

		release, left := 0.0, 0.0
		if t < len(s.ScheduledPledgeReleaseFIL) {
			release = s.ScheduledPledgeReleaseFIL[t]
		}
		if r.stays != nil && t > n {
			left = f.LeavingRate.At(t-n-1) * toFall
			release *= r.stays[t-n]
		}
		if duration == extension {
			if then := t - duration; then >= n {
				release += r.LockedPledgeOfDayFIL[then] * r.stays.of(then-n, t-n)
			}
		} else {
			if then := t - duration; then >= n { // what was locked for new power
				release += (r.LockedPledgeOfDayFIL[then] - r.RenewedPledgeOfDayFIL[then]) * r.stays.of(then-n, t-n)
			}
			if then := t - extension; then >= n {
				release += r.RenewedPledgeOfDayFIL[then] * r.stays.of(then-n, t-n)
			}
		}
		// A renewed sector keeps its pledge, or tops it up to what is asked today.
		kept := renewalRate * release
		renewedOfDay := kept
		if renewed > kept {
			renewedOfDay = renewed
		}
		r.RenewedPledgeOfDayFIL[t] = renewedOfDay
		r.LockedPledgeOfDayFIL[t] = onboarded + renewedOfDay
		pledgeChange := onboarded - (release - kept) + notNegative(renewed-kept) - left
		if r.Opted != nil {
			pledgeChange += r.Opted.pledge(t, &of)
		}
		toFall += onboarded + renewedOfDay - release - left
		rewardChange := LockedRewardShare*r.ConsensusRewardFIL[t] - r.LockedRewardFIL[t-1]/LockedRewardDays

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

		if r.Burns != nil {
			r.burn(t)
		}
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
