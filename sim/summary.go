package sim

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Summary holds the headline figures of a run. Means and sums cover the forecast days that are
// defined; NaN (null in JSON) marks a figure that cannot be given.
type Summary struct {
	// Month is the first day of the calendar month that the headline reads: the one a year after the
	// snapshot, or the last that the run covers. Its figures are means over the month's defined days.
	Month                      day.Day
	MonthGasOverNetflow        float64
	MonthDirectOverNetflow     float64
	MonthGasOverOutflow        float64
	MonthDirectOverOutflow     float64
	MonthGasOverCirculating    float64 // share a day
	MonthDirectOverCirculating float64
	MonthGasFIL                float64 // FIL a day
	MonthDirectFIL             float64

	ForecastDays     int
	GasFIL           float64 // sum over the forecast
	DirectFIL        float64
	SavingFIL        float64
	GasFILPerDay     float64
	SavingFILPerDay  float64
	SavingFILPerYear float64

	// Sum of gas over sum of net flow: unlike a mean of ratios it has no poles.
	GasOverNetflow               float64
	DirectOverNetflow            float64
	GasOverCirculatingPerYear    float64 // mean daily share times 365
	SavingOverCirculatingPerYear float64

	Priced *Priced // nil with a fixed price
}

// SummaryFigure is a named figure of a summary.
type SummaryFigure struct {
	Name, Unit string
	Value      float64
}

// Figures lists the figures in their order, with the names of the JSON form.
func (s *Summary) Figures() []SummaryFigure {
	out := []SummaryFigure{
		{"month_gas_over_netflow", "share", s.MonthGasOverNetflow},
		{"month_direct_over_netflow", "share", s.MonthDirectOverNetflow},
		{"month_gas_over_outflow", "share", s.MonthGasOverOutflow},
		{"month_direct_over_outflow", "share", s.MonthDirectOverOutflow},
		{"month_gas_over_circulating", "share/day", s.MonthGasOverCirculating},
		{"month_direct_over_circulating", "share/day", s.MonthDirectOverCirculating},
		{"month_gas_fil_per_day", "FIL/day", s.MonthGasFIL},
		{"month_direct_fil_per_day", "FIL/day", s.MonthDirectFIL},
		{"forecast_days", "days", float64(s.ForecastDays)},
		{"gas_fil", "FIL", s.GasFIL},
		{"direct_gas_fil", "FIL", s.DirectFIL},
		{"saving_fil", "FIL", s.SavingFIL},
		{"gas_fil_per_day", "FIL/day", s.GasFILPerDay},
		{"saving_fil_per_day", "FIL/day", s.SavingFILPerDay},
		{"saving_fil_per_year", "FIL/year", s.SavingFILPerYear},
		{"gas_over_netflow", "share", s.GasOverNetflow},
		{"direct_over_netflow", "share", s.DirectOverNetflow},
		{"gas_over_circulating_per_year", "share/year", s.GasOverCirculatingPerYear},
		{"saving_over_circulating_per_year", "share/year", s.SavingOverCirculatingPerYear},
	}
	if s.Priced != nil {
		s.Priced.figures(func(name, unit string, v float64) { out = append(out, SummaryFigure{name, unit, v}) })
	}
	return out
}

func (r *RateRun) summarise(out *Result) {
	s := &r.Summary
	n := r.historyDays
	defined := r.Network.Defined
	if _, ended := r.Network.Ended(); ended {
		defined-- // the day on which the network ends has no gas
	}
	last := defined - 1
	s.Month = out.Date(min(n+365, max(last, 0))).FirstOfMonth()
	from, to := int(s.Month-out.Start), int(s.Month.AddMonths(1)-out.Start)
	mean := func(values []float64, offset int) float64 {
		sum, count := 0.0, 0
		for t := max(from-offset, 0); t < min(to-offset, len(values)); t++ {
			if !math.IsNaN(values[t]) {
				sum += values[t]
				count++
			}
		}
		return ratio(sum, float64(count))
	}
	s.MonthGasOverNetflow, s.MonthDirectOverNetflow = mean(r.GasOverNetflow, r.smoothing),
		mean(r.DirectOverNetflow, r.smoothing)
	s.MonthGasOverOutflow, s.MonthDirectOverOutflow = mean(r.GasOverOutflow, r.smoothing),
		mean(r.DirectOverOutflow, r.smoothing)
	s.MonthGasOverCirculating, s.MonthDirectOverCirculating = mean(r.GasOverCirculating, 0),
		mean(r.DirectOverCirculating, 0)
	s.MonthGasFIL, s.MonthDirectFIL = mean(r.GasStatusQuoFIL[:max(last+1, 0)], 0),
		mean(r.GasDirectFIL[:max(last+1, 0)], 0)

	s.ForecastDays = max(0, last-n)
	days := float64(s.ForecastDays)
	s.GasFIL, s.DirectFIL, s.SavingFIL = r.CumulativeGasFIL[last-n], r.CumulativeDirectFIL[last-n],
		r.CumulativeSavingFIL[last-n]
	s.GasFILPerDay, s.SavingFILPerDay = ratio(s.GasFIL, days), ratio(s.SavingFIL, days)
	s.SavingFILPerYear = 365 * s.SavingFILPerDay
	netflow := netflowBetween(r.Network, n, last)
	s.GasOverNetflow, s.DirectOverNetflow = ratio(s.GasFIL, netflow), math.NaN()
	if last < r.DirectNetwork.Defined {
		s.DirectOverNetflow = ratio(s.DirectFIL, netflowBetween(r.DirectNetwork, n, last))
	}

	gas, saving, supplied := 0.0, 0.0, 0.0
	for t := n + 1; t <= last; t++ {
		if supply := r.Network.CirculatingFIL[t]; supply > 0 {
			gas += r.GasStatusQuoFIL[t] / supply
			saving += r.SavingFIL[t] / supply
			supplied++ // days with a supply to divide by
		}
	}
	s.GasOverCirculatingPerYear, s.SavingOverCirculatingPerYear = ratio(365*gas, supplied), ratio(365*saving, supplied)
	s.Priced = r.pricing(&out.Scenario, n+1, last)
}

// netflowBetween is what a network's supply gains between two entries: vested and minted less
// burnt and locked, FIL.
func netflowBetween(net *mechafil.Result, from, to int) float64 {
	return inflowTo(net, to) - inflowTo(net, from) - (outflowTo(net, to) - outflowTo(net, from))
}
