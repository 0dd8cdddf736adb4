package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// scenarioOf runs and returns the resolved scenario.
func scenarioOf(t *testing.T, stdin string, args ...string) map[string]any {
	t.Helper()
	got := call(stdin, append([]string{"run", "-format", "json"}, args...)...)
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("%v: status %d, %s", args, got.status, got.stderr)
	}
	var result struct {
		Scenario map[string]any `json:"scenario"`
	}
	if err := json.Unmarshal([]byte(got.stdout), &result); err != nil {
		t.Fatal(err)
	}
	return result.Scenario
}

// TestPreset: the study is one flag away, and says what three -set flags would.
func TestPreset(t *testing.T) {
	study := call("", "run", "-preset", "study", "-format", "json")
	same := call("{}", "run", "-scenario", "-", "-set", "gas_model=regime", "-set", "base_fee_nanofil=1", "-set",
		"direct_gas_fraction=0.15", "-format", "json")
	if study.status != exitOK || study != same {
		t.Errorf("status %d, %s: -preset study and its settings differ", study.status, study.stderr)
	}
	if plain := call("", "run", "-format", "json"); plain != call("", "run", "-preset", "default", "-format", "json") ||
		plain == study {
		t.Error("without -preset it is not the default, or that is the study")
	}
	for _, name := range []string{"default", "study", "saved-unused", "refilled-in-part", "refilled"} {
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			for _, format := range []string{"table", "json", "csv"} {
				got := call("", "run", "-preset", name, "-set", "snapshot="+snapshot, "-set", "horizon_days=40",
					"-format", format)
				if got.status != exitOK || got.stderr != "" || !strings.Contains(got.stdout, snapshot) ||
					strings.Contains(got.stdout, "NaN") {
					t.Errorf("%s on %s as %s: status %d, %s", name, snapshot, format, got.status, got.stderr)
				}
			}
		}
	}
}

// TestPresetPrecedence: the preset lies below the file, the file below -set, whatever their order.
func TestPresetPrecedence(t *testing.T) {
	name := file(t, `{"horizon_days": 5, "base_fee_nanofil": 7, "rebound": 0.25}`)
	for _, args := range [][]string{
		{"-preset", "study", "-scenario", name, "-set", "rebound=0.75"},
		{"-set", "rebound=0.75", "-scenario", name, "-preset", "study"},
	} {
		got := scenarioOf(t, "", args...)
		for field, want := range map[string]any{
			"gas_model": "regime", "direct_gas_fraction": 0.15, // preset
			"horizon_days": 5.0, "base_fee_nanofil": 7.0, // file
			"rebound":         0.75,   // -set
			"smoothing_days":  30.0,   // default
			"adoption":        "full", // default
			"burn_feedback":   false,  // default
			"snapshot":        "2023-07-31",
			"adoption_start":  "2024-04-24",
			"gamma_weighting": "arithmetic",
		} {
			if got[field] != want {
				t.Errorf("%v: %s is %v, want %v", args, field, got[field], want)
			}
		}
	}
	if got := scenarioOf(t, `{"gas_model": "scaling", "horizon_days": 2}`, "-preset", "study", "-scenario",
		"-"); got["gas_model"] != "scaling" || got["base_fee_nanofil"] != 1.0 {
		t.Errorf("standard input over a preset: %v", got)
	}
	if got := scenarioOf(t, `{"burn_feedback": false, "horizon_days": 2}`, "-preset", "refilled", "-scenario",
		"-"); got["burn_feedback"] != false || got["rebound"] != 1.0 {
		t.Errorf("a switch turned off over a preset: %v", got)
	}
	// Base fee and adoption's start follow the snapshot that the file asks for.
	if got := scenarioOf(t, `{"snapshot": "2025-09-09", "horizon_days": 2}`, "-preset", "saved-unused", "-scenario",
		"-"); got["adoption_start"] != "2025-09-09" || !(got["base_fee_nanofil"].(float64) < 0.1) {
		t.Errorf("defaults of the latest snapshot: %v", got)
	}
}

