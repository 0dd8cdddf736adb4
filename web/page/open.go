package page

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Open takes up what a link says, see Take.
func (p *Page) Open(query string) { p.Take(link.Read(query, "", p.Snapshots)) }

// Take takes up a link that was read. Where it names figures that are not here yet, they are asked for by
// Load, and the picture follows when they arrive. What could not be used stands in LinkNotices.
func (p *Page) Take(l link.Link) {
	state := l.State
	p.ClearNotes()
	for _, f := range l.Faults {
		if f.Reason == link.OwnFigures {
			p.noteOwn("", f.Value, state.Own)
			continue
		}
		p.noteFault(func() string { return p.faultText(f, state.Snapshot) })
	}
	edition := p.lastEdition().Number
	asked := state.Edition
	switch p.standing(state.Edition, state.Snapshot) {
	case standsUnknown:
		p.note(func() string {
			return words.Fill(p.Text.Link.NewerEdition, "edition", words.Count(asked), "last", words.Count(p.lastEdition().Number))
		})
	case standsKept:
		edition = state.Edition
	}
	if asked > 0 && asked < p.lastEdition().Number {
		if e := p.Editions[asked-1]; e.Equations != p.lastEdition().Equations {
			p.note(func() string {
				return words.Fill(p.Text.Link.OtherEquations, "edition", words.Count(asked), "date", p.Text.LongDate(e.Released), "then", words.Count(e.Equations), "now", words.Count(p.lastEdition().Equations))
			})
		}
	}
	p.SetView(&state.View)
	p.Language = state.Language
	if p.Language == "" {
		p.Language = p.Text.Spoken()
	}
	p.Rest()
	if p.shows(state.Snapshot, edition) {
		p.stay()
		p.useLink(state.Overrides)
		return
	}
	p.opening, p.openingFile = state.Overrides, false
	p.load(state.Snapshot, edition)
}

// useLink lays a link's overrides over the defaults of the inputs in use.
func (p *Page) useLink(overrides sim.Overrides) {
	p.opening = nil
	overrides = maps.Clone(overrides)
	overrides["snapshot"] = quoted(p.SnapshotName())
	sound, unsound := overrides.Sound(p.in)
	for _, u := range unsound {
		p.noteFault(func() string {
			return words.Fill(p.Text.Link.Illegal, "key", u.Field.Link, "error", p.unsound(u, true))
		})
	}
	p.clearControls()
	p.mustAdopt(sound)
	if p.edition != p.lastEdition().Number {
		for _, e := range p.Editions {
			if e.Number == p.edition {
				p.note(func() string {
					return words.Fill(p.Text.Link.KeptEdition, "edition", words.Count(e.Number), "date", p.Text.LongDate(e.Released))
				})
			}
		}
	}
	p.noteWithoutControl()
}

// noteWithoutControl lists what is set and has no control.
func (p *Page) noteWithoutControl() {
	if p.ControlNotice() != "" {
		p.note(p.ControlNotice)
	}
}

// ControlNotice says which assumptions in use the page has no control for, "" where there are none.
func (p *Page) ControlNotice() string {
	if without := p.withoutControl(); without != "" {
		return words.Fill(p.Text.Link.WithoutControl, "list", without)
	}
	return ""
}

func shortened(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}

func quoted(text string) json.RawMessage { return mustJSON(text) }

// faultText is a part of a link that could not be used, as a sentence. snapshot is the one that is shown instead.
func (p *Page) faultText(f link.Fault, snapshot string) string {
	if f.Reason == link.UnknownSnapshot {
		return words.Fill(p.Text.Link.NoSnapshot, "snapshot", f.Value, "known", p.snapshotList(), "current", p.Text.SnapshotLabel(snapshot))
	}
	return words.Fill(p.Text.Link.Fault[f.Reason], "key", f.Key, "value", f.Value, "at", f.At(), "legal", p.Text.LinkLegal(f))
}

func (p *Page) snapshotList() string {
	list := ""
	for i, name := range p.Snapshots {
		if i > 0 {
			list += p.Text.ListMark
		}
		list += p.Text.SnapshotLabel(name)
	}
	return list
}

// withoutControl lists the assumptions in use that the page has no control for: a link or a scenario file
// may set them.
func (p *Page) withoutControl() string {
	list := ""
	for _, f := range sim.Assumptions() {
		raw, set := p.overrides[f.Name]
		if !set || f.Group != sim.NoControl {
			continue
		}
		if list != "" {
			list += p.Text.ListMark
		}
		list += f.Name + " = " + shortened(string(raw))
	}
	return list
}

