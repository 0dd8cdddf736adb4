package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// notices are the result's warnings of the given codes, as sentences and in a line each. Runs that share days share a
// sentence; warnings about gaps and shares list the days of all runs in one, which their lines leave out.
func (p *composer) notices(codes []string) (full, lines []string) {
	add := func(said, undated string, of []sim.Warning) {
		line := cmp.Or(p.caution(of), undated, said)
		if len(line) > len(said) {
			line = said
		}
		full, lines = append(full, said), append(lines, line)
	}
	for _, code := range codes {
		var group []sim.Warning
		for _, w := range p.Result.Warnings {
			if w.Code == code {
				group = append(group, w)
			}
		}
		pattern, said := p.Text.Warning[code], ""
		if sim.WarnsOfShare(code) {
			pattern, said = p.Text.WarnedOn, pattern
		}
		if strings.Contains(pattern, "{spans}") && len(group) > 0 {
			var parts []string
			for _, same := range together(group) {
				parts = append(parts, words.Fill(p.Text.SpansAt, "curve", p.Text.Curve[same[0].Curve], "rates",
					p.rateNames(same), "spans", p.spans(same[0])))
			}
			add(words.Fill(pattern, "warning", said, "spans", strings.Join(parts, p.Text.SpanMark)), said, group)
			continue
		}
		for _, same := range together(group) {
			add(p.notice(same), "", same)
		}
	}
	return full, lines
}

// caution is a warning of some runs in a few words, "" where there are none.
func (p *composer) caution(of []sim.Warning) string {
	first, rates := of[0].First, ""
	for _, w := range of {
		first = min(first, w.First)
	}
	if of[0].Run >= 0 && len(of) < len(p.Result.Runs) {
		rates = words.Fill(p.Text.AtRates, "rates", p.rateNames(of))
	}
	return words.Fill(p.Text.Card.Cautions[of[0].Code], "first", p.Text.LongDate(first), "rates", rates)
}

// together groups warnings that hold on the same days, of the same curve.
func together(warnings []sim.Warning) [][]sim.Warning {
	var groups [][]sim.Warning
next:
	for _, w := range warnings {
		for i, g := range groups {
			if g[0].Curve == w.Curve && g[0].Days == w.Days && g[0].First == w.First && g[0].Last == w.Last &&
				slices.Equal(g[0].Spans, w.Spans) {
				groups[i] = append(g, w)
				continue next
			}
		}
		groups = append(groups, []sim.Warning{w})
	}
	return groups
}

// notice is the sentence of a warning that all the given runs share.
func (p *composer) notice(runs []sim.Warning) string {
	w, rates := runs[0], ""
	if w.Run >= 0 && len(p.Result.Runs) > 1 {
		rates = p.Text.AllRates
		if len(runs) < len(p.Result.Runs) {
			rates = words.Fill(p.Text.AtRates, "rates", p.rateNames(runs))
		}
	}
	days, first := p.days(w.Days), p.Text.LongDate(w.First)
	when := words.Fill(p.Text.WarnedWhen, "days", days, "first", first)
	return words.Fill(p.Text.Warning[w.Code], "when", when, "days", days, "first", first, "rates", rates)
}

func (p *composer) rateNames(runs []sim.Warning) string {
	names := make([]string, len(runs))
	for i, run := range runs {
		names[i] = p.rateText(run.Rate)
	}
	return strings.Join(names, p.Text.ListMark)
}

// spans lists when a warning holds, or only its ends where it comes and goes too often.
func (p *composer) spans(w sim.Warning) string {
	const listed = 4
	if len(w.Spans) == 0 || len(w.Spans) > listed {
		return words.Fill(p.Text.SpansDays, "days", p.days(w.Days), "first", p.Text.LongDate(w.First), "last",
			p.Text.LongDate(w.Last))
	}
	parts := make([]string, len(w.Spans))
	for i, s := range w.Spans {
		parts[i] = p.span(s.First, s.Last)
	}
	return strings.Join(parts, p.Text.ListMark)
}

func (p *composer) span(first, last day.Day) string {
	if first == last {
		return p.Text.LongDate(first)
	}
	return words.Fill(p.Text.Span, "first", p.Text.LongDate(first), "last", p.Text.LongDate(last))
}

func (p *composer) days(n int) string {
	if n == 1 {
		return p.Text.DayOf
	}
	return words.Fill(p.Text.DaysOf, "n", words.Count(n))
}

// cardCautions are the warnings that concern the hero chart in a few words, one of each kind, those about the
// headline's figures first: a card has room for one line.
func (p *composer) cardCautions() []string {
	var out []string
	for _, fault := range p.faults() {
		out = append(out, strings.TrimRight(fault, ".。")) // one of a list
	}
	if p.Own != nil {
		out = append(out, p.Text.Own.Caution)
	}
	run := &p.Result.Runs[p.focus()]
	by, reason := p.stated(run)
	if reason != "" {
		out = append(out, reason)
	}
	out = append(out, p.burdenDoubts(run, by)...)
	for _, code := range p.curvesOf("hero").warnings {
		var group []sim.Warning
		for _, w := range p.Result.Warnings {
			if w.Code == code {
				group = append(group, w)
			}
		}
		if len(group) == 0 {
			continue
		}
		said := p.caution(group)
		if said == "" { // short enough as it is
			said = p.Text.Warning[code]
		}
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return out
}
