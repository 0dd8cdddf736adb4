package mechafil

import (
	"errors"
	"fmt"
	"math"
)

// Weighting says how the simple and the baseline consensus pledge are mixed (FIP-0081).
type Weighting string

// The weightings of the consensus pledge.
const (
	Arithmetic Weighting = "arithmetic"
	Geometric  Weighting = "geometric"
	Harmonic   Weighting = "harmonic"
)

// PledgeBase is the supply that the consensus pledge is a share of.
type PledgeBase string

// The bases of the consensus pledge.
const (
	CirculatingBase PledgeBase = "circulating"
	AvailableBase   PledgeBase = "available"
)

// Forecast is what a run assumes about the days after the snapshot. Paths hold one value, or
// HorizonDays values.
type Forecast struct {
	HorizonDays        int
	SectorDurationDays int

	RawOnboardingPiB    Path // raw power onboarded, PiB a day
	RenewalRate         Path // share of expiring power that is renewed
	FILPlusRate         Path // share of onboarded raw power that carries FIL+ deals
	LockTarget          Path // share of the supply that consensus pledge aims to lock
	FILPlusMultiplier   Path // QA power of a byte with a FIL+ deal
	QARenewalMultiplier Path // QA power of renewed power relative to what it was
	Gamma               Path // weight of the baseline pledge in the consensus pledge

	GammaWeighting Weighting
	PledgeBase     PledgeBase

	// BurnSavedFIL is taken off the burn of each forecast day, FIL; nil where none is. It has
	// HorizonDays values.
	BurnSavedFIL []float64
}

// Range is the legal closed interval of an input.
type Range struct{ Min, Max float64 }

// Contains reports whether v is a number in the range.
func (r Range) Contains(v float64) bool { return v >= r.Min && v <= r.Max }

// String is "min..max".
func (r Range) String() string { return fmt.Sprintf("%g..%g", r.Min, r.Max) }

// Legal ranges of the inputs.
var (
	HorizonRange    = Range{1, 7300}
	DurationRange   = Range{180, 1900}
	OnboardingRange = Range{0, 1000}
	ShareRange      = Range{0, 1}
	MultiplierRange = Range{1, 20}
	QARenewalRange  = Range{0, 10}
	errWeightings   = fmt.Sprintf("%q, %q or %q", Arithmetic, Geometric, Harmonic)
	errPledgeBases  = fmt.Sprintf("%q or %q", CirculatingBase, AvailableBase)
)

// RangeError says that an input lies outside its legal range.
type RangeError struct {
	Field string
	Entry int // entry of a vector, or -1
	Value float64
	Range Range
	Whole bool // only whole numbers are legal
}

func (e *RangeError) Error() string {
	name, kind := e.Field, "a number"
	if e.Entry >= 0 {
		name = fmt.Sprintf("%s entry %d", e.Field, e.Entry)
	}
	if e.Whole {
		kind = "a whole number"
	}
	return fmt.Sprintf("%s is %v, want %s in %v", name, e.Value, kind, e.Range)
}

// CheckPath returns an error that names field, value and legal range when p is not a scalar or
// a vector of the horizon's length, or when a value lies outside r.
func CheckPath(field string, p Path, horizonDays int, r Range) error {
	if len(p) != 1 && len(p) != horizonDays {
		return fmt.Errorf("%s has %d values, want one number or a vector of horizon_days = %d values in %v", field, len(p), horizonDays, r)
	}
	for i, v := range p {
		if !r.Contains(v) {
			if len(p) == 1 {
				i = -1
			}
			return &RangeError{Field: field, Entry: i, Value: v, Range: r}
		}
	}
	return nil
}

// CheckWhole returns an error when v is outside r.
func CheckWhole(field string, v int, r Range) error {
	if !r.Contains(float64(v)) {
		return &RangeError{Field: field, Entry: -1, Value: float64(v), Range: r, Whole: true}
	}
	return nil
}

// Validate checks every input and returns all violations, each naming field, value and legal
// range, joined. Fields carry their names of the scenario JSON.
func (f *Forecast) Validate() error {
	errs := []error{
		CheckWhole("horizon_days", f.HorizonDays, HorizonRange),
		CheckPath("raw_onboarding_pib", f.RawOnboardingPiB, f.HorizonDays, OnboardingRange),
		CheckPath("renewal_rate", f.RenewalRate, f.HorizonDays, ShareRange),
		CheckPath("fil_plus_rate", f.FILPlusRate, f.HorizonDays, ShareRange),
		CheckWhole("sector_duration_days", f.SectorDurationDays, DurationRange),
		CheckPath("lock_target", f.LockTarget, f.HorizonDays, ShareRange),
		CheckPath("fil_plus_multiplier", f.FILPlusMultiplier, f.HorizonDays, MultiplierRange),
		CheckPath("qa_renewal_multiplier", f.QARenewalMultiplier, f.HorizonDays, QARenewalRange),
		CheckPath("gamma", f.Gamma, f.HorizonDays, ShareRange),
	}
	for i, v := range f.BurnSavedFIL {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			errs = append(errs, fmt.Errorf("burn saved entry %d is %v, want a finite number", i, v))
			break
		}
	}
	if f.BurnSavedFIL != nil && len(f.BurnSavedFIL) != f.HorizonDays {
		errs = append(errs, fmt.Errorf("burn saved has %d values, want none or horizon_days = %d", len(f.BurnSavedFIL), f.HorizonDays))
	}
	if f.GammaWeighting != Arithmetic && f.GammaWeighting != Geometric && f.GammaWeighting != Harmonic {
		errs = append(errs, fmt.Errorf("gamma_weighting is %q, want %s", string(f.GammaWeighting), errWeightings))
	}
	if f.PledgeBase != CirculatingBase && f.PledgeBase != AvailableBase {
		errs = append(errs, fmt.Errorf("pledge_base is %q, want %s", string(f.PledgeBase), errPledgeBases))
	}
	return errors.Join(errs...)
}
