package assumption_test

import (
	"bytes"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestCopyFields: a scenario that takes all fields of another is the other, and one that takes a single one
// differs in that alone.
func TestCopyFields(t *testing.T) {
	_, a := simtest.Resolve(t, "{}")
	_, b := simtest.Resolve(t, `{"snapshot": "2025-09-09", "horizon_days": 20, "fil_plus_rates": [0.1, 0.2],
		"raw_onboarding_pib": 3, "renewal_rate": 0.5,
		"sector_duration_days": 300, "lock_target": 0.2, "fil_plus_multiplier": 5, "qa_renewal_multiplier": 2,
			"gamma": 0.5, "gamma_weighting": "harmonic",
		"pledge_base": "available", "gas_model": "regime", "messages": "onboarding", "base_fee_nanofil": 2,
			"direct_gas_fraction": 0.5,
		"direct_precommit_fraction": 0.4, "direct_prove_fraction": 0.3, "direct_prove_fraction_no_deals": 0.2,
			"adoption": "logistic",
		"adoption_share": 0.9, "adoption_start": "2025-10-01", "adoption_days": 20, "rebound": 0.5,
			"burn_feedback": true, "smoothing_days": 7,
		"priced_level_nanofil": 1, "knee_tgas": 40, "knee_width_tgas": 1, "premium_nanofil": 0.001,
			"premium_spread_tgas": 1,
		"gas_limit_ratio": 1.5, "tip_nanofil": 0.001, "onboard_tgas_per_pib": 1, "window_tgas_per_eib": 1,
			"other_tgas": 1, "start": "chain", "extension_days": 90, "leaving_rate": 0.001, "baseline_eib": 30,
		"burn": "path", "paying_share": 0.4, "other_burn_fil": 7, "solstice": "2027-01-02", "solstice_gates": 3,
			"solstice_opt_in": 0.2, "pledge_reward": "consensus_reward", "version": 2, "price": "fixed",
		"daily_inputs": "realised", "gamma_weighting_by_day": 2}`)
	b.Price = assumption.BlockSpacePrice // which may not stand beside the regime model
	all := a
	all.HorizonDays = b.HorizonDays
	for _, f := range assumption.Rows() {
		one := a
		f.Copy(&one, &b)
		for _, other := range assumption.Rows() {
			got, err := other.Value(&one)
			if err != nil {
				t.Fatal(err)
			}
			from := &a
			if other.Name == f.Name {
				from = &b
			}
			want, err := other.Value(from)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s copied: %s is %.60s, want %.60s", f.Name, other.Name, got, want)
			}
			if mine, _ := f.Value(&a); other.Name == f.Name && bytes.Equal(got, mine) {
				t.Errorf("%s does not differ: the test would not notice", f.Name)
			}
		}
		f.Copy(&all, &b)
	}
	if got, want := simtest.JSON(t, all), simtest.JSON(t, b); !bytes.Equal(got, want) {
		t.Errorf("all fields copied: %s, want %s", got, want)
	}
}

// TestCopyFitsVectors: a vector of another horizon is cut, or goes on with its last value.
func TestCopyFitsVectors(t *testing.T) {
	_, a := simtest.Resolve(t,
		`{"horizon_days": 3, "lock_target": [0.1, 0.2, 0.3], "fil_plus_rates": [[0.5, 0.6, 0.7], 1]}`)
	for _, c := range []struct {
		horizon             string
		lockTarget, filPlus string
	}{
		{"2", "[0.1,0.2]", "[[0.5,0.6],1]"},
		{"3", "[0.1,0.2,0.3]", "[[0.5,0.6,0.7],1]"},
		{"5", "[0.1,0.2,0.3,0.3,0.3]", "[[0.5,0.6,0.7,0.7,0.7],1]"},
	} {
		_, to := simtest.Resolve(t, `{"horizon_days": `+c.horizon+`}`)
		for name, want := range map[string]string{"lock_target": c.lockTarget, "fil_plus_rates": c.filPlus} {
			f, err := assumption.Named(name)
			if err != nil {
				t.Fatal(err)
			}
			f.Copy(&to, &a)
			if got, err := f.Value(&to); err != nil || string(got) != want {
				t.Errorf("horizon %s: %s is %s (%v), want %s", c.horizon, name, got, err, want)
			}
		}
		if err := to.Validate(); err != nil {
			t.Error(err)
		}
	}
	if got, _ := a.LockTarget.Scalar(); got != 0.1 || len(a.LockTarget) != 3 {
		t.Error("the source has changed")
	}
}
