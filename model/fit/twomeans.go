package fit

import (
	"fmt"

	"gonum.org/v1/gonum/floats"
)

const twoMeansIterations = 300

// twoMeans splits the rows (x, y) in two by k-means and returns the label of each. It starts from
// the rows of the smallest and the largest y, so there is no chance in it. (Gas in Ggas varies over four
// orders of magnitude and deal power over one, so y decides; the mixture then weighs both.)
// It returns an error that wraps ErrSingular when all y are equal.
func twoMeans(x, y []float64) ([]int, error) {
	low, high := floats.MinIdx(y), floats.MaxIdx(y)
	if !(y[low] < y[high]) {
		return nil, fmt.Errorf("%w: gas is %v on all rows", ErrSingular, y[low])
	}
	centre := [2][2]float64{{x[low], y[low]}, {x[high], y[high]}}
	label := make([]int, len(x))
	for iteration := 0; ; iteration++ {
		changed := iteration == 0
		var size [2]float64
		var sum [2][2]float64
		for i := range x {
			nearest := 0
			if distance(centre[1], x[i], y[i]) < distance(centre[0], x[i], y[i]) {
				nearest = 1
			}
			if label[i] != nearest {
				label[i], changed = nearest, true
			}
			size[nearest]++
			sum[nearest][0] += x[i]
			sum[nearest][1] += y[i]
		}
		if size[0] == 0 || size[1] == 0 {
			return nil, fmt.Errorf("%w: k-means left one cluster empty", ErrSingular)
		}
		if !changed {
			return label, nil
		}
		if iteration == twoMeansIterations {
			return nil, fmt.Errorf("%w of k-means in %d iterations", ErrNoConvergence, twoMeansIterations)
		}
		for k := range centre {
			centre[k] = [2]float64{sum[k][0] / size[k], sum[k][1] / size[k]}
		}
	}
}

// distance is the squared distance of (x, y) from a centre.
func distance(centre [2]float64, x, y float64) float64 {
	dx, dy := x-centre[0], y-centre[1]
	return float64(dx*dx) + float64(dy*dy)
}
