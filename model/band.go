package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Coverages are the shares of days that the bands around a prediction are meant to hold.
var Coverages = [3]float64{0.50, 0.80, 0.95}

// IntervalBlockDays is the length of the blocks of days that the interval is estimated from.
const IntervalBlockDays = 30

// Interval says how far gas strays from the scaling model, in natural logarithms. The level is taken to
// walk at random after the sample while days scatter about it.
type Interval struct {
	Drift           float64 // root mean square step of the level from a block of 30 days to the next
	Daily           float64 // standard deviation of a day about the level of its block
	Autocorrelation float64 // of the scatter, from a day to the next
	Blocks          int     // blocks it is estimated from

	// Quantiles are those of Student's t with Blocks-1 degrees of freedom for the Coverages, two-sided:
	// the band of coverage k is prediction * exp(±Quantiles[k] * standard deviation).
	Quantiles [len(Coverages)]float64
}

// SD is the standard deviation of the logarithm of (gas / prediction) for the mean of w days, w at
// least 1, that lie on average `ahead` days after the sample. Days within the sample count as 0 ahead.
func (v *Interval) SD(ahead float64, w int) float64 {
	return v.sd(ahead, v.scatter(w))
}

func (v *Interval) sd(ahead, scatter float64) float64 {
	return math.Sqrt(float64(v.Drift*v.Drift)*ahead/IntervalBlockDays + scatter)
}

// scatter is the variance of the mean of w days about the level. A lag-1 autoregression has (1+ρ)/(1-ρ)/w of
// a day's for large w, and a little less for small ones; it never exceeds that of a day.
func (v *Interval) scatter(w int) float64 {
	variance := float64(v.Daily * v.Daily)
	if w <= 1 {
		return variance
	}
	// A negative correlation would make the mean more certain than that of independent days: not relied on.
	rho := math.Max(0, v.Autocorrelation)
	return variance * math.Min(1, (1+rho)/(1-rho)/float64(w))
}

// LogSD is Interval.SD of the mean of the w days of a run that end on d; w is 1 for the day alone.
func (m *Scaling) LogSD(d day.Day, w int) float64 {
	return m.Interval.SD(meanAhead(int(d-m.Last), w), w)
}

// meanAhead is the mean of max(0, h) over the w whole numbers h that end with last.
func meanAhead(last, w int) float64 {
	if last <= 0 {
		return 0
	}
	n := min(max(1, w), last) // how many lie after the sample
	return float64(n) * (float64(last) - float64(n-1)/2) / float64(max(1, w))
}

// Band is the band of Coverages[k] around a prediction for the mean of the w days of a run that end
// on d, in the prediction's unit; w is 1 for the day alone.
func (m *Scaling) Band(prediction float64, d day.Day, w, k int) (low, high float64) {
	factor := math.Exp(m.Interval.Quantiles[k] * m.LogSD(d, w))
	return prediction / factor, prediction * factor
}

// BandFactors fills factors[k] with the factor f of consecutive days of a run from first on, such that
// the band of Coverages[k] around a prediction runs from prediction/f to prediction*f. Each entry is
// for the mean of the w days that end there; w is 1 for days alone. The factors do not depend on
// deal power, so they serve all FIL+ rates of a scenario. Slices may be nil to leave a band out;
// nothing is allocated.
func (m *Scaling) BandFactors(factors *[len(Coverages)][]float64, first day.Day, w int) {
	n := 0
	for _, f := range factors {
		n = max(n, len(f))
	}
	scatter, before := m.Interval.scatter(w), math.NaN()
	for i := range n {
		sd := m.Interval.sd(meanAhead(int(first-m.Last)+i, w), scatter)
		for k, f := range factors {
			if i >= len(f) {
				continue
			}
			if sd == before { // all days of the sample
				f[i] = f[i-1]
			} else {
				f[i] = math.Exp(m.Interval.Quantiles[k] * sd)
			}
		}
		before = sd
	}
}

// Held is how often the bands of a model held what happened after its fit: the share of days, and of means of 30 days,
// that lay within the band of each of the Coverages. Gas was predicted from the deal power that the network really had:
// errors in what a scenario assumes of the network come on top. The zero value says that nothing was compared.
type Held struct {
	Days        int // compared
	Within      [len(Coverages)]float64
	Means       int // of 30 days each, compared
	MeansWithin [len(Coverages)]float64
}

// Of is the share that lay within the band of Coverages[k], and of how many days, or means of 30 days, that is. n is 0
// where none were compared, as for means over another number of days.
func (h *Held) Of(k, meanDays int) (share float64, n int) {
	switch meanDays {
	case 1:
		return h.Within[k], h.Days
	case IntervalBlockDays:
		return h.MeansWithin[k], h.Means
	}
	return 0, 0
}
