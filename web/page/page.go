package page

import (
	"maps"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Page is the state of the page: what the reader chose, and what follows from it. Components
// read it and call its methods; nothing in it knows a browser.
type Page struct {
	Text      *words.Text
	Snapshots []string                       // names of all shipped snapshots
	Editions  []Edition                      // the last is the one in use
	Load      func(name string, edition int) // starts loading a snapshot; Loaded or LoadFailed follow

	Denominator   words.Denominator
	Band          string          // width of the uncertainty band: "off" or an index of its coverages
	BandOf        string          // what it is a band of: "day" or "mean"
	GasUnit       string          // of the gas chart: "fil", "gas" or "share"
	Hidden        map[string]bool // curves that are not drawn: kinds of link.Kinds, or rates by their place from 1
	Zoom          [2]day.Day      // first and last day on show; equal for all days
	Language      string          // that a link to the page names, "" for English that nobody asked for
	Ensemble      link.Ensemble   // that a link asks for
	Places        Places
	EmbedControls []string   // controls of an embedded chart, by field
	Sliders       []*Slider  // in the order of the page
	Choosers      []*Chooser // in the order of the page
	Groups        [sim.Groups]Controls
	Rates         [sim.MaxRates]*Slider
	RateCount     int
	MoreOpen      bool

	Result   *sim.Result // its series are good until the Update after the next
	Realised *sim.Realised
	Scenario sim.Scenario

	Loading       string // name of the snapshot on its way, or ""
	SnapshotError string
	LinkNotices   []string // what a link says that could not be done, or that the reader should know

	Outlet      Outlet // where results go; nil where there is no browser
	Copied      string // what was copied last
	ShareStatus string // how it went
	ShareFailed bool
	Pinned      *Pinned // a run that stays on the hero chart, or nil
	Own         *Own    // the reader's figures that the picture is based on, nil for the published ones
	OwnBusy     bool    // a file of them is being read
	OwnError    string  // what is wrong with it
	FileError   string  // what is wrong with the scenario file that was opened
	PreviewOpen bool
	EmbedOpen   bool
	EmbedKind   string // of snippet

	noted    []func() string // the sentences of LinkNotices
	faulty   []int           // which of them say what of the link is not shown
	in       *sim.Inputs
	edition  int           // of the inputs
	loading  int           // edition on its way with Loading
	dropping bool          // the published figures are on their way, in place of the reader's own
	opening  sim.Overrides // of a link or file whose snapshot is on its way

	openingFile bool // it is a file's, which is taken whole or not at all

	defaults  sim.Scenario
	overrides sim.Overrides
	whole     map[string]mechafil.Path // what the horizon cut, see stretch
	rooms     []*room
	realised  *model.Table // that Realised is of
	measure   sim.Measure  // that Realised is of
	stale     bool         // the result is older than the scenario
	resting   bool         // something but a slider's movement happened
}

// NewPage is the page of the default scenario on the inputs, computed.
func NewPage(text *words.Text, snapshots []string, editions []Edition, in *sim.Inputs) (*Page, error) {
	p, err := BlankPage(text, snapshots, editions, in)
	if err != nil {
		return nil, err
	}
	return p, p.Update()
}

// BlankPage is NewPage with nothing computed, for who opens a link before Update: there is no Result yet.
func BlankPage(text *words.Text, snapshots []string, editions []Edition, in *sim.Inputs) (*Page, error) {
	p := &Page{
		Text: text, Snapshots: snapshots, Editions: editions, overrides: sim.Overrides{},
		Denominator: words.ByNetflow, Band: defaultBand, BandOf: BandOfDays, GasUnit: GasInFIL, Hidden: map[string]bool{}, EmbedKind: snippetFrame,
		Language: text.Spoken(),
	}
	p.makeControls()
	for i := range p.Rates {
		p.Rates[i] = &Slider{
			Name: "fil_plus_rate_" + strconv.Itoa(i), Label: rateLabel(text, i), Unit: "%",
			Scale: 100, Min: 0, Max: 100, Step: 1, Legal: mechafil.Range{Min: 0, Max: 100},
		}
	}
	p.edition = p.lastEdition().Number
	return p, p.Use(in)
}

// rateLabel names the i-th FIL+ rate's number field.
func rateLabel(text *words.Text, i int) string {
	return words.Fill(text.RateLabel, "n", strconv.Itoa(i+1))
}

// Use moves the page to other inputs; what the reader chose stays, the defaults follow.
func (p *Page) Use(in *sim.Inputs) error {
	overrides := maps.Clone(p.overrides)
	overrides["snapshot"] = quoted(in.Snapshot.Name)
	return p.adopt(in, overrides)
}

// adopt resolves overrides on inputs and, where that works, makes them the page's.
func (p *Page) adopt(in *sim.Inputs, overrides sim.Overrides) error {
	scenario, err := overrides.Resolve(in)
	if err != nil {
		return err
	}
	bare := sim.Overrides{"snapshot": overrides["snapshot"]}
	if horizon, ok := overrides["horizon_days"]; ok {
		bare["horizon_days"] = horizon
	}
	defaults, err := bare.Resolve(in)
	if err != nil {
		return err
	}
	p.in, p.overrides, p.Scenario, p.defaults, p.stale = in, overrides, scenario, defaults, true
	return nil
}

// Update computes the result if the scenario has changed since. After an error the last good
// result stays.
func (p *Page) Update() error {
	if !p.stale {
		return nil
	}
	room := p.freeRoom()
	result, err := room.runner.RunWhole(p.in, &p.Scenario)
	if err != nil {
		return err
	}
	room.result, p.stale = result, false
	p.show(result)
	p.showAll()
	return nil
}

// showAll lets every control without an error show the scenario's value.
func (p *Page) showAll() {
	for _, c := range p.Choosers {
		c.Hidden = c.of.Hidden(&p.Scenario)
		if c.Err == "" && !c.Typing {
			c.Value = c.of.Text(&p.Scenario)
			c.Changed = c.Value != c.of.Text(&p.defaults)
		}
	}
	for _, s := range p.Sliders {
		s.Hidden = s.of.Hidden(&p.Scenario)
		s.OverTime = overTime(s.of.Path(&p.Scenario))
		s.Source = p.source(s.of)
		s.stand(p.Text, s.of.Number(&p.Scenario), p.defaultOf(s.of))
		s.Offers = p.offers(s)
	}
	p.RateCount = len(p.Scenario.FILPlusRates)
	for i, s := range p.Rates {
		if i >= p.RateCount {
			continue
		}
		path := p.Scenario.FILPlusRates[i]
		value := path[0]
		s.OverTime = overTime(path)
		def := value
		if rates := p.defaults.FILPlusRates; i < len(rates) {
			def = rates[i][0]
		}
		s.stand(p.Text, value, def)
	}
}

func (p *Page) defaultOf(a *sim.Assumption) float64 {
	if a.Name == "horizon_days" {
		return sim.DefaultHorizonDays
	}
	return a.Number(&p.defaults)
}

// overTime reports whether a path changes: controls show its first value, and say so.
func overTime(path mechafil.Path) bool {
	_, constant := path.Scalar()
	return len(path) > 0 && !constant
}

// offers are the values that a slider has a button for: its default and the study's, where that is another.
func (p *Page) offers(s *Slider) []Offer {
	if s.of.Study == 0 {
		return nil
	}
	study := s.scaled(s.of.Study)
	return []Offer{
		{words.Fill(p.Text.Offer[s.Name], "value", words.Entered(s.Default)), s.Default},
		{words.Fill(p.Text.OfferStudy, "value", words.Entered(study)), study},
	}
}

// source says where a default comes from.
func (p *Page) source(a *sim.Assumption) string {
	text := p.Text.Control[a.Name].Source
	if a.Recent == nil {
		return text
	}
	recent, err := a.Recent(p.in)
	if err != nil {
		return p.Say(err)
	}
	return words.Fill(text, "n", strconv.Itoa(recent.Values), "date", p.Text.LongDate(recent.Last), "first", p.Text.LongDate(recent.First))
}

// Inputs are what the picture is computed from; they belong to the page.
func (p *Page) Inputs() *sim.Inputs { return p.in }
