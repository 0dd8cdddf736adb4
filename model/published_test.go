package model

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

func TestLastGas(t *testing.T) {
	none, first := math.NaN(), day.Of(2024, 1, 1)
	table := &Table{First: first, RawPowerEiB: make([]float64, 5), GasPublishStorageDeals: []float64{none, 7, none, 0,
		none}}
	for d, want := range map[day.Day]day.Day{first + 1: first + 1, first + 2: first + 1, first + 3: first + 3,
		first + 4: first + 3, first + 400: first + 3} {
		if got, err := LastGas(table, d); err != nil || got != want {
			t.Errorf("on or before %s: %s, %v, want %s", d, got, err, want)
		}
	}
	for _, d := range []day.Day{first, first - 1} {
		if _, err := LastGas(table, d); err == nil || !strings.Contains(err.Error(), "gas_publish_storage_deals") ||
			!strings.Contains(err.Error(), d.String()) {
			t.Errorf("on or before %s: %v", d, err)
		}
	}
}
