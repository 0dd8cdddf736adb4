package sim_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestRunValidates: a scenario made in Go meets the same checks as one in JSON.
func TestRunValidates(t *testing.T) {
	in := inputs(t, "2023-07-31")
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name   string
		change func(*sim.Scenario)
		parts  []string
	}{
		{"snapshot", func(s *sim.Scenario) { s.Snapshot = "2020-01-01" },
			[]string{"snapshot", `"2020-01-01"`, `"2023-07-31"`}},
		{"horizon", func(s *sim.Scenario) { s.HorizonDays = 0 }, []string{"horizon_days is 0", "1..7300"}},
		{"no rates", func(s *sim.Scenario) { s.FILPlusRates = nil },
			[]string{"fil_plus_rates has 0 entries", "1 to 5"}},
		{"six rates", func(s *sim.Scenario) { s.FILPlusRates = slices.Repeat([]mechafil.Path{{1}}, 6) },
			[]string{"fil_plus_rates has 6 entries", "1 to 5"}},
		{"empty rate", func(s *sim.Scenario) { s.FILPlusRates = []mechafil.Path{{0.5}, {}} },
			[]string{"fil_plus_rates[1] has 0 values", "0..1"}},
		{"NaN rate", func(s *sim.Scenario) { s.FILPlusRates[2] = mechafil.Path{nan} },
			[]string{"fil_plus_rates[2] is NaN", "0..1"}},
		{"NaN onboarding", func(s *sim.Scenario) { s.RawOnboardingPiB = mechafil.Path{nan} },
			[]string{"raw_onboarding_pib is NaN", "0..1000"}},
		{"infinite onboarding", func(s *sim.Scenario) { s.RawOnboardingPiB = mechafil.Path{inf} },
			[]string{"raw_onboarding_pib is +Inf", "0..1000"}},
		{"two gammas", func(s *sim.Scenario) { s.Gamma = mechafil.Path{1, 1} },
			[]string{"gamma has 2 values", "1095", "0..1"}},
		{"no lock target", func(s *sim.Scenario) { s.LockTarget = nil }, []string{"lock_target has 0 values", "0..1"}},
		{"weighting", func(s *sim.Scenario) { s.GammaWeighting = "" }, []string{"gamma_weighting", "harmonic"}},
		{"base", func(s *sim.Scenario) { s.PledgeBase = "locked" }, []string{"pledge_base", `"locked"`, "available"}},
		{"gas model", func(s *sim.Scenario) { s.GasModel = "" }, []string{"gas_model", `"scaling"`, `"regime"`}},
		{"messages", func(s *sim.Scenario) { s.Messages = "" }, []string{"messages", `"publish"`, `"onboarding"`}},
		{"adoption", func(s *sim.Scenario) { s.Adoption = "" }, []string{"adoption", `"none"`, `"logistic"`}},
		{"adoption share", func(s *sim.Scenario) { s.AdoptionShare = nan }, []string{"adoption_share is NaN", "0..1"}},
		{"adoption start", func(s *sim.Scenario) { s.AdoptionStart = 0 },
			[]string{"adoption_start is 1970-01-01", "2020-10-15..2100-01-01"}},
		{"adoption days", func(s *sim.Scenario) { s.AdoptionDays = -1 }, []string{"adoption_days is -1", "1..7300"}},
		{"rebound", func(s *sim.Scenario) { s.Rebound = inf }, []string{"rebound is +Inf", "0..1"}},
		{"rebound of NaN", func(s *sim.Scenario) { s.Rebound = nan }, []string{"rebound is NaN", "0..1"}},
		{"rebound without end", func(s *sim.Scenario) { s.Rebound, s.DirectGasFraction = 1, 0.001 },
			[]string{"rebound is 1", "direct_gas_fraction 0.001", "0.01"}},
		{"precommit", func(s *sim.Scenario) { s.DirectPreCommitFraction = nan },
			[]string{"direct_precommit_fraction is NaN", "0..1"}},
		{"prove", func(s *sim.Scenario) { s.DirectProveFraction = 1.5 },
			[]string{"direct_prove_fraction is 1.5", "0..1"}},
		{"prove without deals", func(s *sim.Scenario) { s.DirectProveFractionNoDeals = -inf },
			[]string{"direct_prove_fraction_no_deals is -Inf", "0..1"}},
		{"fraction", func(s *sim.Scenario) { s.DirectGasFraction = nan },
			[]string{"direct_gas_fraction is NaN", "0..1"}},
		{"negative fraction", func(s *sim.Scenario) { s.DirectGasFraction = -0.1 },
			[]string{"direct_gas_fraction is -0.1", "0..1"}},
		{"base fee", func(s *sim.Scenario) { s.BaseFeeNanoFIL = inf }, []string{"base_fee_nanofil is +Inf", "0..1000"}},
		{"smoothing", func(s *sim.Scenario) { s.SmoothingDays = 366 }, []string{"smoothing_days is 366", "1..365"}},
		{"the zero scenario", func(s *sim.Scenario) { *s = sim.Scenario{Snapshot: s.Snapshot} },
			[]string{"horizon_days", "fil_plus_rates", "smoothing_days", "gas_model", "messages", "adoption is",
				"adoption_start", "adoption_days"}},
	} {
		sc, err := sim.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		c.change(&sc)
		if _, err = sim.Run(in, sc); err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		mustName(t, err, c.parts...)
	}
}

