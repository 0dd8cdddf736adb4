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
func OneOf(choices ...string) *Legal { return Choose(OneOfNames, choices...) }

// OneOfQuoted is OneOf, said with quotation marks, as JSON has them.
func OneOfQuoted(choices ...string) *Legal { return Choose(OneOfQuotedNames, choices...) }

// Choose is choices as code says them.
//
//go:noinline
func Choose(code *Code, choices ...string) *Legal { return &Legal{Code: code, Choices: choices} }

// Within is the numbers of a closed range; code says which, and pairs are its other placeholders.
//
//go:noinline
func Within(code *Code, low, high float64, pairs ...string) *Legal {
	return &Legal{Code: code, Low: low, High: high, Pairs: pairs}
}

// WithinDays is the days of a closed range.
func WithinDays(code *Code, first, last day.Day) *Legal {
	l := Within(code, float64(first), float64(last))
	l.Days = true
	return l
}

// Plainly is a legal value that is neither a range nor a choice.
//
//go:noinline
func Plainly(code *Code, pairs ...string) *Legal { return &Legal{Code: code, Pairs: pairs} }

// In is what is legal, in a language; "" where that cannot be said.
func (l *Legal) In(c *Catalogue) string {
	if l == nil {
		return ""
	}
	return replace(c.text(l.Code), func(name string) (string, bool) {
		switch name {
		case "range":
			return l.Range(), true
		case "low":
			return l.end(l.Low), true
		case "high":
			return l.end(l.High), true
		case "list":
			return strings.Join(l.Choices, ", "), true
		case "quoted":
			return `"` + strings.Join(l.Choices, `", "`) + `"`, true
		}
		return pair(l.Pairs, name)
	})
}

func (l *Legal) String() string { return l.In(nil) }

// Range is "low..high".
func (l *Legal) Range() string { return l.end(l.Low) + ".." + l.end(l.High) }

func (l *Legal) end(v float64) string {
	if l.Days {
		return day.Day(v).String()
	}
	return number.Exact(v)
}
