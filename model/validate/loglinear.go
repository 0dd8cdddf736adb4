package validate

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"gonum.org/v1/gonum/mat"
)

// logLinear is a generalised linear model with log link: ln(gas) = a constant for each protocol version + b *
// slope(deal, ratio), plus ln(deal) if proportional. Without deals it predicts 0.
type logLinear struct {
	variance     float64 // the power of the mean that the variance goes with: 1 quasi-Poisson, 2 Gamma
	least        float64 // days of less deal power, and those without any, are not fitted to
	slope        func(deal, ratio float64) float64
	proportional bool
}

// maxSteps bounds the iteration, which takes about ten.
const maxSteps = 100

// fit runs iteratively reweighted least squares until no coefficient moves by more than 1e-10.
// Method: McCullagh and Nelder, Generalized Linear Models, 2.5.
func (l logLinear) fit(s *model.Sample) (predictor, error) {
	coefficients, v, err := l.coefficients(s)
	if err != nil {
		return nil, err
	}
	slope := len(coefficients) - 1
	return func(d day.Day, deal, ratio float64) float64 {
		if deal == 0 {
			return 0
		}
		return math.Exp(coefficients[v.of(d)] + float64(coefficients[slope]*l.slope(deal, ratio)) + l.offset(deal))
	}, nil
}

func (l logLinear) offset(deal float64) float64 {
	if l.proportional {
		return math.Log(deal)
	}
	return 0
}

// coefficients are the versions' constants, 0 for those without rows, then b.
func (l logLinear) coefficients(s *model.Sample) ([]float64, versions, error) {
	v := versionsOf(s)
	type row struct {
		version     int
		x, y, given float64 // slope's variable, gas, offset
		mean        float64
	}
	var rows []row
	used := make([]bool, len(v.rows))
	for i, deal := range s.DealPiB {
		if deal > 0 && deal >= l.least && s.GasGgas[i] > 0 {
			k := v.of(s.Days[i])
			used[k] = true
			rows = append(rows, row{k, l.slope(deal, s.Ratio[i]), s.GasGgas[i], l.offset(deal), s.GasGgas[i]})
		}
	}
	n := len(v.rows) + 1
	coefficients := make([]float64, n)
	normal, right, solution := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	for range maxSteps {
		normal.Zero()
		right.Zero()
		for k, u := range used {
			if !u {
				normal.SetSym(k, k, 1) // keeps the constant of a version without rows at 0
			}
		}
		for i := range rows {
			r := &rows[i]
			z := math.Log(r.mean) - r.given + (r.y-r.mean)/r.mean
			w := math.Pow(r.mean, 2-l.variance)
			k, b := r.version, n-1
			normal.SetSym(k, k, normal.At(k, k)+w)
			normal.SetSym(k, b, normal.At(k, b)+float64(w*r.x))
			normal.SetSym(b, b, normal.At(b, b)+float64(w*r.x*r.x))
			right.SetVec(k, right.AtVec(k)+float64(w*z))
			right.SetVec(b, right.AtVec(b)+float64(w*z*r.x))
		}
		var factor mat.Cholesky
		if !factor.Factorize(normal) {
			return nil, v, fmt.Errorf("validate: log-linear model: the %d rows do not determine its coefficients",
				len(rows))
		}
		_ = factor.SolveVecTo(solution, right) // the error only says that the condition is poor
		moved := 0.0
		for k := range coefficients {
			moved = math.Max(moved, math.Abs(coefficients[k]-solution.AtVec(k)))
			coefficients[k] = solution.AtVec(k)
		}
		if moved < 1e-10 {
			return coefficients, v, nil
		}
		for i := range rows {
			r := &rows[i]
			r.mean = math.Exp(coefficients[r.version] + float64(coefficients[n-1]*r.x) + r.given)
		}
	}
	return nil, v, fmt.Errorf("validate: log-linear model: no convergence in %d steps", maxSteps)
}
