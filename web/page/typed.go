package page

import (
	"math"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/words"
)

// parse reads what a person types into the field: the shown value, or what is wrong with the text.
func (s *Slider) parse(text *words.Text, raw string) (shown float64, problem string) {
	r := numbers.Typed(raw, s.Unit)
	if r.Reason == numbers.OtherUnit {
		return 0, s.tell(text, text.OtherUnit, raw)
	}
	if r.Reason == numbers.NoNumber {
		r.Value = math.NaN()
	}
	if problem = s.refuse(text, raw, r.Value); problem != "" {
		return 0, problem
	}
	return r.Value, ""
}

// refuse says what is wrong with a value that was read from a text, "" for nothing. NaN is no number.
func (s *Slider) refuse(text *words.Text, raw string, v float64) string {
	switch {
	case math.IsNaN(v):
		return s.tell(text, text.NotANumber, raw)
	case !s.Legal.Contains(v):
		return s.tell(text, text.OutOfRange, raw)
	case s.Whole && v != math.Trunc(v):
		return s.tell(text, text.NotWhole, raw)
	}
	return ""
}

// tell is a sentence about a text in the field.
func (s *Slider) tell(text *words.Text, sentence, raw string) string {
	legal := words.Fill(text.Locale.Range, "low", words.Entered(s.Legal.Min), "high", words.Entered(s.Legal.Max), "unit", s.Unit)
	return words.Fill(sentence, "name", s.Label, "value", raw, "range", legal)
}

// meant is the value that a typed number stands for: the field shows the default rounded, and typed back it means the
// default.
func (s *Slider) meant(v float64) float64 {
	if rounded, _ := numbers.Strict(words.Entered(s.Default)); v == rounded && v != s.Value {
		return s.Default
	}
	return v
}

// display is the text by which the field shows its value: exact, so that it can be read back; but a default that is
// a median, with digits that nobody wants to read, is rounded, see meant.
func (s *Slider) display() string {
	if s.Value == s.Default && s.Source != "" {
		return words.Entered(s.Value)
	}
	return words.Exact(s.Value)
}

// ReadAs says how text in the field was understood, "" where it is plain digits or what the page itself put there.
func (s *Slider) ReadAs(text *words.Text) string {
	r := numbers.Typed(s.Raw, s.Unit)
	if r.Plain || r.Reason != numbers.Readable || s.Raw == s.display() {
		return ""
	}
	return words.Fill(text.ReadAs, "n", words.Exactly(r.Value))
}

// RatesReadAs says how texts in the fields of the FIL+ rates were understood.
func (p *Page) RatesReadAs() string {
	out := ""
	for _, s := range p.Rates[:p.RateCount] {
		if said := s.ReadAs(p.Text); said != "" {
			if out != "" {
				out += p.Text.SpanMark + " "
			}
			out += words.Fill(p.Text.ReadAsOf, "name", s.Label, "said", said)
		}
	}
	return out
}
