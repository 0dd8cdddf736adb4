package link

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Version is the newest of the forms of links that Read reads; each stands for the defaults of that version, and the
// overrides say which it is. Encode writes that, which is the first where they do not say.
const Version = assumption.LatestVersion

// MaxLength is the longest query that Encode writes, bytes: what forums, chats and servers carry
// without cutting it.
const MaxLength = 2000

// State is what a link carries.
type State struct {
	Snapshot  string               // name of the network's state
	Edition   int                  // of figures and models, from 1; 0 where the link does not say
	Own       Own                  // figures of a reader's own that it was made with, which it does not carry
	Overrides assumption.Overrides // what differs from the defaults, without the snapshot
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
	Scale    string     // of the hero chart's FIL a day, one of Scales
	Zoom     [2]day.Day // first and last day shown; equal where all days are
	Controls []string   // of an embedded chart, by scenario field
	Ensemble Ensemble
	Pins     []Pin           // at most MaxPins
	Cost     *price.Question // what a storage provider asks about its own costs; nil: price.StandardQuestion
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
	return []part{{runsKey, &e.Runs, MinRuns, MaxRuns}, {seedKey, &e.Seed, 0, MaxSeed},
		{blockKey, &e.Block, 1, MaxBlock}}
}

// Bounds of an ensemble, which are those of sim/explore. MaxSeed is what a browser's numbers hold exactly.
const (
	MinRuns, MaxRuns = 20, 5000
	MaxBlock         = 730
	MaxSeed          = 1<<53 - 1
)

// DefaultChart is what the hero chart divides by in links of a version that do not say: since the second it shows FIL a
// day.
func DefaultChart(version int) string {
	if version == assumption.FirstVersion {
		return "netflow"
	}
	return Charts[0]
}

// DefaultScale is the scale of links of a version that do not say: since the second FIL a day span powers of ten.
func DefaultScale(version int) string {
	if version == assumption.FirstVersion {
		return Scales[1]
	}
	return Scales[0]
}

// The values of a view, the default first.
var (
	Charts  = []string{"fil", "netflow", "outflow", "circulating"}
	Units   = []string{"fil", "gas", "share"}
	Bands   = []string{"80", "50", "95", "off"}
	BandsOf = []string{"day", "mean", "forecasts"}
	Scales  = []string{"log", "linear"}
	Kinds   = []string{"status", "direct", "realised"}
)

// Language is the link that asks for a language by its tag and for nothing else, "" for none.
func Language(tag string) string {
	if tag == "" {
		return ""
	}
	return languageKey + "=" + tag
}
