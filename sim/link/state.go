package link

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
)

// Version is the newest of the forms of links that Read reads; each stands for the defaults of that version, and the
// overrides say which it is. Encode writes that, which is the first where they do not say.
const Version = sim.LatestVersion

// MaxLength is the longest query that Encode writes, bytes: what forums, chats and servers carry
// without cutting it.
const MaxLength = 2000

// State is what a link carries.
type State struct {
	Snapshot  string        // name of the network's state
	Edition   int           // of figures and models, from 1; 0 where the link does not say
	Own       Own           // figures of a reader's own that it was made with, which it does not carry
	Overrides sim.Overrides // what differs from the defaults, without the snapshot
	View      View
	Language  string // a BCP 47 tag, or "" where the reader's own is to be taken
}

// View is how the reader looks at a scenario; it changes no result. Zero values are the page's defaults.
type View struct {
	Chart    string     // what the hero chart divides by, one of Charts
	Unit     string     // of the gas chart, one of Units
	Band     string     // width of the uncertainty band, one of Bands
	BandOf   string     // what it is a band of, one of BandsOf
	Hidden   []string   // kinds of curves, of Kinds, or FIL+ rates by their place from 1
	Zoom     [2]day.Day // first and last day shown; equal where all days are
	Controls []string   // of an embedded chart, by scenario field
	Ensemble Ensemble
}

// Ensemble is how an ensemble was drawn, so that its figures come again; 0 is the default.
type Ensemble struct {
	Runs  uint64 // MinRuns to MaxRuns
	Seed  uint64 // at most MaxSeed
	Block uint64 // mean length of a block of history, 1 to MaxBlock days
}

// part is a number of an ensemble and its name in a link.
type part struct {
	key       string
	value     *uint64
	low, high uint64
}

func (e *Ensemble) parts() []part {
	return []part{{runsKey, &e.Runs, MinRuns, MaxRuns}, {seedKey, &e.Seed, 0, MaxSeed}, {blockKey, &e.Block, 1, MaxBlock}}
}

// Bounds of an ensemble, which are those of sim/explore. MaxSeed is what a browser's numbers hold exactly.
const (
	MinRuns, MaxRuns = 20, 5000
	MaxBlock         = 730
	MaxSeed          = 1<<53 - 1
)

// The values of a view, the default first.
var (
	Charts  = []string{"netflow", "outflow", "circulating"}
	Units   = []string{"fil", "gas", "share"}
	Bands   = []string{"80", "50", "95", "off"}
	BandsOf = []string{"day", "mean"}
	Kinds   = []string{"status", "direct", "realised"}
)

// Fault is a part of a link that could not be used: in its place stands what the page at the address opens with by itself.
type Fault struct {
	Reason string // one of the constants
	Key    string // as in the link
	Value  string // as in the link, cut where it is long
	Legal  string // what would have been legal, where that can be said
}

// Why a part of a link could not be used.
const (
	UnknownKey  = "unknown_key"
	Repeated    = "repeated"
	Damaged     = "damaged" // an escape that is none
	Illegal     = "illegal"
	NewerFormat = "newer_format"
	TooLong     = "too_long"
	Cut         = "cut" // a name without a value, or a value that ends in the middle: the link lost its end

	UnknownSnapshot = "unknown_snapshot"
	TwoScenarios    = "two_scenarios" // one after "?" and another after "#"; the first counts
	OwnFigures      = "own_figures"   // a link cannot carry them: the published ones stand in their place
)

// Error is the fault as an English sentence without a full stop.
func (f Fault) Error() string {
	switch f.Reason {
	case UnknownKey:
		return "link: " + f.Key + " is no name that a link knows"
	case Repeated:
		return "link: " + f.Key + " is given twice, the first counts"
	case Damaged:
		return "link: " + f.Key + " is damaged: " + f.Value
	case NewerFormat:
		return "link: it has form " + f.Value + ", this program reads up to " + f.Legal
	case Cut:
		if f.Legal != "" {
			return "link: it is cut off at " + f.At() + ", want " + f.Legal
		}
		return "link: it is cut off at " + f.At()
	case UnknownSnapshot:
		return "link: " + f.Key + " is " + f.Value + ", want one of " + f.Legal
	case TwoScenarios:
		return "link: it holds two scenarios, the one after ? counts and that after # does not"
	case OwnFigures:
		return "link: it was made with somebody's own figures (" + f.Value + "), which no link carries"
	case TooLong:
		return "link: it is " + f.Value + " bytes long, want at most " + f.Legal
	}
	return "link: " + f.Key + " is " + f.Value + ", want " + f.Legal
}

// At is the part of the link that the fault is of, as it stood there.
func (f Fault) At() string {
	if f.Value == "" {
		return f.Key
	}
	return f.Key + "=" + f.Value
}

const longestShown = 60

func cut(text string) string {
	if runes := []rune(text); len(runes) > longestShown {
		return string(runes[:longestShown]) + "…"
	}
	return text
}
