package model_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func TestMeasuredFee(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	row := func(y, m, d int) int { return table.Row(day.Of(y, m, d)) }
	for _, c := range []struct {
		name string
		row  int
		fee  float64
		kind model.FeeKind
	}{
		{"base-fee burn over gas", row(2020, 10, 15), 0.003179234 / 29511.4528, model.BurnOverGas},
		{"before anything was published", row(2022, 10, 12), math.NaN(), model.NoFee},
		{"the day's mean", row(2025, 4, 21), 0.04511184, model.MeanFee},
		{"left out", row(2025, 4, 28), math.NaN(), model.NoFee},
		{"left out", row(2025, 5, 26), math.NaN(), model.NoFee},
		{"burn over gas where a median was published", row(2025, 5, 27),
			0.564505 / (table.GasTotal[row(2025, 5, 27)] / 1e9) / 1.036, model.BurnOverGas},
		{"a median where there is no gas", row(2025, 9, 9), 1e-7, model.MedianFee},
		{"before the table", -1, math.NaN(), model.NoFee},
		{"after it", table.Len(), math.NaN(), model.NoFee},
	} {
		fee, kind := table.MeasuredFee(c.row)
		if kind != c.kind || !(math.Abs(fee-c.fee) <= 1e-6*c.fee) && !(math.IsNaN(fee) && math.IsNaN(c.fee)) {
			t.Errorf("%s, %s: %v of kind %d, want %v of kind %d", c.name, table.Date(c.row), fee, kind, c.fee, c.kind)
		}
	}
	if _, kind := new(model.Table).MeasuredFee(0); kind != model.NoFee {
		t.Error("a fee without columns")
	}
}

// TestFeeBurnPerBaseFee: shared/notes/price-of-gas.md. The notes count the 36 days with all three figures; the two
// days that are left out are among them.
func TestFeeBurnPerBaseFee(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	var ratios []float64
	for i := range table.Row(model.FirstMedianFee) {
		if v := table.FeeBurnFIL[i] / (table.GasTotal[i] / 1e9) /
			table.BaseFeeNanoFIL[i]; table.Date(i) > model.LastDividedFee && !math.IsNaN(v) {
			ratios = append(ratios, v)
		}
	}
	slices.Sort(ratios)
	if got := model.Median(ratios); len(ratios) != 34 || math.Abs(got-model.FeeBurnPerBaseFee) > 0.003 {
		t.Errorf("median %v of %d days", got, len(ratios))
	}
	if ratios[0] < 1 || ratios[len(ratios)-1] > 1.5 {
		t.Errorf("from %v to %v", ratios[0], ratios[len(ratios)-1])
	}
}
