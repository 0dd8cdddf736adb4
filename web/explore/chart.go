package explore

import (
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/chart"
)

// A curveChart is a chart under construction.
type curveChart struct {
	ask.Chart
	cut  int // days on which a curve goes beyond the axis
	thin int // days left empty, since most runs have no value
}

// newChart is a chart without lines of a curve's unit, from a day on; the forecast begins at split.
func newChart(t *Text, id, title, format, unit string, first, split day.Day) curveChart {
	words := map[string]string{"history": "", "forecast": "", "unit": t.Spoken[unit]}
	for name, text := range t.Chart {
		words[name] = fill(text, "title", title)
	}
	if first >= split {
		words["forecast"] = ""
	}
	return curveChart{Chart: ask.Chart{ID: id, Title: title, First: first.Unix(), Spec: chart.Spec{
		Title: title, Format: format, FromZero: true, Colors: 3, Snapshot: split.Unix(), Sync: "explore-" + id,
		Text:  words,
		Bands: []chart.Band{}, Chips: []chart.Chip{},
	}}}
}

// line adds a column with a chip of its own.
func (c *curveChart) line(label, kind string, color int, values []float64) {
	c.Columns = append(c.Columns, values)
	c.Spec.Series = append(c.Spec.Series, chart.Series{Label: label, Kind: kind, Color: color})
	c.Spec.Chips = append(c.Spec.Chips, chart.Chip{Label: label, Color: color, Series: []int{len(c.Columns)}})
	c.Spec.RestEntry = len(values) - 1
}

// beside adds a column to the chip of an earlier one.
func (c *curveChart) beside(chip int, label, kind string, color int, values []float64) {
	c.line(label, kind, color, values)
	last := len(c.Spec.Chips) - 1
	c.Spec.Chips[chip].Series = append(c.Spec.Chips[chip].Series, len(c.Columns))
	c.Spec.Chips = c.Spec.Chips[:last]
}

// fan adds a band between two columns, with one chip for both ends.
func (c *curveChart) fan(label, low, high string, color int, below, above []float64) {
	n := len(c.Columns)
	c.Columns = append(c.Columns, below, above)
	c.Spec.Series = append(c.Spec.Series, chart.Series{Label: low, Kind: "edge", Color: color},
		chart.Series{Label: high, Kind: "edge", Color: color})
	c.Spec.Bands = append(c.Spec.Bands, chart.Band{Upper: n + 2, Lower: n + 1, Color: color})
	c.Spec.Chips = append(c.Spec.Chips, chart.Chip{Label: label, Color: color, Series: []int{n + 1, n + 2}, Band: true})
}

// onAxis is a number of a chart with its unit.
func (t *Text) onAxis(v float64, format string) string {
	switch format {
	case "percent":
		return fill(t.Percent, "n", significant(v, 2))
	case "fil":
		return t.figure(v, "FIL")
	}
	return significant(v, 2)
}

func scaled(values []float64, scale float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * scale
	}
	return out
}

// finished is the chart with what stands below its title. cut says that an axis ends early: where, and on how many days
// a curve goes beyond.
func (c *curveChart) finished(t *Text, subtitle, cut string) ask.Chart {
	c.Hints = []string{subtitle}
	if c.cut > 0 {
		c.Hints = append(c.Hints, fill(cut, "limit", t.onAxis(c.Limit, c.Spec.Format), "n", strconv.Itoa(c.cut)))
	}
	return c.Chart
}
