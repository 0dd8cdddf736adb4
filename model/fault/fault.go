// Package fault is errors that can be said in any language: each is of a kind, which a catalogue has a
// sentence for, and carries the values in it. Source of the idea: the kinds of sim's warnings.
package fault

import "strings"

// Fault is an error with its parts apart. Its Error is the English sentence.
type Fault struct {
	Kind  string   // names the sentence in a catalogue
	Pairs []string // names of the sentence's placeholders and their values, in turn

	sentence string
	cause    error
}

// New is a fault of a kind. sentence is English and has placeholders like {field}; pairs are their names and
// values in turn.
func New(kind, sentence string, pairs ...string) error {
	return &Fault{Kind: kind, Pairs: pairs, sentence: sentence}
}

// Of is New for a fault that errors.Is finds to be a cause. The sentence says the cause itself.
func Of(cause error, kind, sentence string, pairs ...string) error {
	return &Fault{Kind: kind, Pairs: pairs, sentence: sentence, cause: cause}
}

// Said is an error whose text is in the reader's language already.
func Said(text string) error { return &Fault{Pairs: []string{"text", text}, sentence: "{text}"} }

func (f *Fault) Error() string { return Fill(f.sentence, f.Pairs...) }

// Unwrap is the cause, or nil.
func (f *Fault) Unwrap() error { return f.cause }

// Fill puts values into a sentence's placeholders: pairs are names and values in turn. A placeholder without a
// value stays as it is, and values are taken as they are, braces and all.
func Fill(sentence string, pairs ...string) string {
	out := ""
	for {
		before, after, found := strings.Cut(sentence, "{")
		name, rest, closed := strings.Cut(after, "}")
		if !found || !closed {
			return out + sentence
		}
		value := "{" + name + "}"
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				value = pairs[i+1]
			}
		}
		out += before + value
		sentence = rest
	}
}
