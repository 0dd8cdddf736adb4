package evidence

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
)

func load(t *testing.T) *Evidence {
	t.Helper()
	e, err := Load(studyInputs(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestHistory: the series of the charts give the scores of the windows.
func TestHistory(t *testing.T) {
	e := load(t)
	for _, w := range e.Windows {
		var regime, scaling, gas []float64
		for i, d := range e.History.Days {
			if d >= w.First && d <= w.Last {
				regime, scaling, gas = append(regime, e.History.RegimeGgas[i]),
					append(scaling, e.History.ScalingGgas[i]), append(gas, e.History.GasGgas[i])
			}
		}
		for name, pair := range map[string][2]float64{
			"regime":  {model.NewScore(regime, gas).WAPE, w.Regime.WAPE},
			"scaling": {model.NewScore(scaling, gas).WAPE, w.Scaling.WAPE},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-9 {
				t.Errorf("%s %s: WAPE %v from the series, %v from the evidence", w.Name, name, pair[0], pair[1])
			}
		}
	}
}

// TestAgreement: 867 of 870, notes/gas-model.md, section 1.
func TestAgreement(t *testing.T) {
	if e := load(t); e.Agreement != 867 || e.TrainingDays != 870 {
		t.Errorf("%d of %d", e.Agreement, e.TrainingDays)
	}
}

func TestNetwork(t *testing.T) {
	for _, s := range load(t).Network {
		t.Logf("%s: WAPE %.4f, off by %+.4f on %s, %d values", s.Name, s.WAPE, s.End, s.Last, len(s.Simulated))
		if len(s.Simulated) != 771 || len(s.Realised) != 771 {
			t.Errorf("%s: %d and %d values, want 771 days to 2025-09-09", s.Name, len(s.Simulated), len(s.Realised))
		}
		if !(s.WAPE > 0 && s.WAPE < 1) {
			t.Errorf("%s: WAPE %v", s.Name, s.WAPE)
		}
	}
}
