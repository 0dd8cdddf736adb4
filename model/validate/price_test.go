package validate

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/price/pricetest"
)

func priceEvidence(t *testing.T) *PriceEvidence {
	t.Helper()
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	e, err := Price(table, &Fees{
		NanoFIL: pricetest.Fees(t), BurntFIL: pricetest.Burnt(t),
		RawEiB: pricetest.PowerAfter(t), OnboardedPiB: pricetest.OnboardedAfter(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestPriceOutOfSample: notes/price-of-gas.md, section 2, last table. What was measured is held to the digits printed;
// loads and forecasts to 0.12 Tgas and 6 %, as the notes do not say which power of a month they take.
func TestPriceOutOfSample(t *testing.T) {
	e := priceEvidence(t)
	want := []PriceMonth{
		{OnboardedPiB: 3.97, LoadTgas: 47.8, ForecastFIL: 632, MeanFIL: 52.9, MedianFIL: 1.05, ConstantFIL: 1463},
		{OnboardedPiB: 3.50, LoadTgas: 43.2, ForecastFIL: 282, MeanFIL: 0.76, MedianFIL: 0.004, ConstantFIL: 1322},
		{OnboardedPiB: 2.38, LoadTgas: 32.1, ForecastFIL: 4.0, MeanFIL: 0.28, MedianFIL: 0.006, ConstantFIL: 982},
		{OnboardedPiB: 2.59, LoadTgas: 34.1, ForecastFIL: 9.5, MeanFIL: 40.5, MedianFIL: 1.20, ConstantFIL: 1043},
		{OnboardedPiB: 1.86, LoadTgas: 26.9, ForecastFIL: 0.41, MeanFIL: 26.9, MedianFIL: 0.003, ConstantFIL: 823},
		{OnboardedPiB: 2.01, LoadTgas: 28.3, ForecastFIL: 0.75, MeanFIL: 0.013, MedianFIL: 0.003, ConstantFIL: 866},
		{OnboardedPiB: 1.09, LoadTgas: 19.1, ForecastFIL: 0.014, MeanFIL: 0.31, MedianFIL: 0.003, ConstantFIL: 584},
		{OnboardedPiB: 1.07, LoadTgas: 18.9, ForecastFIL: 0.013, MeanFIL: 0.0015, MedianFIL: 0.0015, ConstantFIL: 578},
	}
	if len(e.Months) != len(want) {
		t.Fatalf("%d months", len(e.Months))
	}
	for i, w := range want {
		m := e.Months[i]
		half := func(v float64) float64 { return 0.501 * math.Pow(10, math.Floor(math.Log10(v))-1) } // two digits
		for _, v := range []struct {
			name              string
			got, want, margin float64
		}{
			{"onboarded", m.OnboardedPiB, w.OnboardedPiB, 0.02}, {"load", m.LoadTgas, w.LoadTgas, 0.12},
			{"forecast", m.ForecastFIL, w.ForecastFIL, 0.06 * w.ForecastFIL},
			{"constant", m.ConstantFIL, w.ConstantFIL, 0.005 * w.ConstantFIL},
			{"measured mean", m.MeanFIL, w.MeanFIL, half(w.MeanFIL) + 0.0002},
			{"measured median", m.MedianFIL, w.MedianFIL, 0.0005 + half(w.MedianFIL)/10},
		} {
			if !(math.Abs(v.got-v.want) <= v.margin) {
				t.Errorf("%v: %s %v, want %v", m.First, v.name, v.got, v.want)
			}
		}
	}
	if math.Abs(e.PowersOfTen-1.4) > 0.05 || math.Abs(e.ConstantPowersOfTen-3.1) > 0.05 {
		t.Errorf("wrong by %.3f and %.3f powers of ten, want 1.4 and 3.1", e.PowersOfTen, e.ConstantPowersOfTen)
	}
	held := 0
	for _, m := range e.Months {
		if off := m.ForecastFIL / m.MeanFIL; off <= price.ErrorFactor && off >= 1./price.ErrorFactor {
			held++
		}
	}
	if math.Abs(math.Log10(price.ErrorFactor)-e.PowersOfTen) > 0.05 || held != price.ErrorHeld ||
		len(e.Months) != price.ErrorMonths {
		t.Errorf("%d of %d months within a factor of %v, the mean error is %.3f powers of ten", held, len(e.Months),
			float64(price.ErrorFactor), e.PowersOfTen)
	}
	// By the table: 632 for 52.9, 282 for 0.76, 4 for 0.28, 9.5 for 40.5, 0.41 for 26.9, 0.75 for 0.013, 0.014 for
	// 0.31, 0.013 for 0.0015.
	if e.WithinTen != 2 || e.WithinHundred != 7 {
		t.Errorf("%d months within a factor of ten, %d within a hundred", e.WithinTen, e.WithinHundred)
	}
}

// TestPriceInHindsight: 34 FIL a day over 2024 where 92 were paid, 4 on 2024-07-15 where it was 260; 1,876 at realised
// gas.
func TestPriceInHindsight(t *testing.T) {
	h := priceEvidence(t).Hindsight
	for _, v := range [][3]float64{{h.ForecastFIL, 34, 0.5}, {h.RealisedFIL, 92, 0.5}, {h.DayForecast, 4, 0.5},
		{h.DayRealised, 260, 0.5}, {h.AtGasFIL, 1876, 2}} {
		if math.Abs(v[0]-v[1]) > v[2] {
			t.Errorf("%+v: %v, want %v", h, v[0], v[1])
		}
	}
}

// TestPriceOfForecastLoad: the load a month ahead has WAPE 0.119 and bias -0.039; a step over it has no skill.
func TestPriceOfForecastLoad(t *testing.T) {
	l := priceEvidence(t).Load
	for _, v := range [][2]float64{{l.Score.WAPE, 0.119}, {l.Score.Bias, -0.039}, {l.Unskilled.Brier, 0.267},
		{l.Unskilled.BaseRateBrier, 0.248}} {
		if math.Abs(v[0]-v[1]) > 0.0006 {
			t.Errorf("%+v: %v, want %v", l, v[0], v[1])
		}
	}
	if l.Unskilled.Brier < l.Unskilled.BaseRateBrier {
		t.Error("it has skill")
	}
}

// TestPriceSteps: notes, section 2: either period's fit, on its own days and on the other's.
func TestPriceSteps(t *testing.T) {
	steps := priceEvidence(t).Steps
	if len(steps) != 2 {
		t.Fatalf("%d periods", len(steps))
	}
	for k, want := range [][8]float64{
		{44.16, 2.47, 0.855, 0.109, 0.243, 0.913, 0.076, 0.122},
		{43.33, 1.59, 0.911, 0.065, 0.122, 0.839, 0.121, 0.243},
	} {
		s := steps[k]
		got := [8]float64{s.KneeTgas, s.WidthTgas, s.Own.Accuracy, s.Own.Brier, s.Own.BaseRateBrier, s.Other.Accuracy,
			s.Other.Brier, s.Other.BaseRateBrier}
		for i := range got {
			margin := 0.0006
			if i < 2 {
				margin = 0.005
			}
			if math.Abs(got[i]-want[i]) > margin {
				t.Errorf("%v: %v, want %v", s.First, got, want)
				break
			}
		}
	}
}
