package price_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/price/pricetest"
)

func daily(t *testing.T) *model.Table {
	t.Helper()
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestLevelsOfSnapshots: notes/price-of-gas.md, section 2, to the digits printed there.
func TestLevelsOfSnapshots(t *testing.T) {
	for _, c := range []struct {
		last   day.Day
		days   int
		levels price.Levels
		load   float64
	}{
		{day.Of(2023, 7, 31), 90, price.Levels{PublishTgasPerPiB: 4.233, OnboardTgasPerPiB: 2.849,
			WindowTgasPerEiB: 0.4077, OtherTgas: 3.732}, 46.4},
		{day.Of(2025, 9, 9), 89, price.Levels{PublishTgasPerPiB: 3.786, OnboardTgasPerPiB: 6.228,
			WindowTgasPerEiB: 0.4187, OtherTgas: 7.420}, 46.9},
	} {
		m, err := price.Measure(daily(t), c.last)
		if err != nil {
			t.Fatal(err)
		}
		if m.Days != c.days || m.Last > c.last {
			t.Errorf("%v: %d days, %v..%v", c.last, m.Days, m.First, m.Last)
		}
		got, want := m.Levels, c.levels
		for _, v := range []struct {
			name            string
			got, want, half float64
		}{
			{"publish", got.PublishTgasPerPiB, want.PublishTgasPerPiB, 0.0005},
			{"onboard", got.OnboardTgasPerPiB, want.OnboardTgasPerPiB, 0.0006},
			{"window", got.WindowTgasPerEiB, want.WindowTgasPerEiB, 0.00005},
			{"other", got.OtherTgas, want.OtherTgas, 0.0005},
			{"load of the mean day", m.LoadOfMeanDay, c.load, 0.05},
		} {
			if !(math.Abs(v.got-v.want) <= v.half) {
				t.Errorf("%v: %s %v, want %v", c.last, v.name, v.got, v.want)
			}
		}
	}
	if _, err := price.Measure(daily(t), day.Of(2019, 1, 1)); err == nil {
		t.Error("levels of a day before the table")
	}
}

// TestWhatDirectFILPlusDoesToThePrice: the mean day of the 90 to 2025-06-24 had a load of 46.9; all direct it is 35.3,
// so that P falls from 0.75 to 0.027 and the fee of every message by 96 %.
func TestWhatDirectFILPlusDoesToThePrice(t *testing.T) {
	m, err := price.Measure(daily(t), day.Of(2025, 6, 24))
	if err != nil {
		t.Fatal(err)
	}
	p := price.Standard(0.0162)
	direct := m.Load(0.148*4.10*m.DealPiB, m.OnboardedPiB, m.RawEiB)
	before, after := p.Priced(m.LoadOfMeanDay), p.Priced(direct)
	fall := 1 - p.Fee(direct, m.Last)/p.Fee(m.LoadOfMeanDay, m.Last)
	if math.Abs(direct-35.3) > 0.1 || math.Abs(before-0.75) > 0.01 || math.Abs(after-0.027) > 0.0015 ||
		math.Abs(fall-0.96) > 0.01 {
		t.Errorf("load %.2f, P %.4f to %.4f, fee falls by %.3f", direct, before, after, fall)
	}
}

// TestLevelOfPricedDays: 97 priced days in the 180 days to 2025-06-24, mean 0.0162; means of 2024 and 2025 0.0202 and
// 0.0162. The level of 2023 follows from an estimate of the fee, 0.33, and the load of its mean day.
func TestLevelOfPricedDays(t *testing.T) {
	fees := pricetest.Fees(t)
	level := func(first, last day.Day) (float64, int) {
		var list []float64
		for d := first; d <= last; d++ {
			if d != day.Of(2025, 4, 28) {
				list = append(list, fees.At(d))
			}
		}
		return price.MeanWhenPriced(list)
	}
	for _, c := range []struct {
		first, last day.Day
		want        float64
		days        int
	}{
		{day.Of(2025, 6, 24) - 179, day.Of(2025, 6, 24), 0.0162, 97},
		{day.Of(2024, 1, 2), day.Of(2024, 12, 31), 0.0202, 131},
		{day.Of(2025, 1, 1), day.Of(2025, 6, 24), 0.0162, 95},
	} {
		if got, days := level(c.first, c.last); math.Abs(got-c.want) > 0.00005 || days != c.days {
			t.Errorf("%v..%v: %v over %d days, want %v over %d", c.first, c.last, got, days, c.want, c.days)
		}
	}
	p := price.Standard(0.46)
	if fee := p.Priced(46.4) * p.LevelNanoFIL; math.Abs(fee-0.33) > 0.005 {
		t.Errorf("fee of 2023 %v, want 0.33", fee)
	}
}
