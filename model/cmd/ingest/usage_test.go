package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

func TestUsage(t *testing.T) {
	root, dir := folder(t), t.TempDir()
	tokenFile := filepath.Join(dir, "token")
	if err := os.WriteFile(tokenFile, []byte("two words of "+secret), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		environment map[string]string
		args        []string
		status      int
		want        string
	}{
		"no token":      {nil, nil, exitUsage, "no Spacescope token: set SPACESCOPE_TOKEN or give -token-file"},
		"empty token":   {map[string]string{"SPACESCOPE_TOKEN": " \n"}, nil, exitUsage, "no Spacescope token"},
		"no token file": {nil, []string{"-token-file", dir + "/none"}, exitUsage, "none"},
		"broken token":  {nil, []string{"-token-file", tokenFile}, exitUsage, "no token has"},
		"two tokens": {nil, []string{"-token-file", tokenFile, "-token", secret}, exitUsage,
			"want one of them"},
		"unknown flag": {nil, []string{"-bogus"}, exitUsage, "-bogus"},
		"argument":     {nil, []string{"now"}, exitUsage, `unexpected argument "now"`},
		"bad day":      {withToken, []string{"-to", "soon"}, exitUsage, "want a day like 2023-07-31"},
		"unknown check": {withToken, []string{"-accept", "jump,luck"}, exitUsage,
			`no check "luck", want one of cross-check, continuity`},
		"no folder":      {withToken, []string{"-assets", dir + "/none"}, exitUsage, "give -assets"},
		"another folder": {withToken, []string{"-assets", dir}, exitUsage, "give -assets"},
		"csv with a start": {nil, []string{"-csv", "x.csv", "-start", "2023-01-01"}, exitUsage,
			"-csv takes the whole table"},
		"no csv":       {nil, []string{"-csv", dir + "/none.csv"}, exitUsage, "none.csv"},
		"no database":  {nil, []string{"-cross-check-only"}, exitUsage, "LILY_DATABASE_URL"},
		"range before": {withToken, []string{"-from", "2019-01-01"}, exitUsage, "would fetch 2019-01-01"},
		"range reversed": {withToken, []string{"-from", "2025-09-01", "-to", "2025-08-01"}, exitUsage,
			"would fetch"},
		"address without TLS": {withToken, []string{"-spacescope-url", "http://api.spacescope.io"}, exitUsage,
			"want https://"},
		"report into a folder": {nil, []string{"-export", dir}, exitFailed, dir},
	} {
		got := call(t, c.environment, append([]string{"-assets", root, "-no-cache"}, c.args...)...)
		if got.status != c.status || !strings.Contains(got.stderr, c.want) ||
			!strings.HasPrefix(got.stderr, "ingest: ") {
			t.Errorf("%s: status %d, %q; want %d and %q", name, got.status, got.stderr, c.status, c.want)
		}
	}
	got := call(t, nil, "-h")
	if got.status != exitOK || got.stderr != "" {
		t.Errorf("-h: status %d, %q", got.status, got.stderr)
	}
	for _, check := range ingest.Checks {
		if !strings.Contains(got.stdout, "  "+check.Name+" ") {
			t.Errorf("-h does not name the check %s", check.Name)
		}
	}
}

