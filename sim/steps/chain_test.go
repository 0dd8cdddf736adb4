package steps_test

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/steps"
)

// published are the figures that tests share; they only read them.
var published = sync.OnceValues(func() (map[string]*assumption.Inputs, error) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	out := map[string]*assumption.Inputs{}
	for _, name := range assets.SnapshotNames() {
		s, err := assets.Snapshot(name)
		if err != nil {
			return nil, err
		}
		fitted, err := models.For(name)
		if err != nil {
			return nil, err
		}
		out[name] = &assumption.Inputs{Snapshot: s, Daily: daily, Regime: &models.Regime, Scaling: &fitted.Scaling,
			Onboarding: &fitted.Onboarding}
	}
	return out, nil
})

func simulate(t *testing.T, snapshot, preset, scenario string) (*assumption.Inputs, *sim.Result) {
	t.Helper()
	all, err := published()
	if err != nil {
		t.Fatal(err)
	}
	given, err := assumption.ParseScenario([]byte(scenario))
	if err != nil {
		t.Fatal(err)
	}
	base, err := assumption.PresetNamed(preset)
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(base.Overrides, given)
	in := all[snapshot]
	sc, err := base.Overrides.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	r, err := sim.Run(in, sc)
	if err != nil {
		t.Fatal(err)
	}
	return in, r
}

// The scenarios of the tests: presets, and what takes every other way through the equations.
var scenarios = []struct{ name, preset, json string }{
	{"default", "default", `{}`},
	{"study", "study", `{}`},
	{"refilled in part", "refilled-in-part", `{"fil_plus_rates":[0.75]}`},
	{"refilled, all messages, regime", "refilled",
		`{"fil_plus_rates":[0.75],"messages":"onboarding","gas_model":"regime"}`},
	{"refilled, no deals", "refilled", `{"fil_plus_rates":[0],"messages":"onboarding","horizon_days":400}`},
	{"geometric, available", "default",
		`{"fil_plus_rates":[0.3],"gamma":0.4,"gamma_weighting":"geometric","pledge_base":"available","messages":"onboarding","adoption":"constant","adoption_share":0.2}`},
	{"harmonic", "default", `{"fil_plus_rates":[1],"gamma":0.6,"gamma_weighting":"harmonic","sector_duration_days":180,"adoption":"logistic","smoothing_days":7}`},
	{"nothing onboarded", "default",
		`{"fil_plus_rates":[0.5],"raw_onboarding_pib":0,"messages":"onboarding","adoption":"none","gamma_weighting":"harmonic","gamma":0.5}`},
	{"power ends", "saved-unused",
		`{"fil_plus_rates":[0,1],"raw_onboarding_pib":0,"renewal_rate":0,"horizon_days":2000}`},
	{"power ends, regime", "study",
		`{"fil_plus_rates":[0.5],"raw_onboarding_pib":0,"renewal_rate":0,"horizon_days":2000,"rebound":0.5}`},
	{"long, capped, much", "default",
		`{"fil_plus_rates":[1],"raw_onboarding_pib":900,"renewal_rate":1,"qa_renewal_multiplier":3,"lock_target":1,"horizon_days":900}`},
	{"block space", "default", `{"version":2,"fil_plus_rates":[0.75],"horizon_days":300}`},
	{"block space, full, refilled, not burnt", "refilled-in-part",
		`{"version":2,"fil_plus_rates":[1],"raw_onboarding_pib":9,"horizon_days":300}`},
	{"block space, refilled, all messages", "refilled",
		`{"version":2,"burn":"mean","fil_plus_rates":[0.5],"messages":"onboarding","adoption":"constant","adoption_share":0.4,"horizon_days":300}`},
	{"block space, power ends", "saved-unused",
		`{"version":2,"fil_plus_rates":[0],"raw_onboarding_pib":0,"renewal_rate":0,"messages":"onboarding","horizon_days":600}`},
	{"sectors leave, each day another share", "refilled-in-part", `{"version":2,"fil_plus_rates":[0.75],
		"horizon_days":250,"sector_duration_days":190,"extension_days":181,"leaving_rate":` + shares(250) + `}`},
	{"extended for less, none leaves", "default", `{"fil_plus_rates":[0.5],"horizon_days":700,"extension_days":200}`},
	{"as the chain stood", "default", `{"fil_plus_rates":[0.5],"horizon_days":40,"start":"chain","leaving_rate":0.01,"baseline_eib":9,
		"renewal_rate":0.2}`},
	{"block space, mean burn, not burnt", "saved-unused",
		`{"version":2,"burn":"mean","fil_plus_rates":[1],"horizon_days":200}`},
	{"burn by cause, fixed price", "default",
		`{"version":2,"base_fee_nanofil":0.3,"fil_plus_rates":[0.4],"horizon_days":900}`},
	{"burn by cause, fixed price, not burnt", "refilled-in-part",
		`{"version":2,"base_fee_nanofil":0.3,"fil_plus_rates":[0.4],"horizon_days":300,"gas_model":"regime"}`},
	{"FIL+ ends", "default", `{"version":2,"fil_plus_rates":[0.6],"horizon_days":500,"solstice":"2026-10-19"}`},
	{"FIL+ ends early, gates pass", "refilled-in-part", `{"version":2,"fil_plus_rates":[0.6],"horizon_days":900,
		"messages":"onboarding","solstice":"2023-08-20","solstice_gates":5,"pledge_reward":"consensus_reward"}`},
	{"FIL+ ends early, mean burn, regime", "refilled-in-part", `{"version":2,"fil_plus_rates":[0.6],"horizon_days":400,
		"base_fee_nanofil":1,"gas_model":"regime","burn":"mean","solstice":"2023-08-20","adoption":"logistic"}`},
	{"one day", "default", `{"horizon_days":1,"smoothing_days":365}`},
	{"pledge mixed by day", "default", `{"fil_plus_rates":[0.5],"horizon_days":120,"gamma":0.6,
		"gamma_weighting":"harmonic","gamma_weighting_by_day":[0` + strings.Repeat(",0,1,2,3", 29) + `,1,2,3]}`},
	{"what happened", "happened", `{"horizon_days":300}`},
}

