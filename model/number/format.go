package number

import (
	"math"
	"strconv"
)

// Exact is the shortest text that means a number and no other, without groups: 0.00001, 1000000. Strict reads it. Only
// numbers that would be a line of zeros have an exponent.
func Exact(v float64) string {
	format := byte('f')
	if a := math.Abs(v); v != 0 && (a < 1e-9 || a >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(v, format, -1, 64)
}
