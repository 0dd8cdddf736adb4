package method

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
)

func label(field string) string { return "the label of " + field }

// said is all text of a chain, its formulas read as mathematics.
func said(t *testing.T, results *ask.Results, groups []ask.ChainGroup) string {
	t.Helper()
	return wellFormed(t, "<div>"+mathOf(groups)+"</div>") + asktest.JSON(t, results) + asktest.JSON(t, groups)
}

// mathOf are the formulas and symbols of a chain.
func mathOf(groups []ask.ChainGroup) string {
	out := ""
	for _, group := range groups {
		for _, step := range group.Steps {
			out += "<p>" + step.Formula + step.Symbol + "</p>"
			if step.Inputs != nil {
				for _, row := range step.Inputs.Rows {
					out += "<p>" + row[0] + "</p>"
				}
			}
		}
	}
	return out
}

// A chain of steps: groups in order, tables with heads, formulas well-formed and leading to the methodology page.
func TestChain(t *testing.T) {
	text := English()
	for _, c := range []struct {
		preset, field, value string
		on                   day.Day
		want                 []string
	}{
		{"default", "", "", day.Of(2024, 7, 15), []string{"Gas / net flow", "Initial pledge: power onboarded",
			"published, 1 July 2023", "assumed (the label of raw_onboarding_pib)", "fitted to gas up to 1 August 2023",
			"this step on 14 July 2024", "constant of the protocol", "the snapshot’s schedule for 14 July 2024"}},
		{"default", "", "", day.Of(2023, 7, 5), []string{"A mean of 30 days needs that many days before it", "no value",
			"published, 5 July 2023"}},
		// the mean of what was burnt
		{"saved-unused", "", "", day.Of(2024, 7, 15), []string{"published, 31 July 2023"}},
		{"refilled-in-part", "", "", day.Of(2024, 7, 15),
			[]string{"Power (network with DirectFIL+)", "Token flows (status quo)", "Deals that refill", "Burn saved"}},
		{"study", "", "", day.Of(2024, 7, 15), []string{"Log odds of high gas", "regime"}},
		{"study", "renewal_rate", "0", day.Of(2026, 7, 1), []string{}},
	} {
		chain := chainOf(t, c.preset, c.field, c.value, c.on)
		results, groups := Chain(text, chain, "", label)
		read := said(t, results, groups)
		for _, want := range c.want {
			if !strings.Contains(read, want) {
				t.Errorf("%s on %s does not say %q", c.preset, c.on, want)
			}
		}
		if strings.Contains(read, "NaN") || strings.ContainsAny(wellFormed(t, "<div>"+mathOf(groups)+"</div>"), "{}") {
			t.Errorf("%s on %s has a NaN or a placeholder", c.preset, c.on)
		}
		if (results != nil) != (len(groups) > 1) {
			t.Errorf("%s on %s: nothing leads to its groups", c.preset, c.on)
		}
		n, last := 0, 0
		for i, g := range groups {
			if g.ID != "chain-group-"+strconv.Itoa(i+1) || g.Opened != (i == len(groups)-1) {
				t.Errorf("%s on %s: group %d of %d is open: %v", c.preset, c.on, i+1, len(groups), g.Opened)
			}
			var from, to int
			if _, err := fmt.Sscanf(g.Range, "steps %d to %d", &from, &to); err != nil || from != last+1 ||
				g.First != from || len(g.Steps) != to-from+1 {
				t.Errorf("%s on %s: group %d has steps %d to %d: %v", c.preset, c.on, i+1, from, to, err)
			}
			last, n = to, n+len(g.Steps)
			for _, step := range g.Steps {
				checkShown(t, &step)
			}
		}
		if n != len(chain) {
			t.Errorf("%d steps shown of %d", n, len(chain))
		}
	}
}

// checkShown holds that a step leads somewhere, and heads its table.
func checkShown(t *testing.T, step *ask.ChainStep) {
	t.Helper()
	if in := step.Inputs; in != nil && (slices.Contains(in.Heads[:], "") || in.Label == "" || len(in.Rows) == 0) {
		t.Errorf("%s: the table %+v has no head", step.Key, in)
	}
	if step.Source != nil && step.Source.Address != "" && !strings.HasPrefix(step.Source.Address, "https://") {
		t.Errorf("%s leads nowhere", step.Source.Address)
	}
	if step.Method != nil {
		if id, own := strings.CutPrefix(step.Method.Address, PageName+"#eq-"); !own ||
			steps.EquationNamed(id).ID == "" {
			t.Errorf("%s leads nowhere", step.Method.Address)
		}
	}
}

