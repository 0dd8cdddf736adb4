// Package number reads numbers from text. There are two grammars. Strict is for what programs write (links,
// flags, JSON): the point is the decimal mark, and nothing stands between digits. Typed is for what people type
// into fields, in the habits of many countries; the page shows beside the field what it understood. File is Typed
// for files of people, where nothing can be shown, so that whatever could be read in two ways is refused.
package number

import "strconv"

// Strict reads a number as programs write it: 12, -0.5, .5, 1e-9. It must end in a digit, since a link that was cut
// ("fee=0.") would otherwise be read as another number. ok is false for anything else, and for a number that is too
// large for a float64.
func Strict(text string) (v float64, ok bool) {
	// ParseFloat alone would also take hexadecimal digits, underscores, "inf" and "nan".
	for i := range len(text) {
		switch c := text[i]; {
		case digit(c):
		case i+1 < len(text) && (c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'):
		default:
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
