package sim_test

import (
	"math"
	"testing"
)

// TestTrailingMeans recomputes means and ratios day by day, for the shortest, the default and the
// longest smoothing.
func TestTrailingMeans(t *testing.T) {
	for _, w := range []int{1, 2, 30, 365} {
		result := runPreset(t, "study",
			`{"horizon_days": 500, "base_fee_nanofil": 2.5, "direct_gas_fraction": 0.2, "smoothing_days": `+itoa(w)+`}`)
		for i := range result.Runs {
			r := &result.Runs[i]
			if want := result.Days - w; len(r.OutflowMeanFIL) != want || len(r.GasOverNetflow) != want ||
				len(r.DirectOverOutflow) != want {
				t.Fatalf("%d days: %d means, want %d", w, len(r.OutflowMeanFIL), want)
			}
			for _, e := range []int{w, w + 1, (w + result.Days) / 2, result.Days - 1} {
				outflow, inflow := 0.0, 0.0
				for d := e - w + 1; d <= e; d++ { // daily flows start at entry 1
					outflow += r.OutflowDailyFIL[d-1]
					inflow += r.InflowDailyFIL[d-1]
				}
				outflow, inflow = outflow/float64(w), inflow/float64(w)
				gas := 2.5 * r.GasStatusQuoGgas[e]
				for _, c := range []struct {
					name      string
					got, want float64
				}{
					{"outflow", r.OutflowMeanFIL[e-w], outflow},
					{"inflow", r.InflowMeanFIL[e-w], inflow},
					{"net flow", r.NetflowMeanFIL[e-w], inflow - outflow},
					{"gas / outflow", r.GasOverOutflow[e-w], gas / outflow},
					{"direct / outflow", r.DirectOverOutflow[e-w], 0.2 * gas / outflow},
					{"gas / net flow", r.GasOverNetflow[e-w], gas / (inflow - outflow)},
					{"direct / net flow", r.DirectOverNetflow[e-w], 0.2 * gas / (inflow - outflow)},
					{"gas / supply", r.GasOverCirculating[e], gas / r.Network.CirculatingFIL[e]},
					{"saving", r.SavingFIL[e], 0.8 * gas},
				} {
					// Flows are differences of sums near 1e9 FIL: their last digits are rounding.
					if !near(c.got, c.want, 1e-7) {
						t.Errorf("%d days, entry %d: %s is %v, want %v", w, e, c.name, c.got, c.want)
					}
				}
			}
		}
	}
}

// TestHorizonShorterThanSmoothing: nothing to take a mean of is no figure, not an error.
func TestHorizonShorterThanSmoothing(t *testing.T) {
	for _, c := range []struct{ horizon, smoothing, means int }{
		{1, 30, 1}, {1, 31, 0}, {1, 365, 0}, {2, 365, 0}, {334, 365, 0}, {335, 365, 0}, {336, 365, 1},
	} {
		result := run(t, `{"horizon_days": `+itoa(c.horizon)+`, "smoothing_days": `+itoa(c.smoothing)+`}`)
		r := &result.Runs[0]
		if len(r.OutflowMeanFIL) != c.means || len(r.GasOverNetflow) != c.means {
			t.Errorf("horizon %d, smoothing %d: %d means, want %d", c.horizon, c.smoothing, len(r.OutflowMeanFIL),
				c.means)
		}
		if c.means == 0 && !math.IsNaN(r.Summary.MonthGasOverNetflow) {
			t.Errorf("horizon %d, smoothing %d: the month's gas / net flow is %v", c.horizon, c.smoothing,
				r.Summary.MonthGasOverNetflow)
		}
	}
}

// TestOneDayHorizon: the forecast's last day is dropped (MechaFIL's own), so none is left to sum.
func TestOneDayHorizon(t *testing.T) {
	result := run(t, `{"horizon_days": 1}`)
	if result.Days != 31 {
		t.Fatalf("%d days", result.Days)
	}
	s := &result.Runs[0].Summary
	if s.ForecastDays != 0 || s.GasFIL != 0 || !math.IsNaN(s.GasFILPerDay) || !math.IsNaN(s.GasOverNetflow) ||
		!math.IsNaN(s.SavingOverCirculatingPerYear) {
		t.Errorf("summary of no forecast day: %+v", *s)
	}
	if got := s.Month.String(); got != "2023-07-01" {
		t.Errorf("the month read is %s", got)
	}
}

// TestFreeGas: no base fee, no burden; no saving where DirectFIL+ costs as much.
func TestFreeGas(t *testing.T) {
	free := run(t, `{"horizon_days": 60, "base_fee_nanofil": 0}`)
	equal := run(t, `{"horizon_days": 60, "direct_gas_fraction": 1}`)
	none := run(t, `{"horizon_days": 60, "direct_gas_fraction": 0}`)
	for e := range free.Days {
		if free.Runs[0].GasStatusQuoFIL[e] != 0 || free.Runs[0].GasStatusQuoGgas[e] == 0 {
			t.Fatalf("entry %d: %v FIL for %v Ggas", e, free.Runs[0].GasStatusQuoFIL[e],
				free.Runs[0].GasStatusQuoGgas[e])
		}
		if equal.Runs[0].SavingFIL[e] != 0 || none.Runs[0].GasDirectFIL[e] != 0 {
			t.Fatalf("entry %d saves %v, costs %v", e, equal.Runs[0].SavingFIL[e], none.Runs[0].GasDirectFIL[e])
		}
	}
}

