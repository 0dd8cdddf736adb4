package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
)

// sameBits compares two series bit by bit, NaN equal to NaN.
func sameBits(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
}

// entry finds a date on the axis.
func entry(t *testing.T, r *sim.Result, date string) int {
	t.Helper()
	for e := range r.Days {
		if r.Date(e).String() == date {
			return e
		}
	}
	t.Fatalf("%s is not on the axis", date)
	return 0
}

// TestLogisticAdoption: zero before the start, then 1 % of the ceiling, 50 % halfway, 99 % at the
// end of the ramp, never above the ceiling.
func TestLogisticAdoption(t *testing.T) {
	result := run(t, `{"adoption": "logistic", "adoption_share": 0.8, "adoption_start": "2024-01-01",
		"adoption_days": 200}`)
	for i := range result.Runs {
		share := result.Runs[i].Adoption
		if len(share) != result.Days {
			t.Fatalf("%d values, want %d", len(share), result.Days)
		}
		start := entry(t, result, "2024-01-01")
		for _, c := range []struct {
			age  int
			want float64
		}{{0, 0.8 * 0.01}, {100, 0.8 * 0.5}, {200, 0.8 * 0.99}, {50, 0.8 / (1 + math.Sqrt(99))},
			{150, 0.8 / (1 + 1/math.Sqrt(99))}, {800, 0.8}} {
			if got := share[start+c.age]; !near(got, c.want, 1e-12) {
				t.Errorf("run %d: %v on day %d of the ramp, want %v", i, got, c.age, c.want)
			}
		}
		for e, got := range share {
			switch k := e - start; {
			case k < 0 && got != 0:
				t.Fatalf("run %d: %v before the start", i, got)
			case k > 0 && (got < share[e-1] || got > 0.8):
				t.Fatalf("run %d: %v after %v, ceiling 0.8", i, got, share[e-1])
			case k >= 0 && k <= 200 && !near(got+share[start+200-k], 0.8, 1e-12):
				t.Fatalf("run %d: the ramp is not symmetric at day %d", i, k)
			}
		}
	}
}

// TestLogisticAdoptionAtTheEdges: a ramp of a day, one long past, one not begun, one across 20 years.
func TestLogisticAdoptionAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		start, days string
		date        string
		want        float64
	}{
		{"2024-01-01", "1", "2023-12-31", 0},
		{"2024-01-01", "1", "2024-01-01", 0.01},
		{"2024-01-01", "1", "2024-01-02", 0.99},
		{"2020-10-15", "1", "2023-07-01", 1},
		{"2100-01-01", "1", "2026-07-29", 0},
		{"2023-07-01", "7300", "2023-07-01", 0.01},
		{"2023-07-01", "2", "2023-07-02", 0.5},
	} {
		result := run(t, `{"adoption": "logistic", "adoption_start": "`+c.start+`", "adoption_days": `+c.days+`}`)
		if got := result.Runs[0].Adoption[entry(t, result, c.date)]; !near(got, c.want, 1e-12) {
			t.Errorf("from %s over %s days: %v on %s, want %v", c.start, c.days, got, c.date, c.want)
		}
	}
}

// TestAdoptionOfGas: direct gas is gas * (1 - share * (1 - fraction)) whatever the model, and
// nothing but direct gas depends on adoption.
func TestAdoptionOfGas(t *testing.T) {
	for _, preset := range []string{"", "study"} {
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			base := `{"snapshot": "` + snapshot + `", "direct_gas_fraction": 0.2, `
			full := runPreset(t, preset, base+`"adoption": "full"}`)
			for _, c := range []struct {
				text  string
				share func(got float64) float64
			}{
				{`"adoption": "none"}`, func(float64) float64 { return 0 }},
				{`"adoption": "full", "adoption_share": 0.5}`, func(float64) float64 { return 1 }},
				{`"adoption": "constant", "adoption_share": 0.3}`, func(float64) float64 { return 0.3 }},
				{`"adoption": "constant", "adoption_share": 0}`, func(float64) float64 { return 0 }},
				{`"adoption": "constant", "adoption_share": 1, "adoption_start": "2100-01-01"}`,
					func(float64) float64 { return 1 }},
				{`"adoption": "logistic", "adoption_share": 0.9, "adoption_days": 100}`,
					func(got float64) float64 { return got }},
			} {
				result := runPreset(t, preset, base+c.text)
				for i := range result.Runs {
					r, status := &result.Runs[i], full.Runs[i].GasStatusQuoGgas
					if !sameBits(r.GasStatusQuoGgas, status) ||
						!sameBits(r.NetflowMeanFIL, full.Runs[i].NetflowMeanFIL) || r.DirectNetwork != r.Network {
						t.Errorf("%s, %s%s: the status quo differs", preset, base, c.text)
					}
					for e, gas := range status {
						share := c.share(r.Adoption[e])
						if r.Adoption[e] != share || !near(r.GasDirectGgas[e], gas*(1-share*0.8), 1e-12) ||
							!near(r.SavingFIL[e], result.Scenario.BaseFeeNanoFIL*gas*share*0.8, 1e-9) {
							t.Fatalf("%s, %s%s: entry %d has share %v and direct gas %v of %v", preset, base, c.text, e,
								r.Adoption[e], r.GasDirectGgas[e], gas)
						}
						if share == 0 && r.GasDirectGgas[e] != gas || share == 1 &&
							r.GasDirectGgas[e] != full.Runs[i].GasDirectGgas[e] {
							t.Fatalf("%s, %s%s: entry %d is not exact", preset, base, c.text, e)
						}
					}
				}
			}
		}
	}
}
