package sim_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestLoadByKind: the kinds of messages make up the loads of every entry; each is what the scenario's assumptions make
// of the network, and saved and refilled gas stands with the messages that it is of.
func TestLoadByKind(t *testing.T) {
	for _, text := range []string{
		`{"version": 2}`,
		`{"version": 2, "fil_plus_rates": [0], "rebound": 0.5}`,
		`{"version": 2, "adoption": "constant", "adoption_share": 0.3, "raw_onboarding_pib": 6}`,
		`{"version": 2, "messages": "onboarding", "fil_plus_rates": [0.4, 1]}`,
		`{"version": 2, "rebound": 0.5, "burn_feedback": true, "raw_onboarding_pib": 9}`,
		`{"version": 2, "rebound": 1, "messages": "onboarding", "fil_plus_rates": [0.8]}`,
		`{"version": 2, "raw_onboarding_pib": 0, "renewal_rate": 0, "rebound": 1, "horizon_days": 2000}`,
	} {
		in := simtest.Inputs(t, "2023-07-31")
		r, err := sim.Run(in, simtest.ResolveOn(t, in, text))
		if err != nil {
			t.Fatal(err)
		}
		sc := &r.Scenario
		for i := range r.Runs {
			run := &r.Runs[i]
			for k, load := range run.Blocks.LoadTgas {
				by, direct := run.Load(k), run.DirectLoad(k)
				if math.IsNaN(load) { // the day on which the network ends
					continue
				}
				wantNear(t, text+": sum", by.TotalTgas(), load)
				wantNear(t, text+": sum with DirectFIL+", direct.TotalTgas(), run.Blocks.DirectLoadTgas[k])
				wantNear(t, text+": publishing", by.PublishTgas, run.GasPublishGgas[k]/1000)
				wantNear(t, text+": proving", by.WindowTgas, sc.WindowTgasPerEiB*run.Network.RawPowerEiB[k])
				raw, saved := run.Network.OnboardedRawPiB[k], 0.0 // of PreCommit and ProveCommit, Ggas
				if k < run.DirectNetwork.Defined {
					raw = run.DirectNetwork.OnboardedRawPiB[k]
					wantNear(t, text+": proving with DirectFIL+", direct.WindowTgas,
						sc.WindowTgasPerEiB*run.DirectNetwork.RawPowerEiB[k])
				}
				a, extra := run.Adoption[k], run.DirectDealOnboardedPiB[k]-run.DealOnboardedPiB[k]
				left := 1 - a*(1-sc.DirectGasFraction)
				publish := run.GasPublishGgas[k] * left
				if deals := run.DealOnboardedPiB[k]; extra > 0 && deals > 0 {
					publish *= 1 + extra/deals
				}
				if extra == 0 || run.DealOnboardedPiB[k] > 0 {
					wantNear(t, text+": publishing with DirectFIL+", direct.PublishTgas, publish/1000)
				}
				if sc.Messages == assumption.OnboardingMessages {
					pre, prove := in.Onboarding.PreCommitGgasPerPiB, in.Onboarding.ProveCommitGgasPerPiB
					plain := run.Network.OnboardedRawPiB[k]
					with := 0.0
					if plain > 0 {
						with = math.Min(1, run.DealOnboardedPiB[k]/plain)
					}
					saved = a * (plain*pre*(1-sc.DirectPreCommitFraction) +
						plain*prove*(with*(1-sc.DirectProveFraction)+
							(1-with)*(1-sc.DirectProveFractionNoDeals)))
					saved += a * extra * (pre*(1-sc.DirectPreCommitFraction) + prove*(1-sc.DirectProveFraction))
				}
				want := sc.OnboardTgasPerPiB*raw - saved/1000
				if got := direct.OnboardTgas; math.Abs(got-want) > 1e-9*math.Max(1, math.Abs(want)) {
					t.Fatalf("%s, entry %d: onboarding with DirectFIL+ %v Tgas, want %v", text, k, got, want)
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}

// TestLoadSeries: JSON and tables have the kinds, and at which onboarding blocks fill, beside the loads.
func TestLoadSeries(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	r, err := sim.Run(in, simtest.ResolveOn(t, in, `{"version": 2, "horizon_days": 30}`))
	if err != nil {
		t.Fatal(err)
	}
	run, values := &r.Runs[0], map[string][]float64{}
	for _, s := range run.Series() {
		if values[s.Name] = s.Values; len(s.Name) > 5 && s.Name[len(s.Name)-5:] == "_tgas" && s.Unit != "Tgas/day" {
			t.Errorf("%s is in %s", s.Name, s.Unit)
		}
	}
	for k := range r.Days {
		by, direct := run.Load(k), run.DirectLoad(k)
		for name, want := range map[string]float64{
			"load_publish_tgas": by.PublishTgas, "load_onboard_tgas": by.OnboardTgas, "load_window_tgas": by.WindowTgas,
			"load_other_tgas": by.OtherTgas, "direct_load_publish_tgas": direct.PublishTgas,
			"direct_load_onboard_tgas": direct.OnboardTgas, "direct_load_window_tgas": direct.WindowTgas,
		} {
			if got := values[name]; len(got) != r.Days || got[k] != want {
				t.Fatalf("%s of entry %d is not %v", name, k, want)
			}
		}
	}
	fills, ok := r.FillsAt(0, r.Days-1, r.Scenario.KneeTgas)
	figures := map[string]float64{}
	for _, f := range run.Summary.Figures() {
		figures[f.Name] = f.Value
	}
	if !ok || figures["blocks_fill_at_pib"] != fills.MarketPiB ||
		figures["direct_blocks_fill_at_pib"] != fills.DirectPiB ||
		figures["unpublished_blocks_fill_at_pib"] != fills.UnpublishedPiB || !(fills.MarketPiB > 0) {
		t.Errorf("blocks fill at %+v, in the summary %v", fills, figures)
	}
}

// TestFillsNeedsOnboarding: where neither publishing nor onboarding takes gas, blocks fill at no amount.
func TestFillsNeedsOnboarding(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	r, err := sim.Run(in, simtest.ResolveOn(t, in, `{"version": 2, "horizon_days": 30, "onboard_tgas_per_pib": 0}`))
	if err != nil {
		t.Fatal(err)
	}
	if f := r.Runs[0].Summary.Priced.Fills; !math.IsNaN(f.UnpublishedPiB) || !(f.MarketPiB > 0) {
		t.Errorf("%+v", f)
	}
}
