// Package page decides all that is shown. Choices are what the reader chose, with the moves that change them; a Picture
// is all that is to be seen of them and of the result that follows. Plain Go: it knows neither Vugu nor a browser.
package page

import (
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Page is what one reader chose, and the result that follows from it.
type Page struct {
	Choices
	Beside
	Result *sim.Result // its series are good until the Update after the next

	pinned    []*Pinned // as of the last Update
	runs      runs
	published *model.Table // that Realised is of
	measure   sim.Measure  // that Realised is of
	ghost     ghost
}

// Beside is what stands beside a result.
type Beside struct {
	Realised *sim.Realised
	Past     *Past       // nil where there are no figures of before
	Ghost    *sim.Result // of the defaults that the controls go back to
}

// ghost is the memory of a run of the defaults.
type ghost struct {
	runner  sim.Runner
	in      *assumption.Inputs
	version int
	horizon int
}

// NewPage is the page of the default scenario on the inputs, computed.
func NewPage(text *words.Text, snapshots []string, editions []Edition, in *assumption.Inputs) (*Page, error) {
	p, err := BlankPage(text, snapshots, editions, in)
	if err != nil {
		return nil, err
	}
	return p, p.Update()
}

// BlankPage is NewPage with nothing computed, for who opens a link before Update: there is no Result yet.
func BlankPage(text *words.Text, snapshots []string, editions []Edition, in *assumption.Inputs) (*Page, error) {
	p := &Page{Choices: Choices{
		Text: text, Snapshots: snapshots, Editions: editions, overrides: assumption.DefaultPreset().Overrides,
		Denominator: standard(assumption.DefaultVersion), Scale: link.DefaultScale(assumption.DefaultVersion),
		Band: defaultBand, BandOf: BandOfDays, GasUnit: GasInFIL,
		Hidden: map[string]bool{}, EmbedKind: SnippetFrame,
		Language: text.Spoken(), asking: asking{Question: price.StandardQuestion()},
	}}
	p.makeControls()
	for i := range p.Rates {
		p.Rates[i] = &Slider{
			Name: "fil_plus_rate_" + strconv.Itoa(i), rate: i,
			Scale: 100, Min: 0, Max: 100, Step: 1, Legal: mechafil.Range{Min: 0, Max: 100},
		}
	}
	p.edition = p.lastEdition().Number
	return p, p.Use(in)
}

// Update computes the result if the scenario has changed since. After an error the last good result stays.
func (p *Page) Update() error {
	p.updatePins()
	if !p.outdated {
		return nil
	}
	run := p.runs.free(p.Result)
	result, err := run.runner.RunWhole(p.in, &p.Scenario)
	if err != nil {
		return err
	}
	run.result, p.outdated = result, false
	if m := result.Measure(); p.published != p.in.Daily || p.measure != m {
		p.Realised, p.published, p.measure = sim.NewRealised(p.in.Daily, m), p.in.Daily, m
		if p.Past = newPast(p.in.Past, m, result.HistoryDays); p.Past != nil {
			p.Past.network = newPastNetwork(p.in.Daily, m)
		}
	}
	if err := p.updateGhost(); err != nil {
		return err
	}
	p.Result = result
	p.forgetOldText()
	return nil
}

// updateGhost computes what the defaults come to, if they are others than the last time.
func (p *Page) updateGhost() (err error) {
	of, g := &p.defaults, &p.ghost
	if g.in != p.in || g.version != of.Version || g.horizon != of.HorizonDays {
		if p.Ghost, err = g.runner.RunWhole(p.in, of); err == nil {
			g.in, g.version, g.horizon = p.in, of.Version, of.HorizonDays
		}
	}
	return err
}

// Picture is all that is to be shown of the page, with the charts of these IDs. It does not change when the page goes
// on, but that its Result is the page's.
func (p *Page) Picture(charts ...string) *Picture {
	return Compose(&p.Choices, p.Result, &p.Beside, charts...)
}

// runs is the memory of results. A slider on the move computes a result a frame; each takes the memory of an earlier
// one that nobody reads any more.
type runs []*run

// run is the memory of one result.
type run struct {
	runner sim.Runner
	result *sim.Result // the last that was computed here
}

// free is the memory of a result that is not on show.
func (all *runs) free(shown *sim.Result) *run {
	for _, r := range *all {
		if r.result != shown {
			return r
		}
	}
	r := &run{}
	*all = append(*all, r)
	return r
}
