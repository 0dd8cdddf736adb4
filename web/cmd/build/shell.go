package main

import (
	"html"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web"
	section "github.com/gasburden/gasburden/web/evidence"
)

// shell is what the page says before the simulator has arrived, by placeholder, as HTML: the
// frame that stays, and the answer for the default scenario, computed here by the same code.
//
// The second value is data/evidence.json.
func shell() (map[string]string, []byte, error) {
	pack, err := assets.DefaultPack()
	if err != nil {
		return nil, nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, nil, err
	}
	fitted, err := models.For(pack.Snapshot.Name)
	if err != nil {
		return nil, nil, err
	}
	text := web.English()
	page, err := web.NewPage(text, assets.SnapshotNames(), &sim.Inputs{Snapshot: pack.Snapshot, Daily: pack.Daily, Regime: &models.Regime, Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding})
	if err != nil {
		return nil, nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, nil, err
	}
	snapshot, err := assets.Snapshot(assets.DefaultSnapshot)
	if err != nil {
		return nil, nil, err
	}
	held, err := evidence.Load(&sim.Inputs{Snapshot: snapshot, Daily: daily, Regime: &models.Regime, Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding})
	if err != nil {
		return nil, nil, err
	}
	data, err := section.Data(held, section.English())
	if err != nil {
		return nil, nil, err
	}
	return map[string]string{
		"evidence":     section.Section(held, section.English()), // HTML already
		"nav_evidence": html.EscapeString(text.NavEvidence),
		"headline":     page.Headline(), // HTML already: figures are marked by <b>
		"material":     page.Material(),
		"title":        html.EscapeString(text.Title),
		"tagline":      html.EscapeString(text.Tagline),
		"nav_label":    html.EscapeString(text.NavLabel),
		"nav_charts":   html.EscapeString(text.NavCharts),
		"nav_method":   html.EscapeString(text.NavMethod),
		"nav_sources":  html.EscapeString(text.NavSource),
		"footer":       html.EscapeString(text.Footer),
		"licenses":     html.EscapeString(text.Licenses),
	}, data, nil
}
