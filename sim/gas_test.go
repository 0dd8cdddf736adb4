package sim_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestScalingModel: gas is deal power times the level, from the notes' test points (section 2):
// deal power 4 PiB, c0 up to the end of the sample.
func TestScalingModel(t *testing.T) {
	result := run(t, `{"raw_onboarding_pib": 8, "fil_plus_rates": [0.5, 0, 1]}`)
	for _, c := range []struct {
		date string
		want float64
	}{
		{"2023-08-01", 4 * 4119.691976}, {"2023-08-02", 16471.91252}, {"2023-08-31", 16304.84330},
		{"2023-09-30", 16182.96911},
		// flat by then
		{"2024-04-24", 4 * 9949.276963 / 2.5}, {"2025-06-24", 15892.67201}, {"2026-07-29", 4 * 23705.28711 / 5.9664154},
	} {
		e := entry(t, result, c.date)
		for i, times := range []float64{1, 0, 2} {
			r := &result.Runs[i]
			if got := r.GasPublishGgas[e]; !near(got, times*c.want, 1e-8) || got != r.GasStatusQuoGgas[e] ||
				!math.IsNaN(r.Regime[e]) {
				t.Errorf("%s, run %d: %v Ggas of publishing, %v in all, regime %v, want %v", c.date, i, got,
					r.GasStatusQuoGgas[e], r.Regime[e], times*c.want)
			}
		}
	}
	// History too lies within the sample: no step at the snapshot's day.
	for e := range result.HistoryDays + 1 {
		if r := &result.Runs[0]; !near(r.GasPublishGgas[e], 4119.691976*r.DealOnboardedPiB[e], 1e-8) {
			t.Errorf("entry %d: %v Ggas for %v PiB", e, r.GasPublishGgas[e], r.DealOnboardedPiB[e])
		}
	}
}

// TestOnboardingMessages adds PreCommit and ProveCommit by hand. Levels: notes, section 4, for the
// study; gas-models.json for the latest snapshot. Fractions: FIP-0076's table.
func TestOnboardingMessages(t *testing.T) {
	for _, c := range []struct {
		snapshot, date          string
		preCommit, prove, level float64 // Ggas per PiB
	}{
		{"2023-07-31", "2023-08-31", 1018.323695, 1847.739426, 16304.84330 / 4},
		{"2025-09-09", "2025-09-10", 581.2251914601417, 4910.064650642671,
			3973.12 * math.Exp(math.Log(3822.3452992882962/3973.12)*math.Exp2(-78.0/60))},
	} {
		for _, adoption := range []float64{0, 0.25, 1} {
			result := run(t, `{"snapshot": "`+c.snapshot+`", "messages": "onboarding", "raw_onboarding_pib": 5,
				"fil_plus_rates": [0.4, 0, 1],
				"horizon_days": 60, "base_fee_nanofil": 2, "adoption": "constant",
					"adoption_share": `+string(simtest.JSON(t, adoption))+`}`)
			e := entry(t, result, c.date)
			for i, rate := range []float64{0.4, 0, 1} {
				r := &result.Runs[i]
				publish := 5 * rate * c.level
				status := publish + 5*c.preCommit + 5*c.prove
				direct := publish*0.148 + 5*c.preCommit*0.89 + 5*c.prove*(rate*0.63+(1-rate)*0.25)
				direct = (1-adoption)*status + adoption*direct
				for _, v := range []struct {
					name      string
					got, want float64
				}{
					{"publish", r.GasPublishGgas[e], publish},
					{"status quo", r.GasStatusQuoGgas[e], status},
					{"direct", r.GasDirectGgas[e], direct},
					{"status quo in FIL", r.GasStatusQuoFIL[e], 2 * status},
					{"saving", r.SavingFIL[e], 2 * (status - direct)},
				} {
					if !near(v.got, v.want, 1e-8) {
						t.Errorf("%s, rate %v, adoption %v: %s is %v, want %v", c.snapshot, rate, adoption, v.name,
							v.got, v.want)
					}
				}
			}
		}
	}
}

