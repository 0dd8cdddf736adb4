package evidence

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web/chart"
)

// document is data/evidence.json, which evidence.js draws.
type document struct {
	Text    map[string]string `json:"text"`
	Charts  []timeChart       `json:"charts"`
	Scatter scatter           `json:"scatter"`
	Maps    []gasMap          `json:"maps"`
	Figures map[string]string `json:"figures"` // SVG, as it stands on the methodology page
}

// timeChart is a time series chart.
type timeChart struct {
	ID      string     `json:"id"`
	Spec    chart.Spec `json:"spec"`
	First   int64      `json:"first"` // seconds since 1970 of the first value
	Columns []curve    `json:"columns"`
}

// scatter is the training days, whose deal power and gas are the first values of the charts input-deal and input-gas,
// and the study's lines through them, gas in Tgas.
type scatter struct {
	High  []bool          `json:"high"`  // by training day
	Lines [2][2][2]number `json:"lines"` // by regime: two points of (deal, gas)
	Means [2][2]number    `json:"means"`
}

type gasMap struct {
	Model    string      `json:"model"`
	Deal     [2]number   `json:"deal"`
	Ratio    [2]number   `json:"ratio"`
	Gas      curve       `json:"gas"` // Tgas by deal power, then ratio: as many of each
	Negative int         `json:"negative"`
	Hull     [][2]number `json:"hull"`
	// training days that the model makes negative, to a hundredth, each place once
	Days [][2]number `json:"days,omitempty"`
}

// number writes five significant digits, all that a drawing shows.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	v := float64(n)
	if v != 0 {
		unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-4)
		if unit < 1 {
			v = math.Round(v/unit) / math.Round(1/unit)
		} else {
			v = math.Round(v/unit) * unit
		}
	}
	return json.Marshal(v)
}

const day7, day30 = 7, 30

// mapDigits keep what a model predicts below zero there.
const mapDigits = 5

// words are what another language says where the page and data/evidence.json speak English.
type spoken struct {
	HTML  string            `json:"html"`
	Text  map[string]string `json:"text"`
	Specs []chart.Spec      `json:"specs"` // in the order of the document's charts
	// as the document's
	Figures map[string]string `json:"figures"`
}

// Words is the section in another language than the page's own: data/evidence-TAG.json.
func Words(e *evidence.Evidence, text *Text) ([]byte, error) {
	w := spoken{HTML: Section(e, text), Text: text.Words, Figures: figures(e, text)}
	for _, c := range newDocument(e, text).Charts {
		w.Specs = append(w.Specs, c.Spec)
	}
	return json.Marshal(w)
}

// Data is data/evidence.json.
func Data(e *evidence.Evidence, text *Text) ([]byte, error) {
	return json.Marshal(newDocument(e, text))
}

func newDocument(e *evidence.Evidence, text *Text) *document {
	h := &e.History
	trainEnd := e.Scaling.Last
	d := &document{Text: text.Words, Figures: figures(e, text)}
	time := []chart.Mark{
		{X: protocol.Version(17).Day().Unix(), Text: text.Words["nv17"]},
		{X: protocol.Version(22).Day().Unix(), Text: text.Words["nv22"]},
	}
	add := func(id, format string, split day.Day, before, after string, marks []chart.Mark, first day.Day,
		columns []column) {
		d.Charts = append(d.Charts, newChart(id, format, split, before, after, marks, first, columns, e, text))
	}
	training, unseen := text.Words["training"], text.Words["unseen"]
	realised := text.Words["realised"]
	first := h.Days[0]
	history := func(id, format string, columns ...column) {
		add(id, format, trainEnd, training, unseen, time, first, columns)
	}
	history("input-deal", "number", column{realised, chart.Line, 2, dense(h, h.DealPiB)})
	history("input-ratio", "number", column{realised, chart.Line, 2, dense(h, h.Ratio)})
	history("input-gas", "number", column{realised, chart.Line, 2, scale(dense(h, h.GasGgas), 1e-3)})
	history("fit", "number",
		column{text.Words["scaling"], chart.Line, 2, trailing(scale(dense(h, h.ScalingGgas), 1e-3), day7)},
		column{text.Words["regime"], chart.Dash, 0, trailing(scale(dense(h, h.RegimeGgas), 1e-3), day7)},
		column{realised, chart.Dots, -1, trailing(scale(dense(h, h.GasGgas), 1e-3), day7)},
		column{text.Words["bandLow"], chart.Edge, 2, scale(dense(h, h.Low80), 1e-3)},
		column{text.Words["bandHigh"], chart.Edge, 2, scale(dense(h, h.High80), 1e-3)})

	// From 30 days before the launch, so that its means start with it.
	launch := e.Aftermath.First
	from := int(launch-first) - day30
	deal := dense(h, h.DealPiB)[from:]
	noChange := scale(deal, e.Aftermath.Last90GgasPerPiB*1e-3)
	forecast := scale(dense(h, h.ScalingGgas)[from:], 1e-3)
	cut := func(v []float64) []float64 { return trailing(v, day30)[day30:] }
	add("aftermath", "number", launch, "", text.Words["nv22"], nil, launch, []column{
		{text.Words["nochange"], chart.Line, 0, cut(noChange)},
		{text.Words["scaling"], chart.Line, 2, cut(forecast)},
		{text.Words["study15"], chart.Dash, 1, cut(scale(forecast, 0.15))},
		{realised, chart.Dots, -1, cut(scale(dense(h, h.GasGgas)[from:], 1e-3))},
	})
	for _, s := range e.Network {
		format, factor := "number", 1.0
		if s.Unit == "FIL" {
			factor = 1e-6
		}
		add(s.Name, format, s.First, "", text.Words["simulated"], nil, s.First, []column{
			{text.Words["simulated"], chart.Line, 2, scale(s.Simulated, factor)},
			{realised, chart.Dots, -1, scale(s.Realised, factor)},
		})
	}
	d.Scatter = newScatter(e)
	for _, m := range e.Maps {
		out := gasMap{Model: m.Model, Negative: m.Negative,
			Deal:  [2]number{number(m.DealPiB[0]), number(m.DealPiB[len(m.DealPiB)-1])},
			Ratio: [2]number{number(m.Ratio[0]), number(m.Ratio[len(m.Ratio)-1])}}
		out.Gas = newCurve(scale(slices.Concat(m.Gas...), 1e-3), mapDigits)
		if m.Model == assumption.RegimeModel {
			out.Days = places(negativeDays(e))
		}
		for _, corner := range e.Regime.Hull {
			out.Hull = append(out.Hull, [2]number{number(corner[0]), number(corner[1])})
		}
		d.Maps = append(d.Maps, out)
	}
	return d
}

