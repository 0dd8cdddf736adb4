package method

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"
)

// number writes a value with so many significant digits, digits left of the point aside, which all stay.
// Trailing zeros of the fraction are left out.
func (t *Text) number(v float64, digits int) string {
	if math.IsNaN(v) {
		return "–"
	}
	if a := math.Abs(v); v != 0 && (a < 1e-6 || a >= 1e15) {
		mantissa, exponent, _ := strings.Cut(numbers.Scientific(v, digits), "e")
		n, _ := strconv.Atoi(exponent)
		return t.grouped(numbers.Trimmed(mantissa)) + " × 10" + superscript(n)
	}
	return t.grouped(numbers.Trimmed(numbers.Significant(v, digits)))
}

// grouped is a number for the text's readers.
func (t *Text) grouped(text string) string {
	if t.Plain {
		return text
	}
	return numbers.Grouped(text)
}

func superscript(n int) string {
	var b strings.Builder
	for _, r := range strconv.Itoa(n) {
		b.WriteRune(map[rune]rune{
			'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸',
			'9': '⁹',
		}[r])
	}
	return b.String()
}

// quantity is a value with its unit; shares are percentages.
func (t *Text) quantity(v float64, unit string, digits int) string {
	text := t.number(v, digits)
	switch unit {
	case "share", "share/day", "share/year":
		if !math.IsNaN(v) {
			text = fill(t.Percent, "n", t.number(100*v, digits))
		}
	}
	if per, ok := t.Per[unit]; ok {
		return fill(per, "n", text)
	}
	if label := t.Unit[unit]; label != "" {
		text += " " + label
	}
	return text
}

// date writes a day as 31 July 2023.
func (t *Text) date(d day.Day) string {
	year, month, dayOfMonth := d.Date()
	return fill(t.DateForm, "day", strconv.Itoa(dayOfMonth), "month", t.Months[month-1], "year", strconv.Itoa(year))
}

// cell is a date that does not break.
func (t *Text) cell(d day.Day) string { return strings.ReplaceAll(t.date(d), " ", "\u00a0") }

// fill puts values into the placeholders of a text; pairs are names and values in turn.
func fill(text string, pairs ...string) string { return fault.Fill(text, pairs...) }
