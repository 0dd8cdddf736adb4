package page

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Choices are what the reader chose, by hand, by a link or by a file, and what was asked for and is on its way. Its
// methods are the moves. What is said of them is put into words when a Picture is composed, in the language of then.
type Choices struct {
	Text      *words.Text                    // the catalogue of the language in use
	Language  string                         // that a link to the page names, "" for English that nobody asked for
	Snapshots []string                       // names of all shipped snapshots
	Editions  []Edition                      // the last is the one in use
	Load      func(name string, edition int) // starts loading a snapshot; Loaded or LoadFailed follow
	// Bring gets the figures of a pinned run, now or later; nil where there are none but the page's.
	Bring    func(name string, edition int, done func(in *assumption.Inputs, err error))
	Places   Places
	Exporter Exporter // where results go; nil where there is no browser

	// The view. It changes no result.
	Denominator   words.Denominator
	Band          string          // width of the uncertainty band: "off" or an index of its coverages
	BandOf        string          // what it is a band of: "day", "mean" or "forecasts"
	GasUnit       string          // of the gas chart: "fil", "gas" or "share"
	Hidden        map[string]bool // curves that are not drawn: kinds of link.Kinds, or rates by their place from 1
	Scale         string          // of the hero chart's FIL a day: one of link.Scales
	Zoom          [2]day.Day      // first and last day on show; equal for all days
	Ensemble      link.Ensemble   // that a link asks for
	asking        asking          // what a storage provider asks about its own costs
	EmbedControls []string        // controls of an embedded chart, by field
	EmbedKind     string          // of snippet
	Folds         Folds           // which parts of the page are open
	MoreOpen      bool            // the further assumptions are unfolded
	PreviewOpen   bool            // so is what was copied last
	EmbedOpen     bool            // so are the snippets

	// The assumptions.
	Scenario  assumption.Scenario          // as the overrides say on the inputs
	Sliders   []*Slider                    // in the order of the page
	Choosers  []*Chooser                   // in the order of the page
	Groups    [assumption.Groups]Controls  // the same by group
	Rates     [assumption.MaxRates]*Slider // of FIL+ rates; the first RateCount are in use
	overrides assumption.Overrides         // of the scenario
	defaults  assumption.Scenario          // that the controls go back to
	began     assumption.Overrides         // of the link, file or preset that the reader began with
	base      assumption.Scenario          // what these say, where the controls go back to before their defaults
	cut       map[string]mechafil.Path     // what the horizon cut, see stretch
	outdated  bool                         // the scenario has changed since the last result

	// The figures.
	Own         *Own      // the reader's, nil for the published ones
	OwnBusy     bool      // a file of them is being read
	Loading     string    // name of the snapshot on its way, or ""
	Pins        []*Pinned // runs that stay on the hero chart, at most link.MaxPins
	in          *assumption.Inputs
	edition     int                  // of the inputs
	loading     int                  // edition on its way with Loading
	dropping    bool                 // the published figures are on their way, in place of the reader's own
	opening     assumption.Overrides // of a link or file whose snapshot is on its way
	openingFile bool                 // it is a file's, which is taken whole or not at all
	refused     error                // why it was not taken, when its figures came

	// What is said of what was opened, loaded and exported.
	Copied        string     // what was copied last
	ShareFailed   bool       // what shareStatus says is bad news
	told          int        // how many exports have ended
	notes         []sentence // of a link: what could not be done, or what the reader should know
	faulty        []int      // which of them say what of the link is not shown
	snapshotError sentence
	ownError      sentence // what is wrong with a file of figures
	fileError     sentence // what is wrong with the scenario file that was opened
	shareStatus   sentence // how an export went

	settled bool // something but a slider's movement happened, see Moving

	entry entry  // what is being typed
	hand  string // the control that was changed last, if that may go on: a slider, a field, the zoom; else ""
	steps Steps
}

// sentence is something that is put into words when it is shown; nil says nothing, and so does one that gives "".
type sentence func(p *composer) string

// said is a sentence in words.
func (p *composer) said(s sentence) string {
	if s == nil {
		return ""
	}
	return s(p)
}

// RateCount is the number of FIL+ rates.
func (p *Choices) RateCount() int { return len(p.Scenario.FILPlusRates) }

// Speak changes the page's language. tag is what a link to the page says of it: "" where that is English by
// itself, "en" where the reader asked for English. What the reader typed and chose stays.
func (p *Choices) Speak(text *words.Text, tag string) {
	p.Text, p.Language = text, tag
	// Units are the language's: text that one of them refused the other may read.
	for _, s := range slices.Concat(p.Sliders, p.Rates[:p.RateCount()]) {
		if s.problem != nil {
			p.Type(s, s.Typed)
		}
	}
	p.shareStatus, p.ShareFailed, p.fileError, p.ownError, p.snapshotError = nil, false, nil, nil, nil
	p.Settle()
}

// What the reader may choose of the view. It changes no result.
const (
	BandOff     = "off"
	defaultBand = "1" // 80 %
	BandOfDays  = "day"
	BandOfMeans = "mean"
	// BandOfForecasts is how wrong past forecasts of gas were, in place of what the gas model's errors hold.
	BandOfForecasts = "forecasts"

	GasInFIL   = "fil"
	GasInGas   = "gas"
	GasOfTotal = "share"
)

// bandName is a band's width as a link has it: percent.
func bandName(band string) string {
	if k, err := strconv.Atoi(band); err == nil {
		return strconv.Itoa(int(math.Round(100 * model.Coverages[k])))
	}
	return band
}

// bandNamed is the band of a width.
func bandNamed(width string) string {
	for k := range model.Coverages {
		if band := strconv.Itoa(k); bandName(band) == width {
			return band
		}
	}
	return BandOff
}

