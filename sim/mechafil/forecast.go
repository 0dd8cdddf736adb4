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

// Start says how the supply of a run begins.
type Start string

// The starts.
const (
	// MechaFILStart is MechaFIL's own: rewards follow the formula from the first day, so that the supply jumps by what
	// the formula had minted more than the chain, and half of all locked FIL is reward, gone in 180 days.
	MechaFILStart Start = "mechafil"
	// ChainStart is the chain as it stood: mined FIL and locked reward are the snapshot's.
	ChainStart Start = "chain"
)

// Forecast is what a run assumes about the days after the snapshot. Paths hold one value, or
// HorizonDays values.
type Forecast struct {
	HorizonDays        int
	SectorDurationDays int
	ExtensionDays      int // that a renewed sector gets; 0: as many as a new one, which is MechaFIL's

	RawOnboardingPiB    Path // raw power onboarded, PiB a day
	RenewalRate         Path // share of expiring power that is renewed
	FILPlusRate         Path // share of onboarded raw power that carries FIL+ deals
	LockTarget          Path // share of the supply that consensus pledge aims to lock
	FILPlusMultiplier   Path // QA power of a byte with a FIL+ deal
	QARenewalMultiplier Path // QA power of renewed power relative to what it was
	Gamma               Path // weight of the baseline pledge in the consensus pledge
	BaselineEiB         Path // network baseline of the day; 0: the protocol's, which doubles every year
	LeavingRate         Path // share of the power and pledge alive that leaves early on the day; 0 in MechaFIL

	Start          Start
	GammaWeighting Weighting
	// GammaWeightings has one weighting a forecast day in the place of GammaWeighting; nil where that holds on all.
	GammaWeightings []Weighting
	PledgeBase      PledgeBase

	Burn     *BurnPath // nil: the burn goes on at the mean of the history, which is MechaFIL's
	Solstice *Solstice // nil: FIL+ goes on

	// BurnSavedFIL is taken off the burn of each forecast day, FIL; nil where none is. It has
	// HorizonDays values. A Burn that follows its causes takes none off: its gas is given.
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
	ExtensionRange  = Range{0, 1900}
	LeavingRange    = Range{0, 0.01}
	BaselineRange   = Range{0, 100_000}
	WeightingRange  = Range{0, 3} // 0, and the weightings from 1
)

// Legal is the range as a fault names it; code says which of its numbers, and pairs are its other placeholders.
func (r Range) Legal(code *fault.Code, pairs ...string) *fault.Legal {
	return fault.Within(code, r.Min, r.Max, pairs...)
}

// extension is how long a renewed sector lives on, days.
func (f *Forecast) extension() int {
	if f.ExtensionDays == 0 {
		return f.SectorDurationDays
	}
	return f.ExtensionDays
}
