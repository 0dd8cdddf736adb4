package explore

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/ask"
)

// Flip is what a break-even is about beside the question.
type Flip struct {
	Input  *explore.Input
	Target float64
	Over   mechafil.Range
	Now    explore.End // the scenario's own
	Width  int         // of the chart, pixels
	Above  *Above
}

// FirstTarget is a target to begin with where the reader has named none in the figure's unit: half of the present
// figure, to one digit.
func FirstTarget(f explore.Figure, now float64) float64 {
	if now == 0 || math.IsNaN(now) || math.IsInf(now, 0) {
		if strings.HasPrefix(f.Unit, "share") {
			return 0.01
		}
		return 1
	}
	v, _ := strconv.ParseFloat(strconv.FormatFloat(now/2, 'e', 0, 64), 64)
	return v
}

const mostNotices = 3 // of one kind

// BreakEven says where the figure crosses the target, draws it, and lists the crossings.
func BreakEven(t *Text, work *explore.BreakEven, flip *Flip, asked *Asked) *ask.Answer {
	found := work.Result()
	in, unit := flip.Input, asked.Figure.Unit
	target, amount := t.figure(flip.Target, unit), func(v float64) string { return t.figure(v, unit) }
	inside := t.Inputs[in.Name].Inside
	say := func(template string, pairs ...string) string {
		return fill(template, append(pairs, "input", inside, "figure", t.inside(asked.Figure), "target", target)...)
	}
	var said []string
	for _, c := range found.Crossings {
		said = append(said, say(t.crossing(c), "value", t.input(in, c.Input), "until", t.input(in, c.Until)))
	}
	bounds := []string{"low", t.input(in, flip.Over.Min), "high", t.input(in, flip.Over.Max)}
	switch least, most := found.Min, found.Max; {
	case len(found.Crossings) > 0:
	case math.IsNaN(least.Value.Figure):
		said = append(said, say(t.Flip.NeverDefined, append(bounds, "reasons", t.list(t.reasons(&found)))...))
	case least.Value.Figure == most.Value.Figure:
		said = append(said, say(t.Flip.Flat, append(bounds, "least", t.figure(least.Value.Figure, unit))...))
	default:
		// With as many digits as tell the target from what is nearest to it.
		for digits := figureDigits + 1; digits < 16 &&
			(amount(least.Value.Figure) == target || amount(most.Value.Figure) == target); digits++ {
			amount = func(v float64) string { return t.amount(v, unit, t.Units, digits) }
			target = amount(flip.Target)
		}
		said = append(said, say(t.Flip.Never, append(bounds, "least", amount(least.Value.Figure), "leastat",
			t.input(in, least.Input),
			"most", amount(most.Value.Figure), "mostat", t.input(in, most.Input))...))
	}
	now := t.Flip.Now
	if v := flip.Now.Value; v.Poles > 0 || math.IsNaN(v.Figure) {
		now = t.Flip.NowUndefined
	}
	out := &ask.Answer{Said: said, Summary: say(now, "value", t.input(in, flip.Now.Input), "is",
		t.figure(flip.Now.Value.Figure, unit))}
	note := func(text string) { out.Notices = append(out.Notices, text) }
	for _, gap := range found.Void {
		note(say(t.Flip.Void, "low", t.input(in, gap.Low), "high", t.input(in, gap.High)))
	}
	// A month has a pole, and may have a crossing beside it, for each of its days.
	if n := len(found.VoidCrossings); n > mostNotices {
		note(say(t.Flip.VoidCrossings, "n", strconv.Itoa(n)))
	} else {
		for _, c := range found.VoidCrossings {
			note(say(t.Flip.VoidCrossing, "value", t.input(in, c.Input)))
		}
	}
	for i, pole := range found.Poles {
		if i < mostNotices {
			note(say(t.Flip.Pole, "value", t.input(in, pole)))
		}
	}
	for _, gap := range found.Undefined {
		if gap.Low <= flip.Over.Min && gap.High >= flip.Over.Max {
			continue // the sentence above says it
		}
		note(say(t.Flip.Undefined, "low", t.input(in, gap.Low), "high", t.input(in, gap.High), "reason",
			t.Flip.Reason[string(gap.Reason)]))
	}
	out.Drawing = flipChart(t, work.Points(), &found, flip, asked, said[0])
	out.Tables = []ask.Table{t.flipTable(&found, flip, asked)}
	out.Marks = NewMarks(t, flip.Above, flip.Target, asked)
	out.Marking = t.seen(out.Marks, flip.Above)
	return out
}

// reasons are why a figure means nothing for all of the input's values, each once.
func (t *Text) reasons(found *explore.Crossings) []string {
	var out []string
	add := func(text string) {
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if len(found.Void) > 0 {
		add(t.Doubtful)
	}
	for _, gap := range found.Undefined {
		add(t.Flip.Reason[string(gap.Reason)])
	}
	return out
}

func (t *Text) crossing(c explore.Crossing) string {
	switch {
	case c.Until != c.Input:
		return t.Flip.Stays
	case c.Leaps:
		return t.Flip.Leaps
	case c.Rising:
		return t.Flip.Rises
	}
	return t.Flip.Falls
}

// flipTable repeats the chart's numbers: crossings, extremes, and the picture as it stands.
func (t *Text) flipTable(found *explore.Crossings, flip *Flip, asked *Asked) ask.Table {
	in, unit := flip.Input, asked.Figure.Unit
	target := t.figure(flip.Target, unit)
	var rows []ask.Row
	row := func(kind, key, what string, end explore.End) {
		if math.IsNaN(end.Value.Figure) && kind != "now" {
			return
		}
		at := exact(end.Input, t.input(in, end.Input))
		if kind != "now" {
			at.Set = t.setter(key, t.Flip.Set, in.Name, at.Text, asked.Link(in, end.Input)).Set
		}
		rows = append(rows, ask.Row{Kind: ask.OfCurve, Name: kind, Title: what,
			Cells: [][]ask.Part{{at}, cell(end.Value.Figure, t.figure(end.Value.Figure, unit))}})
	}
	for i, c := range found.Crossings {
		row("crossing", "crossing:"+strconv.Itoa(i), fill(t.Flip.RowCrossing, "target", target),
			explore.End{Input: c.Input, Value: explore.Value{Figure: flip.Target}})
	}
	row("least", "least:", t.Flip.RowLeast, found.Min)
	row("most", "most:", t.Flip.RowMost, found.Max)
	row("now", "", t.Flip.RowNow, flip.Now)
	return ask.Table{
		Look: ask.Plain, Key: "table", Caption: fill(t.Flip.Caption, "figure", t.Figures[asked.Figure.Name].Label,
			"input", t.Inputs[in.Name].Inside),
		Heads: t.Flip.Heads[:], Groups: []ask.Group{{Rows: rows}},
	}
}
