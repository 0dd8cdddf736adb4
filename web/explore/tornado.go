package explore

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// Tornado shows which input matters most: a row each, with its ends on one scale. Narrow windows lay the rows out
// as blocks, which would take the meaning of a table from them; the roles keep it.
func Tornado(t *Text, work *explore.Tornado, asked *Asked) *Answer {
	base, swings := work.Base(), work.Swings()
	scale := newScale(base, swings)
	w := &writer{}
	now := t.figure(base.Value.Figure, asked.Figure.Unit)
	w.tag("p", ` class="said"`, t.tornadoSummary(swings, now, asked))
	w.tag("p", ` class="summary"`, fill(t.Tornado.Key, "base", now))
	w.raw(`<table class="tornado" role="table">`)
	w.tag("caption", "", fill(t.Tornado.Caption, "figure", t.inside(asked.Figure)))
	w.raw(`<thead role="rowgroup"><tr role="row">`)
	for _, head := range t.Tornado.Heads {
		w.tag("th", ` scope="col" role="columnheader"`, head)
	}
	w.raw(`</tr></thead><tbody role="rowgroup">`)
	var still []string
	for i := range swings {
		s := &swings[i]
		if s.Size == 0 {
			still = append(still, t.Inputs[s.Input.Name].Label)
			continue
		}
		w.raw(`<tr role="row"><th scope="row" role="rowheader"><b>`, escape(t.Inputs[s.Input.Name].Label), `</b><span class="hint">`,
			escape(fill(t.Tornado.Now, "value", t.input(s.Input, s.Base))), "</span></th>")
		w.raw(`<td class="bar-cell" role="cell">`)
		scale.bar(w, t, s)
		w.tag("span", ` class="hint"`, fill(t.Tornado.Apart, "size", t.gap(s.Size, asked.Figure.Unit)))
		w.raw(`</td><td class="ends" role="cell">`)
		for k := range s.Ends {
			t.end(w, s, k, &base, asked)
		}
		w.raw("</td>")
		w.tag("td", ` class="hint" role="cell"`, t.basis(s))
		w.raw("</tr>")
	}
	w.raw("</tbody></table>")
	if len(still) > 0 {
		w.tag("p", ` class="summary"`, fill(t.Tornado.Still, "list", strings.Join(still, t.ListMark)))
	}
	return &Answer{HTML: w.String()}
}

// end is one end of an input's range: the value that a click sets, and the figure there.
func (t *Text) end(w *writer, s *explore.Swing, k int, base *explore.End, asked *Asked) {
	e := &s.Ends[k]
	w.raw(`<span class="end" data-input="`, s.Input.Name, `"><i aria-hidden="true">`, t.mark(s, k), "</i>",
		t.setter(t.Tornado.Set, s.Input.Name, t.input(s.Input, e.Input), asked.Link(s.Input, e.Input)), " ",
		data(e.Value.Figure, t.figure(e.Value.Figure, asked.Figure.Unit)))
	if note := t.doubts(e, base); note != "" {
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

// doubts says why a figure does not speak for itself.
func (t *Text) doubts(end, base *explore.End) string {
	switch {
	case end.Value.Reason != explore.Defined:
		return t.Flip.Reason[string(end.Value.Reason)]
	case end.Value.Poles > 0:
		return t.Doubtful
	}
	for _, w := range end.Warnings {
		if !has(base.Warnings, w.Code) {
			return t.Tornado.Warned
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
	low, high := ends(&swings[0])
	unit := asked.Figure.Unit
	return fill(t.Tornado.Summary, "rate", asked.Rate, "figure", t.inside(asked.Figure), "base", now,
		"first", t.Inputs[swings[0].Input.Name].Label, "low", t.figure(low, unit), "high", t.figure(high, unit),
		"second", t.Inputs[swings[1].Input.Name].Inside)
}

// ends are the least and the greatest figure of a swing; NaN where one is undefined.
func ends(s *explore.Swing) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for i := range s.Ends {
		low, high = min(low, s.Ends[i].Value.Figure), max(high, s.Ends[i].Value.Figure)
	}
	return low, high
}

// A barScale places figures along a bar, 0 to 100.
type barScale struct{ low, high, base float64 }

// newScale spans the figures that mean something: beyond a pole a figure is as large as one likes.
func newScale(base explore.End, swings []explore.Swing) barScale {
	s := barScale{base.Value.Figure, base.Value.Figure, base.Value.Figure}
	for i := range swings {
		for _, end := range swings[i].Ends {
			if v := end.Value; v.Poles == 0 && !math.IsNaN(v.Figure) {
				s.low, s.high = min(s.low, v.Figure), max(s.high, v.Figure)
				if math.IsNaN(s.base) {
					s.low, s.high, s.base = v.Figure, v.Figure, v.Figure
				}
			}
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

func percentOf(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) + "%" }

// bar draws a swing; its figures stand beside it as text.
func (s barScale) bar(w *writer, t *Text, swing *explore.Swing) {
	w.raw(`<span class="bar" aria-hidden="true"><i class="base" style="left:`, percentOf(s.at(s.base)), `"></i>`)
	if low, high := ends(swing); !math.IsNaN(low) {
		from, to := s.at(low), s.at(high)
		w.raw(`<i class="reach" style="left:`, percentOf(from), ";width:", percentOf(to-from), `"></i>`)
	}
	for k := range swing.Ends {
		if v := swing.Ends[k].Value.Figure; !math.IsNaN(v) {
			w.raw(`<i class="tip" style="left:`, percentOf(s.at(v)), `">`, t.mark(swing, k), "</i>")
		}
	}
	w.raw("</span>")
}
