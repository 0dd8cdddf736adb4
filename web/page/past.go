package page

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// MeanDays is over how many days published figures are averaged on the chart at the top.
const MeanDays = 30

// LogFloor is where a logarithmic axis ends, FIL a day: what costs less lies on it. At the least base fee there is the
// publishing of a full block space costs a few thousandths.
const LogFloor = 0.001

// A Past is what charts show of published figures before a result begins and beside it. It follows from a table and a
// measure alone, so that a moving slider leaves it as it is.
type Past struct {
	first     day.Day
	rows      int           // days before the result's first
	realised  *sim.Realised // from first to the result's end
	mean, all []float64     // FIL a day: means of MeanDays, of what the chart measures and of all messages after it
	paid      []float64     // FIL a day that senders of all messages paid, beside the result; nil for no figure
	cost      sim.Cost
	hero      Lead
	blocks    Lead

	network func() *pastNetwork // from the first day of the page's own table on
}

// A Lead is what a chart shows of the days before its result: the rows of some of its columns.
type Lead struct {
	First  day.Day
	Rows   int
	Values [][]float64 // each of Rows days, of the columns that Spec.Lead names; nobody changes them

	gaps [][2]int64 // the days of which there is no figure, first and the one after the last, in seconds since 1970
}

// newPast lays a table on the days before a measure and on its own, of which so many are history. It is nil where the
// table begins no earlier.
func newPast(t *model.Table, m sim.Measure, historyDays int) *Past {
	if t == nil || t.First >= m.Start {
		return nil
	}
	rows := int(m.Start - t.First)
	whole := m
	whole.Start, whole.Days = t.First, rows+m.Days
	p := &Past{first: t.First, rows: rows, realised: sim.NewRealised(t, whole)}
	last := lastOf(p.realised.GasFIL)
	all := make([]float64, whole.Days)
	for i, v := range p.realised.AllFIL {
		if all[i] = v; i <= last {
			all[i] = math.NaN()
		}
	}
	p.mean, p.all = means(p.realised.GasFIL), means(all)
	p.cost = sim.CostOf(t, t.First, t.Date(len(t.GasTotal)-1))
	r, snapshot := p.realised, rows+historyDays
	columns := [][]float64{r.GasFIL[:rows], p.mean[:rows], p.all[:rows]}
	if lastOf(r.PaidFIL) >= 0 {
		p.paid = r.PaidFIL[rows:]
		columns = append(columns, r.PaidFIL[:rows])
	}
	p.hero = Lead{p.first, rows, columns, p.unpublished(snapshot, p.mean, p.all, r.PaidFIL)}
	p.blocks = Lead{p.first, rows, [][]float64{r.LoadTgas[:rows], r.OtherTgas[:rows], r.WindowTgas[:rows],
		r.OnboardTgas[:rows], r.PublishTgas[:rows]}, p.unpublished(snapshot, r.LoadTgas)}
	return p
}

// means are trailing means over the published of MeanDays, NaN on days without a figure.
func means(values []float64) []float64 {
	out := make([]float64, len(values))
	sum, n := 0.0, 0
	for i, v := range values {
		if !math.IsNaN(v) {
			sum, n = sum+v, n+1
		}
		if k := i - MeanDays; k >= 0 && !math.IsNaN(values[k]) {
			sum, n = sum-values[k], n-1
		}
		if out[i] = math.NaN(); !math.IsNaN(v) {
			out[i] = max(0, sum/float64(n)) // what is left of a difference may be below
		}
	}
	return out
}

// lastOf is the last entry with a figure, -1 where there is none.
func lastOf(values []float64) int {
	for i := len(values) - 1; i >= 0; i-- {
		if !math.IsNaN(values[i]) {
			return i
		}
	}
	return -1
}

// lead is what a chart begins with, nil for the first day of the result.
func (p *composer) lead(id string) *Lead {
	switch {
	case p.Past == nil:
	case ofNetwork(id):
		return p.Past.network().leads[id]
	case id == Blocks:
		return &p.Past.blocks
	case id == Hero && p.Denominator == words.ByFIL:
		return &p.Past.hero
	}
	return nil
}

