package web

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
)

// Own says that the picture is based on a reader's own daily figures.
type Own struct {
	File        string
	First, Last day.Day
}

// UseOwn moves the page to inputs that follow from a reader's own figures; what the reader chose stays,
// the defaults follow. On an error nothing changes.
func (p *Page) UseOwn(in *sim.Inputs, own Own) error {
	before := p.edition
	p.edition = p.lastEdition().Number
	if err := p.Use(in); err != nil {
		p.edition = before
		return err
	}
	p.Own, p.OwnError, p.Loading, p.opening = &own, "", "", nil
	p.Rest()
	return nil
}

// OwnFailed says what is wrong with a file of figures.
func (p *Page) OwnFailed(err error) {
	p.Rest()
	p.OwnBusy = false
	p.OwnError = fill(p.Text.Own.Refused, "error", p.say(err))
}

// DropOwn goes back to the published figures.
func (p *Page) DropOwn() {
	p.Own, p.OwnError = nil, ""
	p.Rest()
	p.load(p.SnapshotName(), p.lastEdition().Number)
}

// ownNotice says that a curve is based on the reader's own figures, "" where it is not.
func (p *Page) ownNotice() string {
	if p.Own == nil {
		return ""
	}
	return fill(p.Text.Own.Notice, "file", p.Own.File, "first", p.Text.longDate(p.Own.First), "last", p.Text.longDate(p.Own.Last))
}

// OwnStatus says whose figures are in use.
func (p *Page) OwnStatus() string {
	switch {
	case p.OwnBusy:
		return p.Text.Own.Busy
	case p.Own != nil:
		return p.ownNotice()
	}
	return ""
}
