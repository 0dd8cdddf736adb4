package method

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
)

// number writes a value with so many significant digits, digits left of the point aside, which all stay.
// Trailing zeros of the fraction are left out.
func (t *Text) number(v float64, digits int) string {
	if math.IsNaN(v) {
		return "–"
	}
	a := math.Abs(v)
	if v != 0 && (a < 1e-6 || a >= 1e15) {
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', digits-1, 64), "e")
		n, _ := strconv.Atoi(exponent)
		return t.grouped(trimmed(mantissa)) + " × 10" + superscript(n)
	}
	places := 0
	if v != 0 {
		places = max(0, digits-1-int(math.Floor(math.Log10(a))))
	}
	return t.grouped(trimmed(strconv.FormatFloat(v, 'f', places, 64)))
}

func trimmed(text string) string {
	if !strings.Contains(text, ".") {
		return text
	}
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// grouped sets the language's signs between thousands, before the fraction and before negative numbers.
func (t *Text) grouped(text string) string {
	sign := ""
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		sign, text = t.Minus, rest
	}
	whole, fraction, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + t.Thousands + whole[i:]
	}
	if fraction != "" {
		whole += t.Decimal + fraction
	}
	return sign + whole
}

func superscript(n int) string {
	var b strings.Builder
	for _, r := range strconv.Itoa(n) {
		b.WriteRune(map[rune]rune{
			'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
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

// fill replaces {name} placeholders; pairs are name, value.
func fill(text string, pairs ...string) string {
	var list []string
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(list...).Replace(text)
}
