package page

import (
	"encoding/json"
	"maps"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
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
	Typing bool // Value is what the reader is typing
}

// Option is a value of a Chooser and what the page calls it.
type Option struct{ Value, Label string }

func newChooser(text *words.Text, a *sim.Assumption) *Chooser {
	c := &Chooser{of: a, Name: a.Name, Kind: a.Kind}
	for _, value := range a.Choices {
		c.Options = append(c.Options, Option{Value: value})
	}
	c.say(text)
	return c
}

// say takes the chooser's words from a catalogue.
func (c *Chooser) say(text *words.Text) {
	words := text.Control[c.Name]
	c.Label, c.Hint = words.Label, words.Source
	for i := range c.Options {
		c.Options[i].Label = text.Option[c.Options[i].Value]
	}
}

// clear forgets what the reader typed and what was wrong with it.
func (c *Chooser) clear() { c.Err, c.Typing = "", false }

// Choose takes a new value.
func (p *Page) Choose(c *Chooser, value string) {
	c.Value, c.Typing = value, false
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
func (c *Chooser) refuse(text *words.Text, value string) {
	first, last := c.of.Days()
	c.Err = words.Fill(text.BadDate, "name", c.Label, "value", value, "first", first.String(), "last", last.String())
}

// with is the page's overrides and one more.
func (p *Page) with(name string, value json.RawMessage) sim.Overrides {
	out := maps.Clone(p.overrides)
	out[name] = value
	return out
}

// ResetChooser gives a chooser its default back.
func (p *Page) ResetChooser(c *Chooser) {
	c.clear()
	overrides := maps.Clone(p.overrides)
	delete(overrides, c.Name)
	p.mustAdopt(overrides)
	p.layOverOpening(c.Name)
}
