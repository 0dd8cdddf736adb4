package ui

import (
	"strconv"

	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// Rate shows one FIL+ rate: its colour, number, slider and the button that removes it.
type Rate struct {
	Page     *page.Page
	F        page.Field
	Index    int
	Removing bool // it may be removed
}

// Typed takes the number field's new text.
func (c *Rate) Typed(event vugu.DOMEvent) {
	c.Page.Type(c.F.Slider, event.PropString("target", "value"))
}

// Cleared takes the rate back.
func (c *Rate) Cleared(vugu.DOMEvent) { c.Page.Reset(c.F.Slider) }

// Removed removes the rate.
func (c *Rate) Removed(vugu.DOMEvent) { c.Page.RemoveRate(c.Index) }

// IndexText is the rate's place from 0, as in its element ids.
func (c *Rate) IndexText() string { return strconv.Itoa(c.Index) }
