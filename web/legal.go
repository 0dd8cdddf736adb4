package web

import (
	"errors"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// legal describes the values that a field takes.
func (t *Text) legal(f sim.Field) string {
	pattern := t.Legal.OneOf
	switch f.Kind {
	case sim.Whole:
		pattern = t.Legal.Whole
	case sim.Number:
		pattern = t.Legal.Number
	case sim.Daily:
		pattern = t.Legal.Daily
	case sim.Date:
		pattern = t.Legal.Date
	case sim.Switch:
		pattern = t.Legal.Switch
	case sim.Rates:
		pattern = t.Legal.Rates
	default:
		if len(f.Choices) == 0 {
			pattern = t.Legal.Snapshot
		}
	}
	return fill(pattern, "range", f.Range.String(), "low", count(sim.MinRates), "high", count(sim.MaxRates),
		"list", `"`+strings.Join(f.Choices, `", "`)+`"`)
}

// linkLegal describes the values of a name in a link.
func (t *Text) linkLegal(key, otherwise string) string {
	for _, f := range sim.Fields() {
		if link.Key(f.Name) == key {
			return t.legal(f)
		}
	}
	lists := map[string][]string{"by": link.Charts, "unit": link.Units, "band": link.Bands, "band_of": link.BandsOf, "hide": link.Kinds}
	if pattern, ok := t.Legal.Link[key]; ok {
		return fill(pattern, "list", strings.Join(lists[key], ", "), "high", count(sim.MaxRates))
	}
	return otherwise
}

// unsound says why a value of a link cannot be used.
func (p *Page) unsound(u sim.Unsound) string {
	if errors.Is(u.Err, sim.ErrEndlessRefill) {
		return fill(p.Text.Refill, "name", p.fieldLabel(u.Field.Name))
	}
	words, legal := &p.Text.Legal, p.Text.legal(u.Field)
	var outside *mechafil.RangeError
	if errors.As(u.Err, &outside) && outside.Entry >= 0 {
		return fill(words.Entry, "name", outside.Field, "n", strconv.Itoa(outside.Entry+1), "value", number(outside.Value), "legal", legal)
	}
	var length *fault.Fault
	if errors.As(u.Err, &length) && length.Kind == sim.VectorLength {
		return fill(words.Length, append(length.Pairs, "legal", legal)...)
	}
	return fill(words.Illegal, "name", u.Field.Name, "value", shortened(string(u.Value)), "legal", legal)
}

// unfit says which of the overrides cannot be used on inputs, and why.
func (p *Page) unfit(in *sim.Inputs, overrides sim.Overrides) string {
	_, unsound := overrides.Sound(in)
	text := ""
	for i, u := range unsound {
		if i > 0 {
			text += "\n"
		}
		text += p.unsound(u)
	}
	return text
}

// say is an error in the page's language.
func (p *Page) say(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) && f.Kind == model.NoneBy {
		return fill(p.Text.Legal.NoneBy, f.Pairs...)
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
