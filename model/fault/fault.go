// Package fault is what is wrong with something, as a value: which kind of fault, in which field, which value, what
// would have been legal, and where it stands. It is made where it is found and put into words where it is shown: by
// Error in English, by In in any language that has a sentence for its code. All English sentences stand in codes.go.
package fault

import (
	"errors"
	"strings"
)

// Code is a kind of fault or a phrase in one. A catalogue of another language has its text by Name, with the same
// placeholders. It is an error so that errors.Is(err, code) finds the faults of that kind.
type Code struct {
	Name    string
	English string // with placeholders like {field}
	// Given says what there is in the place of one value, for programs; "" where it is the value.
	Given string
}

func (c *Code) Error() string { return c.Name }

// Fault is one thing that is wrong. Sentences may have the placeholders {field}, {value}, {legal}, {cause}, {at} (field
// and value as in a link), and the names in Pairs.
type Fault struct {
	Code  *Code
	Field string   // by its name in JSON, a table, a link or on the command line; "" where none is at fault
	Part  string   // of the field, where it has several: "[1]"
	Value string   // as it was given
	Legal *Legal   // what would have been legal; nil where that cannot be said
	Place *Place   // file, line and column, in front of the sentence; nil where there is none
	Pairs []string // other placeholders and their values, in turn
	Cause error    // nil, or a Code or another error that errors.Is finds
}

// Place says where in a text a fault is.
type Place struct {
	Code  *Code
	Pairs []string // placeholders and their values, in turn
}

// These make faults in one place: each literal of one takes hundreds of bytes of WebAssembly.

// New is a fault without a field of its own: pairs are the sentence's placeholders and their values, in turn.
//
//go:noinline
func New(code *Code, pairs ...string) *Fault { return &Fault{Code: code, Pairs: pairs} }

// Bad is the fault of a value that is not legal.
//
//go:noinline
func Bad(field, value string, legal *Legal) *Fault {
	return &Fault{Code: Illegal, Field: field, Value: value, Legal: legal}
}

// At is a place in a text: pairs are its placeholders and their values, in turn.
//
//go:noinline
func At(code *Code, pairs ...string) *Place { return &Place{code, pairs} }

// Said is an error whose text is in the reader's language already.
func Said(text string) error { return New(said, "text", text) }

// Catalogue is what a language says of faults. Nil is English, which has a text for every code.
type Catalogue struct {
	Texts map[string]string // by the name of a code; what is missing is said in English
	Words map[string]string // names and values that are words, by the English ones
}

// Error is the fault in English, without a full stop.
func (f *Fault) Error() string { return f.In(nil) }

// In is the fault in a language.
//
//go:noinline
func (f *Fault) In(c *Catalogue) string {
	if f.Place == nil {
		return f.Sentence(c)
	}
	return Fill(c.text(f.Place.Code), f.Place.Pairs...) + f.Sentence(c)
}

// Sentence is In without the place, for who did not give a file.
func (f *Fault) Sentence(c *Catalogue) string { return f.fill(c, c.text(f.Code)) }

// Given is what was given in the place of something legal, in English: the value, or what the code says of it.
func (f *Fault) Given() string {
	if f.Code.Given == "" {
		return f.Value
	}
	return f.fill(nil, f.Code.Given)
}

// Pair is the value of one of Pairs, "" where the fault has none of that name.
func (f *Fault) Pair(name string) string {
	value, _ := pair(f.Pairs, name)
	return value
}

func pair(pairs []string, name string) (value string, ok bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1], true
		}
	}
	return "", false
}

// InLink is field and value as they stood in a link.
func (f *Fault) InLink() string {
	if f.Value == "" {
		return f.Field
	}
	return f.Field + "=" + f.Value
}

// Is reports whether the fault is of the kind of target, a Code.
func (f *Fault) Is(target error) bool { return target == error(f.Code) }

// Unwrap is the cause, or nil.
func (f *Fault) Unwrap() error { return f.Cause }

//go:noinline
func (f *Fault) fill(c *Catalogue, sentence string) string {
	return replace(sentence, func(name string) (string, bool) {
		switch name {
		case "field":
			return c.word(f.Field) + f.Part, true
		case "value":
			return f.Value, true
		case "legal":
			return f.Legal.In(c), true
		case "at":
			return f.InLink(), true
		case "cause":
			if of, ok := f.Cause.(*Code); ok {
				return c.text(of), true
			}
			return f.Cause.Error(), true
		}
		value, ok := pair(f.Pairs, name)
		return c.word(value), ok
	})
}

func (c *Catalogue) text(of *Code) string {
	if of == nil {
		return ""
	}
	if c != nil {
		if text, ok := c.Texts[of.Name]; ok {
			return text
		}
	}
	return of.English
}

func (c *Catalogue) word(english string) string {
	if c != nil {
		if word, ok := c.Words[english]; ok {
			return word
		}
	}
	return english
}

func (c *Catalogue) has(of *Code) bool {
	_, ok := c.Texts[of.Name]
	return ok
}

// Say is an error in a language, of a joined one a line each. What is no fault, or one that the language has no text
// for, is said to be unexpected.
func Say(c *Catalogue, err error) string {
	if c == nil {
		return err.Error()
	}
	return Each(err, "\n", func(e error) string {
		f := Of(e)
		if f == nil || !c.has(f.Code) {
			f = New(Unexpected, "said", e.Error())
		}
		return f.In(c)
	})
}

// Each is what say makes of an error, of a joined one of each part, with between in between.
//
//go:noinline
func Each(err error, between string, say func(error) string) string {
	text := ""
	for i, e := range List(err) {
		if i > 0 {
			text += between
		}
		text += say(e)
	}
	return text
}

// Of is the fault in an error, nil where it has none.
func Of(err error) *Fault {
	var f *Fault
	errors.As(err, &f)
	return f
}

// List takes an error apart that joins others, or is nil.
//
//go:noinline
func List(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range joined.Unwrap() {
		out = append(out, List(e)...)
	}
	return out
}

// longest is how many characters of a value an error shows.
const longest = 60

// Short is a value as an error shows it: cut, and marked so, where it is long.
//
//go:noinline
func Short(text string) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}

// Fill puts values into a sentence's placeholders: pairs are names and values in turn. A placeholder without a value
// stays as it is, and values are taken as they are, braces and all.
func Fill(sentence string, pairs ...string) string {
	return replace(sentence, func(name string) (string, bool) { return pair(pairs, name) })
}

//go:noinline
func replace(sentence string, value func(name string) (string, bool)) string {
	out := ""
	for {
		before, after, found := strings.Cut(sentence, "{")
		name, rest, closed := strings.Cut(after, "}")
		if !found || !closed {
			return out + sentence
		}
		text, ok := value(name)
		if !ok {
			text = "{" + name + "}"
		}
		out += before + text
		sentence = rest
	}
}
