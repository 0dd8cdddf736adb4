package fit

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// What sklearn's GaussianMixture does by default; the study relied on it.
const (
	mixtureTolerance  = 1e-3 // change of the mean log likelihood that ends the iteration
	mixtureIterations = 100
	covarianceRidge   = 1e-6 // added to the diagonal of each covariance
)

// Mixture fits a Gaussian mixture of two components with full covariances to the rows (x, y) by
// expectation maximisation from a deterministic k-means start, and returns the more likely
// component of each row. Component 0 has the lower mean y. Rows must be finite and of equal number.
//
// The errors wrap ErrTooFewRows (below four), ErrSingular (no spread in y, or a component that
// collapses) or ErrNoConvergence. Method: Dempster, Laird and Rubin 1977, with sklearn's stopping rule.
func Mixture(x, y []float64) (m model.Mixture, label []int, err error) {
	n := len(x)
	if len(y) != n {
		panic("fit: mixture of slices of different lengths")
	}
	if n < 4 {
		return m, nil, fmt.Errorf("%w: %d, want at least 4", ErrTooFewRows, n)
	}
	start, err := twoMeans(x, y)
	if err != nil {
		return m, nil, err
	}
	// share[k][i] is the probability that row i belongs to component k.
	var share [2][]float64
	for k := range share {
		share[k] = make([]float64, n)
		for i, l := range start {
			if l == k {
				share[k][i] = 1
			}
		}
	}
	maximise(&m, x, y, share)
	previous := math.Inf(-1)
	for {
		m.Iterations++
		m.LowerBound, err = expect(&m, x, y, share)
		if err != nil {
			return m, nil, err
		}
		maximise(&m, x, y, share)
		if math.Abs(m.LowerBound-previous) < mixtureTolerance {
			break
		}
		if m.Iterations == mixtureIterations {
			return m, nil, fmt.Errorf("%w of the mixture in %d iterations", ErrNoConvergence, mixtureIterations)
		}
		previous = m.LowerBound
	}
	// Labels belong to the final parameters, which are one step newer than the last shares.
	if _, err = expect(&m, x, y, share); err != nil {
		return m, nil, err
	}
	low := 0
	if m.Means[1][1] < m.Means[0][1] {
		low = 1
		m.Weights[0], m.Weights[1] = m.Weights[1], m.Weights[0]
		m.Means[0], m.Means[1] = m.Means[1], m.Means[0]
		m.Covariances[0], m.Covariances[1] = m.Covariances[1], m.Covariances[0]
	}
	label = make([]int, n)
	for i := range label {
		if share[1-low][i] > share[low][i] {
			label[i] = 1
		}
		m.Sizes[label[i]]++
	}
	return m, label, nil
}

// maximise sets weights, means and covariances to their most likely values given the shares.
func maximise(m *model.Mixture, x, y []float64, share [2][]float64) {
	for k, w := range share {
		// The term keeps an empty component from dividing by zero.
		total := floats.Sum(w) + 10*2.220446049250313e-16
		m.Weights[k] = total / float64(len(x))
		mx, my := floats.Dot(w, x)/total, floats.Dot(w, y)/total
		var xx, xy, yy float64
		for i, s := range w {
			dx, dy := x[i]-mx, y[i]-my
			xx += float64(s * dx * dx)
			xy += float64(s * dx * dy)
			yy += float64(s * dy * dy)
		}
		m.Means[k] = [2]float64{mx, my}
		m.Covariances[k] = [2][2]float64{{xx/total + covarianceRidge, xy / total},
			{xy / total, yy/total + covarianceRidge}}
	}
}

// expect sets the shares to those that the parameters imply and returns the mean log likelihood of a row.
func expect(m *model.Mixture, x, y []float64, share [2][]float64) (float64, error) {
	var factor [2]mat.Cholesky
	var constant [2]float64
	for k, c := range m.Covariances {
		if !factor[k].Factorize(mat.NewSymDense(2, []float64{c[0][0], c[0][1], c[1][0], c[1][1]})) {
			return 0, fmt.Errorf("%w: component %d of the mixture has collapsed to covariance %v", ErrSingular, k, c)
		}
		constant[k] = math.Log(m.Weights[k]) - math.Log(2*math.Pi) - factor[k].LogDet()/2
	}
	logRow := make([]float64, len(x))
	offset, solved := mat.NewVecDense(2, nil), mat.NewVecDense(2, nil)
	for i := range x {
		var joint [2]float64
		for k := range joint {
			offset.SetVec(0, x[i]-m.Means[k][0])
			offset.SetVec(1, y[i]-m.Means[k][1])
			// The error only says that the condition is poor, which it is by the units (PiB and Ggas);
			// a Cholesky factor does not mind those. stat.Mahalanobis would give up.
			_ = factor[k].SolveVecTo(solved, offset)
			joint[k] = constant[k] - mat.Dot(offset, solved)/2
		}
		logRow[i] = floats.LogSumExp(joint[:])
		for k := range share {
			share[k][i] = math.Exp(joint[k] - logRow[i])
		}
	}
	bound := stat.Mean(logRow, nil)
	if !finite(bound) {
		return 0, fmt.Errorf("%w: the mixture's mean log likelihood is %v", ErrSingular, bound)
	}
	return bound, nil
}