// shares is a vector of so many leaving rates.
func shares(days int) string {
	out := "[0.001"
	for i := 1; i < days; i++ {
		out += fmt.Sprintf(",%g", float64(i%5)*0.001)
	}
	return out + "]"
}

// everyDay calls check with every chain of every run of every scenario on every snapshot.
func everyDay(t *testing.T, check func(t *testing.T, in *assumption.Inputs, r *sim.Result, run int, entry int,
	chain []steps.Step)) {
	for _, snapshot := range assets.SnapshotNames() {
		for _, s := range scenarios {
			t.Run(snapshot+" "+s.name, func(t *testing.T) {
				in, r := simulate(t, snapshot, s.preset, s.json)
				for run := range r.Runs {
					for entry := range r.Days {
						// The days about the ends of history and horizon, and every third of the others, another third
						// for each run; as WebAssembly, four times as slow, every fifteenth.
						stride := 3
						if runtime.GOOS == "js" {
							stride = 15
						}
						if off := entry - r.HistoryDays; (entry+run)%stride != 0 && entry > 1 &&
							entry < r.Days-1 && (off < -1 || off > 2) {
							continue
						}
						chain, err := steps.Chain(in, r, run, r.Date(entry))
						if err != nil {
							t.Fatal(err)
						}
						check(t, in, r, run, entry, chain)
						if t.Failed() {
							return
						}
					}
				}
			})
		}
	}
}

var equations = func() map[string]steps.Equation {
	out := map[string]steps.Equation{}
	for _, e := range steps.Equations() {
		out[e.ID] = e
	}
	return out
}()

