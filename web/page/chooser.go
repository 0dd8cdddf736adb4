package page

import (
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Chooser is a scenario field that is picked from a list, switched on or off, or a day. A Choice is how it looks.
type Chooser struct {
	Name string          // suffix of the element ids
	Kind assumption.Kind // Choice, Switch or Date

	of      *assumption.Row
	typed   string // a day as the reader typed it, while typing; what was chosen where it has a problem
	typing  bool
	problem sentence // what is wrong with typed
	pending bool     // the scenario refused it beside others
}

// Option is a value that can be picked and what the page calls it.
type Option struct{ Value, Label string }

// clear forgets what the reader typed and what was wrong with it.
func (c *Chooser) clear() { c.typed, c.typing, c.problem, c.pending = "", false, nil, false }

// TypeDay keeps what is in the field while a day is typed; Choose takes it when it is whole.
func (p *Choices) TypeDay(c *Chooser, text string) { c.typed, c.typing = text, true }

// Choose takes a new value.
func (p *Choices) Choose(c *Chooser, value string) {
	p.Settle()
	c.clear()
	o := assumption.Overrides{}
	err := o.Set(c.Name, value)
	if err == nil {
		overrides := p.with(c.Name, o[c.Name])
		if value == c.of.Text(&p.defaults) {
			overrides.Drop(c.Name, &p.defaults)
		}
		if err = p.adopt(p.in, overrides); err != nil && c.Kind != assumption.Date {
			// A list's own values are legal by themselves.
			in := p.in
			c.typed, c.pending, c.problem = value, true, func(p *composer) string {
				return words.Fill(p.Text.Refused, "name", p.fieldLabel(c.Name), "error", p.say(unfit(in, overrides)))
			}
			return
		}
	}
	if err != nil {
		c.typed, c.problem = value, func(p *composer) string {
			first, last := c.of.Days()
			return words.Fill(p.Text.BadDate, "name", p.Text.Control[c.Name].Label, "value", value, "first",
				first.String(), "last", last.String())
		}
		return
	}
	p.layOverOpening(c.Name)
	p.retry()
}

// ResetChooser gives a chooser the value back that the reader began with or, where it has that, its default.
func (p *Choices) ResetChooser(c *Chooser) {
	p.Settle()
	c.clear()
	back := c.of.Text(&p.base)
	moved := back != c.of.Text(&p.Scenario)
	if !moved {
		back = c.of.Text(&p.defaults)
	}
	if p.adopt(p.in, p.without(c.Name, moved)) != nil {
		p.Choose(c, back) // which says why it cannot be
		return
	}
	p.layOverOpening(c.Name)
	p.retry()
}

// Controls are those of a group of assumptions, in the order of the page: lists and days, sliders, switches.
type Controls struct {
	Lists    []*Chooser
	Sliders  []*Slider
	Switches []*Chooser
}

// makeControls gives each assumption of a group its control.
func (p *Choices) makeControls() {
	for _, a := range assumption.ByPlace() {
		group := &p.Groups[a.Group]
		switch {
		case a.Group < assumption.BasicGroup:
		case a.HasSlider():
			group.Sliders = append(group.Sliders, newSlider(a))
		case a.Kind == assumption.Switch:
			group.Switches = append(group.Switches, &Chooser{of: a, Name: a.Name, Kind: a.Kind})
		default:
			group.Lists = append(group.Lists, &Chooser{of: a, Name: a.Name, Kind: a.Kind})
		}
	}
	for i := range p.Groups {
		group := &p.Groups[i]
		p.Sliders = append(p.Sliders, group.Sliders...)
		p.Choosers = append(append(p.Choosers, group.Lists...), group.Switches...)
	}
}
