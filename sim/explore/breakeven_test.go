package explore_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

func crossings(t *testing.T, text, input string, q explore.Question, target float64, slice int) explore.Crossings {
	t.Helper()
	in, sc := resolve(t, text)
	b := must(explore.NewBreakEven(in, sc, q, must(explore.InputNamed(input)), target, mechafil.Range{}))
	finish(t, b, slice)
	return b.Result()
}

// TestBreakEvenClosedForms: without feedback a burden is proportional to the base fee, and under full adoption
// to the gas fraction; under constant adoption it is a line in the share.
func TestBreakEvenClosedForms(t *testing.T) {
	for _, figure := range []string{"month_direct_over_netflow", "mean_direct_over_outflow",
		"mean_direct_over_circulating", "day_direct_over_netflow"} {
		q := explore.Question{Figure: figure, Rate: explore.Middle, On: day.Of(2025, 1, 1)}
		in, sc := resolve(t, "{}")
		own := figureOf(t, in, sc, q)
		none := sc
		none.Adoption = assumption.NoAdoption
		statusQuo := figureOf(t, in, none, q)
		for _, c := range []struct {
			input  string
			target float64
			want   float64
			rising bool
		}{
			{"base_fee_nanofil", own * 3, sc.BaseFeeNanoFIL * 3, true},
			{"base_fee_nanofil", own / 100, sc.BaseFeeNanoFIL / 100, true},
			{"base_fee_nanofil", own, sc.BaseFeeNanoFIL, true},
			{"base_fee_nanofil", 0, 0, true},
			{"direct_gas_fraction", own * 2, sc.DirectGasFraction * 2, true},
			{"adoption_share", statusQuo + (own-statusQuo)*0.37, 0.37, false},
			{"adoption_share", statusQuo, 0, false},
			{"adoption_share", own, 1, false},
		} {
			got := crossings(t, "{}", c.input, q, c.target, 13)
			if len(got.Crossings) != 1 || len(got.Poles) != 0 || len(got.Undefined) != 0 {
				t.Errorf("%s over %s: %+v", figure, c.input, got)
				continue
			}
			if x := got.Crossings[0]; math.Abs(x.Input-c.want) > 1e-10*c.want+1e-15 || x.Rising != c.rising ||
				x.Leaps || x.Until != x.Input {
				t.Errorf("%s over %s: %+v, want %v", figure, c.input, x, c.want)
			}
		}
	}
}

// TestNoBreakEven: no value in the range, with the figures attained.
func TestNoBreakEven(t *testing.T) {
	in, sc := resolve(t, "{}")
	q := headline
	own := figureOf(t, in, sc, q)
	got := crossings(t, "{}", "direct_gas_fraction", q, -0.01, 1000)
	if len(got.Crossings) != 0 || got.Min.Input != 0 || got.Min.Value.Figure != 0 ||
		got.Max.Input != 1 || !near(got.Max.Value.Figure, own/sc.DirectGasFraction, 1e-12) {
		t.Errorf("%+v", got)
	}
	// What nothing depends on stays on its value: there and nowhere else.
	idle := crossings(t, "{}", "direct_precommit_fraction", q, own, 1000)
	if len(idle.Crossings) != 1 || idle.Crossings[0].Input != 0 || idle.Crossings[0].Until != 1 {
		t.Errorf("an idle input: %+v", idle.Crossings)
	}
	if beside := crossings(t, "{}", "direct_precommit_fraction", q, own*1.01, 1000); len(beside.Crossings) != 0 {
		t.Errorf("an idle input beside its value: %+v", beside.Crossings)
	}
}

