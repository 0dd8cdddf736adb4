package evidence

import (
	"math"
	"slices"
	"testing"
)

// values are a curve's numbers as evidence.js reads them; NaN where there is none.
func (c curve) values() (out []float64) {
	sum := 0
	for _, delta := range c.Deltas {
		v := math.NaN()
		if delta != nil {
			sum += *delta
			v = float64(sum) / math.Pow(10, float64(c.Decimals))
		}
		out = append(out, v)
	}
	return out
}

// A curve reads back as its values to so many digits of the largest, gaps and all.
func TestCurve(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		in, want []float64
		decimals int
	}{
		{[]float64{24.07612, -0.0004, 12.5}, []float64{24.08, 0, 12.5}, 2},
		{[]float64{nan, 9.99951, nan, nan, -1}, []float64{nan, 10, nan, nan, -1}, 3},
		{[]float64{706_494.6, 12.4}, []float64{706_495, 12}, 0}, // no digit before the point is lost
		{[]float64{0.000123456, 0}, []float64{0.0001235, 0}, 7},
	} {
		got := newCurve(c.in, curveDigits)
		same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
		if got.Decimals != c.decimals || !slices.EqualFunc(got.values(), c.want, same) {
			t.Errorf("%v: %d decimals, %v, want %d, %v", c.in, got.Decimals, got.values(), c.decimals, c.want)
		}
	}
}
