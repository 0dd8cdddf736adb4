package page

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// Plot is the view-model of one chart: what its lines are, and their numbers in the reader's
// units. The browser draws it; tests and summaries read it here.
type Plot struct {
	ID                       string
	Title, Subtitle, Summary string
	Key                      string   // what line styles mean, as HTML; "" where nothing needs saying
	Notices                  []string // warnings that concern this chart
	Spec                     chart.Spec

	Rows  int       // days
	Limit float64   // the axis reaches no further; 0 where it need not end early
	Data  []float64 // the columns one after the other: seconds since 1970, then Spec.Series in order

	sizes []float64 // of what is shown, where Limit was last taken from

	realised int  // column of the realised figures
	banded   bool // two more columns hold the band of the focus run
	gapped   bool // curves leave the chart beside poles

	key  string // what Spec was built from
	sent string // key of the spec that the browser has
}

// PlotIDs are the charts in the order of the page: the hero, then the study's six panels.
var PlotIDs = []string{"hero", "gas", "outflow", "gas-over-outflow", "deal", "ratio", "gas-over-netflow"}

// curves is what a chart shows of a run: the status quo, and DirectFIL+ where it differs.
type curves struct {
	status, direct func(*sim.RateRun) []float64
	realised       func(*sim.Realised) []float64
	denominator    func(*sim.RateRun) []float64 // gaps where it is not positive
	directBasis    func(*sim.RateRun) []float64 // the same for DirectFIL+
	offset         bool                         // the series start at the entry of the first mean
	scale          float64
	format         string
	fromZero       bool
	proportional   bool    // to the gas of a day, so that its band is the gas's
	priced         bool    // in FIL, so that the realised figures are at the base fee of their day
	realisedScale  float64 // of the realised figures; 0: as scale
	warnings       []string
}

func (p *Page) curvesOf(id string) curves {
	switch id {
	case "hero":
		switch p.Denominator {
		case words.ByOutflow:
			return p.curvesOf("gas-over-outflow")
		case words.ByCirculating:
			return curves{
				status:   func(r *sim.RateRun) []float64 { return r.GasOverCirculating },
				direct:   func(r *sim.RateRun) []float64 { return r.DirectOverCirculating },
				realised: func(r *sim.Realised) []float64 { return r.GasOverCirculating },
				scale:    100 * 365, format: "percent", fromZero: true, proportional: true, priced: true,
				warnings: append(gasWarnings(), sim.WarnCirculatingFloored, sim.WarnGasAboveSupply),
			}
		default:
			return p.curvesOf("gas-over-netflow")
		}
	case "gas":
		return p.gasCurves()
	case "outflow":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.OutflowMeanFIL },
			realised: func(r *sim.Realised) []float64 { return r.OutflowMeanFIL },
			offset:   true, scale: 1, format: "fil", fromZero: true,
			warnings: []string{sim.WarnBurnNegative, sim.WarnPledgeNegative, sim.WarnLockedFloored, sim.WarnCirculatingFloored, sim.WarnAvailableFloored, sim.WarnSectorUndefined},
		}
	case "gas-over-outflow":
		return curves{
			status:      func(r *sim.RateRun) []float64 { return r.GasOverOutflow },
			direct:      func(r *sim.RateRun) []float64 { return r.DirectOverOutflow },
			realised:    func(r *sim.Realised) []float64 { return r.GasOverOutflow },
			denominator: func(r *sim.RateRun) []float64 { return r.OutflowMeanFIL },
			directBasis: func(r *sim.RateRun) []float64 { return r.DirectOutflowMeanFIL },
			offset:      true, scale: 100, format: "percent", fromZero: true, proportional: true, priced: true,
			warnings: append(gasWarnings(), sim.WarnOutflowNotPositive, sim.WarnOutflowNearZero, sim.WarnGasAboveOutflow, sim.WarnBurnNegative),
		}
	case "deal":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.DealOnboardedPiB },
			realised: func(r *sim.Realised) []float64 { return r.DealOnboardedPiB },
			scale:    1, format: "number", fromZero: true,
		}
	case "ratio":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.QARawRatio },
			realised: func(r *sim.Realised) []float64 { return r.QARawRatio },
			scale:    1, format: "number",
			warnings: []string{sim.WarnPowerEnded, sim.WarnQACapped, sim.WarnScheduleGap},
		}
	case "gas-over-netflow":
		return curves{
			status:      func(r *sim.RateRun) []float64 { return r.GasOverNetflow },
			direct:      func(r *sim.RateRun) []float64 { return r.DirectOverNetflow },
			realised:    func(r *sim.Realised) []float64 { return r.GasOverNetflow },
			denominator: func(r *sim.RateRun) []float64 { return r.NetflowMeanFIL },
			directBasis: func(r *sim.RateRun) []float64 { return r.DirectNetflowMeanFIL },
			offset:      true, scale: 100, format: "percent", fromZero: true, proportional: true, priced: true,
			warnings: append(gasWarnings(), sim.WarnNetflowNotPositive, sim.WarnNetflowNearZero, sim.WarnGasAboveNetflow, sim.WarnBurnNegative),
		}
	}
	panic("web: no chart " + id)
}

// gasWarnings concern every chart of predicted gas.
func gasWarnings() []string {
	return []string{sim.WarnPowerEnded, sim.WarnGasNegative, sim.WarnGasOutOfRange, sim.WarnGasBeyondValidated, sim.WarnLoadAboveCapacity, sim.WarnPriceRough}
}

