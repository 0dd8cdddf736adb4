package fit_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
)

// reference is testdata/regime-model.json: the study's model fitted with scikit-learn in 64 bit on
// the same table.
type reference struct {
	Rows int
	GMM  struct {
		Means        [2][2]float64
		Weights      [2]float64
		Covariances  [2][2][2]float64
		LowerBound   float64 `json:"lower_bound"`
		Iterations   int
		ClusterSizes [2]int `json:"cluster_sizes"`
	}
	Logistic struct {
		Coef      [2]float64 `json:"coef_tol_1e-10"`
		Intercept float64    `json:"intercept_tol_1e-10"`
		Accuracy  float64
	}
	Linear [2]struct {
		Coef      [2]float64
		Intercept float64
		R2        float64
		Rows      int
	}
	Grid struct {
		NegativeCells int `json:"negative_cells"`
		Min, Max      float64
		HighCells     int                `json:"high_regime_cells"`
		Corners       map[string]float64 `json:"corners_deal_ratio"`
	} `json:"grid_1_5_50x50"`
	OutOfSample []struct {
		From, To            string
		Days                int
		WAPE                float64
		NegativeDays        int     `json:"negative_days"`
		PredictedOverActual float64 `json:"predicted_over_actual"`
	} `json:"out_of_sample"`
	InSampleNegativeDays int `json:"in_sample_negative_days"`
}

func load(t *testing.T) (r reference) {
	t.Helper()
	data, err := os.ReadFile("testdata/regime-model.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// trained fits once for all tests; they only read.
var trained = sync.OnceValues(func() (*model.Regime, error) {
	table, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	sample, err := table.Sample(model.StudyFirst, model.StudyLast)
	if err != nil {
		return nil, err
	}
	return fit.Regime(sample)
})

func regime(t testing.TB) *model.Regime {
	t.Helper()
	m, err := trained()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// near fails unless got is within the relative tolerance of want.
func near(t *testing.T, name string, got, want, relative float64, source string) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s = %.17g, want %.17g within %g relative (%s)", name, got, want, relative, source)
	}
}

func exact(t *testing.T, name string, got, want int, source string) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %d, want %d exactly (%s)", name, got, want, source)
	}
}

func TestMixtureAgainstReference(t *testing.T) {
	const source = "regime-model.json gmm"
	m, r := regime(t).Mixture, load(t).GMM
	for k := range 2 {
		exact(t, fmt.Sprintf("size of cluster %d", k), m.Sizes[k], r.ClusterSizes[k], source)
		near(t, fmt.Sprintf("weight %d", k), m.Weights[k], r.Weights[k], 1e-3, source)
		for i := range 2 {
			near(t, fmt.Sprintf("mean %d,%d", k, i), m.Means[k][i], r.Means[k][i], 1e-3, source)
			for j := range 2 {
				near(t, fmt.Sprintf("covariance %d,%d,%d", k, i, j), m.Covariances[k][i][j], r.Covariances[k][i][j],
					1e-3, source)
			}
		}
	}
	near(t, "lower bound", m.LowerBound, r.LowerBound, 1e-6, source)
	exact(t, "iterations", m.Iterations, r.Iterations, source)
}

func TestRegressionsAgainstReference(t *testing.T) {
	m, r := regime(t), load(t)
	near(t, "logistic deal", m.Logistic.Deal, r.Logistic.Coef[0], 1e-3, "regime-model.json logistic")
	near(t, "logistic ratio", m.Logistic.Ratio, r.Logistic.Coef[1], 1e-3, "regime-model.json logistic")
	near(t, "logistic intercept", m.Logistic.Intercept, r.Logistic.Intercept, 1e-3, "regime-model.json logistic")
	exact(t, "regimes right", m.Fit.RegimesRight, 821, "the study: 821 of 870")
	near(t, "accuracy", m.Fit.Accuracy, r.Logistic.Accuracy, 1e-15, "regime-model.json logistic")
	for k, want := range r.Linear {
		const source = "regime-model.json linear"
		near(t, fmt.Sprintf("linear %d deal", k), m.Linear[k].Deal, want.Coef[0], 1e-6, source)
		near(t, fmt.Sprintf("linear %d ratio", k), m.Linear[k].Ratio, want.Coef[1], 1e-6, source)
		near(t, fmt.Sprintf("linear %d intercept", k), m.Linear[k].Intercept, want.Intercept, 1e-6, source)
		near(t, fmt.Sprintf("linear %d R2", k), m.Fit.R2[k], want.R2, 1e-6, source)
		exact(t, fmt.Sprintf("linear %d rows", k), m.Mixture.Sizes[k], want.Rows, source)
	}
}

