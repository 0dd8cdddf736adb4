package fit

import (
	"fmt"
	"math"
)

// Priced fits the step of the price of gas, P(priced | load) = 1 / (1 + exp(-(load-knee)/width)), to days of which load
// (Tgas) and whether they were priced are known, by maximum likelihood. The error wraps ErrSingular where no such step
// exists: all days alike, or a load that tells the two kinds apart without exception.
// It panics when the lengths differ.
func Priced(loadTgas []float64, priced []bool) (knee, width float64, err error) {
	if len(loadTgas) != len(priced) {
		panic("fit: loads and prices of different lengths")
	}
	mean, ones := 0.0, 0
	for i, load := range loadTgas {
		mean += load / float64(len(loadTgas))
		if priced[i] {
			ones++
		}
	}
	if ones == 0 || ones == len(priced) {
		return 0, 0, fmt.Errorf("%w: %d of %d days are priced", ErrSingular, ones, len(priced))
	}
	// Log odds are intercept + slope * (load - mean): centred, so that the two hardly depend on each other.
	intercept, slope := 0.0, 0.0
	loss := math.Inf(1)
	for range 100 {
		var g0, g1, h00, h01, h11 float64
		for i, load := range loadTgas {
			x := load - mean
			p := sigmoid(intercept + float64(slope*x))
			miss, weight := p, p*(1-p)
			if priced[i] {
				miss--
			}
			g0 += miss
			g1 += float64(miss * x)
			h00 += weight
			h01 += float64(weight * x)
			h11 += float64(weight * x * x)
		}
		det := float64(h00*h11) - float64(h01*h01)
		if !(det > 1e-12*h00*h11) {
			return 0, 0, fmt.Errorf("%w: load tells priced days apart without exception", ErrSingular)
		}
		step0, step1 := (h11*g0-h01*g1)/det, (h00*g1-h01*g0)/det
		// Near the optimum whole steps are the best; far from it they may overshoot.
		share, next := 1.0, 0.0
		for {
			next = stepLoss(loadTgas, priced, mean, intercept-share*step0, slope-share*step1)
			if next <= loss*(1+1e-12) || share < 1e-6 { // rounding hides the last steps
				break
			}
			share /= 2
		}
		intercept, slope = intercept-share*step0, slope-share*step1
		settled := math.Abs(step0) <= 1e-10*(1+math.Abs(intercept)) && math.Abs(step1) <= 1e-10*math.Abs(slope)
		loss = next
		if settled {
			return mean - intercept/slope, 1 / slope, nil
		}
	}
	return 0, 0, fmt.Errorf("%w: the step of the price after 100 steps", ErrNoConvergence)
}

// stepLoss is the negative log likelihood of a step.
func stepLoss(loadTgas []float64, priced []bool, mean, intercept, slope float64) float64 {
	loss := 0.0
	for i, load := range loadTgas {
		z := intercept + float64(slope*(load-mean))
		if priced[i] {
			z = -z
		}
		loss += math.Max(z, 0) + math.Log1p(math.Exp(-math.Abs(z)))
	}
	return loss
}
