package explore

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Input is an assumption that is varied alone, all others being held.
type Input struct {
	Name    string // the scenario field's; "fil_plus_rate" for the rate in question
	Field   string // the scenario field that it belongs to
	Unit    string
	Legal   mechafil.Range // of a number
	Choices []string       // of a choice; its number is the index
	Whole   bool           // only whole numbers are legal
	Date    bool           // its number is that of a day

	get func(sc *sim.Scenario, rate int) float64
	set func(sc *sim.Scenario, rate int, v float64)
	// spread is the range that it is varied over, where one is at hand.
	spread func(h *History, sc *sim.Scenario) (Range, error)
}

// Range is what an input is varied over, and why.
type Range struct {
	Spread // Values is 0 where it does not come from the input's history
	Basis  Basis
}

// Basis says where a range comes from.
type Basis string

// The bases.
const (
	OwnHistory  Basis = "own_history"    // 10th to 90th percentile of its own last two years
	FIPTable    Basis = "fip_0076_table" // FIP-0076's table, to no gas saved at all
	WholeRange  Basis = "whole_range"    // everything that is possible
	Protocol    Basis = "protocol"       // the shortest and longest commitment: 180 days, and FIP-0052's three and a half years
	BaselineFIP Basis = "fip_0081"       // FIP-0081's weight after its ramp, and that before
	Multiplier  Basis = "multiplier"     // no FIL+ at all, to the protocol's
	Stated      Basis = "stated"         // no history and no source: a third less, a third more, or as said
	Window      Basis = "window"         // from a week to a quarter
	FirstYear   Basis = "first_year"     // from the day in question to a year later
)

// Message is the range's origin in English, without a full stop.
func (r *Range) Message() string {
	switch r.Basis {
	case OwnHistory:
		return fmt.Sprintf("10th to 90th percentile of %d published days, %s to %s", r.Values, r.First, r.Last)
	case FIPTable:
		return "FIP-0076's table, to no gas saved"
	case WholeRange:
		return "all that is possible"
	case Protocol:
		return "180 days, to FIP-0052's three and a half years"
	case BaselineFIP:
		return "FIP-0081's weight, to that before it"
	case Multiplier:
		return "no FIL+ at all, to the protocol's 10"
	case Window:
		return "a week, to a quarter"
	case FirstYear:
		return "the scenario's first day, to a year after"
	default:
		return "assumed: there is no history of it"
	}
}

// Apply is the scenario with the input at a value. Paths become constant. The error names field, value and
// legal range, or what the value may not stand beside.
func (in *Input) Apply(sc sim.Scenario, rate int, v float64) (sim.Scenario, error) {
	if in.Choices != nil {
		if v != math.Trunc(v) || !(v >= 0 && int(v) < len(in.Choices)) {
			panic("explore: no choice number " + strconv.FormatFloat(v, 'g', -1, 64) + " of " + in.Name)
		}
	} else if in.Whole || in.Date {
		v = math.Round(v)
	}
	sc.FILPlusRates = slices.Clone(sc.FILPlusRates)
	in.set(&sc, rate, v)
	return sc, sc.Validate()
}

// Value is the input's value in a scenario; of a path that varies its mean, of a choice its number.
func (in *Input) Value(sc *sim.Scenario, rate int) float64 { return in.get(sc, rate) }

