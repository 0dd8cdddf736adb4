package sim

import (
	"math"

	"github.com/gasburden/gasburden/model/price"
)

// gasBurnt is what the gas of all messages burns on each forecast day, FIL, of the status quo or of DirectFIL+: base fee
// and over-estimation. It is nil where the burn stays on its mean, and zero where the network has ended.
func (r *RateRun) gasBurnt(sc *Scenario, direct bool) []float64 {
	if sc.Burn != PathBurn {
		return nil
	}
	fil := r.memory.Take(sc.HorizonDays)
	for i := range fil {
		fil[i] = 0
		if t := r.historyDays + 1 + i; t < len(r.GasPublishGgas) {
			if burnt := r.gasBurntOn(sc, t, direct); burnt > 0 { // the study's model may predict negative gas
				fil[i] = burnt
			}
		}
	}
	return fil
}

// gasBurntOn is that of an entry. With a fixed price the load is that of the price that follows block space, and all of
// it is billed.
//
//go:noinline
func (r *RateRun) gasBurntOn(sc *Scenario, t int, direct bool) float64 {
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
func (r *RateRun) FixedLoadTgas(sc *Scenario, t int, direct bool) float64 {
	levels := sc.levels()
	load := levels.Load(r.GasPublishGgas[t]/ggasPerTgas, r.Network.OnboardedRawPiB[t], r.Network.RawPowerEiB[t])
	if direct {
		load -= (r.GasStatusQuoGgas[t] - r.GasDirectGgas[t]) / ggasPerTgas
	}
	return math.Max(0, load)
}
