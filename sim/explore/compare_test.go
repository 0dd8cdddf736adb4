package explore_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// compareTexts compares two scenarios in JSON.
func compareTexts(t *testing.T, a, b string, q explore.Question) (*explore.Comparison, explore.Value, explore.Value,
	map[string]float64) {
	t.Helper()
	_, scA := resolve(t, a)
	_, scB := resolve(t, b)
	c := must(explore.NewComparison(scA, scB, q, load))
	finish(t, c, 11)
	va, vb, shares := c.Gap()
	amounts, sum := map[string]float64{}, 0.0
	for i, s := range shares {
		amounts[strings.Join(s.Fields, "+")] = s.Amount
		sum += s.Amount
		if i > 0 && math.Abs(s.Amount) > math.Abs(shares[i-1].Amount) {
			t.Errorf("share %d is larger than the one before", i)
		}
	}
	if gap := vb.Figure - va.Figure; math.Abs(sum-gap) > 1e-9*math.Abs(gap) {
		t.Errorf("%s to %s: shares sum to %v, want %v", a, b, sum, gap)
	}
	return c, va, vb, amounts
}

// TestShapleyOfTwo: with two changes the shares are the means of the two orders, computed by hand.
func TestShapleyOfTwo(t *testing.T) {
	in, sc := resolve(t, "{}")
	_, va, vb, got := compareTexts(t, "{}", `{"base_fee_nanofil": 1, "renewal_rate": 0.4}`, headline)
	fee, renewal, both := sc, sc, sc
	_, b := resolve(t, `{"base_fee_nanofil": 1, "renewal_rate": 0.4}`)
	fee.BaseFeeNanoFIL, renewal.RenewalRate = 1, b.RenewalRate
	both.BaseFeeNanoFIL, both.RenewalRate = 1, b.RenewalRate
	v0, vf, vr, v2 := figureOf(t, in, sc, headline), figureOf(t, in, fee, headline), figureOf(t, in, renewal, headline),
		figureOf(t, in, both, headline)
	if va.Figure != v0 || vb.Figure != v2 {
		t.Errorf("figures %v, %v, want %v, %v", va.Figure, vb.Figure, v0, v2)
	}
	for name, want := range map[string]float64{"base_fee_nanofil": (vf - v0 + v2 - vr) / 2,
		"renewal_rate": (vr - v0 + v2 - vf) / 2} {
		if !near(got[name], want, 1e-12) {
			t.Errorf("%s explains %v, want %v", name, got[name], want)
		}
	}
}

// TestShapleyAxioms: an input that moves nothing explains nothing; what is turned round explains as much with
// the other sign; inputs that act alike explain alike.
func TestShapleyAxioms(t *testing.T) {
	const b = `{"base_fee_nanofil": 1, "renewal_rate": 0.4, "adoption": "constant", "adoption_share": 0.5,
		"raw_onboarding_pib": 4}`
	_, _, _, there := compareTexts(t, "{}", b, headline)
	_, _, _, back := compareTexts(t, b, "{}", headline)
	_, _, _, still := compareTexts(t, "{}", `{"base_fee_nanofil": 1, "rebound": 0.5}`,
		explore.Question{Figure: "gas_fil", Rate: 0})
	if amount, ok := still["rebound"]; !ok || amount != 0 {
		t.Errorf("an input that the figure does not depend on explains %v", amount)
	}
	for name, amount := range there {
		if math.Abs(back[name]+amount) > 1e-14 {
			t.Errorf("%s explains %v there and %v back", name, amount, back[name])
		}
	}
	// Saved gas is gas times share times (1 - fraction): doubling either of two factors acts alike.
	q := explore.Question{Figure: "saving_fil", Rate: 0}
	_, _, _, alike := compareTexts(t, `{"adoption": "constant", "adoption_share": 0.4, "base_fee_nanofil": 0.3}`,
		`{"adoption": "constant", "adoption_share": 0.8, "base_fee_nanofil": 0.6}`, q)
	if !near(alike["adoption_share"], alike["base_fee_nanofil"], 1e-12) {
		t.Errorf("inputs that act alike explain %v", alike)
	}
}

