package model

import (
	"math"
	"testing"
)

func TestNewScore(t *testing.T) {
	// By hand: errors 1, -3, -1 on actual 4, 2, 4; the row with NaN does not count.
	got := NewScore([]float64{5, -1, 7, 3}, []float64{4, 2, math.NaN(), 4})
	want := Score{Days: 3, WAPE: 0.5, MAPE: (0.25 + 1.5 + 0.25) / 3, Bias: -0.3, RMSE: math.Sqrt(11.0 / 3),
		NegativeDays: 1}
	if got.Days != want.Days || got.NegativeDays != want.NegativeDays {
		t.Errorf("score %+v, want %+v", got, want)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{{"WAPE", got.WAPE, want.WAPE}, {"MAPE", got.MAPE, want.MAPE}, {"bias", got.Bias, want.Bias},
		{"RMSE", got.RMSE, want.RMSE}} {
		if math.Abs(c.got-c.want) > 1e-15 {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
	if got := NewScore(nil, nil); got != (Score{}) {
		t.Errorf("score of nothing = %+v", got)
	}
}

func TestNewScoreLengths(t *testing.T) {
	defer func() {
		if recover() != "model: score of slices of different lengths" {
			t.Error("no panic for slices of different lengths")
		}
	}()
	NewScore(make([]float64, 2), make([]float64, 3))
}
