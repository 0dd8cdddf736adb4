package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// LastGas is the last day on or before d with published PublishStorageDeals gas. An error names the column and d.
func LastGas(t *Table, d day.Day) (day.Day, error) {
	for row := min(t.Row(d), t.Len()-1); row >= 0; row-- {
		if !math.IsNaN(t.GasPublishStorageDeals[row]) {
			return t.Date(row), nil
		}
	}
	return 0, fault.New("none_by", "{field}: no value published on or before {date}", "field", "gas_publish_storage_deals", "date", d.String())
}
