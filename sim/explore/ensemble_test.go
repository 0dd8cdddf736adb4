package explore_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

func ensemble(tb testing.TB, text string, o explore.Options, slice int) (
	*assumption.Inputs, assumption.Scenario, *explore.Ensemble) {

	tb.Helper()
	in, sc := resolve(tb, text)
	e := must(explore.NewEnsemble(in, history(in), sc, o))
	finish(tb, e, slice)
	return in, sc, e
}

// sameBits reports whether two sets of quantiles are equal, NaN to NaN.
func sameBits(a, b explore.Quantiles) bool {
	list := func(q explore.Quantiles) []float64 {
		return slices.Concat([]float64{q.Median, q.Undefined, q.Poles}, q.Low[:], q.High[:])
	}
	return slices.EqualFunc(list(a), list(b),
		func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
}

// TestSameSeedSameEnsemble, whatever the slices; another seed gives another.
func TestSameSeedSameEnsemble(t *testing.T) {
	const text = `{"horizon_days": 200}`
	o := explore.Options{Runs: 60, Seed: 5, Curves: []string{"direct_over_netflow", "cumulative_saving_fil"}}
	_, sc, whole := ensemble(t, text, o, 60)
	_, _, sliced := ensemble(t, text, o, 7)
	o.Seed = 6
	_, _, other := ensemble(t, text, o, 60)
	for _, curve := range o.Curves {
		for rate := range sc.FILPlusRates {
			a, b, c := must(whole.Fan(curve, rate)), must(sliced.Fan(curve, rate)), must(other.Fan(curve, rate))
			for i := range a.Days {
				if !sameBits(a.Days[i], b.Days[i]) {
					t.Fatalf("%s, rate %d, day %d: %+v in slices, %+v", curve, rate, i, b.Days[i], a.Days[i])
				}
			}
			if sameBits(a.Days[100], c.Days[100]) {
				t.Errorf("%s: another seed, the same quantiles", curve)
			}
		}
	}
	a, b := whole.Figures(1), sliced.Figures(1)
	for i := range a {
		if a[i].Figure.Name != b[i].Figure.Name || !sameBits(a[i].Quantiles, b[i].Quantiles) {
			t.Errorf("%s depends on the slices", a[i].Figure.Name)
		}
	}
}

// TestFirstRunsOfALongerEnsemble are those of a shorter one, and an input that is held leaves the others' draws.
func TestFirstRunsOfALongerEnsemble(t *testing.T) {
	const text = `{"horizon_days": 100}`
	draws := func(o explore.Options) []explore.Value {
		o.Seed, o.Curves = 3, []string{"saving_fil"}
		_, _, e := ensemble(t, text, o, 50)
		return must(e.Draws("saving_fil", 1))
	}
	short, long := draws(explore.Options{Runs: 30}), draws(explore.Options{Runs: 45})
	if !slices.Equal(short, long[:30]) {
		t.Error("the first runs of a longer ensemble are others")
	}
	// Gas is deal power times level times factor: with deal power held, what is left is the factor's.
	noGas, onlyGas := draws(explore.Options{Runs: 30, HoldGas: true}),
		draws(explore.Options{Runs: 30, HoldOnboarding: true, HoldFILPlus: true, HoldRenewal: true})
	renewalToo := draws(explore.Options{Runs: 30, HoldOnboarding: true, HoldFILPlus: true})
	if !slices.Equal(onlyGas, renewalToo) {
		t.Error("drawing renewal, which gas does not depend on, changes the gas")
	}
	if slices.Equal(noGas, short) || slices.Equal(onlyGas, short) {
		t.Error("holding changes nothing")
	}
}

// TestHeldEnsemble: with all held, every run is the scenario's own.
func TestHeldEnsemble(t *testing.T) {
	in, sc, e := ensemble(t, `{"rebound": 0.5}`, explore.Options{Runs: 20, HoldOnboarding: true, HoldRenewal: true,
		HoldFILPlus: true, HoldGas: true}, 9)
	result := must(sim.Run(in, sc))
	for rate := range result.Runs {
		fan := must(e.Fan("direct_over_netflow", rate))
		for i, q := range fan.Days {
			k := fan.First + i - sc.SmoothingDays
			if result.Runs[rate].DirectNetflowMeanFIL[k] <= 0 {
				if q.Poles != 1 || !math.IsNaN(q.Median) {
					t.Fatalf("rate %d, day %d: %+v, want a pole", rate, i, q)
				}
				continue
			}
			want := float64(float32(result.Runs[rate].DirectOverNetflow[k]))
			if q.Median != want || q.Low[2] != want || q.High[2] != want || q.Undefined != 0 || q.Poles != 0 {
				t.Fatalf("rate %d, day %d: %+v, want %v", rate, i, q, want)
			}
		}
		for _, f := range e.Figures(rate) {
			if want := f.Figure.Read(result, rate, 0).Figure; f.Median != want || f.High[1] != want {
				t.Errorf("%s is %v, want %v", f.Figure.Name, f.Median, want)
			}
		}
	}
}

// TestGasBandsAreTheModels: with gas alone drawn, the quantiles of a day's gas are the analytic bands. For both
// snapshots, since the forecast of the later one begins within its own history.
func TestGasBandsAreTheModels(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		const runs = 4000
		in, sc, e := ensemble(t, `{"snapshot": "`+snapshot+`", "horizon_days": 400, "fil_plus_rates": [0.75]}`,
			explore.Options{Runs: runs, Seed: 2, Curves: []string{"gas_status_quo_fil"}, HoldOnboarding: true,
				HoldRenewal: true, HoldFILPlus: true}, 500)
		result := must(sim.Run(in, sc))
		fan := must(e.Fan("gas_status_quo_fil", 0))
		for _, ahead := range []int{1, 30, 200, 398} {
			entry := fan.First + ahead - 1
			q := fan.Days[ahead-1]
			prediction := result.Runs[0].GasStatusQuoFIL[entry]
			sd := in.Scaling.LogSD(result.Date(entry), 1)
			check := func(name string, got, want, p float64) {
				// Standard error of a quantile of Student's t with 7 degrees of freedom: sqrt(p(1-p)/n)/density.
				x := math.Abs(math.Log(want/prediction)) / sd
				density := 0.3850 * math.Pow(1+x*x/7, -4) // of t with 7: Γ(4)/(Γ(3.5) sqrt(7π)) = 0.3850
				off := 4.5 * sd * math.Sqrt(p*(1-p)/runs) / density
				if math.Abs(math.Log(got/want)) > off {
					t.Errorf("%s, %d days ahead: %s is %v, want %v within a factor of %v", snapshot, ahead, name, got,
						want, math.Exp(off))
				}
			}
			check("median", q.Median, prediction, 0.5)
			for k, coverage := range explore.Coverages {
				factor := result.Bands.Day[k][entry]
				check("low end", q.Low[k], prediction/factor, (1-coverage)/2)
				check("high end", q.High[k], prediction*factor, (1-coverage)/2)
			}
		}
	}
}

