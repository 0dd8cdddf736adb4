package fit_test

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
)

// made returns n days of two clear regimes: 100 Ggas per PiB on the first half, 4000 on the second,
// with a ripple so that no two rows are alike.
func made(n int) *model.Sample {
	s := new(model.Sample)
	for i := range n {
		ripple := math.Sin(float64(3 * i))
		deal, slope := 1+0.3*ripple, 100.0
		if i >= n/2 {
			deal, slope = 4+0.3*ripple, 4000
		}
		s.Days = append(s.Days, model.StudyFirst+day.Day(i))
		s.DealPiB = append(s.DealPiB, deal)
		s.Ratio = append(s.Ratio, 1+float64(i)/float64(n)+0.05*math.Cos(float64(7*i)))
		s.GasGgas = append(s.GasGgas, slope*deal)
	}
	return s
}

func TestRegimeRecoversMadeRegimes(t *testing.T) {
	s := made(60)
	m, err := fit.Regime(s)
	if err != nil {
		t.Fatal(err)
	}
	if m.Mixture.Sizes != [2]int{30, 30} || m.Fit.RegimesRight != 60 {
		t.Errorf("sizes %v, %d regimes right", m.Mixture.Sizes, m.Fit.RegimesRight)
	}
	near(t, "low slope", m.Linear[0].Deal, 100, 1e-9, "made")
	near(t, "high slope", m.Linear[1].Deal, 4000, 1e-9, "made")
	if m.Sample.First != s.Days[0] || m.Sample.Last != s.Days[59] || m.Sample.Rows != 60 {
		t.Errorf("sample facts %+v", m.Sample)
	}
	again, err := fit.Regime(s)
	if err != nil || !reflect.DeepEqual(m, again) {
		t.Errorf("a second fit differs: %v", err)
	}
}

// Samples that cannot carry the model are errors, whatever is wrong with them.
func TestRegimeRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		rows int
		edit func(s *model.Sample, i int)
		want error // nil: any
	}{
		{"no rows", 0, nil, fit.ErrTooFewRows},
		{"one row", 1, nil, fit.ErrTooFewRows},
		{"seven rows", 7, nil, fit.ErrTooFewRows},
		{"same gas on all days", 60, func(s *model.Sample, i int) { s.GasGgas[i] = 5 }, fit.ErrSingular},
		{"gas zero on all days", 60, func(s *model.Sample, i int) { s.GasGgas[i] = 0 }, fit.ErrSingular},
		{"same day again and again", 60, func(s *model.Sample, i int) {
			s.DealPiB[i], s.Ratio[i], s.GasGgas[i] = 1, 1,
				1
		}, fit.ErrSingular},
		{"constant ratio", 60, func(s *model.Sample, i int) { s.Ratio[i] = 1.5 }, fit.ErrSingular},
		{"ratio all zero", 60, func(s *model.Sample, i int) { s.Ratio[i] = 0 }, fit.ErrSingular},
		{"constant deal power", 60, func(s *model.Sample, i int) { s.DealPiB[i] = 2 }, fit.ErrSingular},
		{"ratio follows deal power", 60, func(s *model.Sample, i int) { s.Ratio[i] = 1 + s.DealPiB[i]/10 },
			fit.ErrSingular},
		{"a single day of high gas", 60, func(s *model.Sample, i int) {
			if s.GasGgas[i] = s.DealPiB[i]; i == 59 {
				s.GasGgas[i] = 1e6
			}
		}, fit.ErrTooFewRows},
		{"NaN gas", 60, func(s *model.Sample, i int) {
			if i == 3 {
				s.GasGgas[i] = math.NaN()
			}
		}, nil},
		{"infinite ratio", 60, func(s *model.Sample, i int) {
			if i == 3 {
				s.Ratio[i] = math.Inf(1)
			}
		}, nil},
		{"huge gas", 60, func(s *model.Sample, i int) { s.GasGgas[i] *= 1e300 }, nil},
		{"huge deal power", 60, func(s *model.Sample, i int) { s.DealPiB[i] *= 1e300 }, nil},
		{"huge ratio", 60, func(s *model.Sample, i int) { s.Ratio[i] *= 1e300 }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := made(c.rows)
			for i := range s.Days {
				if c.edit != nil {
					c.edit(s, i)
				}
			}
			m, err := fit.Regime(s)
			if err == nil {
				t.Fatalf("no error but %+v", m)
			}
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
			t.Log(err)
		})
	}
}

// Any small sample either fits with finite numbers or is refused with an error; nothing panics.
func TestRegimeNeverPanics(t *testing.T) {
	state := uint64(1)
	random := func() float64 { // a xorshift generator, the same on every machine
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		return float64(state>>11) / (1 << 53)
	}
	fitted := 0
	for trial := range 400 {
		s := new(model.Sample)
		n := 4 + trial%30
		scale := math.Pow(10, float64(trial%25)-12)
		for i := range n {
			s.Days = append(s.Days, day.Day(i))
			s.DealPiB = append(s.DealPiB, math.Round(random()*float64(1+trial%7))*scale)
			s.Ratio = append(s.Ratio, 1+math.Round(random()*float64(trial%5)))
			s.GasGgas = append(s.GasGgas, math.Round(random()*float64(1+trial%11))/scale)
		}
		m, err := fit.Regime(s)
		if err != nil {
			continue
		}
		fitted++
		for _, v := range []float64{m.Logistic.At(1, 1), m.Linear[0].At(1, 1), m.Linear[1].At(1, 1), m.Fit.R2[0],
			m.Fit.R2[1], m.Fit.Score.WAPE, m.Mixture.LowerBound} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("trial %d: fitted without an error to %+v", trial, m)
			}
		}
	}
	t.Logf("%d of 400 fitted", fitted)
}

func TestRegimeColumns(t *testing.T) {
	defer func() {
		if recover() != "fit: sample with columns of different lengths" {
			t.Error("no panic for a sample with columns of different lengths")
		}
	}()
	s := made(20)
	s.Ratio = s.Ratio[:19]
	_, _ = fit.Regime(s)
}
