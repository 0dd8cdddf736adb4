package evidence

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// TestMaps: 300 negative cells, shared/reference/regime-model.json; none by construction.
func TestMaps(t *testing.T) {
	maps := load(t).Maps
	if maps[0].Model != assumption.RegimeModel || maps[0].Negative != 300 || maps[1].Model != assumption.ScalingModel ||
		maps[1].Negative != 0 {
		t.Errorf("negative cells: %d of %s, %d of %s", maps[0].Negative, maps[0].Model, maps[1].Negative, maps[1].Model)
	}
}

// TestMapIsNegativeOutsideTheHull: as the caption of the page's map says.
func TestMapIsNegativeOutsideTheHull(t *testing.T) {
	e := load(t)
	m := e.Maps[0]
	for i, row := range m.Gas {
		for j, gas := range row {
			if gas < 0 && e.Regime.InHull(m.DealPiB[i], m.Ratio[j]) {
				t.Errorf("%v Ggas at %v PiB a day and ratio %v, inside the hull", gas, m.DealPiB[i], m.Ratio[j])
			}
		}
	}
}

// TestGasMap: corners of the study's model by shared/reference/regime-model.json. The scaling model's gas follows no
// ratio.
func TestGasMap(t *testing.T) {
	in := studyInputs(t)
	over := [2]float64{1, 5}
	regime := newMap(assumption.RegimeModel, 50, over, over, func(deal, ratio float64) float64 {
		gas, _ := in.Regime.PredictDay(deal, ratio)
		return gas
	})
	if regime.Negative != 300 {
		t.Errorf("%d negative cells of the study's model, want 300", regime.Negative)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"corner (1, 5)", regime.Gas[0][49], -7534.334292101366},
		{"corner (5, 1)", regime.Gas[49][0], 24076.22440220431},
	} {
		if !(math.Abs(c.got-c.want) <= 1e-6*math.Abs(c.want)) {
			t.Errorf("%s = %.12g, want %.12g", c.name, c.got, c.want)
		}
	}
	m := newMap(assumption.ScalingModel, 50, over, over,
		func(deal, _ float64) float64 { return in.Scaling.PredictDay(in.Scaling.Last, deal) })
	if m.Negative != 0 || m.DealPiB[49] != 5 || m.Ratio[0] != 1 || m.Gas[49][0] != m.Gas[49][49] {
		t.Errorf("%d negative cells of the scaling model, corners %v and %v", m.Negative, m.Gas[49][0], m.Gas[49][49])
	}
}
