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
	dst = fmt.Appendf(dst, "gas model %s, messages %s, base fee %.4g nanoFIL, DirectFIL+ at %s of the gas, means of %d days\n",
		sc.GasModel, sc.Messages, sc.BaseFeeNanoFIL, percent(sc.DirectGasFraction), sc.SmoothingDays)
	dst = append(append(dst, adoption(sc)...), "\n\n"...)

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

// adoption says how DirectFIL+ is taken up, and what becomes of the gas that it saves.
func adoption(sc *sim.Scenario) string {
	text := "DirectFIL+ adopted by all"
	switch sc.Adoption {
	case sim.NoAdoption:
		text = "DirectFIL+ not adopted"
	case sim.ConstantAdoption:
		text = "DirectFIL+ adopted by " + percent(sc.AdoptionShare)
	case sim.LogisticAdoption:
		text = fmt.Sprintf("DirectFIL+ adopted by up to %s, from %s over %d days", percent(sc.AdoptionShare), sc.AdoptionStart, sc.AdoptionDays)
	}
	if sc.Rebound > 0 {
		text += fmt.Sprintf(", %s of the gas saved refilled by more deals", percent(sc.Rebound))
	}
	if sc.BurnFeedback {
		text += ", what stays saved is not burnt"
	}
	return text
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
