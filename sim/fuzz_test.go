package sim_test

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// FuzzResolveAndRun takes text to a result. Long horizons are cut to keep it quick.
func FuzzResolveAndRun(f *testing.F) {
	for _, seed := range simtest.Seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := assumption.ParseScenario(text)
		if err != nil {
			return
		}
		name, err := o.SnapshotName()
		if err != nil || name != assets.StudySnapshot && name != "2025-09-09" {
			return
		}
		in := simtest.Inputs(t, name)
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
	f.Add(uint16(60), uint16(540), uint16(0), 5.9, 0.7, 0.75, 0.3, 10.0, 1.0, 1.0, 0.15, 1.0, uint16(30), 0.0, 0.0, 1.0,
		int32(19837), int16(365))
	f.Add(uint16(700), uint16(180), uint16(7), 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, uint16(1), 0.0, 0.0, 0.0,
		int32(19570), int16(1))
	f.Add(uint16(600), uint16(1900), uint16(11+12*31), 1000.0, 1.0, 1.0, 1.0, 20.0, 10.0, 1.0, 1.0, 1000.0, uint16(365),
		1.0, 1.0, 1.0, int32(18550), int16(7300))
	f.Add(uint16(500), uint16(180), uint16(5+12*15), 5e-324, 1.0, 5e-324, 5e-324, 1.0, 5e-324, 0.5, 5e-324, 5e-324,
		uint16(2), 5e-324, 5e-324, 5e-324, int32(47482), int16(7300))
	f.Add(uint16(300), uint16(200), uint16(1+12*22), 0.5, 0.5, 0.5, 0.5, 2.0, 0.5, 0.5, 0.01, 0.5, uint16(5), 1.0, 0.0,
		0.5, int32(20000), int16(30))
	f.Add(uint16(10), uint16(540), uint16(3), math.NaN(), math.Inf(1), -1.0, 2.0, 0.0, 11.0, -0.0, 1.1, 1e9, uint16(0),
		-1.0, math.NaN(), 2.0, int32(-1), int16(-1))
	f.Fuzz(func(t *testing.T, horizon, duration, names uint16, onboarding, renewal, rate, lock, multiplier, qaRenewal,
		gamma, fraction, fee float64, smoothing uint16,
		rebound, otherFraction, share float64, start int32, ramp int16) {
		in := simtest.Inputs(t, assets.SnapshotNames()[names%2])
		sc, err := assumption.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		sc.HorizonDays, sc.SectorDurationDays, sc.SmoothingDays = int(horizon%1500), int(duration), int(smoothing)
		sc.GammaWeighting = []mechafil.Weighting{mechafil.Arithmetic, mechafil.Geometric, mechafil.Harmonic}[names/2%3]
		sc.PledgeBase = []mechafil.PledgeBase{mechafil.CirculatingBase, mechafil.AvailableBase}[names/6%2]
		sc.RawOnboardingPiB, sc.RenewalRate, sc.FILPlusRates = mechafil.Path{onboarding}, mechafil.Path{renewal},
			[]mechafil.Path{{rate}}
		sc.LockTarget, sc.FILPlusMultiplier, sc.QARenewalMultiplier, sc.Gamma = mechafil.Path{lock},
			mechafil.Path{multiplier}, mechafil.Path{qaRenewal}, mechafil.Path{gamma}
		sc.DirectGasFraction, sc.BaseFeeNanoFIL = fraction, fee
		choices := names / 12
		sc.GasModel = []string{assumption.ScalingModel, assumption.RegimeModel}[choices%2]
		sc.Messages = []string{assumption.PublishMessages, assumption.OnboardingMessages}[choices/2%2]
		sc.BurnFeedback = choices/4%2 == 1
		sc.Adoption = []string{assumption.NoAdoption, assumption.FullAdoption, assumption.ConstantAdoption,
			assumption.LogisticAdoption}[choices/8%4]
		sc.AdoptionShare, sc.AdoptionStart, sc.AdoptionDays, sc.Rebound = share, day.Day(start), int(ramp), rebound
		sc.DirectPreCommitFraction, sc.DirectProveFraction, sc.DirectProveFractionNoDeals = otherFraction,
			1-otherFraction, otherFraction
		if sc.Validate() == nil {
			mustRun(t, in, sc)
		} else if _, err := sim.Run(in, sc); err == nil {
			t.Error("an invalid scenario runs")
		}
	})
}

