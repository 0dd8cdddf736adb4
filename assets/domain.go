package assets

import "math"

// domain is the set of values that a figure may have.
type domain int

const (
	number   domain = iota // any finite number
	amount                 // zero or more
	positive               // more than zero
	share                  // from 0 to 1
	count                  // a whole number from 0 to 2^31
)

// fault says what is wanted instead of v, or is empty if v is in the domain.
func (d domain) fault(v float64) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "want a finite number"
	case d == amount && v < 0:
		return "want zero or more"
	case d == positive && v <= 0:
		return "want more than zero"
	case d == share && (v < 0 || v > 1):
		return "want a share from 0 to 1"
	case d == count && (v < 0 || v > 1<<31 || v != math.Trunc(v)):
		return "want a whole number"
	}
	return ""
}
