package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// outcome of one call of the program.
type outcome struct {
	status         int
	stdout, stderr string
}

func call(stdin string, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	status := execute(args, strings.NewReader(stdin), &stdout, &stderr)
	return outcome{status, stdout.String(), stderr.String()}
}

func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "scenario.json")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestExitStatus: 0 with output alone, 2 for bad usage or an invalid scenario with a message alone.
func TestExitStatus(t *testing.T) {
	short := []string{"-set", "horizon_days=2"}
	run := func(args ...string) []string { return append(append([]string{"run"}, short...), args...) }
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		status int
		part   string // of stdout where the status is 0, else of stderr
	}{
		{"help", []string{"help"}, "", exitOK, "usage:"},
		{"-h", []string{"-h"}, "", exitOK, "usage:"},
		{"--help", []string{"--help"}, "", exitOK, "usage:"},
		{"help of a command", []string{"run", "-h"}, "", exitOK, "usage:"},
		{"no command", nil, "", exitUsage, "usage:"},
		{"unknown command", []string{"walk"}, "", exitUsage,
			`unknown command "walk", want run, link, card, tornado, breakeven, compare, ensemble, explain, predict, happened, cost, validate or describe`},
		{"empty command", []string{""}, "", exitUsage, `unknown command ""`},

		{"run is a table", run(), "", exitOK, "FIL+ rate"},
		{"run table", run("-format", "table"), "", exitOK, "snapshot 2026-04-20, 2 days to 2026-04-21"},
		{"run json", run("-format", "json"), "", exitOK, `{"scenario":{"snapshot":"2026-04-20"`},
		{"run of a preset", run("-preset", "study"), "", exitOK, "gas model regime"},
		{"run csv", run("-format=csv"), "", exitOK, "# horizon_days = 2 [days]"},
		{"scenario from stdin", []string{"run", "-scenario", "-"}, `{"horizon_days": 3}`, exitOK,
			"3 days to 2023-08-02"},
		{"latest snapshot", run("-set", "snapshot=2025-09-09"), "", exitOK, "snapshot 2025-09-09"},
		{"bad format", run("-format", "xml"), "", exitUsage, `-format is "xml", want json, csv or table`},
		{"unknown flag", run("-fromat", "csv"), "", exitUsage, "-fromat"},
		{"flag without value", run("-format"), "", exitUsage, "-format"},
		{"argument too many", run("study"), "", exitUsage, `unexpected argument "study"`},
		{"no such file", run("-scenario", "/nonexistent.json"), "", exitUsage, "/nonexistent.json"},
		{"a folder", run("-scenario", "/"), "", exitUsage, "scenario"},
		{"empty stdin", run("-scenario", "-"), "", exitUsage, "scenario JSON: line 1, column 1"},
		{"no JSON", run("-scenario", "-"), "{\n oops", exitUsage, "scenario JSON: line 2, column 2"},
		{"unknown key", run("-scenario", "-"), `{"gama": 1}`, exitUsage,
			`scenario JSON: line 1, column 2: unknown name "gama"`},
		{"out of range", run("-scenario", "-"), `{"gamma": 2}`, exitUsage, "gamma is 2, want a number in 0..1"},
		{"unknown snapshot", run("-set", "snapshot=2024-01-01"), "", exitUsage,
			`snapshot is "2024-01-01", want one of "2023-07-31", "2025-09-09"`},
		{"snapshot of the wrong kind", run("-scenario", "-"), `{"snapshot": 1}`, exitUsage, "snapshot is 1"},
		{"set without =", run("-set", "gamma"), "", exitUsage, `-set "gamma", want key=value`},
		{"set unknown", run("-set", "gama=1"), "", exitUsage, `unknown name "gama"`},
		{"set nonsense", run("-set", "gamma=much"), "", exitUsage, "gamma is much, want a number in 0..1"},
		{"set out of range", run("-set", "smoothing_days=366"), "", exitUsage,
			"smoothing_days is 366, want a whole number in 1..365"},
		{"set short vector", run("-set", "gamma=[1]"), "", exitUsage, "gamma has 1 values where horizon_days is 2"},

		{"describe", []string{"describe"}, "", exitOK, "raw_onboarding_pib = 5.9664154  [PiB/day]"},
		{"describe lists series", []string{"describe"}, "", exitOK, "gas_over_netflow [share], from entry 30"},
		{"describe as a schema", []string{"describe", "-schema"}, "", exitOK, `"raw_onboarding_pib": {`},
		{"describe takes no argument", []string{"describe", "gamma"}, "", exitUsage, `unexpected argument "gamma"`},
		{"describe takes no flag", []string{"describe", "-v"}, "", exitUsage, "-v"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(c.stdin, c.args...)
			said, silent := got.stdout, got.stderr
			if c.status != exitOK {
				said, silent = got.stderr, got.stdout
			}
			if got.status != c.status || !strings.Contains(said, c.part) || silent != "" {
				t.Errorf("status %d, want %d with %q\nstdout: %.300s\nstderr: %.300s", got.status, c.status, c.part,
					got.stdout, got.stderr)
			}
		})
	}
}

