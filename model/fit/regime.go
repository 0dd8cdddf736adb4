// Package fit trains the gas models of package model. It is apart from it so that programs that only
// predict, the page first of all, do not link gonum.
package fit

import (
	"errors"
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"gonum.org/v1/gonum/stat"
)

var (
	// ErrTooFewRows says that a sample, or one of its regimes, has fewer rows than parameters need.
	ErrTooFewRows = errors.New("fit: too few rows")
	// ErrSingular says that the rows do not determine the parameters, e.g. for a constant ratio.
	ErrSingular = errors.New("fit: the rows do not determine the parameters")
	// ErrNoConvergence says that an iteration ran into its limit.
	ErrNoConvergence = errors.New("fit: no convergence")
)

// Regime trains the study's model on a sample: mixture, then logistic regression on the mixture's
// labels, then one plane for the days of each label. The result depends on nothing but the sample.
//
// It returns an error that wraps ErrTooFewRows, ErrSingular or ErrNoConvergence when the sample
// cannot carry the model, and another one when a number in it is not finite.
// Method: DirectFIL+ study as sklearn would run it (GaussianMixture, LogisticRegression, LinearRegression).
func Regime(s *model.Sample) (*model.Regime, error) {
	if err := check(s); err != nil {
		return nil, err
	}
	mixture, label, err := Mixture(s.DealPiB, s.GasGgas)
	if err != nil {
		return nil, fmt.Errorf("regime mixture: %w", err)
	}
	m := &model.Regime{Mixture: mixture, Sample: s.Facts()}
	m.Logistic, m.Fit.LogisticIterations, err = Logistic(s.DealPiB, s.Ratio, label)
	if err != nil {
		return nil, fmt.Errorf("regime logistic regression: %w", err)
	}
	for regime := range m.Linear {
		deal, ratio, gas := rowsOf(s, label, regime)
		m.Linear[regime], err = Linear(deal, ratio, gas)
		if err != nil {
			return nil, fmt.Errorf("regime %d linear regression: %w", regime, err)
		}
		predicted := make([]float64, len(gas))
		for i := range predicted {
			predicted[i] = m.Linear[regime].At(deal[i], ratio[i])
		}
		m.Fit.R2[regime] = stat.RSquaredFrom(predicted, gas, nil)
		m.Fit.RMSE[regime] = model.NewScore(predicted, gas).RMSE
		if !finite(m.Fit.R2[regime]) || !finite(m.Fit.RMSE[regime]) {
			return nil, fmt.Errorf("regime %d linear regression: %w: R2 %v, RMSE %v", regime, ErrSingular,
				m.Fit.R2[regime], m.Fit.RMSE[regime])
		}
	}
	m.Hull, err = Hull(s.DealPiB, s.Ratio)
	if err != nil {
		return nil, err
	}

	gas, regime := make([]float64, s.Len()), make([]float64, s.Len())
	m.Predict(gas, regime, s.DealPiB, s.Ratio)
	for i, r := range regime {
		if int(r) == label[i] {
			m.Fit.RegimesRight++
		}
	}
	m.Fit.Accuracy = float64(m.Fit.RegimesRight) / float64(s.Len())
	m.Fit.Score = model.NewScore(gas, s.GasGgas)
	return m, nil
}

func check(s *model.Sample) error {
	n := len(s.GasGgas)
	if len(s.Days) != n || len(s.DealPiB) != n || len(s.Ratio) != n {
		panic("fit: sample with columns of different lengths")
	}
	if n < 2*minRows {
		return fmt.Errorf("%w: %d, want at least %d", ErrTooFewRows, n, 2*minRows)
	}
	for i := range n {
		if !finite(s.DealPiB[i]) || !finite(s.Ratio[i]) || !finite(s.GasGgas[i]) {
			return fmt.Errorf("fit: row %d (%s): deal power %v, ratio %v, gas %v: want finite numbers",
				i, s.Days[i], s.DealPiB[i], s.Ratio[i], s.GasGgas[i])
		}
	}
	return nil
}

func rowsOf(s *model.Sample, label []int, regime int) (deal, ratio, gas []float64) {
	for i, l := range label {
		if l == regime {
			deal = append(deal, s.DealPiB[i])
			ratio = append(ratio, s.Ratio[i])
			gas = append(gas, s.GasGgas[i])
		}
	}
	return deal, ratio, gas
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
