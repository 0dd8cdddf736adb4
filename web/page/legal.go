package page

import (
	"errors"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// unsound says why a value, of a link or a file, cannot be used.
func (p *Page) unsound(u sim.Unsound, inLink bool) string {
	if errors.Is(u.Err, sim.ErrEndlessRefill) {
		return words.Fill(p.Text.Refill, "name", p.fieldLabel(u.Field.Name))
	}
	said := &p.Text.Legal
	legal := said.Of(u.Field, inLink)
	var outside *mechafil.RangeError
	if errors.As(u.Err, &outside) && outside.Entry >= 0 {
		return words.Fill(said.Entry, "name", outside.Field, "n", strconv.Itoa(outside.Entry+1), "value", words.Number(outside.Value), "legal", legal)
	}
	var length *fault.Fault
	if errors.As(u.Err, &length) && length.Kind == sim.VectorLength {
		return words.Fill(said.Length, append(length.Pairs, "legal", legal)...)
	}
	return words.Fill(said.Illegal, "name", u.Field.Name, "value", shortened(string(u.Value)), "legal", legal)
}

// unfit says which of the overrides cannot be used on inputs, and why.
func (p *Page) unfit(in *sim.Inputs, overrides sim.Overrides) string {
	_, unsound := overrides.Sound(in)
	text := ""
	for i, u := range unsound {
		if i > 0 {
			text += "\n"
		}
		text += p.unsound(u, false)
	}
	return text
}

// say is an error in the page's language.
func (p *Page) Say(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) && f.Kind == model.NoneBy {
		return words.Fill(p.Text.Legal.NoneBy, f.Pairs...)
	}
	return err.Error()
}

// fieldLabel names a field as the page does.
func (p *Page) fieldLabel(name string) string {
	if words, ok := p.Text.Control[name]; ok {
		return words.Label
	}
	if label, ok := p.Text.Card.Label[name]; ok {
		return label
	}
	return name
}
