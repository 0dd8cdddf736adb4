package main

import (
	"html"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web"
)

// shell is what the page says before the simulator has arrived, by placeholder, as HTML: the
// frame that stays, and the answer for the default scenario, computed here by the same code.
func shell() (map[string]string, error) {
	pack, err := assets.DefaultPack()
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	text := web.English()
	page, err := web.NewPage(text, assets.SnapshotNames(), &sim.Inputs{Snapshot: pack.Snapshot, Daily: pack.Daily, Regime: &models.Regime})
	if err != nil {
		return nil, err
	}
	return map[string]string{
		"headline":    page.Headline(), // HTML already: figures are marked by <b>
		"material":    page.Material(),
		"title":       html.EscapeString(text.Title),
		"tagline":     html.EscapeString(text.Tagline),
		"nav_label":   html.EscapeString(text.NavLabel),
		"nav_charts":  html.EscapeString(text.NavCharts),
		"nav_method":  html.EscapeString(text.NavMethod),
		"nav_sources": html.EscapeString(text.NavSource),
		"footer":      html.EscapeString(text.Footer),
		"licenses":    html.EscapeString(text.Licenses),
	}, nil
}
