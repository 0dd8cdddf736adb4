package page

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/web/words"
)

// describe writes what stands beside the chart.
func (plot *Plot) describe(p *composer) {
	r, text, c := p.Result, p.Text, p.curvesOf(plot.ID)
	said := plot.words(p)
	focus := p.focus()
	gas := p.gasUnitText()
	if plot.ID == Hero {
		gas = p.pricedText()
	}
	plot.Subtitle = words.Fill(said.Subtitle,
		"basis", p.basisLong(), "messages", text.MessageNames[r.Scenario.Messages], "what",
		text.What[r.Scenario.Messages],
		"snapshot", text.SnapshotLabel(r.Scenario.Snapshot),
		"gas", gas, "smoothing", p.smoothingText())
	if plot.Lead != nil && !ofNetwork(plot.ID) {
		plot.Subtitle = p.pastSubtitle(plot.ID)
	}
	var warnings []string
	hero := p.curvesOf("hero").warnings
	for _, code := range c.warnings {
		if plot.ID == "hero" || !slices.Contains(hero, code) { // else it is said there
			warnings = append(warnings, code)
		}
	}
	plot.Band = plot.bandLabel(p, c)
	plot.Notices, plot.Warned = p.notices(warnings)
	if own := p.ownNotice(); own != "" {
		plot.Notices = append([]string{own}, plot.Notices...)
		plot.Warned = append([]string{p.Text.Own.Caution}, plot.Warned...)
	}
	if plot.ID == "hero" {
		band := plot.Band
		if band != "" {
			band = `<span><i class="band"></i>` + band + "</span>"
		}
		plot.Key = words.Fill(text.Key, "band", band, "realised", text.RealisedPriced)
	}
	plot.Summary = plot.summary(p, c, said.Summary, focus)
	if plot.Summary != "" {
		plot.Summary += plot.dotsInBand(p, c)
	}
	if plot.ID == Hero && plot.Lead != nil {
		plot.Summary = p.pastSummary() + plot.Summary
	}
}

// words are what the catalogue says of the chart.
func (plot *Plot) words(p *composer) words.ChartText {
	if plot.ID == Hero && p.Denominator == words.ByFIL {
		return p.Text.Chart["hero-fil"]
	}
	return p.Text.Chart[plot.ID]
}

// bandLabel says what the band of the chart holds, and what it held after the fit; "" where there is none.
func (plot *Plot) bandLabel(p *composer, c curves) string {
	switch {
	case !plot.banded:
		return ""
	case p.roughly(c):
		return words.Fill(p.Text.KeyBandPrice, "factor", words.Count(price.ErrorFactor), "held",
			words.Count(price.ErrorHeld), "n", words.Count(price.ErrorMonths))
	}
	if p.BandOf == BandOfForecasts {
		return p.pastForecasts()
	}
	bands, text := p.Result.Bands, p.Text.KeyBandDay
	k, _ := strconv.Atoi(p.Band) // banded says that it is a number
	days, held := 1, p.Text.HeldDays
	if p.BandOf == BandOfMeans {
		text, days, held = p.Text.KeyBandMean, p.Result.Scenario.SmoothingDays, p.Text.HeldMeans
	}
	share, n := bands.Held.Of(k, days)
	switch {
	case n == 0:
		held = p.Text.HeldNone
	case p.in.Scaling.Last > model.StudyLast: // days after the present fit are too few to count
		held = words.Fill(p.Text.HeldEarlier, "month", p.Text.MonthOf(model.StudyLast), "held", held)
	}
	return words.Fill(text, "coverage", p.Text.RateName(bands.Coverages[k]), "n", words.Count(days),
		"held", words.Fill(held, "share", p.Text.RateName(math.Round(100*share)/100), "n", words.Count(n)))
}

// dotsInBand says how many of the dots beside the forecast's band lie in it, "" where there are none, and where the
// dots are upper bounds at a price of their own: the band is one of gas.
func (plot *Plot) dotsInBand(p *composer, c curves) string {
	n, within := 0, 0
	if plot.banded && (!c.priced || p.rough()) && !p.hides("realised", -1) && !p.hides("status", p.focus()) {
		low, high := plot.Column(plot.realised+1), plot.Column(plot.realised+2)
		for t, v := range plot.Column(plot.realised) {
			if t <= p.Result.HistoryDays || math.IsNaN(v) || math.IsNaN(low[t]) {
				continue
			}
			n++
			if low[t] <= v && v <= high[t] {
				within++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return words.Fill(p.Text.BandDots, "n", words.Count(n), "k", words.Count(within))
}

// summary says in a sentence what the focus run's lines do over the forecast.
func (plot *Plot) summary(p *composer, c curves, said string, focus int) string {
	r := p.Result
	status := plot.Column(1 + focus)
	first, last, high := -1, -1, -1
	for t := r.HistoryDays; t < len(status); t++ {
		if math.IsNaN(status[t]) || plot.Limit > 0 && math.Abs(status[t]) > plot.Limit {
			continue // a gap, or off the chart beside one
		}
		if first < 0 {
			first = t
		}
		last = t
		if high < 0 || status[t] > status[high] {
			high = t
		}
	}
	if first < 0 {
		return ""
	}
	if first == last {
		said = p.Text.SummaryOneDay
	}
	show := func(v float64) string {
		if (c.unit == UnitEiB || c.unit == UnitMillion) && math.Abs(v) < 1e-6*math.Abs(status[high]) {
			v = 0 // what is left of a sum
		}
		return p.shown(c, v)
	}
	pairs := []string{
		"rate", p.rateText(r.Runs[focus].FILPlusRate), "at", p.at(first),
		"first", show(status[first]), "last", show(status[last]), "high", show(status[high]),
		"date", p.Text.LongDate(r.Date(last)), "highdate", p.Text.LongDate(r.Date(high)),
	}
	if c.direct != nil {
		direct := plot.Column(1 + len(r.Runs) + focus)
		pairs = append(pairs, "direct", show(direct[last]), "direct0", show(direct[first]))
	}
	text := words.Fill(said, pairs...)
	// Beside a gap the highest value says nothing of the curve.
	if !plot.gapped && first < last {
		text += words.Fill(plot.words(p).Highest, pairs...)
	}
	return text + p.Text.FullStop
}
