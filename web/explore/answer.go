package explore

import (
	"math"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
)

// Asked is the question's frame: which figure, of which run, and how to write the link of a scenario in which an
// input stands on another value ("" where that is illegal or too long).
type Asked struct {
	Figure explore.Figure
	Rate   string // the FIL+ rate in words
	Link   func(in *explore.Input, v float64) string
}

// inside is the figure as it stands in a sentence.
func (t *Text) inside(f explore.Figure) string { return t.Figures[f.Name].Inside }

// exact is a value as text that carries all of its digits for whoever copies or checks them.
func exact(v float64, text string) ask.Part {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ask.Part{Text: text}
	}
	return ask.Part{Text: text, Exact: numbers.General(v, -1)}
}

// cell is a cell of one value.
func cell(v float64, text string) []ask.Part { return []ask.Part{exact(v, text)} }

// setter is a button that sets an input: it carries the link to the picture that follows, and a key, the same in the
// answer that follows. Without a link the value stands as text.
func (t *Text) setter(key, template, name, value, query string) ask.Part {
	if query == "" {
		return ask.Part{Text: value}
	}
	say := fill(template, "input", t.Inputs[name].Inside, "value", value)
	return ask.Part{Text: value, Set: &ask.Set{Key: key, Say: say, Link: query}}
}
