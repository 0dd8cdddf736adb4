package page

import (
	"slices"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// note adds a notice above the page.
func (p *Choices) note(s sentence) { p.notes = append(p.notes, s) }

// Hear takes notices that another page had above the same picture; its own stay as they are.
func (p *Choices) Hear(notices []string) {
	for _, text := range notices {
		if !slices.Contains(p.LinkNotices(), text) {
			p.note(func(*composer) string { return text })
		}
	}
}

// noteFault is note, of what a link says and the picture does not show.
func (p *Choices) noteFault(s sentence) {
	p.faulty = append(p.faulty, len(p.notes))
	p.note(s)
}

// ClearNotes takes the notices away.
func (p *Choices) ClearNotes() { p.notes, p.faulty = nil, nil }

// Dismiss takes the notices away as the reader asks.
func (p *Choices) Dismiss() {
	p.Settle()
	p.ClearNotes()
}

// words puts into words what no result is needed for.
func (p *Choices) words() *composer { return &composer{Choices: p, in: p.in} }

// Say is an error in the language in use.
func (p *Choices) Say(err error) string { return p.words().say(err) }

func (p *Choices) inWords(s sentence) string { return p.words().said(s) }

// LinkNotices are the notices above the page: what a link says that could not be done, or that the reader should know.
func (p *Choices) LinkNotices() []string { return p.words().notes() }

// LinkFaults are those of them that say what of the link the picture does not show. Others are of figures: from which
// edition they are.
func (p *Choices) LinkFaults() []string { return p.words().faults() }

// SnapshotError says that figures did not come, FileError and OwnError what is wrong with a file, of a scenario and of
// figures, and ShareStatus how an export went.
func (p *Choices) SnapshotError() string { return p.inWords(p.snapshotError) }
func (p *Choices) FileError() string     { return p.inWords(p.fileError) }
func (p *Choices) OwnError() string      { return p.inWords(p.ownError) }
func (p *Choices) ShareStatus() string   { return p.inWords(p.shareStatus) }

// ControlNotice says which assumptions in use the page has no control for, "" where there are none.
func (p *Choices) ControlNotice() string { return p.words().controlNotice() }

func (p *composer) notes() []string {
	var out []string
	for _, s := range p.Choices.notes {
		if text := s(p); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func (p *composer) faults() []string {
	out := make([]string, len(p.faulty))
	for i, n := range p.faulty {
		out[i] = p.Choices.notes[n](p)
	}
	return out
}

// controlNotice says which assumptions in use the page has no control for, "" where there are none.
func (p *composer) controlNotice() string {
	if without := p.withoutControl(); without != "" {
		return words.Fill(p.Text.Link.WithoutControl, "list", without)
	}
	return ""
}

// outdatedNotice says that the result is of earlier defaults than today's, "" where it is not.
func (p *composer) outdatedNotice() string {
	if p.Result.Scenario.Version == assumption.DefaultVersion {
		return ""
	}
	return p.Text.Link.Outdated
}

// withoutControl lists the assumptions in use that the page has no control for: a link or a scenario file
// may set them.
func (p *composer) withoutControl() string {
	list := ""
	for _, f := range assumption.Rows() {
		raw, set := p.overrides[f.Name]
		if !set || f.Group != assumption.NoControl || f.Name == "version" {
			continue // of the version a notice of its own speaks
		}
		if list != "" {
			list += p.Text.ListMark
		}
		list += f.Name + " = " + fault.Short(string(raw))
	}
	return list
}

// faultText is a part of a link that could not be used, as a sentence. snapshot is the one that is shown instead.
func (p *composer) faultText(f *fault.Fault, snapshot string) string {
	if f.Code == fault.LinkUnknownSnapshot {
		return words.Fill(p.Text.Link.NoSnapshot, "snapshot", f.Value, "known", p.snapshotList(), "current",
			p.Text.SnapshotLabel(snapshot))
	}
	return words.Fill(p.Text.Link.Fault[f.Code.Name], "key", f.Field, "value", f.Value, "at", f.InLink(), "legal",
		p.Text.LinkLegal(f))
}

func (p *composer) snapshotList() string {
	list := ""
	for i, name := range p.Snapshots {
		if i > 0 {
			list += p.Text.ListMark
		}
		list += p.Text.SnapshotLabel(name)
	}
	return list
}
