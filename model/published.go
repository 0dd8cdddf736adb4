package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// NonePublished is the fault of a figure, by its column or field, that was not published up to a day.
func NonePublished(field string, last day.Day) error {
	return &fault.Fault{Code: fault.NoneBy, Field: field, Pairs: []string{"date", last.String()}}
}

// Published is the value of a column on a row of its table; NaN outside the column.
func Published(column []float64, row int) float64 {
	if row < 0 || row >= len(column) {
		return math.NaN()
	}
	return column[row]
}
