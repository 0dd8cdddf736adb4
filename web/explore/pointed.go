package explore

import (
	"slices"

	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Kinds of curves that a day can be asked about, as a chart's spec names them.
const (
	StatusCurve = "line"
	DirectCurve = "dash"
	Dots        = "dots"
)

// Pointed is the curve under the cursor when a day is to be explained, and what it shows there.
type Pointed struct {
	Chart string // title of the chart
	Curve string // label of the curve, as in the chart's own table
	Run   int    // whose chain explains it
	Step  string // key of the chain's step that the curve shows; of dots, the status quo's of the same run
	Dots  bool   // the curve is published figures, which no step computes

	Value float64 // on the chart, NaN for a gap
	Unit  string  // of Value, one of package steps'; Value is in it once multiplied with Scale
	Scale float64
}

// Point finds the curve of a kind and a run, an index of the result's, on a chart of the page, one of
// web.PlotIDs, at an entry of the result's days. Where the chart has no such curve, or kind is "", it is the first of
// the run that is on show. ok is false for a chart that the page has not, and a day that the result has not.
func Point(p *page.Page, chart, kind string, run, entry int) (out Pointed, ok bool) {
	if !slices.Contains(page.PlotIDs, chart) || !page.Explained(chart) || entry < 0 || entry >= p.Result.Days {
		return out, false
	}
	plot := p.Picture(chart).Charts[0]
	if plot.Absent {
		return out, false
	}
	column := columnOf(plot, kind, run)
	if column == 0 {
		if column = columnOf(plot, StatusCurve, run); plot.Spec.Series[column-1].Hidden {
			if direct := columnOf(plot, DirectCurve, run); direct > 0 && !plot.Spec.Series[direct-1].Hidden {
				column = direct
			}
		}
	}
	series := &plot.Spec.Series[column-1]
	out = Pointed{
		Chart: plot.Title, Curve: series.Label, Run: run, Dots: series.Kind == Dots,
		Step: stepOf(p, chart, series.Kind == DirectCurve), Value: plot.Column(column)[entry],
	}
	out.Unit, out.Scale = unitOf(p, plot)
	return out, true
}

// columnOf is the column of a run's curve of a kind, 0 where the plot has none.
func columnOf(plot *page.Plot, kind string, run int) int {
	for i := range plot.Spec.Series {
		if plot.Spec.Series[i].Kind != kind {
			continue
		}
		if run == 0 || kind == Dots {
			return i + 1
		}
		run--
	}
	return 0
}

// stepOf is the key of the step that a chart shows.
func stepOf(p *page.Page, chart string, direct bool) string {
	status, other := "", ""
	switch chart {
	case hero:
		if status, other = "gas-fil", "direct-fil"; p.Denominator != words.ByFIL {
			status, other = "gas-over-"+string(p.Denominator), "direct-over-"+string(p.Denominator)
		}
	case "gas-over-outflow":
		status, other = chart, "direct-over-outflow"
	case "gas-over-netflow":
		status, other = chart, "direct-over-netflow"
	case gasChart:
		status, other = "gas", "gas-direct"
		if p.GasUnit == unitOfFIL {
			status, other = "gas-fil", "direct-fil"
		}
	case page.Blocks:
		status, other = "load", "direct-load"
	default: // outflow, deal, ratio, the network's: of the status quo alone, and called as the steps are
		status = chart
	}
	if direct {
		return other
	}
	return status
}

// unitOf is the unit of a chart's values as the steps name it, and what a value is multiplied with to be in it.
func unitOf(p *page.Page, plot *page.Plot) (unit string, scale float64) {
	switch plot.Unit {
	case "percent":
		if plot.ID == hero && p.Denominator == words.ByCirculating {
			return "share/year", 0.01
		}
		return "share", 0.01
	case "fil":
		return "FIL/day", 1
	case page.UnitTgas:
		if plot.ID == gasChart {
			return "Ggas/day", 1e3
		}
		return "Tgas/day", 1
	case page.UnitPiB:
		return "PiB/day", 1
	case page.UnitEiB:
		return "EiB", 1
	case page.UnitMillion:
		return "FIL", 1e6
	}
	return "1", 1
}

// said is the sentence about the curve, for the head of the chain.
func (at *Pointed) said(t *method.Text) string {
	return t.Pointed(at.Chart, at.Curve, at.Value*at.Scale, at.Unit, at.Dots)
}
