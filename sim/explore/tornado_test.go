package explore_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

var headline = explore.Question{Figure: "month_direct_over_netflow", Rate: explore.Middle}

func swings(t *testing.T, text string, q explore.Question) (*assumption.Inputs, assumption.Scenario, *explore.Tornado) {
	t.Helper()
	in, sc := resolve(t, text)
	tornado := must(explore.NewTornado(in, history(in), sc, q))
	finish(t, tornado, 7)
	return in, sc, tornado
}

func swingOf(t *testing.T, tornado *explore.Tornado, name string) explore.Swing {
	t.Helper()
	for _, s := range tornado.Swings() {
		if s.Input.Name == name {
			return s
		}
	}
	t.Fatalf("no swing of %s", name)
	return explore.Swing{}
}

// TestTornadoIsDirectRuns: the ends' figures are those of the scenario written with the end's value.
func TestTornadoIsDirectRuns(t *testing.T) {
	in, sc, tornado := swings(t, "{}", headline)
	if got, want := tornado.Base().Value.Figure, figureOf(t, in, sc, headline); got != want {
		t.Errorf("base figure %v, want %v", got, want)
	}
	for name, change := range map[string]func(sc *assumption.Scenario, v float64){
		"raw_onboarding_pib": func(sc *assumption.Scenario, v float64) { sc.RawOnboardingPiB = mechafil.Constant(v) },
		"renewal_rate":       func(sc *assumption.Scenario, v float64) { sc.RenewalRate = mechafil.Constant(v) },
		"fil_plus_rate": func(sc *assumption.Scenario, v float64) {
			sc.FILPlusRates = []mechafil.Path{{0}, {v}, {0}}
		},
		"base_fee_nanofil":     func(sc *assumption.Scenario, v float64) { sc.BaseFeeNanoFIL = v },
		"sector_duration_days": func(sc *assumption.Scenario, v float64) { sc.SectorDurationDays = int(v) },
		"adoption_share": func(sc *assumption.Scenario, v float64) {
			sc.Adoption,
				sc.AdoptionShare = assumption.ConstantAdoption, v
		},
		"rebound":   func(sc *assumption.Scenario, v float64) { sc.Rebound = v },
		"gas_model": func(sc *assumption.Scenario, v float64) { sc.GasModel = []string{"scaling", "regime"}[int(v)] },
		"adoption": func(sc *assumption.Scenario, v float64) {
			sc.Adoption = []string{"none", "full", "constant", "logistic"}[int(v)]
		},
		"burn_feedback": func(sc *assumption.Scenario, v float64) { sc.BurnFeedback = v == 1 },
	} {
		s := swingOf(t, tornado, name)
		low, high := math.Inf(1), math.Inf(-1)
		for _, end := range s.Ends {
			changed := sc
			change(&changed, end.Input)
			want := figureOf(t, in, changed, headline)
			if end.Value.Figure != want {
				t.Errorf("%s at %v: %v, want %v", name, end.Input, end.Value.Figure, want)
			}
			low, high = min(low, want), max(high, want)
		}
		if s.Size != high-low {
			t.Errorf("%s: size %v, want %v", name, s.Size, high-low)
		}
	}
}

// TestTornadoIsSorted, holds all inputs, and neither depends on slices nor changes the scenario.
func TestTornadoIsSorted(t *testing.T) {
	in, sc := resolve(t, "{}")
	before := must(sim.Run(in, sc)).Runs[1].Summary
	tornado := must(explore.NewTornado(in, history(in), sc, headline))
	finish(t, tornado, 1000)
	_, _, sliced := swings(t, "{}", headline)
	list, other := tornado.Swings(), sliced.Swings()
	if want := len(explore.InputsOf(&sc)); len(list) != want {
		t.Errorf("%d swings, want %d", len(list), want)
	}
	for i := range list {
		if i > 0 && list[i].Size > list[i-1].Size {
			t.Errorf("%s (%v) comes after %s (%v)", list[i].Input.Name, list[i].Size, list[i-1].Input.Name,
				list[i-1].Size)
		}
		if list[i].Input.Name != other[i].Input.Name || list[i].Size != other[i].Size {
			t.Errorf("place %d depends on the slices", i)
		}
	}
	for _, idle := range []string{"direct_precommit_fraction", "adoption_days", "adoption_start"} {
		if s := swingOf(t, tornado, idle); s.Size != 0 {
			t.Errorf("%s moves the figure by %v, though nothing depends on it", idle, s.Size)
		}
	}
	if after := must(sim.Run(in, sc)).Runs[1].Summary; after != before {
		t.Error("the scenario has changed")
	}
}

