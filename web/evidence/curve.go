package evidence

import "math"

// A curve is the values of a line as data/evidence.json has them: whole numbers of 10^-decimals, each as what it adds
// to the one before, as snapshot packs write their columns (assets/form/deltas.go). It takes less than half of the same
// numbers in plain, once packed: from one day to the next the first digits are mostly the same.
type curve struct {
	Decimals int    `json:"decimals"`
	Deltas   []*int `json:"deltas"` // nil, null in JSON: no value, and nothing is added
}

// curveDigits are how many digits the largest value of a curve has; the others end at the same place. A picture of 300
// points shows three.
const curveDigits = 4

// newCurve rounds values to so many digits of the largest. NaN is no value.
func newCurve(values []float64, digits int) curve {
	var most float64
	for _, v := range values {
		if !math.IsNaN(v) {
			most = math.Max(most, math.Abs(v))
		}
	}
	var c curve
	if most > 0 {
		c.Decimals = max(0, digits-1-int(math.Floor(math.Log10(most))))
	}
	unit, last := math.Pow(10, float64(c.Decimals)), 0
	for _, v := range values {
		if math.IsNaN(v) {
			c.Deltas = append(c.Deltas, nil)
			continue
		}
		whole := int(math.Round(v * unit))
		delta := whole - last
		c.Deltas, last = append(c.Deltas, &delta), whole
	}
	return c
}
