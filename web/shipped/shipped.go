// Package shipped wires the figures that the repository ships to simulator and page: assets may not
// know either, and page, commands and Worker all need it.
package shipped

import (
	"encoding/json"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
)

// Inputs are a pack and its models as the simulator takes them. An error names a snapshot without models.
func Inputs(p *assets.Pack, m *assets.Models) (*sim.Inputs, error) {
	fitted, err := m.For(p.Snapshot.Name)
	if err != nil {
		return nil, err
	}
	return &sim.Inputs{Snapshot: p.Snapshot, Daily: p.Daily, Regime: &m.Regime, Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}, nil
}

// Editions are the shipped editions as the page takes them.
func Editions() ([]web.Edition, error) {
	list, err := assets.Editions()
	if err != nil {
		return nil, err
	}
	out := make([]web.Edition, len(list))
	for i, e := range list {
		out[i] = web.Edition{Number: e.Number, Released: e.Released, Equations: e.Equations, Prints: map[string]string{}}
		for _, c := range e.Curves {
			out[i].Prints[c.Snapshot] = c.Print
		}
	}
	return out, nil
}

// Page is the page as a link's query opens it, computed, for programs without a browser. It has the last
// edition only, and others where kept is given, which returns the files of assets/data/editions: else a link
// that names another gets a notice. "" is the default scenario.
func Page(text *web.Text, query string, kept func(name string) ([]byte, error)) (*web.Page, error) {
	state, _ := link.Decode(query, assets.DefaultSnapshot)
	page, err := defaults(text, state.Snapshot)
	if err != nil {
		if page, err = defaults(text, assets.DefaultSnapshot); err != nil { // the page says so
			return nil, err
		}
	}
	if kept != nil {
		load := page.Load
		page.Load = func(name string, edition int) {
			in, err := Fetch(func(name string) ([]byte, error) { return kept(strings.TrimPrefix(name, "data/")) }, name, edition, nil, 0)
			if err != nil {
				load(name, edition)
				return
			}
			page.Loaded(in, edition)
		}
	}
	if query != "" {
		page.Open(query)
	}
	return page, page.Update()
}

// ScenarioPage is the page of a scenario, computed, with the figures that the page in a browser has. An
// error names field, value and legal range.
func ScenarioPage(text *web.Text, overrides sim.Overrides) (*web.Page, error) {
	name, err := overrides.SnapshotName(assets.DefaultSnapshot)
	if err != nil {
		return nil, err
	}
	page, err := defaults(text, name)
	if err != nil {
		return nil, err
	}
	return page, Lay(page, overrides)
}

// Lay gives a page a scenario of its own snapshot, and computes it. An error names field, value and legal
// range.
func Lay(page *web.Page, overrides sim.Overrides) error {
	scenario, err := json.Marshal(overrides)
	if err != nil {
		return err
	}
	if err := page.OpenScenario(scenario); err != nil {
		return err
	}
	return page.Update()
}

// defaults is the page of a snapshot's default scenario.
func defaults(text *web.Text, snapshot string) (*web.Page, error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	pack, err := assets.ShippedPack(snapshot)
	if err != nil {
		return nil, err
	}
	in, err := Inputs(pack, models)
	if err != nil {
		return nil, err
	}
	editions, err := Editions()
	if err != nil {
		return nil, err
	}
	page, err := web.NewPage(text, assets.SnapshotNames(), editions, in)
	if err != nil {
		return nil, err
	}
	page.Load = func(name string, edition int) { page.LoadFailed(name, edition, errNotHere) }
	return page, nil
}