// TestCumulativeGas: the sums start at zero on the snapshot's day.
func TestCumulativeGas(t *testing.T) {
	result := run(t, `{"horizon_days": 100, "fil_plus_rates": [0.5]}`)
	r, n := &result.Runs[0], result.HistoryDays
	daily := map[string][]float64{
		"cumulative_gas_fil": r.GasStatusQuoFIL, "cumulative_direct_fil": r.GasDirectFIL,
		"cumulative_saving_fil": r.SavingFIL,
	}
	for _, s := range r.Series() {
		if daily[s.Name] == nil {
			continue
		}
		if s.Offset != n || len(s.Values) != 100 {
			t.Errorf("%s has %d values from entry %d, want 100 from %d", s.Name, len(s.Values), s.Offset, n)
		}
		sum := 0.0
		for k, got := range s.Values {
			if k > 0 {
				sum += daily[s.Name][n+k]
			}
			if !near(got, sum, 1e-12) {
				t.Fatalf("%s[%d] = %v, want %v", s.Name, k, got, sum)
			}
		}
		delete(daily, s.Name)
	}
	for name := range daily {
		t.Errorf("no series %s", name)
	}
}

// TestDealPowerOfVectors: deal power is raw onboarding times the FIL+ rate of the same day, and
// in the history what QA onboarding says, whatever the multiplier of the forecast.
func TestDealPowerOfVectors(t *testing.T) {
	result := run(t, `{"horizon_days": 4, "fil_plus_rates": [[0.1, 0.2, 0.3, 0.4]], "raw_onboarding_pib": [1, 2, 3, 4],
		"fil_plus_multiplier": [2, 3, 4, 5]}`)
	r, n := &result.Runs[0], result.HistoryDays
	// network-daily.csv, 2023-07-31
	if got, want := r.DealOnboardedPiB[n], (48.632577-5.5555115)/9; !near(got, want, 1e-6) {
		t.Errorf("deal power %v on the snapshot's day, want %v", got, want)
	}
	for k, want := range []float64{0.1 * 1, 0.2 * 2, 0.3 * 3} { // the last forecast day is dropped
		if got := r.DealOnboardedPiB[n+1+k]; !near(got, want, 1e-15) {
			t.Errorf("deal power %v on forecast day %d, want %v", got, k, want)
		}
	}
	if len(r.DealOnboardedPiB) != n+4 {
		t.Errorf("%d days, want %d", len(r.DealOnboardedPiB), n+4)
	}
}

// TestSummaryWithoutSupply: days on which no supply circulates have no share of it, and do not
// take the year's mean away.
func TestSummaryWithoutSupply(t *testing.T) {
	result := run(t, `{"horizon_days": 900, "renewal_rate": 1, "qa_renewal_multiplier": 10, "sector_duration_days": 180,
		"lock_target": 1, "fil_plus_rates": [1]}`)
	r := &result.Runs[0]
	sum, days, without := 0.0, 0.0, 0
	for e := result.HistoryDays + 1; e < result.Days; e++ {
		if share := r.GasOverCirculating[e]; math.IsNaN(share) {
			without++
		} else {
			sum += share
			days++
		}
	}
	if without == 0 || days == 0 {
		t.Fatalf("%v days with and %d without supply: the scenario proves nothing", days, without)
	}
	if got, want := r.Summary.GasOverCirculatingPerYear, 365*sum/days; !near(got, want, 1e-12) {
		t.Errorf("%v of the supply a year, want %v", got, want)
	}
}

// TestMonthInFIL: the month's gas in FIL a day is the mean of its days, before and with DirectFIL+.
func TestMonthInFIL(t *testing.T) {
	for _, text := range []string{"{}", `{"version": 2}`, `{"horizon_days": 40, "snapshot": "2025-09-09"}`} {
		r := run(t, text)
		for i := range r.Runs {
			s := &r.Runs[i].Summary
			var gas, direct, n float64
			for e := range r.Days {
				if d := r.Date(e); d >= s.Month && d < s.Month.AddMonths(1) {
					gas, direct, n = gas+r.Runs[i].GasStatusQuoFIL[e], direct+r.Runs[i].GasDirectFIL[e], n+1
				}
			}
			if n < 10 || !near(s.MonthGasFIL, gas/n, 1e-12) || !near(s.MonthDirectFIL, direct/n, 1e-12) {
				t.Errorf("%s, run %d: %v and %v FIL a day, want %v and %v over %v days", text, i, s.MonthGasFIL,
					s.MonthDirectFIL, gas/n, direct/n, n)
			}
		}
	}
}
