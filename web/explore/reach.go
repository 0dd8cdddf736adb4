package explore

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/chart"
)

// besidePoles marks the days of a burden on which it says nothing: those without a flow worth dividing by, and
// those next to them as long as the values stand beyond what the curve usually reaches. Values and flow
// are of the same days, the values NaN where there is none.
func besidePoles(values, flow []float64) []bool {
	out := make([]bool, len(values))
	if flow == nil {
		return out
	}
	// A flow that falls to a tenth of its usual size without turning makes a peak that is no burden either.
	least := magnitude(flow, 0.5) / 10
	usual := 3 * magnitude(values, 0.75)
	for i, v := range flow {
		if v > least || math.IsNaN(v) {
			continue
		}
		out[i] = true
		for _, step := range []int{-1, 1} {
			for k := i + step; k >= 0 && k < len(values) && !out[k] && math.Abs(values[k]) > usual; k += step {
				out[k] = true
			}
		}
	}
	return out
}

// magnitude is a quantile of the values' sizes; NaN for none.
func magnitude(values []float64, p float64) float64 {
	var sizes []float64
	for _, v := range values {
		if !math.IsNaN(v) {
			sizes = append(sizes, math.Abs(v))
		}
	}
	if len(sizes) == 0 {
		return math.NaN()
	}
	slices.Sort(sizes)
	return sizes[int(p*float64(len(sizes)-1))]
}

// cutPoles ends a chart's axis where the last of its curves ends, days beside poles left aside, and marks where a
// curve goes farther than that. poles are those of each column.
func (c *curveChart) cutPoles(poles [][]bool, mark string) {
	limit := 0.0
	for k, column := range c.Columns {
		for i, v := range column {
			if !poles[k][i] && !math.IsNaN(v) {
				limit = max(limit, math.Abs(v))
			}
		}
	}
	if limit == 0 {
		return
	}
	beyond := func(i int) bool {
		return slices.ContainsFunc(c.Columns, func(column ask.Column) bool { return math.Abs(column[i]) > limit })
	}
	var starts []int
	was := false
	for i := range c.Columns[0] {
		is := beyond(i)
		if is {
			c.cut++
		}
		if is && !was {
			starts = append(starts, i)
		}
		was = is
	}
	if c.cut == 0 {
		return
	}
	c.Limit = limit
	if len(starts) > mostMarks {
		return // the sentence below the title speaks for all
	}
	for k, i := range starts {
		if k > 0 && i-starts[k-1] < len(c.Columns[0])/nearMarks {
			continue // its word would lie over the former one's
		}
		c.Spec.Marks = append(c.Spec.Marks, chart.Mark{X: c.First + day.Day(i).Unix(), Text: mark})
	}
}

// mostMarks is how many marks leave a chart readable, and nearMarks the part of its width that one takes.
const mostMarks, nearMarks = 4, 12
