package words

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
)

// significant rounds to at least n significant digits, never away digits left of the point, and
// groups thousands: 0.0123, 4.2, 310, 7,263,554.
func Significant(v float64, n int) string {
	if v == 0 {
		return "0"
	}
	if math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'e', n-1, 64) // not a line of zeros
	}
	places := n - 1 - int(math.Floor(math.Log10(math.Abs(v))))
	text := strconv.FormatFloat(v, 'f', max(0, places), 64)
	// Rounding may have added a digit: 0.999 to 1.00.
	if rounded, err := strconv.ParseFloat(text, 64); err == nil && places > 0 && rounded != 0 {
		if again := n - 1 - int(math.Floor(math.Log10(math.Abs(rounded)))); again < places {
			text = strconv.FormatFloat(v, 'f', max(0, again), 64)
		}
	}
	return Grouped(text)
}

// grouped puts commas between thousands and a true minus sign before negative numbers.
func Grouped(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "−", text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// entered formats a number for a text field: up to four significant digits, no grouping.
func Entered(v float64) string {
	if v == 0 {
		return "0"
	}
	if math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	places := max(0, 3-int(math.Floor(math.Log10(math.Abs(v)))))
	text := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

func Count(n int) string    { return Grouped(strconv.Itoa(n)) }
func Years(days int) string { return Entered(math.Round(float64(days)/36.5) / 10) }

// fill replaces {name} placeholders; pairs are name, value. Values are not searched again.
func Fill(text string, pairs ...string) string { return fault.Fill(text, pairs...) }

// number is the shortest text of a number, without grouping.
func Number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// flag is a boolean as the text that aria and data attributes want.
func Flag(on bool) string { return strconv.FormatBool(on) }

// exact is the shortest text that means a number and no other, without grouping.
func Exact(v float64) string {
	format := byte('f')
	if a := math.Abs(v); v != 0 && (a < 1e-9 || a >= 1e21) {
		format = 'e' // not a line of zeros
	}
	return strconv.FormatFloat(v, format, -1, 64)
}

// Exactly is exact as the page shows it, with groups and a true minus sign: 1,000 and −0.5.
func Exactly(v float64) string {
	text := Exact(v)
	if strings.Contains(text, "e") {
		return text
	}
	return Grouped(text)
}