// TestRunLeavesInputsAlone: a run changes neither its inputs nor its scenario, and a second run
// gives the same.
func TestRunLeavesInputsAlone(t *testing.T) {
	first, second := runDefault(t, "2025-09-09"), runDefault(t, "2025-09-09")
	in := inputs(t, "2025-09-09")
	sc, err := sim.DefaultOf(in, sim.FirstVersion)
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

// TestFields: what the fields say of themselves is what validation does.
func TestFields(t *testing.T) {
	in := inputs(t, "2023-07-31")
	for _, f := range sim.Assumptions() {
		if f.Unit == "" || f.Meaning == "" || f.Source == "" || f.Legal().String() == "" {
			t.Errorf("%s is not described", f.Name)
		}
		if found, err := sim.AssumptionNamed(f.Name); err != nil || found.Name != f.Name {
			t.Errorf("%s is not found: %v", f.Name, err)
		}
		switch f.Kind {
		case sim.Choice, sim.Date, sim.Switch:
			checkNames(t, in, f)
			continue
		}
		for _, c := range []struct {
			value float64
			legal bool
		}{{f.Range.Min, true}, {f.Range.Max, true}, {f.Range.Min - 1, false}, {f.Range.Max + 1, false}} {
			o := sim.Overrides{}
			if err := o.Set(f.Name, string(mustJSON(t, c.value))); err != nil {
				t.Fatal(err)
			}
			if _, err := o.Resolve(in); (err == nil) != c.legal {
				t.Errorf("%s = %v: %v", f.Name, c.value, err)
			}
		}
	}
}

// checkNames sets a field that takes no number to what it may be, and to what it may not.
func checkNames(t *testing.T, in *sim.Inputs, f *sim.Assumption) {
	t.Helper()
	legal, illegal := f.Choices, []string{"", "neither", "[]", "0", "null"}
	switch f.Kind {
	case sim.Date:
		legal, illegal = []string{"2020-10-15", "2024-02-29", "2100-01-01"},
			append(illegal, "2020-10-14", "2100-01-02", "2023-02-29", "2024-1-1", "true")
	case sim.Switch:
		legal, illegal = []string{"true", "false", " true "}, append(illegal, "TRUE", `"true"`, "1")
	}
	if f.Name == "snapshot" {
		legal = []string{in.Snapshot.Name}
	}
	for _, text := range legal {
		o := sim.Overrides{}
		if err := o.Set(f.Name, text); err != nil {
			t.Errorf("%s = %q: %v", f.Name, text, err)
			continue
		}
		sc, err := o.Resolve(in)
		if err != nil {
			t.Errorf("%s = %q: %v", f.Name, text, err)
		}
		if !sc.Has(f) {
			continue
		}
		var keys map[string]any
		if err := json.Unmarshal(mustJSON(t, sc), &keys); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(keys[f.Name]); got != strings.TrimSpace(text) {
			t.Errorf("%s = %q resolves to %s", f.Name, text, got)
		}
	}
	for _, text := range illegal {
		o := sim.Overrides{}
		err := o.Set(f.Name, text)
		if err == nil {
			_, err = o.Resolve(in)
		}
		mustName(t, err, f.Name+" is ")
	}
}
