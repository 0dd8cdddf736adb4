package sim

import (
	"math"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// alike is what the FIL+ rates of a run have in common beside the network's Common. Their series are cut from
// these where their network ends; nobody changes them.
type alike struct {
	common *mechafil.Common

	levelGgasPerPiB []float64 // of the scaling model; nil for the regime model
	regime          []float64 // that the scaling model does not know, NaN; nil for the regime model
	adoption        []float64
	end             int // the last entry with FIL+ deals; beyond the run where they do not end

	cumulativeInflowFIL, inflowDailyFIL, inflowMeanFIL []float64 // of the status quo
}

func newAlike(m *mechafil.Memory, in *assumption.Inputs, sc *assumption.Scenario, common *mechafil.Common) *alike {
	defined := len(common.RawPowerEiB)
	a := &alike{common: common}
	m.Deal(defined, &a.adoption, &a.cumulativeInflowFIL, &a.inflowDailyFIL, &a.inflowMeanFIL)
	mechafil.Cut(defined-1, &a.inflowDailyFIL)
	mechafil.Cut(defined-sc.SmoothingDays, &a.inflowMeanFIL)
	if sc.GasModel == assumption.ScalingModel {
		m.Deal(defined, &a.levelGgasPerPiB, &a.regime)
		for t := range a.levelGgasPerPiB {
			a.levelGgasPerPiB[t], a.regime[t] = 1, math.NaN()
		}
		in.Scaling.Predict(a.levelGgasPerPiB, in.Snapshot.Start, a.levelGgasPerPiB) // the gas of a PiB
	}
	for t := range a.adoption {
		a.adoption[t] = sc.AdoptionOn(in.Snapshot.Start, t)
	}
	a.end = defined
	if last, ends := sc.EndOfFILPlus(in); ends {
		// There is nothing to go direct any more, and nothing to be saved by it.
		a.end = int(last - in.Snapshot.Start)
		for t := a.end + 1; t < defined; t++ {
			a.adoption[t] = 0
		}
	}

	for t := range a.cumulativeInflowFIL {
		a.cumulativeInflowFIL[t] = common.VestedFIL[t] + common.CumulativeRewardFIL[t]
	}
	differences(a.inflowDailyFIL, a.cumulativeInflowFIL)
	means(a.inflowMeanFIL, a.cumulativeInflowFIL, sc.SmoothingDays)
	return a
}

// differences fills daily with the steps of a cumulative series.
//
//go:noinline
func differences(daily, cumulative []float64) {
	for i := range daily {
		daily[i] = cumulative[i+1] - cumulative[i]
	}
}

// means fills mean with the trailing means of w days of a cumulative series' steps: the mean of w daily differences is
// the difference over w days.
//
//go:noinline
func means(mean, cumulative []float64, w int) {
	days := float64(w)
	for i := range mean {
		mean[i] = (cumulative[i+w] - cumulative[i]) / days
	}
}
