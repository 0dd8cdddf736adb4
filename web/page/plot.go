package page

import (
	"cmp"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/chart"
)

// Plot is a chart of a Picture: what its lines are, their numbers in the reader's units, and what stands beside them.
type Plot struct {
	ID                       string
	Absent                   bool // the result has no such chart: there is nothing but its title
	Title, Subtitle, Summary string
	Ask                      string   // names the button that explains what it shows
	Key                      string   // what line styles mean, as HTML; "" where nothing needs saying
	Band                     string   // what the band holds, and what it held after the fit; "" where there is none
	Notices                  []string // warnings that concern this chart, in full
	Warned                   []string // the same in a line each
	Spec                     chart.Spec

	Unit string // of the numbers, by its name in the words

	Lead  *Lead     // the days before, nil for none
	Rows  int       // days
	Limit float64   // the axis reaches no further; 0 where it need not end early
	Data  []float64 // the columns one after the other: seconds since 1970, then Spec.Series in order

	sizes []float64 // of what is shown, where Limit was last taken from

	realised int  // column of the realised figures
	banded   bool // two more columns hold the band of the focus run
	gapped   bool // curves leave the chart, beside gaps or where what they are a share of is near zero
}

// compose computes the chart. Memory of Data is reused.
func (plot *Plot) compose(p *composer) {
	if plot.Absent = p.lacks(plot.ID); plot.Absent {
		plot.Data, plot.Title = plot.Data[:0], plot.words(p).Title
		plot.Ask = p.asks(plot.Title)
		return
	}
	r, c := p.Result, p.curvesOf(plot.ID)
	plot.Unit = cmp.Or(c.unit, c.format)
	n, rates := r.Days, len(r.Runs)
	plot.realised = 1 + rates
	if c.direct != nil {
		plot.realised += rates
	}
	columns := plot.realised + 1
	band := p.band()
	if plot.banded = c.proportional && band != nil; plot.banded {
		columns += 2
	}
	layered := columns // first column of the layers
	if c.layered {
		columns += 2 * layers
	}
	var pins []*Pinned
	pinned := columns // first column of the pinned runs' curves, two each
	if plot.ID == Hero {
		pins = p.pins()
		columns += 2 * len(pins)
	}
	plot.Lead = p.lead(plot.ID)
	means := 0 // column of published means, before that of all messages; 0 where there are none
	if plot.ID == Hero && plot.Lead != nil {
		means = columns
		columns += 2
		if p.Past.paid != nil {
			columns++
		}
	}
	ghost := 0 // column of the default, 0 where there is none
	if p.ghosted(plot.ID) {
		ghost = columns
		columns++
	}
	plot.Rows = n
	plot.Data = slices.Grow(plot.Data[:0], columns*n)[:columns*n]
	offset := 0
	if c.offset {
		offset = r.Scenario.SmoothingDays
	}
	x := plot.Column(0)
	for t, start := 0, r.Start.Unix(); t < n; t++ {
		x[t] = float64(start + int64(t)*24*3600)
	}
	for i := range r.Runs {
		run := &r.Runs[i]
		lay(plot.Column(1+i), c.status(run), offset, c.scale)
		if c.direct != nil {
			lay(plot.Column(1+rates+i), c.direct(run), offset, c.scale)
		}
	}
	scale := c.scale
	if c.realisedScale != 0 {
		scale = c.realisedScale
	}
	realised, before := plot.published(p)
	happened := c.realised(realised)
	lay(plot.Column(plot.realised), happened[min(before, len(happened)):], 0, scale)
	if c.layered {
		for i := 1; i < plot.realised; i++ {
			blank(plot.Column(i)[:r.HistoryDays]) // the levels are the snapshot's: before it stands what was published
		}
		plot.layLayers(p, layered)
	}
	if plot.Lead != nil { // before it stands what was published
		for i := 1; i < plot.realised; i++ {
			blank(plot.Column(i)[:min(r.HistoryDays+1, n)])
		}
	}
	plot.Limit = 0
	poles := c.denominator != nil && plot.leaveGaps(r, c, offset) || c.overNearZero(r)
	plot.gapped = poles
	beside := make([]bool, len(pins))
	for i, pin := range pins {
		beside[i] = plot.layPinned(p, pin, c, plot.Column(pinned+2*i), plot.Column(pinned+2*i+1)) ||
			c.overNearZero(pin.result)
		plot.gapped = plot.gapped || beside[i]
	}
	if plot.gapped {
		plot.Limit = plot.reach(plot.Data[n:n*(1+rates)], poles)
		for i := range pins {
			plot.Limit = max(plot.Limit, plot.reach(plot.Column(pinned+2*i), beside[i]))
		}
	}
	if plot.banded {
		focus := p.focus()
		run, status := &r.Runs[focus], plot.Column(1+focus)
		low, high := plot.Column(plot.realised+1), plot.Column(plot.realised+2)
		for t, v := range status {
			low[t], high[t] = math.NaN(), math.NaN()
			switch {
			case math.IsNaN(v):
			case p.roughly(c): // as far as the price was off, next to which the gas model's error is small
				low[t], high[t] = v/price.ErrorFactor, v*price.ErrorFactor
			case t < len(run.GasPublishGgas):
				below, above := p.around(run, band[t], t)
				low[t], high[t] = v*below, v*above
			}
		}
		if p.roughly(c) && !plot.gapped { // the axis holds the curves; so wide a band leaves it through the top
			plot.Limit = plot.reach(plot.Data[n:n*plot.realised], false)
		}
	}
	plot.leaveDots(p)
	if means > 0 {
		plot.layPast(p, means)
	}
	differs := ghost > 0 && plot.layGhost(p, c, plot.Column(ghost))
	plot.specify(p, c)
	if plot.Lead != nil {
		plot.specifyPast(p, c, &plot.Spec, means)
	}
	if ghost > 0 {
		plot.specifyGhost(p, &plot.Spec, differs)
	}
}