// negativeDays are the deal power and ratio of the training days on which the study's model predicts less than no gas.
func negativeDays(e *evidence.Evidence) (days [][2]float64) {
	h := &e.History
	for i := range e.TrainingDays {
		if h.RegimeGgas[i] < 0 {
			days = append(days, [2]float64{h.DealPiB[i], h.Ratio[i]})
		}
	}
	return days
}

// places are the hundredths that days lie on; more of them a picture does not show.
func places(days [][2]float64) (out [][2]number) {
	for _, d := range days {
		at := [2]number{number(math.Round(100*d[0]) / 100), number(math.Round(100*d[1]) / 100)}
		if !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// column is a line of a chart.
type column struct {
	label, kind string
	color       int // of three, or -1
	values      []float64
}

func newChart(id, format string, split day.Day, before, after string, marks []chart.Mark, first day.Day,
	columns []column, e *evidence.Evidence, text *Text) timeChart {
	title := text.Chart[id].Title
	c := timeChart{ID: id, First: first.Unix(), Spec: chart.Spec{
		Title: title, Format: format, FromZero: id != "input-ratio" && id != "circulating_fil", Colors: 3,
		Snapshot: split.Unix(), RestEntry: len(columns[0].values) - 1, Sync: "evidence", Marks: marks,
		Bands: []chart.Band{}, Locale: text.Page.ChartLocale(),
		Text: map[string]string{
			"table": text.Words["table"], "caption": fill(text.Words["caption"], map[string]string{"title": title}),
			"day":     text.Words["day"],
			"zoomOut": text.Words["zoomOut"], "canvas": text.Words["canvas"], "history": before, "forecast": after,
			"spoken": text.Words["spoken"], "spokenValue": text.Words["spokenValue"],
			"spokenMark": text.Words["spokenMark"], "spokenNone": text.Words["spokenNone"],
			"unit": text.Chart[id].Unit,
		},
	}}
	for _, col := range columns {
		if col.kind != chart.Edge {
			c.Spec.Read(col.label, c.Spec.Add(chart.Series{Label: col.label, Kind: col.kind, Color: col.color}))
		}
		c.Columns = append(c.Columns, newCurve(col.values, curveDigits))
	}
	if n := len(columns); columns[n-1].kind == chart.Edge { // the last two are those of a band
		c.Spec.Shade(columns[n-2].label, columns[n-1].label, columns[n-1].color, false)
	}
	return c
}

// dense lays values of the history's days on all days from the first to the last.
func dense(h *evidence.History, values []float64) []float64 {
	out := make([]float64, h.Days[len(h.Days)-1]-h.Days[0]+1)
	for i := range out {
		out[i] = math.NaN()
	}
	for i, d := range h.Days {
		out[d-h.Days[0]] = values[i]
	}
	return out
}

func scale(values []float64, factor float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * factor
	}
	return out
}

// trailing is the mean of the w values ending at each; NaN where one is missing.
func trailing(values []float64, w int) []float64 {
	out := make([]float64, len(values))
	for i := range out {
		sum := math.NaN()
		if i >= w-1 {
			sum = 0
			for _, v := range values[i-w+1 : i+1] {
				sum += v
			}
		}
		out[i] = sum / float64(w)
	}
	return out
}

func newScatter(e *evidence.Evidence) scatter {
	var s scatter
	h := &e.History
	var ratio, count [2]float64
	extent := [2][2]float64{{math.Inf(1), math.Inf(-1)}, {math.Inf(1), math.Inf(-1)}}
	s.High = h.High
	for i, high := range h.High {
		k := 0
		if high {
			k = 1
		}
		ratio[k] += h.Ratio[i]
		count[k]++
		extent[k] = [2]float64{math.Min(extent[k][0], h.DealPiB[i]), math.Max(extent[k][1], h.DealPiB[i])}
	}
	for k := range s.Lines {
		for end, deal := range extent[k] {
			s.Lines[k][end] = [2]number{number(deal), number(e.Regime.Linear[k].At(deal, ratio[k]/count[k]) / 1e3)}
		}
		s.Means[k] = [2]number{number(e.Regime.Mixture.Means[k][0]), number(e.Regime.Mixture.Means[k][1] / 1e3)}
	}
	return s
}
