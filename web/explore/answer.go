package explore

import (
	"html"
	"strings"

	"github.com/gasburden/gasburden/sim/explore"
)

// Answer is what the page shows of a finished question.
type Answer struct {
	HTML   string   `json:"html"`             // escaped, for the inside of a card
	Charts []Chart  `json:"charts,omitempty"` // to be mounted in the elements data-chart=ID of it
	Marks  []Mark   `json:"marks,omitempty"`  // for the page's own charts
	Target *float64 `json:"target,omitempty"` // that the engine chose
	Query  string   `json:"query,omitempty"`  // link to the picture that was asked about, without how an ensemble is drawn
	Seeded string   `json:"seeded,omitempty"` // the same with how an ensemble was drawn
}

// Asked is the question's frame: which figure, of which run, and how to write the link of a scenario in which an
// input stands on another value ("" where that is illegal or too long).
type Asked struct {
	Figure explore.Figure
	Rate   string // the FIL+ rate in words
	Link   func(in *explore.Input, v float64) string
}

// inside is the figure as it stands in a sentence.
func (t *Text) inside(f explore.Figure) string { return t.Figures[f.Name].Inside }

// writer collects HTML.
type writer struct{ strings.Builder }

func (w *writer) raw(parts ...string) {
	for _, part := range parts {
		w.WriteString(part)
	}
}

// tag writes an element with escaped text.
func (w *writer) tag(name, attributes, text string) {
	w.raw("<", name, attributes, ">", html.EscapeString(text), "</", name, ">")
}
