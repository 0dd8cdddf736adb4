package sim

import (
	"math"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// burnGas says what the gas of all messages burns on each forecast day of a network that has not settled yet, FIL: base
// fee and over-estimation, of the status quo or of DirectFIL+. Where the burn stays on its mean nobody asks.
func (r *RateRun) burnGas(sc *assumption.Scenario, net *mechafil.Result, direct bool) {
	if net.Burns == nil {
		return
	}
	fil := net.Burns.GasFIL
	for t := r.historyDays + 1; t < min(len(fil), len(r.GasPublishGgas)); t++ {
		if burnt := r.gasBurntOn(sc, t, direct); burnt > 0 { // the study's model may predict negative gas
			fil[t] = burnt
		}
	}
}

// gasBurntOn is that of an entry. With a fixed price the load is that of the price that follows block space, and all of
// it is billed.
//
//go:noinline
func (r *RateRun) gasBurntOn(sc *assumption.Scenario, t int, direct bool) float64 {
	if b := r.Blocks; b != nil {
		if direct {
			return b.burnt(b.DirectLoadTgas[t], b.DirectFeeNanoFIL[t])
		}
		return b.burnt(b.LoadTgas[t], b.FeeNanoFIL[t])
	}
	return r.FixedLoadTgas(sc, t, direct) * ggasPerTgas * sc.BaseFeeNanoFIL *
		(1 + price.OverEstimation(sc.GasLimitRatio))
}

// FixedLoadTgas is the gas of all messages of an entry where the price is fixed, Tgas. What DirectFIL+ saves is saved
// from it. It is NaN where there is no gas.
func (r *RateRun) FixedLoadTgas(sc *assumption.Scenario, t int, direct bool) float64 {
	levels := levelsOf(sc)
	load := levels.Load(r.GasPublishGgas[t]/ggasPerTgas, r.Network.OnboardedRawPiB[t], r.Network.RawPowerEiB[t])
	if direct {
		load -= (r.GasStatusQuoGgas[t] - r.GasDirectGgas[t]) / ggasPerTgas
	}
	return math.Max(0, load)
}
