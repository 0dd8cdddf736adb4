package number

import (
	"math"
	"strconv"
	"strings"
)

// Numbers as text: for programs plain digits with a point, which Strict reads; for readers in groups, with a true minus
// sign. English and Chinese have the same marks.

// Exact is the shortest text that means a number and no other, without groups: 0.00001, 1000000. Only numbers that
// would be a line of zeros have an exponent.
func Exact(v float64) string {
	format := byte('f')
	if a := math.Abs(v); v != 0 && (a < lineOfZeros || a >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(v, format, -1, 64)
}

const lineOfZeros = 1e-9

// Significant is a number rounded to at least n significant digits, never away digits left of the point, without
// groups: 0.0123, 4.2, 310, 7263554, 1.0.
func Significant(v float64, n int) string {
	if v == 0 {
		return "0"
	}
	if math.Abs(v) < lineOfZeros {
		return Scientific(v, n)
	}
	places := n - 1 - exponent(v)
	text := strconv.FormatFloat(v, 'f', max(0, places), 64)
	// Rounding may have added a digit: 0.999 to 1.00.
	if rounded, err := strconv.ParseFloat(text, 64); err == nil && places > 0 && rounded != 0 {
		if again := n - 1 - exponent(rounded); again < places {
			text = strconv.FormatFloat(v, 'f', max(0, again), 64)
		}
	}
	return text
}

// exponent is that of the first digit of a number that is not zero.
func exponent(v float64) int { return int(math.Floor(math.Log10(math.Abs(v)))) }

// Scientific is a number rounded to n digits with an exponent: 1.2e-10.
func Scientific(v float64, n int) string { return strconv.FormatFloat(v, 'e', n-1, 64) }

// General is a number rounded to n digits, with an exponent where it is large or small for them: %g of C.
func General(v float64, n int) string { return strconv.FormatFloat(v, 'g', n, 64) }

// Places is a number with so many digits right of the point.
func Places(v float64, n int) string { return strconv.FormatFloat(v, 'f', n, 64) }

// Trimmed is a decimal number without the zeros that end its fraction.
func Trimmed(text string) string {
	text, power, scientific := strings.Cut(text, "e")
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if scientific {
		text += "e" + power
	}
	return text
}

// Grouped is a number for readers: commas between the thousands, and true minus signs.
func Grouped(text string) string {
	mantissa, power, scientific := strings.Cut(text, "e")
	digits, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if scientific {
		whole += "e" + strings.Replace(power, "-", "−", 1)
	}
	if negative {
		return "−" + whole
	}
	return whole
}

// Append adds a number in the form of JSON and CSV: its shortest text with at most n significant digits, all of them
// where n is negative; none where it is infinite or no number.
func Append(dst []byte, v float64, n int, none string) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(dst, none...)
	}
	return strconv.AppendFloat(dst, v, 'g', n, 64)
}
