package ui

import (
	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
)

// Form is the form of a question.
type Form struct {
	Card *ask.Card

	drawn int // version of the form
	fresh bool
}

// Compute is called before each build.
func (c *Form) Compute(vugu.ComputeCtx) {
	c.fresh, c.drawn = c.drawn != c.Card.FormVersion, c.Card.FormVersion
}

// fields are those of the form, none where it is as it was.
func (c *Form) fields() []*ask.Field {
	if !c.fresh {
		return nil
	}
	return c.Card.Fields
}

func (c *Form) id(field string) string { return "explore-" + c.Card.Name + "-" + field }

// Submitted asks what the form says.
func (c *Form) Submitted(event vugu.DOMEvent) {
	event.PreventDefault()
	c.Card.Submit()
}

// Typed takes what stands in a field so far.
func (c *Form) Typed(event vugu.DOMEvent) {
	c.Card.Type(event.PropString("target", "name"), event.PropString("target", "value"))
}

// Changed takes what a field has come to be.
func (c *Form) Changed(event vugu.DOMEvent) {
	c.Card.Choose(event.PropString("target", "name"), event.PropString("target", "value"))
}

// Pressed steps a whole number up or down.
func (c *Form) Pressed(event vugu.DOMEvent) {
	by := map[string]int{"ArrowUp": 1, "ArrowDown": -1}[event.PropString("key")]
	if by != 0 && c.Card.Step(event.PropString("target", "name"), by) {
		event.PreventDefault()
	}
}

// typed reports whether a field is one to type into, with a hint below.
func typed(f *ask.Field) bool { return f.Kind == ask.NumberField || f.Kind == ask.TextField }

// titled are the choices of a list that stand under titles, and untitled those that do not.
func titled(f *ask.Field) (out []ask.Options) {
	for _, g := range f.Groups {
		if g.Title != "" {
			out = append(out, g)
		}
	}
	return out
}

func untitled(f *ask.Field) (out []ask.Option) {
	for _, g := range f.Groups {
		if g.Title == "" {
			out = append(out, g.Options...)
		}
	}
	return out
}
