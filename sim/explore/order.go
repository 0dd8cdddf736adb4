package explore

import "math"

// ordered is how n things stand in order, those that stand equal as they were. The lists here are short; package
// slices' sort of each kind of them would cost the page 10 KB.
func ordered(n int, before func(i, j int) bool) []int {
	out := make([]int, n)
	for i := range out {
		k := i
		for ; k > 0 && before(i, out[k-1]); k-- {
			out[k] = out[k-1]
		}
		out[k] = i
	}
	return out
}

// larger reports whether a comes before b where the largest come first, and NaN last.
func larger(a, b float64) bool { return a > b || math.IsNaN(b) && !math.IsNaN(a) }