// TestComparisonOfSnapshots: figures and models go with the snapshot, each loaded once.
func TestComparisonOfSnapshots(t *testing.T) {
	_, a := resolve(t, "{}")
	_, b := resolve(t, `{"snapshot": "2025-09-09"}`)
	loads := map[string]int{}
	c := must(explore.NewComparison(a, b, headline,
		func(name string) (*assumption.Inputs, error) { loads[name]++; return load(name) }))
	finish(t, c, 3)
	if len(loads) != 2 || loads["2023-07-31"] != 1 || loads["2025-09-09"] != 1 {
		t.Errorf("loads: %v", loads)
	}
	var names []string
	for _, change := range c.Changes() {
		names = append(names, change.Field.Name)
	}
	if got := strings.Join(names,
		" "); got != "snapshot raw_onboarding_pib renewal_rate gamma base_fee_nanofil adoption_start" {
		t.Errorf("changes: %s", got)
	}
	va, vb, shares := c.Gap()
	if len(shares) != 5 || va.Figure == vb.Figure { // no ramp, so its start has no part
		t.Errorf("%v to %v by %v", va, vb, shares)
	}
}

// TestComparisonOfHorizons: vectors follow the horizon that a mixture has.
func TestComparisonOfHorizons(t *testing.T) {
	_, _, _, got := compareTexts(t, `{"horizon_days": 4, "lock_target": [0.1, 0.2, 0.3, 0.3], "smoothing_days": 2}`,
		`{"horizon_days": 6, "lock_target": [0.5, 0.5, 0.5, 0.5, 0.5, 0.4], "smoothing_days": 2,
			"fil_plus_rates": [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]]}`,
		explore.Question{Figure: "mean_gas_over_outflow", Rate: explore.Middle})
	if len(got) != 3 {
		t.Errorf("%v", got)
	}
}

// TestIllegalMixturesChangeTogether: a rebound may not stand beside a fraction of 0, so the two are one.
func TestIllegalMixturesChangeTogether(t *testing.T) {
	_, _, _, got := compareTexts(t, `{"direct_gas_fraction": 0, "base_fee_nanofil": 1}`,
		`{"rebound": 0.5, "messages": "onboarding"}`, headline)
	if _, together := got["direct_gas_fraction+rebound"]; !together || len(got) != 3 {
		t.Errorf("%v", got)
	}
}

// TestManyChanges: seven stand alone, the rest change together, and the sum still holds.
func TestManyChanges(t *testing.T) {
	const b = `{"base_fee_nanofil": 1, "renewal_rate": 0.4, "direct_precommit_fraction": 0.1, "adoption": "constant",
		"adoption_share": 0.5,
		"raw_onboarding_pib": 4, "lock_target": 0.25, "gamma": 0.8, "sector_duration_days": 400, "rebound": 0.3,
			"burn_feedback": true,
		"smoothing_days": 20, "fil_plus_multiplier": 9, "direct_gas_fraction": 0.2}`
	c, _, _, got := compareTexts(t, "{}", b, headline)
	alone, grouped := 0, 0
	for name := range got {
		if strings.Contains(name, "+") {
			grouped += 1 + strings.Count(name, "+")
		} else {
			alone++
		}
	}
	// no sealing message is counted, so its gas has no part
	if len(c.Changes()) != 14 || alone != explore.MaxPlayers-1 || alone+grouped != 13 {
		t.Errorf("%d changes, %d alone, %d grouped: %v", len(c.Changes()), alone, grouped, got)
	}
	_, _, shares := c.Gap()
	for _, s := range shares {
		if s.Bundled != (len(s.Fields) > 1) {
			t.Errorf("%v: bundled %v", s.Fields, s.Bundled)
		}
	}
	if _, ok := got["base_fee_nanofil"]; !ok {
		t.Errorf("the base fee does not stand alone: %v", got)
	}
	if p := c.Progress(); p.Done > 256+2*14 {
		t.Errorf("%d runs", p.Done)
	}
}

