package page

import (
	"math"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// HeadlineFigure is one of the few figures that stand for the result: those of the FIL+ rate that the
// headline speaks of.
type HeadlineFigure struct {
	Value string // with its unit
	Label string // says all
	Short string // beside a heading that names the FIL+ rate

	direct bool // that of the headline with DirectFIL+
}

// figures are the burden in the headline's month without and with DirectFIL+, and what that
// saves. Where no burden can be stated, that is what the first figure says.
func (p *composer) figures() []HeadlineFigure {
	run := &p.Result.Runs[p.focus()]
	s := &run.Summary
	out := p.keyFigures(run)
	pairs := []string{
		"what", p.Text.What[p.Result.Scenario.Messages], "denominator", p.Text.Basis[p.Denominator], "rate",
		p.rateName(p.focus()),
		"month", p.Text.MonthOf(s.Month), "years", p.period(),
	}
	for i := range out {
		said := p.Text.Card.Figure[out[i].Label]
		out[i].Label, out[i].Short = words.Fill(said.Label, pairs...), words.Fill(said.Short, pairs...)
	}
	return out
}

// brief are the figures of the headline alone, marked by <b>: the burden and, where it is stated, that with DirectFIL+.
func brief(figures []HeadlineFigure) string {
	out := "<b>" + figures[0].Value + "</b> " + figures[0].Short
	if len(figures) > 1 && figures[1].direct {
		out += " · <b>" + figures[1].Value + "</b> " + figures[1].Short
	}
	return out
}

// keyFigures are the headline figures by the keys of their texts, which stand in Label.
func (p *composer) keyFigures(run *sim.RateRun) []HeadlineFigure {
	s, text := &run.Summary, &p.Text.Card
	none := p.Result.Scenario.Adoption == assumption.NoAdoption
	by, _ := p.stated(run)
	burden, direct := p.monthBurden(run, by)
	value := func(v float64) string {
		if by == words.ByFIL {
			return p.filText(v)
		}
		return p.Text.PercentOf(v)
	}
	first := HeadlineFigure{Value: value(burden), Label: "burden"}
	if by == words.ByFIL {
		first.Label = "burdenfil"
	}
	stated := false
	if last, ended := p.endsInMonth(run); ended {
		first = HeadlineFigure{Value: p.Text.LongDate(p.Result.Date(last)), Label: "ended"}
	} else if s.MonthGasOverCirculating < 0 {
		first = HeadlineFigure{Value: text.Negative, Label: "negative"}
	} else if math.IsNaN(burden) || p.monthHasGap(run, by) {
		first = HeadlineFigure{Value: text.Undefined, Label: "undefined"}
	} else {
		stated = true
	}
	if stated {
		first.Value += p.doubtful(run, "gas", by)
	}
	out := []HeadlineFigure{first}
	if stated && !none {
		out = append(out, HeadlineFigure{Value: value(direct) + p.doubtful(run, "direct", by), Label: "direct",
			direct: true})
	}
	if math.IsNaN(s.GasFILPerDay) || s.GasFIL < 0 { // no day, or none that a network can have
		return out
	}
	day, year, names := s.SavingFILPerDay, s.SavingOverCirculatingPerYear, [2]string{"saved", "supply"}
	if none {
		day, year, names = s.GasFILPerDay, s.GasOverCirculatingPerYear, [2]string{"spent", "spentpart"}
	} else if math.Abs(s.SavingFIL) <= 1e-9*math.Abs(s.GasFIL) {
		day, year = 0, 0 // a remainder of rounding
	}
	supply := p.Text.PercentOf(year)
	if year > 1 {
		supply += doubtMark
	}
	out = append(out, HeadlineFigure{Value: p.filText(day), Label: names[0]},
		HeadlineFigure{Value: supply, Label: names[1]})
	if none {
		out = append(out, HeadlineFigure{Value: p.filText(0), Label: "unadopted"})
	}
	return out
}

// doubtMark stands beside a figure that is doubtful; the headline and the cautions say why.
const doubtMark = " (!)"

// doubtful is the mark of the burden of gas, or of direct gas, in the headline's month, "" where it needs none.
func (p *composer) doubtful(run *sim.RateRun, gas string, by words.Denominator) string {
	for _, d := range run.Doubts {
		if d.Figure == "month_"+gas+"_over_"+string(by) {
			return doubtMark
		}
	}
	return ""
}

// filText is an amount of FIL that a run comes to.
func (p *composer) filText(v float64) string {
	text := p.Text.Card.Amount
	switch {
	case !p.rough() || v == 0:
	case v > 0 && v < littleFIL:
		return little(p.Text.Card.UnderFIL)
	default:
		text = p.Text.Card.AboutFIL
	}
	return words.Fill(text, "n", p.amount(v))
}
