package model

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// NonePublished is the fault of a figure, by its column or field, that was not published up to a day.
func NonePublished(field string, last day.Day) error {
	return &fault.Fault{Code: fault.NoneBy, Field: field, Pairs: []string{"date", last.String()}}
}
