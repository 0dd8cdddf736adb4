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
		show := func(v float64) string { return t.figure(v, f.Figure.Unit) }
		w.tag("p", ` class="said"`, fill(t.Ensemble.Summary, "runs", significant(float64(o.Runs), 6), "seed", strconv.FormatUint(o.Seed, 10),
			"days", strconv.Itoa(work.HistoryDays()), "block", strconv.Itoa(o.BlockDays), "rate", rate, "figure", t.inside(f.Figure),
			"low", show(f.Low[0]), "high", show(f.High[0]), "low95", show(f.Low[2]), "high95", show(f.High[2]), "median", show(f.Median)))
	}
	w.tag("p", ` class="summary"`, t.Ensemble.Drawn)
	t.doubtful(w, spreads)
	if len(d.Rates) > 1 {
		w.raw(`<p class="view"><label for="explore-shown-rate">`, escape(t.Ensemble.RateLabel), `</label> <select id="explore-shown-rate" data-rate>`)
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
		w.home(t, &s.charts[i], t.Ensemble.CurveHint, t.Ensemble.Cut)
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

func (t *Text) spreads(w *writer, spreads []explore.FigureSpread, rate string) {
	w.raw(`<div class="wide-table" tabindex="0" role="group" aria-label="`, escape(t.Card["ensemble"].Title), `"><table class="plain">`)
	w.tag("caption", "", fill(t.Ensemble.Caption, "rate", rate))
	w.raw("<thead><tr>")
	for _, head := range t.Ensemble.Heads {
		w.tag("th", ` scope="col"`, head)
	}
	w.raw("</tr></thead>")
	for _, group := range groups {
		w.raw(`<tbody><tr><th scope="rowgroup" colspan="5" class="group-head">`, escape(t.FigureGroups[group]), "</th></tr>")
		for _, f := range spreads {
			if groupOf(f.Figure) != group {
				continue
			}
			unit := f.Figure.Unit
			w.raw(`<tr data-figure="`, f.Figure.Name, `">`)
			w.tag("th", ` scope="row"`, t.Figures[f.Figure.Name].Label)
			w.raw("<td>", data(f.Median, t.figure(f.Median, unit)), "</td>")
			for k := range f.Low {
				w.raw("<td>", data(f.Low[k], t.figure(f.Low[k], unit)), " ", escape(t.Ensemble.To), " ", data(f.High[k], t.figure(f.High[k], unit)), "</td>")
			}
			w.raw("</tr>")
		}
		w.raw("</tbody>")
	}
	w.raw("</table></div>")
}

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
	of := func(read func(q *explore.Quantiles) float64) []float64 {
		out := make([]float64, len(fan.Days))
		for i := range fan.Days {
			out[i] = scale * read(&fan.Days[i])
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
