package sim_test

import (
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestPresets: each has a name, a meaning, and a scenario on every snapshot that runs.
func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range assumption.Presets() {
		if p.Name == "" || p.Meaning == "" || seen[p.Name] || p.Overrides == nil {
			t.Errorf("preset %+v", p)
		}
		seen[p.Name] = true
		if found, err := assumption.PresetNamed(p.Name); err != nil || found.Meaning != p.Meaning {
			t.Errorf("%s is not found: %v", p.Name, err)
		}
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			in := simtest.Inputs(t, snapshot)
			sc, err := p.Overrides.Resolve(in)
			if err != nil {
				t.Errorf("%s on %s: %v", p.Name, snapshot, err)
				continue
			}
			sc.HorizonDays, sc.Gamma = 60, []float64{1}
			if sc.DailyInputs == assumption.RealisedInputs {
				sc.RawOnboardingPiB, sc.RenewalRate = sc.RawOnboardingPiB[:60], sc.RenewalRate[:60]
				sc.FILPlusRates = []mechafil.Path{sc.FILPlusRates[0][:60]}
			}
			mustRun(t, in, sc)
			// Nothing but what the preset is about differs from the default of its version.
			want, err := assumption.DefaultOf(in, p.Overrides.Version())
			if err != nil {
				t.Fatal(err)
			}
			changed := 0
			for _, f := range assumption.Rows() {
				if _, ok := p.Overrides[f.Name]; ok {
					changed++
				}
			}
			for key := range p.Overrides {
				if _, err := assumption.Named(key); err != nil {
					t.Errorf("%s: %v", p.Name, err)
				}
			}
			if changed != len(p.Overrides) {
				t.Errorf("%s sets %d fields, %d are known", p.Name, len(p.Overrides), changed)
			}
			got := sc
			got.HorizonDays, got.Gamma = want.HorizonDays, want.Gamma
			got.GasModel, got.BaseFeeNanoFIL, got.DirectGasFraction = want.GasModel, want.BaseFeeNanoFIL,
				want.DirectGasFraction
			got.Solstice = want.Solstice
			if got.DailyInputs == assumption.RealisedInputs {
				got.DailyInputs, got.FILPlusRates = want.DailyInputs, want.FILPlusRates
				got.RawOnboardingPiB, got.RenewalRate = want.RawOnboardingPiB, want.RenewalRate
			}
			got.Rebound, got.BurnFeedback = want.Rebound, want.BurnFeedback
			got.Adoption, got.AdoptionShare, got.AdoptionStart, got.AdoptionDays = want.Adoption, want.AdoptionShare,
				want.AdoptionStart, want.AdoptionDays
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s on %s: %+v", p.Name, snapshot, sc)
			}
		}
	}
	if p, err := assumption.PresetNamed("default"); err != nil || !reflect.DeepEqual(p, assumption.DefaultPreset()) ||
		p.Name != "stayed" || p.Snapshot != assumption.April2026 {
		t.Errorf("the default is %+v, %v", p, err)
	}
	_, err := assumption.PresetNamed("Study")
	simtest.WantNamed(t, err, `preset is "Study"`,
		"stayed, study, solstice, happened, study-scaling, as-adopted, saved-unused, refilled-in-part, refilled, today, "+
			"today-full, as-measured")
}

// TestStudyPreset is the scenario that TestStudy compares with the reference.
func TestStudyPreset(t *testing.T) {
	_, got := simtest.ResolvePreset(t, "study", "{}")
	if want := runStudy(t).Scenario; !reflect.DeepEqual(got, want) {
		t.Errorf("the preset is %+v\nwant         %+v", got, want)
	}
	_, latest := simtest.ResolvePreset(t, "study", `{"snapshot": "2025-09-09"}`)
	if latest.GasModel != "regime" || latest.BaseFeeNanoFIL != 1 || latest.DirectGasFraction != 0.15 ||
		latest.Adoption != "full" {
		t.Errorf("on the latest snapshot: %+v", latest)
	}
}

// TestPresetsOfSavedGas: unused, half refilled and wholly refilled, as their names say.
func TestPresetsOfSavedGas(t *testing.T) {
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		plain := runDefault(t, snapshot)
		for _, c := range []struct {
			preset   string
			refilled float64
		}{{"saved-unused", 0}, {"refilled-in-part", 0.5}, {"refilled", 1}} {
			result := runPreset(t, c.preset, `{"snapshot": "`+snapshot+`"}`)
			if sc := &result.Scenario; sc.Rebound != c.refilled || !sc.BurnFeedback || sc.GasModel != "scaling" {
				t.Errorf("%s: %+v", c.preset, sc)
			}
			for i := range result.Runs {
				r, was := &result.Runs[i], &plain.Runs[i]
				last, end := result.Days-1, len(r.CumulativeSavingFIL)-1
				if !near(r.Summary.SavingFIL+1, (1-c.refilled)*was.Summary.SavingFIL+1, 1e-6) {
					t.Errorf("%s, run %d saves %v of %v", c.preset, i, r.Summary.SavingFIL, was.Summary.SavingFIL)
				}
				if deals := r.DirectDealOnboardedPiB[last] / r.DealOnboardedPiB[last]; !near(deals,
					1+c.refilled*(1-0.148)/0.148, 1e-12) {
					t.Errorf("%s, run %d has %v times the deals", c.preset, i, deals)
				}
				if got, want := r.DirectNetwork.BurntFIL[last],
					r.Network.BurntFIL[last]-(1-c.refilled)*was.CumulativeSavingFIL[end]; !near(got, want, 1e-9) {
					t.Errorf("%s, run %d: %v burnt, want %v", c.preset, i, got, want)
				}
			}
		}
	}
}
