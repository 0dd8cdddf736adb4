package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// App is the whole page: what the reader chose, and the picture that follows from it.
type App struct {
	Page    *page.Page
	Picture *page.Picture // as of the last Update
	Explore *Explore      // the section of questions, which a page may do without

	frames page.Frames
	charts []string // IDs of those that the picture has
	whole  bool     // it is the whole page, which shows all once the panels are open
}

// inSight are the charts that the page begins with: the others follow once their parts are opened.
var inSight = page.PlotIDs[:2]

// NewApp is the page with its charts, computed.
func NewApp(p *page.Page) *App {
	app := &App{Page: p, charts: inSight, whole: true}
	app.opened()
	app.Picture = app.frames.Next(p, app.charts...)
	return app
}

// opened adds the charts of parts of the page that have been opened.
func (c *App) opened() {
	add := func(open bool, ids []string) {
		if open && !slices.Contains(c.charts, ids[0]) {
			c.charts = slices.Concat(c.charts, ids)
		}
	}
	add(c.Page.Folds.Panels, page.StudyIDs)
	add(c.Page.Folds.Network, page.NetworkIDs)
}

// Study and Network are the charts of two parts of the page, none before these are opened.
func (c *App) Study() []*page.Plot   { return c.chartsOf(page.StudyIDs) }
func (c *App) Network() []*page.Plot { return c.chartsOf(page.NetworkIDs) }

func (c *App) chartsOf(ids []string) []*page.Plot {
	i := slices.IndexFunc(c.Picture.Charts, func(plot *page.Plot) bool { return plot.ID == ids[0] })
	if i < 0 {
		return nil
	}
	return c.Picture.Charts[i : i+len(ids)]
}

// Warned reports whether a chart's warnings are open.
func (c *App) Warned(id string) bool {
	return c.Picture.Form.Folds.Warned[slices.Index(page.PlotIDs, id)]
}

func newApp(p *page.Page, charts []string) *App {
	c := &App{Page: p, charts: charts}
	c.Picture = c.frames.Next(p, charts...)
	return c
}

// Update recomputes result and picture after a change. On an error the last picture stays.
func (c *App) Update() error { return c.update(c.frames.Next) }

// Follow is Update while a slider moves, of what Screen.Follow shows, and of the charts in sight: the others follow
// when it rests.
func (c *App) Follow(inSight []string) error {
	return c.update(func(p *page.Page, charts ...string) *page.Picture {
		seen := slices.Clone(charts[:min(2, len(charts))]) // whose numbers are said beside other charts too
		for _, id := range charts[len(seen):] {
			if slices.Contains(inSight, id) {
				seen = append(seen, id)
			}
		}
		return c.frames.Follow(p, seen...)
	})
}

func (c *App) update(compose func(*page.Page, ...string) *page.Picture) error {
	err := c.Page.Update()
	if c.whole {
		c.opened()
	}
	if err == nil {
		c.Picture = compose(c.Page, c.charts...)
	}
	return err
}

// html marks text of the catalogue, which holds <b> and no text of the reader's, as HTML.
func html(text string) vugu.HTML { return vugu.HTML(words.Unbroken(text)) }

// Split is the saving by cause, empty where the picture has none.
func (c *App) Split() *page.Split {
	if c.Picture.Split == nil {
		return &page.Split{}
	}
	return c.Picture.Split
}

// Divided switches the hero chart's denominator.
func (c *App) Divided(event vugu.DOMEvent) {
	c.Page.DivideBy(words.Denominator(event.PropString("target", "value")))
}

// ClearedAll resets all controls.
func (c *App) ClearedAll(vugu.DOMEvent) { c.Page.ResetAll() }

// Cleared takes back what was picked.
func (c *App) Cleared(_ vugu.DOMEvent, s page.Choice) { c.Page.ResetChooser(s.Chooser) }

// Undone goes back a step.
func (c *App) Undone(vugu.DOMEvent) { c.Page.Undo() }

// Chosen loads the snapshot that the reader picked.
func (c *App) Chosen(event vugu.DOMEvent) { c.Page.ChooseSnapshot(event.PropString("target", "value")) }

// Dismissed closes what was said of a link.
func (c *App) Dismissed(vugu.DOMEvent) { c.Page.Dismiss() }

// Renewed lays what was set over today's default.
func (c *App) Renewed(vugu.DOMEvent) { c.Page.UseToday() }