// TestDrawnInputsKeepTheirCentre: the mean gas over runs and days is the scenario's; a FIL+ rate of 1 stays 1.
func TestDrawnInputsKeepTheirCentre(t *testing.T) {
	in, sc, e := ensemble(t, `{"horizon_days": 1095, "fil_plus_rates": [0.5, 1]}`,
		explore.Options{Runs: 400, Seed: 1, Curves: []string{"deal_onboarded_pib", "saving_fil"}, HoldGas: true}, 100)
	if got := e.HistoryDays(); got != 295 {
		t.Errorf("%d days of history, want the 295 that have renewal rates published", got)
	}
	// With a rate of 1 gas is onboarding times level; its sum over the forecast is the mean's, to sampling error.
	values := must(e.Draws("gas_fil", 1))
	sum := 0.0
	for _, v := range values {
		sum += v.Figure
	}
	result := must(sim.Run(in, sc))
	if got, want := sum/float64(len(values)), result.Runs[1].Summary.GasFIL; !near(got, want, 0.01) {
		t.Errorf("mean gas %v, want %v", got, want)
	}
	raw, _ := sc.RawOnboardingPiB.Scalar()
	// Every day's onboarding at a rate of 1 is a day of the history, scaled: it lies within the history's range.
	h := history(in)
	low, high, total, n := math.Inf(1), 0.0, 0.0, 0.0
	for i, v := range h.Of("raw_onboarding_pib") {
		if !math.IsNaN(v) && !math.IsNaN(h.Of("renewal_rate")[i]) {
			low, high, total, n = min(low, v), max(high, v), total+v, n+1
		}
	}
	for i, q := range must(e.Fan("deal_onboarded_pib", 1)).Days {
		if q.Low[2] < raw*low/(total/n)*(1-1e-6) || q.High[2] > raw*high/(total/n)*(1+1e-6) {
			t.Fatalf("day %d: %+v leaves the history's range", i, q)
		}
	}
}

