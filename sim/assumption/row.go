package assumption

import (
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Row is one of the table of assumptions: all that is said of a field of Scenario, for everything that reads,
// writes, checks, shows or varies it. Words that readers see stand in the catalogues of web, by Name.
type Row struct {
	Name    string // its key in JSON
	Unit    string
	Kind    Kind
	Range   mechafil.Range // of its numbers; of a Date by the count of days
	Choices []string       // of a Choice; empty for snapshot: the legal names are those that were shipped
	Dates   bool           // any day of Range may stand in the place of a choice
	Wholes  bool           // of a Daily: its numbers are whole
	Meaning string         // one line
	Source  string         // where the default comes from

	// Default is a number, the same on all days; of a Choice its place in Choices, of a Switch 0 or 1.
	Default float64
	// Recent gives the published values whose median is the default, in the place of Default.
	Recent func(*Inputs) (Recent, error)
	// Past is what was published of it on a day, as a snapshot knows it; NaN where nothing was. Nil: it has no past.
	Past func(t *model.Table, on, snapshot day.Day) float64
	// LaterPast is the same for scenarios of the versions of Later, where that is another figure.
	LaterPast func(t *model.Table, on, snapshot day.Day) float64
	// Derive sets a default that follows from the inputs in another way. The fields of the rows above are set.
	Derive func(in *Inputs, s *Scenario) error
	Later  *Later // another default of later versions; nil for none
	Since  int    // the version that it came with; a scenario of an earlier one has it on a value that changes nothing
	// With says of a scenario of an earlier version that it has it nevertheless: on another value. Nil: where the price
	// follows block space.
	With func(*Scenario) bool
	// OfDefaults: it says what others stand on that nothing is said of, and changes nothing by itself.
	OfDefaults bool

	Link  string // its key in a link, which never changes; "" for snapshot, which every link has
	Place int    // in links and within its group on the page, the least first; steps of ten leave space
	// Weight orders lists of assumptions, the least first: what moves a result most. 0 is for what another row's words
	// say too.
	Weight int

	Group  Group
	Slider Slider  // of numbers in a group
	Study  float64 // the study's value, which the page offers beside the default; 0 where it does not
	Embed  bool    // an embedded chart may have its control

	Needs []*Condition // without any one of which it changes nothing
	Vary  Vary
	// VariedWith is beside which other assumptions it is varied alone; nil: beside all.
	VariedWith *Condition
	Symbol     string // its name in the equations, the first where it has several; "" where it chooses between them

	at func(*Scenario) any // pointer to the field; of any kind of name a *string
	// alone and setAlone stand in for the field's number where another field has a part in it.
	alone    func(*Scenario) float64
	setAlone func(*Scenario, float64)
}

// Later is the default of a version and those after it, where that is not the first version's.
type Later struct {
	Version int
	Source  string
	Derive  func(in *Inputs, s *Scenario) error
}

// Kind says which values an assumption takes.
type Kind int

// The kinds of assumptions.
const (
	Choice Kind = iota // one of Choices
	Whole              // a whole number in Range
	Number             // a number in Range
	Daily              // a number, or a vector of one number a forecast day
	Rates              // 1 to 5 entries, each like Daily
	Date               // a UTC day, YYYY-MM-DD
	Switch             // true or false
)

// Group is the part of the page that an assumption is set in.
type Group int

// The groups, in the order of the page. Those of the first have no control, those of the second one of their own kind.
const (
	NoControl Group = iota
	OwnControl
	BasicGroup
	DirectGroup
	MoreGroup
	Groups // how many there are
)

// Slider is where a slider begins and ends and how far a step goes, in the reader's unit: percent for shares. The
// legal range may be wider.
type Slider struct{ Low, High, Step float64 }

// Condition is one that a scenario must fulfil for an assumption to change anything. Each looks at one field.
type Condition struct {
	Holds func(*Scenario) bool
	Hides bool // the page hides the control where it does not hold
}

// fromVersion2 holds where a scenario chooses what the first version knew one value of: from version 2 on, or where it
// has another value all the same.
func fromVersion2(has func(*Scenario) bool) *Condition {
	return &Condition{Hides: true, Holds: func(s *Scenario) bool { return s.Version >= 2 || has(s) }}
}

// Vary is the range that an assumption is varied over alone, and why. Choices and switches need none: each choice is
// tried.
type Vary struct {
	Low, High float64 // of a Date in days after the scenario's own; with OwnHistory where nothing was published
	Basis     Basis   // "" where it is not varied
}

// Basis says where a range comes from.
type Basis string

// The bases.
const (
	OwnHistory  Basis = "own_history"    // 10th to 90th percentile of its own last two years
	FIPTable    Basis = "fip_0076_table" // FIP-0076's table, to no gas saved at all
	WholeRange  Basis = "whole_range"    // everything that is possible
	Protocol    Basis = "protocol"       // 180 days, and FIP-0052's three and a half years: the ends of a commitment
	BaselineFIP Basis = "fip_0081"       // FIP-0081's weight after its ramp, and that before
	Multiplier  Basis = "multiplier"     // no FIL+ at all, to the protocol's
	Stated      Basis = "stated"         // no history and no source: a third less, a third more, or as said
	Window      Basis = "window"         // from a week to a quarter
	FirstYear   Basis = "first_year"     // from the day in question to a year later
)

// Scale is what a reader's number is larger by than the scenario's: shares are percent there.
func (a *Row) Scale() float64 {
	if a.Unit == "share" {
		return 100
	}
	return 1
}

// HasSlider reports whether the page shows it as a slider; others in a group are lists, days and switches.
func (a *Row) HasSlider() bool { return a.Slider != Slider{} }

// Matters reports whether it changes anything beside the scenario's other assumptions.
func (a *Row) Matters(s *Scenario) bool {
	for _, c := range a.Needs {
		if !c.Holds(s) {
			return false
		}
	}
	return true
}

// Varies reports whether it is varied alone beside the scenario's other assumptions: not where that would change more
// than its own value, or nothing.
func (a *Row) Varies(s *Scenario) bool {
	return !a.OfDefaults && (a.VariedWith == nil || a.VariedWith.Holds(s))
}

// Hidden reports whether the page hides its control beside the scenario's other assumptions.
func (a *Row) Hidden(s *Scenario) bool {
	for _, c := range a.Needs {
		if c.Hides && !c.Holds(s) {
			return true
		}
	}
	return false
}

// Legal is the values that it takes.
func (a *Row) Legal() *fault.Legal {
	switch a.Kind {
	case Whole:
		return a.Range.Legal(fault.WholeIn)
	case Number:
		return a.Range.Legal(fault.NumberIn)
	case Daily:
		return a.Range.Legal(fault.Daily)
	case Date:
		first, last := a.Days()
		return fault.WithinDays(fault.DateIn, first, last)
	case Switch:
		return fault.Plainly(fault.Switch)
	case Rates:
		return a.Range.Legal(fault.Rates, rateCounts...)
	default:
		if len(a.Choices) == 0 {
			return fault.Plainly(fault.SnapshotName)
		}
		if a.Dates {
			first, last := a.Days()
			return fault.WithinDays(fault.NeverOrDate, first, last)
		}
		return fault.OneOfQuoted(a.Choices...)
	}
}

var rateCounts = []string{"least", strconv.Itoa(MinRates), "most", strconv.Itoa(MaxRates)}

// Days are the ends of a Date's range.
func (a *Row) Days() (first, last day.Day) { return day.Day(a.Range.Min), day.Day(a.Range.Max) }

// RangeText is the range as messages have it.
func (a *Row) RangeText() string { return a.Legal().Range() }
