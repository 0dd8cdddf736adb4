package explore

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/words"
)

// CurvesBy are the curves that an ensemble of the page keeps: those of the page's charts, what the hero divides
// by first.
func CurvesBy(denominator string) []string {
	out := []string{"gas_status_quo_fil", "gas_direct_fil"}
	if denominator != "fil" {
		out = []string{"gas_over_" + denominator, "direct_over_" + denominator}
	}
	for _, name := range []string{"gas_status_quo_fil", "outflow_mean_fil", "gas_over_outflow", "deal_onboarded_pib",
		"qa_raw_ratio", "gas_over_netflow", "cumulative_saving_fil"} {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Drawn is what an ensemble is about beside the question.
type Drawn struct {
	Start day.Day // first entry of the date axis
	Rate  int     // that is shown
	Color int     // of that rate on the page, among as many as there are rates
	Rates []string
	On    string // figure that the summary reads
}

// Spread shows what an ensemble's runs come to at one FIL+ rate: figures as a table, curves as charts with bands.
// To order all runs of a curve takes some time, so it is done in slices.
type Spread struct {
	text   *Text
	work   *explore.Ensemble
	about  *Drawn
	charts []ask.Chart
}

// NewSpread prepares the answer of an ensemble that has run.
func NewSpread(t *Text, work *explore.Ensemble, d *Drawn) *Spread {
	return &Spread{text: t, work: work, about: d}
}

// Step draws one more curve. An error names a curve that was not kept.
func (s *Spread) Step() (done bool, err error) {
	curves := s.work.Options().Curves
	if len(s.charts) < len(curves) {
		fan, err := s.work.Fan(curves[len(s.charts)], s.about.Rate)
		if err != nil {
			return false, err
		}
		chart := s.text.fanChart(fan, s.about)
		hint := s.text.Ensemble.CurveHint
		if n := chart.thin; n > 0 {
			hint = fill(s.text.Ensemble.CurveHintThin, "hint", hint, "n", strconv.Itoa(n))
		}
		s.charts = append(s.charts, chart.finished(s.text, hint, s.text.Ensemble.Cut))
	}
	return len(s.charts) == len(curves), nil
}

// Answer is what all curves and figures come to.
func (s *Spread) Answer() *ask.Answer {
	t, work, d := s.text, s.work, s.about
	o := work.Options()
	spreads := work.Figures(d.Rate)
	rate := d.Rates[d.Rate]
	out := &ask.Answer{Summary: t.Ensemble.Drawn, Notices: t.doubtful(spreads),
		Tables: []ask.Table{t.spreads(spreads, rate)}, Charts: s.charts}
	for _, f := range spreads {
		if f.Figure.Name != d.On {
			continue
		}
		in := t.multipleOf(f.Figure.Unit, f.Median, f.High[2])
		half, _ := t.reach(f.Low[0], f.High[0], in)
		most, _ := t.reach(f.Low[2], f.High[2], in)
		out.Said = append(out.Said, fill(t.Ensemble.Summary, "runs", significant(float64(o.Runs), 6), "seed",
			strconv.FormatUint(o.Seed, 10),
			"days", strconv.Itoa(work.HistoryDays()), "block", strconv.Itoa(o.BlockDays), "rate", rate, "figure",
			t.inside(f.Figure),
			"half", half, "most", most, "median", t.figure(f.Median, f.Figure.Unit)))
	}
	errors := sim.ForecastErrors(sim.GasForecast)
	if longest := errors[len(errors)-1]; len(out.Said) > 0 {
		out.Said = append(out.Said, fill(t.Ensemble.Hindsight, "months", strconv.Itoa(longest.Months), "n",
			strconv.Itoa(longest.N), "least", fill(t.Percent, "n", words.Deviation(longest.Least)),
			"most", fill(t.Percent, "n", words.Deviation(longest.Most))))
	}
	if len(d.Rates) > 1 {
		out.Shown = &ask.Shown{Label: t.Ensemble.RateLabel, Rates: d.Rates, Rate: d.Rate + 1}
	}
	return out
}

// doubtful says of which figures many runs have none, or one that means nothing.
func (t *Text) doubtful(spreads []explore.FigureSpread) (out []string) {
	for _, f := range spreads {
		for _, d := range []struct {
			share float64
			text  string
		}{{f.Undefined, t.Ensemble.Undefined}, {f.Poles, t.Ensemble.Poles}} {
			if d.share > 0 {
				out = append(out, fill(d.text, "figure", t.Figures[f.Figure.Name].Label, "share",
					fill(t.Percent, "n", significant(100*d.share, 2))))
			}
		}
	}
	return out
}

// spreads is the table of the figures.
func (t *Text) spreads(spreads []explore.FigureSpread, rate string) ask.Table {
	out := ask.Table{Look: ask.Stacked, Caption: fill(t.Ensemble.Caption, "rate", rate), Heads: t.Ensemble.Heads[:]}
	for _, group := range groups {
		g := ask.Group{Title: t.FigureGroups[group]}
		for _, f := range spreads {
			if groupOf(f.Figure) != group {
				continue
			}
			unit := f.Figure.Unit
			in := t.multipleOf(unit, f.Median, f.High[2])
			cells := [][]ask.Part{cell(f.Median, t.figure(f.Median, unit))}
			for k := range f.Low {
				_, parts := t.reach(f.Low[k], f.High[k], in)
				cells = append(cells, parts)
			}
			g.Rows = append(g.Rows, ask.Row{Kind: ask.OfFigure, Name: f.Figure.Name,
				Title: t.Figures[f.Figure.Name].Label, Cells: cells})
		}
		out.Groups = append(out.Groups, g)
	}
	return out
}

// mostLeftOut is the share of runs without a meaning on a day, beyond which the rest is not "the runs" any more.
const mostLeftOut = 0.5

// fanChart draws a curve's median and bands.
func (t *Text) fanChart(fan *explore.Fan, d *Drawn) curveChart {
	format, scale := "number", 1.0
	switch fan.Curve.Unit {
	case "share":
		format, scale = "percent", 100
	case "share/day":
		format, scale = "percent", 100*365
	case "FIL", "FIL/day":
		format = "fil"
	}
	first := d.Start + day.Day(fan.First)
	c := newChart(t, "ensemble-"+fan.Curve.Name, t.Ensemble.Curves[fan.Curve.Name], format, fan.Curve.Unit, first,
		first)
	c.Spec.Sync, c.Spec.Colors = "explore-ensemble", len(d.Rates)
	c.Spec.FromZero = fan.Curve.Name != "qa_raw_ratio"
	thin := make([]bool, len(fan.Days))
	for i := range fan.Days {
		if q := &fan.Days[i]; q.Undefined+q.Poles > mostLeftOut {
			thin[i] = true
			c.thin++
		}
	}
	of := func(read func(q *explore.Quantiles) float64) []float64 {
		out := make([]float64, len(fan.Days))
		for i := range fan.Days {
			out[i] = scale * read(&fan.Days[i])
			if thin[i] {
				out[i] = math.NaN()
			}
		}
		return out
	}
	c.line(t.Ensemble.Median, "line", d.Color, of(func(q *explore.Quantiles) float64 { return q.Median }))
	for k, coverage := range explore.Coverages {
		share := fill(t.Percent, "n", significant(100*coverage, 2))
		named := func(text string) string { return fill(text, "share", share) }
		c.fan(named(t.Ensemble.Band), named(t.Ensemble.BandLow), named(t.Ensemble.BandHigh), d.Color,
			of(func(q *explore.Quantiles) float64 { return q.Low[k] }),
			of(func(q *explore.Quantiles) float64 { return q.High[k] }))
	}
	c.tame()
	return c
}

// tame ends the axis beyond three times what the columns reach on three days of four, where some day goes farther
// than that.
func (c *curveChart) tame() {
	var all []float64
	for _, column := range c.Columns {
		all = append(all, column...)
	}
	limit := 3 * magnitude(all, 0.75)
	if !(limit > 0) {
		return
	}
	for i := range c.Columns[0] {
		if slices.ContainsFunc(c.Columns, func(column ask.Column) bool { return math.Abs(column[i]) > limit }) {
			c.Limit = limit
			c.cut++
		}
	}
}
