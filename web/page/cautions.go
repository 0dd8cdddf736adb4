package page

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Cautions are the warnings that concern the hero chart in a few words, one of each kind, those about the headline's
// figures first: a card has room for one line.
func (p *Page) Cautions() []string {
	text := &p.Text.Card
	var out []string
	for _, fault := range p.LinkFaults() {
		out = append(out, strings.TrimRight(fault, ".。")) // one of a list
	}
	if p.Own != nil {
		out = append(out, p.Text.Own.Caution)
	}
	out = append(out, p.burdenDoubts(&p.Result.Runs[p.Focus()])...)
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
		first, rates := group[0].First, ""
		for _, w := range group {
			first = min(first, w.First)
		}
		if len(group) < len(p.Result.Runs) {
			rates = words.Fill(p.Text.AtRates, "rates", p.rateNames(group))
		}
		said := text.Cautions[code]
		if said == "" { // short enough as it is
			said = p.Text.Warning[code]
		}
		if slices.Contains(out, said) {
			continue
		}
		out = append(out, words.Fill(said, "first", p.Text.Date(first), "denominator", p.Text.DenominatorShort[p.Denominator], "rates", rates))
	}
	return out
}
