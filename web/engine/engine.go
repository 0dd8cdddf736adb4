// Package engine answers questions about a scenario away from the page: in a Web Worker, and in programs
// without a browser.
package engine

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// Load returns a file of the site's data folder, by its address relative to the page.
type Load func(name string) ([]byte, error)

// Engine holds the figures that were asked for so far.
type Engine struct {
	load  Load
	cache *shipped.Cache         // of published figures
	texts map[string]*words.Text // by language

	ownFile
	owns map[string]ownFile // all of the reader's files so far, by hash: the reader may go back to one

	histories map[string]*explore.History // as published, by snapshot
	jobs      []*job                      // under way, the oldest first
	jobCount  int
}

// ownFile is a file of a reader's own figures.
type ownFile struct {
	table     *model.Table                  // nil for none
	tableHash string                        // see link.Own
	owned     map[string]*assumption.Inputs // what follows from it, by snapshot
}

// New is an engine without figures yet.
func New(load Load) (*Engine, error) {
	cache, err := shipped.NewCache(shipped.FromSite(load), load)
	if err != nil {
		return nil, err
	}
	return &Engine{load: load, cache: cache, texts: map[string]*words.Text{}, histories: map[string]*explore.History{},
		owns: map[string]ownFile{}}, nil
}

// Request is what a question is about: a link and, where the scenario did not fit into it, the scenario.
type Request struct {
	Query    string          `json:"query"`
	link     *link.Link      // in place of Query, where it was read already
	Scenario json.RawMessage `json:"scenario,omitempty"`
	Said     []string        `json:"said,omitempty"`    // page.Request
	Network  bool            `json:"network,omitempty"` // the same
	Page     string          `json:"page,omitempty"`    // web.Places
	Cards    string          `json:"cards,omitempty"`   // web.Places
	Kind     string          `json:"kind,omitempty"`    // of what is to be made, see package doc

	// A reader's own daily figures.
	Own  bool    `json:"own,omitempty"`  // the question is about them: those that Query names, or that were given last
	CSV  *string `json:"csv,omitempty"`  // the file's text; nil for one that was given before
	File string  `json:"file,omitempty"` // its name
	// the snapshot that they, or a scenario that names none, are to be used with
	Snapshot string `json:"snapshot,omitempty"`

	Preset string `json:"preset,omitempty"` // instead of a link or a scenario, see coded
	Text   string `json:"text,omitempty"`   // of a scenario file

	Language string `json:"language,omitempty"` // of what is said of errors; "" for English

	Asked
}

// Answer answers a question by name; the request is the JSON of a Request. The error is in its language.
func (e *Engine) Answer(name string, request []byte) ([]byte, error) {
	var r Request
	if err := json.Unmarshal(request, &r); err != nil {
		return nil, fmt.Errorf("engine: request: %w", err)
	}
	out, err := e.answer(name, &r)
	if err != nil {
		return nil, errors.New(fault.Say(words.FaultsIn(r.Language), err))
	}
	return out, nil
}

func (e *Engine) answer(name string, r *Request) ([]byte, error) {
	if r.Own {
		if file, known := e.owns[link.Read(r.Query, "", nil).Own.Hash]; known {
			e.ownFile = file
		}
	}
	switch name {
	case "make":
		p, err := e.page(r)
		if err != nil {
			return nil, err
		}
		return doc.Make(p, r.Kind)
	case "own":
		return e.take(r)
	case "scenario":
		overrides, err := assumption.ParseScenario([]byte(r.Text))
		if err != nil {
			return nil, firstOf(err)
		}
		return json.Marshal(overrides)
	case "run", "check", "link", "card":
		return e.coded(name, r)
	case "cost":
		return e.cost(r)
	}
	if out, known, err := e.explore(name, r); known {
		return out, err
	}
	return nil, fmt.Errorf("engine: no question is called %q, want make, own, scenario, run, check, link, card, cost, "+
		"tornado, breakeven, ensemble, compare, explain, step, drop or read", name)
}

// page is the page that the request describes, computed.
func (e *Engine) page(r *Request) (*page.Page, error) {
	l := r.link
	if l == nil {
		read := link.Read(r.Query, "", assets.SnapshotNames())
		l = &read
	}
	text, err := e.text(l.Language)
	if err != nil {
		return nil, err
	}
	p, err := e.cache.Blank(text, l.Snapshot, func(snapshot string, edition int) (*assumption.Inputs, error) {
		return e.figures(snapshot, edition, r.Own)
	})
	if err != nil {
		return nil, err
	}
	p.Places = page.Places{Page: r.Page, Cards: r.Cards}
	if r.Own && e.table != nil {
		p.Own = page.NewOwn(r.File, link.Own{Hash: e.tableHash, Rows: e.table.Len(), First: e.table.First,
			Last: e.table.Date(e.table.Len() - 1)})
	}
	p.Take(*l)
	if len(r.Scenario) > 0 {
		overrides, err := assumption.ParseScenario(r.Scenario)
		if err != nil {
			return nil, err
		}
		if err := p.OpenScenario(overrides); err != nil {
			return nil, err
		}
	}
	p.Hear(r.Said)
	p.OpenNetwork(r.Network)
	return p, p.Update()
}

// text is the catalogue for the language that a link names, English where it names none that there is.
func (e *Engine) text(tag string) (*words.Text, error) {
	language := words.Chosen(tag)
	if text, ok := e.texts[language]; ok {
		return text, nil
	}
	if language != words.Chinese {
		e.texts[language] = words.English()
		return e.texts[language], nil
	}
	data, err := e.load("data/text-" + language + ".json")
	if err != nil {
		return nil, err
	}
	text, err := words.ParseText(data)
	if err != nil {
		return nil, err
	}
	e.texts[language] = text
	return text, nil
}

// figures are those of a snapshot: the reader's own, or those published.
func (e *Engine) figures(snapshot string, edition int, own bool) (*assumption.Inputs, error) {
	if !own || e.table == nil {
		return e.cache.Inputs(snapshot, edition)
	}
	if in, ok := e.owned[snapshot]; ok {
		return in, nil
	}
	published, err := e.cache.Inputs(snapshot, edition)
	if err != nil {
		return nil, err
	}
	_, in, err := refit(e.table, published.Snapshot, e.cache.Models())
	return in, err
}
