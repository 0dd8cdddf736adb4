package model_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func TestScalingPredicts(t *testing.T) {
	m := studyFit(t)
	for _, c := range []struct {
		date       day.Day
		deal, want float64
	}{
		{day.Of(2021, 12, 1), 0.1, 123.0695698},
		{day.Of(2022, 7, 6), 0.3, 369.2087093},
		{day.Of(2022, 7, 7), 0.3, 561.8215565},
		{day.Of(2022, 11, 30), 2.5, 4681.846304},
		{day.Of(2022, 12, 1), 2.5, 11307.06227},
		{day.Of(2023, 7, 1), 5, 22614.12455},
		{day.Of(2023, 8, 1), 4, 18091.29964},
		{day.Of(2023, 8, 2), 4, 16471.91252},
		{day.Of(2023, 8, 31), 4, 16304.84330},
		{day.Of(2023, 9, 30), 4, 16182.96911},
		{day.Of(2024, 4, 24), 2.5, 9949.276963},
		{day.Of(2025, 6, 24), 4, 15892.67201},
		{day.Of(2026, 7, 31), 5.9664154, 23705.28711},
		{day.Of(2026, 7, 31), 2.9832077, 11852.64355},
		{day.Of(2026, 7, 31), 0, 0},
	} {
		near(t, "gas of "+c.date.String(), m.PredictDay(c.date, c.deal), c.want, 1e-8, notes+"2, test points")
	}
}

// In a run there is no cliff at the end of the sample: the days before it have its last level.
func TestScalingInRun(t *testing.T) {
	m := studyFit(t)
	const days = 1500
	first := m.Last - 399
	deal, gas, levels := make([]float64, days), make([]float64, days), make([]float64, days)
	for i := range deal {
		deal[i] = 1 + math.Mod(float64(i)*0.37, 5)
	}
	m.Predict(gas, first, deal)
	m.LevelsInRun(levels, first)
	for i := range gas {
		d := first + day.Day(i)
		near(t, "level of "+d.String(), levels[i], m.LevelInRun(d), 1e-12, "LevelInRun")
		near(t, "gas of "+d.String(), gas[i], deal[i]*levels[i], 1e-12, "level times deal power")
		if d <= m.Last {
			near(t, "level of "+d.String(), levels[i], m.Level0, 1e-12, "the fit's level")
		} else if levels[i] >= levels[i-1] || levels[i] <= m.LongRunLevel {
			t.Fatalf("level of %s is %v after %v, want it to fall towards %v", d, levels[i], levels[i-1],
				m.LongRunLevel)
		} else if level := m.Level(d); level != m.LevelInRun(d) {
			t.Fatalf("forecast of %s: Level %v, LevelInRun %v", d, level, m.LevelInRun(d))
		}
	}
	// A run that begins long after the sample.
	m.LevelsInRun(levels[:3], m.Last+500)
	for i, level := range levels[:3] {
		near(t, "late level", level, m.LevelInRun(m.Last+500+day.Day(i)), 1e-12, "LevelInRun")
	}
	if allocations := testing.AllocsPerRun(10, func() { m.Predict(gas, first, gas) }); allocations != 0 {
		t.Errorf("Predict allocates %v times", allocations)
	}
}

func TestScalingPassesOnWhatIsMissing(t *testing.T) {
	m := studyFit(t)
	gas := make([]float64, 3)
	m.Predict(gas, m.Last, []float64{math.NaN(), 0, 2})
	if !math.IsNaN(gas[0]) || gas[1] != 0 || !(gas[2] > 0) {
		t.Errorf("gas %v of NaN, 0 and 2 PiB", gas)
	}
	if got := new(model.Scaling).PredictDay(m.Last, 1); got != 0 {
		t.Errorf("the zero model predicts %v", got)
	}
	defer func() {
		if recover() != "model: predict with slices of different lengths" {
			t.Error("no panic for slices of different lengths")
		}
	}()
	m.Predict(gas, m.Last, gas[:2])
}

func TestScalingRange(t *testing.T) {
	m := studyFit(t)
	m.Validated.Days = 693
	for _, c := range []struct {
		deal float64
		want bool
	}{{0, true}, {5.9555683, true}, {5.95557, false}, {-0.1, false}, {math.NaN(), false}, {math.Inf(1), false}} {
		if got := m.InRange(c.deal); got != c.want {
			t.Errorf("InRange(%v) = %v", c.deal, got)
		}
	}
	if got := m.LastValidated(); got != day.Of(2025, 6, 24) {
		t.Errorf("validated to %s", got)
	}
}

func TestVersionOf(t *testing.T) {
	for _, c := range []struct {
		date day.Day
		want int
	}{
		{day.Of(2021, 1, 1), 15}, {day.Of(2022, 7, 6), 15}, {day.Of(2022, 7, 7), 16}, {day.Of(2022, 11, 30), 16},
		{day.Of(2022, 12, 1), 17},
		{day.Of(2024, 4, 24), 17}, {day.Of(2024, 4, 25), 22}, {day.Of(2024, 8, 7), 23}, {day.Of(2025, 4, 14), 23},
		{day.Of(2025, 4, 15), 25},
		{day.Of(2030, 1, 1), 25},
	} {
		if got := model.VersionOf(c.date).Number; got != c.want {
			t.Errorf("%s has version %d, want %d: the upgrade day counts as the old version's", c.date, got, c.want)
		}
	}
}

func BenchmarkScalingRun(b *testing.B) {
	m := studyFit(b)
	gas, deal := make([]float64, 1125), make([]float64, 1125)
	b.ReportAllocs()
	for b.Loop() {
		m.Predict(gas, m.Last-30, deal)
	}
}

func BenchmarkScalingBands(b *testing.B) {
	m := studyFit(b)
	var factors [3][]float64
	for k := range factors {
		factors[k] = make([]float64, 1125)
	}
	b.ReportAllocs()
	for b.Loop() {
		m.BandFactors(&factors, m.Last-30, 30)
	}
}
