package sim

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
)

// gas predicts the gas of each day under the status quo and under DirectFIL+, before anything
// responds to the saving.
func (r *RateRun) gas(in *assumption.Inputs, sc *assumption.Scenario) {
	net, n := r.Network, r.historyDays
	deals, raw := r.DealOnboardedPiB, net.OnboardedRawPiB
	end := r.alike.end
	for t := range deals {
		if t <= n {
			deals[t] = model.DealPower(raw[t], net.OnboardedQAPiB[t])
		} else {
			deals[t] = raw[t] * r.FILPlusRate.At(t-n-1)
		}
		if t > end {
			deals[t] = 0
		}
	}
	ratios(r.QARawRatio, net.QAPowerEiB, net.RawPowerEiB)
	last, ended := net.Ended()
	if ended {
		r.QARawRatio[last] = math.NaN() // no power left to take a ratio of
	}
	publish := r.GasPublishGgas
	if levels := r.alike.levelGgasPerPiB; levels == nil {
		in.Regime.Predict(publish, r.Regime, deals, r.QARawRatio)
	} else {
		for t := range publish {
			publish[t] = deals[t] * levels[t]
		}
		if ended {
			publish[last] = math.NaN()
		}
	}
	for t := end + 1; t < len(publish); t++ {
		if !math.IsNaN(publish[t]) {
			publish[t] = 0 // the study's model predicts gas without deals
		}
	}
	if r.publishFactor != nil {
		for t := range publish {
			publish[t] *= r.publishFactor[t]
		}
	}
	copy(r.DirectDealOnboardedPiB, deals)
	onboarding := sc.Messages == assumption.OnboardingMessages
	for t, status := range publish {
		direct := status * sc.DirectGasFraction
		if onboarding {
			preCommit, prove := raw[t]*in.Onboarding.PreCommitGgasPerPiB, raw[t]*in.Onboarding.ProveCommitGgasPerPiB
			withDeals := 0.0
			if raw[t] > 0 {
				if withDeals = deals[t] / raw[t]; withDeals > 1 {
					withDeals = 1
				}
			}
			status += preCommit + prove
			direct += preCommit*sc.DirectPreCommitFraction +
				prove*(withDeals*sc.DirectProveFraction+(1-withDeals)*sc.DirectProveFractionNoDeals)
		}
		r.GasStatusQuoGgas[t] = status
		if share := r.Adoption[t]; share != 1 {
			direct = status - share*(status-direct)
		} // else exactly, not by a rounded difference
		r.GasDirectGgas[t] = direct
	}
}

// amounts turns gas into FIL and sums it from the snapshot's day on.
func (r *RateRun) amounts(sc *assumption.Scenario) {
	fee := sc.BaseFeeNanoFIL
	for t, gas := range r.GasStatusQuoGgas {
		// Ggas times nanoFIL per gas is FIL.
		status, direct := gas*fee, r.GasDirectGgas[t]*fee
		if r.Blocks != nil {
			fees, directFees := r.Blocks.billedFees(t)
			status, direct = gas*fees, r.GasDirectGgas[t]*directFees
		}
		r.GasStatusQuoFIL[t], r.GasDirectFIL[t], r.SavingFIL[t] = status, direct, status-direct
	}
	cumulate(r.CumulativeGasFIL, r.GasStatusQuoFIL[r.historyDays:])
	cumulate(r.CumulativeDirectFIL, r.GasDirectFIL[r.historyDays:])
	cumulate(r.CumulativeSavingFIL, r.SavingFIL[r.historyDays:])
}

// cumulate sums daily from its second entry on.
func cumulate(sum, daily []float64) {
	total := 0.0
	for t := range sum {
		if t > 0 {
			total += daily[t]
		}
		sum[t] = total
	}
}
