package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNth: the value at a place is what sorting puts there, however many are alike, and the median the middle.
func TestNth(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		values := make([]float64, 1+random.IntN(40))
		for i := range values {
			values[i] = float64(random.IntN(1 + random.IntN(50)))
		}
		n, k := len(values), random.IntN(len(values))
		sorted := slices.Sorted(slices.Values(values))
		if got := Nth(slices.Clone(values), k); got != sorted[k] {
			t.Fatalf("place %d of %v: %v, want %v", k, values, got, sorted[k])
		}
		if got, want := Median(slices.Clone(values)), (sorted[(n-1)/2]+sorted[n/2])/2; got != want {
			t.Fatalf("median of %v: %v, want %v", values, got, want)
		}
	}
}