func TestSampleAgainstReference(t *testing.T) {
	m, r := regime(t), load(t)
	exact(t, "rows", m.Sample.Rows, r.Rows, "regime-model.json rows")
	near(t, "largest ratio", m.Sample.Ratio[1], 2.036568961, 1e-9, "notes on the model, section 1")
	exact(t, "in-sample negative days", m.Fit.Score.NegativeDays, r.InSampleNegativeDays, "regime-model.json")
	near(t, "in-sample WAPE", m.Fit.Score.WAPE, 0.1598, 0.0005/0.1598, "notes on the model, section 2 table")
	near(t, "in-sample MAPE", m.Fit.Score.MAPE, 0.980, 0.0005/0.98, "notes on the model, section 2 table")
	near(t, "in-sample bias", m.Fit.Score.Bias, 0.009, 0.0005/0.009, "notes on the model, section 2 table")
}

// grid is the reference's 50 by 50 grid over [1, 5] in deal power and ratio.
func grid() (deal, ratio []float64) {
	for i := range 50 {
		for j := range 50 {
			deal = append(deal, 1+4*float64(i)/49)
			ratio = append(ratio, 1+4*float64(j)/49)
		}
	}
	return deal, ratio
}

func TestGridAgainstReference(t *testing.T) {
	const source = "regime-model.json grid_1_5_50x50"
	m, r := regime(t), load(t)
	deal, ratio := grid()
	gas, high := make([]float64, len(deal)), make([]float64, len(deal))
	m.Predict(gas, high, deal, ratio)
	low, top := math.Inf(1), math.Inf(-1)
	var negative, highCells, inside, insideNegative int
	for i, g := range gas {
		low, top = math.Min(low, g), math.Max(top, g)
		highCells += int(high[i])
		if g < 0 {
			negative++
		}
		if m.InHull(deal[i], ratio[i]) {
			inside++
			if g < 0 {
				insideNegative++
			}
		}
	}
	exact(t, "negative cells", negative, r.Grid.NegativeCells, source)
	exact(t, "high regime cells", highCells, r.Grid.HighCells, source)
	near(t, "minimum", low, r.Grid.Min, 1e-6, source)
	near(t, "maximum", top, r.Grid.Max, 1e-6, source)
	exact(t, "cells in the hull", inside, 335, "notes on the model, section 1")
	exact(t, "negative cells in the hull", insideNegative, 0, "notes on the model, section 1")
	for corner, want := range r.Grid.Corners {
		var d, x float64
		if _, err := fmt.Sscanf(corner, "%g,%g", &d, &x); err != nil {
			t.Fatal(err)
		}
		got, _ := m.PredictDay(d, x)
		near(t, "corner "+corner, got, want, 1e-6, source)
	}
}

func TestOutOfSampleAgainstReference(t *testing.T) {
	m := regime(t)
	table, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range load(t).OutOfSample {
		source := "regime-model.json out_of_sample from " + want.From
		first, err := day.Parse(want.From)
		if err != nil {
			t.Fatal(err)
		}
		last, err := day.Parse(want.To)
		if err != nil {
			t.Fatal(err)
		}
		s, err := table.Sample(first, last)
		if err != nil {
			t.Fatal(err)
		}
		gas, high := make([]float64, s.Len()), make([]float64, s.Len())
		m.Predict(gas, high, s.DealPiB, s.Ratio)
		score := model.NewScore(gas, s.GasGgas)
		exact(t, "days", score.Days, want.Days, source)
		exact(t, "negative days", score.NegativeDays, want.NegativeDays, source)
		near(t, "WAPE", score.WAPE, want.WAPE, 1e-6, source)
		near(t, "predicted over actual", 1+score.Bias, want.PredictedOverActual, 1e-6, source)
		for i := range gas {
			if m.InHull(s.DealPiB[i], s.Ratio[i]) {
				t.Errorf("%s lies in the training hull; the notes on the model say none of these days does", s.Days[i])
			}
		}
	}
}

func TestHullHoldsItsSample(t *testing.T) {
	m := regime(t)
	table, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	s, err := table.Sample(model.StudyFirst, model.StudyLast)
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Days {
		if !m.InHull(s.DealPiB[i], s.Ratio[i]) {
			t.Errorf("training day %s (%v, %v) lies outside the hull", s.Days[i], s.DealPiB[i], s.Ratio[i])
		}
	}
}

func BenchmarkRegime(b *testing.B) {
	table, err := assets.NetworkDaily()
	if err != nil {
		b.Fatal(err)
	}
	s, err := table.Sample(model.StudyFirst, model.StudyLast)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := fit.Regime(s); err != nil {
			b.Fatal(err)
		}
	}
}
