package page

import (
	"maps"
	"slices"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Open takes up what a link says, see Take.
func (p *Choices) Open(query string) { p.Take(link.Read(query, "", p.Snapshots)) }

// Take takes up a link that was read. Where it names figures that are not here yet, they are asked for by
// Load, and the picture follows when they arrive. What could not be used stands among its Notices.
func (p *Choices) Take(l link.Link) {
	state := l.State
	p.ClearNotes()
	for _, f := range l.Faults {
		if f.Code == fault.LinkOwnFigures {
			p.noteOwn("", f.Value, state.Own)
			continue
		}
		p.noteFault(func(p *composer) string { return p.faultText(f, state.Snapshot) })
	}
	edition := p.lastEdition().Number
	asked := state.Edition
	switch p.standing(state.Edition, state.Snapshot) {
	case standsUnknown:
		p.note(func(p *composer) string {
			return words.Fill(p.Text.Link.NewerEdition, "edition", words.Count(asked), "last",
				words.Count(p.lastEdition().Number))
		})
	case standsKept:
		edition = state.Edition
	}
	if asked > 0 && asked < p.lastEdition().Number {
		if e := p.Editions[asked-1]; e.Equations != p.lastEdition().Equations {
			p.note(func(p *composer) string {
				return words.Fill(p.Text.Link.OtherEquations, "edition", words.Count(asked), "date",
					p.Text.LongDate(e.Released), "then", words.Count(e.Equations), "now",
					words.Count(p.lastEdition().Equations))
			})
		}
	}
	p.SetView(&state.View, state.Overrides.Version())
	p.takePins(state.View.Pins, edition)
	p.Language = state.Language
	if p.Language == "" {
		p.Language = p.Text.Spoken()
	}
	p.Settle()
	if p.shows(state.Snapshot, edition) {
		p.stay()
		p.useLink(state.Overrides)
		return
	}
	p.opening, p.openingFile = state.Overrides, false
	p.load(state.Snapshot, edition)
}

// TakeAnswer is Take for the link of an answer about the picture on show: its pinned runs stay, and so does what the
// reader began with.
func (p *Choices) TakeAnswer(l link.Link) {
	pins, began := p.Pins, p.began
	p.Take(l)
	p.Pins = pins
	if p.opening == nil {
		p.began = began
		p.mustAdopt(p.overrides)
	}
}

// useLink lays a link's overrides over the defaults of the inputs in use.
func (p *Choices) useLink(overrides assumption.Overrides) {
	p.opening = nil
	overrides = maps.Clone(overrides)
	overrides["snapshot"] = quoted(p.SnapshotName())
	sound, refused := overrides.Sound(p.in)
	for _, u := range refused {
		p.noteFault(func(p *composer) string {
			return words.Fill(p.Text.Link.Illegal, "key", u.Field.Link, "error", p.say(unsound(u, true)))
		})
	}
	p.clearControls()
	p.begin(sound)
	p.mustAdopt(sound)
	if p.edition != p.lastEdition().Number {
		for _, e := range p.Editions {
			if e.Number == p.edition {
				p.note(func(p *composer) string {
					return words.Fill(p.Text.Link.KeptEdition, "edition", words.Count(e.Number), "date",
						p.Text.LongDate(e.Released))
				})
			}
		}
	}
	p.noteWithoutControl()
}

// noteWithoutControl lists what is set and has no control.
func (p *Choices) noteWithoutControl() { p.note((*composer).controlNotice) }

// LayOver is OpenScenario for what lies over a link: what could not be used of the link is said all the same.
func (p *Choices) LayOver(overrides assumption.Overrides) error {
	notes, faulty := p.notes, p.faulty
	err := p.OpenScenario(overrides)
	if err == nil {
		for _, n := range faulty {
			p.noteFault(notes[n])
		}
	}
	return err
}

// OpenFile takes up a scenario file; what is wrong with it is said beside the button, and nothing changes.
func (p *Choices) OpenFile(overrides assumption.Overrides, err error) {
	p.Settle()
	p.fileError, p.shareStatus = nil, nil
	if err == nil {
		err = p.OpenScenario(overrides)
	}
	if err != nil {
		p.fileError, p.Folds.Exports = fileRefused(err), true
	}
}

// ReadFile reads the scenario file that was picked in the element of an id; OpenFile follows.
func (p *Choices) ReadFile(id string) {
	p.Settle()
	p.fileError, p.ShareFailed, p.shareStatus = nil, false, working
	p.Exporter.Read(id)
}

func fileRefused(err error) sentence {
	return func(p *composer) string { return words.Fill(p.Text.Link.FileRefused, "error", p.say(err)) }
}

// OpenScenario takes up what a scenario file says. On an error nothing changes.
func (p *Choices) OpenScenario(overrides assumption.Overrides) error {
	opened := overrides
	overrides, own := overrides.TakeOwn()
	name, err := overrides.SnapshotName()
	if _, said := overrides["snapshot"]; !said && overrides.Version() == p.Scenario.Version {
		name = p.SnapshotName()
	}
	if err != nil {
		return unfit(p.in, assumption.Overrides{"snapshot": overrides["snapshot"]})
	}
	if !slices.Contains(p.Snapshots, name) {
		return fault.Bad("snapshot", name, fault.OneOf(p.Snapshots...))
	}
	p.ClearNotes()
	p.Settle()
	p.turn(overrides.Version())
	if name != p.SnapshotName() || p.dropping {
		p.opening, p.openingFile, p.refused = opened, true, nil
		p.load(name, p.lastEdition().Number)
		return p.refused // where the figures were at hand
	}
	p.stay()
	overrides = maps.Clone(overrides)
	overrides["snapshot"] = quoted(name)
	began := p.began
	if p.begin(overrides); p.adopt(p.in, overrides) != nil {
		p.began = began
		return unfit(p.in, overrides)
	}
	p.noteOwnMember(own)
	p.clearControls()
	p.noteWithoutControl()
	return nil
}
