package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Plane is a linear function of deal power (PiB a day) and of the QA/raw power ratio.
type Plane struct{ Deal, Ratio, Intercept float64 }

// At is the value of the plane. The conversions keep every machine from fusing the products.
func (p Plane) At(dealPiB, ratio float64) float64 {
	return float64(p.Deal*dealPiB) + float64(p.Ratio*ratio) + p.Intercept
}

// Regime is the DirectFIL+ study's model of PublishStorageDeals gas. A two-component Gaussian mixture
// splits the training days by (deal power, gas) into a regime of low gas (0) and one of high gas (1);
// a logistic regression learns to tell the regime of a day from (deal power, ratio); each
// regime has its own least-squares plane. Package fit trains it. The zero value predicts 0.
type Regime struct {
	Logistic Plane    // log odds of the high regime
	Linear   [2]Plane // gas in Ggas a day, by regime
	Mixture  Mixture
	Sample   SampleFacts
	Fit      FitFacts

	// Hull is the convex hull of the training days in the plane of (deal PiB a day, ratio): its
	// corners, counterclockwise from the smallest deal power, at least three.
	Hull [][2]float64
}

// Mixture sums up the fitted Gaussian mixture over (deal PiB a day, gas in Ggas a day).
// Component 0 has the lower mean gas.
type Mixture struct {
	Weights     [2]float64
	Means       [2][2]float64
	Covariances [2][2][2]float64
	Sizes       [2]int  // training days by the more likely component
	Iterations  int     // of expectation maximisation
	LowerBound  float64 // mean log likelihood of a day at the last iteration
}

// SampleFacts describes the training days.
type SampleFacts struct {
	First, Last day.Day    // both included
	Rows        int        // days with all figures published
	DealPiB     [2]float64 // smallest and largest deal power
	Ratio       [2]float64 // smallest and largest QA/raw power ratio
	GasGgas     [2]float64 // smallest and largest gas
}

// FitFacts says how well the model fits its own training days.
type FitFacts struct {
	LogisticIterations int
	RegimesRight       int        // days whose regime the logistic regression tells as the mixture does
	Accuracy           float64    // RegimesRight / rows
	R2, RMSE           [2]float64 // of each plane on the days of its regime; RMSE in Ggas
	Score              Score      // of the whole model: predicted regime, then its plane
}

// Predict fills gasGgas and regime (0 low, 1 high) for days of deal power in PiB and QA/raw ratio.
// Gas is what the planes say, in Ggas a day: it may be negative and is never clipped. A NaN
// in either input gives NaN in both outputs. The slices belong to the caller and may not overlap
// with different offsets; nothing is allocated. It panics when the lengths differ.
func (m *Regime) Predict(gasGgas, regime, dealPiB, ratio []float64) {
	n := len(dealPiB)
	if len(ratio) != n || len(gasGgas) != n || len(regime) != n {
		panic("model: predict with slices of different lengths")
	}
	for i, d := range dealPiB {
		gasGgas[i], regime[i] = m.PredictDay(d, ratio[i])
	}
}

// PredictDay is Predict for one day.
func (m *Regime) PredictDay(dealPiB, ratio float64) (gasGgas, regime float64) {
	odds := m.Logistic.At(dealPiB, ratio)
	if math.IsNaN(odds) {
		return math.NaN(), math.NaN()
	}
	if odds > 0 {
		return m.Linear[1].At(dealPiB, ratio), 1
	}
	return m.Linear[0].At(dealPiB, ratio), 0
}

// InHull reports whether a day lies within the convex hull of the training days, its edges
// included. Outside, the model extrapolates. NaN lies outside. Nothing is allocated.
func (m *Regime) InHull(dealPiB, ratio float64) bool {
	// Published figures are rounded to about 1e-7, and snapshots carry more digits than the table
	// that the model was trained on: a training day must not fall outside by that alone.
	const slack = 1e-6
	// The surrounding box rejects nearly all forecast days, whose ratio is new.
	box := &m.Sample
	if !(dealPiB >= box.DealPiB[0]-slack && dealPiB <= box.DealPiB[1]+slack && ratio >= box.Ratio[0]-slack &&
		ratio <= box.Ratio[1]+slack) {
		return false
	}
	if len(m.Hull) < 3 {
		return false
	}
	// Twice the area of the triangle (a, b, point) is negative when the point lies outside the edge;
	// over the edge's length it is the distance.
	a := m.Hull[len(m.Hull)-1]
	for _, b := range m.Hull {
		dx, dy := b[0]-a[0], b[1]-a[1]
		area := float64(dx*(ratio-a[1])) - float64(dy*(dealPiB-a[0]))
		if area < 0 && float64(area*area) > slack*slack*(float64(dx*dx)+float64(dy*dy)) {
			return false
		}
		a = b
	}
	return true
}