// Added adds a FIL+ rate.
func (c *App) Added(vugu.DOMEvent) { c.Page.AddRate() }

// Preset starts from a preset's assumptions.
func (c *App) Preset(_ vugu.DOMEvent, name string) {
	preset, err := assumption.PresetNamed(name)
	if err != nil {
		panic("ui: " + err.Error())
	}
	c.Page.UsePreset(preset)
}

// AnswerClass tells the answer to today's question from others, whose figures stand in another order.
func (c *App) AnswerClass() string {
	if c.Picture.Now {
		return "now"
	}
	return ""
}

// Other is the preset below the row that is in use, or that was changed; without a name where there is none.
func (c *App) Other() page.Button {
	for _, p := range c.Picture.Form.MorePresets {
		if p.On || p.Changed != "" {
			return p
		}
	}
	return page.Button{}
}

// MorePresets is what the button says that opens the others.
func (c *App) MorePresets() string { return cmp.Or(c.Other().Label, c.Picture.Text.MorePresets) }

// BesideChange stands between the sentence and the mark of its kind: they stay together, but for a second mark between
// them, which would make a line too long for a phone.
func (c *App) BesideChange() string {
	if c.Picture.Change != "" {
		return " "
	}
	return "\u00a0"
}

// changed says what was changed of a preset, false where nothing was.
func changed(p page.Button) any {
	if p.Changed == "" {
		return false
	}
	return p.Changed
}

// OpenedPanels follows the part with the study's panels.
func (c *App) OpenedPanels(event vugu.DOMEvent) { c.Page.OpenPanels(event.PropBool("target", "open")) }

// OpenedNetwork follows the part with the charts of the network.
func (c *App) OpenedNetwork(event vugu.DOMEvent) {
	c.Page.OpenNetwork(event.PropBool("target", "open"))
}

// Picked takes one of an assumption's few choices.
func (c *App) Picked(_ vugu.DOMEvent, of page.Choice, o page.Option) {
	c.Page.Choose(of.Chooser, o.Value)
}

// WentDirect takes how many deals go direct.
func (c *App) WentDirect(_ vugu.DOMEvent, uptake string) { c.Page.GoDirect(uptake) }

// Glossary is the address of the terms.
func (c *App) Glossary() string { return c.Page.Method("glossary") }

// Basic, Direct and More are the controls of the page's groups.
func (c *App) Basic() *page.Group  { return &c.Picture.Form.Groups[assumption.BasicGroup] }
func (c *App) Direct() *page.Group { return &c.Picture.Form.Groups[assumption.DirectGroup] }
func (c *App) More() *page.Group   { return &c.Picture.Form.Groups[assumption.MoreGroup] }

// Banded switches the band.
func (c *App) Banded(event vugu.DOMEvent) { c.Page.ShowBand(event.PropString("target", "value")) }

// BandedOf switches what the band is of.
func (c *App) BandedOf(event vugu.DOMEvent) { c.Page.ShowBandOf(event.PropString("target", "value")) }

// Measured switches the unit of the gas chart.
func (c *App) Measured(event vugu.DOMEvent) { c.Page.MeasureGas(event.PropString("target", "value")) }

// Shown takes a checkbox.
func (c *App) Shown(event vugu.DOMEvent, name string) {
	c.Page.Show(name, event.PropBool("target", "checked"))
}

// PinnedRun keeps the present run on the chart.
func (c *App) PinnedRun(vugu.DOMEvent) { c.Page.Pin() }

// Unpinned takes a pinned run off the chart.
func (c *App) Unpinned(_ vugu.DOMEvent, i int) { c.Page.Unpin(i) }

// BackToPinned opens a pinned run again.
func (c *App) BackToPinned(_ vugu.DOMEvent, i int) { c.Page.BackToPinned(i) }

// NamedPin takes a pinned run's name.
func (c *App) NamedPin(event vugu.DOMEvent, i int) {
	c.Page.NamePin(i, event.PropString("target", "value"))
}

// Pinned says what the pinned runs come to.
func (c *App) Pinned() string { return strings.Join(c.Picture.Pinned, " · ") }

// pinID is the id of a part of a pinned run's row.
func pinID(part string, i int) string { return part + "-" + strconv.Itoa(i+1) }

// fill fills words for an attribute.
func fill(text, run string) string { return words.Fill(text, "run", run) }