// gasCurves is the gas chart in the unit that the reader chose.
func (p *Page) gasCurves() curves {
	c := curves{
		status:   func(r *sim.RateRun) []float64 { return r.GasStatusQuoGgas },
		direct:   func(r *sim.RateRun) []float64 { return r.GasDirectGgas },
		realised: func(r *sim.Realised) []float64 { return r.GasGgas },
		fromZero: true, proportional: true,
		warnings: append(gasWarnings(), sim.WarnGasAboveSupply),
	}
	switch p.GasUnit {
	case GasInGas:
		c.scale, c.format = 1e-3, "number" // Tgas
	case GasOfTotal:
		c.scale, c.format = 100/p.in.Onboarding.TotalGgas, "percent"
		c.realised, c.realisedScale = func(r *sim.Realised) []float64 { return r.GasOfTotal }, 100
	default:
		c.status = func(r *sim.RateRun) []float64 { return r.GasStatusQuoFIL }
		c.direct = func(r *sim.RateRun) []float64 { return r.GasDirectFIL }
		c.realised = func(r *sim.Realised) []float64 { return r.GasFIL }
		c.scale, c.format, c.priced = 1, "fil", true
	}
	return c
}

// Refresh computes the plot from the page's result. Data is reused.
func (plot *Plot) Refresh(p *Page) { plot.describe(p, plot.follow(p)) }

// follow computes the numbers of the plot and its spec, not the words beside it.
func (plot *Plot) follow(p *Page) curves {
	r, c := p.Result, p.curvesOf(plot.ID)
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
	pinned := 0 // column of the pinned run's two curves, 0 where there is none
	if plot.ID == "hero" && p.Pinned != nil {
		pinned = columns
		columns += 2
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
	lay(plot.Column(plot.realised), c.realised(p.Realised), 0, scale)
	plot.Limit = 0
	poles, beside := c.denominator != nil && plot.leavePoles(r, c, offset), false
	if pinned > 0 {
		beside = plot.layPinned(p, c, plot.Column(pinned), plot.Column(pinned+1))
	}
	if plot.gapped = poles || beside; plot.gapped {
		plot.Limit = plot.reach(plot.Data[n:n*(1+rates)], poles)
		if pinned > 0 {
			plot.Limit = max(plot.Limit, plot.reach(plot.Column(pinned), beside))
		}
	}
	if plot.banded {
		focus := p.Focus()
		run, status := &r.Runs[focus], plot.Column(1+focus)
		low, high := plot.Column(plot.realised+1), plot.Column(plot.realised+2)
		for t, v := range status {
			low[t], high[t] = math.NaN(), math.NaN()
			if t < len(run.GasPublishGgas) && !math.IsNaN(v) {
				below, above := run.Around(band[t], t, false, r.Scenario.DirectGasFraction)
				low[t], high[t] = v*below, v*above
			}
		}
	}
	plot.leaveDots(p)
	plot.specify(p, c)
	return c
}

// Column is one column of the plot's data.
func (plot *Plot) Column(i int) []float64 { return plot.Data[i*plot.Rows : (i+1)*plot.Rows] }

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

// leavePoles turns ratios into gaps where their denominator is not positive, and reports whether it is anywhere.
func (plot *Plot) leavePoles(r *sim.Result, c curves, offset int) (poles bool) {
	rates := len(r.Runs)
	for i := range r.Runs {
		bases := [][]float64{c.denominator(&r.Runs[i]), c.directBasis(&r.Runs[i])}
		for which, column := range [][]float64{plot.Column(1 + i), plot.Column(1 + rates + i)} {
			for k, m := range bases[which] {
				if m <= 0 {
					column[k+offset] = math.NaN()
					poles = true
				}
			}
		}
	}
	realised := plot.Column(plot.realised)
	for t, v := range realised {
		if v < 0 { // gas is never negative: its denominator was
			realised[t] = math.NaN()
			poles = true
		}
	}
	return poles
}

// reach is how far the axis goes for a run's values: as far as they do; where they have poles, which leave the chart
// through the top and squash nothing, to three times the upper quartile. A pinned run counts for itself, so
// that it stays in sight beside runs of a different size.
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

// leaveDots lets single published days leave the chart through the top where they lie far above all others and
// above every curve: one day of many terminations would squash the rest. The axis holds the curves, and dots up to
// three times their upper quartile. Dots that the reader hides move no axis.
func (plot *Plot) leaveDots(p *Page) {
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
	if !plot.gapped {
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
		if limit = max(limit, plot.reach(dots, true)); highest > limit || plot.gapped {
			plot.Limit = limit
		}
	}
}

// Message returns the spec as JSON if it differs from what the browser last had, else "".
func (plot *Plot) Message() (string, error) {
	if plot.key == plot.sent {
		return "", nil
	}
	data, err := json.Marshal(&plot.Spec)
	if err != nil {
		return "", err
	}
	plot.sent = plot.key
	return string(data), nil
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

// rateText names a FIL+ rate: 75 %, or its range where it changes over time.
func (p *Page) rateText(path mechafil.Path) string {
	if overTime(path) {
		return words.Fill(p.Text.Card.Varies, "low", p.Text.RateName(slices.Min(path)), "high", p.Text.RateName(slices.Max(path)))
	}
	return p.Text.RateName(path[0])
}

// endName names a FIL+ rate at the end of its curve, where there is room for a word.
func (p *Page) endName(path mechafil.Path) string { return p.Text.RateName(path[len(path)-1]) }
