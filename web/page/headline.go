package page

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// headline is the answer in a sentence, with figures marked by <b>.
func (p *composer) headline() string {
	run := &p.Result.Runs[p.focus()]
	s := &run.Summary
	if last, ended := p.endsInMonth(run); ended {
		return words.Fill(p.Text.HeadlineEnded, "date", p.Text.LongDate(p.Result.Date(last)))
	}
	by, reason := p.stated(run)
	burden, direct := p.monthBurden(run, by)
	said := [3]string{p.Text.Headline, p.Text.HeadlineNone, p.Text.HeadlineMore}
	if by == words.ByFIL {
		said = [3]string{p.Text.HeadlineFIL, p.Text.HeadlineFILNone, p.Text.HeadlineFILMore}
	}
	sentence, doubts := said[0], p.burdenDoubts(run, by)
	switch {
	case s.ForecastDays == 0:
		return p.Text.HeadlineShort
	case s.MonthGasOverCirculating < 0:
		sentence, doubts, reason = p.Text.HeadlineNegative, nil, ""
	case math.IsNaN(burden) || p.monthHasGap(run, by):
		sentence = p.Text.HeadlineNoMonth
	case p.Result.Scenario.Adoption == assumption.NoAdoption:
		sentence = said[1]
	case p.raises(run):
		sentence = said[2]
	}
	denominator := p.Text.Denominator[p.Denominator]
	if p.ofNow() && slices.Contains(said[:], sentence) {
		sentence = p.nowHeadline(run, by, burden, direct)
	}
	sentence = words.Fill(sentence, "what", p.Text.What[p.Result.Scenario.Messages],
		"rate", p.rateText(run.FILPlusRate), "burden", p.burdenText(by, burden), "direct", p.burdenText(by, direct),
		"denominator", denominator, "month", p.Text.MonthOf(s.Month), "about", p.about())
	if reason != "" {
		doubts = append([]string{words.Fill(p.Text.NoShare, "denominator", denominator, "reason", reason)}, doubts...)
	}
	for _, warning := range doubts {
		caution := words.Fill(p.Text.Share.Caution, "notice", warning) + p.Text.FullStop
		sentence = words.Fill(p.Text.Share.Plain, "headline", sentence, "material", caution)
	}
	return sentence
}

// stated is what the burden of the headline's month is stated in: as the reader chose, or in FIL a day where a share of
// that flow says nothing, and why. Pictures of the first version keep their share.
func (p *composer) stated(run *sim.RateRun) (by words.Denominator, reason string) {
	by = p.Denominator
	if by != words.ByNetflow && by != words.ByOutflow || p.Result.Scenario.Version == assumption.FirstVersion {
		return by, ""
	}
	if burden, _ := p.monthBurden(run, by); math.IsNaN(burden) || p.monthHasGap(run, by) {
		return words.ByFIL, p.Text.NoFlow
	}
	for _, d := range run.Doubts {
		near := d.Code == sim.WarnNetflowNearZero || d.Code == sim.WarnOutflowNearZero
		if near && d.Figure == "month_gas_over_"+string(by) {
			return words.ByFIL, p.Text.Warning[d.Code]
		}
	}
	return by, ""
}

// burdenText is a burden in words: a share, or FIL.
func (p *composer) burdenText(by words.Denominator, v float64) string {
	if by == words.ByFIL {
		return p.amount(v)
	}
	return p.Text.PercentOf(v)
}

// about stands before a figure where the price of gas tells orders of magnitude.
func (p *composer) about() string {
	if p.rough() {
		return p.Text.About
	}
	return ""
}

// rough reports whether results in FIL are orders of magnitude.
func (p *composer) rough() bool { return p.Result.Scenario.Price == assumption.BlockSpacePrice }

