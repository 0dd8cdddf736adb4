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
	w := r.Scenario.SmoothingDays
	gas := t.GasPublishStorageDeals
	if r.Scenario.Messages == OnboardingMessages {
		gas = t.GasOnboarding
	}
	// Each column from w days before entry 0 on, so that its value on the entry's day is at i+w.
	var burnt, locked, vested, mined, raw, qa, rawPower, qaPower, circulating, total []float64
	for _, c := range []struct {
		to   *[]float64
		from []float64
	}{
		{&burnt, t.BurntFIL}, {&locked, t.LockedFIL}, {&vested, t.VestedFIL}, {&mined, t.MinedFIL},
		{&raw, t.OnboardedRawPiB}, {&qa, t.OnboardedQAPiB}, {&rawPower, t.RawPowerEiB}, {&qaPower, t.QAPowerEiB},
		{&circulating, t.CirculatingFIL}, {&total, t.GasTotal}, {&gas, gas},
	} {
		*c.to = window(c.from, t.Row(r.Start)-w, r.Days+w)
	}
	for i := range r.Days {
		k := i + w
		outflow := burnt[k] + locked[k] - burnt[i] - locked[i]
		inflow := vested[k] + mined[k] - vested[i] - mined[i]
		out.DealOnboardedPiB[i] = model.DealPower(raw[k], qa[k])
		out.QARawRatio[i] = qaPower[k] / rawPower[k]
		ggas := gas[k] / 1e9
		fil := ggas * r.Scenario.BaseFeeNanoFIL
		out.GasGgas[i], out.GasFIL[i], out.TotalGgas[i] = ggas, fil, total[k]/model.GasPerGgas
		out.OutflowMeanFIL[i] = outflow / float64(w)
		out.GasOverOutflow[i] = ratio(fil, outflow/float64(w))
		out.GasOverNetflow[i] = ratio(fil, (inflow-outflow)/float64(w))
		out.GasOverCirculating[i] = ratio(fil, circulating[k])
	}
	return out
}

// window is n values of a column from a row on, NaN outside the column.
func window(column []float64, first, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
		if row := first + i; row >= 0 && row < len(column) {
			out[i] = column[row]
		}
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
