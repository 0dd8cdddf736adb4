package web

import (
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/vugu/vugu"
)

// BandOptions are the widths of the band.
func (c *App) BandOptions() []Option {
	out := []Option{{bandOff, c.Page.Text.BandOff}}
	for k, coverage := range model.Coverages {
		out = append(out, Option{strconv.Itoa(k), fill(c.Page.Text.BandWidth, "coverage", c.Page.Text.rateName(coverage))})
	}
	return out
}

// BandOfOptions are what the band may be of.
func (c *App) BandOfOptions() []Option {
	return []Option{{bandOfDays, c.Page.Text.BandOfDays}, {bandOfMeans, fill(c.Page.Text.BandOfMeans, "n", count(c.Page.Scenario.SmoothingDays))}}
}

// UnitOptions are the units of the gas chart.
func (c *App) UnitOptions() []Option {
	return []Option{{gasInFIL, c.Page.Text.UnitFIL}, {gasInGas, c.Page.Text.UnitGas}, {gasOfTotal, c.Page.Text.UnitShare}}
}

// Banded switches the band.
func (c *App) Banded(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Band = event.PropString("target", "value")
}

// BandedOf switches what the band is of.
func (c *App) BandedOf(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.BandOf = event.PropString("target", "value")
}

// Measured switches the unit of the gas chart.
func (c *App) Measured(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.GasUnit = event.PropString("target", "value")
}

// Shown takes a checkbox.
func (c *App) Shown(event vugu.DOMEvent, name string) {
	c.Page.Rest()
	c.Page.Show(name, event.PropBool("target", "checked"))
}

// PinnedRun toggles the pinned run.
func (c *App) PinnedRun(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Pin()
}

// Unpinned takes the pinned run off the chart.
func (c *App) Unpinned(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Pinned = nil
}

// BackToPinned opens the pinned run again.
func (c *App) BackToPinned(vugu.DOMEvent) { c.Page.BackToPinned() }
