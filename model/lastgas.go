package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// LastGas is the last day on or before d with published PublishStorageDeals gas. An error names the column and d.
func LastGas(t *Table, d day.Day) (day.Day, error) {
	for row := min(t.Row(d), t.Len()-1); row >= 0; row-- {
		if !math.IsNaN(t.GasPublishStorageDeals[row]) {
			return t.Date(row), nil
		}
	}
	return 0, NonePublished("gas_publish_storage_deals", d)
}
