package ui

import (
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Control shows one number of the assumptions.
type Control struct {
	Page *page.Page
	F    page.Field
}

// Typed takes the number field's new text.
func (c *Control) Typed(event vugu.DOMEvent) {
	c.Page.Type(c.F.Slider, event.PropString("target", "value"))
}

// Cleared resets the control.
func (c *Control) Cleared(vugu.DOMEvent) { c.Page.Reset(c.F.Slider) }

// Offered takes an offered value.
func (c *Control) Offered(_ vugu.DOMEvent, value float64) { c.Page.Offer(c.F.Slider, value) }

// below is what stands below a field, as HTML: its hint and, in the place of that, how its text was read, if that has
// to be said. access.js says it aloud.
func below(read, hint string) vugu.HTML {
	hint = doc.EscapeAttribute(hint)
	if read != "" {
		hint = `<b class="read">` + read + "</b><span>" + hint + "</span>"
	}
	return html(hint)
}

func hidden(text string) bool { return text == "" }

// presence is "true" where there is text, for attributes that mark an error.
func presence(text string) string { return words.Flag(text != "") }