// Column is one column of the plot's data.
func (plot *Plot) Column(i int) []float64 { return plot.Data[i*plot.Rows : (i+1)*plot.Rows] }

// Before is what a column has of the days before the result, nil for nothing.
func (plot *Plot) Before(i int) []float64 {
	if plot.Lead != nil {
		if k := slices.Index(plot.Spec.Lead.Series, i); k >= 0 {
			return plot.Lead.Values[k]
		}
	}
	return nil
}

// lay puts values on the date axis, in display units, NaN where there is none.
func lay(dst, values []float64, offset int, scale float64) {
	offset = min(offset, len(dst))
	blank(dst[:offset])
	dst = dst[offset:]
	n := min(len(values), len(dst))
	for i, v := range values[:n] {
		dst[i] = v * scale
	}
	blank(dst[n:])
}

func blank(values []float64) {
	for i := range values {
		values[i] = math.NaN()
	}
}

// published are the published figures of a chart, and how many days of them lie before the result. Where a chart begins
// with the past, it has also those that were published after the snapshot was taken.
func (plot *Plot) published(p *composer) (of *sim.Realised, before int) {
	switch {
	case plot.Lead == nil:
	case ofNetwork(plot.ID):
		return p.Past.network().realised, plot.Lead.Rows
	default:
		return p.Past.realised, plot.Lead.Rows
	}
	return p.Realised, 0
}

// leaveGaps turns ratios into gaps where their denominator is not positive, and reports whether it is anywhere.
func (plot *Plot) leaveGaps(r *sim.Result, c curves, offset int) (gaps bool) {
	rates := len(r.Runs)
	for i := range r.Runs {
		bases := [][]float64{c.denominator(&r.Runs[i]), c.directBasis(&r.Runs[i])}
		for which, column := range [][]float64{plot.Column(1 + i), plot.Column(1 + rates + i)} {
			for k, m := range bases[which] {
				if m <= 0 {
					column[k+offset] = math.NaN()
					gaps = true
				}
			}
		}
	}
	realised := plot.Column(plot.realised)
	for t, v := range realised {
		if v < 0 { // gas is never negative: its denominator was
			realised[t] = math.NaN()
			gaps = true
		}
	}
	return gaps
}

// overNearZero reports whether a result warns that a chart shows shares of a flow that is near zero.
func (c *curves) overNearZero(r *sim.Result) bool {
	return slices.ContainsFunc(r.Warnings, func(w sim.Warning) bool {
		return (w.Code == sim.WarnOutflowNearZero || w.Code == sim.WarnNetflowNearZero) &&
			slices.Contains(c.warnings, w.Code)
	})
}

// reach is how far the axis goes for a run's values: as far as they do; where they have poles, at which they leave the
// chart through the top and squash nothing, to three times the upper quartile. A pinned run counts for itself, so that
// it stays in sight beside runs of a different size.
func (plot *Plot) reach(values []float64, poles bool) float64 {
	shown := append(plot.sizes[:0], 0) // where there are none
	for _, v := range values {
		if !math.IsNaN(v) {
			shown = append(shown, math.Abs(v))
		}
	}
	plot.sizes = shown
	if poles {
		return 3 * model.Nth(shown, len(shown)*3/4)
	}
	return model.Nth(shown, len(shown)-1)
}

// roughly reports whether what a chart shows is an order of magnitude: its price is.
func (p *composer) roughly(c curves) bool { return c.priced && p.rough() }

// leaveDots lets single published days leave the chart through the top where they lie far above all others and
// above every curve: one day of many terminations would squash the rest. The axis holds the curves, and dots up to
// three times their upper quartile. Dots that the reader hides move no axis.
func (plot *Plot) leaveDots(p *composer) {
	if p.hides("realised", -1) {
		return
	}
	dots := plot.Column(plot.realised)
	highest := 0.0
	for _, v := range dots {
		if v > highest {
			highest = v
		}
	}
	limit := plot.Limit
	if !plot.gapped && limit == 0 {
		for i, v := range plot.Data[plot.Rows:] {
			if i/plot.Rows+1 == plot.realised {
				continue
			}
			if v >= highest {
				return // the usual case, and mostly found in the first curve
			}
			if v > limit {
				limit = v
			}
		}
	}
	if highest > limit {
		if limit = max(limit, plot.reach(dots, true)); highest > limit || plot.Limit > 0 {
			plot.Limit = limit
		}
	}
}
