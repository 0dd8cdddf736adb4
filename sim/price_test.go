package sim_test

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// inputs2026 are inputs on which the runs of the reference come about: publishing costs 3.97 Tgas a PiB on all days.
func inputs2026(t *testing.T) *assumption.Inputs {
	t.Helper()
	in, scaling := *simtest.Inputs(t, "2025-09-09"), *simtest.Inputs(t, "2025-09-09").Scaling
	scaling.Level0, scaling.LongRunLevel = 3970, 3970
	in.Scaling = &scaling
	return &in
}

// like2026 is a scenario with the loads of 2026-04-20: what proving its raw power takes counts as other gas there.
const like2026 = `"version": 2, "snapshot": "2025-09-09", "horizon_days": 400, "fil_plus_rates": [1],
	"other_tgas": 4.797979830489869, "window_tgas_per_eib": 0`

func wantNear(t *testing.T, name string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Abs(want)) {
		t.Errorf("%s = %.12g, want %.12g", name, got, want)
	}
}

// TestRunsAreTheReference: whole days and the rebound of shared/reference/price.json, through the simulator.
func TestRunsAreTheReference(t *testing.T) {
	data, err := os.ReadFile("../model/price/testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var ref struct {
		Days, Rebound []map[string]float64
	}
	if err := json.Unmarshal(data, &ref); err != nil || len(ref.Days) != 6 || len(ref.Rebound) != 3 {
		t.Fatalf("%v, %d days", err, len(ref.Days))
	}
	in := inputs2026(t)
	at := func(r *sim.Result) int { return int(day.Of(2026, 6, 10) - r.Start) } // FIP-0115 holds
	for _, d := range ref.Days {
		r, err := sim.Run(in, simtest.ResolveOn(t, in,
			`{`+like2026+`, "raw_onboarding_pib": `+number(d["onboarding_pib"])+`}`))
		if err != nil {
			t.Fatal(err)
		}
		run, k := &r.Runs[0], at(r)
		b := run.Blocks
		wantNear(t, "load", b.LoadTgas[k], d["load_status_quo"])
		wantNear(t, "load direct", b.DirectLoadTgas[k], d["load_direct"])
		wantNear(t, "fee", b.FeeNanoFIL[k], d["fee_status_quo"])
		wantNear(t, "fee direct", b.DirectFeeNanoFIL[k], d["fee_direct"])
		wantNear(t, "FIL", run.GasStatusQuoFIL[k], d["publish_status_quo_fil"])
		wantNear(t, "FIL direct", run.GasDirectFIL[k], d["publish_direct_fil"])
		for _, s := range run.Series() {
			switch s.Name {
			case "saving_less_gas_fil":
				wantNear(t, s.Name, s.Values[k], d["saved_by_less_gas_fil"])
			case "saving_lower_price_fil":
				wantNear(t, s.Name, s.Values[k], d["saved_by_lower_price_fil"])
			}
		}
	}
	for _, d := range ref.Rebound {
		r, err := sim.Run(in, simtest.ResolveOn(t, in, `{`+like2026+`,
			"raw_onboarding_pib": `+number(d["onboarding_pib"])+`, "rebound": `+number(d["rebound"])+`}`))
		if err != nil {
			t.Fatal(err)
		}
		run, k := &r.Runs[0], at(r)
		wantNear(t, "extra", run.DirectDealOnboardedPiB[k]-run.DealOnboardedPiB[k], d["extra_pib"])
		wantNear(t, "load", run.Blocks.DirectLoadTgas[k], d["load"])
		wantNear(t, "fee", run.Blocks.DirectFeeNanoFIL[k], d["fee"])
		wantNear(t, "FIL", run.GasDirectFIL[k], d["publish_fil"])
	}
}