// logarithmic reports whether a chart has a logarithmic axis.
func (p *composer) logarithmic(id string) bool {
	return id == Hero && p.Denominator == words.ByFIL && p.Scale == link.Scales[0]
}

// Whole is the plot with the days before its result in its columns, for surfaces that draw it once.
func (plot *Plot) Whole() *Plot {
	if plot.Lead == nil {
		return plot
	}
	before, out := plot.Lead.Rows, *plot
	columns := len(plot.Data) / plot.Rows
	out.Lead, out.Rows = nil, before+plot.Rows
	out.Data = make([]float64, columns*out.Rows)
	out.Spec.RestEntry += before
	for k := range columns {
		column := out.Column(k)
		blank(column)
		copy(column, plot.Before(k))
		copy(column[before:], plot.Column(k))
	}
	for t, x := 0, out.Column(0); t < before; t++ {
		x[t] = float64((plot.Lead.First + day.Day(t)).Unix())
	}
	return &out
}

// layPast fills the columns of means from the first on, as far as they stand beside the result.
func (plot *Plot) layPast(p *composer, first int) {
	past := p.Past
	lay(plot.Column(first), past.mean[past.rows:], 0, 1)
	lay(plot.Column(first+1), past.all[past.rows:], 0, 1)
	if past.paid != nil {
		lay(plot.Column(first+2), past.paid, 0, 1)
	}
}

// ghosted reports whether a chart shows what the defaults come to.
func (p *composer) ghosted(id string) bool {
	switch {
	case id == Blocks:
		return p.Ghost.Runs[0].Blocks != nil // their price may be fixed
	case ofNetwork(id):
		return true
	}
	return id == Hero && p.Denominator == words.ByFIL
}

// layGhost fills a column with the default's curve, as far as it is another one, and reports whether it is.
func (plot *Plot) layGhost(p *composer, c curves, column []float64) (differs bool) {
	ghost, focus := p.Ghost, plot.Column(1+p.focus())
	run := &ghost.Runs[Focus(ghost)]
	lay(column, c.status(run), 0, c.scale)
	blank(column[:min(ghost.HistoryDays+1, len(column))])
	for t, v := range column {
		differs = differs || t > ghost.HistoryDays && (math.Abs(v-focus[t]) > 1e-9*math.Abs(focus[t]) ||
			math.IsNaN(focus[t]) && !math.IsNaN(v))
	}
	if !differs {
		blank(column)
	}
	return differs
}

// specifyPast adds what belongs to the days before a result: its columns, the days of which nothing is published, and
// events with labels short enough to stand side by side. means is the first column of layPast, 0 for none.
func (plot *Plot) specifyPast(p *composer, c curves, spec *chart.Spec, means int) {
	text := &p.Text.Past
	columns := []int{plot.realised}
	days := words.Count(MeanDays)
	if means > 0 {
		hidden := p.hides("realised", -1)
		for _, s := range []chart.Series{
			{Label: words.Fill(text.Mean, "n", days), Kind: chart.Mean, Color: -1, Hidden: hidden},
			{Label: words.Fill(text.All, "n", days), Kind: chart.All, Color: -1, End: text.AllEnd, Hidden: hidden},
		} {
			column := spec.Add(s)
			spec.Read(s.Label, column)
			columns = append(columns, column)
		}
		if p.Past.paid != nil {
			column := spec.Add(chart.Series{Label: text.Paid, Kind: chart.Dots, Color: -1, Hidden: hidden})
			spec.Read(text.Paid, column)
			columns = append(columns, column)
		}
	} else {
		for i, s := range spec.Series {
			if s.Kind == chart.LayerDots {
				columns = append(columns, i+1)
			}
		}
	}
	spec.Lead = &chart.Lead{Rows: plot.Lead.Rows, Series: columns}
	spec.Text["history"], spec.Text["forecast"], spec.Text["unpublished"] = text.Published, text.Simulated,
		text.Unpublished
	spec.Gaps = plot.Lead.gaps
	spec.Marks = p.events(c.cliff)
}

