package main

import (
	"html"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web"
	section "github.com/gasburden/gasburden/web/evidence"
	"github.com/gasburden/gasburden/web/shipped"
)

// shell is what the page says before the simulator has arrived, by placeholder, as HTML: the
// frame that stays, and the answer for the default scenario, computed here by the same code.
//
// The second value is data/evidence.json.
func shell() (map[string]string, []byte, error) {
	text := web.English()
	page, err := shipped.Page(text, "")
	if err != nil {
		return nil, nil, err
	}
	models, err := assets.GasModels()
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
	in, err := shipped.Inputs(&assets.Pack{Snapshot: snapshot, Daily: daily}, models)
	if err != nil {
		return nil, nil, err
	}
	held, err := evidence.Load(in)
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
