package sim

import (
	"math"

	"github.com/gasburden/gasburden/model"
)

// Realised is what the network did, on the date axis of a result: entry 0 is the snapshot's
// Start. NaN where the figures were not published.
type Realised struct {
	DealOnboardedPiB, QARawRatio []float64
	GasGgas, GasFIL              []float64 // gas a day of the messages that the scenario counts
	TotalGgas                    []float64 // all gas of the day
	OutflowMeanFIL               []float64 // trailing mean, FIL a day
	GasOverOutflow               []float64
	GasOverNetflow               []float64
	GasOverCirculating           []float64
}

// NewRealised lays the published figures on the result's axis, with the result's smoothing and
// base fee. A mean needs the cumulative figures of both its ends.
func NewRealised(t *model.Table, r *Result) *Realised {
	out := &Realised{}
	for _, s := range []*[]float64{
		&out.DealOnboardedPiB, &out.QARawRatio, &out.GasGgas, &out.GasFIL, &out.TotalGgas, &out.OutflowMeanFIL,
		&out.GasOverOutflow, &out.GasOverNetflow, &out.GasOverCirculating,
	} {
		*s = make([]float64, r.Days)
	}
	at := func(column []float64, row int) float64 {
		if row < 0 || row >= len(column) {
			return math.NaN()
		}
		return column[row]
	}
	w := r.Scenario.SmoothingDays
	first := t.Row(r.Start)
	for i := range r.Days {
		row := first + i
		outflow := at(t.BurntFIL, row) + at(t.LockedFIL, row) - at(t.BurntFIL, row-w) - at(t.LockedFIL, row-w)
		inflow := at(t.VestedFIL, row) + at(t.MinedFIL, row) - at(t.VestedFIL, row-w) - at(t.MinedFIL, row-w)
		out.DealOnboardedPiB[i] = model.DealPower(at(t.OnboardedRawPiB, row), at(t.OnboardedQAPiB, row))
		out.QARawRatio[i] = at(t.QAPowerEiB, row) / at(t.RawPowerEiB, row)
		gas := t.GasPublishStorageDeals
		if r.Scenario.Messages == OnboardingMessages {
			gas = t.GasOnboarding
		}
		out.GasGgas[i] = at(gas, row) / 1e9
		out.GasFIL[i] = out.GasGgas[i] * r.Scenario.BaseFeeNanoFIL
		out.TotalGgas[i] = at(t.GasTotal, row) / model.GasPerGgas
		out.OutflowMeanFIL[i] = outflow / float64(w)
		out.GasOverOutflow[i] = ratio(out.GasFIL[i], outflow/float64(w))
		out.GasOverNetflow[i] = ratio(out.GasFIL[i], (inflow-outflow)/float64(w))
		out.GasOverCirculating[i] = ratio(out.GasFIL[i], at(t.CirculatingFIL, row))
	}
	return out
}

// GasOfTotalGgas is the gas of each day as a share of that day's own total, times total: what a
// chart shows that divides by the constant total.
func (r *Realised) GasOfTotalGgas(total float64) []float64 {
	out := make([]float64, len(r.GasGgas))
	for i := range out {
		out[i] = ratio(r.GasGgas[i], r.TotalGgas[i]) * total
	}
	return out
}
