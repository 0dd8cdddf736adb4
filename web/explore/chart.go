package explore

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/chart"
)

// Chart is a time series chart with its columns.
type Chart struct {
	ID      string     `json:"id"`
	Spec    chart.Spec `json:"spec"`
	First   int64      `json:"first"`           // seconds since 1970 of the first value
	Columns []column   `json:"columns"`         // one a series
	Limit   float64    `json:"limit,omitempty"` // where the axis ends though a curve goes on; 0 where none does
	Cut     int        `json:"-"`               // days on which one does
	Thin    int        `json:"-"`               // days left empty, since most runs have no value
}

// column is written with eight significant digits, and null where there is no value.
type column []float64

func (c column) MarshalJSON() ([]byte, error) {
	out := append(make([]byte, 0, 12*len(c)), '[')
	for i, v := range c {
		if i > 0 {
			out = append(out, ',')
		}
		out = numbers.Append(out, v, 8, "null")
	}
	return append(out, ']'), nil
}

func (c *column) UnmarshalJSON(data []byte) error {
	var values []*float64
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	*c = make(column, len(values))
	for i, v := range values {
		(*c)[i] = math.NaN()
		if v != nil {
			(*c)[i] = *v
		}
	}
	return nil
}

// newChart is a chart without lines of a curve's unit, from a day on; the forecast begins at split.
func newChart(t *Text, id, title, format, unit string, first, split day.Day) Chart {
	words := map[string]string{"history": "", "forecast": "", "unit": t.Spoken[unit]}
	for name, text := range t.Chart {
		words[name] = fill(text, "title", title)
	}
	if first >= split {
		words["forecast"] = ""
	}
	return Chart{ID: id, First: first.Unix(), Spec: chart.Spec{
		Title: title, Format: format, FromZero: true, Colors: 3, Snapshot: split.Unix(), Sync: "explore-" + id, Text: words,
		Bands: []chart.Band{}, Chips: []chart.Chip{},
	}}
}

// line adds a column with a chip of its own.
func (c *Chart) line(label, kind string, color int, values []float64) {
	c.Columns = append(c.Columns, values)
	c.Spec.Series = append(c.Spec.Series, chart.Series{Label: label, Kind: kind, Color: color})
	c.Spec.Chips = append(c.Spec.Chips, chart.Chip{Label: label, Color: color, Series: []int{len(c.Columns)}})
	c.Spec.RestEntry = len(values) - 1
}

// beside adds a column to the chip of an earlier one.
func (c *Chart) beside(chip int, label, kind string, color int, values []float64) {
	c.line(label, kind, color, values)
	last := len(c.Spec.Chips) - 1
	c.Spec.Chips[chip].Series = append(c.Spec.Chips[chip].Series, len(c.Columns))
	c.Spec.Chips = c.Spec.Chips[:last]
}

// fan adds a band between two columns, with one chip for both ends.
func (c *Chart) fan(label, low, high string, color int, below, above []float64) {
	n := len(c.Columns)
	c.Columns = append(c.Columns, below, above)
	c.Spec.Series = append(c.Spec.Series, chart.Series{Label: low, Kind: "edge", Color: color}, chart.Series{Label: high, Kind: "edge", Color: color})
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

// home is the place in an answer that a chart is mounted in. cut says of a chart that is where, and on how many days.
func (w *writer) home(t *Text, c *Chart, subtitle, cut string) {
	w.raw(`<figure class="card chart"><h4>`, escape(c.Spec.Title), "</h4>")
	w.tag("p", ` class="subtitle"`, subtitle)
	if c.Cut > 0 {
		w.tag("p", ` class="subtitle cut"`, fill(cut, "limit", t.onAxis(c.Limit, c.Spec.Format), "n", strconv.Itoa(c.Cut)))
	}
	w.raw(`<div class="plot" data-chart="`, escape(c.ID), `"></div></figure>`)
}
