package sim

import (
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// respond simulates what the network under DirectFIL+ does with the gas that it saves: fills a
// share of it with more FIL+ deals (rebound), and burns less (burn feedback). Both act from the
// first forecast day on.
//
// The deals that refill gas cost what deals cost under DirectFIL+, so that with a rebound of 1
// as much gas is used as under the status quo. The price is that of the day without rebound:
// where the gas model depends on the ratio of QA to raw power, which more deals raise, that
// second-order effect is left out.
func (r *RateRun) respond(in *assumption.Inputs, sc *assumption.Scenario) {
	n, horizon := r.historyDays, sc.HorizonDays
	rate := mechafil.Path(r.memory.Take(horizon))
	onboarding := mechafil.Path(r.memory.Take(horizon))
	var burnSavedFIL []float64
	if sc.BurnFeedback {
		burnSavedFIL = r.memory.Take(horizon)
	}
	for i := range horizon {
		t := n + 1 + i
		// Without rebound raw power and rate are the status quo's to the last bit.
		onboarding[i], rate[i] = sc.RawOnboardingPiB.At(i), r.FILPlusRate.At(i)
		if sc.BurnFeedback {
			burnSavedFIL[i] = 0
		}
		if t < r.Network.Defined {
			if r.Blocks != nil {
				r.refill(in, sc, t, onboarding, rate)
				continue
			}
			// Neither a negative saving nor negative gas (the regime model's) refills anything.
			if saved := r.GasStatusQuoGgas[t] - r.GasDirectGgas[t]; sc.Rebound > 0 && saved > 0 {
				if price := r.directPrice(in, sc, t); price > 0 {
					extra := sc.Rebound * saved / price
					if raw := onboarding[i] + extra; raw > 0 {
						rate[i] = (onboarding[i]*rate[i] + extra) / raw
						onboarding[i] = raw
					}
					r.DirectDealOnboardedPiB[t] += extra
					r.GasDirectGgas[t] += sc.Rebound * saved
					if sc.Rebound == 1 {
						r.GasDirectGgas[t] = r.GasStatusQuoGgas[t] // exactly, not by a rounded sum
					}
				}
			}
			if sc.BurnFeedback && r.GasStatusQuoGgas[t] > r.GasDirectGgas[t] {
				burnSavedFIL[i] = (r.GasStatusQuoGgas[t] - r.GasDirectGgas[t]) * sc.BaseFeeNanoFIL
			}
		}
	}
	if b := r.Blocks; b != nil {
		if sc.Rebound > 0 { // raw power, which proving follows, depends on nothing but onboarding
			b.proven(r.Network.RawPowerEiB, r.alike.common.With(onboarding, nil).RawPowerEiB)
		}
		r.directFees()
		if sc.BurnFeedback {
			r.burnSaved(burnSavedFIL)
		}
	}
	// Gas burns as in the status quo, one network a rate, unless what is saved is not burnt.
	r.DirectNetwork = r.alike.common.With(onboarding, burnSavedFIL).Grow(rate)
	r.burnGas(sc, r.DirectNetwork, sc.BurnFeedback)
	r.DirectNetwork.Settle()
}

// refill is the rebound of an entry where the price follows block space: the load that was saved is filled, not the gas
// of publishing alone, and a PiB that fills it brings its onboarding too.
func (r *RateRun) refill(in *assumption.Inputs, sc *assumption.Scenario, t int, onboarding, rate mechafil.Path) {
	i := t - r.historyDays - 1
	publish, ok := r.directPublish(sc.DirectGasFraction, t)
	extra, perPiB := r.extraOf(in, sc, t, publish)
	if !ok || !(extra > 0) {
		return
	}
	raw := onboarding[i] + extra
	rate[i] = (onboarding[i]*rate[i] + extra) / raw
	onboarding[i] = raw
	r.DirectDealOnboardedPiB[t] += extra
	r.GasDirectGgas[t] += extra * r.directPrice(in, sc, t)
	r.Blocks.DirectLoadTgas[t] += extra * perPiB
}

// burnSaved fills what the network burns less on each forecast day: all messages, since the price falls for all.
func (r *RateRun) burnSaved(fil []float64) {
	b := r.Blocks
	for i := range fil {
		fil[i] = 0
		if t := r.historyDays + 1 + i; t < len(b.LoadTgas) {
			if saved := b.burnt(b.LoadTgas[t], b.FeeNanoFIL[t]) - b.burnt(b.DirectLoadTgas[t],
				b.DirectFeeNanoFIL[t]); saved > 0 {
				fil[i] = saved
			}
		}
	}
}

// directPrice is the gas of a further PiB of deals under DirectFIL+ on an entry, in Ggas; 0 where
// there is none to go by.
func (r *RateRun) directPrice(in *assumption.Inputs, sc *assumption.Scenario, t int) float64 {
	price, ok := r.directPublish(sc.DirectGasFraction, t)
	if share := r.Adoption[t]; ok && sc.Messages == assumption.OnboardingMessages {
		price += in.Onboarding.PreCommitGgasPerPiB * (1 - share*(1-sc.DirectPreCommitFraction))
		price += in.Onboarding.ProveCommitGgasPerPiB * (1 - share*(1-sc.DirectProveFraction))
	}
	return price
}

// directPublish is its gas of publishing alone, of which going direct leaves a fraction; ok is false where there is
// none to go by.
//
//go:noinline
func (r *RateRun) directPublish(fraction float64, t int) (ggas float64, ok bool) {
	share, publish := r.Adoption[t], r.GasPublishGgas[t]/r.DealOnboardedPiB[t]
	if r.DealOnboardedPiB[t] == 0 {
		levels := r.alike.levelGgasPerPiB
		if levels == nil {
			return 0, false // the regime model's price without deals is infinite
		}
		publish = levels[t]
		if r.publishFactor != nil {
			publish *= r.publishFactor[t]
		}
	}
	if publish < 0 {
		return 0, false // the regime model's negative gas; near zero the price would buy deals without end
	}
	return publish * (1 - share*(1-fraction)), true
}
