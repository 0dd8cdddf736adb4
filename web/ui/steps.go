package ui

import (
	"strconv"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
	vjs "github.com/vugu/vugu/js"
)

// Steps is the dialog that explains a day.
type Steps struct {
	D *ask.Dialog

	drawn int // version of the dialog
	fresh bool
	chain *Chain
}

// Compute is called before each build.
func (c *Steps) Compute(vugu.ComputeCtx) {
	c.fresh, c.drawn = c.drawn != c.D.Version, c.D.Version
	if c.chain == nil {
		c.chain = &Chain{D: c.D}
	}
}

// label names the dialog, once it has a title.
func (c *Steps) label() any {
	if c.drawn == 0 {
		return false
	}
	return "steps-title"
}

// open lets the browser open or close the dialog, which is modal: no attribute does that.
func (c *Steps) open(el vjs.Value) {
	if c.fresh && c.D.Open != c.D.Shown {
		c.D.Shown = true // until the browser says that it is closed
		openSteps(el, c.D.Open, c.D.Day)
	}
}

// steps are the steps, nil where nothing of the dialog has changed.
func (c *Steps) steps() vugu.Builder {
	if !c.fresh {
		return nil
	}
	return c.chain
}

// Typed takes the day and the FIL+ rate; stands says that the reader is done with the field.
func (c *Steps) Typed(event vugu.DOMEvent, stands bool) {
	day, rate := c.D.Day, c.D.Rate
	switch value := event.PropString("target", "value"); event.PropString("target", "name") {
	case "on":
		day = value
	case "rate":
		rate, _ = strconv.Atoi(value)
	}
	c.D.Choose(day, rate, stands)
}

func (c *Steps) explained() *ask.Explained {
	if c.D.Chain == nil {
		return &ask.Explained{}
	}
	return c.D.Chain
}

func (c *Steps) first() string   { return c.explained().First }
func (c *Steps) last() string    { return c.explained().Last }
func (c *Steps) lead() string    { return c.explained().Lead }
func (c *Steps) pointed() string { return c.explained().Pointed }
func (c *Steps) rates() []string { return c.explained().Rates }