// burdenDoubts are the warnings about the burden of the headline's month, in words: why figures that Headline
// states are doubtful.
func (p *composer) burdenDoubts(run *sim.RateRun, by words.Denominator) []string {
	var out []string
	over := "_over_" + string(by)
	for _, d := range run.Doubts {
		stated := d.Figure == "month_gas"+over || d.Figure == "month_direct"+over &&
			p.Result.Scenario.Adoption != assumption.NoAdoption
		if text := p.Text.Warning[d.Code]; stated && sim.WarnsOfShare(d.Code) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// raises reports whether DirectFIL+ makes the burden of the headline's month larger.
func (p *composer) raises(run *sim.RateRun) bool {
	by, _ := p.stated(run)
	burden, direct := p.monthBurden(run, by)
	return direct > burden && !p.monthHasGap(run, by)
}

// monthHasGap reports whether the denominator, or DirectFIL+'s, is not positive on a day of the headline's month.
func (p *composer) monthHasGap(run *sim.RateRun, by words.Denominator) bool {
	means := [][]float64{run.NetflowMeanFIL, run.DirectNetflowMeanFIL}
	switch by {
	case words.ByFIL, words.ByCirculating:
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

// material says how material the saving is, in FIL and in percent of supply.
func (p *composer) material() string {
	run := &p.Result.Runs[p.focus()]
	s := &run.Summary
	if math.IsNaN(s.SavingFILPerDay) || math.IsNaN(s.SavingOverCirculatingPerYear) {
		return ""
	}
	switch {
	case p.Result.Scenario.Adoption == assumption.NoAdoption:
		return p.Text.MaterialNone
	case math.Abs(s.SavingFIL) <= 1e-9*math.Abs(s.GasFIL):
		if last := len(run.DealOnboardedPiB) - 1; p.Result.Scenario.Rebound == 1 &&
			run.DirectDealOnboardedPiB[last] > run.DealOnboardedPiB[last] {
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
		"supply", p.Text.PercentOf(s.SavingOverCirculatingPerYear), "verdict", verdict, "about", p.about())
}

// period is the length of the forecast in words.
func (p *composer) period() string {
	n := p.Result.Runs[p.focus()].Summary.ForecastDays
	switch {
	case n >= 700:
		return words.Fill(p.Text.YearsOf, "n", words.Years(n+1))
	default:
		return p.days(n)
	}
}

// Tile is a headline figure.
type Tile struct{ Value, Label string }

// tiles are the figures below the hero chart, none where nothing is forecast.
func (p *composer) tiles() []Tile {
	run := &p.Result.Runs[p.focus()]
	s := &run.Summary
	if s.ForecastDays == 0 {
		return nil // no days to sum over
	}
	label := func(key string) string {
		return words.Fill(p.Text.Tiles[key], "years", p.period(), "rate", p.rateText(run.FILPlusRate), "what",
			p.Text.What[p.Result.Scenario.Messages])
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

// TileID is the id of the value of a tile, by its place in Tiles.
func TileID(i int) string { return "tile-" + strconv.Itoa(i) }

// monthBurden is the burden of a run in the headline's month, and that of DirectFIL+: FIL a day, or shares, of the
// circulating supply a share a year. NaN where there is none.
func (p *composer) monthBurden(run *sim.RateRun, by words.Denominator) (burden, direct float64) {
	s := &run.Summary
	switch by {
	case words.ByFIL:
		return s.MonthGasFIL, s.MonthDirectFIL
	case words.ByNetflow:
		return s.MonthGasOverNetflow, s.MonthDirectOverNetflow
	case words.ByOutflow:
		return s.MonthGasOverOutflow, s.MonthDirectOverOutflow
	default:
		return 365 * s.MonthGasOverCirculating, 365 * s.MonthDirectOverCirculating
	}
}

// endsInMonth reports whether the network ends before the headline's month does, and at which entry.
func (p *composer) endsInMonth(run *sim.RateRun) (last int, ended bool) {
	last, ended = run.Network.Ended()
	return last, ended && p.Result.Date(last) < run.Summary.Month.AddMonths(1)
}
