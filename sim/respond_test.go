package sim_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// reserve is the disbursed part of the reserve. Source: notes on MechaFIL.
const reserve = 17066618.961773411890063046

// cases to respond in: both models on both snapshots, both sets of messages, partial adoption.
var respondCases = []struct{ preset, text string }{
	{"", `{"horizon_days": 800`},
	{"", `{"snapshot": "2025-09-09", "horizon_days": 800, "fil_plus_rates": [0.2, 0.9]`},
	{"", `{"horizon_days": 800, "messages": "onboarding", "fil_plus_rates": [0, 0.5, 1]`},
	{"", `{"snapshot": "2025-09-09", "horizon_days": 400, "messages": "onboarding", "adoption": "logistic",
		"adoption_days": 300, "adoption_share": 0.6, "pledge_base": "available"`},
	{"", `{"horizon_days": 300, "raw_onboarding_pib": 7.3, "fil_plus_rates": [0.1, 0.35, 0.7, 0.93]`},
	{"", `{"horizon_days": 4, "fil_plus_rates": [[0, 0.5, 1, 0.25]], "raw_onboarding_pib": [0, 3, 100, 2]`},
	{"study", `{"horizon_days": 800`},
	{"study", `{"snapshot": "2025-09-09", "horizon_days": 400, "fil_plus_multiplier": 20, "gamma": 0.5,
		"gamma_weighting": "harmonic"`},
}

