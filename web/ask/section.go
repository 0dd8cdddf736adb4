package ask

import (
	"maps"
	"slices"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// MS is milliseconds.
type MS float64

// Host is the page and the browser around the section. What it calls back comes one after the other, as all events do.
type Host interface {
	Picture() Picture // on show
	View() View       // of it
	// Ask asks the engine, which answers later with JSON, or an error in the reader's words.
	Ask(name string, request Request, done func(answer []byte, err error))
	// After calls do later, but not once stop was called.
	After(wait MS, do func()) (stop func())
	Now() MS                         // since whenever
	Open(query string)               // shows another picture
	Width(question string) int       // of its form, pixels
	Mark(marks []Mark, wanted bool)  // draws a break-even's marks on the page's own charts, in place of the last ones
	See() (link string)              // leads to the chart with a mark, which the link makes show it; "" where it does
	Settle()                         // the reader has done something else than to move a slider
	Focus(question, selector string) // moves the focus to an element of a question, once all is rendered
}

// View is how the page looks at its picture.
type View struct {
	By       string   // what the gas is divided by
	Language string   // BCP 47
	Pinned   []string // links of the pinned runs, "" for one that none carries
	Middle   string   // day in the middle of what the charts show, YYYY-MM-DD
	Base     string   // where links lead
	Site     string   // where the other pages of the site are, "" where they lie beside this one

	Scenario *assumption.Scenario // of its picture; nil where that is not known
	Preset   string               // the preset that it is, or ""
}

// Section is all questions, and the dialog that explains a day. Whoever renders it compares Version with that of the
// last time.
type Section struct {
	Words   *Words
	Shown   bool // the reader is near
	Cards   []*Card
	Dialog  Dialog
	Version int

	shownSoFar Counts

	host    Host
	present *Picture // while the cards hear of it
	page    *words.Text
	wanted  wish // marks on the page's own charts
}

// Counts say how often answers and refusals were shown, by question, and days explained.
type Counts struct {
	Explored, Refused map[string]int
	Explained         int
}

// Counts are those so far.
func (s *Section) Counts() Counts {
	return Counts{maps.Clone(s.shownSoFar.Explored), maps.Clone(s.shownSoFar.Refused), s.shownSoFar.Explained}
}

// Unfold shows all rows of the tornado.
func (s *Section) Unfold() {
	if c := s.card(Tornado); c != nil {
		c.Unfold(true)
	}
}

// A wish is the reader's; until the first question of the reader's own there is none.
type wish int

const (
	unsaid wish = iota
	yes
	no
)

// NewSection is the section before the reader is near.
func NewSection(host Host, w *Words, page *words.Text) *Section {
	s := &Section{host: host, Words: w, page: page,
		shownSoFar: Counts{Explored: map[string]int{}, Refused: map[string]int{}}}
	s.Dialog.section = s
	return s
}

// Show makes the questions, once the reader is near.
func (s *Section) Show() {
	if s.Shown {
		return
	}
	s.Shown = true
	s.Version++
	for _, name := range Questions {
		c := &Card{Name: name, section: s, targets: map[string]string{}}
		c.say()
		s.Cards = append(s.Cards, c)
	}
	for name, value := range drawnIn(s.host.Picture().Query) {
		if f := s.card(Ensemble).field(name); f != nil {
			f.Value = value
		}
	}
	s.card(Compare).field("preset").Value = against(s.host.View().Preset)
	for _, c := range s.Cards {
		c.fit()
	}
}

// against is the preset that a picture is compared with first: the default or, where that is on show, the study, whose
// question was the first.
func against(preset string) string {
	if standard := assumption.DefaultPreset().Name; preset != standard {
		return standard
	}
	return "study"
}

// card is the card of a question.
func (s *Section) card(name string) *Card {
	i := slices.IndexFunc(s.Cards, func(c *Card) bool { return c.Name == name })
	if i < 0 {
		return nil
	}
	return s.Cards[i]
}

// Near says whether a question is in sight, or nearly.
func (s *Section) Near(name string, near bool) {
	if c := s.card(name); c != nil {
		c.near = near
		c.soon()
	}
}

// Changed is called when the picture on show has changed, also while a slider moves: the picture, which takes some time
// to describe, is asked for once.
func (s *Section) Changed() {
	now := s.host.Picture()
	s.present = &now
	for _, c := range s.Cards {
		c.changed()
	}
	s.present = nil
}

// picture is the picture on show.
func (s *Section) picture() Picture {
	if s.present != nil {
		return *s.present
	}
	return s.host.Picture()
}

// Speak changes the language. What was typed and chosen stays, and what was asked is asked again.
func (s *Section) Speak(w *Words, page *words.Text) {
	s.Words, s.page = w, page
	s.Version++
	s.Dialog.leave()
	left := make([]*left, len(s.Cards))
	for i, c := range s.Cards {
		left[i] = c.leave()
		c.say()
		c.fit()
	}
	for i, c := range s.Cards {
		for _, f := range c.Fields {
			if f.Kind == NumberField && !isDigits(f.Value) {
				c.understand(f)
			}
		}
		c.resume(left[i])
	}
}

// Marked reports whether the reader wants a break-even's marks on the page's own charts.
func (s *Section) Marked() bool { return s.wanted == yes }

// WantMarks takes the reader's wish.
func (s *Section) WantMarks(wanted bool) {
	s.host.Settle()
	s.wanted = no
	if wanted {
		s.wanted = yes
	}
	s.card(BreakEven).mark()
}

// See leads to the chart with the target of the break-even.
func (s *Section) See() {
	s.WantMarks(true)
	s.card(BreakEven).answered() // its box shows it
	if link := s.host.See(); link != "" {
		s.carry(link, "by", "unit")
	}
}

// Take opens the link of an answer's button. How the page looks at its picture stays.
func (s *Section) Take(link string) {
	s.host.Open(withoutView(link) + viewOf(s.host.Picture().Query))
}

// carry sets single keys of the present link as another link has them.
func (s *Section) carry(from string, keys ...string) {
	now := s.host.Picture().Query
	next := now
	for _, key := range keys {
		next = keyed(next, key, from)
	}
	if next != now {
		s.host.Open(next)
	}
}
