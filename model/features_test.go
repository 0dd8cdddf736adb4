package model

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

func TestDealPower(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name          string
		raw, qa, want float64
	}{
		{"no deals", 5, 5, 0},
		{"all deals: QA is ten times raw", 5, 50, 5},
		{"half deals", 4, 22, 2},
		{"QA below raw by rounding", 5.01, 5, 0},
		{"raw not published", nan, 5, nan},
		{"QA not published", 5, nan, nan},
	} {
		got := DealPower(c.raw, c.qa)
		if got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s: DealPower(%v, %v) = %v, want %v", c.name, c.raw, c.qa, got, c.want)
		}
	}
}

// smallTable has four days; the gas of the third was not published.
func smallTable() *Table {
	return &Table{
		First:                  day.Of(2022, 1, 1),
		RawPowerEiB:            []float64{10, 10, 10, 8},
		QAPowerEiB:             []float64{10, 12, 15, 16},
		OnboardedRawPiB:        []float64{1, 1, 1, 1},
		OnboardedQAPiB:         []float64{1, 10, 10, 19},
		GasPublishStorageDeals: []float64{1e9, 2e9, math.NaN(), 4.5e9},
	}
}

func TestFeatures(t *testing.T) {
	if got, want := smallTable().Features(3), (Row{DealPiB: 2, Ratio: 2, GasGgas: 4.5}); got != want {
		t.Errorf("Features(3) = %v, want %v", got, want)
	}
}

func TestTableDates(t *testing.T) {
	table := smallTable()
	for i := range table.Len() {
		if got := table.Row(table.Date(i)); got != i {
			t.Errorf("Row(Date(%d)) = %d", i, got)
		}
	}
	if got := table.Row(day.Of(2021, 12, 30)); got != -2 {
		t.Errorf("row of a day before the table = %d, want -2", got)
	}
}
