package model_test

import (
	"errors"
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func TestFitScaling(t *testing.T) {
	const source = notes + "2 and 3"
	m := studyFit(t)
	near(t, "level", m.Level0, 4119.691976, 1e-9, source)
	near(t, "long-run level", m.LongRunLevel, 3973.12, 1e-15, source)
	if m.HalfLifeDays != 60 || m.WeightHalfLifeDays != 30 || m.Version != 17 || m.Rows != 244 ||
		m.Last != model.StudyLast || m.Sample.Rows != 870 {
		t.Errorf("model %+v", m)
	}
	for i, want := range []model.VersionLevel{
		{15, day.Of(2021, 3, 15), 479, 1230.695698},
		{16, day.Of(2022, 7, 7), 147, 1872.738522},
		{17, day.Of(2022, 12, 1), 244, 4522.824909},
	} {
		got := m.Backcast[i]
		near(t, "backcast", got.GgasPerPiB, want.GgasPerPiB, 1e-9, source)
		if got.GgasPerPiB = want.GgasPerPiB; got != want {
			t.Errorf("backcast %+v, want %+v", got, want)
		}
	}
	near(t, "drift", m.Interval.Drift, 0.07449883217, 1e-9, source)
	near(t, "daily", m.Interval.Daily, 0.07915422001, 1e-9, source)
	within(t, "autocorrelation", m.Interval.Autocorrelation, 0.1681, 0.00005, source)
	for k, want := range [3]float64{0.7111417781, 1.414923928, 2.364624251} {
		near(t, "quantile", m.Interval.Quantiles[k], want, 5e-10, source)
	}
	if m.Interval.Blocks != 8 {
		t.Errorf("interval from %d blocks", m.Interval.Blocks)
	}
}

// Refitted at an origin: by the newest version with 14 rows, else by the one before.
func TestFitScalingAtOrigins(t *testing.T) {
	all := sample(t, model.StudyFirst, model.StudyLast)
	nv17 := day.Of(2022, 12, 1)
	for _, c := range []struct {
		name          string
		last          day.Day
		version, rows int
	}{
		{"before nv16", day.Of(2022, 6, 30), 15, 473},
		{"13 days of nv16", day.Of(2022, 7, 19), 15, 479},
		{"14 days of nv16", day.Of(2022, 7, 20), 16, 14},
		{"13 days of nv17", nv17 + 12, 16, 147},
		{"14 days of nv17", nv17 + 13, 17, 14},
	} {
		m, err := model.FitScaling(all.Until(c.last))
		if err != nil {
			t.Fatal(err)
		}
		if m.Version != c.version || m.Rows != c.rows || m.Last != c.last {
			t.Errorf("%s: version %d, %d rows to %s, want %d and %d", c.name, m.Version, m.Rows, m.Last, c.version,
				c.rows)
		}
		levels := make([]float64, 300)
		m.LevelsInRun(levels, c.last-5)
		for i, got := range levels {
			d := c.last - 5 + day.Day(i)
			want := m.LevelInRun(d)
			if c.version < 17 {
				// FIP-0045 was announced: from nv17 on its measured level counts.
				if want = m.Level0; d > c.last && d >= nv17 {
					want = model.LongRunLevel
				}
			}
			near(t, c.name+", level of "+d.String(), got, want, 1e-12, notes+"2")
		}
	}
}

func TestFitScalingRefuses(t *testing.T) {
	made := func(days int, edit func(s *model.Sample, i int)) *model.Sample {
		s := new(model.Sample)
		for i := range days {
			s.Days = append(s.Days, day.Of(2023, 1, 1)+day.Day(i))
			s.DealPiB = append(s.DealPiB, 2+math.Sin(float64(i)))
			s.Ratio = append(s.Ratio, 1.5)
			s.GasGgas = append(s.GasGgas, 4000*s.DealPiB[i]*(1+0.1*math.Cos(float64(3*i))))
			if edit != nil {
				edit(s, i)
			}
		}
		return s
	}
	for _, c := range []struct {
		name string
		days int
		edit func(s *model.Sample, i int)
	}{
		{"no days", 0, nil},
		{"13 days", 13, nil},
		{"89 days", 89, nil},
		{"no deals", 300, func(s *model.Sample, i int) { s.DealPiB[i] = 0 }},
		{"no gas", 300, func(s *model.Sample, i int) { s.GasGgas[i] = 0 }},
		{"deals on a day in fifty", 300, func(s *model.Sample, i int) {
			if i%50 > 0 {
				s.DealPiB[i] = 0
			}
		}},
	} {
		if m, err := model.FitScaling(made(c.days, c.edit)); !errors.Is(err, model.ErrTooFewRows) {
			t.Errorf("%s: %+v, %v, want ErrTooFewRows", c.name, m, err)
		}
	}
	for days, blocks := range map[int]int{90: 3, 119: 3, 120: 4, 239: 7, 240: 8, 700: 8} {
		m, err := model.FitScaling(made(days, nil))
		if err != nil || m.Interval.Blocks != blocks || !(m.Interval.Quantiles[2] > 2.3) ||
			!(m.Interval.Daily > 0.05 && m.Interval.Daily < 0.09) {
			t.Errorf("%d days: %+v, %v, want %d blocks", days, m, err, blocks)
		}
	}
	// Days without deals do not stop the fit.
	m, err := model.FitScaling(made(300, func(s *model.Sample, i int) {
		if i%7 == 0 {
			s.DealPiB[i], s.GasGgas[i] = 0, 100
		}
	}))
	if err != nil || math.IsNaN(m.Interval.SD(30, 30)) {
		t.Errorf("a day without deals a week: %+v, %v", m, err)
	}
}

func TestSampleParts(t *testing.T) {
	s := sample(t, model.StudyFirst, model.StudyLast)
	for _, c := range []struct {
		name        string
		first, last day.Day
		rows        int
	}{
		{"all", s.Days[0], s.Days[869], 870},
		{"wider", s.Days[0] - 10, s.Days[869] + 10, 870},
		{"a day", s.Days[5], s.Days[5], 1},
		{"nothing", s.Days[5], s.Days[4], 0},
		{"before", s.Days[0] - 9, s.Days[0] - 1, 0},
	} {
		if c.last < c.first {
			continue
		}
		if got := s.Between(c.first, c.last); got.Len() != c.rows || len(got.Days) != c.rows || c.rows > 0 &&
			got.Facts().Rows != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, got.Len(), c.rows)
		}
	}
}
