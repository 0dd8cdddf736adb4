package card

import "strings"

// slack is how much wider than Inter another font may be before text leaves its box.
const slack = 1.03

const ellipsis = "…"

// fit makes text as large as its room allows, from the lettering's own size down to smallest, and cuts
// what is too long even then.
func fit(text string, l lettering, smallest, room float64) (string, *lettering) {
	for l.size > smallest && l.room(text) > room {
		l.size--
	}
	return cut(text, &l, room), &l
}

// cut shortens text to its room, with an ellipsis.
func cut(text string, l *lettering, room float64) string {
	if l.room(text) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && l.room(string(runes)+ellipsis) > room {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,.;:·") + ellipsis
}

// wrap breaks text into at most most lines at its spaces. A word that is too long for its line, and
// what is left after the last, are cut.
func wrap(text string, l *lettering, room float64, most int) []string {
	var lines []string
	for rest := text; rest != ""; {
		if len(lines) == most-1 {
			return append(lines, cut(rest, l, room))
		}
		end := len(rest)
		for l.room(rest[:end]) > room {
			space := strings.LastIndexByte(rest[:end], ' ')
			if space < 0 {
				break
			}
			end = space
		}
		lines = append(lines, cut(rest[:end], l, room))
		rest = strings.TrimLeft(rest[end:], " ")
	}
	return lines
}
