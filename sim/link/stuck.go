package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/sim/assumption"
)

// stuck are the marks that chats, mails and sentences put behind a link, and that many programs take for a part of it.
const stuck = `)]}>»"'*_~|\/.,:;!?…。，、；：！？）】》」』”’–—` + "`"

// trimmed is a text without the marks that are stuck to its end.
func trimmed(text string) string {
	for text != "" {
		r, size := utf8.DecodeLastRuneInString(text)
		if r != ' ' && r != 0xa0 && r != 0x202f && !strings.ContainsRune(stuck, r) {
			break
		}
		text = text[:len(text)-size]
	}
	return text
}

// shortened reports whether a text ends in the dots that programs put where they show less than all of a link: what
// stands before them may be the beginning of anything.
func shortened(text string) bool {
	tail := text[len(trimmed(text)):]
	return strings.Contains(tail, "…") || strings.Contains(tail, "...")
}

// mayBelong reports whether a value of a key may go on with what is stuck to it, so that a link which ends there may
// have been cut: 0. may be the beginning of 0.25, and 0.5, that of two rates.
func mayBelong(key, value string, rest string) bool {
	if slices.Contains(pinKeys[:], key) {
		return strings.IndexByte(".,_:"+pinMark, rest[0]) >= 0
	}
	field, ok := fieldOf(key)
	switch rest[0] {
	case '.':
		last := max(strings.LastIndexByte(value, ','), strings.LastIndexByte(value, ':'))
		return ok && (field.Kind == assumption.Number || field.Kind == assumption.Daily ||
			field.Kind == assumption.Rates) && !strings.ContainsAny(value[last+1:], ".eE")
	case ',':
		return ok && field.Kind == assumption.Rates || key == hiddenKey || key == controlsKey
	case '_':
		if ok && (field.Kind == assumption.Daily || field.Kind == assumption.Rates) {
			return strings.Contains(value[strings.LastIndexByte(value, ',')+1:], valueMark)
		}
		return ok && slices.ContainsFunc(field.Choices,
			func(choice string) bool { return strings.HasPrefix(choice, value+"_") })
	}
	return false
}

// endsOpen reports whether a value that cannot be read ends like one that was cut.
func endsOpen(text string) bool {
	return text != "" && (strings.IndexByte(".,_:-+eE", text[len(text)-1]) >= 0 || shortened(text))
}
