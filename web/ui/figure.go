package ui

import (
	"github.com/gasburden/gasburden/web/page"
	vjs "github.com/vugu/vugu/js"
)

// Figure shows one Plot: title, chart, summary and the warnings that concern it. The chart
// itself belongs to charts.js; the renderer never touches it.
type Figure struct {
	Plot   *page.Plot
	Beside []page.Tile // amounts beside its title
	Open   bool        // its warnings are shown in full, below what they are in a line

	home vjs.Value // the chart's, once mounted; another one where the renderer had to make it anew
}

// Class is "hero" for the hero chart, "blocks" for the one below it, else "card panel".
func (c *Figure) Class() string {
	switch c.Plot.ID {
	case page.Hero, page.Blocks:
		return c.Plot.ID
	}
	return "card panel"
}
