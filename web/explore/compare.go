package explore

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
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
func Compare(t *Text, work *explore.Comparison, c *Compared, asked *Asked) *ask.Answer {
	a, b, shares := work.Gap()
	unit := asked.Figure.Unit
	gap := b.Figure - a.Figure
	if !slices.ContainsFunc(work.Changes(), func(change explore.Change) bool { return !change.Idle }) {
		if len(work.Changes()) == 0 {
			return &ask.Answer{Faults: t.faults(c.Faults), Said: []string{t.Compared.Same}}
		}
		return &ask.Answer{Faults: t.faults(c.Faults), Said: []string{t.Compared.SameInEffect},
			Tables: t.changes(work.Changes())}
	}
	pairs := []string{"figure", t.Figures[asked.Figure.Name].Label, "a", t.figure(a.Figure, unit), "b",
		t.figure(b.Figure, unit), "gap", t.signed(gap, unit)}
	summary := t.Compared.Summary
	if here, there := t.when(c.Here, c.Rate[0], asked.Figure),
		t.when(c.There, c.Rate[1], asked.Figure); groupOf(asked.Figure) == "month" || here != there &&
		!asked.Figure.OnDay {
		summary, pairs = t.Compared.SummaryWhen, append(pairs, "whena", here, "whenb", there)
	}
	out := &ask.Answer{
		Faults: t.faults(c.Faults), Said: []string{fill(summary, pairs...)},
		Tables: append(t.changes(work.Changes()), t.shares(shares, gap, asked)),
	}
	if n := work.Poles(); n > 0 {
		out.Doubts = []string{fill(t.Compared.Poles, "n", strconv.Itoa(n))}
	}
	both, apart := c.charts(t)
	out.Charts = []ask.Chart{both.finished(t, c.Title, t.Compared.Cut),
		apart.finished(t, t.Compared.DifferenceHint, t.Compared.Cut)}
	return out
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
func Differences(t *Text, changes []explore.Change, faults []string, err error) *ask.Answer {
	return &ask.Answer{
		Faults: t.faults(faults), Refused: fill(t.Compared.SummaryNone, "error", t.unexplained(err)),
		Tables: t.changes(changes),
	}
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
	return fill(t.Compared.Undefined, "figure", t.Figures[undefined.Field].Label, "where", where, "reason",
		t.Flip.Reason[undefined.Pair("reason")])
}

func (t *Text) faults(faults []string) *ask.List {
	if len(faults) == 0 {
		return nil
	}
	return &ask.List{Title: t.Compared.Faults, Items: faults}
}

// signed is a difference of figures with its sign.
func (t *Text) signed(v float64, unit string) string {
	text := t.gap(v, unit)
	if v > 0 {
		return fill(t.More, "amount", text)
	}
	return text
}

// changes are what differs, as a table; none where nothing does.
func (t *Text) changes(changes []explore.Change) []ask.Table {
	if len(changes) == 0 {
		return nil
	}
	var used, idle []ask.Row
	for i := range changes {
		change := &changes[i]
		name := change.Field.Name
		row := ask.Row{Kind: ask.OfField, Name: name, Title: t.Inputs[name].Label,
			Cells: [][]ask.Part{{{Text: t.value(name, change.A)}}, {{Text: t.value(name, change.B)}}}}
		if change.Idle {
			row.Kind = ask.OfIdle
			idle = append(idle, row)
		} else {
			used = append(used, row)
		}
	}
	out := ask.Table{Look: ask.Plain, Key: t.Compared.Caption, Label: t.Compared.Caption, Caption: t.Compared.Caption,
		Heads: t.Compared.Heads[:], Groups: []ask.Group{{Rows: used}}}
	if len(idle) > 0 {
		out.Groups = append(out.Groups, ask.Group{Title: t.Compared.Idle, Rows: idle})
	}
	return []ask.Table{out}
}

// shares are the bars that sum to the gap.
func (t *Text) shares(shares []explore.Share, gap float64, asked *Asked) ask.Table {
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
	var rows []ask.Row
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
		row := ask.Row{Title: t.list(names), Bar: &ask.Bar{}, Cells: [][]ask.Part{
			cell(s.Amount, fill(template, "most", strconv.Itoa(explore.MaxPlayers), "amount", t.signed(s.Amount, unit),
				"share", part(s.Amount))),
		}}
		if most > 0 {
			base, to := 50.0, 50+48*s.Amount/most
			row.Bar.Base, row.Bar.Reach = &base, &[2]float64{min(base, to), max(base, to)}
		}
		rows = append(rows, row)
	}
	rows = append(rows, ask.Row{Kind: ask.Total, Title: t.Compared.Total,
		Cells: [][]ask.Part{cell(gap, t.signed(gap, unit))}})
	return ask.Table{Look: ask.Parts, Caption: t.Compared.SharesCaption, Heads: t.Compared.ShareHeads[:],
		Groups: []ask.Group{{Rows: rows}}}
}

// charts are both burdens, and how far they lie apart, on the days that either has.
func (c *Compared) charts(t *Text) (both, gap curveChart) {
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
	format, unit := "percent", "share"
	switch c.By {
	case "circulating":
		unit = "share/day"
	case "fil":
		format, unit = "fil", "FIL/day"
	}
	both = newChart(t, "compare-both", t.Compared.Curves, format, unit, first, split)
	gap = newChart(t, "compare-gap", t.Compared.Difference, format, unit, first, split)
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
	return both, gap
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
	case "fil":
		return pick(one.GasStatusQuoFIL, one.GasDirectFIL), nil, 0, 1
	case "outflow":
		return pick(one.GasOverOutflow, one.DirectOverOutflow), pick(one.OutflowMeanFIL, one.DirectOutflowMeanFIL),
			r.Scenario.SmoothingDays, 100
	case "circulating":
		return pick(one.GasOverCirculating, one.DirectOverCirculating), nil, 0, 100 * 365
	}
	return pick(one.GasOverNetflow, one.DirectOverNetflow), pick(one.NetflowMeanFIL, one.DirectNetflowMeanFIL),
		r.Scenario.SmoothingDays, 100
}
