package words

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
)

// Significant rounds to at least n significant digits, never away digits left of the point, and groups thousands:
// 0.0123, 4.2, 310, 7,263,554.
func Significant(v float64, n int) string { return number.Grouped(number.Significant(v, n)) }

// Entered formats a number for a text field: up to four significant digits, no grouping.
func Entered(v float64) string { return number.Trimmed(number.Significant(v, 4)) }

// Deviation formats a share (-1..) as whole percents with their sign, without the percent mark: "+16", "−18".
//
//go:noinline
func Deviation(share float64) string {
	sign := "+"
	if share < 0 {
		sign = "−"
	}
	return sign + number.Places(math.Abs(100*share), 0)
}

// Count formats a whole number.
func Count(n int) string { return number.Grouped(strconv.Itoa(n)) }

// Years formats a number of days as years, to a tenth.
func Years(days int) string { return Entered(math.Round(float64(days)/36.5) / 10) }

// Exactly is a number with all of its digits as the page shows it: 1,000 and −0.5.
func Exactly(v float64) string { return number.Grouped(number.Exact(v)) }

// Fill puts values into the placeholders of a text of the catalogue; pairs are names and values in turn.
func Fill(text string, pairs ...string) string { return fault.Fill(text, pairs...) }

// Flag is a boolean as the text that aria and data attributes want.
func Flag(on bool) string { return strconv.FormatBool(on) }
