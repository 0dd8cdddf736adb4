package page

import (
	"encoding/json"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Own says that the picture is based on a reader's own daily figures. All that leaves the page says so.
type Own struct {
	File string // its name
	link.Own
}

// NewOwn is Own with the file's name as it can be shown: on one line, and not too long for it.
//
//go:noinline
func NewOwn(file string, of link.Own) *Own {
	file = strings.Map(func(r rune) rune {
		if r < ' ' || 0x7f <= r && r < 0xa0 || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
			return -1
		}
		return r
	}, file)
	return &Own{shortened(file), of}
}

// UseOwn moves the page to inputs that follow from a reader's own figures; what the reader chose stays,
// the defaults follow. On an error nothing changes.
func (p *Page) UseOwn(in *sim.Inputs, own *Own) error {
	before := p.edition
	p.edition = p.lastEdition().Number
	if err := p.Use(in); err != nil {
		p.edition = before
		return err
	}
	p.Own, p.OwnError, p.dropping = own, "", false
	p.stay()
	p.noteAgain() // a link may have been made with these
	p.Rest()
	return nil
}

// OwnFailed says what is wrong with a file of figures.
func (p *Page) OwnFailed(err error) {
	p.Rest()
	p.OwnBusy = false
	p.OwnError = words.Fill(p.Text.Own.Refused, "error", p.Say(err))
}

// DropOwn goes back to the published figures. The picture follows from the reader's own, and says so, until those are here.
func (p *Page) DropOwn() {
	p.OwnError, p.dropping = "", true
	p.Rest()
	p.load(p.SnapshotName(), p.lastEdition().Number)
}

// OwnToLoad are the figures that what is loaded shall follow from, nil for the published ones.
func (p *Page) OwnToLoad() *Own {
	if p.dropping {
		return nil
	}
	return p.Own
}

// ownText tells a reader's figures from others: file (where it is known), days, dates and hash.
//
//go:noinline
func (p *Page) ownText(file string, of link.Own, date func(day.Day) string) string {
	text := words.Fill(p.Text.Own.Figures, "days", p.days(of.Rows), "first", date(of.First), "last", date(of.Last), "hash", of.Hash)
	if file != "" {
		text = file + p.Text.ListMark + text
	}
	return text
}

// ownFigures are the figures in use, "" for the published ones.
//
//go:noinline
func (p *Page) ownFigures() string {
	if p.Own == nil {
		return ""
	}
	return p.ownText(p.Own.File, p.Own.Own, p.Text.LongDate)
}

// ownNotice says that a curve is based on a reader's own figures, "" where it is not.
//
//go:noinline
func (p *Page) ownNotice() string {
	if p.Own == nil {
		return ""
	}
	return words.Fill(p.Text.Own.Notice, "figures", p.ownFigures())
}

// noteOwn says of what was opened, a link or a scenario file, that it was made with figures which it does not carry;
// it has passed as soon as the same file is in use. what is those figures as they were given, for where they
// cannot be read.
//
//go:noinline
func (p *Page) noteOwn(file, what string, of link.Own) {
	p.note(func() string {
		text := p.Text.Own.Linked
		if p.Own != nil {
			if of.Hash != "" && of.Hash == p.Own.Hash {
				return ""
			}
			text = p.Text.Own.LinkedOther
		}
		if of.Hash != "" {
			what = p.ownText(file, of, p.Text.LongDate)
		}
		return words.Fill(text, "figures", what)
	})
}

// member is the figures as the member of a scenario file: as in a link, and the file's name.
func (o *Own) member() json.RawMessage { return quoted(o.String() + " " + o.File) }

// noteOwnMember is noteOwn of what a scenario file says; nil where it says nothing.
func (p *Page) noteOwnMember(raw json.RawMessage) {
	if raw == nil {
		return
	}
	text := string(raw)
	_ = json.Unmarshal(raw, &text) // what is no text is shown as it is
	code, file, _ := strings.Cut(text, " ")
	of, _ := link.ParseOwn(code)
	p.noteOwn(NewOwn(file, of).File, NewOwn(text, of).File, of)
}

// OwnStatus says whose figures are in use.
func (p *Page) OwnStatus() string {
	switch {
	case p.OwnBusy:
		return p.Text.Own.Busy
	case p.Own != nil:
		return words.Fill(p.Text.Share.Plain, "headline", p.ownNotice(), "material", p.Text.Own.NotCarried)
	}
	return ""
}

// ShareHint says what a link carries.
func (p *Page) ShareHint() string {
	if p.Own != nil {
		return p.Text.Own.NotCarried
	}
	return p.Text.Share.Hint
}