// TestSetPrecedence: -set lies over the file, the later -set over the earlier.
func TestSetPrecedence(t *testing.T) {
	name := file(t, `{"horizon_days": 5, "base_fee_nanofil": 7, "fil_plus_rates": [0.1]}`)
	got := call("", "run", "-set", "horizon_days=3", "-scenario", name, "-set", "horizon_days = 4", "-set",
		"fil_plus_rates=0.2,0.4", "-format", "csv")
	if got.status != exitOK {
		t.Fatal(got.stderr)
	}
	for _, line := range []string{"# horizon_days = 4 [days]\n", "# base_fee_nanofil = 7 [nanoFIL/gas]\n",
		"# fil_plus_rates = [0.2,0.4] [share]\n"} {
		if !strings.Contains(got.stdout, line) {
			t.Errorf("no line %q", line)
		}
	}
	stdin := call(`{"horizon_days": 5, "base_fee_nanofil": 7, "fil_plus_rates": [0.1]}`, "run", "-scenario", "-",
		"-format", "json")
	if same := call("", "run", "-scenario", name, "-format", "json"); stdin.status != exitOK || same != stdin {
		t.Error("a file and standard input differ")
	}
}

// TestRunIsRepeatable: the same scenario gives the same bytes.
func TestRunIsRepeatable(t *testing.T) {
	for _, format := range []string{"json", "csv", "table"} {
		args := []string{"run", "-set", "horizon_days=60", "-format", format}
		if first, second := call("", args...), call("", args...); first != second || first.status != exitOK {
			t.Errorf("%s differs from run to run", format)
		}
	}
}

func TestTableWarns(t *testing.T) {
	got := call("", "run", "-link", "v=1&snapshot=2025-09-09&renewal=0&onboarding=0")
	if got.status != exitOK ||
		!strings.Contains(got.stdout, "warning: FIL+ rate 0.5: power falls to zero on 2026-12-16") {
		t.Errorf("status %d, stdout %s", got.status, got.stdout)
	}
	if strings.Contains(got.stdout, "NaN") || strings.Contains(got.stdout, "Inf") {
		t.Errorf("the table prints an undefined number:\n%s", got.stdout)
	}
	if short := call("", "run", "-set", "horizon_days=1", "-set", "smoothing_days=365"); strings.Contains(short.stdout,
		"NaN") {
		t.Errorf("the table prints an undefined number:\n%s", short.stdout)
	}
}

