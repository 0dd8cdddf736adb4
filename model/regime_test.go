package model

import (
	"math"
	"testing"
)

// study holds the published coefficients of regime-model.json to ten digits or so; the exact fit
// is tested in package fit.
func study() *Regime {
	return &Regime{
		Logistic: Plane{1.3992635800908222, 6.243873955178565, -11.270682192608016},
		Linear: [2]Plane{
			{1301.3900822149249, 8783.14970503524, -8874.887921969563},
			{3957.2273091404186, -3945.4123644359997, 8235.500220938215},
		},
		Sample: SampleFacts{DealPiB: [2]float64{0, 6}, Ratio: [2]float64{1, 2}},
		Hull:   [][2]float64{{0, 1}, {6, 1.5}, {6, 2}, {1, 1.5}},
	}
}

func TestPredictDay(t *testing.T) {
	for _, c := range []struct {
		name                     string
		deal, ratio, gas, regime float64
		tolerance                float64
	}{
		// Source: grid corners of reference regime-model.json.
		{"corner 1,1", 1, 1, 1209.6518652806008, 0, 1e-9},
		{"corner 1,5: negative, kept", 1, 5, -7534.334292101366, 1, 1e-9},
		{"corner 5,1", 5, 1, 24076.22440220431, 1, 1e-9},
		{"corner 5,5", 5, 5, 8294.57494446031, 1, 1e-9},
		// Source: notes on the model, low plane at the origin of the data.
		{"no deals, ratio 1: negative, kept", 0, 1, -91.738216934323, 0, 1e-9},
	} {
		gas, regime := study().PredictDay(c.deal, c.ratio)
		if math.Abs(gas-c.gas) > c.tolerance*math.Abs(c.gas) || regime != c.regime {
			t.Errorf("%s: gas %.12g regime %v, want %.12g and %v", c.name, gas, regime, c.gas, c.regime)
		}
	}
}

func TestPredictDecisionAtZeroIsLow(t *testing.T) {
	m := &Regime{Logistic: Plane{1, 0, -1}, Linear: [2]Plane{{Intercept: 10}, {Intercept: 20}}}
	for _, c := range []struct{ deal, gas, regime float64 }{{1, 10, 0}, {math.Nextafter(1, 2), 20, 1}} {
		if gas, regime := m.PredictDay(c.deal, 1); gas != c.gas || regime != c.regime {
			t.Errorf("deal %v: gas %v regime %v, want %v and %v", c.deal, gas, regime, c.gas, c.regime)
		}
	}
}

func TestPredictIsPredictDay(t *testing.T) {
	nan := math.NaN()
	deal := []float64{0, 1, 5, nan, 1, nan, math.Inf(1)}
	ratio := []float64{1, 5, 5, 2, nan, nan, math.Inf(-1)}
	gas, regime := make([]float64, len(deal)), make([]float64, len(deal))
	m := study()
	m.Predict(gas, regime, deal, ratio)
	for i := range deal {
		g, r := m.PredictDay(deal[i], ratio[i])
		if math.Float64bits(g) != math.Float64bits(gas[i]) || math.Float64bits(r) != math.Float64bits(regime[i]) {
			t.Errorf("row %d: %v, %v alone and %v, %v in a slice", i, g, r, gas[i], regime[i])
		}
		if want := math.IsNaN(deal[i]) || math.IsNaN(ratio[i]) || math.IsInf(deal[i], 0); math.IsNaN(g) != want ||
			math.IsNaN(r) != want {
			t.Errorf("row %d: deal %v, ratio %v gave gas %v, regime %v", i, deal[i], ratio[i], g, r)
		}
	}
	if allocations := testing.AllocsPerRun(10, func() { m.Predict(gas, regime, deal, ratio) }); allocations != 0 {
		t.Errorf("Predict allocates %v times", allocations)
	}
}

func TestPredictLengths(t *testing.T) {
	for short := range 4 {
		slices := [4][]float64{}
		for i := range slices {
			slices[i] = make([]float64, 3)
		}
		slices[short] = slices[short][:2]
		func() {
			defer func() {
				if recover() != "model: predict with slices of different lengths" {
					t.Errorf("no panic with slice %d too short", short)
				}
			}()
			study().Predict(slices[0], slices[1], slices[2], slices[3])
		}()
	}
}

func TestInHull(t *testing.T) {
	m := study()
	for _, c := range []struct {
		name        string
		deal, ratio float64
		want        bool
	}{
		{"inside", 3, 1.5, true},
		{"corner", 6, 2, true},
		{"first corner", 0, 1, true},
		{"on an edge", 6, 1.75, true},
		{"a corner, rounded elsewhere", 6 + 4e-7, 2 + 4e-7, true},
		{"just outside a corner", 6 + 1e-5, 2, false},
		{"in the box, below the hull", 5, 1.1, false},
		{"in the box, above the hull", 0.5, 1.9, false},
		{"ratio too high", 3, 2.01, false},
		{"deal power too high", 6.01, 1.8, false},
		{"NaN deal power", math.NaN(), 1.5, false},
		{"NaN ratio", 3, math.NaN(), false},
		{"infinite ratio", 3, math.Inf(1), false},
	} {
		if got := m.InHull(c.deal, c.ratio); got != c.want {
			t.Errorf("%s: InHull(%v, %v) = %v", c.name, c.deal, c.ratio, got)
		}
	}
	if new(Regime).InHull(0, 0) {
		t.Error("the zero model has a hull")
	}
	if allocations := testing.AllocsPerRun(10, func() { m.InHull(3, 1.5) }); allocations != 0 {
		t.Errorf("InHull allocates %v times", allocations)
	}
}

func BenchmarkPredict(b *testing.B) {
	const days = 1125
	deal, ratio := make([]float64, days), make([]float64, days)
	for i := range deal {
		deal[i], ratio[i] = 3, 1+float64(i)/300
	}
	gas, regime := make([]float64, days), make([]float64, days)
	m := study()
	b.ReportAllocs()
	for b.Loop() {
		m.Predict(gas, regime, deal, ratio)
	}
}
