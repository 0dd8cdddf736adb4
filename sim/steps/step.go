package steps

import "github.com/gasburden/gasburden/model/day"

// Kind says how a value came about.
type Kind string

// The kinds of values.
const (
	PublishedValue Kind = "published" // by Starboard or Spacescope, about Origin.Date
	Scheduled      Kind = "scheduled" // by the snapshot, for Origin.Date
	Assumed        Kind = "assumed"   // by the scenario, in the field Origin.Ref
	Protocol       Kind = "protocol"  // a constant of the protocol
	Units          Kind = "units"     // converts units
	Rule           Kind = "rule"      // of the simulator's own
	Fitted         Kind = "fitted"    // to gas published up to Origin.Date
	Counted        Kind = "counted"   // days of the calendar
	FromStep       Kind = "step"      // from the step Origin.Ref of the same chain
	FromDay        Kind = "day"       // from the step Origin.Ref of another day, Origin.Date
	Absent         Kind = "absent"    // there is none, so it counts as zero
)

// Origin is where a value comes from.
type Origin struct {
	Kind Kind
	Date day.Day // PublishedValue, Scheduled, Assumed where it changes by the day, Fitted, FromDay; else zero
	Ref  string  // Assumed: the scenario's field; FromStep and FromDay: the key of a step
}

// Input is a value that went into a step.
type Input struct {
	Symbol Symbol
	Value  float64
	Unit   string
	Origin Origin
}

// Why says why a step has no value, or why it should not be read as one.
type Why string

// The reasons.
const (
	HasValue     Why = ""
	TooEarly     Why = "too-early"     // a mean of days needs that many days before it
	Ended        Why = "ended"         // power fell to zero, nothing after is defined
	EndedDirect  Why = "ended-direct"  // the same, in the network under DirectFIL+
	NoPower      Why = "no-power"      // the day on which power falls to zero: no gas, no ratio
	NoDivisor    Why = "no-divisor"    // what it would be divided by is zero
	NotPositive  Why = "not-positive"  // it has a value without a meaning: what it is divided by is below zero
	FromMissing  Why = "from-missing"  // something that went in has no value
	BeforeCounts Why = "before-counts" // sums over the forecast begin on the snapshot's day
)

// Step is one step of a chain: a figure of the day, and how it follows.
type Step struct {
	Key      string // unique in its chain; steps of the network under DirectFIL+ begin with "direct-"
	Part     Part
	Direct   bool // of the network under DirectFIL+, where that is another one
	Symbol   Symbol
	Equation string // ID of the equation, or "" where the figure is the one input, taken as it is
	// every symbol of the equation, and of the days that they are of; of a step without value, what it would need
	Inputs []Input
	Value  float64 // NaN where there is none, for the reason Why
	Unit   string
	Where  Source
	// the result's series that holds Value, by its JSON name: of the network, DirectNetwork where Direct; or ""
	Series string
	Why    Why
}

// Values are the step's inputs by symbol.
func (s *Step) Values() Values {
	v := make(Values, len(s.Inputs))
	for _, in := range s.Inputs {
		v[in.Symbol] = in.Value
	}
	return v
}
