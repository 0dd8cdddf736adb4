package model_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func TestBands(t *testing.T) {
	const source = notes + "3, test"
	m := studyFit(t)
	for _, c := range []struct {
		ahead day.Day
		sd    float64
		band  [3][2]float64 // of 4 PiB; zero: not published
	}{
		{30, 0.1086989721, [3][2]float64{{15091.955, 17615.207}, {13980.471, 19015.662}, {12609.241, 21083.578}}},
		{365, 0.271645569, [3][2]float64{2: {8364.8685, 30226.53}}},
		{1095, 0.4569936152, [3][2]float64{2: {5393.6804, 46827.205}}},
	} {
		d := m.Last + c.ahead
		near(t, "s of "+d.String(), m.LogSD(d, 1), c.sd, 1e-8, source)
		for k, want := range c.band {
			if want[0] == 0 {
				continue
			}
			// The notes give eight digits.
			low, high := m.Band(m.PredictDay(d, 4), d, 1, k)
			near(t, "low end", low, want[0], 5e-8, source)
			near(t, "high end", high, want[1], 5e-8, source)
		}
	}
	near(t, "s of a mean of 30 days, 30 ahead", m.Interval.SD(30, 30), 0.07644163331, 1e-8, source)
	for _, c := range []struct {
		ahead  day.Day
		factor float64
	}{{30, 1.29}, {90, 1.43}, {365, 1.90}, {1095, 2.95}} {
		_, high := m.Band(1, m.Last+c.ahead, 1, 2)
		within(t, "95 % factor", high, c.factor, 0.005, notes+"3")
	}
}

// The scatter of a mean is that of a day for one day, the notes' s_m for thirty, and falls in between.
func TestScatterOfMeans(t *testing.T) {
	m := studyFit(t)
	near(t, "one day", m.LogSD(m.Last, 1), 0.07915422001, 1e-8, notes+"3, s_d")
	near(t, "thirty days", m.LogSD(m.Last, 30), 0.01712446521, 1e-8, notes+"3, s_m")
	for w := 2; w <= 365; w++ {
		if a, b := m.LogSD(m.Last, w-1), m.LogSD(m.Last, w); b > a {
			t.Fatalf("the mean of %d days scatters by %v, that of %d by %v", w, b, w-1, a)
		}
	}
	anti := m.Interval
	anti.Autocorrelation = -0.5
	near(t, "negative correlation", anti.SD(0, 30), anti.Daily/math.Sqrt(30), 1e-12, "as independent days")
}

// The drift of a trailing mean is that of its mean distance from the sample, in which no day is.
func TestDriftOfMeans(t *testing.T) {
	m := studyFit(t)
	for _, w := range []int{1, 2, 7, 30, 365} {
		for _, last := range []int{-5, 0, 1, 6, 29, 30, 31, 400} {
			ahead := 0.0
			for h := last - w + 1; h <= last; h++ {
				ahead += math.Max(0, float64(h)) / float64(w)
			}
			near(t, "s of a mean", m.LogSD(m.Last+day.Day(last), w), m.Interval.SD(ahead, w), 1e-12,
				"the mean of the days ahead, one by one")
		}
	}
}

func TestBandFactors(t *testing.T) {
	m := studyFit(t)
	first := m.Last - 20
	for _, w := range []int{1, 30} {
		factors := [3][]float64{make([]float64, 100), nil, make([]float64, 100)}
		m.BandFactors(&factors, first, w)
		for i, f := range factors[2] {
			d := first + day.Day(i)
			low, high := m.Band(7, d, w, 2)
			near(t, "low end", 7/f, low, 1e-12, "Band")
			near(t, "high end", 7*f, high, 1e-12, "Band")
			if !(f > factors[0][i] && factors[0][i] > 1) {
				t.Fatalf("%s: factor %v at 95 %%, %v at 50 %%", d, f, factors[0][i])
			}
			if i > 0 && d > m.Last && f <= factors[2][i-1] {
				t.Fatalf("%s: the band does not widen", d)
			}
		}
		if allocations := testing.AllocsPerRun(10, func() { m.BandFactors(&factors, first, w) }); allocations != 0 {
			t.Errorf("BandFactors allocates %v times", allocations)
		}
	}
	if model.Coverages != [3]float64{0.5, 0.8, 0.95} {
		t.Errorf("coverages %v", model.Coverages)
	}
}
