package web

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/vugu/vugu"
)

// App is the whole page.
type App struct {
	Page  *Page
	Plots []*Plot // in the order of PlotIDs
}

// NewApp is the page with its charts, computed.
func NewApp(p *Page) *App {
	a := &App{Page: p}
	for _, id := range PlotIDs {
		a.Plots = append(a.Plots, &Plot{ID: id})
	}
	a.refresh()
	return a
}

func (c *App) refresh() {
	for _, plot := range c.Plots {
		plot.Refresh(c.Page)
	}
}

// Update recomputes the result and the charts after a change.
func (c *App) Update() error {
	err := c.Page.Update()
	if err == nil {
		c.refresh()
	}
	return err
}

// Follow is Update while a slider moves: the words beside the charts wait until it rests.
func (c *App) Follow() error {
	err := c.Page.Update()
	if err == nil {
		for _, plot := range c.Plots {
			plot.follow(c.Page)
		}
	}
	return err
}

// html marks text of the catalogue, which holds <b> and no text of the reader's, as HTML.
func html(text string) vugu.HTML { return vugu.HTML(text) }

// Divided switches the hero chart's denominator.
func (c *App) Divided(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Denominator = Denominator(event.PropString("target", "value"))
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
	c.Page.clearNotes()
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

// Unfolded takes over that the browser opened or closed a details element by itself, as a search in the page does: a
// render would undo it.
func (p *Page) Unfolded(event vugu.DOMEvent, open *bool) { *open = event.PropBool("target", "open") }

// SnapshotHint says what the snapshot is, or that another one is on its way.
func (c *App) SnapshotHint() string {
	if c.Page.Loading != "" {
		return fill(c.Page.Text.SnapshotLoading, "date", c.Page.Text.snapshotLabel(c.Page.Loading))
	}
	return c.Page.Text.SnapshotHint
}

// RatesHint says what the FIL+ rate was in the network.
func (c *App) RatesHint() string {
	recent, err := c.Page.in.RecentFILPlusRate()
	if err != nil {
		return c.Page.say(err)
	}
	return fill(c.Page.Text.RatesHint, "recent", c.Page.Text.share(recent.Median), "date", c.Page.Text.longDate(recent.Last))
}

// MethodSteps explains the computation with the present assumptions.
func (p *Page) MethodSteps() []string {
	m, scaling, sc := p.in.Regime, p.in.Scaling, &p.Result.Scenario
	gas := p.Text.MethodScaling
	if sc.GasModel == sim.RegimeModel {
		gas = p.Text.MethodRegime
	}
	fee := "–"
	if recent, err := p.in.RecentBaseFee(); err == nil {
		fee = entered(recent.Median)
	}
	pairs := []string{
		"snapshot", p.Text.snapshotLabel(sc.Snapshot), "horizon", count(sc.HorizonDays),
		"rows", count(m.Sample.Rows), "from", p.Text.longDate(m.Sample.First), "to", p.Text.longDate(m.Sample.Last),
		"right", p.Text.WholePercent(m.Fit.Accuracy),
		"level", significant(scaling.Level0, 4), "last", p.Text.longDate(scaling.Last),
		"half", entered(scaling.HalfLifeDays), "longrun", significant(scaling.LongRunLevel, 4),
		"share", p.Text.rateName(sc.AdoptionShare), "start", p.Text.longDate(sc.AdoptionStart),
		"fraction", p.Text.rateName(sc.DirectGasFraction), "fee", entered(sc.BaseFeeNanoFIL), "median", fee, "smoothing", p.smoothingText(),
	}
	pairs = append(pairs, "gas", fill(gas, pairs...), "adoption", fill(p.Text.Adopted[sc.Adoption], pairs...))
	out := make([]string, len(p.Text.MethodSteps))
	for i, step := range p.Text.MethodSteps {
		out[i] = fill(step, pairs...)
	}
	return out
}
