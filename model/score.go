package model

import "math"

// Score says how far predictions lie from what happened. Gas is in Ggas a day.
type Score struct {
	Days         int     `json:"days"`          // rows compared
	WAPE         float64 `json:"wape"`          // sum of absolute errors / sum of actual gas
	MAPE         float64 `json:"mape"`          // mean of |error| / actual over the days that had gas
	Bias         float64 `json:"bias"`          // sum of predictions / sum of actual gas - 1
	RMSE         float64 `json:"rmse_ggas"`     // root of the mean squared error, Ggas
	NegativeDays int     `json:"negative_days"` // predictions below zero
}

// NewScore compares predictions with the actual gas of the same days. Pairs in which either is NaN
// are left out; without any gas the measures are zero. It panics when the lengths differ.
func NewScore(predicted, actual []float64) Score {
	if len(predicted) != len(actual) {
		panic("model: score of slices of different lengths")
	}
	var s Score
	var absolute, relative, squared, sumPredicted, sumActual, withGas float64
	for i, p := range predicted {
		a := actual[i]
		if math.IsNaN(p) || math.IsNaN(a) {
			continue
		}
		s.Days++
		if p < 0 {
			s.NegativeDays++
		}
		absolute += math.Abs(p - a)
		if a != 0 {
			relative += math.Abs(p-a) / a
			withGas++
		}
		squared += float64((p - a) * (p - a))
		sumPredicted += p
		sumActual += a
	}
	if withGas == 0 {
		return s
	}
	s.WAPE = absolute / sumActual
	s.MAPE = relative / withGas
	s.Bias = sumPredicted/sumActual - 1
	s.RMSE = math.Sqrt(squared / float64(s.Days))
	return s
}
