package explore

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// Compared is what a comparison is about beside the question.
type Compared struct {
	Faults []string // of the second link
	Here   *sim.Result
	There  *sim.Result
	Rate   [2]int // run of either that is shown
	Color  int    // of this picture's FIL+ rate on the page, among as many as the picture has rates
	By     string // what the curves divide by: netflow, outflow or circulating
	Title  string // of the curves
}

// Compare shows what differs between two scenarios, the curves of both, and what explains the gap.
func Compare(t *Text, work *explore.Comparison, c *Compared, asked *Asked) *Answer {
	w := &writer{}
	t.faults(w, c.Faults)
	a, b, shares := work.Gap()
	unit := asked.Figure.Unit
	gap := b.Figure - a.Figure
	if !slices.ContainsFunc(work.Changes(), func(change explore.Change) bool { return !change.Idle }) {
		if len(work.Changes()) == 0 {
			w.tag("p", ` class="said"`, t.Compared.Same)
		} else {
			w.tag("p", ` class="said"`, t.Compared.SameInEffect)
			t.changes(w, work.Changes())
		}
		return &Answer{HTML: w.String()}
	}
	pairs := []string{"figure", t.Figures[asked.Figure.Name].Label, "a", t.figure(a.Figure, unit), "b", t.figure(b.Figure, unit), "gap", t.signed(gap, unit)}
	summary := t.Compared.Summary
	if here, there := t.when(c.Here, c.Rate[0], asked.Figure), t.when(c.There, c.Rate[1], asked.Figure); groupOf(asked.Figure) == "month" || here != there && !asked.Figure.OnDay {
		summary, pairs = t.Compared.SummaryWhen, append(pairs, "whena", here, "whenb", there)
	}
	w.tag("p", ` class="said"`, fill(summary, pairs...))
	t.changes(w, work.Changes())
	t.shares(w, shares, gap, asked)
	if n := work.Poles(); n > 0 {
		w.raw(`<ul class="notices">`)
		w.tag("li", "", fill(t.Compared.Poles, "n", strconv.Itoa(n)))
		w.raw("</ul>")
	}
	charts := c.charts(t)
	w.raw(`<div class="grid">`)
	w.home(t, &charts[0], c.Title, t.Compared.Cut)
	w.home(t, &charts[1], t.Compared.DifferenceHint, t.Compared.Cut)
	w.raw("</div>")
	return &Answer{HTML: w.String(), Charts: charts}
}

// when is the month, or the days, that a figure is of: it differs between networks.
func (t *Text) when(r *sim.Result, run int, f explore.Figure) string {
	s := &r.Runs[run].Summary
	if groupOf(f) == "month" {
		year, month, _ := s.Month.Date()
		return fill(t.Compared.Month, "month", t.Months[month-1], "year", strconv.Itoa(year))
	}
	first := r.Date(r.HistoryDays + 1)
	return fill(t.Compared.Period, "first", t.date(first), "last", t.date(first+day.Day(max(s.ForecastDays, 1)-1)))
}

// Differences shows what differs where no gap can be explained.
func Differences(t *Text, changes []explore.Change, faults []string, err error) *Answer {
	w := &writer{}
	t.faults(w, faults)
	w.tag("p", ` class="error"`, fill(t.Compared.SummaryNone, "error", t.unexplained(err)))
	if len(changes) > 0 {
		t.changes(w, changes)
	}
	return &Answer{HTML: w.String()}
}

// unexplained says why a gap cannot be explained.
func (t *Text) unexplained(err error) string {
	undefined := fault.Of(err)
	if undefined == nil || undefined.Code != fault.Undefined {
		return err.Error()
	}
	where := t.Compared.Here
	if undefined.Pair("scenario") == "B" {
		where = t.Compared.There
	}
	return fill(t.Compared.Undefined, "figure", t.Figures[undefined.Field].Label, "where", where, "reason", t.Flip.Reason[undefined.Pair("reason")])
}

