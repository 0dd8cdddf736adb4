package draw

import (
	"strings"
	"unicode/utf8"
)

// slack is how much wider than Inter another font may be before text leaves its box.
const slack = 1.03

const ellipsis = "…"

// fit makes text as large as its space allows, from the lettering's own size down to smallest, and cuts
// what is too long even then.
func fit(text string, l lettering, smallest, space float64) (string, *lettering) {
	for l.size > smallest && l.space(text) > space {
		l.size--
	}
	return cut(text, &l, space), &l
}

// cut shortens text to its space, with an ellipsis.
func cut(text string, l *lettering, space float64) string {
	if l.space(text) <= space {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && l.space(string(runes)+ellipsis) > space {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,.;:·") + ellipsis
}

// wrap breaks text into at most most lines at its spaces, and beside the characters of a script without
// spaces. A word that is too long for its line, and what is left after the last, are cut.
func wrap(text string, l *lettering, space float64, most int) []string {
	var lines []string
	for rest := text; rest != ""; {
		if len(lines) == most-1 {
			return append(lines, cut(rest, l, space))
		}
		end := len(rest)
		for l.space(rest[:end]) > space {
			before := lastBreak(rest[:end])
			if before <= 0 {
				break
			}
			end = before
		}
		lines = append(lines, cut(strings.TrimRight(rest[:end], " "), l, space))
		rest = strings.TrimLeft(rest[end:], " ")
	}
	return lines
}

// lastBreak is the last place within a text at which a line may end, or 0.
func lastBreak(text string) int {
	for end := len(text); end > 0; {
		after, size := utf8.DecodeLastRuneInString(text[:end])
		end -= size
		if after == ' ' {
			return end
		}
		if end > 0 && isHan(after) {
			return end
		}
	}
	return 0
}

// isHan reports whether a character is Chinese: the unified ideographs of the basic plane.
func isHan(r rune) bool { return '\u4e00' <= r && r <= '\u9fff' }