// TestDrawsMoveTogether: onboarding and FIL+ rate keep the correlation of the history, here -0.66.
func TestDrawsMoveTogether(t *testing.T) {
	_, _, e := ensemble(t, `{"horizon_days": 60, "fil_plus_rates": [0.6]}`,
		explore.Options{Runs: 400, Seed: 1, HoldGas: true, HoldRenewal: true}, 100)
	alone := func(o explore.Options) float64 {
		o.Runs, o.Seed, o.HoldGas, o.HoldRenewal = 400, 1, true, true
		_, _, e := ensemble(t, `{"horizon_days": 60, "fil_plus_rates": [0.6]}`, o, 100)
		return variance(must(e.Draws("gas_fil", 0)))
	}
	both := variance(must(e.Draws("gas_fil", 0)))
	apart := alone(explore.Options{HoldFILPlus: true}) + alone(explore.Options{HoldOnboarding: true})
	if !(both < 0.7*apart) {
		t.Errorf("variance of gas %v, with the two drawn apart %v: in the history they offset each other", both, apart)
	}
}

func variance(values []explore.Value) float64 {
	mean, square := 0.0, 0.0
	for _, v := range values {
		mean += math.Log(v.Figure) / float64(len(values))
	}
	for _, v := range values {
		square += (math.Log(v.Figure) - mean) * (math.Log(v.Figure) - mean) / float64(len(values))
	}
	return square
}

// TestUndefinedIsTold: days past the network's end and poles are counted and are not among the quantiles.
func TestUndefinedIsTold(t *testing.T) {
	_, _, e := ensemble(t, `{"raw_onboarding_pib": 0, "renewal_rate": 0, "fil_plus_rates": [1]}`,
		explore.Options{Runs: 50, Curves: []string{"gas_over_circulating"}}, 50)
	days := must(e.Fan("gas_over_circulating", 0)).Days
	if q := days[0]; q.Undefined != 0 || math.IsNaN(q.Median) {
		t.Errorf("first day: %+v", q)
	}
	if q := days[len(days)-1]; q.Undefined != 1 || !math.IsNaN(q.Median) || !math.IsNaN(q.High[2]) {
		t.Errorf("last day, after the end: %+v", q)
	}
	_, _, e = ensemble(t, `{"raw_onboarding_pib": 40, "renewal_rate": 1, "fil_plus_rates": [1], "smoothing_days": 1}`,
		explore.Options{Runs: 50, Curves: []string{"gas_over_netflow"}}, 50)
	some := false
	for i, q := range must(e.Fan("gas_over_netflow", 0)).Days {
		some = some || q.Poles > 0
		if !math.IsNaN(q.Median) && q.Low[2] < 0 {
			t.Fatalf("day %d: a burden below zero among the quantiles: %+v", i, q)
		}
	}
	if !some {
		t.Error("no pole is told of")
	}
}