// An expired token says so, and is in no message.
func TestExpiredToken(t *testing.T) {
	root := folder(t)
	f := newFuture(t, released(t, root), 3)
	f.deny = 401
	got := call(t, withToken, "-assets", root, "-no-cache", "-spacescope-url", f.URL+"/v2", "-to", f.last.String())
	if got.status != exitFailed || !strings.Contains(got.stderr, "HTTP 401") ||
		!strings.Contains(got.stderr, "may have expired") {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
	if f.requests > 4 {
		t.Errorf("%d requests with a token that was refused", f.requests)
	}
}

func TestInterrupted(t *testing.T) {
	root := folder(t)
	before := content(t, root)
	f := newFuture(t, released(t, root), 3)
	ctx, cancel := context.WithCancel(context.Background())
	f.edit = func(string, map[string]any) { cancel() }
	got := callIn(t, ctx, withToken, "-assets", root, "-no-cache", "-spacescope-url", f.URL+"/v2", "-to",
		f.last.String())
	if got.status != exitInterrupted || !strings.Contains(got.stderr, "interrupted") {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
	if len(content(t, root)) != len(before) {
		t.Error("files were left behind")
	}
}

// A table of one's own: all that is wrong with it is listed; a good one trains and replaces, without a token or a
// snapshot.
func TestOwnTable(t *testing.T) {
	root, dir := folder(t), t.TempDir()
	exported := filepath.Join(dir, "table.csv")
	if got := call(t, nil, "-assets", root, "-export", exported); got.status != exitOK ||
		!strings.Contains(got.stderr, "wrote 1791 days") {
		t.Fatalf("export: status %d\n%s", got.status, got.stderr)
	}
	before := content(t, root)
	if before["data/network-daily.csv"] != content(t, dir)["table.csv"] {
		t.Error("the export is not the table")
	}
	if got := call(t, nil, "-assets", root, "-csv", exported); got.status != exitOK ||
		!strings.Contains(got.stderr, "nothing new") {
		t.Errorf("the same table: status %d\n%s", got.status, got.stderr)
	}

	// As a spreadsheet saves it, and as another file of it.
	for text, want := range map[string]string{
		"\ufeff" + strings.NewReplacer(",", ";", "\n", "\r\n").Replace(before["data/network-daily.csv"]): "nothing new",
		"PK\x03\x04": "an Excel workbook",
	} {
		saved := filepath.Join(dir, "saved.csv")
		if err := os.WriteFile(saved, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := call(t, nil, "-assets", root, "-csv", saved); (got.status == exitOK) != (want == "nothing new") ||
			!strings.Contains(got.stderr, want) {
			t.Errorf("%.9q: status %d, %s", text, got.status, got.stderr)
		}
	}

	broken := filepath.Join(dir, "broken.csv")
	lines := strings.Split(before["data/network-daily.csv"], "\n")
	lines[5], lines[9] = strings.Replace(lines[5], ",0.", ",x0.", 1), strings.Replace(lines[9], "2020-", "2021-", 1)
	if err := os.WriteFile(broken, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	got := call(t, nil, "-assets", root, "-csv", broken)
	if got.status != exitRefused || !strings.Contains(got.stderr, "line 6 (2020-10-19): column 2, raw_power_eib") ||
		!strings.Contains(got.stderr, "line 10: column 1, date") {
		t.Errorf("broken: status %d\n%s", got.status, got.stderr)
	}

	// A figure of the training days that is 1 % more moves the study's model, and with it all curves.
	if err := edit(exported, "2022-07-01,16.75", "2022-07-01,16.82"); err != nil {
		t.Fatal(err)
	}
	got = call(t, nil, "-assets", root, "-csv", exported)
	if got.status != exitOK {
		t.Fatalf("own: status %d\n%s", got.status, got.stderr)
	}
	for _, want := range []string{"From table.csv.", "No snapshot was added", "| 2022-07-01 | `raw_power_eib` |",
		"this is edition 2"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if now := content(t, root); now["data/gas-models.json"] == before["data/gas-models.json"] ||
		now["data/editions/1/gas-models.json"] != before["data/gas-models.json"] {
		t.Error("the models are not trained again, or the old ones not kept")
	}
}

func TestProgress(t *testing.T) {
	now := time.Date(2025, 11, 1, 0, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	var log bytes.Buffer
	lines := progressWriter{w: &log, now: clock, state: new(progressState)}
	for done := 0; done <= 1000; done += 10 {
		lines.show("spacescope", spacescope.Progress{Done: done, Total: 1000, Cached: min(done, 100)})
		now = now.Add(200 * time.Millisecond)
	}
	text := log.String()
	if n := strings.Count(text, "\n"); n < 4 || n > 7 || strings.ContainsAny(text, "\r\x1b") {
		t.Errorf("a log gets %d lines:\n%s", n, text)
	}
	if !strings.Contains(text, "spacescope: 500 of 1000 days (100 from the cache), 40 a second, 0:13 left\n") ||
		!strings.HasSuffix(text, "1000 of 1000 days (100 from the cache), 45 a second, took 0:20\n") {
		t.Errorf("log:\n%s", text)
	}

	var screen bytes.Buffer
	bar := progressWriter{w: &screen, terminal: true, now: clock, state: new(progressState)}
	bar.show("spacescope", spacescope.Progress{Done: 0, Total: 60})
	now = now.Add(time.Second)
	bar.show("spacescope", spacescope.Progress{Done: 30, Total: 60})
	bar.show("spacescope", spacescope.Progress{Done: 31, Total: 60}) // too soon
	bar.note("something happened")
	bar.show("spacescope", spacescope.Progress{Done: 60, Total: 60})
	text = screen.String()
	if !strings.Contains(text, "\rspacescope ["+strings.Repeat("#", 15)+strings.Repeat(".", 15)+
		"] 30 of 60 days, 30 a second, 0:01 left\x1b[K\nsomething happened\n") ||
		strings.Contains(text, "31 of 60") || !strings.HasSuffix(text, "\n") {
		t.Errorf("a terminal gets %q", text)
	}
}
