package number

import (
	"math"
	"strconv"
	"strings"
)

// Reason says why a text has no reading.
type Reason int

// The reasons. The last two are File's.
const (
	Readable  Reason = iota
	NoNumber         // no digits, or marks that fit no way of writing numbers
	OtherUnit        // a number with another unit than the field's
	TooLarge         // for a float64
	MayGroup         // a comma before exactly three digits: 1,234 may be a thousand or one and a bit
	CellMark         // a decimal comma where the comma separates the cells
)

// Reading is what a text was understood as.
type Reading struct {
	Value    float64 // infinite, with its sign, if it is too large
	Reason   Reason  // Readable if there is a value
	Plain    bool    // plain digits, which everybody understands alike: 12, -0.5
	WithUnit bool    // the unit follows the number
	Decimal  byte    // the decimal mark, '.' or ',', or 0 without one
}

// Typed reads what a person typed into a field of a unit, "" for none.
//
// Digits may be full-width, as Chinese input methods write them, and the minus U+2212. Thousands may be apart by
// commas, spaces (also U+00A0 and U+202F) or apostrophes, in groups of three or as in India (1,00,000). A single point
// is a decimal mark. A comma is a group mark where it makes whole groups after a first digit that is not 0, else a
// decimal mark: 1,000 is a thousand, 0,5 a half and 1,25 one and a quarter. Where two marks stand, the last is the
// decimal mark if the others make whole groups: 1.234,5 and 1,234.5. An exponent (1e3) and the unit may follow.
func Typed(text, unit string) Reading {
	clean := strings.TrimSpace(strings.Map(ascii, text))
	t := split(clean)
	out := Reading{Reason: NoNumber}
	if t.rest != "" {
		if !IsUnit(t.rest, unit) {
			if t.body != "" && isName(t.rest) {
				out.Reason = OtherUnit
			}
			return out
		}
		out.WithUnit = true
	}
	whole, fraction, mark := parts(t.body)
	if whole == "" && fraction == "" {
		return out
	}
	v, err := strconv.ParseFloat(t.sign+whole+"."+fraction+t.exponent, 64)
	if v == 0 {
		v = 0 // of two zeros, the one without a sign
	}
	out.Value, out.Decimal, out.Reason = v, mark, Readable
	if err != nil && math.IsInf(v, 0) {
		out.Reason = TooLarge
	}
	// 1.000 is one, but who writes thousands so should see that.
	thousand := mark == '.' && len(fraction) == 3 && fraction[2] == '0' && grouped(whole+"."+fraction, '.')
	out.Plain = clean == strings.TrimSpace(text) && t.sign != "+" && t.exponent == "" && t.rest == "" && mark != ',' &&
		!thousand &&
		len(t.sign)+len(whole)+len(fraction)+min(1, int(mark)) == len(clean)
	return out
}

// File reads a cell of a table that a person made, in a column of a unit; separator stands between its cells. As
// nothing can be shown there, a comma before exactly three digits is refused, a decimal comma counts only where other
// marks separate the cells, and a number must end in a digit.
func File(text string, separator rune, unit string) Reading {
	if v, ok := Strict(text); ok { // as nearly all cells are
		out := Reading{Value: v}
		if strings.Contains(text, ".") {
			out.Decimal = '.'
		}
		return out
	}
	out := Typed(text, unit)
	if out.Reason != Readable && out.Reason != NoNumber {
		return out
	}
	body := split(strings.TrimSpace(strings.Map(ascii, text))).body
	for i := range len(body) {
		if body[i] != ',' {
			continue
		}
		end := i + 1
		for end < len(body) && digit(body[end]) {
			end++
		}
		if end == i+4 {
			out.Reason = MayGroup
			return out
		}
	}
	switch {
	case out.Reason != Readable:
	case !digit(body[len(body)-1]):
		out.Reason = NoNumber
	case out.Decimal == ',' && separator == ',':
		out.Reason = CellMark
	}
	return out
}

// ascii gives the character that a character of another width or typeface stands for; -1 for what is not seen.
func ascii(r rune) rune {
	if 0xff01 <= r && r <= 0xff5e { // full-width
		r -= 0xfee0
	}
	switch r {
	case '−', '–', '‐', '‑', '﹣':
		return '-'
	case '’', 'ʼ':
		return '\''
	case '。', '｡': // the point of a Chinese input method
		return '.'
	case '\t', '\u00a0', '\u202f', '\u205f', '\u3000':
		return ' '
	}
	switch {
	case Unseen(r):
		return -1
	case '\u2000' <= r && r <= '\u200a':
		return ' '
	}
	return r
}

// Unseen reports whether a character has no width and no meaning in a number or a link: pages put them into long words,
// and chats around what runs from left to right in a text that runs the other way. What turns digits around is none.
func Unseen(r rune) bool {
	switch r {
	case '\u00ad', '\u061c', '\ufeff':
		return true
	}
	return '\u200b' <= r && r <= '\u200f' || '\u202a' <= r && r <= '\u202c' || '\u2060' <= r && r <= '\u2069'
}

// token is a number taken apart: digits with their marks, exponent, and what follows.
type token struct{ sign, body, exponent, rest string }

func split(text string) (t token) {
	if text != "" && (text[0] == '-' || text[0] == '+') {
		t.sign, text = text[:1], strings.TrimSpace(text[1:])
	}
	digitAt := func(i int) bool { return i < len(text) && digit(text[i]) }
	i := 0
	for i < len(text) {
		c := text[i]
		if !digit(c) && c != '.' && c != ',' && !((c == ' ' || c == '\'') && i > 0 && digitAt(i+1)) {
			break
		}
		i++
	}
	t.body = text[:i]
	if i > 0 && i < len(text) && text[i]|0x20 == 'e' {
		end := i + 1
		if end < len(text) && (text[end] == '-' || text[end] == '+') {
			end++
		}
		if digitAt(end) {
			for digitAt(end) {
				end++
			}
			t.exponent, i = text[i:end], end
		}
	}
	t.rest = strings.TrimSpace(text[i:])
	return t
}

// parts takes digits with marks apart; all are empty where the marks fit no way of writing numbers.
func parts(body string) (whole, fraction string, decimal byte) {
	first, last := -1, -1 // marks
	for i := range len(body) {
		if !digit(body[i]) {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	switch {
	case first < 0:
		return body, "", 0
	case !(first == last && body[last] == '.') && grouped(body, body[first]):
		return strings.ReplaceAll(body, body[first:first+1], ""), "", 0
	case body[last] != '.' && body[last] != ',':
		return "", "", 0
	}
	whole, fraction, decimal = body[:last], body[last+1:], body[last]
	if first < last {
		if body[first] == decimal || !grouped(whole, body[first]) {
			return "", "", 0
		}
		whole = strings.ReplaceAll(whole, body[first:first+1], "")
	}
	return whole, fraction, decimal
}

// grouped reports whether a mark makes whole groups of digits: three each, or with commas and spaces also as in India,
// three at the end and two before.
func grouped(digits string, mark byte) bool {
	groups, size, most := 0, 0, 3 // groups after the present one, digits in it, and how many it may have
	for i := len(digits) - 1; i >= 0; i-- {
		if digit(digits[i]) {
			size++
			continue
		}
		if groups == 1 && size == 2 && (mark == ',' || mark == ' ') {
			most = 2
		}
		if digits[i] != mark || size != most {
			return false
		}
		groups++
		size = 0
	}
	return groups > 0 && size > 0 && size <= most && digits[0] != '0'
}
