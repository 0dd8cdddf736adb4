package model

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// NoneBy is the kind of a fault: nothing was published of {field} on or before {date}.
const NoneBy = "none_by"

// NonePublished is the fault of a figure, by its column or field, that was not published up to a day.
func NonePublished(field string, last day.Day) error {
	return fault.New(NoneBy, "{field}: no value published on or before {date}", "field", field, "date", last.String())
}
