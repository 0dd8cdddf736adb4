package evidence

import "github.com/gasburden/gasburden/sim/assumption"

// Map is the gas that a model predicts over a grid of deal power and QA/raw ratio, the study's own picture.
type Map struct {
	Model          string
	DealPiB, Ratio []float64 // the grid's values, ascending

	// Gas[i][j] is the gas in Ggas at DealPiB[i] and Ratio[j].
	Gas      [][]float64
	Negative int // cells below zero
}

// newMaps are the study's map, 50 by 50 cells from 1 to 5 PiB a day and from ratio 1 to 5, for both
// models. The scaling model's is for the first day after its training; the ratio is nothing to it.
func newMaps(in *assumption.Inputs) []Map {
	side := [2]float64{1, 5}
	return []Map{
		newMap(assumption.RegimeModel, 50, side, side, func(deal, ratio float64) float64 {
			gas, _ := in.Regime.PredictDay(deal, ratio)
			return gas
		}),
		newMap(assumption.ScalingModel, 50, side, side, func(deal, _ float64) float64 {
			return in.Scaling.PredictDay(in.Scaling.Last+1, deal)
		}),
	}
}

// newMap fills a map of n by n cells, n at least 2, between the corners of the two ranges, both included.
func newMap(of string, n int, dealPiB, ratio [2]float64, predict func(dealPiB, ratio float64) float64) Map {
	m := Map{Model: of, DealPiB: spread(n, dealPiB), Ratio: spread(n, ratio), Gas: make([][]float64, n)}
	cells := make([]float64, n*n)
	for i, d := range m.DealPiB {
		m.Gas[i], cells = cells[:n:n], cells[n:]
		for j, r := range m.Ratio {
			g := predict(d, r)
			if g < 0 {
				m.Negative++
			}
			m.Gas[i][j] = g
		}
	}
	return m
}

// spread returns n values at equal distances over a range, ends included.
func spread(n int, over [2]float64) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = over[0] + float64((over[1]-over[0])*float64(i))/float64(n-1)
	}
	return values
}
