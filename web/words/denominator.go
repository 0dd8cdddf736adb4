package words

import (
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
)

// Denominator is what the hero chart divides the gas by; ByFIL divides it by nothing: FIL a day.
type Denominator string

// The denominators of the burden.
const (
	ByFIL         Denominator = "fil"
	ByNetflow     Denominator = "netflow"
	ByOutflow     Denominator = "outflow"
	ByCirculating Denominator = "circulating"
)

// Denominators in the order of the page.
var Denominators = []Denominator{ByFIL, ByNetflow, ByOutflow, ByCirculating}

// ParseDenominator reads a denominator by its name, given as field. The error lists the legal names.
func ParseDenominator(field, name string) (Denominator, error) {
	names := make([]string, len(Denominators))
	for i, d := range Denominators {
		if string(d) == name {
			return d, nil
		}
		names[i] = string(d)
	}
	return "", fault.Bad(field, strconv.Quote(name), fault.OneOf(names...))
}
