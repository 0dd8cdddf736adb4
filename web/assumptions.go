package web

import (
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Assumption is one assumption of the result in words.
type Assumption struct {
	Name    string // of the scenario's field
	Label   string
	Value   string // with its unit
	Changed bool   // differs from the default of the snapshot
}

// assumptionNames are the fields in the order of their weight.
var assumptionNames = []string{
	"snapshot", "fil_plus_rates", "base_fee_nanofil", "gas_model", "messages", "adoption", "direct_gas_fraction",
	"raw_onboarding_pib", "renewal_rate", "rebound", "burn_feedback", "horizon_days", "smoothing_days",
	"sector_duration_days", "lock_target", "fil_plus_multiplier",
	"direct_precommit_fraction", "direct_prove_fraction", "direct_prove_fraction_no_deals",
	"qa_renewal_multiplier", "gamma", "gamma_weighting", "pledge_base",
}

// withoutControl is where the fields begin that the page has no control for.
const withoutControl = 19

// Assumptions are the assumptions behind the result, those that matter most first. Fields that have
// no effect beside the others are left out, and so are those without a control while they stand at
// their defaults.
func (p *Page) Assumptions() []Assumption {
	s := &p.Result.Scenario
	differs, err := s.Differences(p.in)
	if err != nil {
		panic("web: " + err.Error())
	}
	var out []Assumption
	for i, name := range assumptionNames {
		_, changed := differs[name]
		if !p.matters(name) || i >= withoutControl && !changed {
			continue
		}
		label := p.Text.Card.Label[name]
		if label == "" {
			label = p.Text.Control[name].Label
		}
		out = append(out, Assumption{name, label, p.assumed(name), changed})
	}
	return out
}

// matters reports whether a field has an effect beside the others.
func (p *Page) matters(name string) bool {
	s := &p.Result.Scenario
	if s.Adoption == sim.NoAdoption && (name == "rebound" || name == "burn_feedback" || strings.HasPrefix(name, "direct_")) {
		return false
	}
	return visible(name, s)
}

// assumed is the value of a field as text.
func (p *Page) assumed(name string) string {
	s, text := &p.Result.Scenario, &p.Text.Card
	path := pathOf(s, name)
	switch name {
	case "snapshot":
		return p.Text.snapshotLabel(s.Snapshot)
	case "fil_plus_rates":
		rates := make([]string, len(s.FILPlusRates))
		for i := range rates {
			rates[i] = p.RateName(i)
		}
		return strings.Join(rates, p.Text.ListMark)
	case "gas_model":
		return p.gasModelText()
	case "messages":
		return p.Text.MessageNames[s.Messages]
	case "adoption":
		return p.adoptionText()
	case "burn_feedback":
		return text.Burn[flag(s.BurnFeedback)]
	case "gamma_weighting":
		return text.OptionName[string(s.GammaWeighting)]
	case "pledge_base":
		return text.OptionName[string(s.PledgeBase)]
	case "qa_renewal_multiplier":
		path = s.QARenewalMultiplier
	case "gamma":
		path = s.Gamma
	}
	if path == nil {
		path = mechafil.Constant(scalarOf(s, name))
	}
	if v, constant := path.Scalar(); constant {
		return p.valueText(name, v)
	}
	return fill(text.Varies, "low", p.valueText(name, slices.Min(path)), "high", p.valueText(name, slices.Max(path)))
}

// RateName is the i-th FIL+ rate of the result as text.
func (p *Page) RateName(i int) string { return p.rateText(p.Result.Runs[i].FILPlusRate) }

// valueText is a number of a field with its unit.
func (p *Page) valueText(name string, v float64) string {
	unit, scale := p.Text.Control["fil_plus_multiplier"].Unit, 1.0 // of ratios
	if name == "gamma" {
		unit, scale = "%", 100
	}
	for _, s := range p.Sliders {
		if s.Name == name {
			unit, scale = s.Unit, s.Scale
		}
	}
	if unit == p.Text.Control["horizon_days"].Unit {
		return p.days(int(v))
	}
	text := entered(math.Round(v*scale*1e10) / 1e10)
	if math.Abs(v*scale) >= 1000 {
		text = grouped(text)
	}
	return p.Text.measure(text, unit)
}

// gasModelText is the gas model's name and the day up to which it was fitted.
func (p *Page) gasModelText() string {
	model, last := p.Result.Scenario.GasModel, p.in.Scaling.Last
	if model == sim.RegimeModel {
		last = p.in.Regime.Sample.Last
	}
	return fill(p.Text.Card.Fitted, "model", p.Text.Card.ModelName[model], "date", p.Text.date(last))
}

func (p *Page) adoptionText() string {
	s := &p.Result.Scenario
	words := p.Text.Card.AdoptionName[s.Adoption]
	return fill(words, "share", p.Text.rateName(s.AdoptionShare), "start", p.Text.date(s.AdoptionStart), "days", p.days(s.AdoptionDays))
}
