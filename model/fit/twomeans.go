package fit

import (
	"fmt"
	"slices"

	"gonum.org/v1/gonum/floats"
)

const twoMeansIterations = 300

// twoMeans splits the rows (x, y) in two by k-means and returns the label of each. It starts from
// the best split of y alone, so there is no chance in it. (Gas in Ggas varies over four
// orders of magnitude and deal power over one, so y decides; the mixture then weighs both.)
// It returns an error that wraps ErrSingular when all y are equal.
func twoMeans(x, y []float64) ([]int, error) {
	if floats.Min(y) == floats.Max(y) {
		return nil, fmt.Errorf("%w: gas is %v on all rows", ErrSingular, y[0])
	}
	label := bestSplit(y)
	var centre [2][2]float64
	if err := centres(&centre, x, y, label); err != nil {
		return nil, err
	}
	for iteration := 0; ; iteration++ {
		changed := false
		for i := range x {
			nearest := 0
			if distance(centre[1], x[i], y[i]) < distance(centre[0], x[i], y[i]) {
				nearest = 1
			}
			if label[i] != nearest {
				label[i], changed = nearest, true
			}
		}
		if !changed {
			return label, nil
		}
		if iteration == twoMeansIterations {
			return nil, fmt.Errorf("%w of k-means in %d iterations", ErrNoConvergence, twoMeansIterations)
		}
		if err := centres(&centre, x, y, label); err != nil {
			return nil, err
		}
	}
}

// bestSplit labels the rows 0 and 1 by the threshold on y that leaves the smallest sum of squares within the two
// groups, which is where the sums of the groups, squared over their sizes, are largest.
func bestSplit(y []float64) []int {
	sorted := slices.Sorted(slices.Values(y))
	mean := floats.Sum(y) / float64(len(y))
	var below, best, threshold float64
	for i, v := range sorted[:len(sorted)-1] {
		below += v - mean // the sum above is the same with the other sign
		n := float64(i + 1)
		if between := below * below * (1/n + 1/(float64(len(y))-n)); between > best && v < sorted[i+1] {
			best, threshold = between, v
		}
	}
	label := make([]int, len(y))
	for i, v := range y {
		if v > threshold {
			label[i] = 1
		}
	}
	return label
}

// centres sets the centres to the means of the labelled rows.
func centres(centre *[2][2]float64, x, y []float64, label []int) error {
	var size [2]float64
	var sum [2][2]float64
	for i, k := range label {
		size[k]++
		sum[k][0] += x[i]
		sum[k][1] += y[i]
	}
	if size[0] == 0 || size[1] == 0 {
		return fmt.Errorf("%w: k-means left one cluster empty", ErrSingular)
	}
	for k := range centre {
		centre[k] = [2]float64{sum[k][0] / size[k], sum[k][1] / size[k]}
	}
	return nil
}

// distance is the squared distance of (x, y) from a centre.
func distance(centre [2]float64, x, y float64) float64 {
	dx, dy := x-centre[0], y-centre[1]
	return float64(dx*dx) + float64(dy*dy)
}
