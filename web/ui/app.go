package ui

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// App is the whole page.
type App struct{ *page.Charts }

// NewApp is the page with its charts, computed.
func NewApp(p *page.Page) *App { return &App{page.NewCharts(p, page.PlotIDs...)} }

// html marks text of the catalogue, which holds <b> and no text of the reader's, as HTML.
func html(text string) vugu.HTML { return vugu.HTML(text) }

// Divided switches the hero chart's denominator.
func (c *App) Divided(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Denominator = words.Denominator(event.PropString("target", "value"))
}

// ClearedAll resets all controls.
func (c *App) ClearedAll(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.ResetAll()
}

// Chosen loads the snapshot that the reader picked.
func (c *App) Chosen(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.ChooseSnapshot(event.PropString("target", "value"))
}

// Dismissed closes what was said of a link.
func (c *App) Dismissed(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.ClearNotes()
}

// Added adds a FIL+ rate.
func (c *App) Added(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.AddRate()
}

// Presets are the preset scenarios.
func (c *App) Presets() []sim.Preset { return sim.Presets() }

// Preset starts from a preset's assumptions.
func (c *App) Preset(_ vugu.DOMEvent, name string) {
	c.Page.Rest()
	preset, err := sim.PresetNamed(name)
	if err != nil {
		panic("web: " + err.Error())
	}
	c.Page.UsePreset(preset)
}

// Toggled shows or hides the further assumptions. The browser would do it by itself, but a render
// before its toggle event arrives would undo it.
func (c *App) Toggled(event vugu.DOMEvent) {
	event.PreventDefault()
	c.Page.Rest()
	c.Page.MoreOpen = !c.Page.MoreOpen
}

// SnapshotHint says what the snapshot is, or that another one is on its way.
func (c *App) SnapshotHint() string {
	if c.Page.Loading != "" {
		return words.Fill(c.Page.Text.SnapshotLoading, "date", c.Page.Text.SnapshotLabel(c.Page.Loading))
	}
	return c.Page.Text.SnapshotHint
}

// RatesHint says what the FIL+ rate was in the network.
func (c *App) RatesHint() string {
	recent, err := c.Page.Inputs().RecentFILPlusRate()
	if err != nil {
		return c.Page.Say(err)
	}
	return words.Fill(c.Page.Text.RatesHint, "recent", c.Page.Text.PercentOf(recent.Median), "date", c.Page.Text.LongDate(recent.Last))
}

// unfolded takes over that the browser opened or closed a details element by itself, as a search in the page does: a
// render would undo it.
func unfolded(event vugu.DOMEvent, open *bool) { *open = event.PropBool("target", "open") }

// Basic, Direct and More are the controls of the page's groups.
func (c *App) Basic() *page.Controls  { return &c.Page.Groups[sim.BasicGroup] }
func (c *App) Direct() *page.Controls { return &c.Page.Groups[sim.DirectGroup] }
func (c *App) More() *page.Controls   { return &c.Page.Groups[sim.MoreGroup] }
