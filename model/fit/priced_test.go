package fit

import (
	"errors"
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
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

// TestPricedStep: notes/price-of-gas.md, section 2: knee and width, and how they do on their own period and on the other.
func TestPricedStep(t *testing.T) {
	periods := [2][2]day.Day{{day.Of(2024, 1, 2), day.Of(2025, 6, 24)}, {day.Of(2020, 10, 15), day.Of(2022, 10, 11)}}
	for k, c := range []struct {
		days        int
		knee, width float64
		own, other  model.StepScore
	}{
		{539, 44.16, 2.47, model.StepScore{Accuracy: 0.855, Brier: 0.109, BaseRateBrier: 0.243}, model.StepScore{Accuracy: 0.913, Brier: 0.076, BaseRateBrier: 0.122}},
		{727, 43.33, 1.59, model.StepScore{Accuracy: 0.911, Brier: 0.065, BaseRateBrier: 0.122}, model.StepScore{Accuracy: 0.839, Brier: 0.121, BaseRateBrier: 0.243}},
	} {
		load, priced := pricedDays(t, periods[k][0], periods[k][1])
		if len(load) != c.days {
			t.Errorf("period %d: %d days, want %d", k, len(load), c.days)
		}
		knee, width, err := Priced(load, priced)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(knee-c.knee) > 0.005 || math.Abs(width-c.width) > 0.005 {
			t.Errorf("period %d: knee %v, width %v, want %v, %v", k, knee, width, c.knee, c.width)
		}
		p := price.Standard(1)
		p.KneeTgas, p.WidthTgas = knee, width
		scored := func(name string, load []float64, priced []bool, want model.StepScore) {
			odds := make([]float64, len(load))
			for i, l := range load {
				odds[i] = p.Priced(l)
			}
			got := model.NewStepScore(odds, priced)
			for _, v := range [][2]float64{{got.Accuracy, want.Accuracy}, {got.Brier, want.Brier}, {got.BaseRateBrier, want.BaseRateBrier}} {
				if math.Abs(v[0]-v[1]) > 0.0006 {
					t.Errorf("period %d, %s: %+v, want %+v", k, name, got, want)
				}
			}
		}
		scored("its own days", load, priced, c.own)
		otherLoad, otherPriced := pricedDays(t, periods[1-k][0], periods[1-k][1])
		scored("the other period", otherLoad, otherPriced, c.other)
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
