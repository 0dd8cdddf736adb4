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
func NewEmbed(p *page.Page) *Embed {
	return &Embed{&App{page.NewCharts(p, page.PlotIDs[0])}}
}

// has reports whether the link chose a control.
func (c *Embed) has(name string) bool { return slices.Contains(c.App.Page.EmbedControls, name) }

// Sliders are the chosen sliders, in the page's order.
func (c *Embed) Sliders() []*page.Slider {
	var out []*page.Slider
	for _, s := range c.App.Page.Sliders {
		if c.has(s.Name) {
			out = append(out, s)
		}
	}
	return out
}

// Choosers are the chosen choosers.
func (c *Embed) Choosers() []*page.Chooser {
	var out []*page.Chooser
	for _, s := range c.App.Page.Choosers {
		if c.has(s.Name) {
			out = append(out, s)
		}
	}
	return out
}

// Address is that of the whole page with the same link, less what only a frame needs.
func (c *Embed) Address() string {
	p := *c.App.Page
	p.EmbedControls = nil
	address, _ := p.Address()
	return address
}

// Divided switches the denominator.
func (c *Embed) Divided(event vugu.DOMEvent) { c.App.Divided(event) }
