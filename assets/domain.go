package assets

import (
	"math"

	"github.com/gasburden/gasburden/model/fault"
)

// domain is the set of values that a figure may have.
type domain int

const (
	number   domain = iota // any finite number
	amount                 // zero or more
	positive               // more than zero
	share                  // from 0 to 1
	count                  // a whole number from 0 to 2^31
)

// check says what is wanted instead of v, and is nil if v is in the domain.
func (d domain) check(v float64) *fault.Code {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return fault.FiniteNumber
	case d == amount && v < 0:
		return fault.ZeroOrMore
	case d == positive && v <= 0:
		return fault.MoreThanZero
	case d == share && (v < 0 || v > 1):
		return fault.ShareOfOne
	case d == count && (v < 0 || v > 1<<31 || v != math.Trunc(v)):
		return fault.WholeNumber
	}
	return nil
}