// TestChainsHold is the test of tests: what each step says went in gives, by the equation that it shows, what
// it says came out; and what came out is the result's own figure of the day.
func TestChainsHold(t *testing.T) {
	used := map[string]bool{}
	whys := map[steps.Why]int{}
	var of *sim.RateRun // the run that the figures are of
	var series, direct map[string]figure
	everyDay(t, func(t *testing.T, in *assumption.Inputs, r *sim.Result, run, entry int, chain []steps.Step) {
		if of != &r.Runs[run] {
			of = &r.Runs[run]
			series, direct = figures(r, run)
		}
		held := map[string]bool{}
		for i := range chain {
			s := &chain[i]
			where := fmt.Sprintf("run %d, %s, step %s", run, r.Date(entry), s.Key)
			whys[s.Why]++
			if (math.IsNaN(s.Value) && s.Why == steps.HasValue) || math.IsInf(s.Value, 0) {
				t.Fatalf("%s: value %v and no reason", where, s.Value)
			}
			if s.Series != "" {
				from := series
				if s.Direct && !strings.HasPrefix(s.Series, "direct_") {
					from = direct
				}
				if !s.Direct {
					held[s.Series] = true
				}
				f, ok := from[s.Series]
				if !ok {
					t.Fatalf("%s: no series %s", where, s.Series)
				}
				if got := f.at(entry); !same(got, s.Value) {
					t.Fatalf("%s: value %v, series %s has %v", where, s.Value, s.Series, got)
				}
			}
			mustReevaluate(t, where, s)
			used[s.Equation] = true
		}
		if chain[0].Why == steps.Ended {
			return
		}
		for _, name := range []string{"gas_over_netflow", "gas_over_outflow", "gas_over_circulating",
			"gas_status_quo_fil", "saving_fil", "circulating_fil", "gas_direct_fil", "load_tgas", "base_fee_nanofil"} {
			if f, ok := series[name]; ok && !held[name] && !math.IsNaN(f.at(entry)) {
				t.Fatalf("run %d, %s: no step gives %s", run, r.Date(entry), name)
			}
		}
		if last := chain[len(chain)-1]; last.Part != steps.Burden {
			t.Fatalf("%s: the last step is %s", r.Date(entry), last.Key)
		}
	})
	for id, e := range equations {
		if !used[id] && e.Part != steps.Sector && e.Part != steps.Band && e.Part != steps.Given {
			t.Errorf("no chain shows equation %s", id)
		}
	}
	// NoDivisor and EndedDirect: no scenario leads there, since deals only add power and a flow is not zero to the last
	// bit.
	for _, why := range []steps.Why{steps.TooEarly, steps.Ended, steps.NoPower, steps.NotPositive, steps.FromMissing,
		steps.BeforeCounts} {
		if whys[why] == 0 {
			t.Errorf("no step is without value because of %q", why)
		}
	}
}

func mustReevaluate(t *testing.T, where string, s *steps.Step) {
	t.Helper()
	if math.IsNaN(s.Value) && s.Why != steps.FromMissing {
		return // it is said why
	}
	if len(s.Inputs) == 0 {
		if !math.IsNaN(s.Value) && s.Equation != "vesting" {
			t.Fatalf("%s: a value of nothing", where)
		}
		return
	}
	if s.Equation == "" {
		if len(s.Inputs) != 1 || !same(s.Inputs[0].Value, s.Value) {
			t.Fatalf("%s: %v is not its input", where, s.Value)
		}
		return
	}
	for _, symbol := range steps.Symbols(equations[s.Equation].Is) {
		if days, ok := symbol.At.Days(); ok && math.IsNaN(steps.Eval(steps.Var(days), s.Values())) {
			t.Fatalf("%s: equation %s speaks of %s %s, which no input gives", where, s.Equation, symbol.At, days.Name)
		}
	}
	got := steps.Eval(equations[s.Equation].Is, s.Values())
	if math.IsNaN(s.Value) != math.IsNaN(got) || math.Abs(got-s.Value) > 1e-9*math.Abs(s.Value) {
		t.Fatalf("%s: equation %s gives %v from %+v, not %v", where, s.Equation, got, s.Inputs, s.Value)
	}
}

// figure is a series on the date axis.
type figure struct {
	values []float64
	offset int
}

func (f figure) at(entry int) float64 {
	if i := entry - f.offset; i >= 0 && i < len(f.values) {
		return f.values[i]
	}
	return math.NaN()
}

func figures(r *sim.Result, run int) (status, direct map[string]figure) {
	status, direct = map[string]figure{}, map[string]figure{}
	for _, s := range r.Runs[run].Series() {
		status[s.Name] = figure{s.Values, s.Offset}
	}
	for _, s := range r.Runs[run].DirectNetwork.Series() {
		direct[s.Name] = figure{s.Values, 0}
	}
	return status, direct
}

