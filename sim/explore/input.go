package explore

import (
	"fmt"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
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

	of *assumption.Row
}

// Range is what an input is varied over, and why.
type Range struct {
	Spread // Values is 0 where it does not come from the input's history
	Basis  assumption.Basis
}

// Message is the range's origin in English, without a full stop.
func (r *Range) Message() string {
	switch r.Basis {
	case assumption.OwnHistory:
		return fmt.Sprintf("10th to 90th percentile of %d published days, %s to %s", r.Values, r.First, r.Last)
	case assumption.FIPTable:
		return "FIP-0076's table, to no gas saved"
	case assumption.WholeRange:
		return "all that is possible"
	case assumption.Protocol:
		return "180 days, to FIP-0052's three and a half years"
	case assumption.BaselineFIP:
		return "FIP-0081's weight, to that before it"
	case assumption.Multiplier:
		return "no FIL+ at all, to the protocol's 10"
	case assumption.Window:
		return "a week, to a quarter"
	case assumption.FirstYear:
		return "the scenario's first day, to a year after"
	default:
		return "assumed: there is no history of it"
	}
}

// Apply is the scenario with the input at a value. Paths become constant. The error names field, value and
// legal range, or what the value may not stand beside.
func (in *Input) Apply(sc assumption.Scenario, rate int, v float64) (assumption.Scenario, error) {
	if in.Choices != nil {
		if v != math.Trunc(v) || !(v >= 0 && int(v) < len(in.Choices)) {
			panic("explore: no choice number " + number.Exact(v) + " of " + in.Name)
		}
	} else if in.Whole || in.Date {
		v = math.Round(v)
	}
	sc.FILPlusRates = slices.Clone(sc.FILPlusRates)
	in.set(&sc, rate, v)
	return sc, sc.Validate()
}

// Value is the input's value in a scenario; of a path that varies its mean, of a choice its number.
func (in *Input) Value(sc *assumption.Scenario, rate int) float64 {
	switch in.of.Kind {
	case assumption.Rates:
		return sc.FILPlusRates[rate].Mean()
	case assumption.Choice:
		return float64(slices.Index(in.Choices, in.of.Text(sc)))
	}
	return in.of.Alone(sc)
}

func (in *Input) set(sc *assumption.Scenario, rate int, v float64) {
	switch in.of.Kind {
	case assumption.Rates:
		sc.FILPlusRates[rate] = mechafil.Constant(v)
		return
	case assumption.Choice:
		in.of.Choose(sc, in.Choices[int(v)])
		return
	}
	in.of.SetAlone(sc, v)
}

// spread is the range that the input is varied over.
func (in *Input) spread(h *History, sc *assumption.Scenario) (Range, error) {
	vary := in.of.Vary
	if vary.Basis == assumption.OwnHistory {
		s, err := h.spread(in.Name, h.of(in.of, sc.Version))
		if err == nil || vary.High == 0 {
			return Range{s, vary.Basis}, err
		}
		vary.Basis = assumption.Stated
	}
	if in.Date {
		start := in.of.Number(sc)
		vary.Low, vary.High = start+vary.Low, start+vary.High
	}
	return Range{Spread{Low: vary.Low, High: vary.High}, vary.Basis}, nil
}

// Varies reports whether to vary it alone beside a scenario's other assumptions is to leave those as they are.
func (in *Input) Varies(sc *assumption.Scenario) bool { return in.of.Varies(sc) }

// Inputs lists the inputs, in the order of the table of assumptions. Snapshot and horizon are not among them: the
// first brings other figures with it, the second is a matter of how far one looks. Those that came with a later version
// than the default are not listed, but can be asked for by name.
func Inputs() []Input {
	return inputs(func(a *assumption.Row) bool { return a.Since <= assumption.DefaultVersion })
}

// InputsOf are the inputs of a scenario: it has them all, and to vary one alone is to leave all others as they are.
func InputsOf(sc *assumption.Scenario) []Input {
	out := inputs(func(a *assumption.Row) bool { return sc.Has(a) && a.Varies(sc) })
	for i := range out {
		if out[i].of.Kind == assumption.Choice {
			out[i].Choices = out[i].of.ChoicesOf(sc)
		}
	}
	return out
}

func inputs(has func(*assumption.Row) bool) []Input {
	var out []Input
	for _, a := range assumption.Rows() {
		if !has(a) || a.OfDefaults {
			continue
		}
		in := Input{Name: a.Name, Field: a.Name, Unit: a.Unit, Legal: a.Range, Choices: a.Choices,
			Whole: a.Kind == assumption.Whole, Date: a.Kind == assumption.Date, of: a}
		switch a.Kind {
		case assumption.Rates:
			in.Name = "fil_plus_rate"
		case assumption.Switch:
			in.Choices = []string{"false", "true"}
		}
		if in.Choices != nil || a.Vary.Basis != "" {
			out = append(out, in)
		}
	}
	return out
}

// InputNamed finds an input. The error lists the names.
func InputNamed(name string) (*Input, error) {
	var names []string
	for _, in := range inputs(func(*assumption.Row) bool { return true }) {
		if in.Name == name {
			return &in, nil
		}
		names = append(names, in.Name)
	}
	return nil, unknown("input", name, names)
}
