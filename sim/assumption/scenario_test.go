package assumption_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestDefaultScenario: the network's defaults are the study's (source: notes on MechaFIL, last
// paragraph), the fractions FIP-0076's table, the base fee the median of the notes' section 6.
func TestDefaultScenario(t *testing.T) {
	want := assumption.Scenario{
		Snapshot: "2023-07-31", HorizonDays: 1095,
		FILPlusRates:     []mechafil.Path{{0.5}, {0.75}, {1}},
		RawOnboardingPiB: mechafil.Path{5.9664154}, RenewalRate: mechafil.Path{0.71167269}, SectorDurationDays: 540,
		LockTarget: mechafil.Path{0.3}, FILPlusMultiplier: mechafil.Path{10}, QARenewalMultiplier: mechafil.Path{1},
		Gamma: mechafil.Path{1}, GammaWeighting: "arithmetic", PledgeBase: "circulating", GasModel: "scaling",
		Messages: "publish", BaseFeeNanoFIL: 0.4631222098424943,
		DirectGasFraction: 0.148, DirectPreCommitFraction: 0.89, DirectProveFraction: 0.63,
		DirectProveFractionNoDeals: 0.25,
		Adoption:                   "full", AdoptionShare: 1, AdoptionStart: day.Of(2024, 4, 24), AdoptionDays: 365,
		SmoothingDays: 30, Start: mechafil.MechaFILStart, LeavingRate: mechafil.Path{0},
		BaselineEiB: mechafil.Path{0}, DailyInputs: assumption.AssumedInputs, GammaWeightingByDay: mechafil.Path{0},
		Burn: "mean", OtherBurnFIL: 740, Solstice: "never", SolsticeOptIn: 0.9, PledgeReward: "whole_reward",
		Version: 1, Price: "fixed", PricedLevelNanoFIL: 0.46, KneeTgas: 44.16, KneeWidthTgas: 2.47,
		PremiumNanoFIL:    1e-4,
		PremiumSpreadTgas: 7.68, GasLimitRatio: 1.25, TipNanoFIL: 2.1e-4,
		OnboardTgasPerPiB: 2.849, WindowTgasPerEiB: 0.4077, OtherTgas: 3.732,
	}
	got, err := assumption.DefaultOf(simtest.Inputs(t, "2023-07-31"), assumption.FirstVersion)
	if err != nil {
		t.Fatal(err)
	}
	// medians of two values may differ in the last bit
	for _, path := range []*mechafil.Path{&got.RawOnboardingPiB, &got.RenewalRate} {
		if len(*path) != 1 || !near((*path)[0],
			map[bool]float64{true: 5.9664154, false: 0.71167269}[path == &got.RawOnboardingPiB], 1e-12) {
			t.Errorf("median default %v", *path)
		}
	}
	if !near(got.BaseFeeNanoFIL, want.BaseFeeNanoFIL, 1e-12) {
		t.Errorf("base fee %v", got.BaseFeeNanoFIL)
	}
	want.RawOnboardingPiB, want.RenewalRate, want.BaseFeeNanoFIL = got.RawOnboardingPiB, got.RenewalRate,
		got.BaseFeeNanoFIL
	if !reflect.DeepEqual(got, want) {
		t.Errorf("default %+v\nwant    %+v", got, want)
	}
	if _, empty := simtest.Resolve(t, "{}"); !reflect.DeepEqual(empty, got) {
		t.Errorf("{} resolves to %+v", empty)
	}
}

// TestDefaultWithoutFigures: a table that does not reach the snapshot is an error, not a zero. Only the first version
// takes its base fee from it.
func TestDefaultWithoutFigures(t *testing.T) {
	in := *simtest.Inputs(t, "2023-07-31")
	daily := *in.Daily
	in.Daily = &daily
	daily.GasTotal = nil
	_, err := assumption.DefaultOf(&in, assumption.FirstVersion)
	simtest.WantNamed(t, err, "base_fee_nanofil", "no value published", "2023-07-30")
	daily.RenewalRate = nil
	_, err = assumption.Default(&in)
	simtest.WantNamed(t, err, "renewal_rate", "no value published", "2023-07-31")
	daily.OnboardedRawPiB = nil
	_, err = assumption.Default(&in)
	simtest.WantNamed(t, err, "raw_onboarding_pib", "no value published", "2023-07-31")
}

// TestGammaDefault: the latest snapshot follows FIP-0081's ramp as in the reference run, whose
// vector is rounded to 12 digits.
func TestGammaDefault(t *testing.T) {
	data, err := os.ReadFile("../mechafil/testdata/mechafil-latest-fip81.json")
	if err != nil {
		t.Fatal(err)
	}
	var reference struct{ Scenario struct{ Gamma []float64 } }
	if err := json.Unmarshal(data, &reference); err != nil {
		t.Fatal(err)
	}
	for _, horizon := range []int{1, 2, 365, 1095} {
		_, sc := simtest.Resolve(t, `{"snapshot": "2025-09-09", "horizon_days": `+strconv.Itoa(horizon)+`}`)
		if len(sc.Gamma) != horizon {
			t.Fatalf("horizon %d: %d values of gamma", horizon, len(sc.Gamma))
		}
		for i, v := range sc.Gamma {
			want := 0.7 // where the ramp has ended, which it has on the reference's last days
			if i < len(reference.Scenario.Gamma) {
				want = reference.Scenario.Gamma[i]
			}
			if !near(v, want, 1e-11) {
				t.Errorf("horizon %d: gamma[%d] = %v, want %v", horizon, i, v, want)
			}
		}
	}
	if v := reference.Scenario.Gamma; v[len(v)-1] != 0.7 {
		t.Errorf("the reference's ramp ends at %v", v[len(v)-1])
	}
}

// TestResolveOrder: the horizon is read first, whatever the order of the keys, and everything
// that depends on it follows.
func TestResolveOrder(t *testing.T) {
	_, sc := simtest.Resolve(t,
		`{"gamma": [0.1, 0.2, 0.3], "fil_plus_rates": [0.5, [0.1, 0.2, 0.3]], "horizon_days": 3}`)
	if want := (mechafil.Path{0.1, 0.2, 0.3}); !slices.Equal(sc.Gamma, want) ||
		!slices.Equal(sc.FILPlusRates[1], want) || len(sc.FILPlusRates[0]) != 1 {
		t.Errorf("gamma %v, rates %v", sc.Gamma, sc.FILPlusRates)
	}
	_, sc = simtest.Resolve(t, `{"snapshot": "2025-09-09", "horizon_days": 7, "gamma": 0.9}`)
	if !slices.Equal(sc.Gamma, mechafil.Path{0.9}) || !near(sc.RawOnboardingPiB[0], 3.74586485, 1e-12) {
		t.Errorf("gamma %v, onboarding %v", sc.Gamma, sc.RawOnboardingPiB)
	}
}

// TestScenarioRoundTrip: the resolved scenario of a result reads back as itself.
func TestScenarioRoundTrip(t *testing.T) {
	for _, text := range []string{
		`{}`,
		`{"snapshot": "2025-09-09", "horizon_days": 40}`,
		`{"horizon_days": 1, "gamma": 0.5}`,
		`{"horizon_days": 2, "fil_plus_rates": [[0, 1], 0.3333333333333333], "raw_onboarding_pib": [1e-3, 1000],
			"renewal_rate": [0, 1],
		  "lock_target": [0.1, 0.2], "fil_plus_multiplier": [1, 20], "qa_renewal_multiplier": [0, 10], "gamma": [0, 1],
		  	"gamma_weighting": "harmonic",
		  "pledge_base": "available", "gas_model": "regime", "direct_gas_fraction": 0.2, "base_fee_nanofil": 1000,
		  	"smoothing_days": 365, "sector_duration_days": 1900,
		  "messages": "onboarding", "direct_precommit_fraction": 0.1, "direct_prove_fraction": 0.3,
		  	"direct_prove_fraction_no_deals": 1,
		  "adoption": "logistic", "adoption_share": 0.7, "adoption_start": "2025-01-01", "adoption_days": 7300,
		  	"rebound": 0.25, "burn_feedback": true}`,
	} {
		_, sc := simtest.Resolve(t, text)
		written, err := json.Marshal(sc)
		if err != nil {
			t.Fatal(err)
		}
		if _, back := simtest.Resolve(t, string(written)); !reflect.DeepEqual(back, sc) {
			t.Errorf("%s\nreads back as %+v\nwant          %+v", written, back, sc)
		}
		var keys map[string]any
		if err := json.Unmarshal(written, &keys); err != nil {
			t.Fatal(err)
		}
		for _, f := range assumption.Rows() {
			if _, ok := keys[f.Name]; ok != sc.Has(f) {
				t.Errorf("field %s is written: %v", f.Name, ok)
			}
		}
	}
}

func TestSetLaysOver(t *testing.T) {
	o, err := assumption.ParseScenario([]byte(`{"horizon_days": 100, "base_fee_nanofil": 5}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text string }{
		{"horizon_days", " 2 "}, {"fil_plus_rates", "0.25, 0.5"}, {"gamma", "[0.5, 0.6]"}, {"pledge_base", "available"},
		{"gamma_weighting", `"geometric"`},
		{"adoption", "logistic"}, {"adoption_start", "2024-06-01"}, {"burn_feedback", "true"}, {"rebound", "0.5"},
		{"messages", `"onboarding"`},
	} {
		if err := o.Set(c.name, c.text); err != nil {
			t.Fatal(err)
		}
	}
	sc, err := o.Resolve(simtest.Inputs(t, "2023-07-31"))
	if err != nil {
		t.Fatal(err)
	}
	if sc.HorizonDays != 2 || sc.BaseFeeNanoFIL != 5 || sc.PledgeBase != "available" ||
		sc.GammaWeighting != "geometric" ||
		sc.Adoption != "logistic" || sc.AdoptionStart != day.Of(2024, 6, 1) || !sc.BurnFeedback || sc.Rebound != 0.5 ||
		sc.Messages != "onboarding" ||
		!reflect.DeepEqual(sc.FILPlusRates, []mechafil.Path{{0.25}, {0.5}}) ||
		!slices.Equal(sc.Gamma, mechafil.Path{0.5, 0.6}) {
		t.Errorf("resolved %+v", sc)
	}
}
