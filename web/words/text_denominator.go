package words

import (
	"errors"
	"strconv"
)

// Denominator is what the hero chart divides the gas by.
type Denominator string

// The denominators of the burden.
const (
	ByNetflow     Denominator = "netflow"
	ByOutflow     Denominator = "outflow"
	ByCirculating Denominator = "circulating"
)

// Denominators in the order of the page.
var Denominators = []Denominator{ByNetflow, ByOutflow, ByCirculating}

// ParseDenominator reads a denominator by its name, given as field. The error lists the legal names.
func ParseDenominator(field, name string) (Denominator, error) {
	legal := ""
	for i, d := range Denominators {
		if string(d) == name {
			return d, nil
		}
		if i > 0 {
			legal += ", "
		}
		legal += string(d)
	}
	return "", errors.New(field + " is " + strconv.Quote(name) + ", want one of " + legal)
}
