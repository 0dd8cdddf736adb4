package page

import "github.com/gasburden/gasburden/web/words"

// Speak changes the page's language. tag is what a link to the page says of it: "" where that is English by
// itself, "en" where the reader asked for English. What the reader typed and chose stays.
func (p *Page) Speak(text *words.Text, tag string) {
	p.Text, p.Language = text, tag
	for _, s := range p.Sliders {
		words := text.Control[s.Name]
		s.Label, s.Unit = words.Label, words.Unit
	}
	for i, s := range p.Rates {
		s.Label = rateLabel(text, i)
	}
	for _, c := range p.Choosers {
		c.say(text)
	}
	p.showAll()
	// What was said in the other language is said again, or has passed.
	for _, s := range p.Sliders {
		if s.Err != "" {
			p.Type(s, s.Raw)
		}
	}
	for _, s := range p.Rates[:p.RateCount] {
		if s.Err != "" {
			p.Type(s, s.Raw)
		}
	}
	for _, c := range p.Choosers {
		if c.Err != "" {
			p.Choose(c, c.Value)
		}
	}
	p.noteAgain()
	p.ShareStatus, p.ShareFailed, p.FileError, p.OwnError, p.SnapshotError = "", false, "", "", ""
	p.Rest()
}

// note adds a notice above the page, none for "". The sentence is made again when the language changes, or the
// figures in use.
//
//go:noinline
func (p *Page) note(sentence func() string) {
	p.noted = append(p.noted, sentence)
	if text := sentence(); text != "" {
		p.LinkNotices = append(p.LinkNotices, text)
	}
}

// noteAgain makes the notices again.
//
//go:noinline
func (p *Page) noteAgain() {
	noted := p.noted
	p.ClearNotes()
	for _, sentence := range noted {
		p.note(sentence)
	}
}

// noteFault is note, of what a link says and the picture does not show.
func (p *Page) noteFault(sentence func() string) {
	p.note(sentence)
	p.faulty = append(p.faulty, len(p.noted)-1)
}

// LinkFaults are the notices that say what of the link the picture does not show. Other notices are of figures: from
// which edition they are.
func (p *Page) LinkFaults() []string {
	out := make([]string, len(p.faulty))
	for i, n := range p.faulty {
		out[i] = p.LinkNotices[n]
	}
	return out
}

// clearNotes takes the notices away.
func (p *Page) ClearNotes() { p.noted, p.faulty, p.LinkNotices = nil, nil, nil }