// TestIdleChanges: what neither scenario uses is listed, takes no place among the players, and B has its own figure
// to the last bit nevertheless. What only a mixture uses is not idle.
func TestIdleChanges(t *testing.T) {
	for _, c := range []struct{ a, b, idle string }{
		{"{}", `{"adoption_start": "2024-01-01", "adoption_days": 90, "direct_prove_fraction": 0.1,
			"base_fee_nanofil": 1}`, "direct_prove_fraction adoption_start adoption_days"},
		{"{}", `{"adoption": "logistic", "adoption_start": "2024-01-01", "adoption_days": 90}`, ""},
		{`{"adoption": "none"}`,
			`{"adoption": "none", "adoption_share": 0.3, "direct_gas_fraction": 0.4, "rebound": 0.5,
				"burn_feedback": true, "base_fee_nanofil": 1}`,
			"direct_gas_fraction adoption_share rebound burn_feedback"},
		{`{"adoption": "none", "messages": "onboarding"}`, `{"direct_prove_fraction": 0.1}`, ""},
		{`{"adoption": "full"}`, `{"adoption": "full", "adoption_share": 0.3}`, "adoption_share"},
		{`{"adoption": "full"}`, `{"adoption": "constant", "adoption_share": 0.3}`, ""},
	} {
		_, sc := resolve(t, c.a)
		in, b := resolve(t, c.b)
		for _, q := range []explore.Question{headline, {Figure: "saving_fil", Rate: 0},
			{Figure: "mean_direct_over_outflow", Rate: 2}} {
			work := must(explore.NewComparison(sc, b, q, load))
			finish(t, work, 100)
			var idle, live []string
			for _, change := range work.Changes() {
				if change.Idle {
					idle = append(idle, change.Field.Name)
				} else {
					live = append(live, change.Field.Name)
				}
			}
			if got := strings.Join(idle, " "); got != c.idle {
				t.Errorf("%s to %s: idle are %q, want %q", c.a, c.b, got, c.idle)
			}
			_, vb, shares := work.Gap()
			if want := figureOf(t, in, b, q); vb.Figure != want || len(shares) != len(live) {
				t.Errorf("%s to %s: %s is %v, want %v, by %d shares of %v", c.a, c.b, q.Figure, vb.Figure, want,
					len(shares), live)
			}
		}
	}
}

// TestComparisonOfEqual: nothing changed, nothing explained.
func TestComparisonOfEqual(t *testing.T) {
	c, va, vb, got := compareTexts(t, "{}", "{}", headline)
	if len(c.Changes()) != 0 || len(got) != 0 || va != vb {
		t.Errorf("%v, %v, %v", c.Changes(), va, vb)
	}
}

func TestComparisonRefuses(t *testing.T) {
	_, a := resolve(t, "{}")
	_, ended := resolve(t, `{"raw_onboarding_pib": 0, "renewal_rate": 0}`)
	q := explore.Question{Figure: "day_gas_over_netflow", Rate: 0, On: a.AdoptionStart + 700}
	c := must(explore.NewComparison(a, ended, q, load))
	var err error
	for range 5 {
		if _, err = c.Step(1000); err != nil {
			break
		}
	}
	if err == nil || !strings.Contains(err.Error(), "scenario B") || !strings.Contains(err.Error(), "power_ended") {
		t.Errorf("a figure that B does not have: %v", err)
	}
	if _, err := explore.NewComparison(a, a, explore.Question{Figure: "x"}, load); err == nil {
		t.Error("no error for an unknown figure")
	}
}