// TestBreakEvenAgainstBruteForce: between the crossings and poles that are reported, and nowhere else, a fine
// grid finds the figure on one side of the target; each crossing has the target as its figure.
func TestBreakEvenAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	on := day.Of(2025, 3, 1)
	for _, c := range []struct {
		text, input, figure string
		target              float64
		over                mechafil.Range
		some                string // what the case is about
	}{
		{`{"renewal_rate": 1, "horizon_days": 400}`, "raw_onboarding_pib", "mean_gas_over_netflow", 0.02,
			mechafil.Range{Min: 0, Max: 60}, "pole"},
		{"{}", "raw_onboarding_pib", "day_gas_over_netflow", 0.05, mechafil.Range{Min: 0, Max: 60}, "crossing"},
		{"{}", "raw_onboarding_pib", "month_gas_over_outflow", 0.05, mechafil.Range{Min: 0, Max: 60}, "pole"},
		{"{}", "renewal_rate", "day_gas_over_netflow", 0.0135, mechafil.Range{}, "crossing"},
		{"{}", "fil_plus_rate", "month_gas_over_outflow", 0.065, mechafil.Range{}, "crossing"},
		{`{"gas_model": "regime"}`, "fil_plus_rate", "day_gas_over_netflow", 0.015, mechafil.Range{}, ""},
		{`{"gas_model": "regime"}`, "raw_onboarding_pib", "day_gas_over_circulating", 365e-6,
			mechafil.Range{Min: 0, Max: 60}, "crossing"},
		{"{}", "lock_target", "day_gas_over_outflow", 0.02, mechafil.Range{}, ""},
		{`{"rebound": 0.5, "burn_feedback": true}`, "direct_gas_fraction", "month_direct_over_netflow", 0.01,
			mechafil.Range{}, "undefined"},
	} {
		in, sc := resolve(t, c.text)
		sc.FILPlusRates = sc.FILPlusRates[:1]
		q := explore.Question{Figure: c.figure, Rate: 0, On: on}
		input := must(explore.InputNamed(c.input))
		b := must(explore.NewBreakEven(in, sc, q, input, c.target, c.over))
		finish(t, b, 50)
		got := b.Result()
		name := c.text + " " + c.input + " " + c.figure
		if c.some == "pole" && (len(got.Poles) == 0 || len(got.Void) != 1) || c.some == "crossing" &&
			len(got.Crossings) == 0 || c.some == "undefined" && len(got.Undefined) == 0 {
			t.Errorf("%s: no %s: %+v", name, c.some, got)
		}
		figure := func(x float64) float64 {
			at, err := input.Apply(sc, 0, x)
			if err != nil {
				return math.NaN()
			}
			return figureOf(t, in, at, q)
		}
		for _, x := range slices.Concat(got.Crossings, got.VoidCrossings) {
			// Near a pole the figure changes by much within the last places of the input.
			below, above := figure(x.Input*(1-1e-10))-c.target, figure(x.Input*(1+1e-10))-c.target
			if x.Leaps || below*above > 0 || (above > 0) != x.Rising {
				t.Errorf("%s: the figure is off by %v and %v around the crossing %+v", name, below, above, x)
			}
		}
		marks := append([]float64{}, got.Poles...)
		for _, x := range slices.Concat(got.Crossings, got.VoidCrossings) {
			marks = append(marks, x.Input)
		}
		over := c.over
		if over == (mechafil.Range{}) {
			over = input.Legal
		}
		const points = 400
		void := func(x float64) bool {
			for _, g := range got.Void {
				if x > g.Low && x < g.High {
					return true
				}
			}
			return false
		}
		for _, x := range got.Crossings {
			if void(x.Input) || x.Poles != 0 {
				t.Errorf("%s: crossing %+v lies in a void", name, x)
			}
		}
		for _, x := range got.VoidCrossings {
			if !void(x.Input) || x.Poles == 0 {
				t.Errorf("%s: void crossing %+v lies in none of %v", name, x, got.Void)
			}
		}
		before, at := math.NaN(), 0.0
		for i := range points + 1 {
			x := over.Min + (over.Max-over.Min)*float64(i)/points
			g := figure(x) - c.target
			if g*before < 0 {
				odd := 0
				for _, m := range marks {
					if m >= at && m <= x {
						odd++
					}
				}
				if odd == 0 {
					t.Errorf("%s: the figure changes sides between %v and %v, and nothing is reported there", name, at,
						x)
				}
			}
			before, at = g, x
		}
	}
}

// TestBreakEvenBesideAPole: a burden that rises through the target on its way to a pole crosses it once there, and
// the leap from plus to minus infinity is none.
func TestBreakEvenBesideAPole(t *testing.T) {
	in, sc := resolve(t, `{"renewal_rate": 1, "horizon_days": 400}`)
	q := explore.Question{Figure: "mean_gas_over_netflow", Rate: explore.Middle}
	for _, target := range []float64{0.02, 1, 1000} { // ever nearer to the pole
		b := must(explore.NewBreakEven(in, sc, q, must(explore.InputNamed("raw_onboarding_pib")), target,
			mechafil.Range{Min: 0, Max: 60}))
		finish(t, b, 50)
		got := b.Result()
		if len(got.Poles) != 1 || len(got.Crossings) == 0 {
			t.Fatalf("target %v: %+v", target, got)
		}
		pole := got.Poles[0]
		if len(got.Void) != 1 || got.Void[0].Low != pole || got.Void[0].High != 60 || got.Max.Input >= pole {
			t.Errorf("target %v: void %v, the most at %v", target, got.Void, got.Max.Input)
		}
		for _, x := range got.Crossings {
			if x.Input == pole || math.Abs(x.Input-pole) < 1e-9*pole {
				t.Errorf("target %v: the pole %v is taken for a crossing", target, pole)
			}
		}
		if last := got.Crossings[len(got.Crossings)-1]; last.Input >= pole || !last.Rising {
			t.Errorf("target %v: the last crossing is %+v, the pole %v", target, last, pole)
		}
	}
}

// TestBreakEvenSlices: slices change nothing.
func TestBreakEvenSlices(t *testing.T) {
	q := explore.Question{Figure: "day_gas_over_netflow", Rate: 0, On: day.Of(2025, 1, 1)}
	one, all := crossings(t, "{}", "renewal_rate", q, 0.01, 1), crossings(t, "{}", "renewal_rate", q, 0.01, 1000000)
	if len(one.Crossings) != len(all.Crossings) {
		t.Fatalf("%+v, %+v", one, all)
	}
	for i := range one.Crossings {
		if one.Crossings[i] != all.Crossings[i] {
			t.Errorf("%+v, %+v", one.Crossings[i], all.Crossings[i])
		}
	}
}

func TestBreakEvenRefuses(t *testing.T) {
	in, sc := resolve(t, "{}")
	fee := must(explore.InputNamed("base_fee_nanofil"))
	for name, try := range map[string]func() error{
		"choice": func() error {
			_, err := explore.NewBreakEven(in, sc, headline, must(explore.InputNamed("gas_model")), 1, mechafil.Range{})
			return err
		},
		"whole number": func() error {
			_, err := explore.NewBreakEven(in, sc, headline, must(explore.InputNamed("sector_duration_days")), 1,
				mechafil.Range{})
			return err
		},
		"NaN": func() error {
			_, err := explore.NewBreakEven(in, sc, headline, fee, math.NaN(), mechafil.Range{})
			return err
		},
		"range": func() error {
			_, err := explore.NewBreakEven(in, sc, headline, fee, 1, mechafil.Range{Min: -1, Max: 1})
			return err
		},
		"reversed": func() error {
			_, err := explore.NewBreakEven(in, sc, headline, fee, 1, mechafil.Range{Min: 2, Max: 1})
			return err
		},
	} {
		if try() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