// mustRespond checks what adoption and its response may do to any run.
func mustRespond(t *testing.T, result *sim.Result, i int) {
	t.Helper()
	sc, r := &result.Scenario, &result.Runs[i]
	end := r.Network.Defined
	if _, ended := r.Network.Ended(); ended {
		end--
	}
	for e := range end {
		status, direct := r.GasStatusQuoGgas[e], r.GasDirectGgas[e]
		if math.IsNaN(status) || math.IsNaN(direct) || !(r.Adoption[e] >= 0 && r.Adoption[e] <= 1) {
			t.Fatalf("%+v: gas %v, direct %v at adoption %v on entry %d", sc, status, direct, r.Adoption[e], e)
		}
		slack := 1e-9 * math.Abs(status)
		if sc.Price == assumption.BlockSpacePrice && sc.Messages == assumption.OnboardingMessages && sc.Rebound > 0 {
			slack = 0.05 * math.Abs(status) // it is the load that is refilled, whose onboarding has a level of its own
		}
		if publish := r.GasPublishGgas[e]; publish >= 0 && (direct > status+slack || direct < -slack) ||
			sc.GasModel == assumption.ScalingModel && publish < 0 {
			t.Fatalf("%+v: gas %v, direct %v on entry %d", sc, status, direct, e)
		}
		if more := r.DirectDealOnboardedPiB[e] - r.DealOnboardedPiB[e]; !(more >= 0) || more > 0 &&
			(sc.Rebound == 0 || e <= result.HistoryDays) {
			t.Fatalf("%+v: %v PiB refill on entry %d", sc, more, e)
		}
	}
	if (r.DirectNetwork != r.Network) != (sc.Rebound > 0 || sc.BurnFeedback) {
		t.Fatalf("%+v: rebound and burn feedback, and another network or not", sc)
	}
	for _, s := range r.DirectNetwork.Series() {
		for k, v := range s.Values {
			if math.IsInf(v, 0) {
				t.Fatalf("%+v: %s[%d] is %v under DirectFIL+", sc, s.Name, k, v)
			}
		}
	}
	if (result.Bands != nil) != (sc.GasModel == assumption.ScalingModel) {
		t.Fatalf("%+v: bands %v", sc, result.Bands)
	}
	if b := result.Bands; b != nil && i == 0 {
		for k := range b.Day {
			for e, f := range b.Day[k] {
				if !(b.Mean[k][e] >= 1 && b.Mean[k][e] <= f) || math.IsInf(f, 0) {
					t.Fatalf("%+v: factors %v and %v on entry %d", sc, f, b.Mean[k][e], e)
				}
			}
		}
	}
}

// mustRun runs a valid scenario: nothing infinite in memory, valid JSON and CSV without words
// for undefined numbers.
func mustRun(t *testing.T, in *assumption.Inputs, sc assumption.Scenario) {
	t.Helper()
	result := mustCompute(t, in, sc)
	text, err := result.AppendJSON(nil)
	if err != nil || !json.Valid(text) {
		t.Fatalf("%+v: no JSON (%v)", sc, err)
	}
	sheet, err := result.AppendCSV(nil)
	if err != nil || strings.Contains(string(sheet), "NaN") || strings.Contains(string(sheet), "Inf,") {
		t.Fatalf("%+v: CSV holds undefined numbers (%v)", sc, err)
	}
}

// mustCompute is mustRun without the written forms, which take far longer than the run.
func mustCompute(t *testing.T, in *assumption.Inputs, sc assumption.Scenario) *sim.Result {
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
		mustRespond(t, result, i)
		for _, f := range result.Runs[i].Summary.Figures() {
			if math.IsInf(f.Value, 0) {
				t.Fatalf("%+v: summary %s is %v", sc, f.Name, f.Value)
			}
		}
	}
	return result
}

// TestFieldsAtTheirEnds runs every field that is not mechafil's at its ends and in between, two at a
// time, by both models and on both snapshots.
func TestFieldsAtTheirEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	type change struct{ name, value string }
	var changes []change
	for name, values := range map[string][]string{
		"messages": {`"onboarding"`}, "adoption": {`"none"`, `"constant"`, `"logistic"`}, "burn_feedback": {"true"},
		"adoption_share": {"0", "0.5"}, "adoption_start": {`"2020-10-15"`, `"2100-01-01"`},
		"adoption_days": {"1", "7300"},
		"rebound":       {"1e-300", "0.5", "1"}, "direct_gas_fraction": {"0.01", "1"},
		"direct_precommit_fraction": {"0", "1"},
		"direct_prove_fraction":     {"0", "1"}, "direct_prove_fraction_no_deals": {"0", "1"},
		"base_fee_nanofil": {"0", "1000"},
		"smoothing_days":   {"1", "365"}, "fil_plus_rates": {"[0]", "[1]"}, "raw_onboarding_pib": {"0", "1000"},
		"horizon_days": {"1"},
	} {
		for _, value := range values {
			changes = append(changes, change{name, value})
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return strings.Compare(a.name+a.value, b.name+b.value) })
	runs := 0
	for _, preset := range []string{"", "default", "study"} {
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			base := simtest.Preset(t, preset)
			in := simtest.Inputs(t, snapshot)
			for i, a := range changes {
				for _, b := range changes[i:] {
					o := maps.Clone(base)
					o["horizon_days"], o["fil_plus_rates"] = json.RawMessage("45"), json.RawMessage("[0.6]")
					o["snapshot"], o[a.name], o[b.name] = simtest.JSON(t, snapshot), json.RawMessage(a.value),
						json.RawMessage(b.value)
					sc, err := o.Resolve(in)
					if err != nil {
						t.Fatalf("%s: %v", simtest.JSON(t, o), err)
					}
					if a == b {
						mustRun(t, in, sc)
					} else {
						mustCompute(t, in, sc)
					}
					runs++
				}
			}
		}
	}
	t.Logf("%d runs", runs)
}
