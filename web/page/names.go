package page

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// rates are the FIL+ rates of a result, of those that change over time the first value.
func rates(r *sim.Result) []float64 {
	out := make([]float64, len(r.Runs))
	for i := range out {
		out[i] = r.Runs[i].FILPlusRate[0]
	}
	return out
}

// Focus is the run that sentences and tiles speak of: the middle FIL+ rate.
func Focus(r *sim.Result) int {
	rank := ranks(rates(r))
	for i, place := range rank {
		if place == len(rank)/2 {
			return i
		}
	}
	return 0
}

func (p *composer) focus() int { return Focus(p.Result) }

// rank is the place of the i-th FIL+ rate from low to high, which picks its colour.
func (p *composer) rank(i int) int {
	if i >= len(p.Result.Runs) {
		return 0
	}
	return ranks(rates(p.Result))[i]
}

// ranks gives each FIL+ rate its place from low to high, which picks its colour.
func ranks(rates []float64) []int {
	rank := make([]int, len(rates))
	for i, rate := range rates {
		for k, other := range rates {
			if other < rate || other == rate && k < i {
				rank[i]++
			}
		}
	}
	return rank
}

// rateName is the i-th FIL+ rate of the result as text.
func (p *composer) rateName(i int) string { return p.rateText(p.Result.Runs[i].FILPlusRate) }

// rateText names a FIL+ rate: 75 %, or its range in whole percents where it changes over time.
func (p *composer) rateText(path mechafil.Path) string {
	if overTime(path) {
		return words.Fill(p.Text.Card.Varies, "low", p.wholeRate(slices.Min(path)), "high",
			p.wholeRate(slices.Max(path)))
	}
	return p.Text.RateName(path[0])
}

func (p *composer) wholeRate(rate float64) string { return p.Text.RateName(math.Round(100*rate) / 100) }

// endName names a FIL+ rate at the end of its curve, where there is room for a word.
func (p *composer) endName(path mechafil.Path) string {
	if overTime(path) {
		return p.wholeRate(path[len(path)-1])
	}
	return p.Text.RateName(path[0])
}

// amount formats FIL that gas comes to, in the page's language: in two digits where that tells an order of magnitude.
func (p *composer) amount(v float64) string { return p.amountOf(v, p.rough()) }

func (p *composer) amountOf(v float64, rough bool) string {
	if rough {
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'e', 1, 64), 64)
	}
	return p.Text.Amount(v)
}

// shown formats a number of a plot with its unit.
func (p *composer) shown(c curves, v float64) string {
	switch {
	case c.format == chart.Percent:
		return p.Text.PercentOf(v / 100)
	case c.format == chart.FIL && c.priced:
		return p.amount(v)
	case c.format == chart.FIL:
		return p.Text.Amount(v)
	default:
		return words.Significant(v, 3)
	}
}

// at says when a curve begins: at the snapshot, unless there is a gap.
func (p *composer) at(entry int) string {
	if entry == p.Result.HistoryDays {
		return p.Text.AtSnapshot
	}
	return words.Fill(p.Text.OnDate, "date", p.Text.LongDate(p.Result.Date(entry)))
}

// basis names the hero's denominator in its title, basisLong in its subtitle.
func (p *composer) basis() string { return p.Text.Basis[p.Denominator] }

func (p *composer) basisLong() string {
	return words.Fill(p.Text.BasisLong[p.Denominator], "smoothing", p.smoothingText())
}

// gasUnitText says what the gas chart is measured in.
func (p *composer) gasUnitText() string {
	switch p.GasUnit {
	case GasInGas:
		return p.Text.GasInGas
	case GasOfTotal:
		return words.Fill(p.Text.GasOfTotal, "total", words.Significant(p.in.Onboarding.TotalGgas/1e3, 3))
	}
	return p.pricedText()
}

// pricedText says at which fee gas is FIL a day.
func (p *composer) pricedText() string {
	if p.rough() {
		return p.Text.GasInFILBlocks
	}
	return words.Fill(p.Text.GasInFIL, "fee", words.Entered(p.Result.Scenario.BaseFeeNanoFIL))
}

func (p *composer) smoothingText() string {
	if n := p.Result.Scenario.SmoothingDays; n != 1 {
		return words.Fill(p.Text.Average, "n", words.Count(n))
	}
	return p.Text.AverageOne
}
