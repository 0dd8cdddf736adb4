package steps_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/steps"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Abs(b) }

// is evaluates an equation.
func is(t *testing.T, id string, v steps.Values) float64 {
	t.Helper()
	e, ok := equations[id]
	if !ok {
		t.Fatalf("no equation %s", id)
	}
	for _, c := range steps.Constants() {
		if s := (steps.Symbol{Name: c.Name}); !has(v, s) {
			v[s] = c.Value
		}
	}
	return steps.Eval(e.Is, v)
}

func has(v steps.Values, s steps.Symbol) bool { _, ok := v[s]; return ok }

func now(name string) steps.Symbol  { return steps.Symbol{Name: name, At: steps.Now} }
func hold(name string) steps.Symbol { return steps.Symbol{Name: name} }

// What no chain shows is held to the code here: figures of a sector, bands, and how defaults are found.
func TestEquationsOutsideChains(t *testing.T) {
	in, r := simulate(t, "2023-07-31", "default", `{}`)
	net := r.Runs[1].Network
	for _, entry := range []int{1, 30, 31, 400, r.Days - 365} {
		v := steps.Values{
			now("locked_of_day"):  net.LockedPledgeOfDayFIL[entry],
			now("renewed_of_day"): net.RenewedPledgeOfDayFIL[entry],
			now("qa_onboarded"):   net.OnboardedQAPiB[entry], now("reward"): net.RewardFIL[entry],
			now("qa_power"): net.QAPowerEiB[entry],
		}
		if got := is(t, "sector-pledge", v); !near(got, net.PledgePerSectorFIL[entry]) {
			t.Errorf("entry %d: sector-pledge %v, want %v", entry, got, net.PledgePerSectorFIL[entry])
		}
		if got := is(t, "sector-reward", v); !near(got, net.RewardPerSectorFIL[entry]) {
			t.Errorf("entry %d: sector-reward %v, want %v", entry, got, net.RewardPerSectorFIL[entry])
		}
		year := steps.Values{}
		for k := range 365 {
			year[steps.Indexed("sector_reward", k+1)] = net.RewardPerSectorFIL[entry+k]
		}
		v[now("sector_return")] = is(t, "sector-return", year)
		v[now("sector_pledge")] = net.PledgePerSectorFIL[entry]
		if !near(v[now("sector_return")], net.ReturnPerSector1yFIL[entry]) ||
			!near(is(t, "sector-roi", v), net.ROIPerSector1y[entry]) {
			t.Errorf("entry %d: sector-return %v, want %v", entry, v[now("sector_return")],
				net.ReturnPerSector1yFIL[entry])
		}
	}
	m := in.Scaling
	for _, ahead := range []int{1, 30, 365} {
		on, gas := m.Last+day.Day(ahead), 1000.0
		v := steps.Values{
			now("ahead"): float64(ahead), hold("drift"): m.Interval.Drift, hold("daily"): m.Interval.Daily,
			hold("autocorrelation"): max(0, m.Interval.Autocorrelation), hold("smoothing"): 30,
			now("gas_publish"): gas, hold("quantile"): m.Interval.Quantiles[1],
		}
		v[now("log_sd")] = is(t, "band-day", v)
		low, high := m.Band(gas, on, 1, 1)
		if !near(is(t, "band-low", v), low) || !near(is(t, "band-high", v), high) {
			t.Errorf("band of a day %d days ahead is not %v to %v", ahead, low, high)
		}
		v[hold("scatter")] = is(t, "band-scatter", v)
		if got := is(t, "band-mean", v); !near(got, m.Interval.SD(float64(ahead), 30)) {
			t.Errorf("scatter of a mean %v, want %v", got, m.Interval.SD(float64(ahead), 30))
		}
	}
	t.Run("fitted level", func(t *testing.T) {
		sample, err := in.Daily.Sample(model.StudyFirst, model.StudyLast)
		if err != nil {
			t.Fatal(err)
		}
		v := steps.Values{}
		first := sample.Len() - m.Rows
		for k := range m.Rows {
			i := first + k
			v[steps.Indexed("age", k+1)] = float64(sample.Days[sample.Len()-1] - sample.Days[i])
			v[steps.Indexed("published_gas", k+1)] = sample.GasGgas[i]
			v[steps.Indexed("deal", k+1)] = sample.DealPiB[i]
		}
		if got := is(t, "fitted-level", v); !near(got, m.Level0) {
			t.Errorf("fitted level %v, want %v", got, m.Level0)
		}
	})
	row := in.Daily.Row(in.Snapshot.Current)
	fee := is(t, "implied-fee", steps.Values{now("burnt"): in.Daily.BurntFIL[row],
		{Name: "burnt", At: steps.Before}: in.Daily.BurntFIL[row-1],
		now("total_gas"):                  in.Daily.TotalGgas(row)})
	if want := in.Daily.ImpliedBaseFee(row); !near(fee, want) {
		t.Errorf("implied fee %v, want %v", fee, want)
	}
	later, _ := simulate(t, "2025-09-09", "default", `{}`)
	sc, err := assumption.Default(later)
	if err != nil {
		t.Fatal(err)
	}
	if sc, err = assumption.DefaultOf(later, assumption.FirstVersion); err != nil {
		t.Fatal(err)
	}
	byDate, err := assumption.DefaultOf(later, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 30, 72, 100} {
		since := float64(later.Snapshot.Current-protocol.Version(24).Day()+1) - 23./24 + float64(i)
		if got := is(t, "gamma-by-date", steps.Values{now("since_upgrade"): since}); !near(got, byDate.Gamma.At(i)) {
			t.Errorf("by date, gamma of day %d is %v, want %v", i, got, byDate.Gamma.At(i))
		}
	}
	for _, i := range []int{0, 30, 100, len(sc.Gamma) - 1} {
		since := float64(later.Snapshot.Current-assumption.GammaRampEpoch) + float64(i)
		if got := is(t, "gamma-ramp", steps.Values{now("since_ramp"): since}); !near(got, sc.Gamma[i]) {
			t.Errorf("gamma of day %d is %v, want %v", i, got, sc.Gamma[i])
		}
	}
}

