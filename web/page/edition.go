package page

import (
	"github.com/gasburden/gasburden/model/day"
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
func (p *Page) standing(number int, snapshot string) standing {
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
func (p *Page) lastEdition() Edition {
	if len(p.Editions) == 0 {
		return Edition{}
	}
	return p.Editions[len(p.Editions)-1]
}

// ModelVersion names figures and models of the picture, for quotations: the edition's number and day.
func (p *Page) ModelVersion() string {
	for _, e := range p.Editions {
		if e.Number == p.edition {
			return words.Fill(p.Text.Link.ModelVersion, "edition", words.Count(e.Number), "date", p.Text.LongDate(e.Released))
		}
	}
	return words.Count(p.edition)
}
