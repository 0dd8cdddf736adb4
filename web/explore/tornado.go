package explore

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
)

// firstRows are shown at once, the others when the reader asks: a phone has five screens of all.
const firstRows = 8

// Tornado shows which input matters most: a row each, with its ends on one scale.
func Tornado(t *Text, work *explore.Tornado, asked *Asked) *ask.Answer {
	base, swings := work.Base(), work.Swings()
	scale := newScale(base, swings)
	now := t.figure(base.Value.Figure, asked.Figure.Unit)
	out := &ask.Answer{
		Said: []string{t.tornadoSummary(swings, now, asked)}, Summary: fill(t.Tornado.Key, "base", now),
		Notices: t.leftOut(&base, swings),
	}
	table := ask.Table{Look: ask.Bars, Caption: fill(t.Tornado.Caption, "figure", t.inside(asked.Figure)),
		Heads: t.Tornado.Heads[:]}
	var still []string
	var rows []ask.Row
	for i := range swings {
		if s := &swings[i]; s.Size == 0 && !s.Doubtful() {
			still = append(still, t.Inputs[s.Input.Name].Label)
		} else {
			rows = append(rows, t.swing(s, scale, &base, asked))
		}
	}
	if folded := len(rows) - firstRows; folded < 3 { // not worth a click
		table.Groups = []ask.Group{{Rows: rows}}
	} else {
		table.Groups = []ask.Group{{Rows: rows[:firstRows]}, {Rows: rows[firstRows:]}}
		table.Fold = &ask.Fold{More: fill(t.Tornado.Rest, "n", strconv.Itoa(folded)),
			Fewer: fill(t.Tornado.Fewer, "n", strconv.Itoa(firstRows))}
	}
	out.Tables = []ask.Table{table}
	if len(still) > 0 {
		out.After = fill(t.Tornado.Still, "list", strings.Join(still, t.ListMark))
	}
	return out
}

// swing is the row of an input.
func (t *Text) swing(s *explore.Swing, scale barScale, base *explore.End, asked *Asked) ask.Row {
	row := ask.Row{
		Title: t.Inputs[s.Input.Name].Label, Hint: fill(t.Tornado.Now, "value", t.input(s.Input, s.Base)),
		Bar: scale.bar(t, s), Note: fill(t.Tornado.Apart, "size", t.gap(s.Size, asked.Figure.Unit)), Basis: t.basis(s),
	}
	if math.IsNaN(s.Size) {
		row.Note = fill(t.Tornado.NotApart, "reason", t.doubtOf(s.Ends...))
	}
	for k := range s.Ends {
		row.Ends = append(row.Ends, t.end(s, k, base, asked))
	}
	return row
}

// end is one end of an input's range: the value that a click sets, and the figure there.
func (t *Text) end(s *explore.Swing, k int, base *explore.End, asked *Asked) ask.End {
	e := &s.Ends[k]
	return ask.End{
		Input: s.Input.Name, Mark: t.mark(s, k), Doubtful: e.Value.Doubtful(),
		Value: t.setter(s.Input.Name+":"+strconv.Itoa(k), t.Tornado.Set, s.Input.Name, t.input(s.Input, e.Input),
			asked.Link(s.Input, e.Input)),
		Figure: exact(e.Value.Figure, t.figure(e.Value.Figure, asked.Figure.Unit)), Hints: t.doubts(e, base),
	}
}

func (t *Text) mark(s *explore.Swing, k int) string {
	switch {
	case s.Input.Choices != nil:
		return t.Tornado.Choice
	case k == 0:
		return t.Tornado.Low
	}
	return t.Tornado.High
}

// leftOut says what counts neither for the order nor for the sentence.
func (t *Text) leftOut(base *explore.End, swings []explore.Swing) (out []string) {
	var names []string
	for i := range swings {
		if swings[i].Doubtful() {
			names = append(names, t.Inputs[swings[i].Input.Name].Label)
		}
	}
	if base.Value.Doubtful() {
		out = append(out, fill(t.Tornado.NoBase, "reason", t.doubtOf(*base)))
	}
	if len(names) > 0 {
		out = append(out, fill(t.Tornado.LeftOut, "list", t.list(names)))
	}
	return out
}

