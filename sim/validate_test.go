package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestRunValidates: a scenario made in Go meets the same checks as one in JSON.
func TestRunValidates(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name   string
		change func(*assumption.Scenario)
		parts  []string
	}{
		{"snapshot", func(s *assumption.Scenario) { s.Snapshot = "2020-01-01" },
			[]string{"snapshot", `"2020-01-01"`, `"2023-07-31"`}},
		{"horizon", func(s *assumption.Scenario) { s.HorizonDays = 0 }, []string{"horizon_days is 0", "1..7300"}},
		{"no rates", func(s *assumption.Scenario) { s.FILPlusRates = nil },
			[]string{"fil_plus_rates has 0 entries", "1 to 5"}},
		{"six rates", func(s *assumption.Scenario) { s.FILPlusRates = slices.Repeat([]mechafil.Path{{1}}, 6) },
			[]string{"fil_plus_rates has 6 entries", "1 to 5"}},
		{"empty rate", func(s *assumption.Scenario) { s.FILPlusRates = []mechafil.Path{{0.5}, {}} },
			[]string{"fil_plus_rates[1] has 0 values", "0..1"}},
		{"NaN rate", func(s *assumption.Scenario) { s.FILPlusRates[2] = mechafil.Path{nan} },
			[]string{"fil_plus_rates[2] is NaN", "0..1"}},
		{"NaN onboarding", func(s *assumption.Scenario) { s.RawOnboardingPiB = mechafil.Path{nan} },
			[]string{"raw_onboarding_pib is NaN", "0..1000"}},
		{"infinite onboarding", func(s *assumption.Scenario) { s.RawOnboardingPiB = mechafil.Path{inf} },
			[]string{"raw_onboarding_pib is +Inf", "0..1000"}},
		{"two gammas", func(s *assumption.Scenario) { s.Gamma = mechafil.Path{1, 1} },
			[]string{"gamma has 2 values", "1095", "0..1"}},
		{"no lock target", func(s *assumption.Scenario) { s.LockTarget = nil },
			[]string{"lock_target has 0 values", "0..1"}},
		{"weighting", func(s *assumption.Scenario) { s.GammaWeighting = "" }, []string{"gamma_weighting", "harmonic"}},
		{"base", func(s *assumption.Scenario) { s.PledgeBase = "locked" },
			[]string{"pledge_base", `"locked"`, "available"}},
		{"gas model", func(s *assumption.Scenario) { s.GasModel = "" }, []string{"gas_model", `"scaling"`, `"regime"`}},
		{"messages", func(s *assumption.Scenario) { s.Messages = "" },
			[]string{"messages", `"publish"`, `"onboarding"`}},
		{"adoption", func(s *assumption.Scenario) { s.Adoption = "" }, []string{"adoption", `"none"`, `"logistic"`}},
		{"adoption share", func(s *assumption.Scenario) { s.AdoptionShare = nan },
			[]string{"adoption_share is NaN", "0..1"}},
		{"adoption start", func(s *assumption.Scenario) { s.AdoptionStart = 0 },
			[]string{"adoption_start is 1970-01-01", "2020-10-15..2100-01-01"}},
		{"adoption days", func(s *assumption.Scenario) { s.AdoptionDays = -1 },
			[]string{"adoption_days is -1", "1..7300"}},
		{"rebound", func(s *assumption.Scenario) { s.Rebound = inf }, []string{"rebound is +Inf", "0..1"}},
		{"rebound of NaN", func(s *assumption.Scenario) { s.Rebound = nan }, []string{"rebound is NaN", "0..1"}},
		{"rebound without end", func(s *assumption.Scenario) { s.Rebound, s.DirectGasFraction = 1, 0.001 },
			[]string{"rebound is 1", "direct_gas_fraction 0.001", "0.01"}},
		{"precommit", func(s *assumption.Scenario) { s.DirectPreCommitFraction = nan },
			[]string{"direct_precommit_fraction is NaN", "0..1"}},
		{"prove", func(s *assumption.Scenario) { s.DirectProveFraction = 1.5 },
			[]string{"direct_prove_fraction is 1.5", "0..1"}},
		{"prove without deals", func(s *assumption.Scenario) { s.DirectProveFractionNoDeals = -inf },
			[]string{"direct_prove_fraction_no_deals is -Inf", "0..1"}},
		{"fraction", func(s *assumption.Scenario) { s.DirectGasFraction = nan },
			[]string{"direct_gas_fraction is NaN", "0..1"}},
		{"negative fraction", func(s *assumption.Scenario) { s.DirectGasFraction = -0.1 },
			[]string{"direct_gas_fraction is -0.1", "0..1"}},
		{"base fee", func(s *assumption.Scenario) { s.BaseFeeNanoFIL = inf },
			[]string{"base_fee_nanofil is +Inf", "0..1000"}},
		{"smoothing", func(s *assumption.Scenario) { s.SmoothingDays = 366 },
			[]string{"smoothing_days is 366", "1..365"}},
		{"the zero scenario", func(s *assumption.Scenario) { *s = assumption.Scenario{Snapshot: s.Snapshot} },
			[]string{"horizon_days", "fil_plus_rates", "smoothing_days", "gas_model", "messages", "adoption is",
				"adoption_start", "adoption_days"}},
	} {
		sc, err := assumption.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		c.change(&sc)
		if _, err = sim.Run(in, sc); err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		simtest.WantNamed(t, err, c.parts...)
	}
}

// TestRunLeavesInputsAlone: a run changes neither its inputs nor its scenario, and a second run
// gives the same.
func TestRunLeavesInputsAlone(t *testing.T) {
	first, second := runDefault(t, "2025-09-09"), runDefault(t, "2025-09-09")
	in := simtest.Inputs(t, "2025-09-09")
	sc, err := assumption.DefaultOf(in, assumption.FirstVersion)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := first.AppendJSON(nil)
	third, err := sim.Run(in, sc)
	if err != nil {
		t.Fatal(err)
	}
	if third, err = sim.Run(in, sc); err != nil {
		t.Fatal(err)
	}
	for _, r := range []*sim.Result{second, third} {
		after, _ := r.AppendJSON(nil)
		if string(after) != string(before) {
			t.Error("the same scenario gives another result")
		}
	}
}
