package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

const of2026 = `{"version": 2, "snapshot": "2026-04-20", "horizon_days": 600, "smoothing_days": 7`

func run2026(t *testing.T, more string) *sim.Result {
	t.Helper()
	in := simtest.Inputs(t, "2026-04-20")
	r, err := sim.Run(in, simtest.ResolveOn(t, in, of2026+more+"}"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestBurnByCause: what a run burns a day is its causes' sum, of which gas is that of all messages at the price of the
// day, whichever price it is.
func TestBurnByCause(t *testing.T) {
	for _, text := range []string{
		``, `, "base_fee_nanofil": 0.01`, `, "solstice": "2026-10-19"`, `, "raw_onboarding_pib": 6`,
		`, "base_fee_nanofil": 0.5, "gas_model": "regime"`,
	} {
		r := run2026(t, text)
		run, sc := &r.Runs[0], &r.Scenario
		net := run.Network
		if run.DirectNetwork != net {
			t.Errorf("%s: two networks without a response", text)
		}
		for k := r.HistoryDays + 1; k < net.Defined; k++ {
			load, fee := run.GasPublishGgas[k]/1000+sc.OnboardTgasPerPiB*net.OnboardedRawPiB[k]+
				sc.WindowTgasPerEiB*net.RawPowerEiB[k]+sc.OtherTgas, sc.BaseFeeNanoFIL
			if run.Blocks != nil {
				load, fee = load*price.Fitting(load), run.Blocks.FeeNanoFIL[k]
			}
			gas := math.Max(0, load) * 1000 * fee * 1.0375
			b := net.Burns
			want := gas + b.SectorFeeFIL[k] + 740
			if net.StreamBurntFIL != nil {
				want += net.StreamBurntFIL[k]
			}
			if got := net.BurntFIL[k] - net.BurntFIL[k-1]; math.Abs(got-want) > 1e-6 || !near(b.GasFIL[k], gas, 1e-9) {
				t.Fatalf("%s, %v: burnt %v, of it gas %v, want %v, %v", text, r.Date(k), got, b.GasFIL[k], want, gas)
			}
		}
	}
}

// TestBurnOfTwoNetworks: one network a rate burns the gas of the status quo, unless what is saved is not burnt.
func TestBurnOfTwoNetworks(t *testing.T) {
	for _, fixed := range []string{``, `, "base_fee_nanofil": 0.02`} {
		refilled := run2026(t, `, "raw_onboarding_pib": 5, "rebound": 0.5`+fixed)
		fed := run2026(t, `, "raw_onboarding_pib": 5, "burn_feedback": true`+fixed)
		for k := refilled.HistoryDays + 1; k < refilled.Days-1; k++ {
			a, b := refilled.Runs[0].Network.Burns.GasFIL[k], refilled.Runs[0].DirectNetwork.Burns.GasFIL[k]
			if a != b {
				t.Fatalf("%v: gas burns %v in the one network, %v in the other", refilled.Date(k), a, b)
			}
			run := &fed.Runs[0]
			own, want := run.DirectNetwork.Burns.GasFIL[k], 0.
			if x := run.Blocks; x != nil {
				want = 1037.5 * x.DirectLoadTgas[k] * price.Fitting(x.DirectLoadTgas[k]) * x.DirectFeeNanoFIL[k]
			} else {
				want = run.Network.Burns.GasFIL[k] - 1.0375*0.02*(run.GasStatusQuoGgas[k]-run.GasDirectGgas[k])
			}
			if !near(own, want, 1e-9) || !(own < run.Network.Burns.GasFIL[k]) {
				t.Fatalf("%v: DirectFIL+ burns %v, want %v, less than %v", fed.Date(k), own, want,
					run.Network.Burns.GasFIL[k])
			}
		}
	}
}

// TestNothingIsPublishedAfterFILPlus: from the day after it on there are no deals, no gas of publishing them, and
// nothing to be saved, with either gas model and whichever messages count; but what was refilled before has to be
// proven.
func TestNothingIsPublishedAfterFILPlus(t *testing.T) {
	for _, text := range []string{
		``, `, "messages": "onboarding", "rebound": 1, "burn_feedback": true`,
		`, "base_fee_nanofil": 1, "gas_model": "regime", "rebound": 0.5`,
	} {
		r := run2026(t, text+`, "solstice": "2026-10-19"`)
		run, end := &r.Runs[0], int(protocol.Version(29).Day()-r.Start)
		if run.DealOnboardedPiB[end] == 0 || run.SavingFIL[end] == 0 {
			t.Errorf("%s: FIL+ has ended on its own day", text)
		}
		for k := end + 1; k < len(run.GasStatusQuoGgas)-1; k++ {
			if run.DealOnboardedPiB[k] != 0 || run.GasPublishGgas[k] != 0 ||
				run.DirectDealOnboardedPiB[k] != 0 || run.Adoption[k] != 0 ||
				run.GasStatusQuoGgas[k] != run.GasDirectGgas[k] || math.Abs(run.SavingFIL[k]) > 1e-6 {
				t.Fatalf("%s, %v: %v PiB of deals, %v Ggas, %v FIL saved", text, r.Date(k), run.DealOnboardedPiB[k],
					run.GasPublishGgas[k], run.SavingFIL[k])
			}
		}
		for _, w := range r.Warnings {
			if w.Code == sim.WarnGasOutOfRange && w.Last > r.Date(end) {
				t.Errorf("%s: %s: no gas is predicted then", text, w.Message())
			}
		}
	}
}

// TestSolsticeOnOtherDays: another day than the scheduled one moves everything; one before the snapshot's counts as
// that.
func TestSolsticeOnOtherDays(t *testing.T) {
	later, early, now := run2026(t, `, "solstice": "2027-03-01"`), run2026(t, `, "solstice": "2025-01-01"`),
		run2026(t, `, "solstice": "2026-04-20"`)
	k := int(day.Of(2027, 3, 1) - later.Start)
	net := later.Runs[0].Network
	if net.ConsensusRewardFIL[k] != net.RewardFIL[k] || !(net.ConsensusRewardFIL[k+1] < 0.951*net.RewardFIL[k+1]) {
		t.Error("the reward is not split from 2027-03-02 on")
	}
	if !slices.Equal(early.Runs[0].Network.CirculatingFIL, now.Runs[0].Network.CirculatingFIL) {
		t.Error("a day before the snapshot is another than the snapshot's")
	}
	if history := now.Runs[0].Network; history.ConsensusRewardFIL[now.HistoryDays] !=
		history.RewardFIL[now.HistoryDays] {
		t.Error("the history's reward is split")
	}
}

// TestSolsticeAgainstStayed: what FIP-0118 does to the network of April 2026, in the directions that it must. The gap
// is what opting in and pledge, split and burn make of it; no figure of it was published.
func TestSolsticeAgainstStayed(t *testing.T) {
	of := func(name string) *sim.Result {
		p, err := assumption.PresetNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		in := simtest.Inputs(t, p.Snapshot)
		sc, err := p.Scenario().Resolve(in)
		if err != nil {
			t.Fatal(err)
		}
		return mustSimulate(t, in, sc)
	}
	stayed, solstice := of("stayed"), of("solstice")
	a, b := stayed.Runs[0].Network, solstice.Runs[0].Network
	on := int(protocol.Version(29).Day() - stayed.Start)
	if a.CirculatingFIL[on] != b.CirculatingFIL[on] {
		t.Error("they part before FIL+ ends")
	}
	for _, days := range []int{182, 365, 730} {
		k := on + days
		t.Logf("%v: circulating %.2f and %.2f M, burnt %.3f and %.3f M more since, pledge %.2f and %.2f M, return of a "+
			"sector %.3g and %.3g FIL a day, raw %.0f PiB, QA %.0f and %.0f PiB", stayed.Date(k),
			a.CirculatingFIL[k]/1e6,
			b.CirculatingFIL[k]/1e6, (a.BurntFIL[k]-a.BurntFIL[on])/1e6, (b.BurntFIL[k]-b.BurntFIL[on])/1e6,
			a.LockedPledgeFIL[k]/1e6, b.LockedPledgeFIL[k]/1e6, a.RewardPerSectorFIL[k], b.RewardPerSectorFIL[k],
			a.RawPowerEiB[k]*1024, a.QAPowerEiB[k]*1024, b.QAPowerEiB[k]*1024)
		if !(b.BurntFIL[k] > a.BurntFIL[k]) || !(b.RewardPerSectorFIL[k] < a.RewardPerSectorFIL[k]) ||
			!(b.QAPowerEiB[k] >= a.QAPowerEiB[k]) || !(b.LockedRewardFIL[k] < a.LockedRewardFIL[k]) {
			t.Errorf("%v: burn, return, QA power or locked reward move the wrong way", stayed.Date(k))
		}
		if a.RawPowerEiB[k] != b.RawPowerEiB[k] || a.RewardFIL[k] != b.RewardFIL[k] {
			t.Errorf("%v: raw power or minting is another", stayed.Date(k))
		}
	}
}
