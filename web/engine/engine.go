// Package engine answers questions about a scenario away from the page: in a Web Worker, and in programs
// without a browser.
package engine

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/deliver"
	"github.com/gasburden/gasburden/web/shipped"
)

// Load returns a file of the site's data folder, by its address relative to the page.
type Load func(name string) ([]byte, error)

// Engine holds the figures that were asked for so far.
type Engine struct {
	load     Load
	models   *assets.Models // of the last edition
	editions []web.Edition
	inputs   map[figures]*sim.Inputs
}

// figures are those of a snapshot in an edition.
type figures struct {
	snapshot string
	edition  int
}

// New is an engine without figures yet.
func New(load Load) (*Engine, error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	editions, err := shipped.Editions()
	if err != nil {
		return nil, err
	}
	return &Engine{load: load, models: models, editions: editions, inputs: map[figures]*sim.Inputs{}}, nil
}

// Request is what a question is about: a link and, where the scenario did not fit into it, the scenario.
type Request struct {
	Query    string          `json:"query"`
	Scenario json.RawMessage `json:"scenario,omitempty"`
	Page     string          `json:"page,omitempty"`  // web.Places
	Cards    string          `json:"cards,omitempty"` // web.Places
	Kind     string          `json:"kind,omitempty"`  // of what is to be made, see package deliver
}

// Answer answers a question by name; the request is the JSON of a Request.
func (e *Engine) Answer(name string, request []byte) ([]byte, error) {
	var r Request
	if err := json.Unmarshal(request, &r); err != nil {
		return nil, fmt.Errorf("engine: request: %w", err)
	}
	switch name {
	case "make":
		p, err := e.page(&r)
		if err != nil {
			return nil, err
		}
		return deliver.Make(p, r.Kind)
	}
	return nil, fmt.Errorf("engine: no question is called %q, want make", name)
}

// page is the page that the request describes, computed.
func (e *Engine) page(r *Request) (*web.Page, error) {
	state, _ := link.Decode(r.Query, assets.DefaultSnapshot)
	if !slices.Contains(assets.SnapshotNames(), state.Snapshot) {
		state.Snapshot = assets.DefaultSnapshot // the page says so
	}
	last := e.editions[len(e.editions)-1].Number
	in, err := e.figures(figures{state.Snapshot, last})
	if err != nil {
		return nil, err
	}
	p, err := web.NewPage(web.English(), assets.SnapshotNames(), e.editions, in)
	if err != nil {
		return nil, err
	}
	p.Places = web.Places{Page: r.Page, Cards: r.Cards}
	p.Load = func(name string, edition int) {
		in, err := e.figures(figures{name, edition})
		if err != nil {
			p.LoadFailed(name, edition, err)
			return
		}
		p.Loaded(in, edition)
	}
	if r.Query != "" {
		p.Open(r.Query)
	}
	if len(r.Scenario) > 0 {
		if err := p.OpenScenario(r.Scenario); err != nil {
			return nil, err
		}
	}
	return p, p.Update()
}

// figures loads what it does not have yet.
func (e *Engine) figures(want figures) (*sim.Inputs, error) {
	if in, ok := e.inputs[want]; ok {
		return in, nil
	}
	if want.snapshot == assets.DefaultSnapshot && want.edition == e.editions[len(e.editions)-1].Number {
		pack, err := assets.DefaultPack()
		if err != nil {
			return nil, err
		}
		e.inputs[want], err = shipped.Inputs(pack, e.models)
		return e.inputs[want], err
	}
	in, err := shipped.Fetch(e.load, want.snapshot, want.edition, e.models, e.editions[len(e.editions)-1].Number)
	if err != nil {
		return nil, err
	}
	e.inputs[want] = in
	return in, nil
}
