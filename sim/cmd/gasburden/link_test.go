package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runs executes a command that must succeed.
func runs(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, problems strings.Builder
	if status := execute(args, strings.NewReader(""), &out, &problems); status != exitOK {
		t.Fatalf("%v: status %d, %s", args, status, problems.String())
	}
	return out.String(), problems.String()
}

func TestLinkAndRunAgree(t *testing.T) {
	for _, args := range [][]string{
		{"-preset", "study"},
		{"-set", "fil_plus_rates=0.3,0.9", "-set", "adoption=logistic", "-set", "adoption_start=2024-05-06"},
		{"-set", "snapshot=2025-09-09", "-set", "base_fee_nanofil=0.1"},
		{"-set", "horizon_days=4", "-set", "renewal_rate=[0.5,0.6,0.7,0.7]"},
	} {
		address, _ := runs(t, append([]string{"link"}, args...)...)
		if !strings.HasPrefix(address, publicPage+"?v=1&snapshot=") || !strings.Contains(address, "&model=") {
			t.Errorf("%v: %s", args, address)
		}
		want, _ := runs(t, append([]string{"run", "-format", "json"}, args...)...)
		for _, link := range []string{address, "#" + address[strings.Index(address, "?")+1:], address[strings.Index(address, "?"):]} {
			got, stderr := runs(t, "run", "-format", "json", "-link", strings.TrimSpace(link))
			if got != want || stderr != "" {
				t.Errorf("%s: another result than %v, or a notice: %s", link, args, stderr)
			}
		}
	}
}

func TestLinkIsLaidUnderFileAndSets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.json")
	if err := os.WriteFile(file, []byte(`{"lock_target": 0.25}`), 0o644); err != nil {
		t.Fatal(err)
	}
	got, _ := runs(t, "link", "-page", "https://example.org/g/?x=1", "-link", "v=1&fee=1&lock=0.2&by=outflow", "-scenario", file, "-set", "rebound=0.5")
	if got != "https://example.org/g/?v=1&snapshot=2023-07-31&model=1&fee=1&rebound=0.5&lock=0.25&by=outflow\n" {
		t.Errorf("%s", got)
	}
}

func TestDamagedLink(t *testing.T) {
	_, stderr := runs(t, "run", "-link", "https://example.org/?v=1&fee=cheap&lock=7&model=99&snapshot=2001-01-01")
	for _, part := range []string{"“fee”", "lock_target is 7", "edition 99", "2001-01-01"} {
		if !strings.Contains(stderr, part) {
			t.Errorf("no %q in %s", part, stderr)
		}
	}
	for args, part := range map[string]string{
		"run -link https://example.org/": "-link is",
		"link -set nothing=1":            "nothing",
		"link walk":                      "walk",
	} {
		var out, problems strings.Builder
		if status := execute(strings.Fields(args), strings.NewReader(""), &out, &problems); status != exitUsage || !strings.Contains(problems.String(), part) {
			t.Errorf("%s: status %d, %s", args, status, problems.String())
		}
	}
}

func TestTooLongForALink(t *testing.T) {
	noise := make([]string, 400)
	for i := range noise {
		noise[i] = "0." + strings.Repeat(string(rune('1'+i%7)), 1+i*i%5)
	}
	var out, problems strings.Builder
	status := execute([]string{"link", "-set", "horizon_days=400", "-set", "renewal_rate=[" + strings.Join(noise, ",") + "]"}, strings.NewReader(""), &out, &problems)
	if status != exitFailed || !strings.Contains(problems.String(), "scenario file") {
		t.Errorf("status %d, %s", status, problems.String())
	}
}

func TestCardOfALink(t *testing.T) {
	linked, _ := runs(t, "card", "-link", "v=1&gas=regime&fee=1&direct=0.15&by=outflow")
	given, _ := runs(t, "card", "-preset", "study", "-by", "outflow")
	if linked != given {
		t.Error("the card of a link is not that of its scenario")
	}
}
