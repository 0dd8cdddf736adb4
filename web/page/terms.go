package page

import (
	"strings"

	"github.com/gasburden/gasburden/web/words"
)

// A term is what a reader may ask the meaning of where it stands. What it means stands in the words, by its name: an
// assumption's, or one of those below. source is where the definition comes from: one of Term.Sources, or a name that
// is the same in all languages. anchor is where the methodology page has it in full.
type term struct{ name, source, anchor string }

// The sources.
const (
	fromMechaFIL  = "MechaFIL"
	fromFIP76     = "FIP-0076"
	fromFIP100    = "FIP-0100"
	fromFIP115    = "FIP-0115"
	fromFIP118    = "FIP-0118"
	fromSpec      = "spec"
	fromStudy     = "study"
	fromFollowUp  = "follow-up"
	fromPublished = "published"
	fromOwn       = "gasburden"
)

// terms are all that the page explains: words of units and charts, then the assumptions.
var terms = []term{
	{"publishing", fromOwn, "eq-gas-scaling"},
	{"direct", fromFIP76, "eq-gas-direct"},
	{"fil", fromStudy, "eq-gas-fil"},
	{"netflow", fromStudy, "eq-netflow"},
	{"outflow", fromStudy, "eq-outflow"},
	{"circulating", fromMechaFIL, "eq-circulating"},
	{"load", fromOwn, "eq-load"},
	{"priced", fromOwn, "eq-priced"},
	{"fullest", fromPublished, "eq-gas-fil-blocks"},
	{"supply", fromMechaFIL, "eq-circulating"},
	{"raw-power", fromSpec, "eq-raw-power"},
	{"qa-power", fromSpec, "eq-qa-power"},
	{"baseline", fromSpec, "eq-baseline"},
	{"locked", fromMechaFIL, "eq-locked"},
	{"burnt", fromOwn, "eq-burnt-by-cause"},
	{"vested", fromMechaFIL, "eq-vested"},
	{"reward", fromSpec, "eq-reward"},
	{"sector-pledge", fromSpec, "eq-sector-pledge"},
	{"sector-roi", fromMechaFIL, "eq-sector-roi"},

	{"snapshot", fromPublished, "data"},
	{"horizon_days", fromStudy, "assumptions"},
	{"daily_inputs", fromPublished, "assumptions"},
	{"fil_plus_rates", fromStudy, "eq-deal"},
	{"raw_onboarding_pib", fromMechaFIL, "eq-raw-power"},
	{"renewal_rate", fromMechaFIL, "eq-raw-renewed"},
	{"sector_duration_days", fromMechaFIL, "eq-raw-due"},
	{"extension_days", fromOwn, "eq-raw-due-leaving"},
	{"leaving_rate", fromOwn, "eq-raw-leaving"},
	{"start", fromOwn, "eq-minted-as-stood"},
	{"lock_target", fromSpec, "eq-pledge-simple"},
	{"fil_plus_multiplier", fromSpec, "eq-qa-onboarded"},
	{"direct_gas_fraction", fromFIP76, "eq-all-direct"},
	{"direct_precommit_fraction", fromFIP76, "eq-all-direct-onboarding"},
	{"direct_prove_fraction", fromFIP76, "eq-all-direct-onboarding"},
	{"direct_prove_fraction_no_deals", fromFIP76, "eq-all-direct-onboarding"},
	{"adoption", fromOwn, "eq-gas-direct"},
	{"adoption_share", fromOwn, "eq-adoption"},
	{"adoption_start", fromOwn, "eq-adoption"},
	{"adoption_days", fromOwn, "eq-adoption"},
	{"rebound", fromFollowUp, "eq-extra-deals"},
	{"burn", fromOwn, "eq-burnt-by-cause"},
	{"paying_share", fromFIP100, "eq-fee-paying-start"},
	{"other_burn_fil", fromOwn, "eq-burnt-by-cause"},
	{"solstice", fromFIP118, "eq-qa-gap"},
	{"solstice_gates", fromFIP118, "eq-service-share"},
	{"solstice_opt_in", fromFIP118, "eq-opted"},
	{"pledge_reward", fromSpec, "eq-pledge"},
	{"burn_feedback", fromFollowUp, "eq-burnt-less-saved"},
	{"gas_model", fromOwn, "eq-gas-scaling"},
	{"messages", fromOwn, "eq-gas-onboarding"},
	{"base_fee_nanofil", fromStudy, "eq-gas-fil"},
	{"price", fromOwn, "eq-fee"},
	{"priced_level_nanofil", fromOwn, "eq-fee"},
	{"knee_tgas", fromOwn, "eq-priced"},
	{"knee_width_tgas", fromOwn, "eq-priced"},
	{"premium_nanofil", fromFIP115, "eq-low-fee"},
	{"premium_spread_tgas", fromFIP115, "eq-padded"},
	{"gas_limit_ratio", fromFIP115, "eq-padded"},
	{"tip_nanofil", fromPublished, "assumptions"},
	{"onboard_tgas_per_pib", fromPublished, "eq-load-onboard"},
	{"window_tgas_per_eib", fromPublished, "eq-load-window"},
	{"other_tgas", fromPublished, "eq-load"},
	{"smoothing_days", fromStudy, "eq-outflow"},
}