func (t *Text) faults(w *writer, faults []string) {
	if len(faults) == 0 {
		return
	}
	w.tag("p", "", t.Compared.Faults)
	w.raw(`<ul class="notices">`)
	for _, fault := range faults {
		w.tag("li", "", fault)
	}
	w.raw("</ul>")
}

// signed is a difference of figures with its sign.
func (t *Text) signed(v float64, unit string) string {
	text := t.gap(v, unit)
	if v > 0 {
		return fill(t.More, "amount", text)
	}
	return text
}

func (t *Text) open(w *writer, label string) {
	w.raw(`<div class="wide-table" data-key="`, escape(label), `" tabindex="0" role="group" aria-label="`, escape(label), `"><table class="plain">`)
	w.tag("caption", "", label)
	w.raw("<thead><tr>")
}

func (t *Text) changes(w *writer, changes []explore.Change) {
	t.open(w, t.Compared.Caption)
	for _, head := range t.Compared.Heads {
		w.tag("th", ` scope="col"`, head)
	}
	w.raw("</tr></thead><tbody>")
	var idle []explore.Change
	row := func(attribute string, change *explore.Change) {
		w.raw("<tr ", attribute, `="`, change.Field.Name, `">`)
		w.tag("th", ` scope="row"`, t.Inputs[change.Field.Name].Label)
		for _, raw := range []json.RawMessage{change.A, change.B} {
			w.tag("td", "", t.value(change.Field.Name, raw))
		}
		w.raw("</tr>")
	}
	for i := range changes {
		if changes[i].Idle {
			idle = append(idle, changes[i])
		} else {
			row("data-field", &changes[i])
		}
	}
	if len(idle) > 0 {
		w.raw(`</tbody><tbody><tr>`)
		w.tag("th", ` scope="rowgroup" colspan="3" class="group-head"`, t.Compared.Idle)
		w.raw("</tr>")
		for i := range idle {
			row("data-idle", &idle[i])
		}
	}
	w.raw("</tbody></table></div>")
}

// shares are the bars that sum to the gap.
func (t *Text) shares(w *writer, shares []explore.Share, gap float64, asked *Asked) {
	unit, most := asked.Figure.Unit, 0.0
	for _, s := range shares {
		most = max(most, math.Abs(s.Amount))
	}
	part := func(v float64) string {
		if gap == 0 {
			return t.None
		}
		return fill(t.Percent, "n", significant(100*v/gap, 2))
	}
	w.raw(`<table class="tornado shares" role="table">`)
	w.tag("caption", "", t.Compared.SharesCaption)
	w.raw(`<thead role="rowgroup"><tr role="row">`)
	for _, head := range t.Compared.ShareHeads {
		w.tag("th", ` scope="col" role="columnheader"`, head)
	}
	w.raw(`</tr></thead><tbody role="rowgroup">`)
	for _, s := range shares {
		names := make([]string, len(s.Fields))
		for i, field := range s.Fields {
			names[i] = t.Inputs[field].Label
		}
		template := t.Compared.Explains
		switch {
		case s.Bundled:
			template = t.Compared.ExplainsBundled
		case len(names) > 1:
			template = t.Compared.ExplainsTogether
		}
		list := t.list(names)
		w.raw(`<tr role="row"><th scope="row" role="rowheader"><b>`, escape(list), `</b></th><td class="bar-cell" role="cell">`)
		if most > 0 {
			from, to := 50.0, 50+48*s.Amount/most
			if to < from {
				from, to = to, from
			}
			w.raw(`<span class="bar" aria-hidden="true"><i class="base" style="left:50%"></i><i class="reach" style="left:`, percentOf(from), ";width:", percentOf(to-from), `"></i></span>`)
		}
		w.raw(`</td><td role="cell">`, dataHTML(s.Amount, escape(fill(template, "most", strconv.Itoa(explore.MaxPlayers), "amount", t.signed(s.Amount, unit), "share", part(s.Amount)))), "</td></tr>")
	}
	w.raw(`<tr class="total" role="row"><th scope="row" role="rowheader">`, escape(t.Compared.Total), `</th><td role="cell"></td><td role="cell">`, data(gap, t.signed(gap, unit)), "</td></tr></tbody></table>")
}

