package fit

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// logisticC is the inverse strength of the penalty, sklearn's default.
const logisticC = 1.0

// Logistic fits the log odds of label 1 as a plane over (deal, ratio) and returns it with the number of
// Newton steps. It minimises logisticC * log loss + half the squared slopes; the intercept is not
// penalised. Labels are 0 or 1 and both must occur, else the error wraps ErrSingular.
// It panics when the lengths differ.
func Logistic(deal, ratio []float64, label []int) (model.Plane, int, error) {
	n := len(label)
	if len(deal) != n || len(ratio) != n {
		panic("fit: logistic regression of slices of different lengths")
	}
	var ones int
	for _, l := range label {
		ones += l
	}
	if ones == 0 || ones == n {
		return model.Plane{}, 0, fmt.Errorf("%w: %d of %d rows are in the high regime", ErrSingular, ones, n)
	}
	row := func(i int) [3]float64 { return [3]float64{deal[i], ratio[i], 1} }
	odds := func(w []float64, r [3]float64) float64 {
		return float64(w[0]*r[0]) + float64(w[1]*r[1]) + w[2]
	}
	problem := optimize.Problem{
		Func: func(w []float64) float64 {
			var loss float64
			for i, l := range label {
				z := odds(w, row(i))
				if l == 1 {
					z = -z
				}
				// log(1 + e^z) without overflow.
				loss += math.Max(z, 0) + math.Log1p(math.Exp(-math.Abs(z)))
			}
			return logisticC*loss + (w[0]*w[0]+w[1]*w[1])/2
		},
		Grad: func(gradient, w []float64) {
			gradient[0], gradient[1], gradient[2] = w[0], w[1], 0
			for i, l := range label {
				r := row(i)
				miss := logisticC * (sigmoid(odds(w, r)) - float64(l))
				for j := range r {
					gradient[j] += float64(miss * r[j])
				}
			}
		},
		Hess: func(hessian *mat.SymDense, w []float64) {
			var h [3][3]float64
			h[0][0], h[1][1] = 1, 1
			for i := range label {
				r := row(i)
				p := sigmoid(odds(w, r))
				for j := range r {
					for k := j; k < len(r); k++ {
						h[j][k] += float64(logisticC * p * (1 - p) * r[j] * r[k])
					}
				}
			}
			for j := range h {
				for k := j; k < len(h); k++ {
					hessian.SetSym(j, k, h[j][k])
				}
			}
		},
	}
	// A line search compares losses, whose rounding hides the last steps. So it goes as far as a gradient
	// of one in a million per row, and the steps after it look at the gradient alone.
	method := &optimize.Newton{GradStopThreshold: 1e-6 * float64(n)}
	result, err := optimize.Minimize(problem, make([]float64, 3), &optimize.Settings{MajorIterations: 200}, method)
	if err != nil {
		return model.Plane{}, 0, fmt.Errorf("%w: %v", ErrNoConvergence, err)
	}
	if result.Status != optimize.GradientThreshold {
		return model.Plane{}, 0, fmt.Errorf("%w: %v after %d steps", ErrNoConvergence, result.Status,
			result.MajorIterations)
	}
	if err := polish(problem, result.X); err != nil {
		return model.Plane{}, 0, err
	}
	return model.Plane{Deal: result.X[0], Ratio: result.X[1], Intercept: result.X[2]}, result.MajorIterations, nil
}

// polish moves w, which is near the optimum, onto it by full Newton steps until rounding keeps them
// from shrinking.
func polish(problem optimize.Problem, w []float64) error {
	gradient, hessian := make([]float64, len(w)), mat.NewSymDense(len(w), nil)
	var factor mat.Cholesky
	var step mat.VecDense
	previous := math.Inf(1)
	for {
		problem.Grad(gradient, w)
		problem.Hess(hessian, w)
		if !factor.Factorize(hessian) {
			return fmt.Errorf("%w: the Hessian is not positive definite", ErrSingular)
		}
		// The error only says that the condition is poor. What counts is whether the steps shrink.
		_ = factor.SolveVecTo(&step, mat.NewVecDense(len(w), gradient))
		length := floats.Norm(step.RawVector().Data, 2)
		if !(length < previous/2) {
			break
		}
		floats.Sub(w, step.RawVector().Data)
		previous = length
	}
	if !(previous <= 1e-9*floats.Norm(w, 2)) {
		return fmt.Errorf("%w: the last Newton step still has length %g", ErrNoConvergence, previous)
	}
	return nil
}

func sigmoid(z float64) float64 {
	if z >= 0 {
		return 1 / (1 + math.Exp(-z))
	}
	e := math.Exp(z)
	return e / (1 + e)
}
