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

// LastGas is the last day on or before d with published PublishStorageDeals gas. An error names the column and d.
func LastGas(t *Table, d day.Day) (day.Day, error) {
	for row := min(t.Row(d), t.Len()-1); row >= 0; row-- {
		if !math.IsNaN(t.GasPublishStorageDeals[row]) {
			return t.Date(row), nil
		}
	}
	return 0, NonePublished("gas_publish_storage_deals", d)
}