// TestSymbolsOfAssumptions: every symbol of the table of assumptions stands in an equation, or is a step of its own.
func TestSymbolsOfAssumptions(t *testing.T) {
	used := map[string]bool{}
	for _, e := range steps.Equations() {
		for _, s := range steps.Symbols(e.Is) {
			used[s.Name] = true
			if days, ok := s.At.Days(); ok {
				used[days.Name] = true
			}
		}
	}
	for _, a := range assumption.Rows() {
		if a.Symbol != "" && !used[a.Symbol] {
			t.Errorf("%s: no equation has the symbol %s", a.Name, a.Symbol)
		}
	}
}

// TestCatalogue holds the list of equations together: IDs are one's own, parts and sources are listed, and symbols
// that look like constants are constants.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	parts, sources := map[steps.Part]bool{}, map[steps.Source]bool{}
	for _, p := range steps.AllParts() {
		parts[p] = true
	}
	for _, s := range steps.Sources() {
		sources[s] = true
	}
	for _, e := range steps.Equations() {
		if seen[e.ID] || !parts[e.Part] || !sources[e.Where] || e.Unit == "" || len(steps.Symbols(e.Is)) == 0 {
			t.Errorf("equation %+v", e)
		}
		seen[e.ID] = true
		if got := steps.EquationNamed(e.ID); got.ID != e.ID {
			t.Errorf("EquationNamed(%q) is %q", e.ID, got.ID)
		}
	}
	used := map[string]bool{}
	for _, e := range steps.Equations() {
		for _, s := range steps.Symbols(e.Is) {
			used[s.Name] = true
			if _, constant := steps.ConstantNamed(s.Name); constant && s.At != steps.Always {
				t.Errorf("%s: constant %s on day %s", e.ID, s.Name, s.At)
			}
		}
	}
	for _, c := range steps.Constants() {
		if !used[c.Name] || c.Unit == "" || c.Value == 0 {
			t.Errorf("constant %+v is used by no equation, or says too little", c)
		}
	}
}

// A wrong equation, or a wrong input, must not pass: the tolerance of TestChainsHold sees one part in 10^8.
func TestReevaluationTells(t *testing.T) {
	in, r := simulate(t, "2023-07-31", "default", `{}`)
	chain, err := steps.Chain(in, r, 1, r.Date(400))
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for i := range chain {
		s := &chain[i]
		if s.Equation == "" || s.Equation == "regime" || s.Value == 0 {
			continue
		}
		moved := 0
		for k := range s.Inputs {
			v := s.Values()
			v[s.Inputs[k].Symbol] *= 1.01
			if got := steps.Eval(equations[s.Equation].Is, v); math.Abs(got-s.Value) > 1e-9*math.Abs(s.Value) {
				moved++
			}
		}
		if moved == 0 {
			t.Errorf("step %s follows from none of its inputs", s.Key)
		}
		tried++
	}
	if tried < 30 {
		t.Errorf("only %d steps tried", tried)
	}
}
