package sim_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// seeds are scenarios and near-scenarios to start from.
var seeds = []string{
	"", " ", "null", "[]", "{", "{}", "{} x", `{"gamma"`, `{"gamma": 1e999}`, `{"gamma": [0.5, null]}`, `{"gama": 1, "gama": 2}`,
	`{"horizon_days": 2, "gamma": [0.5, 1], "fil_plus_rates": [[0, 1], 0.5]}`,
	`{"horizon_days": 1, "fil_plus_rates": [[0.5]]}`, `{"horizon_days": 1, "lock_target": [0]}`,
	`{"snapshot": "2025-09-09", "horizon_days": 3, "renewal_rate": 0, "raw_onboarding_pib": 0}`,
	`{"raw_onboarding_pib": -0, "horizon_days": 20, "fil_plus_multiplier": 1, "qa_renewal_multiplier": 10}`,
	`{"raw_onboarding_pib": 5e-324, "horizon_days": 20, "lock_target": 5e-324, "gamma": 5e-324, "gamma_weighting": "harmonic"}`,
	`{"raw_onboarding_pib": 1000, "horizon_days": 40, "base_fee_nanofil": 1000, "pledge_base": "available", "gamma_weighting": "geometric"}`,
	`{"horizon_days": 7300, "smoothing_days": 365, "sector_duration_days": 180}`,
}

// FuzzParseScenario: any text is a scenario or an error that says where; what parses resolves
// twice to the same.
func FuzzParseScenario(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := sim.ParseScenario(text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "scenario JSON: line ") || !strings.Contains(err.Error(), ", column ") {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if !json.Valid(text) {
			t.Errorf("%q is no JSON, and no error", text)
		}
		written, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := sim.ParseScenario(written); err != nil || len(back) != len(o) {
			t.Errorf("%q: written as %s, which reads as %v (%v)", text, written, back, err)
		}
	})
}

// FuzzResolveAndRun takes text to a result. Long horizons are cut to keep it quick.
func FuzzResolveAndRun(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := sim.ParseScenario(text)
		if err != nil {
			return
		}
		name, err := o.SnapshotName(assets.DefaultSnapshot)
		if err != nil || name != assets.DefaultSnapshot && name != "2025-09-09" {
			return
		}
		in := inputs(t, name)
		sc, err := o.Resolve(in)
		if err != nil {
			return
		}
		if sc.HorizonDays > 60 {
			if o.Set("horizon_days", "60") != nil {
				t.Fatal("60 days are legal")
			}
			if sc, err = o.Resolve(in); err != nil {
				return // a vector of the horizon's length
			}
		}
		mustRun(t, in, sc)
	})
}

// FuzzRun moves the numbers themselves, and the names by turns.
func FuzzRun(f *testing.F) {
	f.Add(uint16(60), uint16(540), uint8(0), 5.9, 0.7, 0.75, 0.3, 10.0, 1.0, 1.0, 0.15, 1.0, uint16(30))
	f.Add(uint16(700), uint16(180), uint8(7), 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, uint16(1))
	f.Add(uint16(600), uint16(1900), uint8(11), 1000.0, 1.0, 1.0, 1.0, 20.0, 10.0, 1.0, 1.0, 1000.0, uint16(365))
	f.Add(uint16(500), uint16(180), uint8(5), 5e-324, 1.0, 5e-324, 5e-324, 1.0, 5e-324, 0.5, 5e-324, 5e-324, uint16(2))
	f.Add(uint16(10), uint16(540), uint8(3), math.NaN(), math.Inf(1), -1.0, 2.0, 0.0, 11.0, -0.0, 1.1, 1e9, uint16(0))
	f.Fuzz(func(t *testing.T, horizon, duration uint16, names uint8, onboarding, renewal, rate, lock, multiplier, qaRenewal, gamma, fraction, fee float64, smoothing uint16) {
		in := inputs(t, assets.SnapshotNames()[names%2])
		sc, err := sim.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		sc.HorizonDays, sc.SectorDurationDays, sc.SmoothingDays = int(horizon%1500), int(duration), int(smoothing)
		sc.GammaWeighting = []mechafil.Weighting{mechafil.Arithmetic, mechafil.Geometric, mechafil.Harmonic}[names/2%3]
		sc.PledgeBase = []mechafil.PledgeBase{mechafil.CirculatingBase, mechafil.AvailableBase}[names/6%2]
		sc.RawOnboardingPiB, sc.RenewalRate, sc.FILPlusRates = mechafil.Path{onboarding}, mechafil.Path{renewal}, []mechafil.Path{{rate}}
		sc.LockTarget, sc.FILPlusMultiplier, sc.QARenewalMultiplier, sc.Gamma = mechafil.Path{lock}, mechafil.Path{multiplier}, mechafil.Path{qaRenewal}, mechafil.Path{gamma}
		sc.DirectGasFraction, sc.BaseFeeNanoFIL = fraction, fee
		if sc.Validate() == nil {
			mustRun(t, in, sc)
		} else if _, err := sim.Run(in, sc); err == nil {
			t.Error("an invalid scenario runs")
		}
	})
}

// mustRun runs a valid scenario: nothing infinite in memory, valid JSON and CSV without words
// for undefined numbers.
func mustRun(t *testing.T, in *sim.Inputs, sc sim.Scenario) {
	t.Helper()
	result, err := sim.Run(in, sc)
	if err != nil {
		t.Fatalf("%+v: %v", sc, err)
	}
	for i := range result.Runs {
		for _, s := range result.Runs[i].Series() {
			for k, v := range s.Values {
				if math.IsInf(v, 0) {
					t.Fatalf("%+v: %s[%d] is %v", sc, s.Name, k, v)
				}
			}
		}
		for _, f := range result.Runs[i].Summary.Figures() {
			if math.IsInf(f.Value, 0) {
				t.Fatalf("%+v: summary %s is %v", sc, f.Name, f.Value)
			}
		}
	}
	text, err := result.AppendJSON(nil)
	if err != nil || !json.Valid(text) {
		t.Fatalf("%+v: no JSON (%v)", sc, err)
	}
	sheet, err := result.AppendCSV(nil)
	if err != nil || strings.Contains(string(sheet), "NaN") || strings.Contains(string(sheet), "Inf,") {
		t.Fatalf("%+v: CSV holds undefined numbers (%v)", sc, err)
	}
}