// specifyGhost adds the column of layGhost.
func (plot *Plot) specifyGhost(p *composer, spec *chart.Spec, differs bool) {
	text := &p.Text.Past
	spec.Read(text.Default, spec.Add(chart.Series{Label: text.DefaultRun, Kind: chart.Ghost, Color: -1,
		End: text.Default, Hidden: !differs || p.hides("status", -1)}))
}

// unpublished are the days up to the snapshot's, and between published ones, of which none of some series has a figure:
// a month or more of them.
func (p *Past) unpublished(snapshot int, series ...[]float64) (gaps [][2]int64) {
	add := func(from, to int) {
		if from > 0 && to-from >= MeanDays {
			gaps = append(gaps, [2]int64{(p.first + day.Day(from)).Unix(), (p.first + day.Day(to)).Unix()})
		}
	}
	first := -1
	for t := range series[0] {
		switch {
		case slices.ContainsFunc(series, func(of []float64) bool { return !math.IsNaN(of[t]) }):
			add(first, t)
			first = -1
		case first < 0:
			first = t
		}
	}
	add(first, snapshot)
	return gaps
}

// eventVersions are the network versions that are marked beside the past, those first whose names should stand where
// not all can.
var eventVersions = [...]int{22, 29, 28, 24, 25}

// events are marked on charts that begin with the past. Where the end of vesting bends the curves, it is named first.
func (p *composer) events(cliff bool) (out []chart.Mark) {
	last := p.Result.Date(p.Result.Days - 1)
	vesting := func(first bool) {
		if first == cliff && mechafil.VestingEnds <= last {
			out = append(out, chart.Mark{X: mechafil.VestingEnds.Unix(), Text: p.Text.Cliff})
		}
	}
	vesting(true)
	for _, version := range eventVersions {
		u := protocol.Version(version)
		if u.Day() > last {
			continue
		}
		text := p.Text.Past.Event
		if u.Scheduled {
			text = p.Text.Past.EventScheduled
		}
		fip := "000" + strconv.Itoa(u.FIPs[len(u.FIPs)-1])
		out = append(out, chart.Mark{X: u.Day().Unix(), Text: words.Fill(text, "fip", fip[len(fip)-4:])})
	}
	vesting(false)
	return out
}

// pastSubtitle says what of a chart is published and what is simulated, and how it is drawn.
func (p *composer) pastSubtitle(id string) string {
	text := &p.Text.Past
	said := text.SubtitleBlocks
	if id == Hero {
		said = text.Subtitle
	}
	said = words.Fill(said, "n", words.Count(MeanDays), "snapshot", p.Text.SnapshotLabel(p.Result.Scenario.Snapshot))
	switch {
	case id != Hero:
	case p.rough():
		said += words.Fill(text.Rough, "factor", words.Count(price.ErrorFactor))
	default:
		said += words.Fill(text.Fixed, "fee", words.Entered(p.Result.Scenario.BaseFeeNanoFIL))
	}
	if p.logarithmic(id) {
		said += words.Fill(text.Floor, "floor", words.Significant(LogFloor, 1))
	}
	return said
}

// pastSummary says in a sentence what was published before.
func (p *composer) pastSummary() string {
	c := &p.Past.cost
	if c.Days == 0 || p.Result.Scenario.Messages != assumption.PublishMessages {
		return ""
	}
	return words.Fill(p.Text.Past.Summary, "first", p.Text.LongDate(c.First), "last", p.Text.LongDate(c.Last),
		"fil", words.Count(int(math.Round(c.FIL))), "n", words.Count(c.Days), "median",
		words.Significant(c.MedianFIL, 2), "high", words.Count(int(math.Round(c.DearestFIL))),
		"date", p.Text.LongDate(c.Dearest))
}
