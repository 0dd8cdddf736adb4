package main

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/sim"
)

// appendTable prints the summary for a terminal: one column per FIL+ rate.
func appendTable(dst []byte, r *sim.Result) []byte {
	sc := &r.Scenario
	last := r.Date(r.Days - 1)
	dst = fmt.Appendf(dst, "Gas burden of publishing FIL+ deals, snapshot %s, %d days to %s\n", sc.Snapshot, sc.HorizonDays, last)
	dst = fmt.Appendf(dst, "gas model %s, base fee %g nanoFIL, DirectFIL+ at %s of the gas, means of %d days\n\n",
		sc.GasModel, sc.BaseFeeNanoFIL, percent(sc.DirectGasFraction), sc.SmoothingDays)

	row := func(label string, cell func(*sim.RateRun) string) {
		dst = fmt.Appendf(dst, "%-46s", label)
		for i := range r.Runs {
			dst = fmt.Appendf(dst, "%14s", cell(&r.Runs[i]))
		}
		dst = append(dst, '\n')
	}
	summary := func(label string, format func(float64) string, figure func(*sim.Summary) float64) {
		row(label, func(run *sim.RateRun) string { return format(figure(&run.Summary)) })
	}
	row("FIL+ rate", func(run *sim.RateRun) string {
		if rate, constant := run.FILPlusRate.Scalar(); constant {
			return percent(rate)
		}
		return "vector"
	})
	row("month read", func(run *sim.RateRun) string { return run.Summary.Month.YearMonth() })
	summary("gas / net flow in that month", percent, func(s *sim.Summary) float64 { return s.MonthGasOverNetflow })
	summary("  with DirectFIL+", percent, func(s *sim.Summary) float64 { return s.MonthDirectOverNetflow })
	summary("gas / outflow in that month", percent, func(s *sim.Summary) float64 { return s.MonthGasOverOutflow })
	summary("  with DirectFIL+", percent, func(s *sim.Summary) float64 { return s.MonthDirectOverOutflow })
	summary("gas / net flow, whole forecast", percent, func(s *sim.Summary) float64 { return s.GasOverNetflow })
	summary("  with DirectFIL+", percent, func(s *sim.Summary) float64 { return s.DirectOverNetflow })
	summary("gas, FIL a day", amount, func(s *sim.Summary) float64 { return s.GasFILPerDay })
	summary("saved by DirectFIL+, FIL a day", amount, func(s *sim.Summary) float64 { return s.SavingFILPerDay })
	summary("saved by DirectFIL+, FIL in all", amount, func(s *sim.Summary) float64 { return s.SavingFIL })
	summary("saved, share of circulating supply a year", percent, func(s *sim.Summary) float64 { return s.SavingOverCirculatingPerYear })
	if len(r.Warnings) > 0 {
		dst = append(dst, '\n')
	}
	for i := range r.Warnings {
		dst = fmt.Appendf(dst, "warning: %s\n", r.Warnings[i].Message())
	}
	return dst
}

func percent(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	return fmt.Sprintf("%.3g %%", 100*v)
}

func amount(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	return fmt.Sprintf("%.0f", v)
}
