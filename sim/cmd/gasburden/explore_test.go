package main

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

// TestExploreFlags: what the four commands refuse, and that all forms are written.
func TestExploreFlags(t *testing.T) {
	short := []string{"-set", then, "-set", "horizon_days=40"}
	with := func(command string, args ...string) []string {
		return append(append([]string{command}, short...), args...)
	}
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		status int
		part   string
	}{
		{"tornado", with("tornado"), "", exitOK, "month_direct_over_netflow, snapshot 2023-07-31"},
		{"tornado json", with("tornado", "-format", "json"), "", exitOK, `"basis": "own_history"`},
		{"tornado csv", with("tornado", "-format", "csv", "-figure", "saving_fil"), "", exitOK, "saving_fil [FIL]"},
		{"tornado of a day", with("tornado", "-figure", "day_saving_fil", "-on", "2023-08-20", "-rate", "3"), "",
			exitOK, "day_saving_fil"},
		{"tornado of another rate", with("tornado", "-rate", "4"), "", exitUsage, "FIL+ rate number 4"},
		{"negative rate", with("tornado", "-rate", "-1"), "", exitUsage, "-rate is -1"},
		{"unknown figure", with("tornado", "-figure", "burden"), "", exitUsage,
			`-figure is "burden", want one of mean_gas_over_netflow`},
		{"day without -on", with("tornado", "-figure", "day_saving_fil"), "", exitUsage, "-on is \"\""},
		{"-on without day", with("tornado", "-on", "2024-01-01"), "", exitUsage, "-on is \"2024-01-01\""},
		{"-on no day", with("tornado", "-figure", "day_saving_fil", "-on", "soon"), "", exitUsage, "-on"},
		{"bad format", with("tornado", "-format", "xml"), "", exitUsage, "-format"},
		{"bad scenario", with("tornado", "-set", "horizon_days=0"), "", exitUsage, "horizon_days is 0"},

		{"breakeven", with("breakeven", "-input", "base_fee_nanofil", "-figure", "month_gas_over_outflow"), "", exitOK,
			"rises through 1 % at 0."},
		{"breakeven json", with("breakeven", "-format", "json"), "", exitOK, `"crossings"`},
		{"breakeven csv", with("breakeven", "-format", "csv", "-input", "base_fee_nanofil"), "", exitOK,
			"rises through"},
		{"no break-even", with("breakeven", "-target", "-5"), "", exitOK, "no adoption_share makes it -500 %"},
		{"breakeven between", with("breakeven", "-input", "base_fee_nanofil", "-between", "0,0.0001", "-figure",
			"gas_fil", "-target", "1e9"), "", exitOK, "no base_fee_nanofil"},
		{"unknown input", with("breakeven", "-input", "x"), "", exitUsage, `-input is "x", want one of fil_plus_rate`},
		{"input of whole numbers", with("breakeven", "-input", "smoothing_days"), "", exitUsage,
			"smoothing_days cannot be varied steadily"},
		{"between one number", with("breakeven", "-between", "1"), "", exitUsage, `-between is "1"`},
		{"between beyond", with("breakeven", "-between", "0,2"), "", exitUsage, "want one within 0..1"},

		{"compare", []string{"compare", "default", "study"}, "", exitOK, "gas_model"},
		{"compare json", []string{"compare", "-format", "json", "default", "-"}, `{"rebound": 0.5}`, exitOK, `"gap"`},
		{"compare csv", []string{"compare", "-format", "csv", "refilled", "saved-unused"}, "", exitOK, "rebound"},
		{"compare a link", []string{"compare", "default", "https://example.org/?v=1&snapshot=2023-07-31&model=1&fee=1"},
			"", exitOK, "base_fee_nanofil"},
		{"compare what nobody uses", []string{"compare", "default", "-"}, `{"rebound": 0.5, "adoption_days": 30}`,
			exitOK, "neither uses it"},
		{"compare many", []string{"compare", "default", "-"},
			`{"base_fee_nanofil": 1, "renewal_rate": 0.4, "raw_onboarding_pib": 4, "lock_target": 0.25, "gamma": 0.8,
				"sector_duration_days": 400, "rebound": 0.3, "smoothing_days": 20, "fil_plus_multiplier": 9}`, exitOK,
			"as one: more than 8 inputs differ"},
		{"compare one", []string{"compare", "default"}, "", exitUsage, "1 scenarios, want two"},
		{"compare an unknown", []string{"compare", "default", "/nonexistent.json"}, "", exitUsage, "/nonexistent.json"},
		{"compare an invalid", []string{"compare", "default", "-"}, `{"gamma": 2}`, exitUsage, "gamma is 2"},

		{"ensemble", with("ensemble", "-runs", "20"), "", exitOK,
			"20 runs, seed 1, snapshot 2023-07-31, 295 days of history"},
		{"ensemble json", with("ensemble", "-runs", "20", "-format", "json", "-hold", "gas", "-hold", "renewal"), "",
			exitOK, `"seed": 1`},
		{"ensemble csv", with("ensemble", "-runs", "20", "-format", "csv", "-curves", "saving_fil"), "", exitOK,
			"2023-08-01,1,saving_fil,FIL/day,"},
		{"too few runs", with("ensemble", "-runs", "3"), "", exitUsage, "runs is 3, want a whole number in 20..5000"},
		{"no runs", with("ensemble", "-runs", "0"), "", exitUsage, "-runs is 0"},
		{"bad hold", with("ensemble", "-hold", "everything"), "", exitUsage,
			"want onboarding, renewal, fil_plus or gas"},
		{"bad curve", with("ensemble", "-format", "csv", "-curves", "x"), "", exitUsage,
			`curve is "x", want one of gas_over_netflow`},
		{"bad seed", with("ensemble", "-seed", "-1"), "", exitUsage, "-seed"},
	} {
		got := call(c.stdin, c.args...)
		output := got.stdout
		if c.status != exitOK {
			output = got.stderr
		}
		if got.status != c.status || !strings.Contains(output, c.part) || c.status != exitOK && got.stdout != "" {
			t.Errorf("%s: status %d, want %d with %q:\n%s%s", c.name, got.status, c.status, c.part, got.stdout,
				got.stderr)
		}
	}
}