func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// TestOriginsLead holds that each input says where it is from: a step before it in the chain, the same figure in the
// chain of another day, a field of the scenario, a constant.
func TestOriginsLead(t *testing.T) {
	fields := map[string]bool{}
	for _, f := range assumption.Rows() {
		fields[f.Name] = true
	}
	for _, text := range []string{
		`{"fil_plus_rates":[0.75],"pledge_base":"available"}`,
		`{"version":2,"fil_plus_rates":[0.75],"horizon_days":700,"solstice":"2023-08-20"}`,
	} {
		originsLead(t, fields, text)
	}
}

func originsLead(t *testing.T, fields map[string]bool, text string) {
	t.Helper()
	in, r := simulate(t, "2023-07-31", "refilled-in-part", text)
	other := map[day.Day]map[string]float64{}
	values := func(on day.Day) map[string]float64 {
		if other[on] == nil {
			chain, err := steps.Chain(in, r, 0, on)
			if err != nil {
				t.Fatal(err)
			}
			other[on] = map[string]float64{}
			for _, s := range chain {
				other[on][s.Key] = s.Value
			}
		}
		return other[on]
	}
	for entry := range r.Days {
		chain, err := steps.Chain(in, r, 0, r.Date(entry))
		if err != nil {
			t.Fatal(err)
		}
		before := map[string]float64{}
		for _, s := range chain {
			if _, twice := before[s.Key]; twice {
				t.Fatalf("%s: two steps %s", r.Date(entry), s.Key)
			}
			for _, in := range s.Inputs {
				o, ok := in.Origin, true
				switch o.Kind {
				case steps.FromStep:
					var v float64
					v, ok = before[o.Ref]
					ok = ok && same(v, in.Value)
				case steps.FromDay:
					all := values(o.Date)
					v, found := all[o.Ref]
					if !found { // the network under DirectFIL+ has the status quo's history
						v, found = all[strings.TrimPrefix(o.Ref, "direct-")]
					}
					ok = found && (same(v, in.Value) || math.Abs(v-in.Value) <= 1e-12*math.Abs(v))
				case steps.Assumed:
					ok = fields[o.Ref]
				case steps.PublishedValue, steps.Scheduled, steps.Fitted:
					ok = o.Date != 0
				case steps.Absent:
					ok = in.Value == 0
				case steps.Protocol, steps.Units, steps.Rule, steps.Counted:
				default:
					ok = false
				}
				if !ok || in.Unit == "" {
					t.Fatalf("%s, step %s: input %+v leads nowhere", r.Date(entry), s.Key, in)
				}
			}
			before[s.Key] = s.Value
		}
	}
}

func TestChainNamesWhatIsWrong(t *testing.T) {
	in, r := simulate(t, "2023-07-31", "default", `{"horizon_days":10}`)
	for _, c := range []struct {
		run  int
		on   day.Day
		want string
	}{
		{3, r.Start, "run is 3, want 0..2"},
		{-1, r.Start, "run is -1, want 0..2"},
		{0, r.Start - 1, "date is 2023-06-30, want a day in 2023-07-01..2023-08-09"},
		{0, r.Start + 40, "date is 2023-08-10, want a day in 2023-07-01..2023-08-09"},
	} {
		if _, err := steps.Chain(in, r, c.run, c.on); err == nil || err.Error() != c.want {
			t.Errorf("run %d on %s: %v, want %s", c.run, c.on, err, c.want)
		}
	}
}

// TestGivenInputsArePublished: what a run was given of a day is said to be published, and what is set in its place to
// be assumed.
func TestGivenInputsArePublished(t *testing.T) {
	origins := func(text string) map[string]steps.Origin {
		in, r := simulate(t, "2023-07-31", "happened", text)
		chain, err := steps.Chain(in, r, 0, day.Of(2024, 3, 1))
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]steps.Origin{}
		for _, s := range chain {
			for _, in := range s.Inputs {
				if in.Origin.Kind == steps.Assumed || in.Origin.Kind == steps.PublishedValue {
					out[in.Symbol.Name] = in.Origin
				}
			}
		}
		return out
	}
	given := origins("{}")
	for _, name := range []string{"raw_onboarded", "renewal_rate", "filplus_rate"} {
		if o := given[name]; o.Kind != steps.PublishedValue || o.Date != day.Of(2024, 3, 1) {
			t.Errorf("%s: %+v", name, o)
		}
	}
	if o := origins(`{"renewal_rate": 0.5}`)["renewal_rate"]; o.Kind != steps.Assumed {
		t.Errorf("a renewal rate that is set: %+v", o)
	}
}
