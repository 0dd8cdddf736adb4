package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

const address = "gasburden.github.io/gasburden"

// The command line draws what the golden cards of package draw are.
func TestCardIsTheGoldenCard(t *testing.T) {
	for _, preset := range assumption.Presets() {
		want, err := os.ReadFile("../../../web/draw/testdata/" + preset.Name + ".svg")
		if err != nil {
			t.Fatal(err)
		}
		got := call("", "card", "-preset", preset.Name, "-address", address)
		if got.status != exitOK || got.stderr != "" || got.stdout != string(want) {
			t.Errorf("%s: status %d, %s: not the golden card", preset.Name, got.status, got.stderr)
		}
	}
}

func TestCardFlags(t *testing.T) {
	plain := call("", "card", "-set", "horizon_days=40")
	name := filepath.Join(t.TempDir(), "card.svg")
	if got := call("", "card", "-set", "horizon_days=40", "-o", name); got.status != exitOK || got.stdout != "" ||
		got.stderr != "" {
		t.Errorf("-o: %+v", got)
	}
	if written, err := os.ReadFile(name); err != nil || string(written) != plain.stdout {
		t.Errorf("-o writes another card than standard output: %v", err)
	}
	if got := call(`{"horizon_days": 40, "version": 2}`, "card", "-scenario", "-"); got != plain {
		t.Errorf("a scenario from standard input: status %d, %s", got.status, got.stderr)
	}
	for _, c := range []struct {
		args []string
		part string
	}{
		{[]string{"-by", "outflow"}, "<title>Gas burden: publishing deals as a share of outflow</title>"},
		{[]string{"-by", "circulating"}, "circulating supply a year</title>"},
		{[]string{"-address", "example.org/a?b&c"}, ">example.org/a?b&amp;c</text>"},
		{[]string{"-set", "snapshot=2025-09-09"}, "Network of 9 September 2025"},
	} {
		got := call("", append([]string{"card", "-set", "horizon_days=40"}, c.args...)...)
		if got.status != exitOK || got.stderr != "" || !strings.Contains(got.stdout, c.part) ||
			strings.Contains(plain.stdout, c.part) {
			t.Errorf("%v: status %d, %s, no %q", c.args, got.status, got.stderr, c.part)
		}
	}
}

func TestCardFaults(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		part   string
	}{
		{[]string{"-by", "inflow"}, exitUsage, `-by is "inflow", want one of fil, netflow, outflow, circulating`},
		{[]string{"-set", "gamma=2"}, exitUsage, "gamma is 2, want a number in 0..1"},
		{[]string{"-set", "rebound=0.5", "-set", "direct_gas_fraction=0"}, exitUsage, "rebound is 0.5"},
		{[]string{"-set", "snapshot=2024-01-01"}, exitUsage, `snapshot is "2024-01-01"`},
		{[]string{"-preset", "studies"}, exitUsage, `preset is "studies"`},
		{[]string{"-format", "svg"}, exitUsage, "-format"},
		{[]string{"out.svg"}, exitUsage, `unexpected argument "out.svg"`},
		{[]string{"-o", "/nonexistent/card.svg"}, exitFailed, "/nonexistent/card.svg"},
	} {
		got := call("", append([]string{"card"}, c.args...)...)
		if got.status != c.status || got.stdout != "" || !strings.Contains(got.stderr, c.part) {
			t.Errorf("%v: status %d, stdout %.80q, stderr %q", c.args, got.status, got.stdout, got.stderr)
		}
	}
}
