package sim

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Measure says which published figures stand beside a result: over which days, of which messages, and over
// how many days flows are averaged. It is how the curves themselves are defined. No assumption about the network,
// its deals or the base fee is in it, so that none can move what happened.
type Measure struct {
	Start         day.Day // UTC day of entry 0
	Days          int
	Messages      string // one of the scenario's
	SmoothingDays int
}

// Measure is that of the result's own curves.
func (r *Result) Measure() Measure {
	return Measure{r.Start, r.Days, r.Scenario.Messages, r.Scenario.SmoothingDays}
}

// Realised is what the network did, one entry a day of a Measure, from published figures alone. NaN where they
// were not published.
//
// GasFIL, and the shares that follow from it, price the gas of a day at the measured base fee of the same day
// (model.Table.MeasuredFee); days whose fee was not published are a gap. Over-estimation burn and tips are not in it.
//
// GasAtMostFIL is an upper bound, which knows no such gap: the gas at all that was burnt that day per unit of gas.
// Penalties, termination fees and, from nv25, the daily sector fee are burnt too.
type Realised struct {
	DealOnboardedPiB, QARawRatio []float64
	GasGgas                      []float64 // gas a day of the measure's messages
	GasOfTotal                   []float64 // as a share of that day's total
	GasFIL                       []float64 // FIL a day
	GasAtMostFIL                 []float64 // FIL a day
	OutflowMeanFIL               []float64 // trailing mean, FIL a day
	GasOverOutflow               []float64 // of GasFIL, as the two below
	GasOverNetflow               []float64
	GasOverCirculating           []float64 // share of the supply a day

	// AllFIL is what the gas of all messages cost, FIL a day: at the measured base fee or, where no gas was published,
	// what was burnt for it over model.FeeBurnPerBaseFee.
	AllFIL []float64

	// PaidFIL is what the senders of all messages paid, FIL a day: what was burnt for gas, and tips.
	PaidFIL []float64

	// Of the network, as the series of its simulation that have these names; the reward is what was mined that day
	// or, where that was published in tens of thousands of FIL, the trailing mean.
	RawPowerEiB, QAPowerEiB, BaselinePowerEiB, OnboardedRawPiB []float64
	RemovedRawPiB                                              []float64 // expired or terminated, PiB a day
	CirculatingFIL, LockedFIL, BurntFIL, VestedFIL, RewardFIL  []float64

	// Gas of all messages, Tgas a day, and by kind. Of a partial day (price.PartialDay) nothing.
	LoadTgas, PublishTgas, OnboardTgas, WindowTgas, OtherTgas []float64
}

// minedRounded is what mined FIL was rounded to up to 2025: of two days' difference that leaves nothing, of a mean's
// little.
const minedRounded = 1e4

// NewRealised lays the published figures on the days of a measure. A mean needs the cumulative figures of both
// its ends, and the upper bound the burn up to the day before.
func NewRealised(t *model.Table, m Measure) *Realised {
	out := &Realised{}
	for _, s := range []*[]float64{
		&out.DealOnboardedPiB, &out.QARawRatio, &out.GasGgas, &out.GasOfTotal, &out.GasFIL, &out.GasAtMostFIL,
		&out.OutflowMeanFIL,
		&out.GasOverOutflow, &out.GasOverNetflow, &out.GasOverCirculating,
		&out.RawPowerEiB, &out.QAPowerEiB, &out.BaselinePowerEiB, &out.OnboardedRawPiB, &out.RemovedRawPiB,
		&out.CirculatingFIL, &out.LockedFIL, &out.BurntFIL, &out.VestedFIL, &out.RewardFIL,
		&out.AllFIL, &out.PaidFIL, &out.LoadTgas, &out.PublishTgas, &out.OnboardTgas, &out.WindowTgas, &out.OtherTgas,
	} {
		*s = make([]float64, m.Days)
	}
	w := m.SmoothingDays
	gas := t.GasPublishStorageDeals
	if m.Messages == assumption.OnboardingMessages {
		gas = t.GasOnboarding
	}
	first := t.Row(m.Start)
	// Each column from w days before entry 0 on, so that its value on the entry's day is at i+w.
	var burnt, locked, vested, mined, raw, qa, rawPower, qaPower, circulating, total, publish, onboard, post []float64
	for _, c := range []struct {
		to   *[]float64
		from []float64
	}{
		{&burnt, t.BurntFIL}, {&locked, t.LockedFIL}, {&vested, t.VestedFIL}, {&mined, t.MinedFIL},
		{&raw, t.OnboardedRawPiB}, {&qa, t.OnboardedQAPiB}, {&rawPower, t.RawPowerEiB}, {&qaPower, t.QAPowerEiB},
		{&circulating, t.CirculatingFIL}, {&total, t.GasTotal}, {&gas, gas},
		{&publish, t.GasPublishStorageDeals}, {&onboard, t.GasOnboarding}, {&post, t.GasSubmitWindowedPoSt},
	} {
		*c.to = window(c.from, first-w, m.Days+w)
	}
	for i := range m.Days {
		k := i + w
		outflow := burnt[k] + locked[k] - burnt[i] - locked[i]
		inflow := vested[k] + mined[k] - vested[i] - mined[i]
		out.RawPowerEiB[i], out.QAPowerEiB[i], out.OnboardedRawPiB[i] = rawPower[k], qaPower[k], raw[k]
		out.BaselinePowerEiB[i] = model.Published(t.BaselinePowerEiB, first+i)
		out.RemovedRawPiB[i] = model.Published(t.RemovedRawPiB, first+i)
		out.CirculatingFIL[i], out.LockedFIL[i], out.BurntFIL[i] = circulating[k], locked[k], burnt[k]
		out.VestedFIL[i], out.RewardFIL[i] = vested[k], mined[k]-mined[k-1]
		if math.Mod(mined[k], minedRounded) == 0 && math.Mod(mined[k-1], minedRounded) == 0 {
			out.RewardFIL[i] = (mined[k] - mined[i]) / float64(w)
		}
		out.DealOnboardedPiB[i] = model.DealPower(raw[k], qa[k])
		out.QARawRatio[i] = qaPower[k] / rawPower[k]
		ggas := gas[k] / model.GasPerGgas
		fee, _ := t.MeasuredFee(first + i)
		fil := ggas * fee
		out.GasGgas[i], out.GasOfTotal[i], out.GasFIL[i] = ggas, ratio(gas[k], total[k]), fil
		if out.AllFIL[i] = total[k] / model.GasPerGgas * fee; math.IsNaN(out.AllFIL[i]) {
			out.AllFIL[i] = model.Published(t.FeeBurnFIL, first+i) / model.FeeBurnPerBaseFee
		}
		out.PaidFIL[i] = model.Published(t.FeePaidFIL, first+i)
		out.GasAtMostFIL[i] = ggas * t.ImpliedBaseFee(first+i)
		out.OutflowMeanFIL[i] = outflow / float64(w)
		out.GasOverOutflow[i] = ratio(fil, outflow/float64(w))
		out.GasOverNetflow[i] = ratio(fil, (inflow-outflow)/float64(w))
		out.GasOverCirculating[i] = ratio(fil, circulating[k])
		of := 1 / price.GasPerTgas
		if t.Date(first+i) == price.PartialDay {
			of = math.NaN()
		}
		out.LoadTgas[i], out.PublishTgas[i], out.WindowTgas[i] = total[k]*of, publish[k]*of, post[k]*of
		out.OnboardTgas[i], out.OtherTgas[i] = (onboard[k]-publish[k])*of, (total[k]-onboard[k]-post[k])*of
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
