package validate

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
	"github.com/gasburden/gasburden/model/price"
)

// Fees is what was measured of the price of gas, and the network after the daily table's end.
type Fees struct {
	NanoFIL      model.DaySeries // base fee of a day, nanoFIL per gas
	BurntFIL     model.DaySeries // burnt for the gas of all messages, FIL a day
	RawEiB       model.DaySeries // raw power after the table
	OnboardedPiB model.DaySeries // raw power onboarded after the table, a day
}

// The periods with published fees, newest first; the first and the last day of each have both gas and fee.
var feePeriods = [2]Window{
	{"2024-25", day.Of(2024, 1, 2), day.Of(2025, 6, 24)},
	{"2020-22", day.Of(2020, 10, 15), day.Of(2022, 10, 11)},
}

// What the forecasts take as given.
const (
	constantNanoFIL = 0.0306 // burn over gas, the median of the 90 days to 2025-06-24
	level2025       = 0.0162 // of priced days, to 2025-06-24
	level2023       = 0.46
	verifiedShare   = 0.95 // of raw onboarding after June 2025 that carries FIL+ deals
)

// Price holds the price that follows block space against what was paid. The table must be whole. It fails where
// the step cannot be fitted, or a period has no figures.
func Price(t *model.Table, f *Fees) (*PriceEvidence, error) {
	e := new(PriceEvidence)
	for k, period := range feePeriods {
		load, priced := daysOf(t, f, period)
		knee, width, err := fit.Priced(load, priced)
		if err != nil {
			return nil, fmt.Errorf("price of gas, %s: %w", period.Name, err)
		}
		otherLoad, otherPriced := daysOf(t, f, feePeriods[1-k])
		e.Steps = append(e.Steps, PriceStep{
			First: period.First, Last: period.Last, KneeTgas: knee, WidthTgas: width,
			Own: scoreStep(knee, width, load, priced), Other: scoreStep(knee, width, otherLoad, otherPriced),
		})
	}
	if err := forecastMonths(e, t, f); err != nil {
		return nil, err
	}
	if err := hindsightOf2024(e, t, f); err != nil {
		return nil, err
	}
	return e, monthAhead(e, t, f)
}

// daysOf are the days of a period with gas and fee: loads in Tgas, and which were priced.
func daysOf(t *model.Table, f *Fees, w Window) (load []float64, priced []bool) {
	for d := w.First; d <= w.Last; d++ {
		gas, fee := t.GasTotal[t.Row(d)], f.NanoFIL.At(d)
		if !math.IsNaN(gas) && !math.IsNaN(fee) && d != price.PartialDay {
			load, priced = append(load, gas/price.GasPerTgas), append(priced, fee >= price.PricedNanoFIL)
		}
	}
	return load, priced
}

func scoreStep(knee, width float64, load []float64, priced []bool) StepScore {
	p := price.Params{KneeTgas: knee, WidthTgas: width}
	odds := make([]float64, len(load))
	for i, l := range load {
		odds[i] = p.Priced(l)
	}
	return newStepScore(odds, priced)
}

// forecastMonths forecasts 2025-07 to 2026-02 from the levels of the last day with gas by message.
func forecastMonths(e *PriceEvidence, t *model.Table, f *Fees) error {
	levels, err := price.Measure(t, day.Of(2025, 6, 24))
	if err != nil {
		return err
	}
	e.LevelsOf, e.ConstantNanoFIL = levels.Last, constantNanoFIL
	p := price.Standard(level2025)
	power := 0.0
	for first := day.Of(2025, 7, 1); first <= day.Of(2026, 2, 1); first = first.AddMonths(1) {
		m := PriceMonth{First: first}
		var raw, eib runningMean
		var burnt []float64
		for d := first; d < first.AddMonths(1); d++ {
			raw.add(after(t, t.OnboardedRawPiB, f.OnboardedPiB, d))
			eib.add(after(t, t.RawPowerEiB, f.RawEiB, d))
			if b := f.BurntFIL.At(d); !math.IsNaN(b) {
				burnt = append(burnt, b)
				m.MeanFIL += b
			}
		}
		if m.Days = len(burnt); m.Days == 0 || raw.n == 0 {
			return model.NonePublished("fee_burn_fil", first.AddMonths(1)-1)
		}
		if eib.n > 0 {
			power = eib.value() // else that of the month before
		}
		m.OnboardedPiB, m.MeanFIL, m.MedianFIL = raw.value(), m.MeanFIL/float64(m.Days), model.Median(burnt)
		m.LoadTgas = levels.Load(levels.PublishTgasPerPiB*verifiedShare*m.OnboardedPiB, m.OnboardedPiB, power)
		m.Priced = p.Priced(m.LoadTgas)
		m.ForecastFIL, m.ConstantFIL = price.GgasPerTgas*m.LoadTgas*p.Fee(m.LoadTgas, first),
			price.GgasPerTgas*m.LoadTgas*constantNanoFIL
		e.Months = append(e.Months, m)
	}
	n := float64(len(e.Months))
	for _, m := range e.Months {
		off := math.Abs(math.Log10(m.ForecastFIL / m.MeanFIL))
		if off <= 1 {
			e.WithinTen++
		}
		if off <= 2 {
			e.WithinHundred++
		}
		e.PowersOfTen += off / n
		e.ConstantPowersOfTen += math.Abs(math.Log10(m.ConstantFIL/m.MeanFIL)) / n
	}
	return nil
}