// TestLoadsByHand: every entry of runs of both snapshots, with and without the other messages, rebound and feedback.
func TestLoadsByHand(t *testing.T) {
	for _, text := range []string{
		`{"version": 2}`,
		`{"version": 2, "snapshot": "2025-09-09", "adoption": "constant", "adoption_share": 0.3}`,
		`{"version": 2, "messages": "onboarding"}`,
		`{"version": 2, "rebound": 0.5, "burn_feedback": true, "raw_onboarding_pib": 9}`,
		`{"version": 2, "rebound": 1, "messages": "onboarding", "snapshot": "2025-09-09"}`,
	} {
		in := simtest.Inputs(t,
			map[bool]string{true: "2025-09-09", false: "2023-07-31"}[strings.Contains(text, "2025-09-09")])
		r, err := sim.Run(in, simtest.ResolveOn(t, in, text))
		if err != nil {
			t.Fatal(err)
		}
		sc := &r.Scenario
		p := price.Standard(sc.PricedLevelNanoFIL)
		for i := range r.Runs {
			run := &r.Runs[i]
			b := run.Blocks
			for k, load := range b.LoadTgas {
				net, direct := run.Network, run.DirectNetwork
				want := run.GasPublishGgas[k]/1000 + sc.OnboardTgasPerPiB*net.OnboardedRawPiB[k] +
					sc.WindowTgasPerEiB*net.RawPowerEiB[k] + sc.OtherTgas
				wantNear(t, text+": load", load, want)
				if k < direct.Defined && sc.Messages == assumption.PublishMessages {
					wantDirect := run.GasDirectGgas[k]/1000 + sc.OnboardTgasPerPiB*direct.OnboardedRawPiB[k] +
						sc.WindowTgasPerEiB*direct.RawPowerEiB[k] + sc.OtherTgas
					wantNear(t, text+": load direct", b.DirectLoadTgas[k], wantDirect)
				}
				wantNear(t, text+": fee", b.FeeNanoFIL[k], p.Fee(load, r.Date(k)))
				wantNear(t, text+": fee direct", b.DirectFeeNanoFIL[k], p.Fee(b.DirectLoadTgas[k], r.Date(k)))
				fits := math.Min(1, 51.4/load)
				wantNear(t, text+": FIL", run.GasStatusQuoFIL[k], run.GasStatusQuoGgas[k]*fits*b.FeeNanoFIL[k])
				if sc.Rebound == 1 && k > r.HistoryDays && k < direct.Defined {
					// All that was saved is filled; what is more proves more power.
					more := b.DirectLoadTgas[k] - load - sc.WindowTgasPerEiB*(direct.RawPowerEiB[k]-net.RawPowerEiB[k])
					if math.Abs(more) > 1e-9*load {
						t.Errorf("%s, entry %d: a rebound of 1 leaves the load %v apart", text, k, more)
					}
				}
			}
			var saving float64
			for k := r.HistoryDays + 1; k <= r.HistoryDays+run.Summary.ForecastDays; k++ {
				saving += run.SavingFIL[k] / float64(run.Summary.ForecastDays)
			}
			s := run.Summary.Priced
			var tip, over, less, priced float64
			for k := r.HistoryDays + 1; k <= r.HistoryDays+run.Summary.ForecastDays; k++ {
				n, fits := float64(run.Summary.ForecastDays), price.Fitting(b.LoadTgas[k])
				c := p.Cost(run.GasStatusQuoGgas[k]*fits, b.FeeNanoFIL[k])
				tip += c.TipFIL / n
				over += c.OverEstimationFIL / n
				less += price.Split(run.GasStatusQuoGgas[k]*fits, b.FeeNanoFIL[k],
					run.GasDirectGgas[k]*price.Fitting(b.DirectLoadTgas[k]), b.DirectFeeNanoFIL[k]).LessGasFIL / n
				priced += p.Priced(b.LoadTgas[k]) / n
			}
			wantNear(t, text+": tips", s.Extra.TipFIL, tip)
			wantNear(t, text+": over-estimation", s.Extra.OverEstimationFIL, over)
			wantNear(t, text+": less gas", s.Saving.LessGasFIL, less)
			wantNear(t, text+": priced", s.PricedShare, priced)
			if math.Abs(s.Saving.Total()-saving) > 1e-9*math.Abs(saving) ||
				math.Abs(saving-run.Summary.SavingFILPerDay) > 1e-9*math.Abs(saving) {
				t.Errorf("%s: parts of the saving %v and %v make %v, want %v", text, s.Saving.LessGasFIL,
					s.Saving.LowerPriceFIL, s.Saving.Total(), saving)
			}
			wantNear(t, text+": whole network", 1.0375*s.NetworkSaving.Total(), s.NetworkFIL-s.DirectNetworkFIL)
		}
	}
}

// TestBurnFeedbackOfBlocks: the network burns less by what all messages burn less.
func TestBurnFeedbackOfBlocks(t *testing.T) {
	in := simtest.Inputs(t, "2025-09-09")
	r, err := sim.Run(in, simtest.ResolveOn(t, in,
		`{"version": 2, "snapshot": "2025-09-09", "burn": "mean", "burn_feedback": true, "raw_onboarding_pib": 4}`))
	if err != nil {
		t.Fatal(err)
	}
	run := &r.Runs[1]
	b, x := run.Blocks, 1.0375
	for k := r.HistoryDays + 1; k < min(run.Network.Defined, run.DirectNetwork.Defined); k++ {
		saved := run.Network.BurntFIL[k] - run.Network.BurntFIL[k-1] -
			(run.DirectNetwork.BurntFIL[k] - run.DirectNetwork.BurntFIL[k-1])
		want := x * 1000 * (b.LoadTgas[k]*b.FeeNanoFIL[k]*price.Fitting(b.LoadTgas[k]) -
			b.DirectLoadTgas[k]*b.DirectFeeNanoFIL[k]*price.Fitting(b.DirectLoadTgas[k]))
		if math.Abs(saved-want) > 1e-6 { // of sums of 40 million
			t.Fatalf("entry %d: %v saved, want %v", k, saved, want)
		}
	}
}