// TestExploreJSON: the JSON forms are valid, and say what the table says.
func TestExploreJSON(t *testing.T) {
	decode := func(v any, args ...string) {
		t.Helper()
		got := call("", args...)
		if err := json.Unmarshal([]byte(got.stdout), v); err != nil || got.status != exitOK {
			t.Fatalf("%v: status %d, %v\n%s", args, got.status, err, got.stderr)
		}
	}
	var comparison struct {
		A, B   struct{ Figure float64 }
		Gap    float64
		Shares []struct{ Amount float64 }
	}
	decode(&comparison, "compare", "-format", "json", "study-scaling", "refilled-in-part")
	sum := 0.0
	for _, s := range comparison.Shares {
		sum += s.Amount
	}
	if gap := comparison.B.Figure - comparison.A.Figure; gap != comparison.Gap ||
		math.Abs(sum-gap) > 1e-9*math.Abs(gap) || len(comparison.Shares) != 4 {
		t.Errorf("%+v", comparison)
	}
	var broken struct {
		Crossings []struct{ Input float64 }
		Least     struct{ Figure float64 }
	}
	decode(&broken, "breakeven", "-format", "json", "-set", then, "-set", "version=1", "-input", "direct_gas_fraction")
	if len(broken.Crossings) != 1 || broken.Least.Figure != 0 {
		t.Errorf("%+v", broken)
	}
	// A path with the crossing set has the target as its figure.
	var tornado struct {
		Base   struct{ Figure float64 }
		Swings []struct {
			Input string
			Size  *float64
		}
	}
	fraction, _ := json.Marshal(broken.Crossings[0].Input)
	decode(&tornado, "tornado", "-format", "json", "-set", then, "-set", "version=1", "-set",
		"direct_gas_fraction="+string(fraction))
	if math.Abs(tornado.Base.Figure-0.01) > 1e-12 || len(tornado.Swings) < 20 {
		t.Errorf("figure %v at the break-even, %d swings", tornado.Base.Figure, len(tornado.Swings))
	}
	// One seed, one answer.
	args := []string{"ensemble", "-runs", "25", "-seed", "77", "-set", "horizon_days=50", "-format", "json"}
	if one, two := call("", args...), call("", args...); one.stdout != two.stdout {
		t.Error("the same seed gives two answers")
	}
}

// Runs, seed and block of a link count where no others are given.
func TestEnsembleOfALink(t *testing.T) {
	args := []string{"ensemble", "-set", "horizon_days=50"}
	from := append(slices.Clone(args), "-link", "v=1&runs=21&seed=7&block=30")
	linked, _ := runs(t, from...)
	given, _ := runs(t, append(args, "-set", then, "-set", "version=1", "-runs", "21", "-seed", "7", "-block", "30")...)
	other, _ := runs(t, append(from, "-runs", "20", "-seed", "1", "-block", "60")...)
	if linked != given || !strings.Contains(linked, "21 runs, seed 7,") || !strings.Contains(linked, "blocks of 30") ||
		!strings.Contains(other, "20 runs, seed 1,") || !strings.Contains(other, "blocks of 60") {
		t.Errorf("by the link %.60q, by the flag %.60q, by another %.60q", linked, given, other)
	}
}
