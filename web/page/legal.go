package page

import (
	"errors"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// unsound is why a value, of a link or a file, cannot be used, as the page says it: with all that is legal there, and
// with the value as it stands in the JSON.
//
//go:noinline
func unsound(u assumption.Unsound, inLink bool) *fault.Fault {
	f := *fault.Of(u.Err)
	if f.Code == fault.NegativeLoad {
		return &f
	}
	if f.Code == fault.EndlessRefill {
		f.Field = u.Field.Name
		return &f
	}
	if f.Legal = u.Field.Legal(); inLink {
		f.Legal = link.Legal(u.Field)
	}
	if f.Code == fault.IllegalEntry || f.Code == fault.VectorLength {
		return &f
	}
	return fault.Bad(u.Field.Name, fault.Short(string(u.Value)), f.Legal)
}

// UnsoundInLink is why a value of a link cannot be used, with all that is legal there.
func UnsoundInLink(u assumption.Unsound) *fault.Fault { return unsound(u, true) }

// unfit is which of the overrides cannot be used on inputs, and why.
//
//go:noinline
func unfit(in *assumption.Inputs, overrides assumption.Overrides) error {
	_, all := overrides.Sound(in)
	var out []error
	for _, u := range all {
		out = append(out, unsound(u, false))
	}
	return errors.Join(out...)
}

// say is an error in the page's language.
//
//go:noinline
func (p *composer) say(err error) string {
	return fault.Each(err, "\n", func(e error) string {
		f := fault.Of(e)
		switch {
		case f == nil:
			return e.Error()
		case f.Code == fault.EndlessRefill:
			return words.Fill(p.Text.Refill, "name", p.fieldLabel(f.Field))
		}
		return f.In(p.Text.FaultWords())
	})
}

// fieldLabel names a field as the page does.
func (p *composer) fieldLabel(name string) string {
	if control, ok := p.Text.Control[name]; ok {
		return control.Label
	}
	if label, ok := p.Text.Card.Label[name]; ok {
		return label
	}
	return name
}