// TestNobodyDirect: where nobody goes direct both futures are one.
func TestNobodyDirect(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	r, err := sim.Run(in, simtest.ResolveOn(t, in, `{"version": 2, "adoption": "none"}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, run := range r.Runs {
		for k := range run.Blocks.LoadTgas {
			if run.Blocks.LoadTgas[k] != run.Blocks.DirectLoadTgas[k] || run.SavingFIL[k] != 0 {
				t.Fatalf("entry %d: loads %v and %v, saving %v", k, run.Blocks.LoadTgas[k],
					run.Blocks.DirectLoadTgas[k], run.SavingFIL[k])
			}
		}
	}
}

// TestCapacityWarns: a load above the fullest day is told, on its days, and no more than fits is billed.
func TestCapacityWarns(t *testing.T) {
	in := simtest.Inputs(t, "2025-09-09")
	warned := func(text string) map[string]sim.Warning {
		r, err := sim.Run(in, simtest.ResolveOn(t, in, text))
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]sim.Warning{}
		for _, w := range r.Warnings {
			out[w.Code] = w
		}
		return out
	}
	full := warned(`{"version": 2, "snapshot": "2025-09-09", "raw_onboarding_pib": 8, "fil_plus_rates": [1]}`)
	if w := full[sim.WarnLoadAboveCapacity]; w.Days == 0 || w.Series != "load_tgas" ||
		!strings.Contains(w.Message(), "51.4 Tgas") {
		t.Errorf("%+v", w)
	}
	if w := full[sim.WarnPriceRough]; w.Run != -1 || w.Days == 0 ||
		!strings.Contains(w.Message(), "an order of magnitude") {
		t.Errorf("%+v", w)
	}
	if w, ok := warned(`{"version": 2, "snapshot": "2025-09-09",
		"raw_onboarding_pib": 0.2}`)[sim.WarnLoadAboveCapacity]; ok && w.First > day.Of(2025, 9, 9) {
		t.Errorf("%+v", w)
	}
	if fixed := warned(`{"snapshot": "2025-09-09", "raw_onboarding_pib": 8}`); fixed[sim.WarnPriceRough].Days != 0 ||
		fixed[sim.WarnLoadAboveCapacity].Days != 0 {
		t.Error("a fixed price has the warnings of block space")
	}
}

// TestFillsAt: blocks fill at 3.9, 5.8 and 6.3 PiB a day on the levels of April 2026, whatever the price.
func TestFillsAt(t *testing.T) {
	in := inputs2026(t)
	for _, choice := range []string{"block_space", "fixed"} {
		r, err := sim.Run(in, simtest.ResolveOn(t, in, `{`+like2026+`, "price": "`+choice+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		f, ok := r.FillsAt(0, r.HistoryDays+300, 44.16)
		if !ok || math.Abs(f.MarketPiB-3.9) > 0.05 || math.Abs(f.DirectPiB-5.8) > 0.05 ||
			math.Abs(f.UnpublishedPiB-6.3) > 0.05 {
			t.Errorf("%s: %+v, %v", choice, f, ok)
		}
	}
	r, err := sim.Run(in, simtest.ResolveOn(t, in, `{"snapshot": "2025-09-09", "gas_model": "regime"}`))
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := r.FillsAt(0, 400, 44.16); ok {
		t.Errorf("the regime model fills blocks at %+v", f)
	}
}

// TestVersionOneIsAsEver: neither JSON nor series nor figures of a first-version run say anything of block space.
func TestVersionOneIsAsEver(t *testing.T) {
	r := run(t, `{"horizon_days": 5}`)
	text, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, new := range []string{`"version"`, `"price"`, "knee", "load_tgas", "direct_base_fee", "priced", `"start"`,
		"extension",
		"leaving"} {
		if strings.Contains(string(text), new) {
			t.Errorf("it has %s", new)
		}
	}
	in := simtest.Inputs(t, "2023-07-31")
	later, err := sim.Run(in,
		simtest.ResolveOn(t, in, `{"horizon_days": 5, "version": 2, "start": "mechafil", "extension_days": 0,
			"leaving_rate": 0, "burn": "mean", "price": "fixed", "base_fee_nanofil": `+number(r.Scenario.BaseFeeNanoFIL)+`}`))
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Runs {
		if !reflect.DeepEqual(r.Runs[i].GasStatusQuoFIL, later.Runs[i].GasStatusQuoFIL) ||
			r.Runs[i].Summary != later.Runs[i].Summary {
			t.Error("a fixed price and MechaFIL's network of version 2 are others than those of version 1")
		}
	}
}
