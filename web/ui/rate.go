package ui

import (
	"strconv"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Rate shows one FIL+ rate: its colour, number, slider and the button that removes it.
type Rate struct {
	Page  *page.Page
	S     *page.Slider
	Index int
}

// Slid takes the slider's new position.
func (c *Rate) Slid(event vugu.DOMEvent) {
	c.Page.Slide(c.S, event.PropString("target", "value"))
}

// Typed takes the number field's new text.
func (c *Rate) Typed(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Type(c.S, event.PropString("target", "value"))
}

// Removed removes the rate.
func (c *Rate) Removed(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.RemoveRate(c.Index)
}

// Colour is the style that gives the row its curve's colour.
func (c *Rate) Colour() string {
	return "--c:var(--rate-" + strconv.Itoa(len(c.Page.Result.Runs)) + "-" + strconv.Itoa(c.Page.Rank(c.Index)+1) + ")"
}

// IndexText is the rate's place from 0, as in its element ids.
func (c *Rate) IndexText() string { return strconv.Itoa(c.Index) }

// RemoveLabel names the button.
func (c *Rate) RemoveLabel() string {
	return words.Fill(c.Page.Text.RemoveRate, "n", strconv.Itoa(c.Index+1))
}

// SliderLabel names the slider for those who do not see what stands beside it.
func (c *Rate) SliderLabel() string {
	return words.Fill(c.Page.Text.RateSlider, "n", strconv.Itoa(c.Index+1))
}
