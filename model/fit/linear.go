package fit

import (
	"fmt"

	"github.com/gasburden/gasburden/model"
	"gonum.org/v1/gonum/mat"
)

// minRows is the fewest rows that one plane is fitted to: one more than it has parameters.
const minRows = 4

// maxCondition bounds the condition number of the design matrix. Beyond it rounding in the published
// figures, about one part in 1e8, would decide the coefficients.
const maxCondition = 1e8

// Linear fits gas as a plane over (deal, ratio) by ordinary least squares (QR decomposition).
// It returns an error that wraps ErrTooFewRows below minRows rows, and ErrSingular when deal power, ratio
// and the constant are (nearly) linearly dependent. It panics when the lengths differ.
func Linear(deal, ratio, gas []float64) (model.Plane, error) {
	n := len(gas)
	if len(deal) != n || len(ratio) != n {
		panic("fit: linear regression of slices of different lengths")
	}
	if n < minRows {
		return model.Plane{}, fmt.Errorf("%w: %d, want at least %d", ErrTooFewRows, n, minRows)
	}
	design := mat.NewDense(n, 3, nil)
	for i := range gas {
		design.SetRow(i, []float64{deal[i], ratio[i], 1})
	}
	var qr mat.QR
	qr.Factorize(design)
	if condition := qr.Cond(); !(condition < maxCondition) {
		return model.Plane{}, fmt.Errorf("%w: condition number %.3g over %d rows", ErrSingular, condition, n)
	}
	var solution mat.VecDense
	if err := qr.SolveVecTo(&solution, false, mat.NewVecDense(n, gas)); err != nil {
		return model.Plane{}, fmt.Errorf("%w: %v", ErrSingular, err)
	}
	return model.Plane{Deal: solution.AtVec(0), Ratio: solution.AtVec(1), Intercept: solution.AtVec(2)}, nil
}