// charts are both burdens, and how far they lie apart, on the days that either has.
func (c *Compared) charts(t *Text) []Chart {
	first := min(c.Here.Start, c.There.Start)
	last := max(c.Here.Start+day.Day(c.Here.Days), c.There.Start+day.Day(c.There.Days))
	n := int(last - first)
	split := c.Here.Start + day.Day(c.Here.HistoryDays)
	if split != c.There.Start+day.Day(c.There.HistoryDays) {
		split = first // one forecasts what is history to the other: no shade is true of both
	}
	none := func() []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = math.NaN()
		}
		return out
	}
	lay := func(r *sim.Result, run int, direct bool) (out []float64, poles []bool) {
		out = none()
		values, flow, offset, scale := c.curve(r, run, direct)
		at := int(r.Start-first) + offset
		for k, v := range values {
			if flow == nil || flow[k] > 0 {
				out[at+k] = v * scale
			}
		}
		if flow == nil {
			return out, besidePoles(out, nil)
		}
		laid := none()
		copy(laid[at:], flow)
		return out, besidePoles(out, laid)
	}
	unit := "share"
	if c.By == "circulating" {
		unit = "share/day"
	}
	both := newChart(t, "compare-both", t.Compared.Curves, "percent", unit, first, split)
	gap := newChart(t, "compare-gap", t.Compared.Difference, "percent", unit, first, split)
	both.Spec.Colors, gap.Spec.FromZero = len(c.Here.Runs), false
	gap.Spec.Sync = both.Spec.Sync
	// This picture has the colour that the page gives its rate; what is not of the page has none of them.
	const other = -1
	var poles, apartPoles [][]bool
	for k, direct := range []bool{false, true} {
		here, herePoles := lay(c.Here, c.Rate[0], direct)
		there, therePoles := lay(c.There, c.Rate[1], direct)
		apart, either := none(), make([]bool, n)
		for i := range apart {
			apart[i], either[i] = there[i]-here[i], herePoles[i] || therePoles[i]
		}
		poles, apartPoles = append(poles, herePoles, therePoles), append(apartPoles, either)
		if k == 0 {
			both.line(t.Compared.Here, "line", c.Color, here)
			both.line(t.Compared.There, "line", other, there)
			both.Spec.Series[0].End, both.Spec.Series[1].End = t.Compared.HereEnd, t.Compared.ThereEnd
			gap.line(t.Compared.Gap, "line", other, apart)
			continue
		}
		both.beside(0, t.Compared.HereDirect, "dash", c.Color, here)
		both.beside(1, t.Compared.ThereDirect, "dash", other, there)
		gap.beside(0, t.Compared.GapDirect, "dash", other, apart)
	}
	// At rest both show the last day that they share, where there is one.
	for i, v := range gap.Columns[0] {
		if !math.IsNaN(v) && !apartPoles[0][i] && !apartPoles[1][i] {
			both.Spec.RestEntry, gap.Spec.RestEntry = i, i
		}
	}
	both.cutPoles(poles, t.CutMark)
	gap.cutPoles(apartPoles, t.CutMark)
	return []Chart{both, gap}
}

// curve is a run's burden, the flow that it divides by, and its first entry on the date axis.
func (c *Compared) curve(r *sim.Result, run int, direct bool) (values, flow []float64, offset int, scale float64) {
	one := &r.Runs[run]
	pick := func(status, directly []float64) []float64 {
		if direct {
			return directly
		}
		return status
	}
	switch c.By {
	case "outflow":
		return pick(one.GasOverOutflow, one.DirectOverOutflow), pick(one.OutflowMeanFIL, one.DirectOutflowMeanFIL), r.Scenario.SmoothingDays, 100
	case "circulating":
		return pick(one.GasOverCirculating, one.DirectOverCirculating), nil, 0, 100 * 365
	}
	return pick(one.GasOverNetflow, one.DirectOverNetflow), pick(one.NetflowMeanFIL, one.DirectNetflowMeanFIL), r.Scenario.SmoothingDays, 100
}
