package main

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/validate"
)

// writePriceEvidence writes how well the price that follows block space holds. Its figures have two digits: it tells
// orders of magnitude.
func writePriceEvidence(out io.Writer, e *validate.PriceEvidence) {
	p := func(format string, args ...any) { fmt.Fprintf(out, format, args...) }
	p("\nthe price of gas: P(priced | load), fitted to the days with published fees; accuracy, Brier score (of the " +
		"base rate)\n")
	for _, s := range e.Steps {
		p("%v..%v  knee %.2f Tgas, width %.2f", s.First, s.Last, s.KneeTgas, s.WidthTgas)
		for _, c := range []struct {
			name string
			of   validate.StepScore
		}{{"own days", s.Own}, {"the other period", s.Other}} {
			p("; %s (%d): %.3f, %.3f (%.3f)", c.name, c.of.Days, c.of.Accuracy, c.of.Brier, c.of.BaseRateBrier)
		}
		p("\n")
	}
	p("\nout of sample, levels of %v: burnt for the gas of all messages, FIL a day\n", e.LevelsOf)
	p("%-8s %6s %6s %9s %9s %9s %9s %9s %5s\n", "month", "PiB", "Tgas", "P", "forecast", "mean", "median", "constant",
		"days")
	for _, m := range e.Months {
		p("%-8s %6.2f %6.1f %9s %9s %9s %9s %9s %5d\n", m.First.YearMonth(), m.OnboardedPiB, m.LoadTgas,
			about(m.Priced),
			about(m.ForecastFIL), about(m.MeanFIL), about(m.MedianFIL), about(m.ConstantFIL), m.Days)
	}
	p("wrong by %.1f powers of ten in the mean (%d months), a constant burn / gas by %.1f\n",
		e.PowersOfTen, len(e.Months), e.ConstantPowersOfTen)
	p("%d of %d months within a factor of 10, %d within one of 100\n", e.WithinTen, len(e.Months), e.WithinHundred)
	h := &e.Hindsight
	p("\nin hindsight the level is the weak part: 2023's parameters on what was onboarded from %v to %v\n", h.First,
		h.Last)
	p("publishing, FIL a day: about %s where %s were paid; on %v %s and %s; at the gas that was used %s\n",
		about(h.ForecastFIL), about(h.RealisedFIL), h.Day, about(h.DayForecast), about(h.DayRealised),
		about(h.AtGasFIL))
	l := &e.Load
	p("\nload a month ahead, given what was onboarded (%v..%v, %d days): WAPE %.3f, bias %+.3f\n",
		l.First, l.Last, l.Score.Days, l.Score.WAPE, l.Score.Bias)
	p("not shown to work: telling priced days apart within months in which blocks are full. "+
		"A step over the forecast load of 2024 has a Brier score of %.3f in 2025 (%d days), the base rate %.3f\n",
		l.Unskilled.Brier, l.Unskilled.Days, l.Unskilled.BaseRateBrier)
}

// writeDirectEvidence writes how much was onboarded directly, and what became of the gas of publishing.
func writeDirectEvidence(out io.Writer, e *validate.DirectEvidence) {
	p := func(format string, args ...any) { fmt.Fprintf(out, format, args...) }
	p("\nonboarded directly (FIP-0076), %v..%v, %d days: %.1f %% of all raw power, %.1f %% of that with FIL+ deals\n",
		e.First, e.Last, e.Days, 100*e.Share, 100*e.OfDeals)
	for _, m := range e.Months {
		p("%s %5.1f %% %5.1f %%\n", m.First.YearMonth(), 100*m.Share, 100*m.OfDeals)
	}
	p("gas of publishing: of a PiB %+.1f %% since, of a deal %+.1f %%, deals of a PiB %+.1f %%\n",
		100*e.Change.GasPerPiB, 100*e.Change.GasPerDeal, 100*e.Change.DealsPerPiB)
	for _, g := range e.Publishing {
		p("%v..%v  %.0f Ggas a PiB, %.0f Mgas a deal, %.0f deals a PiB\n", g.First, g.Last, g.GgasPerPiB,
			g.MgasPerDeal, g.DealsPerPiB)
	}
}

// about is a number with two digits.
func about(v float64) string {
	if v == 0 || math.IsNaN(v) {
		return "-"
	}
	two, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 2, 64), 64)
	return strconv.FormatFloat(two, 'g', -1, 64)
}
