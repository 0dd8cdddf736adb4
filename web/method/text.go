package method

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/steps"
)

// Text is the catalogue of the methodology page and of the chain of steps. {name} marks what is filled
// in; numbers are filled in from the code's constants and the embedded figures.
type Text struct {
	Language, Name     string // a BCP 47 tag; by its own name
	If, Otherwise      string
	Colon, Comma, Stop string // between words, with their space
	Plain              bool   // numbers are for programs: plain digits
	Percent            string // {n} %
	Months             [12]string
	DateForm           string // with {day}, {month}, {year}

	Part     map[steps.Part]string
	Symbol   map[string]string // what a symbol stands for, by its name
	Unit     map[string]string // as it stands after a number; "" for none
	Per      map[string]string // of units that are a rate: {n} with it
	Equation map[string]EquationText
	Source   map[steps.Source]SourceText
	Origin   map[steps.Kind]string
	Why      map[steps.Why]string
	Chain    ChainText
	Page     PageText
	Terms    []Term // of the glossary

	Assumptions []AssumptionText // in the order of their table
}

// AssumptionText is an assumption and what the calculator calls it.
type AssumptionText struct {
	Of    *sim.Assumption
	Label string
}

// Term is a term of the field: in English, in the page's language where that is another, and what it means.
type Term struct{ English, Own, Meaning string }

// EquationText is an equation's name, and what it says in a sentence.
type EquationText struct{ Title, Say string }

// SourceText is a source's title and, if it has one, its address.
type SourceText struct{ Title, Address string }

// ChainText is the words of a chain of steps.
type ChainText struct {
	Title, Lead             string
	Pointed, PointedDots    string // the curve under the cursor: {chart}, {curve}, {value}; the same of published figures
	Inputs                  string // caption of a step's table
	Meaning, Value, From    string // its columns
	Symbol                  string
	Result, NoValue         string
	Doubtful                string // a {value} that means nothing
	WithDirect              string // heads the values under DirectFIL+
	Groups                  string // before the buttons that lead to groups of steps
	Range                   string // of a group: steps {first} to {last}
	Source, Method          string
	AssumedOn               string // of an assumption that changes by the day
	OtherStepOn, On         string // of another step on another day; of a day alone
	StatusQuo, DirectFILP   string
	ForOnboarded, ForRenews string // of a step that is taken twice
}

// ExploreText says how the section "What would change it?" computes.
type ExploreText struct {
	Title, Lead                                                  string
	TornadoTitle, Tornado, TornadoOrder                          string
	FlipTitle, Flip, FlipLimit                                   string
	EnsembleTitle, Draws, Amounts, Shares, Centre, Gas, GasScale string
	Seed, NotDrawn                                               string
	CompareTitle, Gap, GapTerms, Players                         string
}

// PageText is the words of the methodology page.
type PageText struct {
	Title, Description, Lead            string
	Brand, Back, Contents               string
	EquationsTitle, EquationsLead       string
	Where, In                           string
	Notation                            string
	AssumptionsTitle, AssumptionsLead   string
	AssumptionHeads                     []string
	ConstantsTitle, ConstantsLead       string
	ConstantHeads                       []string
	TranchesTitle, TranchesLead         string
	TrancheHeads                        []string
	FitsTitle, FitsLead                 string
	FitHeads                            []string
	RegimeTitle, RegimeLead             string
	RegimeHeads                         []string
	RegimeRows                          []string
	FractionsTitle, FractionsLead       string
	FractionHeads, FractionRows         []string
	DataTitle, DataLead                 string
	Data                                []string
	SnapshotHeads                       []string
	QuirksTitle, QuirksLead             string
	Quirks                              []string
	LimitsTitle                         string
	Limits                              []string
	Explore                             ExploreText
	CitationsTitle                      string
	Citations                           []SourceText
	ChainTitle, ChainSay, Command       string
	GlossaryTitle, GlossaryLead         string
	GlossaryHeads                       []string
	SkipToContent, ScrollTable, EqLabel string
}