// after is a day's value of a column of the table, or where that has none of the series after it.
func after(t *model.Table, column []float64, series model.DaySeries, d day.Day) float64 {
	if i := t.Row(d); i < len(column) && !math.IsNaN(column[i]) {
		return column[i]
	}
	return series.At(d)
}

// runningMean is a running mean that passes over NaN.
type runningMean struct{ sum, n float64 }

func (m *runningMean) add(v float64) {
	if !math.IsNaN(v) {
		m.sum += v
		m.n++
	}
}

func (m *runningMean) value() float64 { return m.sum / m.n }

// hindsightOf2024 is what the parameters of 2023-07-31 make of the year 2024, given what was onboarded each day.
func hindsightOf2024(e *PriceEvidence, t *model.Table, f *Fees) error {
	levels, err := price.Measure(t, day.Of(2023, 7, 31))
	if err != nil {
		return err
	}
	h := &e.Hindsight
	h.LevelsOf = levels.Last
	h.First, h.Last, h.Day = day.Of(2024, 1, 2), day.Of(2024, 12, 31), day.Of(2024, 7, 15)
	p := price.Standard(level2023)
	var forecast, realised, atGas runningMean
	for d := h.First; d <= h.Last; d++ {
		i := t.Row(d)
		row := t.Features(i)
		publish := levels.PublishTgasPerPiB * row.DealPiB
		load := levels.Load(publish, t.OnboardedRawPiB[i], t.RawPowerEiB[i])
		said, was := price.GgasPerTgas*publish*p.Fee(load, d), row.GasGgas*f.NanoFIL.At(d)
		forecast.add(said)
		realised.add(was)
		atGas.add(row.GasGgas * p.Fee(t.GasTotal[i]/price.GasPerTgas, d))
		if d == h.Day {
			h.DayForecast, h.DayRealised = said, was
		}
	}
	h.ForecastFIL, h.RealisedFIL, h.AtGasFIL = forecast.value(), realised.value(), atGas.value()
	return nil
}

// monthAhead forecasts the load of every day from the levels at the end of the month before, given what was onboarded.
func monthAhead(e *PriceEvidence, t *model.Table, f *Fees) error {
	l := &e.Load
	l.First, l.Last = day.Of(2023, 11, 1), feePeriods[0].Last
	var forecast, actual []float64
	var load [2][]float64 // of 2024, of 2025
	var priced [2][]bool
	var levels *price.Measured
	for d := l.First; d <= l.Last; d++ {
		if d == d.FirstOfMonth() {
			var err error
			if levels, err = price.Measure(t, d-1); err != nil {
				return err
			}
		}
		i := t.Row(d)
		if d == price.PartialDay || math.IsNaN(t.GasTotal[i]) {
			continue
		}
		said := levels.Load(levels.PublishTgasPerPiB*t.Features(i).DealPiB, t.OnboardedRawPiB[i], t.RawPowerEiB[i])
		forecast, actual = append(forecast, price.GgasPerTgas*said), append(actual, t.TotalGgas(i))
		if fee := f.NanoFIL.At(d); !math.IsNaN(fee) {
			year := 0
			if d >= day.Of(2025, 1, 1) {
				year = 1
			}
			load[year], priced[year] = append(load[year], said), append(priced[year], fee >= price.PricedNanoFIL)
		}
	}
	l.Score = model.NewScore(forecast, actual)
	knee, width, err := fit.Priced(load[0], priced[0])
	if err != nil {
		return fmt.Errorf("price of gas, forecast load of 2024: %w", err)
	}
	l.Unskilled = scoreStep(knee, width, load[1], priced[1])
	return nil
}
