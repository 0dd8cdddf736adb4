package fit

import (
	"errors"
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/price/pricetest"
)

// pricedDays are the days of a period with gas and fee, the partial day left out: loads in Tgas, and which were priced.
func pricedDays(t *testing.T, first, last day.Day) (load []float64, priced []bool) {
	t.Helper()
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	fees := pricetest.Fees(t)
	for d := first; d <= last; d++ {
		gas, fee := table.GasTotal[table.Row(d)], fees.At(d)
		if !math.IsNaN(gas) && !math.IsNaN(fee) && d != day.Of(2025, 4, 28) {
			load, priced = append(load, gas/1e12), append(priced, fee >= price.PricedNanoFIL)
		}
	}
	return load, priced
}

// TestPricedStep: notes/price-of-gas.md, section 2. How the steps do is validate's TestPriceSteps.
func TestPricedStep(t *testing.T) {
	for _, c := range []struct {
		first, last day.Day
		days        int
		knee, width float64
	}{
		{day.Of(2024, 1, 2), day.Of(2025, 6, 24), 539, 44.16, 2.47},
		{day.Of(2020, 10, 15), day.Of(2022, 10, 11), 727, 43.33, 1.59},
	} {
		load, priced := pricedDays(t, c.first, c.last)
		knee, width, err := Priced(load, priced)
		if err != nil {
			t.Fatal(err)
		}
		if len(load) != c.days || math.Abs(knee-c.knee) > 0.005 || math.Abs(width-c.width) > 0.005 {
			t.Errorf("%v: %d days, knee %v, width %v, want %d, %v, %v", c.first, len(load), knee, width, c.days, c.knee,
				c.width)
		}
		// At the optimum as many days are expected to be priced as were, and so is the sum of their loads.
		p := price.Standard(1)
		p.KneeTgas, p.WidthTgas = knee, width
		miss, moment := 0.0, 0.0
		for i, l := range load {
			m := p.Priced(l)
			if priced[i] {
				m--
			}
			miss += m
			moment += m * l
		}
		if math.Abs(miss) > 1e-6 || math.Abs(moment) > 1e-4 {
			t.Errorf("%v: no optimum, %v days and %v Tgas too many", c.first, miss, moment)
		}
	}
}

func TestPricedStepRefuses(t *testing.T) {
	for name, priced := range map[string][]bool{
		"all days alike": {true, true, true, true}, "separated": {false, false, true, true},
	} {
		if knee, width, err := Priced([]float64{30, 40, 45, 50}, priced); !errors.Is(err, ErrSingular) {
			t.Errorf("%s: %v, %v, %v", name, knee, width, err)
		}
	}
}