// doubts says why a figure does not speak for itself, with the warnings that the picture has not.
func (t *Text) doubts(end, base *explore.End) []string {
	var notes []string
	if end.Value.Doubtful() {
		notes = append(notes, t.doubtOf(*end))
	}
	var others []string
	for i := range end.Warnings {
		if w := &end.Warnings[i]; !has(base.Warnings, w.Code) {
			others = append(others, t.warned(w))
		}
	}
	if others != nil {
		notes = append(notes, fill(t.Tornado.Warned, "list", strings.Join(others, t.ListMark)))
	}
	return notes
}

// warned is a warning of a run in a few words, with its first day.
func (t *Text) warned(w *sim.Warning) string {
	said, first := t.Tornado.Warnings[w.Code], t.date(w.First)
	if !strings.Contains(said, "{first}") {
		said = fill(t.Tornado.Warning, "what", said)
	}
	return fill(said, "first", first, "rates", "")
}

// doubtOf is why the first figure that means nothing does not.
func (t *Text) doubtOf(ends ...explore.End) string {
	for i := range ends {
		switch v := &ends[i].Value; {
		case v.Reason != explore.Defined:
			return t.Flip.Reason[string(v.Reason)]
		case v.Poles > 0:
			return t.Doubtful
		}
	}
	return ""
}

func has(warnings []sim.Warning, code string) bool {
	for i := range warnings {
		if warnings[i].Code == code {
			return true
		}
	}
	return false
}

// basis says where an input's range comes from.
func (t *Text) basis(s *explore.Swing) string {
	if s.Input.Choices != nil {
		return t.Tornado.Basis["choices"]
	}
	r := &s.Range
	text := t.Tornado.Basis[string(r.Basis)]
	if r.Values == 0 {
		return text
	}
	return fill(text, "n", strconv.Itoa(r.Values), "first", t.date(r.First), "last", t.date(r.Last))
}

func (t *Text) tornadoSummary(swings []explore.Swing, now string, asked *Asked) string {
	if len(swings) < 2 || math.IsNaN(swings[1].Size) {
		return fill(t.Tornado.SummaryFlat, "rate", asked.Rate, "figure", t.inside(asked.Figure), "base", now)
	}
	most := &swings[0]
	unit := asked.Figure.Unit
	return fill(t.Tornado.Summary, "rate", asked.Rate, "figure", t.inside(asked.Figure), "base", now,
		"first", t.Inputs[most.Input.Name].Label, "low", t.figure(most.Least, unit), "high", t.figure(most.Most, unit),
		"second", t.Inputs[swings[1].Input.Name].Inside)
}

// A barScale places figures along a bar, 0 to 100; base is NaN where the picture's own means nothing.
type barScale struct{ low, high, base float64 }

// newScale spans the figures that mean something: beyond a pole a figure is as large as one likes.
func newScale(base explore.End, swings []explore.Swing) barScale {
	s := barScale{math.Inf(1), math.Inf(-1), math.NaN()}
	take := func(v explore.Value) {
		if !v.Doubtful() {
			s.low, s.high = min(s.low, v.Figure), max(s.high, v.Figure)
		}
	}
	if take(base.Value); !base.Value.Doubtful() {
		s.base = base.Value.Figure
	}
	for i := range swings {
		for _, end := range swings[i].Ends {
			take(end.Value)
		}
	}
	return s
}

func (s barScale) at(v float64) float64 {
	if !(s.high > s.low) {
		return 50
	}
	return 2 + 96*min(1, max(0, (v-s.low)/(s.high-s.low)))
}

// bar draws a swing; its figures stand beside it as text.
func (s barScale) bar(t *Text, swing *explore.Swing) *ask.Bar {
	out := &ask.Bar{}
	if !math.IsNaN(s.base) {
		base := s.at(s.base)
		out.Base = &base
	}
	if !math.IsNaN(swing.Size) {
		out.Reach = &[2]float64{s.at(swing.Least), s.at(swing.Most)}
	}
	for k := range swing.Ends {
		end := &swing.Ends[k].Value
		if v := end.Figure; !math.IsNaN(v) {
			out.Tips = append(out.Tips, ask.Tip{At: s.at(v), Mark: t.mark(swing, k), Doubtful: end.Doubtful()})
		}
	}
	return out
}
