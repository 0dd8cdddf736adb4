package page

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// rates are the FIL+ rates of the result, of those that change over time the first value.
func (p *Page) rates() []float64 {
	out := make([]float64, len(p.Result.Runs))
	for i := range out {
		out[i] = p.Result.Runs[i].FILPlusRate[0]
	}
	return out
}

// Focus is the run that sentences and tiles speak of: the middle FIL+ rate.
func (p *Page) Focus() int {
	rank := ranks(p.rates())
	for i, place := range rank {
		if place == len(rank)/2 {
			return i
		}
	}
	return 0
}

// Rank is the colour of the i-th FIL+ rate.
func (p *Page) Rank(i int) int {
	if i >= len(p.Result.Runs) {
		return 0
	}
	return ranks(p.rates())[i]
}

// BandLabel says what the band of the chart holds, and what it held after the fit; "" where there is none.
func (plot *Plot) BandLabel(p *Page) string {
	if !plot.banded {
		return ""
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

// dotsInBand says how many of the dots beside the forecast's band lie in it, "" where there are none, and where the dots are upper
// bounds at a price of their own: the band is one of gas.
func (plot *Plot) dotsInBand(p *Page, c curves) string {
	n, within := 0, 0
	if plot.banded && !c.priced && !p.hides("realised", -1) && !p.hides("status", p.Focus()) {
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

// gasUnitText says what the gas chart is measured in.
func (p *Page) gasUnitText() string {
	switch p.GasUnit {
	case GasInGas:
		return p.Text.GasInGas
	case GasOfTotal:
		return words.Fill(p.Text.GasOfTotal, "total", words.Significant(p.in.Onboarding.TotalGgas/1e3, 3))
	}
	return words.Fill(p.Text.GasInFIL, "fee", words.Entered(p.Result.Scenario.BaseFeeNanoFIL))
}

func (p *Page) smoothingText() string {
	if n := p.Result.Scenario.SmoothingDays; n != 1 {
		return words.Fill(p.Text.Average, "n", words.Count(n))
	}
	return p.Text.AverageOne
}

// describe writes what stands beside the chart.
func (plot *Plot) describe(p *Page, c curves) {
	r, text := p.Result, p.Text
	said := text.Chart[plot.ID]
	focus := p.Focus()
	plot.Subtitle = words.Fill(said.Subtitle,
		"basis", p.basisLong(), "messages", text.MessageNames[r.Scenario.Messages], "what", text.What[r.Scenario.Messages],
		"snapshot", text.SnapshotLabel(r.Scenario.Snapshot),
		"gas", p.gasUnitText(), "smoothing", p.smoothingText())
	var warnings []string
	hero := p.curvesOf("hero").warnings
	for _, code := range c.warnings {
		if plot.ID == "hero" || !slices.Contains(hero, code) { // else it is said there
			warnings = append(warnings, code)
		}
	}
	plot.Notices = p.notices(warnings)
	if own := p.ownNotice(); own != "" {
		plot.Notices = append([]string{own}, plot.Notices...)
	}
	if plot.ID == "hero" {
		band := plot.BandLabel(p)
		if band != "" {
			band = `<span><i class="band"></i>` + band + "</span>"
		}
		plot.Key = words.Fill(text.Key, "band", band, "realised", text.RealisedPriced)
	}
	plot.Summary = plot.summary(p, c, said.Summary, focus)
	if plot.Summary != "" {
		plot.Summary += plot.dotsInBand(p, c)
	}
}

// specify titles the plot and writes its spec for the browser.
func (plot *Plot) specify(p *Page, c curves) {
	r, text := p.Result, p.Text
	focus := p.Focus()
	plot.Title = words.Fill(text.Chart[plot.ID].Title, "denominator", p.basis(), "what", text.What[r.Scenario.Messages])
	rates, names := p.rates(), make([]string, len(r.Runs))
	for i := range names {
		names[i] = p.rateText(r.Runs[i].FILPlusRate)
	}
	// All that goes into the spec; during a drag it seldom changes.
	key := fmt.Sprint(text.Site.Language, plot.Title, rates, names, focus, r.Start, r.HistoryDays, plot.restEntry(p), c.format, plot.banded, p.Band, p.BandOf, p.GasUnit, p.Hidden, p.PinnedLabel())
	if key == plot.key {
		return
	}
	plot.key = key
	rank := ranks(rates)
	spec := chart.Spec{
		Title: plot.Title, Format: c.format, FromZero: c.fromZero, Colors: len(rates),
		Snapshot: r.Date(r.HistoryDays).Unix(), RestEntry: plot.restEntry(p),
		Bands: []chart.Band{}, Locale: text.ChartLocale(), Text: map[string]string{},
	}
	for _, words := range [][2]string{
		{"table", text.Table}, {"caption", words.Fill(text.TableCaption, "title", plot.Title)}, {"day", text.TableDay},
		{"zoomOut", text.ZoomOut}, {"canvas", text.Canvas}, {"enter", text.CanvasEnter}, {"history", text.History}, {"forecast", text.Forecast}, {"explain", text.Explain},
		{"spoken", text.Access.Spoken}, {"spokenValue", text.Access.SpokenValue}, {"spokenMark", text.Access.SpokenMark}, {"spokenNone", text.Access.SpokenNone},
		{"unit", p.unitOf(plot.ID, c.format)},
	} {
		spec.Text[words[0]] = words[1]
	}
	kind := "" // curves that have no other beside them are not hidden as the status quo
	if c.direct != nil {
		kind = "status"
	}
	for i, name := range names {
		label := name
		if c.direct != nil {
			label += " " + text.StatusQuo
		}
		line(&spec, label, "line", p.endName(r.Runs[i].FILPlusRate), rank[i], p.hides(kind, i))
		chip(&spec, name, rank[i], 1+i)
	}
	// The saving is marked by an arrow, and shaded by nothing: a shade is the band's.
	bare := p.hides(kind, focus) || p.hides("direct", focus) // nothing to mark the saving between
	if c.direct != nil {
		for i, name := range names {
			line(&spec, name+" "+text.Direct, "dash", "", rank[i], p.hides("direct", i))
			spec.Chips[i].Series = []int{1 + i, len(spec.Series)}
		}
		if plot.ID == "hero" && !bare {
			spec.Saving = &chart.Saving{Upper: 1 + focus, Lower: 1 + len(rates) + focus, Color: rank[focus], Text: text.Card.Saved}
		}
	}
	realised := text.Realised
	if c.priced {
		realised = text.RealisedPriced
	}
	line(&spec, realised, "dots", "", -1, p.hides("realised", -1))
	chip(&spec, realised, -1, len(spec.Series))
	spec.Chips[len(names)].Dots = true
	if plot.banded {
		for _, label := range []string{text.BandLow, text.BandHigh} {
			line(&spec, words.Fill(label, "rate", names[focus]), "edge", "", rank[focus], p.hides(kind, focus))
		}
		spec.Bands = append(spec.Bands, chart.Band{Upper: len(spec.Series), Lower: len(spec.Series) - 1, Color: rank[focus]})
	}
	if pinned := p.PinnedLabel(); pinned != "" && plot.ID == "hero" {
		line(&spec, words.Fill(text.Pin.Status, "run", pinned), "pin", text.Pin.End, -1, p.hides("status", -1))
		line(&spec, words.Fill(text.Pin.Direct, "run", pinned), "pindash", "", -1, p.hides("direct", -1))
		chip(&spec, text.Pin.End, -1, len(spec.Series)-1, len(spec.Series))
	}
	plot.Spec = spec
}

// line adds a series.
func line(s *chart.Spec, label, kind, end string, color int, hidden bool) {
	s.Series = append(s.Series, chart.Series{Label: label, Kind: kind, Color: color, End: end, Hidden: hidden})
}

// chip adds an entry of the readout.
func chip(s *chart.Spec, label string, color int, series ...int) {
	s.Chips = append(s.Chips, chart.Chip{Label: label, Color: color, Series: series})
}

// restEntry is the day that the readout shows while no cursor is on the chart: the middle of the
// month that the headline speaks of.
func (plot *Plot) restEntry(p *Page) int {
	middle := p.Result.Runs[p.Focus()].Summary.Month + 14
	return max(0, min(int(middle-p.Result.Start), p.Result.Days-1))
}

// summary says in a sentence what the focus run's lines do over the forecast.
func (plot *Plot) summary(p *Page, c curves, said string, focus int) string {
	r := p.Result
	status := plot.Column(1 + focus)
	first, last, high := -1, -1, -1
	for t := r.HistoryDays; t < len(status); t++ {
		if math.IsNaN(status[t]) || plot.Limit > 0 && math.Abs(status[t]) > plot.Limit {
			continue // a gap, or off the chart beside a pole
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
	show := func(v float64) string { return p.shown(c.format, v) }
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
	// Beside a pole the highest value says nothing of the curve.
	if !plot.gapped && first < last {
		text += words.Fill(p.Text.Chart[plot.ID].Highest, pairs...)
	}
	return text + p.Text.FullStop
}

// at says when a curve begins: at the snapshot, unless there is a gap.
func (p *Page) at(entry int) string {
	if entry == p.Result.HistoryDays {
		return p.Text.AtSnapshot
	}
	return words.Fill(p.Text.OnDate, "date", p.Text.LongDate(p.Result.Date(entry)))
}

// shown formats a number of a plot with its unit.
func (p *Page) shown(format string, v float64) string {
	switch format {
	case "percent":
		return p.Text.PercentOf(v / 100)
	case "fil":
		return p.amount(v)
	default:
		return words.Significant(v, 3)
	}
}

// basis names the hero's denominator in its title, basisLong in its subtitle.
func (p *Page) basis() string { return p.Text.Basis[p.Denominator] }

func (p *Page) basisLong() string {
	return words.Fill(p.Text.BasisLong[p.Denominator], "smoothing", p.smoothingText())
}

// Headline is the answer in a sentence, with figures marked by <b>.
func (p *Page) Headline() string {
	run := &p.Result.Runs[p.Focus()]
	s := &run.Summary
	if last, ended := p.endsInMonth(run); ended {
		return words.Fill(p.Text.HeadlineEnded, "date", p.Text.LongDate(p.Result.Date(last)))
	}
	burden, direct := p.monthBurden(run)
	sentence, doubts := p.Text.Headline, p.burdenDoubts(run)
	switch {
	case s.ForecastDays == 0:
		return p.Text.HeadlineShort
	case s.MonthGasOverCirculating < 0:
		sentence, doubts = p.Text.HeadlineNegative, nil
	case math.IsNaN(burden) || p.monthHasPole(run):
		sentence, doubts = p.Text.HeadlineNoMonth, nil
	case p.Result.Scenario.Adoption == sim.NoAdoption:
		sentence = p.Text.HeadlineNone
	case p.raises(run):
		sentence = p.Text.HeadlineMore
	}
	sentence = words.Fill(sentence, "what", p.Text.What[p.Result.Scenario.Messages],
		"rate", p.rateText(run.FILPlusRate), "burden", p.Text.PercentOf(burden), "direct", p.Text.PercentOf(direct),
		"denominator", p.Text.Denominator[p.Denominator], "month", p.Text.MonthOf(s.Month))
	for _, warning := range doubts {
		caution := words.Fill(p.Text.Share.Caution, "notice", warning) + p.Text.FullStop
		sentence = words.Fill(p.Text.Share.Plain, "headline", sentence, "material", caution)
	}
	return sentence
}

// burdenDoubts are the warnings about the burden of the headline's month, in words: why figures that Headline
// states are doubtful.
func (p *Page) burdenDoubts(run *sim.RateRun) []string {
	var out []string
	over := "_over_" + string(p.Denominator)
	for _, d := range run.Doubts {
		stated := d.Figure == "month_gas"+over || d.Figure == "month_direct"+over && p.Result.Scenario.Adoption != sim.NoAdoption
		if text := p.Text.Warning[d.Code]; stated && sim.ShareSentence(d.Code) != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// raises reports whether DirectFIL+ makes the burden of the headline's month larger.
func (p *Page) raises(run *sim.RateRun) bool {
	burden, direct := p.monthBurden(run)
	return direct > burden && !p.monthHasPole(run)
}

// monthHasPole reports whether the headline's denominator, or DirectFIL+'s, is not positive on a
// day of its month.
func (p *Page) monthHasPole(run *sim.RateRun) bool {
	means := [][]float64{run.NetflowMeanFIL, run.DirectNetflowMeanFIL}
	switch p.Denominator {
	case words.ByCirculating:
		return false
	case words.ByOutflow:
		means = [][]float64{run.OutflowMeanFIL, run.DirectOutflowMeanFIL}
	}
	first, next := run.Summary.Month, run.Summary.Month.AddMonths(1)
	for _, mean := range means {
		for k, m := range mean {
			d := p.Result.Date(k + p.Result.Scenario.SmoothingDays)
			if m <= 0 && first <= d && d < next {
				return true
			}
		}
	}
	return false
}

// Material says how material the saving is, in FIL and in percent of supply.
func (p *Page) Material() string {
	run := &p.Result.Runs[p.Focus()]
	s := &run.Summary
	if math.IsNaN(s.SavingFILPerDay) || math.IsNaN(s.SavingOverCirculatingPerYear) {
		return ""
	}
	switch {
	case p.Result.Scenario.Adoption == sim.NoAdoption:
		return p.Text.MaterialNone
	case math.Abs(s.SavingFIL) <= 1e-9*math.Abs(s.GasFIL):
		if last := len(run.DealOnboardedPiB) - 1; p.Result.Scenario.Rebound == 1 && run.DirectDealOnboardedPiB[last] > run.DealOnboardedPiB[last] {
			return p.Text.MaterialRefilled
		}
		return p.Text.MaterialZero
	case s.SavingFIL < 0:
		return p.Text.MaterialNegative
	}
	verdict := p.Text.MaterialLarge
	switch size := s.SavingOverCirculatingPerYear; {
	case size > 1:
		verdict = p.Text.MaterialBeyond
	case size < 0.001:
		verdict = p.Text.MaterialSmall
	case size < 0.01:
		verdict = p.Text.MaterialMiddling
	}
	lead := p.Text.Material
	if p.raises(run) {
		lead = p.Text.MaterialMore
	}
	return words.Fill(lead,
		"years", p.period(), "day", p.amount(s.SavingFILPerDay), "year", p.amount(s.SavingFILPerYear),
		"supply", p.Text.PercentOf(s.SavingOverCirculatingPerYear), "verdict", verdict)
}

// period is the length of the forecast in words.
func (p *Page) period() string {
	n := p.Result.Runs[p.Focus()].Summary.ForecastDays
	switch {
	case n >= 700:
		return words.Fill(p.Text.YearsOf, "n", words.Years(n+1))
	default:
		return p.days(n)
	}
}

// Tile is a headline figure.
type Tile struct{ Value, Label string }

// Tiles are the figures below the hero chart, none where nothing is forecast.
func (p *Page) Tiles() []Tile {
	run := &p.Result.Runs[p.Focus()]
	s := &run.Summary
	if s.ForecastDays == 0 {
		return nil // no days to sum over
	}
	label := func(key string) string {
		return words.Fill(p.Text.Tiles[key], "years", p.period(), "rate", p.rateText(run.FILPlusRate), "what", p.Text.What[p.Result.Scenario.Messages])
	}
	supply := label("supply")
	if s.SavingOverCirculatingPerYear > 1 {
		supply += p.Text.ListMark + p.Text.MaterialBeyond
	}
	return []Tile{
		{p.amount(s.GasFIL), label("gas")},
		{p.amount(s.SavingFIL), label("saving")},
		{p.amount(s.SavingFILPerDay), label("day")},
		{p.Text.PercentOf(s.SavingOverCirculatingPerYear), supply},
	}
}

// tileID is the id of the value of a tile, by its place in Tiles.
func TileID(i int) string { return "tile-" + strconv.Itoa(i) }
