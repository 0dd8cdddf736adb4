package ui

import (
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Pick shows an assumption that is picked from a list, switched on or off, or a day.
type Pick struct {
	Page *page.Page
	C    page.Choice
}

// Typed keeps what is in the field while a day is typed; Picked takes it when it is whole.
func (c *Pick) Typed(event vugu.DOMEvent) {
	c.Page.TypeDay(c.C.Chooser, event.PropString("target", "value"))
}

// Picked takes the list's or the date field's value.
func (c *Pick) Picked(event vugu.DOMEvent) {
	c.Page.Choose(c.C.Chooser, event.PropString("target", "value"))
}

// Cleared gives the field its default back.
func (c *Pick) Cleared(vugu.DOMEvent) { c.Page.ResetChooser(c.C.Chooser) }

// Switched takes the switch's position.
func (c *Pick) Switched(event vugu.DOMEvent) {
	c.Page.Choose(c.C.Chooser, words.Flag(event.PropBool("target", "checked")))
}

// kind says which of the control's parts is in use.
func (c *Pick) kind() string {
	return map[assumption.Kind]string{assumption.Choice: "choice", assumption.Date: "date",
		assumption.Switch: "switch"}[c.C.Kind]
}

// ID is the id of the part of the control that is in use; the others get one of their own.
func (c *Pick) ID(kind string) string {
	if kind == c.kind() {
		return "input-" + c.C.Name
	}
	return "unused-" + kind + "-" + c.C.Name
}
