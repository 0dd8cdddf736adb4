package model

// GasMap is the gas that a model predicts over a grid of deal power and QA/raw ratio.
type GasMap struct {
	DealPiB, Ratio []float64 // the grid's values, ascending

	// Gas[i][j] is the gas in Ggas at DealPiB[i] and Ratio[j].
	Gas      [][]float64
	Negative int // cells below zero
}

// NewGasMap fills a map of n by n cells, n at least 2, between the corners of the two ranges, both included.
func NewGasMap(n int, dealPiB, ratio [2]float64, predict func(dealPiB, ratio float64) float64) *GasMap {
	m := &GasMap{DealPiB: spread(n, dealPiB), Ratio: spread(n, ratio), Gas: make([][]float64, n)}
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
