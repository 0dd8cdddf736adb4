package explore

import (
	"math"
	"strconv"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// firstRows are shown at once, the others when the reader asks: a phone has five screens of all.
const firstRows = 8

// Tornado shows which input matters most: a row each, with its ends on one scale. Narrow windows lay the rows out
// as blocks, which would take the meaning of a table from them; the roles keep it.
func Tornado(t *Text, work *explore.Tornado, asked *Asked) *Answer {
	base, swings := work.Base(), work.Swings()
	scale := newScale(base, swings)
	w := &writer{}
	now := t.figure(base.Value.Figure, asked.Figure.Unit)
	w.tag("p", ` class="said"`, t.tornadoSummary(swings, now, asked))
	w.tag("p", ` class="summary"`, fill(t.Tornado.Key, "base", now))
	t.leftOut(w, &base, swings)
	w.raw(`<table class="tornado" role="table">`)
	w.tag("caption", "", fill(t.Tornado.Caption, "figure", t.inside(asked.Figure)))
	w.raw(`<thead role="rowgroup"><tr role="row">`)
	for _, head := range t.Tornado.Heads {
		w.tag("th", ` scope="col" role="columnheader"`, head)
	}
	w.raw(`</tr></thead><tbody role="rowgroup">`)
	var still []string
	var rows []*explore.Swing
	for i := range swings {
		if s := &swings[i]; s.Size == 0 && !s.Doubtful() {
			still = append(still, t.Inputs[s.Input.Name].Label)
		} else {
			rows = append(rows, s)
		}
	}
	folded := len(rows) - firstRows
	if folded < 3 { // not worth a click
		folded = 0
	}
	for i, s := range rows {
		if i == len(rows)-folded {
			w.raw(`</tbody><tbody role="rowgroup" class="rest" hidden>`)
		}
		w.raw(`<tr role="row"><th scope="row" role="rowheader"><b>`, escape(t.Inputs[s.Input.Name].Label), `</b><span class="hint">`,
			escape(fill(t.Tornado.Now, "value", t.input(s.Input, s.Base))), "</span></th>")
		w.raw(`<td class="bar-cell" role="cell">`)
		scale.bar(w, t, s)
		apart := fill(t.Tornado.Apart, "size", t.gap(s.Size, asked.Figure.Unit))
		if math.IsNaN(s.Size) {
			apart = fill(t.Tornado.NotApart, "reason", t.doubtOf(s.Ends...))
		}
		w.tag("span", ` class="hint"`, apart)
		w.raw(`</td><td class="ends" role="cell">`)
		for k := range s.Ends {
			t.end(w, s, k, &base, asked)
		}
		w.raw("</td>")
		w.tag("td", ` class="hint" role="cell"`, t.basis(s))
		w.raw("</tr>")
	}
	w.raw("</tbody></table>")
	if folded > 0 {
		w.raw(`<p><button type="button" class="quiet" data-rest data-key="rest" aria-expanded="false" data-other="`, escape(fill(t.Tornado.Fewer, "n", strconv.Itoa(firstRows))), `">`,
			escape(fill(t.Tornado.Rest, "n", strconv.Itoa(folded))), `</button></p>`)
	}
	if len(still) > 0 {
		w.tag("p", ` class="summary"`, fill(t.Tornado.Still, "list", strings.Join(still, t.ListMark)))
	}
	return &Answer{HTML: w.String()}
}

// end is one end of an input's range: the value that a click sets, and the figure there.
func (t *Text) end(w *writer, s *explore.Swing, k int, base *explore.End, asked *Asked) {
	e := &s.Ends[k]
	doubtful := ""
	if e.Value.Doubtful() {
		doubtful = " doubtful"
	}
	w.raw(`<span class="end`, doubtful, `" data-input="`, s.Input.Name, `"><i aria-hidden="true">`, t.mark(s, k), "</i>",
		t.setter(s.Input.Name+":"+strconv.Itoa(k), t.Tornado.Set, s.Input.Name, t.input(s.Input, e.Input), asked.Link(s.Input, e.Input)), " ",
		data(e.Value.Figure, t.figure(e.Value.Figure, asked.Figure.Unit)))
	for _, note := range t.doubts(e, base) {
		w.tag("span", ` class="hint"`, note)
	}
	w.raw("</span>")
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
func (t *Text) leftOut(w *writer, base *explore.End, swings []explore.Swing) {
	var names []string
	for i := range swings {
		if swings[i].Doubtful() {
			names = append(names, t.Inputs[swings[i].Input.Name].Label)
		}
	}
	if len(names) == 0 && !base.Value.Doubtful() {
		return
	}
	w.raw(`<ul class="notices">`)
	if base.Value.Doubtful() {
		w.tag("li", "", fill(t.Tornado.NoBase, "reason", t.doubtOf(*base)))
	}
	if len(names) > 0 {
		w.tag("li", "", fill(t.Tornado.LeftOut, "list", t.list(names)))
	}
	w.raw("</ul>")
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
			others = append(others, fill(t.Tornado.Warning, "what", t.Tornado.Warnings[w.Code], "first", t.date(w.First)))
		}
	}
	if others != nil {
		notes = append(notes, fill(t.Tornado.Warned, "list", strings.Join(others, t.ListMark)))
	}
	return notes
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

func percentOf(v float64) string { return numbers.Places(v, 2) + "%" }

// bar draws a swing; its figures stand beside it as text.
func (s barScale) bar(w *writer, t *Text, swing *explore.Swing) {
	w.raw(`<span class="bar" aria-hidden="true">`)
	if !math.IsNaN(s.base) {
		w.raw(`<i class="base" style="left:`, percentOf(s.at(s.base)), `"></i>`)
	}
	if !math.IsNaN(swing.Size) {
		from, to := s.at(swing.Least), s.at(swing.Most)
		w.raw(`<i class="reach" style="left:`, percentOf(from), ";width:", percentOf(to-from), `"></i>`)
	}
	for k := range swing.Ends {
		end := &swing.Ends[k].Value
		if v := end.Figure; !math.IsNaN(v) {
			kind := "tip"
			if end.Doubtful() {
				kind = "tip doubtful"
			}
			w.raw(`<i class="`, kind, `" style="left:`, percentOf(s.at(v)), `">`, t.mark(swing, k), "</i>")
		}
	}
	w.raw("</span>")
}
