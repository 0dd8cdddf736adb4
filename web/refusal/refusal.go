// Package refusal says in the reader's language why something was refused.
package refusal

import (
	"errors"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/words"
)

// Text is what a language says of faults. The nil Text is English, which faults say by themselves.
type Text struct {
	Sentence   map[string]string // by the kind of a fault, with the same placeholders
	Value      map[string]string // values in them that are words, by the English ones
	Unexpected string            // of errors that are no faults: {said}, which stays in English
}

// For is the text of a language by its tag, as a link names it.
func For(tag string) *Text {
	if words.Chosen(tag) == words.Chinese {
		return Chinese()
	}
	return nil
}

// Say is an error in the text's language; of a joined error one line each.
func (t *Text) Say(err error) string {
	if t == nil {
		return err.Error()
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		text := ""
		for i, e := range joined.Unwrap() {
			if i > 0 {
				text += "\n"
			}
			text += t.Say(e)
		}
		return text
	}
	var f *fault.Fault
	if !errors.As(err, &f) {
		return fault.Fill(t.Unexpected, "said", err.Error())
	}
	sentence, ok := t.Sentence[f.Kind]
	if !ok {
		return f.Error() // said already
	}
	pairs := make([]string, len(f.Pairs))
	for i, value := range f.Pairs {
		if word, ok := t.Value[value]; ok && i%2 == 1 {
			value = word
		}
		pairs[i] = value
	}
	return fault.Fill(sentence, pairs...)
}
