package page

import (
	"maps"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Edition is a release of figures, models and equations, as a link names it.
type Edition struct {
	Number    int // from 1
	Released  day.Day
	Equations int
	Prints    map[string]string // by snapshot: equal where its curves follow from the same figures
}

// standing says how the edition that a link names relates to what this program has.
type standing int

const (
	standsSame    standing = iota // its curves come out the same here
	standsKept                    // its figures differ and are kept
	standsUnknown                 // released after this program
)

// standing looks an edition up for a snapshot. number 0 is the last one.
func (p *Choices) standing(number int, snapshot string) standing {
	last := p.lastEdition()
	switch {
	case number == 0 || number == last.Number:
		return standsSame
	case number > last.Number:
		return standsUnknown
	}
	if e := p.Editions[number-1]; e.Prints[snapshot] != last.Prints[snapshot] {
		return standsKept
	}
	return standsSame
}

// lastEdition is the one that the program carries.
func (p *Choices) lastEdition() Edition {
	if len(p.Editions) == 0 {
		return Edition{}
	}
	return p.Editions[len(p.Editions)-1]
}

// ChooseSnapshot starts loading another snapshot, or today's figures of the one in use; the picture stays
// until it is here.
func (p *Choices) ChooseSnapshot(name string) {
	p.Settle()
	p.snapshotError = nil
	edition := p.lastEdition().Number
	p.opening = nil
	if p.shows(name, edition) {
		p.Loading = ""
		return
	}
	p.load(name, edition)
}

// shows reports whether the figures in use are those of a snapshot in an edition, and are to stay.
func (p *Choices) shows(name string, edition int) bool {
	return name == p.SnapshotName() && edition == p.edition && !p.dropping
}

// stay overrules a choice of figures that are still on their way, and what was to be opened with them.
func (p *Choices) stay() { p.Loading, p.opening = "", nil }

func (p *Choices) load(name string, edition int) {
	p.Loading, p.loading = name, edition
	p.Load(name, edition)
}

// Loaded takes the inputs that were asked for. Later choices win over earlier ones.
func (p *Choices) Loaded(in *assumption.Inputs, edition int) {
	if p.Loading != in.Snapshot.Name || p.loading != edition {
		return
	}
	opening, own := p.opening.TakeOwn()
	p.opening = opening
	if p.openingFile && p.opening != nil {
		overrides := maps.Clone(p.opening)
		overrides["snapshot"] = quoted(in.Snapshot.Name)
		if err := unfit(in, overrides); err != nil {
			p.Loading, p.opening = "", nil
			p.Settle()
			p.fileError, p.refused, p.Folds.Exports = fileRefused(err), err, true
			return
		}
	}
	before, shown := p.edition, p.SnapshotName()
	p.edition = edition
	if err := p.Use(in); err != nil {
		p.edition = before
		p.LoadFailed(in.Snapshot.Name, edition, err)
		return
	}
	p.Loading = ""
	p.Settle()
	p.noteOwnMember(own)
	if p.dropping {
		p.Own, p.dropping = nil, false
		if p.opening == nil && in.Snapshot.Name == shown { // a link that was made with such figures says so again
			return
		}
	}
	if p.opening != nil {
		p.useLink(p.opening)
		return
	}
	p.ClearNotes() // they were of the figures before
	p.noteWithoutControl()
}

// LoadFailed reports that a snapshot did not arrive. Of a kept edition, the last one stands in its place.
func (p *Choices) LoadFailed(name string, edition int, err error) {
	if p.Loading != name || p.loading != edition {
		return
	}
	p.Loading = ""
	p.dropping = p.dropping && edition != p.lastEdition().Number
	p.Settle()
	if last := p.lastEdition().Number; edition != last {
		p.note(func(p *composer) string {
			return words.Fill(p.Text.Link.EditionFailed, "edition", words.Count(edition), "last", words.Count(last),
				"error", p.say(err))
		})
		if name != p.SnapshotName() || p.edition != last {
			p.load(name, last)
		} else if p.opening != nil {
			p.useLink(p.opening)
		}
		return
	}
	current := p.SnapshotName()
	say := func(p *composer) string {
		return words.Fill(p.Text.SnapshotFailed, "date", p.Text.SnapshotLabel(name), "error", p.say(err), "current",
			p.Text.SnapshotLabel(current))
	}
	p.snapshotError = say
	if p.opening != nil && !p.openingFile {
		p.note(say) // beside the answer: it is not the link's
		p.useLink(p.opening)
	}
}

// layOverOpening lays what the reader has just set over what is to be opened, whose figures are still on their way:
// else it would be gone when they arrive.
func (p *Choices) layOverOpening(name string) {
	if p.opening == nil {
		return
	}
	if strings.HasPrefix(name, "fil_plus_rate_") {
		name = "fil_plus_rates"
	}
	p.opening = maps.Clone(p.opening)
	p.opening.Take(name, p.overrides)
	if name == "horizon_days" {
		p.stretch(p.opening, p.Scenario.HorizonDays)
	}
}
