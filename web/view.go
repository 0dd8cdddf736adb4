package web

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/vugu/vugu"
)

// What the reader may choose of the view. It changes no result.
const (
	bandOff     = "off"
	defaultBand = "1" // 80 %
	bandOfDays  = "day"
	bandOfMeans = "mean"

	gasInFIL   = "fil"
	gasInGas   = "gas"
	gasOfTotal = "share"
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

// bandName is a band's width as a link has it: percent.
func bandName(band string) string {
	if k, err := strconv.Atoi(band); err == nil {
		return strconv.Itoa(int(math.Round(100 * model.Coverages[k])))
	}
	return band
}

// bandNamed is the band of a width.
func bandNamed(width string) string {
	for k := range model.Coverages {
		if band := strconv.Itoa(k); bandName(band) == width {
			return band
		}
	}
	return bandOff
}

// band gives the factors of the band on show, or nil.
func (p *Page) band() []float64 {
	k, err := strconv.Atoi(p.Band)
	if err != nil || p.Result.Bands == nil {
		return nil
	}
	if p.BandOf == bandOfMeans {
		return p.Result.Bands.Mean[k]
	}
	return p.Result.Bands.Day[k]
}