// explainedBeside are the terms that stand at one place and have one button there, by the button's name: those of the
// units, of the charts and of a control that two terms belong to. Any other button is of the term that it is named by.
var explainedBeside = map[string][]string{
	UnitTerms:                     {"fil", "netflow", "outflow", "circulating"},
	"price":                       {"price", "base_fee_nanofil"},
	plotTerm + Hero:               {"publishing", "direct"},
	plotTerm + Blocks:             {"load", "priced", "fullest"},
	plotTerm + "gas":              {"publishing"},
	plotTerm + "deal":             {"fil_plus_rates"},
	plotTerm + "ratio":            {"fil_plus_multiplier"},
	plotTerm + "outflow":          {"outflow"},
	plotTerm + "gas-over-outflow": {"outflow"},
	plotTerm + "gas-over-netflow": {"netflow"},
	plotTerm + "raw-power":        {"raw-power"},
	plotTerm + "qa-power":         {"qa-power"},
	plotTerm + "baseline":         {"baseline"},
	plotTerm + "raw-onboarded":    {"raw_onboarding_pib"},
	plotTerm + "raw-removed":      {"renewal_rate", "leaving_rate"},
	plotTerm + "circulating":      {"supply"},
	plotTerm + "locked":           {"locked"},
	plotTerm + "burnt":            {"burnt"},
	plotTerm + "vested":           {"vested"},
	plotTerm + "reward":           {"reward"},
	plotTerm + "sector-pledge":    {"sector-pledge"},
	plotTerm + "sector-roi":       {"sector-roi"},
}

// Names of buttons beside which no assumption stands.
const (
	UnitTerms = "units"
	plotTerm  = "chart-"
)

// ExplainedBy are the names of the terms that a button explains.
func ExplainedBy(button string) []string {
	if several := explainedBeside[button]; several != nil {
		return several
	}
	return []string{button}
}

// termName is what the page calls a term where it stands.
func (p *Choices) termName(name string) string {
	switch name {
	case "publishing":
		return p.Text.Term.Publishing
	case "direct":
		return p.Text.Direct
	case "load":
		return p.Text.Chart[Blocks].Title
	case "priced":
		return p.Text.Blocks.FillEnd
	case "fullest":
		return p.Text.Blocks.FullestEnd
	case "snapshot":
		return p.Text.Snapshot
	case "supply":
		return p.Text.Chart["circulating"].Title
	case "fil_plus_rates":
		return p.Text.Rates
	}
	if ofNetwork(name) && name != "circulating" {
		return p.Text.Chart[name].Title
	}
	if unit := p.Text.InUnit[words.Denominator(name)]; unit != "" {
		return unit
	}
	return p.Text.Control[name].Label
}

// asks is how a button is called that explains what is called so.
func (p *Choices) asks(name string) string { return words.Fill(p.Text.Term.Ask, "name", name) }

// asksUnits names the button of the units.
func (p *Choices) asksUnits() string {
	var names []string
	for _, name := range ExplainedBy(UnitTerms) {
		names = append(names, p.termName(name))
	}
	return p.asks(strings.Join(names, p.Text.ListMark))
}

// Explain says what the terms of a button mean, as HTML: the entries of a list of definitions. It is computed when a
// reader asks, for the page holds it nowhere.
func (p *Choices) Explain(button string) string {
	var b strings.Builder
	for _, name := range ExplainedBy(button) {
		for _, t := range terms {
			if t.name == name {
				p.explain(&b, t)
			}
		}
	}
	return b.String()
}

func (p *Choices) explain(b *strings.Builder, t term) {
	text := &p.Text.Term
	said := text.Of[t.name]
	b.WriteString("<dt>" + p.termName(t.name) + "</dt><dd><p>" + said.Meaning + "</p>")
	if said.Formula != "" {
		b.WriteString(`<p class="formula">` + said.Formula + "</p>")
	}
	source := text.Sources[t.source]
	if source == "" {
		source = t.source
	}
	b.WriteString(`<p class="source">` + words.Fill(text.Source, "source", source) + ` · <a href="` +
		p.Method(t.anchor) + `">` + text.More + "</a></p></dd>")
}

// Method is the address of a place on the methodology page, in the language of this page.
func (p *Choices) Method(anchor string) string {
	file := "method"
	if spoken := p.Text.Spoken(); spoken != "" {
		file += "-" + spoken
	}
	return p.Places.Page + file + ".html#" + anchor
}
