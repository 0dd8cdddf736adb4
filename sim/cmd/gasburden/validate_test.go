package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestValidate: the table states the notes' errors in percent with one decimal, section 2.
func TestValidate(t *testing.T) {
	got := call("", "validate")
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("status %d, %s", got.status, got.stderr)
	}
	rows := map[string]string{}
	for _, line := range strings.Split(got.stdout, "\n") {
		if fields := strings.Fields(line); len(fields) > 0 && rows[fields[0]] == "" {
			rows[fields[0]] = strings.Join(fields, " ")
		}
	}
	for window, parts := range map[string][]string{
		"train": {" 870 ", "11.4 %", "16.0 %", " 250"},
		"W1":    {" 266 ", "13.6 %", "-6.0 %", "26.7 %", "-25.5 %"},
		"W2":    {" 427 ", "13.7 %", "+4.7 %", "95.5 %", "-95.5 %", " 191"},
	} {
		for _, part := range parts {
			if !strings.Contains(rows[window], part) {
				t.Errorf("%s: %q has no %q", window, rows[window], part)
			}
		}
	}
	for start, parts := range map[string][]string{ // the network of 2026, 3: given what happened
		"mechafil,": {"mechafil, 0, a new", "66.9 % +169.0 %", "27.4 % +57.8 %"},
		"chain,":    {"chain, 0, a new", "66.9 % +169.0 %"},
	} {
		for _, part := range parts {
			if !strings.Contains(rows[start], part) {
				t.Errorf("%s: %q has no %q", start, rows[start], part)
			}
		}
	}
	if strings.Contains(got.stdout, "NaN") || strings.Contains(got.stdout, "Inf") ||
		strings.Contains(got.stdout, "%!") {
		t.Errorf("the table prints an undefined number:\n%s", got.stdout)
	}
	if same := call("", "validate", "-format", "table"); same != got {
		t.Error("-format table is not the default, or differs from run to run")
	}
}

func TestValidateJSON(t *testing.T) {
	got := call("", "validate", "-format", "json")
	var evidence map[string]any
	if err := json.Unmarshal([]byte(got.stdout), &evidence); err != nil || got.status != exitOK || got.stderr != "" {
		t.Fatalf("status %d, %s, %v", got.status, got.stderr, err)
	}
	for _, key := range []string{"windows", "comparison", "folds", "coverage", "messages", "aftermath", "network",
		"negative_map_cells", "hindsight", "rolling_origins"} {
		if evidence[key] == nil {
			t.Errorf("no %s", key)
		}
	}
	if windows, _ := evidence["windows"].([]any); len(windows) != 3 {
		t.Errorf("windows %v", evidence["windows"])
	}
	if same := call("", "validate", "-format", "json"); same != got {
		t.Error("it differs from run to run")
	}
}

func TestValidateFaults(t *testing.T) {
	for _, c := range []struct {
		args []string
		part string
	}{
		{[]string{"-format", "csv"}, `-format is "csv", want table or json`},
		{[]string{"-format", ""}, `-format is ""`},
		{[]string{"all"}, `unexpected argument "all"`},
		{[]string{"-quick"}, "-quick"},
	} {
		got := call("", append([]string{"validate"}, c.args...)...)
		if got.status != exitUsage || got.stdout != "" || !strings.Contains(got.stderr, c.part) {
			t.Errorf("%v: status %d, stdout %.80q, stderr %q", c.args, got.status, got.stdout, got.stderr)
		}
	}
}