// TestOnboardingMessagesOfOwnFractions: each fraction acts on its own message, and on no other.
func TestOnboardingMessagesOfOwnFractions(t *testing.T) {
	const zero = `"direct_gas_fraction": 0, "direct_precommit_fraction": 0, "direct_prove_fraction": 0,
		"direct_prove_fraction_no_deals": 0`
	in := simtest.Inputs(t, "2023-07-31")
	for _, c := range []struct {
		field string
		want  func(r *sim.RateRun, e int) float64
	}{
		{"direct_gas_fraction", func(r *sim.RateRun, e int) float64 { return r.GasPublishGgas[e] }},
		{"direct_precommit_fraction", func(*sim.RateRun, int) float64 { return 5 * in.Onboarding.PreCommitGgasPerPiB }},
		{"direct_prove_fraction", func(*sim.RateRun, int) float64 { return 2 * in.Onboarding.ProveCommitGgasPerPiB }},
		{"direct_prove_fraction_no_deals",
			func(*sim.RateRun, int) float64 { return 3 * in.Onboarding.ProveCommitGgasPerPiB }},
	} {
		for _, preset := range []string{"", "study"} {
			in, sc := simtest.ResolvePreset(t, preset,
				`{"messages": "onboarding", "raw_onboarding_pib": 5, "fil_plus_rates": [0.4], "horizon_days": 60, `+
					zero+`}`)
			for _, f := range []struct {
				name string
				at   *float64
			}{
				{"direct_gas_fraction", &sc.DirectGasFraction},
				{"direct_precommit_fraction", &sc.DirectPreCommitFraction},
				{"direct_prove_fraction", &sc.DirectProveFraction},
				{"direct_prove_fraction_no_deals", &sc.DirectProveFractionNoDeals},
			} {
				if f.name == c.field {
					*f.at = 0.5
				}
			}
			result := mustSimulate(t, in, sc)
			r := &result.Runs[0]
			for _, e := range []int{result.HistoryDays + 1, result.Days - 1} {
				if want := 0.5 * c.want(r, e); !near(r.GasDirectGgas[e], want, 1e-12) || want == 0 {
					t.Errorf("%s, %s alone: %v Ggas at %d, want %v", preset, c.field, r.GasDirectGgas[e], e, want)
				}
			}
		}
	}
}

// TestOnboardingMessagesOfHistory: past days carry the deals that QA onboarding shows.
func TestOnboardingMessagesOfHistory(t *testing.T) {
	result := run(t, `{"messages": "onboarding", "horizon_days": 10, "fil_plus_rates": [0]}`)
	in, r := simtest.Inputs(t, "2023-07-31"), &result.Runs[0]
	for e := range result.HistoryDays + 1 {
		raw, qa := in.Snapshot.OnboardedRawPiB[e], in.Snapshot.OnboardedQAPiB[e]
		deals := (qa - raw) / 9
		pre, prove := raw*in.Onboarding.PreCommitGgasPerPiB, in.Onboarding.ProveCommitGgasPerPiB
		want := deals*4119.691976*0.148 + pre*0.89 + prove*(deals*0.63+(raw-deals)*0.25)
		if deals <= 0 || !near(r.GasDirectGgas[e], want, 1e-8) {
			t.Errorf("entry %d: %v Ggas for %v PiB of deals in %v, want %v", e, r.GasDirectGgas[e], deals, raw, want)
		}
	}
}

// TestBaseFeeScales: gas in FIL, and with it every burden, is proportional to the base fee.
func TestBaseFeeScales(t *testing.T) {
	one, two := run(t, `{"base_fee_nanofil": 1}`), run(t, `{"base_fee_nanofil": 2}`)
	for i := range one.Runs {
		a, b := &one.Runs[i], &two.Runs[i]
		for e := range a.GasOverNetflow {
			if b.GasOverNetflow[e] != 2*a.GasOverNetflow[e] || b.DirectOverOutflow[e] != 2*a.DirectOverOutflow[e] {
				t.Fatalf("run %d, entry %d: %v is not twice %v", i, e, b.GasOverNetflow[e], a.GasOverNetflow[e])
			}
		}
		if !sameBits(a.GasStatusQuoGgas, b.GasStatusQuoGgas) || !sameBits(a.NetflowMeanFIL, b.NetflowMeanFIL) {
			t.Errorf("run %d: gas units or flows depend on the base fee", i)
		}
	}
}
