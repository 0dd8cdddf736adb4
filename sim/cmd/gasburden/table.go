package main

import (
	"fmt"
	"math"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// appendTable prints the summary for a terminal: one column per FIL+ rate.
func appendTable(dst []byte, r *sim.Result) []byte {
	sc := &r.Scenario
	last := r.Date(r.Days - 1)
	dst = fmt.Appendf(dst, "Gas burden of publishing FIL+ deals, snapshot %s, %d days to %s\n", sc.Snapshot,
		sc.HorizonDays, last)
	dst = fmt.Appendf(dst, "gas model %s, messages %s, %s, DirectFIL+ at %s of the gas, means of %d days\n",
		sc.GasModel, sc.Messages, priceText(sc), percent(sc.DirectGasFraction), sc.SmoothingDays)
	dst = append(append(dst, adoption(sc)...), "\n\n"...)

	row := func(label string, cell func(*sim.RateRun) string) {
		dst = fmt.Appendf(dst, "%-46s", label)
		for i := range r.Runs {
			dst = fmt.Appendf(dst, "%14s", cell(&r.Runs[i]))
		}
		dst = append(dst, '\n')
	}
	// A figure that is doubtful carries a mark, and the lines at the end say why.
	summary := func(label string, format func(float64) string, name string) {
		row(label, func(run *sim.RateRun) string {
			mark := ""
			for _, d := range run.Doubts {
				if d.Figure == name {
					mark = " (!)"
				}
			}
			for _, f := range run.Summary.Figures() {
				if f.Name == name {
					return format(f.Value) + mark
				}
			}
			panic("gasburden: no figure " + name)
		})
	}
	row("FIL+ rate", func(run *sim.RateRun) string {
		if rate, constant := run.FILPlusRate.Scalar(); constant {
			return percent(rate)
		}
		return "vector"
	})
	row("month read", func(run *sim.RateRun) string { return run.Summary.Month.YearMonth() })
	summary("gas / net flow in that month", percent, "month_gas_over_netflow")
	summary("  with DirectFIL+", percent, "month_direct_over_netflow")
	summary("gas / outflow in that month", percent, "month_gas_over_outflow")
	summary("  with DirectFIL+", percent, "month_direct_over_outflow")
	summary("gas / net flow, whole forecast", percent, "gas_over_netflow")
	summary("  with DirectFIL+", percent, "direct_over_netflow")
	summary("gas, FIL a day", amount, "gas_fil_per_day")
	summary("saved by DirectFIL+, FIL a day", amount, "saving_fil_per_day")
	summary("saved by DirectFIL+, FIL in total", amount, "saving_fil")
	summary("saved, share of circulating supply a year", percent, "saving_over_circulating_per_year")
	if sc.Price == assumption.BlockSpacePrice {
		appendBlocks(summary)
		dst = append(dst, fills(r)...)
	}
	if len(r.Warnings) > 0 {
		dst = append(dst, '\n')
	}
	for i := range r.Runs {
		said := map[string]bool{} // of the gas and of DirectFIL+ it is the same
		for _, d := range r.Runs[i].Doubts {
			if text := d.Message(); !said[text] {
				said[text] = true
				dst = fmt.Appendf(dst, "(!) %s: %s\n", r.RateLabel(i), text)
			}
		}
	}
	for i := range r.Warnings {
		dst = fmt.Appendf(dst, "warning: %s\n", r.Warnings[i].Message())
	}
	if r.Scenario.Version < assumption.DefaultVersion {
		dst = fmt.Appendf(dst, "\nnote: what is not set is as in version %d of the defaults; -set version=%d takes "+
			"today's instead\n", r.Scenario.Version, assumption.DefaultVersion)
	}
	return dst
}

// adoption says how DirectFIL+ is taken up, and what becomes of the gas that it saves.
func adoption(sc *assumption.Scenario) string {
	text := "DirectFIL+ adopted by all"
	switch sc.Adoption {
	case assumption.NoAdoption:
		text = "DirectFIL+ not adopted"
	case assumption.ConstantAdoption:
		text = "DirectFIL+ adopted by " + percent(sc.AdoptionShare)
	case assumption.LogisticAdoption:
		text = fmt.Sprintf("DirectFIL+ adopted by up to %s, from %s over %d days", percent(sc.AdoptionShare),
			sc.AdoptionStart, sc.AdoptionDays)
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
	return numbers.General(100*v, 3) + " %"
}

func amount(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	if math.Abs(v) < 10 { // nearly nothing is not nothing
		return numbers.Significant(v, 2)
	}
	return numbers.Places(v, 0)
}
