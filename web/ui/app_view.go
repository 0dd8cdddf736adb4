package ui

import (
	"github.com/vugu/vugu"
)

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
