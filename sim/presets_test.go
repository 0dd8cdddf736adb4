package sim_test

import (
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestPresets: each has a name, a meaning, and a scenario on every snapshot that runs.
func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range sim.Presets() {
		if p.Name == "" || p.Meaning == "" || seen[p.Name] || p.Overrides == nil {
			t.Errorf("preset %+v", p)
		}
		seen[p.Name] = true
		if found, err := sim.PresetNamed(p.Name); err != nil || found.Meaning != p.Meaning {
			t.Errorf("%s is not found: %v", p.Name, err)
		}
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			in := inputs(t, snapshot)
			sc, err := p.Overrides.Resolve(in)
			if err != nil {
				t.Errorf("%s on %s: %v", p.Name, snapshot, err)
				continue
			}
			sc.HorizonDays, sc.Gamma = 60, []float64{1}
			if sc.DailyInputs == sim.RealisedInputs {
				sc.RawOnboardingPiB, sc.RenewalRate = sc.RawOnboardingPiB[:60], sc.RenewalRate[:60]
				sc.FILPlusRates = []mechafil.Path{sc.FILPlusRates[0][:60]}
			}
			mustRun(t, in, sc)
			// Nothing but what the preset is about differs from the default of its version.
			want, err := sim.DefaultOf(in, p.Overrides.Version())
			if err != nil {
				t.Fatal(err)
			}
			changed := 0
			for _, f := range sim.Assumptions() {
				if _, ok := p.Overrides[f.Name]; ok {
					changed++
				}
			}
			for key := range p.Overrides {
				if _, err := sim.AssumptionNamed(key); err != nil {
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
			if got.DailyInputs == sim.RealisedInputs {
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
	if p, err := sim.PresetNamed("default"); err != nil || !reflect.DeepEqual(p, sim.DefaultPreset()) ||
		p.Name != "stayed" || p.Snapshot != sim.April2026 {
		t.Errorf("the default is %+v, %v", p, err)
	}
	_, err := sim.PresetNamed("Study")
	mustName(t, err, `preset is "Study"`,
		"stayed, study, solstice, happened, study-scaling, as-adopted, saved-unused, refilled-in-part, refilled, today, "+
			"today-full, as-measured")
}

// TestPresetsOfBefore keep their names, the first version's defaults, their snapshots, and a fixed price. None of them
// is "the newest".
func TestPresetsOfBefore(t *testing.T) {
	for name, snapshot := range map[string]string{"study": "2023-07-31", "study-scaling": "2023-07-31",
		"as-adopted": "2023-07-31", "saved-unused": "2023-07-31", "refilled-in-part": "2023-07-31",
		"refilled": "2023-07-31", "today": "2025-09-09", "today-full": "2025-09-09"} {
		p, err := sim.PresetNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		in, sc := resolvePreset(t, name, "{}")
		if sc.Version != sim.FirstVersion || sc.Price != sim.FixedPrice || p.Snapshot != snapshot ||
			in.Snapshot.Name != snapshot {
			t.Errorf("%s: version %d, price %s, on %s", name, sc.Version, sc.Price, p.Snapshot)
		}
		if _, said := p.Overrides["version"]; said {
			t.Errorf("%s says a version, which a link to it would have to", name)
		}
	}
	if p := sim.DefaultPreset(); p.Overrides.Version() != sim.DefaultVersion || p.Snapshot != sim.DefaultSnapshot {
		t.Errorf("the default is %+v", p)
	}
}

// TestPresetsAreFresh: what one caller lays over a preset, the next does not get.
func TestPresetsAreFresh(t *testing.T) {
	for _, p := range sim.Presets() {
		if err := p.Overrides.Set("gamma", "0.5"); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range sim.Presets() {
		if p.Overrides["gamma"] != nil {
			t.Errorf("%s keeps what was set on a copy of it", p.Name)
		}
	}
}

// TestStudyPreset is the scenario that TestStudy compares with the reference.
func TestStudyPreset(t *testing.T) {
	_, got := resolvePreset(t, "study", "{}")
	if want := runStudy(t).Scenario; !reflect.DeepEqual(got, want) {
		t.Errorf("the preset is %+v\nwant         %+v", got, want)
	}
	_, latest := resolvePreset(t, "study", `{"snapshot": "2025-09-09"}`)
	if latest.GasModel != "regime" || latest.BaseFeeNanoFIL != 1 || latest.DirectGasFraction != 0.15 ||
		latest.Adoption != "full" {
		t.Errorf("on the latest snapshot: %+v", latest)
	}
}

// TestDefaultPreset is sim.Default.
func TestDefaultPreset(t *testing.T) {
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		want, err := sim.Default(inputs(t, snapshot))
		if _, got := resolvePreset(t, "default", `{"snapshot": "`+snapshot+`"}`); err != nil ||
			!reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v (%v)", got, want, err)
		}
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
