package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
)

// TestRealisedByHand recomputes 2023-07-31 from the cells of assets/data/network-daily.csv, its
// row and that of 2023-07-01.
func TestRealisedByHand(t *testing.T) {
	in := inputs(t, "2023-07-31")
	result := run(t, `{"horizon_days": 10, "base_fee_nanofil": 2}`)
	r := sim.NewRealised(in.Daily, result)
	const (
		day     = 30 // entry of 2023-07-31
		gas     = 17149.9238
		outflow = (38278309.80 + 163300000 - 37926878.68 - 156340000) / 30
		inflow  = (374660000.0 + 297340000 - 366620000 - 291650000) / 30
	)
	for _, c := range []struct {
		name string
		got  []float64
		want float64
	}{
		{"deal power", r.DealOnboardedPiB, (48.632577 - 5.5555115) / 9},
		{"ratio", r.QARawRatio, 22.876534 / 11.250829},
		{"gas", r.GasGgas, gas},
		{"gas in FIL", r.GasFIL, 2 * gas},
		{"outflow", r.OutflowMeanFIL, outflow},
		{"gas / outflow", r.GasOverOutflow, 2 * gas / outflow},
		{"gas / net flow", r.GasOverNetflow, 2 * gas / (inflow - outflow)},
		{"gas / supply", r.GasOverCirculating, 2 * gas / 487480000},
	} {
		if len(c.got) != result.Days {
			t.Errorf("%s has %d values, want %d", c.name, len(c.got), result.Days)
		}
		if !near(c.got[day], c.want, 1e-12) {
			t.Errorf("%s is %v, want %v", c.name, c.got[day], c.want)
		}
	}
}

// TestRealisedEndsWithTheFigures: the table has supply to 2025-05-26, gas to 2025-06-24 and power to
// 2025-09-09; what lies after is undefined.
func TestRealisedEndsWithTheFigures(t *testing.T) {
	in := inputs(t, "2025-09-09")
	result := run(t, `{"snapshot": "2025-09-09", "horizon_days": 30, "smoothing_days": 1}`)
	r := sim.NewRealised(in.Daily, result)
	last := func(values []float64) string {
		for e := len(values) - 1; e >= 0; e-- {
			if !math.IsNaN(values[e]) {
				return result.Date(e).String()
			}
		}
		return "never"
	}
	for _, c := range []struct {
		name   string
		values []float64
		want   string
	}{
		{"gas", r.GasGgas, "2025-06-24"}, {"gas in FIL", r.GasFIL, "2025-06-24"}, {"gas / supply", r.GasOverCirculating, "2025-05-26"},
		{"ratio", r.QARawRatio, "2025-09-09"}, {"outflow", r.OutflowMeanFIL, "2025-05-26"},
	} {
		if got := last(c.values); got != c.want {
			t.Errorf("%s ends %s, want %s", c.name, got, c.want)
		}
	}
	for _, values := range [][]float64{r.GasOverOutflow, r.GasOverNetflow, r.GasOverCirculating} {
		if i := slices.IndexFunc(values, func(v float64) bool { return math.IsInf(v, 0) }); i >= 0 {
			t.Errorf("infinite at %d", i)
		}
	}
}

// TestRealisedWithoutColumns: a table that lacks columns, or starts later, leaves gaps.
func TestRealisedWithoutColumns(t *testing.T) {
	in := inputs(t, "2023-07-31")
	daily := *in.Daily
	daily.BurntFIL, daily.GasPublishStorageDeals = nil, nil
	daily.First += 1000 // entry 0 now lies before the first row
	result := run(t, `{"horizon_days": 100}`)
	r := sim.NewRealised(&daily, result)
	for _, values := range [][]float64{r.GasGgas, r.OutflowMeanFIL, r.GasOverNetflow} {
		if i := slices.IndexFunc(values, func(v float64) bool { return !math.IsNaN(v) }); i >= 0 {
			t.Errorf("%v at %d, from nothing", values[i], i)
		}
	}
	if !math.IsNaN(r.QARawRatio[0]) || math.IsNaN(r.QARawRatio[60]) {
		t.Errorf("ratio %v before the table, %v within", r.QARawRatio[0], r.QARawRatio[60])
	}
}

// TestRealisedMeetsHistory: where the snapshot's history is published, it and the table agree.
func TestRealisedMeetsHistory(t *testing.T) {
	const rel = 1e-5 // the snapshots carry more digits than the table
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		result := runDefault(t, name)
		r := sim.NewRealised(inputs(t, name).Daily, result)
		for e := range result.HistoryDays + 1 {
			if got, want := result.Runs[0].QARawRatio[e], r.QARawRatio[e]; !near(got, want, rel) {
				t.Errorf("%s, entry %d: ratio %v in the run, %v in the table", name, e, got, want)
			}
			if got, want := result.Runs[0].DealOnboardedPiB[e], r.DealOnboardedPiB[e]; math.Abs(got-want) > 1e-5 {
				t.Errorf("%s, entry %d: deal power %v in the run, %v in the table", name, e, got, want)
			}
		}
	}
}
