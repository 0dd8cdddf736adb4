package page

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Assumption is one assumption of the result in words.
type Assumption struct {
	Name    string // of the scenario's field
	Label   string
	Value   string // with its unit
	Changed bool   // differs from the default of the snapshot
}

// assumptions are the assumptions behind the result, those that matter most first.
func (p *composer) assumptions(differs assumption.Overrides) (out []Assumption) {
	for a, changed := range worthSaying(&p.Result.Scenario, differs) {
		out = append(out, p.assumption(a, changed))
	}
	return out
}

// worthSaying are the assumptions of a scenario, those that matter most first, and whether they are changed. Those that
// have no effect beside the others are left out, and so are those without a control while they stand at their defaults.
func worthSaying(s *assumption.Scenario, differs assumption.Overrides) iter.Seq2[*assumption.Row, bool] {
	return func(yield func(*assumption.Row, bool) bool) {
		_, fixed := differs["base_fee_nanofil"] // which fixes the price where that followed block space
		for _, a := range assumption.ByWeight() {
			_, changed := differs[a.Name]
			changed = changed || a.Name == "price" && fixed && s.Version != assumption.FirstVersion
			if a.Matters(s) && (a.Group != assumption.NoControl || changed) && !yield(a, changed) {
				return
			}
		}
	}
}

func (p *composer) assumption(a *assumption.Row, changed bool) Assumption {
	label := cmp.Or(p.Text.Card.Label[a.Name], p.Text.Control[a.Name].Label)
	return Assumption{a.Name, label, p.assumed(a), changed}
}

// assumed is the value of an assumption as text.
func (p *composer) assumed(a *assumption.Row) string {
	s, text := &p.Result.Scenario, &p.Text.Card
	switch a.Name {
	case "snapshot":
		return p.Text.SnapshotLabel(s.Snapshot)
	case "gas_model":
		return p.gasModelText()
	case "messages":
		return p.Text.MessageNames[s.Messages]
	case "adoption":
		return p.adoptionText()
	}
	switch a.Kind {
	case assumption.Rates:
		rates := make([]string, len(s.FILPlusRates))
		for i := range rates {
			rates[i] = p.rateName(i)
		}
		return strings.Join(rates, p.Text.ListMark)
	case assumption.Choice:
		if on, err := day.Parse(a.Text(s)); err == nil {
			return p.Text.LongDate(on)
		}
		return cmp.Or(text.OptionName[a.Text(s)], p.Text.Option[a.Text(s)])
	case assumption.Switch:
		return text.OptionName[a.Name+"="+a.Text(s)]
	case assumption.Date:
		return p.Text.LongDate(day.Day(a.Number(s)))
	}
	path := a.Path(s)
	if _, constant := path.Scalar(); constant || path == nil {
		return p.valueText(a, a.Number(s))
	}
	return words.Fill(text.Varies, "low", p.valueText(a, slices.Min(path)), "high", p.valueText(a, slices.Max(path)))
}

// valueText is a number of an assumption with its unit.
func (p *composer) valueText(a *assumption.Row, v float64) string {
	unit, scale := p.Text.Control[a.Name].Unit, a.Scale()
	switch {
	case a.Unit == "days":
		return p.days(int(v))
	case unit != "":
	case scale == 100:
		unit = "%"
	default:
		unit = p.Text.Control["fil_plus_multiplier"].Unit // of ratios
	}
	text := words.Entered(math.Round(v*scale*1e10) / 1e10)
	if math.Abs(v*scale) >= 1000 {
		text = numbers.Grouped(text)
	}
	return p.Text.Measure(text, unit)
}

// gasModelText is the gas model's name and the day up to which it was fitted.
func (p *composer) gasModelText() string {
	model, last := p.Result.Scenario.GasModel, p.in.Scaling.Last
	if model == assumption.RegimeModel {
		last = p.in.Regime.Sample.Last
	}
	return words.Fill(p.Text.Card.Fitted, "model", p.Text.Card.ModelName[model], "date", p.Text.LongDate(last))
}

func (p *composer) adoptionText() string {
	s := &p.Result.Scenario
	said := p.Text.Card.AdoptionName[s.Adoption]
	return words.Fill(said, "share", p.Text.RateName(s.AdoptionShare), "start", p.Text.LongDate(s.AdoptionStart),
		"days", p.days(s.AdoptionDays))
}
