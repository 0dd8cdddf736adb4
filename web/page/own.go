package page

import (
	"encoding/json"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
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
	return &Own{fault.Short(file), of}
}

// member is the figures as the member of a scenario file: as in a link, and the file's name.
func (o *Own) member() json.RawMessage { return quoted(o.String() + " " + o.File) }

// UseOwn moves the page to inputs that follow from a reader's own figures; what the reader chose stays,
// the defaults follow. On an error nothing changes.
func (p *Choices) UseOwn(in *assumption.Inputs, own *Own) error {
	before := p.edition
	p.edition = p.lastEdition().Number
	if err := p.Use(in); err != nil {
		p.edition = before
		return err
	}
	p.Own, p.ownError, p.dropping = own, nil, false
	p.stay()
	p.Settle()
	return nil
}

// ReadOwn reads the figures of the file that was picked in the element of an id; UseOwn or OwnFailed follow.
func (p *Choices) ReadOwn(id string) {
	p.ReadingOwn()
	p.Exporter.ReadOwn(id)
}

// ReadingOwn says that a file of figures is being read.
func (p *Choices) ReadingOwn() {
	p.Settle()
	p.ownError, p.OwnBusy = nil, true
}

// OwnFailed says what is wrong with a file of figures.
func (p *Choices) OwnFailed(err error) {
	p.Settle()
	p.OwnBusy = false
	p.Folds.Exports = true
	p.ownError = func(p *composer) string { return words.Fill(p.Text.Own.Refused, "error", p.say(err)) }
}

// DropOwn goes back to the published figures. The picture follows from the reader's own, and says so, until those are
// here.
func (p *Choices) DropOwn() {
	p.ownError, p.dropping = nil, true
	p.Settle()
	p.load(p.SnapshotName(), p.lastEdition().Number)
}

// OwnToLoad are the figures that what is loaded shall follow from, nil for the published ones.
func (p *Choices) OwnToLoad() *Own {
	if p.dropping {
		return nil
	}
	return p.Own
}

// noteOwn says of what was opened, a link or a scenario file, that it was made with figures which it does not carry;
// it has passed as soon as the same file is in use. what is those figures as they were given, for where they
// cannot be read.
//
//go:noinline
func (p *Choices) noteOwn(file, what string, of link.Own) {
	p.note(func(p *composer) string {
		text := p.Text.Own.Linked
		if p.Own != nil {
			if of.Hash != "" && of.Hash == p.Own.Hash {
				return ""
			}
			text = p.Text.Own.LinkedOther
		}
		figures := what
		if of.Hash != "" {
			figures = p.ownText(file, of, p.Text.LongDate)
		}
		return words.Fill(text, "figures", figures)
	})
}

// noteOwnMember is noteOwn of what a scenario file says; nil where it says nothing.
func (p *Choices) noteOwnMember(raw json.RawMessage) {
	if raw == nil {
		return
	}
	text := string(raw)
	_ = json.Unmarshal(raw, &text) // what is no text is shown as it is
	code, file, _ := strings.Cut(text, " ")
	of, _ := link.ParseOwn(code)
	p.noteOwn(NewOwn(file, of).File, NewOwn(text, of).File, of)
}
