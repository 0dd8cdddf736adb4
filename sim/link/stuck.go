package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/sim"
)

// stuck are the marks that chats, mails and sentences put behind a link, and that many programs take for a part of it.
const stuck = `)]}>»"'*_~|\/.,:;!?…。，、；：！？）】》」』”’–—` + "`"

// bare is a value without the marks that are stuck to its end. first is the first of these, 0 where there are none.
func bare(text string) (out string, first rune) {
	out = strings.TrimRightFunc(text, func(r rune) bool { return strings.ContainsRune(stuck, r) || r == ' ' || r == 0xa0 || r == 0x202f })
	if out == text {
		return out, 0
	}
	first, _ = utf8.DecodeRuneInString(text[len(out):])
	return out, first
}

// mayBelong reports whether a value of a key may go on with a mark, so that a link which ends there may have been cut:
// 0. may be the beginning of 0.25, and 0.5, that of two rates.
func mayBelong(key, value string, mark rune) bool {
	field, ok := fieldOf(key)
	switch mark {
	case '.':
		last := value[strings.LastIndexAny(value, ",_:")+1:]
		return ok && (field.Kind == sim.Number || field.Kind == sim.Daily || field.Kind == sim.Rates) && !strings.ContainsAny(last, ".eE")
	case ',':
		return ok && field.Kind == sim.Rates || key == hiddenKey || key == controlsKey
	case '_':
		if ok && (field.Kind == sim.Daily || field.Kind == sim.Rates) {
			return strings.Contains(value[strings.LastIndexByte(value, ',')+1:], valueMark)
		}
		return slices.ContainsFunc(field.Choices, func(choice string) bool { return strings.HasPrefix(choice, value+"_") })
	}
	return false
}

// endsOpen reports whether a value that cannot be read ends like one that was cut.
func endsOpen(text string) bool {
	return text != "" && strings.IndexByte(".,_:-+eE", text[len(text)-1]) >= 0
}
