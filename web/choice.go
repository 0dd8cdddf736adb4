package web

import (
	"encoding/json"
	"maps"

	"github.com/gasburden/gasburden/sim"
	"github.com/vugu/vugu"
)

// Chooser is the view-model of a scenario field that is picked from a list, switched on or off,
// or a day.
type Chooser struct {
	Name    string // suffix of the element ids
	Label   string
	Hint    string   // may hold placeholders
	Kind    sim.Kind // Choice, Switch or Date
	Options []Option // of a Choice
	Value   string   // as in the scenario; "true" or "false" for a switch
	Changed bool
	Hidden  bool // where other choices leave it without effect
	Err     string

	of     *sim.Assumption
	typing bool // Value is what the reader is typing
}

// Option is a value of a Chooser and what the page calls it.
type Option struct{ Value, Label string }

func newChooser(text *Text, a *sim.Assumption) *Chooser {
	c := &Chooser{of: a, Name: a.Name, Kind: a.Kind}
	for _, value := range a.Choices {
		c.Options = append(c.Options, Option{Value: value})
	}
	c.say(text)
	return c
}

// say takes the chooser's words from a catalogue.
func (c *Chooser) say(text *Text) {
	words := text.Control[c.Name]
	c.Label, c.Hint = words.Label, words.Source
	for i := range c.Options {
		c.Options[i].Label = text.Option[c.Options[i].Value]
	}
}

// clear forgets what the reader typed and what was wrong with it.
func (c *Chooser) clear() { c.Err, c.typing = "", false }

// Choose takes a new value.
func (p *Page) Choose(c *Chooser, value string) {
	c.Value, c.typing = value, false
	o := sim.Overrides{}
	if err := o.Set(c.Name, value); err != nil {
		c.refuse(p.Text, value)
		return
	}
	overrides := p.with(c.Name, o[c.Name])
	if value == c.of.Text(&p.defaults) {
		delete(overrides, c.Name)
	}
	if err := p.adopt(p.in, overrides); err != nil {
		c.refuse(p.Text, value)
		return
	}
	c.Err = ""
	p.layOverOpening(c.Name)
}

// refuse says what is wrong with a value. It is a day: a list's own values are legal.
func (c *Chooser) refuse(text *Text, value string) {
	first, last := c.of.Days()
	c.Err = fill(text.BadDate, "name", c.Label, "value", value, "first", first.String(), "last", last.String())
}

// with is the page's overrides and one more.
func (p *Page) with(name string, value json.RawMessage) sim.Overrides {
	out := maps.Clone(p.overrides)
	out[name] = value
	return out
}

// Pick shows one Chooser.
type Pick struct {
	Page *Page
	C    *Chooser
}

// Typed keeps what is in the field while a day is typed; Picked takes it when it is whole.
func (c *Pick) Typed(event vugu.DOMEvent) {
	c.C.Value = event.PropString("target", "value")
	c.C.typing = true
}

// Picked takes the list's or the date field's value.
func (c *Pick) Picked(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Choose(c.C, event.PropString("target", "value"))
}

// Cleared gives the field its default back.
func (c *Pick) Cleared(vugu.DOMEvent) {
	c.Page.Rest()
	c.C.clear()
	overrides := maps.Clone(c.Page.overrides)
	delete(overrides, c.C.Name)
	c.Page.mustAdopt(overrides)
	c.Page.layOverOpening(c.C.Name)
}

// Switched takes the switch's position.
func (c *Pick) Switched(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Choose(c.C, flag(event.PropBool("target", "checked")))
}

// Hint says what the field means.
func (c *Pick) Hint() string {
	tests := c.Page.in.Onboarding
	whole := c.Page.Text.WholePercent
	return fill(c.C.Hint,
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
