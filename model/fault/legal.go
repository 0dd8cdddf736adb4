package fault

import (
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/number"
)

// Legal is what would have been legal in the place of a value: a range or choices, and the phrase that says so. The
// phrase may have the placeholders {range}, {low}, {high}, {list} (the choices), {quoted} (the choices in quotation
// marks), and the names in Pairs.
type Legal struct {
	Code      *Code
	Low, High float64  // of numbers; of days by their count where Days
	Days      bool     // Low and High are days
	Choices   []string // names
	Pairs     []string // other placeholders and their values, in turn
}

// OneOf is one of some names.
func OneOf(choices ...string) Legal { return Legal{Code: OneOfNames, Choices: choices} }

// OneOfQuoted is OneOf, said with quotation marks, as JSON has them.
func OneOfQuoted(choices ...string) Legal { return Legal{Code: OneOfQuotedNames, Choices: choices} }

// Within is the numbers of a closed range; code says which.
func Within(code *Code, low, high float64) Legal { return Legal{Code: code, Low: low, High: high} }

// Plainly is a legal value that is neither a range nor a choice.
func Plainly(code *Code, pairs ...string) Legal { return Legal{Code: code, Pairs: pairs} }

// In is what is legal, in a language; "" where that cannot be said.
func (l Legal) In(c *Catalogue) string {
	return Fill(c.text(l.Code), append([]string{
		"range", l.Range(), "low", l.end(l.Low), "high", l.end(l.High),
		"list", strings.Join(l.Choices, ", "), "quoted", `"` + strings.Join(l.Choices, `", "`) + `"`,
	}, l.Pairs...)...)
}

func (l Legal) String() string { return l.In(nil) }

// Range is "low..high".
func (l Legal) Range() string { return l.end(l.Low) + ".." + l.end(l.High) }

func (l Legal) end(v float64) string {
	if l.Days {
		return day.Day(v).String()
	}
	return number.Exact(v)
}