// clearControls forgets what was typed and what was wrong with it.
func (p *Page) clearControls() {
	p.whole = nil
	for _, s := range slices.Concat(p.Sliders, p.Rates[:]) {
		s.clear()
	}
	for _, c := range p.Choosers {
		c.clear()
	}
}

// SetView takes up a link's view; what it leaves out goes to the default.
func (p *Page) SetView(v *link.View) {
	p.Denominator, p.GasUnit, p.Band, p.BandOf = words.ByNetflow, GasInFIL, defaultBand, BandOfDays
	if v.Chart != "" {
		p.Denominator = words.Denominator(v.Chart)
	}
	if v.Unit != "" {
		p.GasUnit = v.Unit
	}
	if v.Band != "" {
		p.Band = bandNamed(v.Band)
	}
	if v.BandOf != "" {
		p.BandOf = v.BandOf
	}
	p.Hidden = map[string]bool{}
	for _, name := range v.Hidden {
		p.Hidden[name] = true
	}
	p.Zoom = v.Zoom
	p.EmbedControls = v.Controls
	p.Ensemble = v.Ensemble
}

// State is what a link to the picture carries.
func (p *Page) State() (link.State, error) {
	overrides, err := p.Scenario.Differences(p.in)
	if err != nil {
		return link.State{}, err
	}
	s := link.State{
		Snapshot: p.SnapshotName(), Edition: p.edition, Overrides: overrides, Language: p.Language,
		View: link.View{Chart: string(p.Denominator), Unit: p.GasUnit, Band: bandName(p.Band), BandOf: p.BandOf, Zoom: p.Zoom, Controls: p.EmbedControls, Ensemble: p.Ensemble},
	}
	if p.Own != nil {
		s.Own = p.Own.Own
	}
	for _, name := range link.Kinds {
		if p.Hidden[name] {
			s.View.Hidden = append(s.View.Hidden, name)
		}
	}
	for i := range p.RateCount {
		if name := strconv.Itoa(i + 1); p.Hidden[name] {
			s.View.Hidden = append(s.View.Hidden, name)
		}
	}
	return s, nil
}

// Link is the query string that brings the picture back. tooLong says that the scenario has to travel as
// a file; the query then names snapshot and view only.
func (p *Page) Link() (query string, tooLong bool) {
	s, err := p.State()
	if err != nil {
		panic("web: " + err.Error())
	}
	query, err = link.Encode(s)
	if errors.Is(err, link.ErrTooLong) {
		s.Overrides = nil
		query, err = link.Encode(s)
		tooLong = true
	}
	if err != nil {
		panic("web: " + err.Error()) // a legal scenario can be written
	}
	return query, tooLong
}

// LayOver is OpenScenario for what lies over a link: what could not be used of the link is said all the same.
func (p *Page) LayOver(overrides sim.Overrides) error {
	noted, faulty := p.noted, p.faulty
	err := p.OpenScenario(overrides)
	if err == nil {
		for _, n := range faulty {
			p.noteFault(noted[n])
		}
	}
	return err
}

// OpenScenario takes up what a scenario file says. On an error, which is in the page's language, nothing changes.
func (p *Page) OpenScenario(overrides sim.Overrides) error {
	opened := overrides
	overrides, own := overrides.TakeOwn()
	name, err := overrides.SnapshotName(p.SnapshotName())
	if err != nil {
		return fault.Said(p.unfit(p.in, sim.Overrides{"snapshot": overrides["snapshot"]}))
	}
	if !slices.Contains(p.Snapshots, name) {
		return fault.Said(words.Fill(p.Text.Legal.Illegal, "name", "snapshot", "value", name, "legal", words.Fill(p.Text.Legal.OneOf, "list", strings.Join(p.Snapshots, ", "))))
	}
	p.ClearNotes()
	p.Rest()
	if name != p.SnapshotName() || p.dropping {
		p.opening, p.openingFile = opened, true
		p.load(name, p.lastEdition().Number)
		return nil
	}
	p.stay()
	overrides = maps.Clone(overrides)
	overrides["snapshot"] = quoted(name)
	if p.adopt(p.in, overrides) != nil {
		return fault.Said(p.unfit(p.in, overrides))
	}
	p.noteOwnMember(own)
	p.clearControls()
	p.noteWithoutControl()
	return nil
}