// TestEnsembleIsMonotone: bands lie within each other around the median.
func TestEnsembleIsMonotone(t *testing.T) {
	_, sc, e := ensemble(t, `{"horizon_days": 300}`, explore.Options{Runs: 100, Seed: 9}, 100)
	for _, curve := range e.Options().Curves {
		for rate := range sc.FILPlusRates {
			for i, q := range must(e.Fan(curve, rate)).Days {
				if !(q.Low[2] <= q.Low[1] && q.Low[1] <= q.Low[0] && q.Low[0] <= q.Median && q.Median <= q.High[0] &&
					q.High[0] <= q.High[1] && q.High[1] <= q.High[2]) {
					t.Fatalf("%s, day %d: %+v", curve, i, q)
				}
			}
		}
	}
	if got, want := e.Bytes(), 4*4*3*299*100; got != want {
		t.Errorf("%d bytes, want %d", got, want)
	}
}

// TestRegimeEnsemble: the study's model has no law of its errors, so its gas is held.
func TestRegimeEnsemble(t *testing.T) {
	_, _, e := ensemble(t, `{"gas_model": "regime", "horizon_days": 60}`,
		explore.Options{Runs: 20, HoldOnboarding: true, HoldRenewal: true, HoldFILPlus: true}, 20)
	if !e.Options().HoldGas || variance(must(e.Draws("gas_fil", 0))) > 1e-20 {
		t.Error("the regime model's gas varies")
	}
}

func TestEnsembleRefuses(t *testing.T) {
	in, sc := resolve(t, "{}")
	h := history(in)
	for name, o := range map[string]explore.Options{
		"runs": {Runs: 1}, "too many runs": {Runs: explore.MaxRuns + 1}, "block": {BlockDays: 731},
		"curve": {Curves: []string{"x"}},
	} {
		if _, err := explore.NewEnsemble(in, h, sc, o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := explore.NewEnsemble(in, explore.NewHistory(in.Daily, day.Of(2022, 11, 30), 730), sc,
		explore.Options{}); err == nil {
		t.Error("no error for a history of 52 days with a renewal rate")
	}
	wrong := sc
	wrong.Snapshot = "2025-09-09"
	if _, err := explore.NewEnsemble(in, h, wrong, explore.Options{}); err == nil {
		t.Error("no error for the inputs of another snapshot")
	}
	e := must(explore.NewEnsemble(in, h, sc, explore.Options{Runs: 20}))
	if _, err := e.Fan("qa_power_eib", 0); err == nil {
		t.Error("no error for a curve that was not kept")
	}
	if _, err := e.Draws("day_saving_fil", 0); err == nil {
		t.Error("no error for a figure of a day")
	}
}

// TestEnsembleOfSeedOne: the figures that the command line prints for seed 1. make wasm-test draws them again as the
// page does: the draws are equal bit by bit, what follows from them up to package math's last bits.
func TestEnsembleOfSeedOne(t *testing.T) {
	_, _, e := ensemble(t, "{}", explore.Options{Runs: 100, Seed: 1, Curves: []string{"direct_over_netflow"}}, 100)
	got := map[string]float64{}
	for _, f := range e.Figures(1) {
		got[f.Figure.Name] = f.Median
		got[f.Figure.Name+" high"] = f.High[2]
	}
	for name, want := range map[string]float64{
		"saving_fil": 7374085.254419081, "saving_fil high": 12788562.519778304,
		"month_direct_over_netflow": 0.005608491289101809, "mean_gas_over_circulating": 0.0045376590819599045,
	} {
		if !near(got[name], want, 1e-9) {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}
	// Kept as float32.
	if q := must(e.Fan("direct_over_netflow", 1)).Days[500]; !near(q.Median, 0.0044877780601382256, 1e-6) ||
		!near(q.Low[2], 0.0016535002941964194, 1e-6) {
		t.Errorf("day 500: %v, %v", q.Median, q.Low[2])
	}
}