// Inputs lists the inputs, in the order of the scenario's fields. Snapshot and horizon are not among them: the
// first brings other figures with it, the second is a matter of how far one looks.
func Inputs() []Input {
	path := func(name string, of func(*sim.Scenario) *mechafil.Path, spread func(*History, *sim.Scenario) (Range, error)) Input {
		return Input{Name: name, get: func(sc *sim.Scenario, _ int) float64 { return pathMean(*of(sc)) },
			set: func(sc *sim.Scenario, _ int, v float64) { *of(sc) = mechafil.Constant(v) }, spread: spread}
	}
	number := func(name string, of func(*sim.Scenario) *float64, spread func(*History, *sim.Scenario) (Range, error)) Input {
		return Input{Name: name, get: func(sc *sim.Scenario, _ int) float64 { return *of(sc) },
			set: func(sc *sim.Scenario, _ int, v float64) { *of(sc) = v }, spread: spread}
	}
	whole := func(name string, of func(*sim.Scenario) *int, spread func(*History, *sim.Scenario) (Range, error)) Input {
		return Input{Name: name, Whole: true, get: func(sc *sim.Scenario, _ int) float64 { return float64(*of(sc)) },
			set: func(sc *sim.Scenario, _ int, v float64) { *of(sc) = int(v) }, spread: spread}
	}
	choice := func(name string, of func(*sim.Scenario) string, set func(*sim.Scenario, string)) Input {
		f, err := sim.AssumptionNamed(name)
		if err != nil {
			panic("explore: " + err.Error())
		}
		return Input{Name: name, Choices: f.Choices,
			get: func(sc *sim.Scenario, _ int) float64 { return float64(slices.Index(f.Choices, of(sc))) },
			set: func(sc *sim.Scenario, _ int, v float64) { set(sc, f.Choices[int(v)]) }}
	}
	out := []Input{
		{Name: "fil_plus_rate", Field: "fil_plus_rates", get: func(sc *sim.Scenario, rate int) float64 { return pathMean(sc.FILPlusRates[rate]) },
			set:    func(sc *sim.Scenario, rate int, v float64) { sc.FILPlusRates[rate] = mechafil.Constant(v) },
			spread: past("fil_plus_rate", func(h *History) []float64 { return h.FILPlusRate })},
		path("raw_onboarding_pib", func(sc *sim.Scenario) *mechafil.Path { return &sc.RawOnboardingPiB },
			past("raw_onboarding_pib", func(h *History) []float64 { return h.RawOnboardingPiB })),
		path("renewal_rate", func(sc *sim.Scenario) *mechafil.Path { return &sc.RenewalRate },
			past("renewal_rate", func(h *History) []float64 { return h.RenewalRate })),
		whole("sector_duration_days", func(sc *sim.Scenario) *int { return &sc.SectorDurationDays }, fixed(180, 1278, Protocol)),
		path("lock_target", func(sc *sim.Scenario) *mechafil.Path { return &sc.LockTarget }, fixed(0.2, 0.4, Stated)),
		path("fil_plus_multiplier", func(sc *sim.Scenario) *mechafil.Path { return &sc.FILPlusMultiplier }, fixed(1, 10, Multiplier)),
		path("qa_renewal_multiplier", func(sc *sim.Scenario) *mechafil.Path { return &sc.QARenewalMultiplier }, fixed(2./3, 4./3, Stated)),
		path("gamma", func(sc *sim.Scenario) *mechafil.Path { return &sc.Gamma }, fixed(0.7, 1, BaselineFIP)),
		choice("gamma_weighting", func(sc *sim.Scenario) string { return string(sc.GammaWeighting) },
			func(sc *sim.Scenario, v string) { sc.GammaWeighting = mechafil.Weighting(v) }),
		choice("pledge_base", func(sc *sim.Scenario) string { return string(sc.PledgeBase) },
			func(sc *sim.Scenario, v string) { sc.PledgeBase = mechafil.PledgeBase(v) }),
		choice("gas_model", func(sc *sim.Scenario) string { return sc.GasModel }, func(sc *sim.Scenario, v string) { sc.GasModel = v }),
		choice("messages", func(sc *sim.Scenario) string { return sc.Messages }, func(sc *sim.Scenario, v string) { sc.Messages = v }),
		number("base_fee_nanofil", func(sc *sim.Scenario) *float64 { return &sc.BaseFeeNanoFIL },
			past("base_fee_nanofil", func(h *History) []float64 { return h.BaseFeeNanoFIL })),
		number("direct_gas_fraction", func(sc *sim.Scenario) *float64 { return &sc.DirectGasFraction }, fixed(model.PublishFraction, 1, FIPTable)),
		number("direct_precommit_fraction", func(sc *sim.Scenario) *float64 { return &sc.DirectPreCommitFraction }, fixed(model.PreCommitFraction, 1, FIPTable)),
		number("direct_prove_fraction", func(sc *sim.Scenario) *float64 { return &sc.DirectProveFraction }, fixed(model.ProveFraction, 1, FIPTable)),
		number("direct_prove_fraction_no_deals", func(sc *sim.Scenario) *float64 { return &sc.DirectProveFractionNoDeals },
			fixed(model.ProveFractionNoDeals, 1, FIPTable)),
		choice("adoption", func(sc *sim.Scenario) string { return sc.Adoption }, func(sc *sim.Scenario, v string) { sc.Adoption = v }),
		// Adoption by none and by all are constant shares of 0 and 1, so the share can be varied from there.
		{Name: "adoption_share",
			get: func(sc *sim.Scenario, _ int) float64 {
				switch sc.Adoption {
				case sim.NoAdoption:
					return 0
				case sim.FullAdoption:
					return 1
				}
				return sc.AdoptionShare
			},
			set: func(sc *sim.Scenario, _ int, v float64) {
				if sc.Adoption != sim.LogisticAdoption {
					sc.Adoption = sim.ConstantAdoption
				}
				sc.AdoptionShare = v
			},
			spread: fixed(0, 1, WholeRange)},
		{Name: "adoption_start", Date: true, Legal: mechafil.Range{Min: float64(mechafil.NetworkStart), Max: float64(day.Of(2100, 1, 1))},
			get: func(sc *sim.Scenario, _ int) float64 { return float64(sc.AdoptionStart) },
			set: func(sc *sim.Scenario, _ int, v float64) { sc.AdoptionStart = day.Day(v) },
			spread: func(_ *History, sc *sim.Scenario) (Range, error) {
				return Range{Spread{Low: float64(sc.AdoptionStart), High: float64(sc.AdoptionStart + 365)}, FirstYear}, nil
			}},
		whole("adoption_days", func(sc *sim.Scenario) *int { return &sc.AdoptionDays }, fixed(1, 1095, Stated)),
		number("rebound", func(sc *sim.Scenario) *float64 { return &sc.Rebound }, fixed(0, 1, WholeRange)),
		{Name: "burn_feedback", Choices: []string{"false", "true"},
			get: func(sc *sim.Scenario, _ int) float64 { return float64(b2i(sc.BurnFeedback)) },
			set: func(sc *sim.Scenario, _ int, v float64) { sc.BurnFeedback = v == 1 }},
		whole("smoothing_days", func(sc *sim.Scenario) *int { return &sc.SmoothingDays }, fixed(7, 91, Window)),
	}
	for i := range out {
		in := &out[i]
		if in.Field == "" {
			in.Field = in.Name
		}
		f, err := sim.AssumptionNamed(in.Field)
		if err != nil {
			panic("explore: " + err.Error())
		}
		in.Unit = f.Unit
		if !in.Date {
			in.Legal = f.Range
		}
	}
	return out
}

// InputNamed finds an input. The error lists the names.
func InputNamed(name string) (*Input, error) {
	names := ""
	for i, in := range Inputs() {
		if in.Name == name {
			return &in, nil
		}
		if i > 0 {
			names += ", "
		}
		names += in.Name
	}
	return nil, fmt.Errorf("input is %q, want one of %s", name, names)
}

// past is the range of an input with a history.
func past(name string, of func(*History) []float64) func(*History, *sim.Scenario) (Range, error) {
	return func(h *History, _ *sim.Scenario) (Range, error) {
		s, err := h.spread(name, of(h))
		return Range{s, OwnHistory}, err
	}
}

// fixed is the range of an input without one.
func fixed(low, high float64, basis Basis) func(*History, *sim.Scenario) (Range, error) {
	return func(*History, *sim.Scenario) (Range, error) { return Range{Spread{Low: low, High: high}, basis}, nil }
}

func pathMean(p mechafil.Path) float64 {
	if v, constant := p.Scalar(); constant {
		return v
	}
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	return sum / float64(len(p))
}
