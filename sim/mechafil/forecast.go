package mechafil

import "github.com/gasburden/gasburden/model/fault"

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
func (r Range) String() string { return fault.Within(nil, r.Min, r.Max).Range() }

// Legal ranges of the inputs.
var (
	HorizonRange    = Range{1, 7300}
	DurationRange   = Range{180, 1900}
	OnboardingRange = Range{0, 1000}
	ShareRange      = Range{0, 1}
	MultiplierRange = Range{1, 20}
	QARenewalRange  = Range{0, 10}
)

// Legal is the range as a fault names it; code says which of its numbers, and pairs are its other placeholders.
func (r Range) Legal(code *fault.Code, pairs ...string) *fault.Legal {
	return fault.Within(code, r.Min, r.Max, pairs...)
}