// Use moves the page to other inputs; what the reader chose stays, the defaults follow.
func (p *Choices) Use(in *assumption.Inputs) error {
	overrides := maps.Clone(p.overrides)
	overrides["snapshot"] = quoted(in.Snapshot.Name)
	return p.adopt(in, overrides)
}

// adopt resolves overrides on inputs and, where that works, makes them the page's.
func (p *Choices) adopt(in *assumption.Inputs, overrides assumption.Overrides) error {
	scenario, err := overrides.Resolve(in)
	if err != nil {
		return err
	}
	defaults, err := assumption.DefaultBeside(in, &scenario)
	if err != nil {
		return err
	}
	defaults.DailyInputs = assumption.AssumedInputs
	p.in, p.overrides, p.Scenario, p.defaults, p.outdated = in, overrides, scenario, defaults, true
	p.base = defaults
	if len(p.began) > 0 {
		bare := bareOf(overrides)
		if horizon, ok := overrides["horizon_days"]; ok {
			bare["horizon_days"] = horizon
		}
		bare.Lay(p.began)
		if base, err := bare.Resolve(in); err == nil { // else it was for other figures, or another horizon
			p.base = base
		}
	}
	return nil
}

// begin says what the reader began with.
func (p *Choices) begin(overrides assumption.Overrides) {
	p.began = maps.Clone(overrides)
	for _, name := range []string{"snapshot", "version", "horizon_days"} {
		delete(p.began, name)
	}
}

// bareOf is what overrides say of the defaults that they are laid over: snapshot and version.
func bareOf(overrides assumption.Overrides) assumption.Overrides {
	out := assumption.Overrides{}
	for _, name := range []string{"snapshot", "version"} {
		if raw, ok := overrides[name]; ok {
			out[name] = raw
		}
	}
	return out
}

// Inputs are what the picture is computed from; they belong to the page.
func (p *Choices) Inputs() *assumption.Inputs { return p.in }

// with is the page's overrides and one more.
func (p *Choices) with(name string, value json.RawMessage) assumption.Overrides {
	out := maps.Clone(p.overrides)
	out.Put(name, value)
	return out
}

// mustAdopt takes overrides that are made of values accepted before.
func (p *Choices) mustAdopt(overrides assumption.Overrides) {
	if err := p.adopt(p.in, overrides); err != nil {
		panic("page: legal values refused: " + err.Error())
	}
}

// overTime reports whether a path changes: controls show its first value, and say so.
func overTime(path mechafil.Path) bool {
	_, constant := path.Scalar()
	return len(path) > 0 && !constant
}

// ResetAll gives every control its default back, and drops how an ensemble was drawn; the snapshot stays, and the
// version of the defaults.
func (p *Choices) ResetAll() {
	p.Settle()
	p.Ensemble = link.Ensemble{}
	p.clearControls()
	p.ClearNotes()
	p.began = nil
	if p.opening != nil {
		p.opening = bareOf(p.opening)
	}
	p.mustAdopt(bareOf(p.overrides))
}

// SnapshotName is the snapshot that the picture shows.
func (p *Choices) SnapshotName() string { return p.in.Snapshot.Name }

// SelectedSnapshot is the snapshot that the reader chose: shown, or on its way.
func (p *Choices) SelectedSnapshot() string {
	if p.Loading != "" {
		return p.Loading
	}
	return p.SnapshotName()
}

// DivideBy switches the hero chart's denominator, ShowBand the width of its band and ShowBandOf what that is of,
// MeasureGas the unit of the gas chart.
func (p *Choices) DivideBy(d words.Denominator) { p.Denominator = d; p.Settle() }
func (p *Choices) ShowBand(band string)         { p.Band = band; p.Settle() }
func (p *Choices) ShowBandOf(what string)       { p.BandOf = what; p.Settle() }
func (p *Choices) MeasureGas(unit string)       { p.GasUnit = unit; p.Settle() }

// Rescale shows the hero chart's FIL a day on the other scale.
func (p *Choices) Rescale() {
	p.Scale = link.Scales[1-slices.Index(link.Scales, p.Scale)]
	p.Settle()
}

// Settle asks for a render of the whole page. Only a slider on the move does without: charts and figures follow it at
// once, all else when it has settled. All moves but Slide and TypeDay call it.
func (p *Choices) Settle() { p.settled, p.hand = true, "" }

// Rest is called when a slider has stood still for a while: nothing has changed, but all is to be rendered.
func (p *Choices) Rest() { p.settled = true }

// ZoomTo shows a part of the days on all charts of the page, all of them where its ends are equal.
func (p *Choices) ZoomTo(zoom [2]day.Day) {
	p.Settle()
	p.Zoom, p.hand = zoom, "zoom"
}

// Moving reports whether all that happened since the last call was sliders moving.
func (p *Choices) Moving() bool {
	moving := !p.settled
	p.settled = false
	return moving
}

// chooser and slider are those of an assumption.
func (p *Choices) chooser(name string) *Chooser {
	return p.Choosers[slices.IndexFunc(p.Choosers, func(c *Chooser) bool { return c.Name == name })]
}

func (p *Choices) slider(name string) *Slider {
	return p.Sliders[slices.IndexFunc(p.Sliders, func(s *Slider) bool { return s.Name == name })]
}

// clearControls forgets what was typed and what was wrong with it.
func (p *Choices) clearControls() {
	p.cut = nil
	for _, s := range p.allSliders() {
		s.clear()
	}
	for _, c := range p.Choosers {
		c.clear()
	}
}

func quoted(text string) json.RawMessage { return mustJSON(text) }
