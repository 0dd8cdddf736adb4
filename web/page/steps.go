package page

import (
	"slices"

	"github.com/gasburden/gasburden/sim/link"
)

// Steps are the states in which the reader let the page come to rest: undo goes back through them, redo forth. Which of
// them the browser's history holds is address.js' affair; it knows them by their numbers.
type Steps struct {
	list []step // from the oldest to the newest, at least the one on show
	at   int    // the place of that
	next int    // number of the one after the newest; none is given twice
	by   Hold   // how the one on show came about
	back bool   // it was gone back or forth to since it was last noted
}

// mostSteps are kept. More would be of no use to anybody, and hold on to figures that nobody sees.
const mostSteps = 200

// step is a state as it was left.
type step struct {
	number int
	key    string // tells states apart
	moment moment
}

// Hold is by what the reader changes something for as long as it is one change: a control, under one press of the
// pointer or with no more than a pause between two keys.
type Hold struct {
	control string  // "" for what is changed at one go
	Turn    int     // how often the pointer was pressed or the focus moved so far
	Pressed bool    // it still is
	At      float64 // milliseconds since whenever
}

// samePause is the longest pause within one change by the keyboard, milliseconds.
const samePause = 1000

// goesOn reports whether a change is part of the one before.
func (h Hold) goesOn(before Hold) bool {
	return h.control != "" && h.control == before.control && h.Turn == before.Turn &&
		(h.Pressed || before.Pressed || h.At-before.At < samePause)
}

// moment is all that belongs to a state: what was chosen, and what stands in the fields.
type moment struct {
	choices  Choices
	sliders  []Slider
	choosers []Chooser
}

func (p *Choices) allSliders() []*Slider { return slices.Concat(p.Sliders, p.Rates[:]) }

// moment is that of now.
func (p *Choices) moment() moment {
	m := moment{choices: *p}
	m.choices.notes, m.choices.faulty = slices.Clip(p.notes), slices.Clip(p.faulty) // to which more may be added
	m.choices.steps, m.choices.entry = Steps{}, entry{}
	for _, s := range p.allSliders() {
		m.sliders = append(m.sliders, *s)
	}
	for _, c := range p.Choosers {
		m.choosers = append(m.choosers, *c)
	}
	return m
}

// restore brings a moment back. What is no part of a state stays as it is: language, parts that are unfolded, what
// became of an export. What was on its way is not waited for any more.
func (p *Choices) restore(m moment) {
	now := *p
	*p = m.choices
	p.steps = now.steps
	p.Text, p.Language, p.Places, p.Exporter, p.Load = now.Text, now.Language, now.Places, now.Exporter, now.Load
	p.MoreOpen, p.PreviewOpen, p.EmbedOpen, p.EmbedKind = now.MoreOpen, now.PreviewOpen, now.EmbedOpen, now.EmbedKind
	p.Folds, p.Bring = now.Folds, now.Bring
	p.Copied, p.ShareFailed, p.shareStatus, p.OwnBusy = now.Copied, now.ShareFailed, now.shareStatus, now.OwnBusy
	p.told = now.told
	p.stay()
	p.dropping, p.outdated = false, true
	for i, s := range p.allSliders() {
		*s = m.sliders[i]
	}
	for i, c := range p.Choosers {
		*c = m.choosers[i]
	}
	p.Settle()
}

// key tells the state on show from others. The language that a link asks for is no part of it, nor is what is chosen of
// an embedded chart, or how an ensemble was drawn: a link that is copied has them all the same.
func (p *Choices) key() string {
	state, err := p.State()
	if err != nil {
		panic("page: " + err.Error())
	}
	state.Language, state.View.Controls, state.View.Ensemble = "", nil, link.Ensemble{}
	query, tooLong := linkOf(state)
	if tooLong {
		query += string(p.ScenarioFile())
	}
	return query
}

// Note takes note of where the page has come to rest, if that is another state than the one of the last step: as a
// step of its own, or in place of the last one while the change goes on that led there.
func (p *Choices) Note(by Hold) {
	if p.Loading != "" {
		return // it does not rest
	}
	s, key := &p.steps, p.key()
	by.control = p.hand
	last := len(s.list) - 1
	switch {
	case last < 0:
	case s.list[s.at].key == key:
		s.by.Pressed = s.by.Pressed && by.Pressed
		return
	case !s.back && s.at == last && last > 0 && by.goesOn(s.by):
		s.list[last].key, s.list[last].moment = key, p.moment()
		s.by = by
		return
	default:
		s.list = s.list[:s.at+1]
	}
	s.list = append(s.list, step{s.next, key, p.moment()})
	if len(s.list) > mostSteps {
		s.list = slices.Delete(s.list, 0, 1)
	}
	s.at = len(s.list) - 1
	s.next++
	s.by, s.back = by, false
}

// forget drops the steps after one, where the page is again: what they led to never counted.
func (s *Steps) forget(after int) {
	at := slices.IndexFunc(s.list, func(s step) bool { return s.number == after })
	if at >= 0 && at < s.at {
		s.list, s.at, s.back = s.list[:at+1], at, true
	}
}

// Step is the number of the step on show.
func (p *Choices) Step() int {
	if s := &p.steps; len(s.list) > 0 {
		return s.list[s.at].number
	}
	return 0
}

// CanUndo and CanRedo report whether there is a step to go to.
func (p *Choices) CanUndo() bool { return p.steps.at > 0 }
func (p *Choices) CanRedo() bool { return p.steps.at < len(p.steps.list)-1 }

// Undo goes back to the step before, and Redo to the one after, if there is one.
func (p *Choices) Undo() { p.walk(-1) }
func (p *Choices) Redo() { p.walk(1) }

func (p *Choices) walk(by int) {
	p.leave()
	if to := p.steps.at + by; 0 <= to && to < len(p.steps.list) {
		p.show(to)
	}
}

// GoTo shows the step of a number, and reports whether it is still known.
func (p *Choices) GoTo(number int) bool {
	p.leave()
	to := slices.IndexFunc(p.steps.list, func(s step) bool { return s.number == number })
	if to >= 0 && to != p.steps.at {
		p.show(to)
	}
	return to >= 0
}

// leave keeps what stands in the fields of the step on show, also what was refused, for when the reader comes back.
func (p *Choices) leave() {
	p.Note(Hold{})
	if s := &p.steps; len(s.list) > 0 && p.Loading == "" {
		s.list[s.at].moment = p.moment()
	}
}

func (p *Choices) show(to int) {
	p.steps.at, p.steps.back = to, true
	p.restore(p.steps.list[to].moment)
}
