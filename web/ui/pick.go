package ui

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Pick shows one Chooser.
type Pick struct {
	Page *page.Page
	C    *page.Chooser
}

// Typed keeps what is in the field while a day is typed; Picked takes it when it is whole.
func (c *Pick) Typed(event vugu.DOMEvent) {
	c.C.Value = event.PropString("target", "value")
	c.C.Typing = true
}

// Picked takes the list's or the date field's value.
func (c *Pick) Picked(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Choose(c.C, event.PropString("target", "value"))
}

// Cleared gives the field its default back.
func (c *Pick) Cleared(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.ResetChooser(c.C)
}

// Switched takes the switch's position.
func (c *Pick) Switched(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Choose(c.C, words.Flag(event.PropBool("target", "checked")))
}

// Hint says what the field means.
func (c *Pick) Hint() string {
	tests := c.Page.Inputs().Onboarding
	whole := c.Page.Text.WholePercent
	return words.Fill(c.C.Hint,
		"precommit1", whole(tests.PreCommitTests[0]), "precommit2", whole(tests.PreCommitTests[1]),
		"prove1", whole(tests.ProveCommitTests[0]), "prove2", whole(tests.ProveCommitTests[1]))
}

// kind says which of the control's parts is in use.
func (c *Pick) kind() string {
	return map[sim.Kind]string{sim.Choice: "choice", sim.Date: "date", sim.Switch: "switch"}[c.C.Kind]
}

// ID is the id of the part of the control that is in use; the others get one of their own.
func (c *Pick) ID(kind string) string {
	if kind == c.kind() {
		return "input-" + c.C.Name
	}
	return "unused-" + kind + "-" + c.C.Name
}