// TestRangesFromHistory: the deciles of what was published in the two years to the snapshot, counted over the table.
func TestRangesFromHistory(t *testing.T) {
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		in, _, tornado := swings(t, `{"snapshot": "`+snapshot+`"}`, headline)
		last := in.Snapshot.Current
		for name, of := range map[string]func(row int) float64{
			"raw_onboarding_pib": func(row int) float64 { return in.Daily.OnboardedRawPiB[row] },
			"renewal_rate":       func(row int) float64 { return in.Daily.RenewalRate[row] },
			"fil_plus_rate": func(row int) float64 {
				return (in.Daily.OnboardedQAPiB[row] - in.Daily.OnboardedRawPiB[row]) / 9 /
					in.Daily.OnboardedRawPiB[row]
			},
			"base_fee_nanofil": func(row int) float64 {
				if d := in.Daily.Date(row); d < day.Of(2022, 10, 10) || d == last {
					return math.NaN()
				}
				return (in.Daily.BurntFIL[row] - in.Daily.BurntFIL[row-1]) / in.Daily.GasTotal[row] * 1e9
			},
		} {
			var values []float64
			var first day.Day
			for d := last - 729; d <= last; d++ {
				if v := of(in.Daily.Row(d)); !math.IsNaN(v) {
					if values == nil {
						first = d
					}
					values = append(values, v)
				}
			}
			r := swingOf(t, tornado, name).Range
			if r.Basis != assumption.OwnHistory || r.Values != len(values) || r.First != first {
				t.Errorf("%s, %s: %+v, want %d values from %v", snapshot, name, r, len(values), first)
			}
			slices.Sort(values)
			// A tenth of the values lie below the one, a tenth above the other; the ends are rounded to four digits.
			const rounding = 5e-4
			least, _ := slices.BinarySearch(values, r.Low*(1-rounding))
			below, _ := slices.BinarySearch(values, r.Low*(1+rounding))
			most, _ := slices.BinarySearch(values, r.High*(1-rounding))
			above, _ := slices.BinarySearch(values, r.High*(1+rounding))
			if tenth := float64(len(values)-1) / 10; float64(least) > tenth+1 || float64(below) < tenth-1 ||
				float64(len(values)-above) > tenth+1 || float64(len(values)-most) < tenth-1 {
				t.Errorf("%s, %s: %d of %d below %v, %d above %v", snapshot, name, below, len(values), r.Low,
					len(values)-above, r.High)
			}
		}
	}
}

// TestEndsAreTold: an end is a number of four digits, so that a reader who takes it over gets what was shown.
func TestEndsAreTold(t *testing.T) {
	_, _, tornado := swings(t, "{}", headline)
	for _, s := range tornado.Swings() {
		if s.Input.Choices != nil || s.Input.Date {
			continue
		}
		for _, end := range s.Ends {
			if text := strconv.FormatFloat(end.Input, 'g', -1,
				64); len(strings.TrimLeft(strings.Replace(text, ".", "", 1), "0")) > 4 {
				t.Errorf("%s ends at %s", s.Input.Name, text)
			}
		}
		if s.Ends[0].Input != s.Range.Low || s.Ends[1].Input != s.Range.High {
			t.Errorf("%s: ends %v, range %v", s.Input.Name, s.Ends, s.Range)
		}
	}
}

// TestTornadoWarns: an end carries the warnings of its run.
func TestTornadoWarns(t *testing.T) {
	_, _, tornado := swings(t, "{}", headline)
	s := swingOf(t, tornado, "gas_model")
	codes := func(end explore.End) (out []string) {
		for _, w := range end.Warnings {
			out = append(out, w.Code)
		}
		return out
	}
	if got := codes(s.Ends[1]); !slices.Contains(got, sim.WarnGasOutOfRange) {
		t.Errorf("the regime model's run has the warnings %v", got)
	}
}

// TestTornadoOfIllegalEnds: what may not stand together is undefined and comes last.
func TestTornadoOfIllegalEnds(t *testing.T) {
	_, _, tornado := swings(t, `{"direct_gas_fraction": 0}`, headline)
	list := tornado.Swings()
	last := list[len(list)-1]
	if last.Input.Name != "rebound" || !math.IsNaN(last.Size) || last.Ends[1].Value.Reason != explore.Illegal {
		t.Errorf("last is %s: %v", last.Input.Name, last.Ends)
	}
}

