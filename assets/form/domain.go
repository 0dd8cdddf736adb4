package form

import (
	"math"

	"github.com/gasburden/gasburden/model/fault"
)

// Domain is the set of values that a figure may have.
type Domain int

const (
	Number   Domain = iota // any finite number
	Amount                 // zero or more
	Positive               // more than zero
	Share                  // from 0 to 1
	Count                  // a whole number from 0 to 2^31
)

// Check says what is wanted instead of v, and is nil if v is in the domain.
func (d Domain) Check(v float64) *fault.Code {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return fault.FiniteNumber
	case d == Amount && v < 0:
		return fault.ZeroOrMore
	case d == Positive && v <= 0:
		return fault.MoreThanZero
	case d == Share && (v < 0 || v > 1):
		return fault.ShareOfOne
	case d == Count && (v < 0 || v > 1<<31 || v != math.Trunc(v)):
		return fault.WholeNumber
	}
	return nil
}