func TestPresetFaults(t *testing.T) {
	for _, c := range []struct {
		args []string
		part string
	}{
		{[]string{"-preset", "studies"},
			`preset is "studies", want one of stayed, study, solstice, happened, study-scaling, as-adopted, ` +
				`saved-unused, refilled-in-part, refilled, today, today-full, as-measured`},
		{[]string{"-preset", ""}, `preset is ""`},
		{[]string{"-preset"}, "-preset"},
		{[]string{"-preset", "refilled", "-set", "direct_gas_fraction=0"},
			"rebound is 1 with direct_gas_fraction 0, want"},
		{[]string{"-set", "adoption=half"}, `adoption is "half", want one of "none", "full", "constant", "logistic"`},
		{[]string{"-set", "adoption_start=soon"},
			`adoption_start is "soon", want a day YYYY-MM-DD in 2020-10-15..2100-01-01`},
		{[]string{"-set", "burn_feedback=on"}, "burn_feedback is on, want true or false"},
		{[]string{"-set", "messages=some"}, `messages is "some", want one of "publish", "onboarding"`},
		{[]string{"-set", "gas_model=linear"}, `gas_model is "linear", want one of "scaling", "regime"`},
		{[]string{"-set", "rebound=2"}, "rebound is 2, want a number in 0..1"},
		{[]string{"-set", "adoption_days=0"}, "adoption_days is 0, want a whole number in 1..7300"},
	} {
		got := call("", append([]string{"run", "-set", "horizon_days=2"}, c.args...)...)
		if got.status != exitUsage || got.stdout != "" || !strings.Contains(got.stderr, c.part) {
			t.Errorf("%v: status %d, stdout %.80q, stderr %q", c.args, got.status, got.stdout, got.stderr)
		}
	}
}

// TestTableSaysWhatIsAssumed: adoption, and what becomes of the gas that is saved.
func TestTableSaysWhatIsAssumed(t *testing.T) {
	for _, c := range []struct {
		args  []string
		parts []string
	}{
		{nil, []string{"gas model scaling, messages publish, price follows block space (0.0162 nanoFIL when full, knee " +
			"44.16 Tgas), DirectFIL+ at 14.8 % of the gas", "\nDirectFIL+ adopted by all\n"}},
		{[]string{"-preset", "saved-unused"}, []string{"base fee 0.4631 nanoFIL, DirectFIL+ at 14.8 % of the gas"}},
		{[]string{"-preset", "study"},
			[]string{"gas model regime, messages publish, base fee 1 nanoFIL, DirectFIL+ at 15 % of the gas"}},
		{[]string{"-set", "adoption=none"}, []string{"\nDirectFIL+ not adopted\n"}},
		{[]string{"-set", "adoption=constant", "-set", "adoption_share=0.3"},
			[]string{"\nDirectFIL+ adopted by 30 %\n"}},
		{[]string{"-set", then, "-set", "adoption=logistic"},
			[]string{"\nDirectFIL+ adopted by up to 100 %, from 2024-04-24 over 365 days\n"}},
		{[]string{"-preset", "refilled-in-part"},
			[]string{"adopted by all, 50 % of the gas saved refilled by more deals, what stays saved is not burnt\n"}},
		{[]string{"-preset", "refilled"}, []string{
			fmt.Sprintf("\n%-46s%14s%14s%14s\n", "saved by DirectFIL+, FIL a day", "0", "0", "0"),
			fmt.Sprintf("\n%-46s%14s%14s%14s\n", "saved, share of circulating supply a year", "0 %", "0 %", "0 %"),
		}},
		{[]string{"-preset", "saved-unused"}, []string{"adopted by all, what stays saved is not burnt\n"}},
	} {
		got := call("", append([]string{"run", "-set", "horizon_days=31"}, c.args...)...)
		for _, part := range c.parts {
			if got.status != exitOK || !strings.Contains(got.stdout, part) {
				t.Errorf("%v: status %d, no %q in\n%s", c.args, got.status, part, got.stdout)
			}
		}
	}
}

// TestDescribeNewFields: describe and help tell of every choice.
func TestDescribeNewFields(t *testing.T) {
	got := call("", "describe")
	for _, part := range []string{
		`gas_model = "scaling"`, `one of "scaling", "regime"`, `one of "publish", "onboarding"`,
		`one of "none", "full", "constant", "logistic"`,
		`adoption_start = "2024-04-24"  [date]`, "a day YYYY-MM-DD in 2020-10-15..2100-01-01",
		"burn_feedback = false  [switch]", "true or false",
		"rebound = 0  [share]", "base_fee_nanofil = 0.463122", "direct_gas_fraction = 0.148",
		"gas_publish_ggas [Ggas/day]", "direct_circulating_fil [FIL]",
	} {
		if !strings.Contains(got.stdout, part) {
			t.Errorf("describe does not say %q", part)
		}
	}
	if help := call("", "help"); !strings.Contains(help.stdout, "-preset study") {
		t.Error("help does not mention -preset study")
	}
}
