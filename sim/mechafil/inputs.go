package mechafil

import (
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
)

// Input is an assumption of a forecast: its name in the JSON of a scenario, and its legal values.
type Input struct {
	Name    string
	Range   Range    // of numbers
	Choices []string // of names

	at func(*Forecast) any
}

var weightings = []string{string(Arithmetic), string(Geometric), string(Harmonic)}

// Weightings are all of them; MechaFIL counts them in this order, from 0.
func Weightings() []Weighting { return []Weighting{Arithmetic, Geometric, Harmonic} }

var inputs = []Input{
	{Name: "horizon_days", Range: HorizonRange, at: func(f *Forecast) any { return &f.HorizonDays }},
	{Name: "raw_onboarding_pib", Range: OnboardingRange, at: func(f *Forecast) any { return &f.RawOnboardingPiB }},
	{Name: "renewal_rate", Range: ShareRange, at: func(f *Forecast) any { return &f.RenewalRate }},
	{Name: "fil_plus_rate", Range: ShareRange, at: func(f *Forecast) any { return &f.FILPlusRate }},
	{Name: "sector_duration_days", Range: DurationRange, at: func(f *Forecast) any { return &f.SectorDurationDays }},
	{Name: "extension_days", Range: ExtensionRange, at: func(f *Forecast) any { return &f.ExtensionDays }},
	{Name: "leaving_rate", Range: LeavingRange, at: func(f *Forecast) any { return &f.LeavingRate }},
	{Name: "lock_target", Range: ShareRange, at: func(f *Forecast) any { return &f.LockTarget }},
	{Name: "fil_plus_multiplier", Range: MultiplierRange, at: func(f *Forecast) any { return &f.FILPlusMultiplier }},
	{Name: "qa_renewal_multiplier", Range: QARenewalRange, at: func(f *Forecast) any { return &f.QARenewalMultiplier }},
	{Name: "gamma", Range: ShareRange, at: func(f *Forecast) any { return &f.Gamma }},
	{Name: "baseline_eib", Range: BaselineRange, at: func(f *Forecast) any { return &f.BaselineEiB }},
	{Name: "gamma_weighting", Choices: weightings,
		at: func(f *Forecast) any { return (*string)(&f.GammaWeighting) }},
	{Name: "pledge_base", Choices: []string{string(CirculatingBase), string(AvailableBase)},
		at: func(f *Forecast) any { return (*string)(&f.PledgeBase) }},
	{Name: "start", Choices: []string{string(MechaFILStart), string(ChainStart)},
		at: func(f *Forecast) any { return (*string)(&f.Start) }},
}

// Inputs is the table of a forecast's assumptions. Nobody changes it.
func Inputs() []Input { return inputs }

// At is a pointer to the input in a forecast: an *int, a *Path or a *string.
func (in *Input) At(f *Forecast) any { return in.at(f) }

// Validate checks every input and returns all violations, each naming field, value and legal range, joined. Fields
// carry their names of the scenario JSON.
func (f *Forecast) Validate() error {
	var errs []error
	for _, in := range inputs {
		switch p := in.at(f).(type) {
		case *int:
			errs = append(errs, CheckWhole(in.Name, *p, in.Range))
		case *Path:
			errs = append(errs, CheckPath(in.Name, *p, f.HorizonDays, in.Range))
		case *string:
			errs = append(errs, CheckChoice(in.Name, *p, in.Choices))
		}
	}
	if n := len(f.GammaWeightings); n != 0 && n != f.HorizonDays {
		errs = append(errs, wrongLength("gamma_weightings", n,
			fault.Plainly(fault.NoneOrLength, "days", strconv.Itoa(f.HorizonDays))))
	}
	for _, name := range f.GammaWeightings {
		if err := CheckChoice("gamma_weightings", string(name), weightings); err != nil {
			errs = append(errs, err)
			break
		}
	}
	legal := fault.Plainly(fault.AnyNumber)
	for i, v := range f.BurnSavedFIL {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			errs = append(errs, illegal(burnSaved, i, v, legal))
			break
		}
	}
	if f.BurnSavedFIL != nil && len(f.BurnSavedFIL) != f.HorizonDays {
		errs = append(errs, wrongLength(burnSaved, len(f.BurnSavedFIL),
			fault.Plainly(fault.NoneOrLength, "days", strconv.Itoa(f.HorizonDays))))
	}
	return errors.Join(errs...)
}

const burnSaved = "burn saved"

// CheckPath returns a fault that names field, value and legal range when p is not a scalar or a vector of the
// horizon's length, or when a value lies outside r.
func CheckPath(field string, p Path, horizonDays int, r Range) error {
	if len(p) != 1 && len(p) != horizonDays {
		return wrongLength(field, len(p), r.Legal(fault.DailyLength, "days", strconv.Itoa(horizonDays)))
	}
	for i, v := range p {
		if !r.Contains(v) {
			if len(p) == 1 {
				i = -1
			}
			return illegal(field, i, v, r.Legal(fault.NumberIn))
		}
	}
	return nil
}

// CheckWholes returns a fault for the first value of a legal path that is no whole number.
func CheckWholes(field string, p Path, r Range) error {
	for i, v := range p {
		if v != math.Trunc(v) {
			if len(p) == 1 {
				i = -1
			}
			return illegal(field, i, v, r.Legal(fault.WholeIn))
		}
	}
	return nil
}

// CheckWhole returns a fault when v is outside r.
func CheckWhole(field string, v int, r Range) error {
	if !r.Contains(float64(v)) {
		return illegal(field, -1, float64(v), r.Legal(fault.WholeIn))
	}
	return nil
}

// CheckNumber returns a fault when v is outside r.
func CheckNumber(field string, v float64, r Range) error {
	if !r.Contains(v) {
		return illegal(field, -1, v, r.Legal(fault.NumberIn))
	}
	return nil
}

// CheckChoice returns a fault when name is none of the choices.
func CheckChoice(field, name string, choices []string) error {
	if !slices.Contains(choices, name) {
		return fault.Bad(field, strconv.Quote(name), fault.OneOfQuoted(choices...))
	}
	return nil
}

func wrongLength(field string, n int, legal *fault.Legal) error {
	f := fault.New(fault.IllegalLength, "n", strconv.Itoa(n))
	f.Field, f.Legal = field, legal
	return f
}

// illegal is the fault of a value, or of an entry of a vector where that is not negative.
//
//go:noinline
func illegal(field string, entry int, v float64, legal *fault.Legal) *fault.Fault {
	f := fault.Bad(field, number.Exact(v), legal)
	if entry >= 0 {
		f.Code, f.Pairs = fault.IllegalEntry, []string{"entry", strconv.Itoa(entry), "nth", strconv.Itoa(entry + 1)}
	}
	return f
}
