package main

import (
	"strings"
	"testing"
)

// TestVersionsOnTheCommandLine: a file or a link that says no version means the first; a base fee fixes the price.
func TestVersionsOnTheCommandLine(t *testing.T) {
	for _, c := range []struct {
		stdin string
		args  []string
		want  string // of the second line
	}{
		{"", []string{"-set", "version=2"}, "price follows block space (0.0162 nanoFIL when full, knee 44.16 Tgas)"},
		{"", []string{"-set", "version=2", "-set", "base_fee_nanofil=0.5"}, "base fee 0.5 nanoFIL"},
		{`{"version": 2}`, []string{"-scenario", "-"}, "price follows block space"},
		{`{"version": 2}`, []string{"-scenario", "-", "-set", "price=fixed"}, "base fee 1e-07 nanoFIL"},
		{`{"rebound": 0.5}`, []string{"-scenario", "-"}, "base fee 0.4631 nanoFIL"},
		{`{"rebound": 0.5}`, []string{"-scenario", "-", "-preset", "default"}, "base fee 0.4631 nanoFIL"},
		{`{"rebound": 0.5}`, []string{"-scenario", "-", "-preset", "study-scaling"}, "base fee 1 nanoFIL"},
		{`{"rebound": 0.5}`, []string{"-scenario", "-", "-link", "v=2&snapshot=2023-07-31"},
			"price follows block space"},
		{"", []string{"-set", then}, "price follows block space (0.46 nanoFIL when full"},
		{"", []string{"-set", "rebound=0.5"}, "price follows block space (0.0162 nanoFIL when full"},
		{"", []string{"-link", "?v=2&snapshot=2025-09-09"}, "price follows block space (0.0162 nanoFIL when full"},
		{"", []string{"-link", "?v=1&snapshot=2025-09-09"}, "base fee 0.03064 nanoFIL"},
		{"", []string{"-link", "?snapshot=2025-09-09&rebound=0.5"}, "base fee 0.03064 nanoFIL"},
		{"", []string{"-link", "?v=2&snapshot=2025-09-09", "-set", "base_fee_nanofil=0.2"}, "base fee 0.2 nanoFIL"},
		{"", []string{"-preset", "today"}, "base fee 0.03064 nanoFIL"},
	} {
		got := call(c.stdin, append([]string{"run"}, c.args...)...)
		lines := strings.SplitN(got.stdout, "\n", 3)
		if got.status != exitOK || len(lines) < 3 || !strings.Contains(lines[1], c.want) {
			t.Errorf("%v: status %d, %s, %.200q", c.args, got.status, got.stderr, got.stdout)
		}
	}
	plain := call("", "run")
	for _, c := range []struct {
		stdin string
		args  []string
		note  bool
	}{
		{"", nil, false}, {"", []string{"-set", "version=1"}, true}, {"", []string{"-preset", "study"}, true},
		{"{}", []string{"-scenario", "-"}, true}, {`{"version": 2}`, []string{"-scenario", "-"}, false},
		{"{}", []string{"-scenario", "-", "-set", "version=2"}, false}, {"", []string{"-link", "?fee=0.5"}, true},
	} {
		got := call(c.stdin, append([]string{"run"}, c.args...)...)
		if strings.Contains(got.stdout, "note: what is not set is as in version 1") != c.note {
			t.Errorf("%v: %s", c.args, got.stdout)
		}
	}
	for _, same := range [][]string{{"-preset", "default"}, {"-set", "version=2"}} {
		if got := call("", append([]string{"run"}, same...)...); got != plain {
			t.Errorf("%v is not what run gives by itself: %.200q", same, got.stdout)
		}
	}
}

// TestBlocksOnTheCommandLine: the summary has loads, fees and the split saving, the JSON their series, and a link keeps
// the version.
func TestBlocksOnTheCommandLine(t *testing.T) {
	args := []string{"-set", "version=2", "-set", "snapshot=2025-09-09", "-set", "horizon_days=400"}
	table := call("", append([]string{"run"}, args...)...)
	for _, want := range []string{"load of blocks, Tgas a day", "saved by a lower price",
		"blocks fill at an onboarding of", "right only to an order of magnitude"} {
		if !strings.Contains(table.stdout, want) {
			t.Errorf("no %q in\n%s", want, table.stdout)
		}
	}
	json := call("", append([]string{"run", "-format", "json"}, args...)...)
	for _, want := range []string{`"version":2`, `"price":"block_space"`, `"load_tgas":[`,
		`"direct_base_fee_nanofil":[`, `"network_saving_lower_price_fil_per_day":`} {
		if !strings.Contains(json.stdout, want) {
			t.Errorf("no %s in the JSON", want)
		}
	}
	written := call("", append([]string{"link"}, args...)...)
	if !strings.Contains(written.stdout, "?v=2&snapshot=2025-09-09&model="+newest(t)+"&days=400") {
		t.Errorf("%s%s", written.stdout, written.stderr)
	}
	again := call("", "run", "-link", strings.TrimSpace(written.stdout))
	if again.stdout != table.stdout {
		t.Errorf("by its link it is\n%s\nwant\n%s", again.stdout, table.stdout)
	}
	refused := call("", "run", "-set", "version=2", "-set", "gas_model=regime")
	if refused.status != exitUsage ||
		!strings.Contains(refused.stderr, `gas_model is "regime" with price "block_space"`) {
		t.Errorf("status %d, %s", refused.status, refused.stderr)
	}
	explained := call("", append([]string{"explain", "-date", "2026-07-15", "-rate", "0.75"}, args...)...)
	if explained.status != exitOK || !strings.Contains(explained.stdout, "padded") {
		t.Errorf("%d %s %.300s", explained.status, explained.stderr, explained.stdout)
	}
}
