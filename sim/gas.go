package sim

import (
	"math"

	"github.com/gasburden/gasburden/model"
)

// gas predicts the gas of each day under the status quo and under DirectFIL+, before anything
// responds to the saving.
func (r *RateRun) gas(in *Inputs, sc *Scenario) {
	net := r.Network
	for t := range r.DealOnboardedPiB {
		if t <= r.historyDays {
			r.DealOnboardedPiB[t] = model.DealPower(net.OnboardedRawPiB[t], net.OnboardedQAPiB[t])
		} else {
			r.DealOnboardedPiB[t] = net.OnboardedRawPiB[t] * r.FILPlusRate.At(t-r.historyDays-1)
		}
		r.QARawRatio[t] = net.QAPowerEiB[t] / net.RawPowerEiB[t]
	}
	if last, ended := net.Ended(); ended {
		r.QARawRatio[last] = math.NaN() // no power left to take a ratio of
	}
	if sc.GasModel == RegimeModel {
		in.Regime.Predict(r.GasPublishGgas, r.Regime, r.DealOnboardedPiB, r.QARawRatio)
	} else {
		in.Scaling.Predict(r.GasPublishGgas, in.Snapshot.Start, r.DealOnboardedPiB)
		for t := range r.Regime {
			r.Regime[t] = math.NaN() // the scaling model knows none
		}
		if last, ended := net.Ended(); ended {
			r.GasPublishGgas[last] = math.NaN()
		}
	}
	if r.publishFactor != nil {
		for t := range r.GasPublishGgas {
			r.GasPublishGgas[t] *= r.publishFactor[t]
		}
	}
	copy(r.DirectDealOnboardedPiB, r.DealOnboardedPiB)
	for t, publish := range r.GasPublishGgas {
		status, direct := publish, publish*sc.DirectGasFraction
		if sc.Messages == OnboardingMessages {
			raw := net.OnboardedRawPiB[t]
			preCommit, prove := raw*in.Onboarding.PreCommitGgasPerPiB, raw*in.Onboarding.ProveCommitGgasPerPiB
			withDeals := 0.0
			if raw > 0 {
				withDeals = math.Min(1, r.DealOnboardedPiB[t]/raw)
			}
			status += preCommit + prove
			direct += preCommit*sc.DirectPreCommitFraction +
				prove*(withDeals*sc.DirectProveFraction+(1-withDeals)*sc.DirectProveFractionNoDeals)
		}
		share := sc.adoptionOn(in.Snapshot.Start, t)
		r.Adoption[t] = share
		r.GasStatusQuoGgas[t] = status
		if share == 1 {
			r.GasDirectGgas[t] = direct // exactly, not by a rounded difference
		} else {
			r.GasDirectGgas[t] = status - share*(status-direct)
		}
	}
}

// amounts turns gas into FIL and sums it from the snapshot's day on.
func (r *RateRun) amounts(sc *Scenario) {
	for t, gas := range r.GasStatusQuoGgas {
		// Ggas times nanoFIL per gas is FIL.
		r.GasStatusQuoFIL[t] = gas * sc.BaseFeeNanoFIL
		r.GasDirectFIL[t] = r.GasDirectGgas[t] * sc.BaseFeeNanoFIL
		r.SavingFIL[t] = r.GasStatusQuoFIL[t] - r.GasDirectFIL[t]
	}
	cumulate(r.CumulativeGasFIL, r.GasStatusQuoFIL[r.historyDays:])
	cumulate(r.CumulativeDirectFIL, r.GasDirectFIL[r.historyDays:])
	cumulate(r.CumulativeSavingFIL, r.SavingFIL[r.historyDays:])
}

// cumulate sums daily from its second entry on.
func cumulate(sum, daily []float64) {
	for t := 1; t < len(sum); t++ {
		sum[t] = sum[t-1] + daily[t]
	}
}
