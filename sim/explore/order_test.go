package explore

import (
	"math"
	"slices"
	"testing"
)

// TestOrdered compares with package slices' stable sort.
func TestOrdered(t *testing.T) {
	r := newStream(1, 0, 0)
	for n := range 30 {
		values, want := make([]int, n), make([]int, n)
		for i := range values {
			values[i], want[i] = r.below(6), i
		}
		slices.SortStableFunc(want, func(i, j int) int { return values[i] - values[j] })
		if got := ordered(n, func(i, j int) bool { return values[i] < values[j] }); !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", values, got, want)
		}
	}
}

func TestLarger(t *testing.T) {
	values := []float64{math.NaN(), 1, math.Inf(1), math.NaN(), 2}
	if got, want := ordered(5, func(i, j int) bool { return larger(values[i], values[j]) }),
		[]int{2, 4, 1, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