// full is a standard output that takes nothing.
type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFailedWrite(t *testing.T) {
	for _, args := range [][]string{
		{"run", "-set", "horizon_days=1"},
		{"run", "-set", "horizon_days=1", "-format", "json"},
		{"run", "-set", "horizon_days=1", "-format", "csv"},
		{"predict", "-model", "regime", "-deal", "5", "-ratio", "2"},
		{"predict", "-date", "2024-04-24", "-deal", "2.5"},
		{"validate"},
		{"validate", "-format", "json"},
		{"happened"},
		{"happened", "-format", "json"},
		{"describe"},
		{"help"},
		{"run", "-h"},
	} {
		var stderr bytes.Buffer
		if status := execute(args, strings.NewReader(""), full{}, &stderr); status != exitFailed ||
			!strings.Contains(stderr.String(), errFull.Error()) {
			t.Errorf("%v: status %d, stderr %q", args, status, stderr.String())
		}
	}
}

// broken is a standard input that cannot be read.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("input torn off") }

func TestFailedRead(t *testing.T) {
	var stdout, stderr bytes.Buffer
	status := execute([]string{"run", "-scenario", "-"}, broken{}, &stdout, &stderr)
	if status == exitOK || stdout.Len() > 0 || !strings.Contains(stderr.String(), "input torn off") {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout.String(), stderr.String())
	}
}

// TestDoubtfulFigures: a share above 100 %, or over a flow near zero or negative, carries a mark, and a line says why.
func TestDoubtfulFigures(t *testing.T) {
	for _, c := range []struct{ link, row, line string }{
		{"v=1&fee=30&rates=0.75", "gas / net flow in that month",
			"FIL+ rate 0.75: the gas costs more than the whole net flow (above 100 %)"},
		{"v=1&fee=30&rates=0.75", "gas / outflow in that month",
			"FIL+ rate 0.75: the gas costs more than the whole outflow (above 100 %)"},
		{"v=1&fee=200&rates=0.75", "saved, share of circulating supply a year",
			"FIL+ rate 0.75: a year of this gas costs more than the circulating supply"},
		{"v=1&onboarding=11&renewal=1&days=120&rates=0.5", "gas / net flow in that month",
			"FIL+ rate 0.5: the net flow is near zero"},
		{"v=1&onboarding=1.75&renewal=0.9&days=120&rates=0.5", "gas / outflow in that month",
			"FIL+ rate 0.5: the outflow is near zero"},
		{"v=1&onboarding=1&renewal=0.1&days=120&rates=0.5", "gas / outflow in that month",
			"FIL+ rate 0.5: outflow not always positive"},
		{"v=1&snapshot=2025-09-09&onboarding=11.5&renewal=1&days=120&rates=0.5", "gas / net flow, whole forecast",
			"FIL+ rate 0.5: net flow not always positive"},
	} {
		got := call("", "run", "-link", c.link)
		marked := false
		for line := range strings.Lines(got.stdout) {
			marked = marked || strings.HasPrefix(line, c.row) && strings.Contains(line, "% (!)")
		}
		if got.status != exitOK || !marked || !strings.Contains(got.stdout, "\n(!) "+c.line) {
			t.Errorf("%s: no mark at %q, or no line %q:\n%s", c.link, c.row, c.line, got.stdout)
		}
	}
	if got := call("", "run", "-link", "v=1"); strings.Contains(got.stdout, "(!)") {
		t.Errorf("the first default is doubtful:\n%s", got.stdout)
	}
}

// A scenario file that was made with figures which it does not carry is computed from the published ones, and that
// is said.
func TestScenarioOfOwnFigures(t *testing.T) {
	got := call(`{"own_figures": {"file": "my-days.csv", "sha256_prefix": "3f2a9c1b7d04"}, "horizon_days": 2}`, "run",
		"-scenario", "-")
	if plain := call(`{"horizon_days": 2}`, "run", "-scenario", "-"); got.status != exitOK ||
		got.stdout != plain.stdout || plain.stderr != "" {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(got.stderr, "3f2a9c1b7d04") || !strings.Contains(got.stderr, "published ones") {
		t.Errorf("%q", got.stderr)
	}
}
