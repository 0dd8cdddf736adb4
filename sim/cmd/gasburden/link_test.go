package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/shipped"
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
		version := "2"
		if args[0] == "-preset" {
			version = "1"
		}
		if !strings.HasPrefix(address, publicPage+"?v="+version+"&snapshot=") || !strings.Contains(address, "&model=") {
			t.Errorf("%v: %s", args, address)
		}
		want, _ := runs(t, append([]string{"run", "-format", "json"}, args...)...)
		for _, link := range []string{address, "#" + address[strings.Index(address, "?")+1:],
			address[strings.Index(address, "?"):]} {
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
	got, _ := runs(t, "link", "-page", "https://example.org/g/?x=1", "-link", "v=1&fee=1&lock=0.2&by=outflow",
		"-scenario", file, "-set", "rebound=0.5")
	if got != "https://example.org/g/?v=1&snapshot=2023-07-31&model="+newest(t)+
		"&fee=1&rebound=0.5&lock=0.25&by=outflow\n" {
		t.Errorf("%s", got)
	}
}

// newest is the number of the edition that links name.
func newest(t *testing.T) string {
	t.Helper()
	edition, err := lastEdition()
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(edition)
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
		if status := execute(strings.Fields(args), strings.NewReader(""), &out, &problems); status != exitUsage ||
			!strings.Contains(problems.String(), part) {
			t.Errorf("%s: status %d, %s", args, status, problems.String())
		}
	}
}

// What a program refuses, it refuses: nothing of the link was left out, and no default stands anywhere.
func TestRefusedLinkIsSaidSo(t *testing.T) {
	for query, want := range map[string]string{
		"v=1&fee=0…&lock=7":   "-link: it is cut off at fee=0…, want a number in 0..1000\n-link: lock: lock_target is 7",
		"v=1&fee=2&lang=zh-C": "",
		"v=1&fee=0,9":         "-link: fee is 0,9, want a number in 0..1000",
	} {
		var out, problems strings.Builder
		status := execute([]string{"run", "-format", "json", "-link", query}, strings.NewReader(""), &out, &problems)
		if want == "" {
			if status != exitOK {
				t.Errorf("%s: status %d, %s", query, status, &problems)
			}
			continue
		}
		if status != exitUsage || !strings.Contains(problems.String(), want) ||
			strings.Contains(problems.String(), "left out") || out.Len() > 0 {
			t.Errorf("%s: status %d, %s", query, status, &problems)
		}
	}
}

func TestTooLongForALink(t *testing.T) {
	noise := make([]string, 400)
	for i := range noise {
		noise[i] = "0." + strings.Repeat(string(rune('1'+i%7)), 1+i*i%5)
	}
	var out, problems strings.Builder
	status := execute([]string{"link", "-set", "horizon_days=400", "-set", "renewal_rate=[" + strings.Join(noise, ",") +
		"]"}, strings.NewReader(""), &out, &problems)
	if status != exitFailed || !strings.Contains(problems.String(), "scenario file") {
		t.Errorf("status %d, %s", status, problems.String())
	}
}

func TestCardOfALink(t *testing.T) {
	if damaged, _ := runs(t, "card", "-link", "v=1&fee=0.9&rates=0.5,&adop"); !strings.Contains(damaged,
		"cut off at “adop”") {
		t.Error("the card of a damaged link does not say so")
	}
	linked, _ := runs(t, "card", "-link", "v=1&gas=regime&fee=1&direct=0.15&by=outflow")
	given, _ := runs(t, "card", "-preset", "study", "-by", "outflow")
	if linked != given {
		t.Error("the card of a link is not that of its scenario")
	}
}

// The command line reads links as the page and the Worker do: one table for all.
func TestTableOfLinks(t *testing.T) {
	data, err := os.ReadFile("../../link/testdata/links.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Link, Start, Read string
		Faults, Unsound   []string
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	edition, err := lastEdition()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		var out, problems strings.Builder
		status := execute([]string{"link", "-link", r.Link}, strings.NewReader(""), &out, &problems)
		if strings.Contains(problems.String(), "-link is") {
			if r.Read != "{default}" && r.Read != "v=1&snapshot=2023-07-31" || status != exitUsage {
				t.Errorf("%s: status %d, %s", r.Link, status, problems.String())
			}
			continue // no link, and not its own site's page: nothing to run, and nothing is run
		}
		// The command line has no view of its own but that of the link, and no language.
		preset := assumption.DefaultPreset()
		standard, err := shipped.PresetQuery(&preset, "")
		if err != nil {
			t.Fatal(err)
		}
		read := strings.Replace(r.Read, "{default}", standard, 1)
		for _, name := range assets.SnapshotNames() {
			read = strings.Replace(read, name, name+"&model="+strconv.Itoa(edition), 1)
		}
		parts := strings.Split(read, "&")
		parts = slices.DeleteFunc(parts, func(part string) bool {
			key, _, _ := strings.Cut(part, "=")
			return key == "lang" || slices.Contains(r.Unsound, key)
		})
		want := strings.Join(parts, "&")
		if got := strings.TrimSpace(out.String()); status != exitOK || got != publicPage+"?"+want {
			t.Errorf("%s: status %d, %s, want %s; %s", r.Link, status, got, want, problems.String())
		}
		if n := strings.Count(problems.String(), "gasburden: link:"); n != len(r.Faults)+len(r.Unsound) {
			t.Errorf("%s: %d notices, want %d: %s", r.Link, n, len(r.Faults)+len(r.Unsound), problems.String())
		}
		for _, format := range []string{"json", "csv"} {
			if len(r.Faults)+len(r.Unsound) == 0 {
				break
			}
			out.Reset()
			problems.Reset()
			status := execute([]string{"run", "-format", format, "-link", r.Link}, strings.NewReader(""), &out,
				&problems)
			if status != exitUsage || out.Len() > 0 || problems.Len() == 0 {
				t.Errorf("%s as %s: status %d, %d bytes, %s", r.Link, format, status, out.Len(), problems.String())
			}
		}
	}
}
