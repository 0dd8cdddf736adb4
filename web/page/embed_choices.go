package page

import (
	"slices"

	"github.com/gasburden/gasburden/sim"
)

// EmbedChoice is a control that an embedded chart may have.
type EmbedChoice struct {
	Name, Label string
	On          bool
}

// EmbedChoices are the controls to choose from, in the order of the page.
func (p *Page) EmbedChoices() []EmbedChoice {
	var out []EmbedChoice
	add := func(a *sim.Assumption, label string) {
		if a.Embed {
			out = append(out, EmbedChoice{a.Name, label, slices.Contains(p.EmbedControls, a.Name)})
		}
	}
	for _, a := range sim.ByPlace() {
		if a.Kind == sim.Rates {
			add(a, p.Text.Rates)
		}
	}
	choosers := func(list []*Chooser) {
		for _, s := range list {
			add(s.of, s.Label)
		}
	}
	for i := range p.Groups {
		group := &p.Groups[i]
		choosers(group.Lists)
		for _, s := range group.Sliders {
			add(s.of, s.Label)
		}
		choosers(group.Switches)
	}
	return out
}

// EmbedKinds are the kinds of snippets.
func (p *Page) EmbedKinds() []Option {
	var out []Option
	for _, kind := range SnippetKinds {
		out = append(out, Option{kind, p.Text.Share.Kinds[kind]})
	}
	return out
}