// simulateDirect is what MechaFIL makes of the run's own forecast vectors.
func simulateDirect(t *testing.T, sc *assumption.Scenario, r *sim.RateRun, extra func(e int) float64,
	saved func(e int) float64) *mechafil.Result {
	t.Helper()
	n, horizon := r.Network.HistoryDays, sc.HorizonDays
	f := &mechafil.Forecast{
		HorizonDays: horizon, SectorDurationDays: sc.SectorDurationDays, RenewalRate: sc.RenewalRate,
		ExtensionDays: sc.ExtensionDays, LeavingRate: sc.LeavingRate, BaselineEiB: sc.BaselineEiB, Start: sc.Start,
		LockTarget:        sc.LockTarget,
		FILPlusMultiplier: sc.FILPlusMultiplier, QARenewalMultiplier: sc.QARenewalMultiplier,
		Gamma: sc.Gamma, GammaWeighting: sc.GammaWeighting, PledgeBase: sc.PledgeBase,
		RawOnboardingPiB: make(mechafil.Path, horizon), FILPlusRate: make(mechafil.Path, horizon),
		BurnSavedFIL: make([]float64, horizon),
	}
	for i := range horizon {
		raw, rate, more := sc.RawOnboardingPiB.At(i), r.FILPlusRate.At(i), 0.0
		if e := n + 1 + i; e < r.Network.Defined {
			more = extra(e)
			f.BurnSavedFIL[i] = saved(e)
		}
		f.RawOnboardingPiB[i], f.FILPlusRate[i] = raw+more, rate
		if raw+more > 0 {
			f.FILPlusRate[i] = math.Min(1, (raw*rate+more)/(raw+more))
		}
	}
	in := simtest.Inputs(t, sc.Snapshot)
	out, err := mechafil.Simulate(in.Snapshot, f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// compareNetworks compares all series within rel.
func compareNetworks(t *testing.T, what string, got, want *mechafil.Result, rel float64) {
	t.Helper()
	wanted := want.Series()
	for i, s := range got.Series() {
		if len(s.Values) != len(wanted[i].Values) {
			t.Errorf("%s: %s has %d values, want %d", what, s.Name, len(s.Values), len(wanted[i].Values))
			continue
		}
		for e, v := range s.Values {
			if w := wanted[i].Values[e]; math.IsNaN(v) != math.IsNaN(w) || !math.IsNaN(v) &&
				math.Abs(v-w) > rel*math.Max(1, math.Abs(w)) {
				t.Errorf("%s: %s[%d] = %v, want %v", what, s.Name, e, v, w)
				break
			}
		}
	}
}

// balance fails unless the supply adds up on every entry where no floor binds.
func balance(t *testing.T, what string, net *mechafil.Result) {
	t.Helper()
	for e := 1; e < net.Defined; e++ {
		sum := net.CirculatingFIL[e] + net.LockedFIL[e] + net.BurntFIL[e] - net.VestedFIL[e] -
			net.CumulativeRewardFIL[e]
		if net.CirculatingFIL[e] > 0 && !near(sum, reserve, 1e-9) {
			t.Fatalf("%s: the supply adds up to %v at %d, want %v", what, sum, e, reserve)
		}
	}
}

// TestNoResponse: rebound 0 without burn feedback changes nothing, bit for bit.
func TestNoResponse(t *testing.T) {
	for _, c := range respondCases {
		plain, zero := runPreset(t, c.preset, c.text+"}"),
			runPreset(t, c.preset, c.text+`, "rebound": 0, "burn_feedback": false}`)
		a, _ := plain.AppendJSON(nil)
		b, _ := zero.AppendJSON(nil)
		if string(a) != string(b) {
			t.Errorf("%s: rebound 0 changes the result", c.text)
		}
		for i := range plain.Runs {
			r := &plain.Runs[i]
			if r.DirectNetwork != r.Network || !sameBits(r.DirectDealOnboardedPiB, r.DealOnboardedPiB) ||
				!sameBits(r.DirectNetflowMeanFIL, r.NetflowMeanFIL) ||
				!sameBits(r.DirectOutflowMeanFIL, r.OutflowMeanFIL) {
				t.Errorf("%s: run %d has another network under DirectFIL+", c.text, i)
			}
		}
	}
}

// TestRebound: the gas that refills is what was saved, its deal power what that gas pays for, and
// the network MechaFIL's with that deal power.
func TestRebound(t *testing.T) {
	for _, c := range respondCases {
		before := runPreset(t, c.preset, c.text+"}")
		for _, rebound := range []float64{1e-3, 0.5, 1} {
			text := c.text + `, "rebound": ` + string(simtest.JSON(t, rebound)) + `}`
			result := runPreset(t, c.preset, text)
			in, sc := simtest.Inputs(t, result.Scenario.Snapshot), &result.Scenario
			for i := range result.Runs {
				r, was := &result.Runs[i], &before.Runs[i]
				if !sameBits(r.GasStatusQuoGgas, was.GasStatusQuoGgas) ||
					!sameBits(r.Network.CirculatingFIL, was.Network.CirculatingFIL) {
					t.Errorf("%s: the status quo of run %d responds", text, i)
				}
				extra := func(e int) float64 { // by hand
					saved, share := was.GasStatusQuoGgas[e]-was.GasDirectGgas[e], was.Adoption[e]
					if !(saved > 0) {
						return 0
					}
					level := was.GasPublishGgas[e] / was.DealOnboardedPiB[e]
					if was.DealOnboardedPiB[e] == 0 {
						level = in.Scaling.LevelInRun(result.Date(e))
					}
					price := level * (1 - share*(1-sc.DirectGasFraction))
					if sc.Messages == assumption.OnboardingMessages {
						price += in.Onboarding.PreCommitGgasPerPiB*(1-share*0.11) +
							in.Onboarding.ProveCommitGgasPerPiB*(1-share*0.37)
					}
					return rebound * saved / price
				}
				for e := range r.Network.Defined {
					more, gas := 0.0, was.GasDirectGgas[e]
					if e > result.HistoryDays {
						more = extra(e)
						if more > 0 {
							gas += rebound * (was.GasStatusQuoGgas[e] - gas)
						}
					}
					if !near(r.DirectDealOnboardedPiB[e], was.DealOnboardedPiB[e]+more, 1e-12) ||
						!near(r.GasDirectGgas[e], gas, 1e-12) {
						t.Fatalf("%s, run %d, entry %d: %v PiB and %v Ggas, want %v and %v", text, i, e,
							r.DirectDealOnboardedPiB[e], r.GasDirectGgas[e], was.DealOnboardedPiB[e]+more, gas)
					}
					if rebound == 1 && more > 0 && (r.GasDirectGgas[e] != r.GasStatusQuoGgas[e] ||
						r.SavingFIL[e] != 0) {
						t.Fatalf("%s, run %d, entry %d: refilled to %v of %v Ggas", text, i, e, r.GasDirectGgas[e],
							r.GasStatusQuoGgas[e])
					}
					// Where publishing alone counts and all adopt: the same factor on all days.
					if f := sc.DirectGasFraction; more > 0 && sc.Messages == assumption.PublishMessages &&
						sc.Adoption == assumption.FullAdoption &&
						!near(r.DirectDealOnboardedPiB[e], was.DealOnboardedPiB[e]*(1+rebound*(1-f)/f), 1e-12) {
						t.Fatalf("%s, run %d, entry %d: %v PiB of %v", text, i, e, r.DirectDealOnboardedPiB[e],
							was.DealOnboardedPiB[e])
					}
				}
				want := simulateDirect(t, sc, r, extra, func(int) float64 { return 0 })
				compareNetworks(t, text, r.DirectNetwork, want, 1e-9)
				balance(t, text, r.DirectNetwork)
			}
		}
	}
}

// TestReboundIsMonotone: the more gas rebounds, the more power, deals and gas, and the less saved.
func TestReboundIsMonotone(t *testing.T) {
	for _, c := range respondCases[:4] {
		var last *sim.Result
		for _, rebound := range []string{"0", "0.01", "0.3", "0.7", "1"} {
			result := runPreset(t, c.preset, c.text+`, "rebound": `+rebound+`}`)
			for i := range result.Runs {
				if last == nil {
					break
				}
				r, less := &result.Runs[i], &last.Runs[i]
				for e := result.HistoryDays + 1; e < result.Days; e++ {
					saved := less.GasStatusQuoGgas[e] > less.GasDirectGgas[e]
					if saved && !(r.DirectDealOnboardedPiB[e] > less.DirectDealOnboardedPiB[e] &&
						r.GasDirectGgas[e] > less.GasDirectGgas[e] && r.SavingFIL[e] < less.SavingFIL[e]) ||
						r.DirectNetwork.QAPowerEiB[e] < less.DirectNetwork.QAPowerEiB[e] ||
						r.DirectNetwork.RawPowerEiB[e] < less.DirectNetwork.RawPowerEiB[e] {
						t.Fatalf("%s: rebound %s does not raise entry %d of run %d", c.text, rebound, e, i)
					}
				}
			}
			last = result
		}
	}
}

// TestBurnFeedback: what is not spent is not burnt. Power stays the status quo's bit for bit, and
// the network is MechaFIL's with that burn.
func TestBurnFeedback(t *testing.T) {
	for _, c := range respondCases {
		for _, rebound := range []string{"0", "0.4", "1"} {
			text := c.text + `, "burn_feedback": true, "rebound": ` + rebound + `}`
			result := runPreset(t, c.preset, text)
			n := result.HistoryDays
			for i := range result.Runs {
				r := &result.Runs[i]
				net, direct := r.Network, r.DirectNetwork
				saved := 0.0
				for e := range direct.Defined {
					if e > n {
						saved += math.Max(0, r.SavingFIL[e])
					}
					if !near(direct.BurntFIL[e], net.BurntFIL[e]-saved, 1e-12) {
						t.Fatalf("%s, run %d: %v burnt at %d, want %v less %v", text, i, direct.BurntFIL[e], e,
							net.BurntFIL[e], saved)
					}
				}
				// Negative gas, the study's model on the latest snapshot, saves less than nothing.
				negative := len(find(t, result, sim.WarnGasNegative)) > 0
				if last := len(r.CumulativeSavingFIL) - 1; !negative && rebound != "1" &&
					!near(saved, r.CumulativeSavingFIL[last], 1e-9) {
					t.Errorf("%s, run %d: %v not burnt, %v saved", text, i, saved, r.CumulativeSavingFIL[last])
				}
				if rebound == "0" && (!sameBits(direct.QAPowerEiB, net.QAPowerEiB) ||
					!sameBits(direct.RewardFIL, net.RewardFIL) ||
					!sameBits(r.DirectDealOnboardedPiB, r.DealOnboardedPiB)) {
					t.Errorf("%s, run %d: burn changes power", text, i)
				}
				want := simulateDirect(t, &result.Scenario, r,
					func(e int) float64 { return r.DirectDealOnboardedPiB[e] - r.DealOnboardedPiB[e] },
					func(e int) float64 { return math.Max(0, r.SavingFIL[e]) })
				compareNetworks(t, text, direct, want, 1e-9)
				balance(t, text, direct)
			}
		}
	}
}

// TestDirectFlows recomputes the flows, ratios and sums under DirectFIL+ from its own network.
func TestDirectFlows(t *testing.T) {
	for _, w := range []int{1, 30} {
		result := run(t, `{"horizon_days": 300, "rebound": 0.5, "burn_feedback": true, "smoothing_days": `+itoa(w)+`}`)
		for i := range result.Runs {
			r := &result.Runs[i]
			net, n := r.DirectNetwork, result.HistoryDays
			flows := func(from, to int) (outflow, inflow float64) {
				outflow = net.BurntFIL[to] + net.LockedFIL[to] - net.BurntFIL[from] - net.LockedFIL[from]
				return outflow, net.VestedFIL[to] + net.CumulativeRewardFIL[to] - net.VestedFIL[from] -
					net.CumulativeRewardFIL[from]
			}
			for _, e := range []int{w, n, n + 1, n + w, result.Days - 1} {
				outflow, inflow := flows(e-w, e)
				outflow, inflow = outflow/float64(w), inflow/float64(w)
				for _, v := range []struct {
					name      string
					got, want float64
				}{
					{"outflow", r.DirectOutflowMeanFIL[e-w], outflow},
					{"net flow", r.DirectNetflowMeanFIL[e-w], inflow - outflow},
					{"gas / outflow", r.DirectOverOutflow[e-w], r.GasDirectFIL[e] / outflow},
					{"gas / net flow", r.DirectOverNetflow[e-w], r.GasDirectFIL[e] / (inflow - outflow)},
					{"gas / supply", r.DirectOverCirculating[e], r.GasDirectFIL[e] / net.CirculatingFIL[e]},
				} {
					if !near(v.got, v.want, 1e-9) {
						t.Errorf("%d days, run %d, entry %d: %s is %v, want %v", w, i, e, v.name, v.got, v.want)
					}
				}
			}
			outflow, inflow := flows(n, result.Days-1)
			if want := r.CumulativeDirectFIL[len(r.CumulativeDirectFIL)-1] /
				(inflow - outflow); !near(r.Summary.DirectOverNetflow, want, 1e-9) {
				t.Errorf("%d days, run %d: summary has %v, want %v", w, i, r.Summary.DirectOverNetflow, want)
			}
			for _, s := range r.Series() {
				if s.Name == "direct_qa_power_eib" && !sameBits(s.Values, net.QAPowerEiB) ||
					s.Name == "direct_circulating_fil" && !sameBits(s.Values, net.CirculatingFIL) {
					t.Errorf("%s is not that of the network under DirectFIL+", s.Name)
				}
			}
		}
	}
}

// TestNegativeGasRefillsNothing: the study's model predicts negative gas for little deal power at
// today's ratio; what is not saved is neither refilled nor kept from burning.
func TestNegativeGasRefillsNothing(t *testing.T) {
	result := runPreset(t, "study",
		`{"snapshot": "2025-09-09", "raw_onboarding_pib": 1, "horizon_days": 300, "fil_plus_rates": [0.5], "rebound": 1,
			"burn_feedback": true}`)
	r, n, negative := &result.Runs[0], result.HistoryDays, 0
	for e := n + 1; e < result.Days; e++ {
		if r.GasStatusQuoGgas[e] >= 0 {
			continue
		}
		negative++
		if r.DirectDealOnboardedPiB[e] != r.DealOnboardedPiB[e] || r.GasDirectGgas[e] != 0.15*r.GasStatusQuoGgas[e] {
			t.Fatalf("entry %d: %v PiB and %v Ggas from %v and %v", e, r.DirectDealOnboardedPiB[e], r.GasDirectGgas[e],
				r.DealOnboardedPiB[e], r.GasStatusQuoGgas[e])
		}
		if got, want := r.DirectNetwork.BurntFIL[e]-r.DirectNetwork.BurntFIL[e-1],
			r.Network.BurntFIL[e]-r.Network.BurntFIL[e-1]; got != want {
			t.Fatalf("entry %d burns %v, want %v", e, got, want)
		}
	}
	if negative == 0 {
		t.Error("no negative gas: this proves nothing")
	}
	// With other messages there is something to save where publishing gas is negative. A price that
	// goes through zero must not buy deals without end.
	result = runPreset(t, "study",
		`{"snapshot": "2025-09-09", "raw_onboarding_pib": 8, "fil_plus_rates": [0.05, 0.08, 0.1, 0.12, 0.15],
			"messages": "onboarding", "rebound": 1}`)
	negative = 0
	for i := range result.Runs {
		r := &result.Runs[i]
		for e := n + 1; e < result.Days; e++ {
			if r.GasPublishGgas[e] < 0 && r.GasStatusQuoGgas[e] > 0 {
				negative++
			}
			if more := r.DirectDealOnboardedPiB[e] - r.DealOnboardedPiB[e]; r.GasPublishGgas[e] < 0 && more != 0 ||
				!(more < 100) {
				t.Fatalf("run %d, entry %d: %v PiB more", i, e, more)
			}
		}
	}
	if negative == 0 {
		t.Error("no negative publishing gas beside a positive sum: this proves nothing")
	}
}

// TestResponseAtTheEdges: one day, no deals, nothing onboarded, everything onboarded.
func TestResponseAtTheEdges(t *testing.T) {
	const both = `"rebound": 1, "burn_feedback": true`
	for _, preset := range []string{"", "study"} {
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			head := `{"snapshot": "` + snapshot + `", ` + both + `, `
			for _, text := range []string{
				`"horizon_days": 1}`, `"horizon_days": 2, "smoothing_days": 365}`,
				`"horizon_days": 300, "fil_plus_rates": [0, 1]}`, `"horizon_days": 300, "raw_onboarding_pib": 0}`,
				`"horizon_days": 60, "raw_onboarding_pib": 1000, "fil_plus_rates": [1], "direct_gas_fraction": 0.01}`,
				`"horizon_days": 60, "direct_gas_fraction": 1}`, `"horizon_days": 60, "base_fee_nanofil": 0}`,
				`"horizon_days": 60, "raw_onboarding_pib": 0, "messages": "onboarding"}`,
				`"horizon_days": 60, "fil_plus_rates": [0], "messages": "onboarding"}`,
				`"horizon_days": 60, "renewal_rate": 1, "lock_target": 1}`,
			} {
				in, sc := simtest.ResolvePreset(t, preset, head+text)
				mustRun(t, in, sc)
				result := mustSimulate(t, in, sc)
				for i := range result.Runs {
					r := &result.Runs[i]
					balance(t, head+text, r.DirectNetwork)
					nothing := sc.HorizonDays == 1 || sc.DirectGasFraction == 1 &&
						sc.Messages == assumption.PublishMessages || sc.RawOnboardingPiB[0] == 0 && preset == ""
					if nothing {
						compareNetworks(t, preset+" "+head+text, r.DirectNetwork, r.Network, 0)
					}
				}
			}
		}
	}
}

// TestReboundWithoutDeals: sectors without deals save ProveCommit gas too, and deals refill it:
// rate 0 is the limit of small rates.
func TestReboundWithoutDeals(t *testing.T) {
	result := run(t, `{"messages": "onboarding", "rebound": 1, "fil_plus_rates": [0, 1e-9], "horizon_days": 100}`)
	none, few := &result.Runs[0], &result.Runs[1]
	for e := result.HistoryDays + 1; e < result.Days; e++ {
		if none.DirectDealOnboardedPiB[e] == 0 || !near(none.DirectDealOnboardedPiB[e], few.DirectDealOnboardedPiB[e],
			1e-6) {
			t.Fatalf("entry %d: %v PiB at rate 0, %v at 1e-9", e, none.DirectDealOnboardedPiB[e],
				few.DirectDealOnboardedPiB[e])
		}
	}
}

// TestResponseOfAnEndingNetwork: more deals may keep the network alive; the result still ends with
// the status quo's.
func TestResponseOfAnEndingNetwork(t *testing.T) {
	onboarding := make([]float64, 700)
	onboarding[0], onboarding[1] = 5, 5
	for _, duration := range []int{180, 1900} {
		result := run(t, `{"snapshot": "2025-09-09", "horizon_days": 700, "renewal_rate": 0, "fil_plus_rates": [1],
			"rebound": 1, "burn_feedback": true,
			"sector_duration_days": `+itoa(duration)+`, "raw_onboarding_pib": `+string(simtest.JSON(t, onboarding))+`}`)
		r := &result.Runs[0]
		end, ended := r.Network.Ended()
		if !ended || r.DirectNetwork.Defined < r.Network.Defined || duration == 1900 &&
			r.DirectNetwork.Defined == r.Network.Defined {
			t.Errorf("%d days: ended %v at %d, under DirectFIL+ at %d", duration, ended, end, r.DirectNetwork.Defined-1)
		}
		for _, s := range r.Series() {
			if len(s.Values) > max(0, end+1-s.Offset) {
				t.Errorf("%s has %d values after the end at %d", s.Name, len(s.Values), end)
			}
			for e, v := range s.Values {
				if math.IsInf(v, 0) {
					t.Fatalf("%s[%d] is %v", s.Name, e, v)
				}
			}
		}
		balance(t, "ending", r.DirectNetwork)
		mustRun(t, simtest.Inputs(t, "2025-09-09"), result.Scenario)
	}
}

// TestBurnSavedFaults: MechaFIL refuses a saving that does not fit.
func TestBurnSavedFaults(t *testing.T) {
	in, sc := simtest.Resolve(t, `{"horizon_days": 3}`)
	for _, c := range []struct {
		saved []float64
		parts []string
	}{
		{[]float64{1, 2}, []string{"burn saved has 2 values", "horizon_days = 3"}},
		{[]float64{}, []string{"burn saved has 0 values"}},
		{[]float64{1, math.NaN(), 2}, []string{"burn saved entry 1 is NaN", "finite"}},
		{[]float64{math.Inf(1), 0, 2}, []string{"burn saved entry 0 is +Inf", "finite"}},
	} {
		f := &mechafil.Forecast{
			HorizonDays: 3, SectorDurationDays: 540, RawOnboardingPiB: sc.RawOnboardingPiB, RenewalRate: sc.RenewalRate,
			FILPlusRate: sc.FILPlusRates[0], LeavingRate: sc.LeavingRate, BaselineEiB: sc.BaselineEiB, Start: sc.Start,
			LockTarget: sc.LockTarget, FILPlusMultiplier: sc.FILPlusMultiplier,
			QARenewalMultiplier: sc.QARenewalMultiplier,
			Gamma:               sc.Gamma, GammaWeighting: sc.GammaWeighting, PledgeBase: sc.PledgeBase,
			BurnSavedFIL: c.saved,
		}
		_, err := mechafil.Simulate(in.Snapshot, f)
		simtest.WantNamed(t, err, c.parts...)
	}
}