// TestTornadoLeavesPolesOut: a figure beside a pole is kept, but neither ranks its input nor counts for its size.
func TestTornadoLeavesPolesOut(t *testing.T) {
	in, sc, tornado := swings(t, `{"snapshot": "2025-09-09"}`, headline)
	base := figureOf(t, in, sc, headline)
	list := tornado.Swings()
	partly, wholly := 0, 0
	for i, s := range list {
		sound := []float64{}
		for _, end := range s.Ends {
			if !end.Value.Doubtful() {
				sound = append(sound, end.Value.Figure)
			}
		}
		if len(sound) == len(s.Ends) {
			if s.Doubtful() || s.Size != slices.Max(sound)-slices.Min(sound) {
				t.Errorf("%s: size %v of %v", s.Input.Name, s.Size, sound)
			}
			continue
		}
		sound = append(sound, base)
		least, most := slices.Min(sound), slices.Max(sound)
		switch {
		case !s.Doubtful():
			t.Errorf("%s: %+v is not called doubtful", s.Input.Name, s.Ends)
		case math.IsNaN(s.Size):
			wholly++
			if most != least || i < len(list)-wholly-1 {
				t.Errorf("%s, at place %d, has no size with the figures %v", s.Input.Name, i, sound)
			}
		default:
			partly++
			if s.Least != least || s.Most != most || s.Size != most-least {
				t.Errorf("%s: %v to %v, want %v to %v", s.Input.Name, s.Least, s.Most, least, most)
			}
		}
	}
	if wholly == 0 {
		t.Error("no end is beside a pole: choose another scenario")
	}
	// The multiplier's only other figure is one beside a pole, and the largest but for that.
	multiplier := swingOf(t, tornado, "fil_plus_multiplier")
	if multiplier.Ends[0].Value.Poles == 0 || !math.IsNaN(multiplier.Size) ||
		list[0].Input.Name == "fil_plus_multiplier" {
		t.Errorf("%+v, and %s comes first", multiplier, list[0].Input.Name)
	}
	// From a value in between, the scenario's own figure stands in for the end beside the pole.
	_, _, of := swings(t, `{"snapshot": "2025-09-09", "fil_plus_multiplier": 5}`, headline)
	if s := swingOf(t, of, "fil_plus_multiplier"); s.Ends[0].Value.Poles == 0 || !(s.Size > 0) {
		t.Errorf("from 5 the multiplier has %+v", s)
	}
}

func TestTornadoRefuses(t *testing.T) {
	in, sc := resolve(t, "{}")
	for name, q := range map[string]explore.Question{"figure": {Figure: "nonsense"},
		"rate": {Figure: headline.Figure, Rate: 3}} {
		if _, err := explore.NewTornado(in, history(in), sc, q); err == nil {
			t.Errorf("no error for a bad %s", name)
		}
	}
	if _, err := explore.NewTornado(in, explore.NewHistory(in.Daily, day.Of(2020, 10, 1), 30), sc,
		headline); err == nil {
		t.Error("no error for a history without values")
	}
}

// TestInputsApply: applying an input's own value of a plain scenario changes no figure, and every input can be
// set to both ends of its legal range or all its choices.
func TestInputsApply(t *testing.T) {
	in, sc := resolve(t, `{"adoption": "constant", "horizon_days": 90}`)
	want := figureOf(t, in, sc, headline)
	for _, input := range explore.Inputs() {
		same, err := input.Apply(sc, 1, input.Value(&sc, 1))
		if err != nil {
			t.Errorf("%s: %v", input.Name, err)
			continue
		}
		if got := figureOf(t, in, same, headline); got != want {
			t.Errorf("%s applied: %v, want %v", input.Name, got, want)
		}
		values := []float64{input.Legal.Min, input.Legal.Max}
		if input.Choices != nil {
			values = nil
			for k := range input.Choices {
				values = append(values, float64(k))
			}
		}
		for _, v := range values {
			set, err := input.Apply(sc, 1, v)
			if err != nil || input.Value(&set, 1) != v {
				t.Errorf("%s set to %v is %v (%v)", input.Name, v, input.Value(&set, 1), err)
			}
		}
		if input.Choices == nil {
			if _, err := input.Apply(sc, 1, input.Legal.Max+1); err == nil {
				t.Errorf("%s: no error above its legal range", input.Name)
			}
		}
	}
}