// An input from a step names the number under which that step stands.
func TestStepsRefer(t *testing.T) {
	text := English()
	chain := chainOf(t, "refilled-in-part", "", "", day.Of(2024, 7, 15))
	views := Steps(text, chain, label)
	seen := 0
	for i, s := range chain {
		for k, in := range s.Inputs {
			if in.Origin.Kind != steps.FromStep {
				continue
			}
			var n int
			for j := range views {
				if views[j].Key == in.Origin.Ref {
					n = views[j].Number
				}
			}
			if n == 0 || n > i || views[i].Inputs[k].From != "step "+text.number(float64(n), 8) {
				t.Errorf("step %s: input %d is %q", s.Key, k, views[i].Inputs[k].From)
			}
			seen++
		}
	}
	if seen < 50 {
		t.Errorf("only %d references", seen)
	}
}

// Text for a terminal carries the values in full.
func TestChainPlain(t *testing.T) {
	plain := ChainPlain(English(), chainOf(t, "default", "", "", day.Of(2024, 7, 15)))
	for _, want := range []string{
		"Power (status quo)\n------------------\n1. Raw power onboarded\n   = 5.9664154",
		"  [assumed (raw_onboarding_pib)]",
		"   gas_over_netflow[t] = gas_fil[t] / netflow[t]\n",
		"     filplus_rate[t]               75 %  [assumed (fil_plus_rates)]",
	} {
		if !strings.Contains(plain, want) {
			t.Errorf("no %q in\n%.900s", want, plain)
		}
	}
	if strings.ContainsAny(plain, "<>&") && !strings.Contains(plain, " > ") || strings.Contains(plain, "NaN") {
		t.Error("markup or NaN in the text")
	}
}

func TestHeading(t *testing.T) {
	title, lead := English().Heading(day.Of(2024, 7, 15), "75 %")
	if title != "How the numbers of 15 July 2024 are computed" || !strings.HasPrefix(lead, "FIL+ rate 75 %.") {
		t.Errorf("%q, %q", title, lead)
	}
}

func TestNumber(t *testing.T) {
	text := English()
	for _, c := range []struct {
		v    float64
		n    int
		want string
	}{
		{0, 8, "0"}, {1, 8, "1"}, {1024, 10, "1,024"}, {-91.7382, 3, "−91.7"}, {1.1e9, 10, "1,100,000,000"},
		{0.000316505, 5, "0.00031651"}, {1234567.891, 4, "1,234,568"}, {999.99999, 4, "1,000"}, {3e-9, 3, "3 × 10⁻⁹"},
		{-2.5e16, 3, "−2.5 × 10¹⁶"}, {math.NaN(), 3, "–"},
	} {
		if got := text.number(c.v, c.n); got != c.want {
			t.Errorf("number(%v, %d) = %s, want %s", c.v, c.n, got, c.want)
		}
	}
	if got := text.quantity(0.0423, "share", 3); got != "4.23 %" {
		t.Error(got)
	}
}

// The result stands first: burdens, gas and flows, in the status quo and under DirectFIL+, as the chain has them.
func TestChainBeginsWithTheResult(t *testing.T) {
	text := English()
	for _, preset := range []string{"default", "refilled-in-part"} {
		chain := chainOf(t, preset, "", "", day.Of(2024, 7, 15))
		results, _ := Chain(text, chain, "", label)
		if results == nil || len(results.Rows) != 6 {
			t.Fatalf("%s comes to %+v", preset, results)
		}
		at := map[string]*steps.Step{}
		for i := range chain {
			at[chain[i].Key] = &chain[i]
		}
		flow := "netflow"
		if preset == "refilled-in-part" {
			flow = "direct-netflow"
		}
		for _, row := range [][2]string{{"gas-over-netflow", "direct-over-netflow"}, {"gas-fil", "direct-fil"},
			{"netflow", flow}} {
			want := [2]string{}
			for k, key := range row {
				want[k] = text.quantity(at[key].Value, at[key].Unit, 4)
			}
			if !slices.ContainsFunc(results.Rows, func(row [3]string) bool {
				return row[1] == want[0] &&
					row[2] == want[1]
			}) {
				t.Errorf("%s: no %s in %s", preset, want, results.Rows)
			}
		}
	}
	// After the network's end there is none.
	ended := []steps.Step{{Key: "ended", Part: steps.Power, Symbol: steps.Symbol{Name: "raw_power", At: steps.Now},
		Unit: "EiB", Value: math.NaN(), Why: steps.Ended}}
	if results, _ := Chain(text, ended, "", label); results != nil {
		t.Errorf("%+v", results)
	}
}
