// Package shipped wires the figures that the repository ships to simulator and page: assets may not
// know either, and page, commands and Worker all need it.
package shipped

import (
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Inputs are a pack and its models as the simulator takes them. An error names a snapshot without models.
func Inputs(p *assets.Pack, m *assets.Models) (*assumption.Inputs, error) {
	fitted, err := m.For(p.Snapshot.Name)
	if err != nil {
		return nil, err
	}
	return &assumption.Inputs{Snapshot: p.Snapshot, Daily: p.Daily, Regime: &m.Regime, Scaling: &fitted.Scaling,
		Onboarding: &fitted.Onboarding}, nil
}

// Editions are the shipped editions as the page takes them.
func Editions() ([]page.Edition, error) {
	list, err := assets.Editions()
	if err != nil {
		return nil, err
	}
	out := make([]page.Edition, len(list))
	for i, e := range list {
		out[i] = page.Edition{Number: e.Number, Released: e.Released, Equations: e.Equations,
			Prints: map[string]string{}}
		for _, c := range e.Curves {
			out[i].Prints[c.Snapshot] = c.Print
		}
	}
	return out, nil
}

// Page is Cache.Page for a single link, with every snapshot that the repository ships and the former editions
// that kept has: it returns the files of assets/data/editions, and may be nil.
func Page(text *words.Text, query string, kept func(name string) ([]byte, error)) (*page.Page, error) {
	return Linked(text, link.Read(query, "", assets.SnapshotNames()), kept)
}

// Linked is Page for a link that was read.
func Linked(text *words.Text, l link.Link, kept func(name string) ([]byte, error)) (*page.Page, error) {
	var load func(name string) ([]byte, error)
	if kept != nil {
		load = func(name string) ([]byte, error) { return kept(strings.TrimPrefix(name, "data/")) }
	}
	cache, err := NewCache(assets.ShippedPack, load)
	if err != nil {
		return nil, err
	}
	cache.past = assets.BuildPast
	return cache.Linked(text, l)
}

// ScenarioPage is the page of a scenario, computed, with the figures that the page in a browser has. An
// error names field, value and legal range.
func ScenarioPage(text *words.Text, overrides assumption.Overrides) (*page.Page, error) {
	name, err := overrides.SnapshotName()
	if err != nil {
		return nil, err
	}
	cache, err := NewCache(assets.ShippedPack, nil)
	if err != nil {
		return nil, err
	}
	cache.past = assets.BuildPast
	page, err := cache.Blank(text, name, cache.Inputs)
	if err != nil {
		return nil, err
	}
	return page, Lay(page, overrides)
}

// Lay gives a page a scenario of its own snapshot, over the link that it was opened with, and computes it. An error
// names field, value and legal range.
func Lay(page *page.Page, overrides assumption.Overrides) error {
	if err := page.LayOver(overrides); err != nil {
		return err
	}
	return page.Update()
}
