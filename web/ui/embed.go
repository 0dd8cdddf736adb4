package ui

import (
	"slices"

	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// Embed is the page inside a frame of another page: the live sentence, the hero chart, the controls that the
// link chose, and the way to the whole page.
type Embed struct {
	App *App
}

// NewEmbed is an embedded page with its chart, computed.
func NewEmbed(p *page.Page) *Embed { return &Embed{newApp(p, page.PlotIDs[:1])} }

// has reports whether the link chose a control.
func (c *Embed) has(name string) bool { return slices.Contains(c.App.Picture.Embedded, name) }

// Sliders are the chosen sliders, in the page's order.
func (c *Embed) Sliders() []page.Field {
	var out []page.Field
	for _, group := range c.App.Picture.Form.Groups {
		for _, s := range group.Sliders {
			if c.has(s.Name) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Choosers are the chosen lists, days and switches.
func (c *Embed) Choosers() []page.Choice {
	var out []page.Choice
	for _, group := range c.App.Picture.Form.Groups {
		for _, s := range slices.Concat(group.Lists, group.Switches) {
			if c.has(s.Name) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Renewed lays what was set over today's default.
func (c *Embed) Renewed(event vugu.DOMEvent) { c.App.Renewed(event) }

// Divided switches the denominator.
func (c *Embed) Divided(event vugu.DOMEvent) { c.App.Divided(event) }
