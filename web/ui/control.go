package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Control shows one Slider.
type Control struct {
	Page *page.Page
	S    *page.Slider
}

// Slid takes the slider's new position.
func (c *Control) Slid(event vugu.DOMEvent) {
	c.Page.Slide(c.S, event.PropString("target", "value"))
}

// Typed takes the number field's new text.
func (c *Control) Typed(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Type(c.S, event.PropString("target", "value"))
}

// Hint is the default and where it comes from.
func (c *Control) Hint() string {
	value := words.Entered(c.S.Default)
	if c.S.Unit == "%" || c.S.Unit == "×" {
		value = c.Page.Text.Measure(value, c.S.Unit)
	}
	hint := words.Fill(c.Page.Text.Default, "value", value, "source", c.S.Source)
	if c.S.OverTime {
		hint = words.Fill(c.Page.Text.Link.OverTime, "default", hint)
	}
	return hint
}

func hidden(text string) bool { return text == "" }

// presence is "true" where there is text, for attributes that mark an error.
func presence(text string) string { return words.Flag(text != "") }

// Cleared resets the control.
func (c *Control) Cleared(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Reset(c.S)
}

// SliderLabel names the slider for those who do not see what stands beside it.
func (c *Control) SliderLabel() string {
	return words.Fill(c.Page.Text.Slider, "name", c.S.Label, "unit", c.S.Unit)
}

// Offered takes an offered value.
func (c *Control) Offered(_ vugu.DOMEvent, value float64) {
	c.Page.Rest()
	c.Page.Offer(c.S, value)
}
