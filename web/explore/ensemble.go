package explore

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/explore"
)

// CurvesBy are the curves that an ensemble of the page keeps: those of the page's charts, what the hero divides
// by first.
func CurvesBy(denominator string) []string {
	out := []string{"gas_over_" + denominator, "direct_over_" + denominator}
	for _, name := range []string{"gas_status_quo_fil", "outflow_mean_fil", "gas_over_outflow", "deal_onboarded_pib", "qa_raw_ratio", "gas_over_netflow", "cumulative_saving_fil"} {
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
	charts []Chart
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
		s.charts = append(s.charts, s.text.fanChart(fan, s.about))
	}
	return len(s.charts) == len(curves), nil
}

// Answer is what all curves and figures come to.
func (s *Spread) Answer() *Answer {
	t, work, d := s.text, s.work, s.about
	o := work.Options()
	spreads := work.Figures(d.Rate)
	w := &writer{}
	rate := d.Rates[d.Rate]
	for _, f := range spreads {
		if f.Figure.Name != d.On {
			continue
		}
		in := t.multipleOf(f.Figure.Unit, f.Median, f.High[2])
		half, _ := t.reach(f.Low[0], f.High[0], in)
		most, _ := t.reach(f.Low[2], f.High[2], in)
		w.tag("p", ` class="said"`, fill(t.Ensemble.Summary, "runs", significant(float64(o.Runs), 6), "seed", strconv.FormatUint(o.Seed, 10),
			"days", strconv.Itoa(work.HistoryDays()), "block", strconv.Itoa(o.BlockDays), "rate", rate, "figure", t.inside(f.Figure),
			"half", half, "most", most, "median", t.figure(f.Median, f.Figure.Unit)))
	}
	w.tag("p", ` class="summary"`, t.Ensemble.Drawn)
	t.doubtful(w, spreads)
	if len(d.Rates) > 1 {
		w.raw(`<p class="view"><label for="explore-shown-rate">`, escape(t.Ensemble.RateLabel), `</label> <select id="explore-shown-rate" data-rate data-key="rate">`)
		for i, name := range d.Rates {
			chosen := ""
			if i == d.Rate {
				chosen = " selected"
			}
			w.raw(`<option value="`, strconv.Itoa(i+1), `"`, chosen, ">", escape(name), "</option>")
		}
		w.raw("</select></p>")
	}
	t.spreads(w, spreads, rate)
	w.raw(`<div class="grid">`)
	for i := range s.charts {
		hint := t.Ensemble.CurveHint
		if n := s.charts[i].Thin; n > 0 {
			hint = fill(t.Ensemble.CurveHintThin, "hint", hint, "n", strconv.Itoa(n))
		}
		w.home(t, &s.charts[i], hint, t.Ensemble.Cut)
	}
	w.raw("</div>")
	return &Answer{HTML: w.String(), Charts: s.charts}
}

// doubtful says of which figures many runs have none, or one that means nothing.
func (t *Text) doubtful(w *writer, spreads []explore.FigureSpread) {
	w.raw(`<ul class="notices">`)
	for _, f := range spreads {
		for _, d := range []struct {
			share float64
			text  string
		}{{f.Undefined, t.Ensemble.Undefined}, {f.Poles, t.Ensemble.Poles}} {
			if d.share > 0 {
				w.tag("li", "", fill(d.text, "figure", t.Figures[f.Figure.Name].Label, "share", fill(t.Percent, "n", significant(100*d.share, 2))))
			}
		}
	}
	w.raw("</ul>")
}

// spreads is the table of the figures. Narrow windows lay its rows out as blocks, which would take the meaning of a
// table from them; the roles keep it, and each cell says which share of the runs it is of.
func (t *Text) spreads(w *writer, spreads []explore.FigureSpread, rate string) {
	w.raw(`<table class="plain stacked" role="table">`)
	w.tag("caption", "", fill(t.Ensemble.Caption, "rate", rate))
	w.raw(`<thead role="rowgroup"><tr role="row">`)
	for _, head := range t.Ensemble.Heads {
		w.tag("th", ` scope="col" role="columnheader"`, head)
	}
	w.raw("</tr></thead>")
	cell := func(column int, html string) {
		w.raw(`<td role="cell"><span class="head" aria-hidden="true">`, escape(t.Ensemble.Heads[column]), "</span> <span>", html, "</span></td>")
	}
	for _, group := range groups {
		w.raw(`<tbody role="rowgroup"><tr role="row"><th scope="rowgroup" role="rowheader" colspan="5" class="group-head">`, escape(t.FigureGroups[group]), "</th></tr>")
		for _, f := range spreads {
			if groupOf(f.Figure) != group {
				continue
			}
			unit := f.Figure.Unit
			in := t.multipleOf(unit, f.Median, f.High[2])
			w.raw(`<tr data-figure="`, f.Figure.Name, `" role="row">`)
			w.tag("th", ` scope="row" role="rowheader"`, t.Figures[f.Figure.Name].Label)
			cell(1, data(f.Median, t.figure(f.Median, unit)))
			for k := range f.Low {
				_, html := t.reach(f.Low[k], f.High[k], in)
				cell(2+k, html)
			}
			w.raw("</tr>")
		}
		w.raw("</tbody>")
	}
	w.raw("</table>")
}

// mostLeftOut is the share of runs without a meaning on a day, beyond which the rest is not "the runs" any more.
const mostLeftOut = 0.5

// fanChart draws a curve's median and bands.
func (t *Text) fanChart(fan *explore.Fan, d *Drawn) Chart {
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
	c := newChart(t, "ensemble-"+fan.Curve.Name, t.Ensemble.Curves[fan.Curve.Name], format, fan.Curve.Unit, first, first)
	c.Spec.Sync, c.Spec.Colors = "explore-ensemble", len(d.Rates)
	c.Spec.FromZero = fan.Curve.Name != "qa_raw_ratio"
	thin := make([]bool, len(fan.Days))
	for i := range fan.Days {
		if q := &fan.Days[i]; q.Undefined+q.Poles > mostLeftOut {
			thin[i] = true
			c.Thin++
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
			of(func(q *explore.Quantiles) float64 { return q.Low[k] }), of(func(q *explore.Quantiles) float64 { return q.High[k] }))
	}
	c.tame()
	return c
}

// tame ends the axis beyond three times what the columns reach on three days of four, where some day goes farther
// than that.
func (c *Chart) tame() {
	var all []float64
	for _, column := range c.Columns {
		all = append(all, column...)
	}
	limit := 3 * magnitude(all, 0.75)
	if !(limit > 0) {
		return
	}
	for i := range c.Columns[0] {
		if slices.ContainsFunc(c.Columns, func(column column) bool { return math.Abs(column[i]) > limit }) {
			c.Limit = limit
			c.Cut++
		}
	}
}
