package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// update runs the command against a Spacescope that refuses, twenty days on, and returns the folder and the report.
func update(t *testing.T, refuse map[string]refusal, args ...string) (got called, root, report string) {
	t.Helper()
	root = folder(t)
	f := newFuture(t, released(t, root), 20)
	f.refuse = refuse
	file := filepath.Join(t.TempDir(), "report.md")
	got = call(t, withToken,
		append([]string{"-assets", root, "-no-cache", "-spacescope-url", f.URL + "/v2", "-to", f.last.String(),
			"-report", file}, args...)...)
	text, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return got, root, string(text)
}

// A table that only the report shows is left out with a word, and everything else is as if it had come.
func TestOptionalTableIsMissing(t *testing.T) {
	whole, wholeRoot, wholeReport := update(t, nil)
	if whole.status != exitOK || strings.Contains(wholeReport, "## Missing") {
		t.Fatalf("status %d\n%s", whole.status, whole.stderr)
	}
	// A quarter of what was onboarded, by the fake server.
	if want := "Direct onboarding had a median of "; !strings.Contains(wholeReport, want) ||
		!strings.Contains(wholeReport, ": 25.00 % of the raw power that was onboarded.") {
		t.Errorf("the report does not say %q", want)
	}
	want := content(t, wholeRoot)
	for path, c := range map[string]struct {
		refuse refusal
		table  string
		say    string
		gone   string // a sentence of the report that goes with it
	}{
		spacescope.BaseFee.Path: {refusal{status: 404}, "basefee", "HTTP 404", "The base fee itself had a median"},
		spacescope.Direct.Path:  {refusal{code: 30001}, "direct", "code 30001", "Direct onboarding had a median"},
	} {
		got, root, report := update(t, map[string]refusal{path: c.refuse})
		if got.status != exitIncomplete {
			t.Errorf("%s: status %d, want %d\n%s", c.table, got.status, exitIncomplete, got.stderr)
		}
		for name, text := range map[string]string{"standard error": got.stderr, "the report": report} {
			if !strings.Contains(text, c.table+": nothing came: spacescope: "+path) || !strings.Contains(text, c.say) {
				t.Errorf("%s: %s does not say what is missing:\n%.2000s", c.table, name, text)
			}
		}
		if !strings.Contains(got.stderr, "ingest: missing: "+c.table) || !strings.Contains(report, "## Missing") ||
			strings.Contains(report, c.gone) {
			t.Errorf("%s: stderr %s", c.table, got.stderr)
		}
		now := content(t, root)
		for name := range want {
			if now[name] != want[name] {
				t.Errorf("%s: %s is another than with the table", c.table, name)
			}
		}
		if len(now) != len(want) {
			t.Errorf("%s: %d files, want %d", c.table, len(now), len(want))
		}
	}
}

// A table that is not ready ends one table; the run goes on with the days that are there.
func TestTableNotReady(t *testing.T) {
	end := day.Of(2025, 9, 9)
	for name, c := range map[string]struct {
		path    string
		refuse  refusal
		say     string
		last    day.Day // of the table
		gas     day.Day // that the table has
		missing int     // tables of which nothing came
	}{
		"supply, two days short": {spacescope.Supply.Path, refusal{code: 30004, from: end + 19},
			"supply: it ends on 2025-09-27: ", end + 18, end + 18, 0},
		"gas, all of it": {spacescope.Gas.Path, refusal{code: 30004}, "gas: nothing came: ", end + 20,
			day.Of(2025, 6, 24), 1},
		"gas, from August": {spacescope.Gas.Path, refusal{code: 30004, from: day.Of(2025, 8, 3)},
			"gas: it ends on 2025-08-02: ", end + 20, day.Of(2025, 8, 2), 0},
		"power, all of it": {spacescope.Capacity.Path, refusal{code: 30004}, "capacity: nothing came: ", end, end, 1},
		"schedule":         {spacescope.Schedule.Path, refusal{code: 30004}, "schedule: nothing came: ", end, end, 1},
	} {
		fetched, old, log, err := fetchRefused(t, map[string]refusal{c.path: c.refuse})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !strings.Contains(log, c.say) || !strings.Contains(log, "code 30004") || len(fetched.Short) != 1 ||
			len(fetched.Missing()) != c.missing {
			t.Errorf("%s: %v, and the log says:\n%s", name, fetched.Short, log)
		}
		table, err := ingest.Table(old.Daily, fetched, end-overlapDays)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if last := table.Date(table.Len() - 1); last != c.last {
			t.Errorf("%s: the table ends on %s, want %s", name, last, c.last)
		}
		if gas := lastPublished(table, table.GasPublishStorageDeals); gas != c.gas {
			t.Errorf("%s: gas ends on %s, want %s", name, gas, c.gas)
		}
		if found := ingest.CheckTable(table, old.Daily); found != nil {
			t.Errorf("%s: the table does not pass: %v", name, found)
		}
		if got, want := fetched.CanSnapshot(), c.path != spacescope.Schedule.Path; got != want {
			t.Errorf("%s: can make a snapshot: %v", name, got)
		}
	}
}

// fetchRefused is the fetch alone of an update twenty days on, from a Spacescope that refuses.
func fetchRefused(t *testing.T, refuse map[string]refusal) (*ingest.Fetched, *state, string, error) {
	t.Helper()
	old := released(t, folder(t))
	f := newFuture(t, old, 20)
	f.refuse = refuse
	var log strings.Builder
	s := testSettings(nil, io.Discard, &log)
	if err := s.flags().Parse([]string{"-no-cache", "-spacescope-url", f.URL + "/v2", "-to",
		f.last.String()}); err != nil {
		t.Fatal(err)
	}
	token, err := spacescope.NewToken(secret)
	if err != nil {
		t.Fatal(err)
	}
	fetched, err := s.fetch(context.Background(), token, old)
	return fetched, old, log.String(), err
}

// With a table that never was ready the update is made, and adds no snapshot where it cannot.
func TestUpdateWithoutSchedule(t *testing.T) {
	got, root, report := update(t, map[string]refusal{spacescope.Schedule.Path: {code: 30004}})
	if got.status != exitIncomplete ||
		!strings.Contains(got.stderr, "no snapshot of 2025-09-09: the expiration schedule did not come") {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
	now := released(t, root)
	if gas := lastPublished(now.Daily, now.Daily.GasPublishStorageDeals); gas != day.Of(2025, 9, 9) ||
		now.Newest().Name != "2025-09-09" || !strings.Contains(report, "No snapshot was added") {
		t.Errorf("gas ends on %s, the newest snapshot is %s", gas, now.Newest().Name)
	}
}

// 30003 passes; what stays wrong with a required table ends the run as before, and nothing is replaced.
func TestCodesOfRequiredTables(t *testing.T) {
	fetched, _, log, err := fetchRefused(t, map[string]refusal{spacescope.Capacity.Path: {code: 30003, times: 3},
		spacescope.Schedule.Path: {code: 30003, times: 1}})
	if err != nil || len(fetched.Short) != 0 || strings.Count(log, "code 30003: no; trying again in ") != 4 {
		t.Errorf("30003 that passes: %v, %v\n%s", err, fetched, log)
	}
	for _, r := range []refusal{{code: 30001}, {code: 30002}, {code: 30003}, {status: 404}} {
		if _, _, _, err := fetchRefused(t, map[string]refusal{spacescope.Supply.Path: r}); err == nil {
			t.Errorf("%+v: no error", r)
		}
	}
	got, root, report := update(t, map[string]refusal{spacescope.Supply.Path: {code: 30001}})
	if got.status != exitFailed || report != "" || !strings.Contains(got.stderr, "code 30001") ||
		released(t, root).Newest().Name != "2025-09-09" {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
}

// Even where nothing is new the exit status says that a table is missing.
func TestNothingNewButMissing(t *testing.T) {
	root := folder(t)
	f := newFuture(t, released(t, root), 0)
	args := []string{"-assets", root, "-no-cache", "-spacescope-url", f.URL + "/v2", "-to", f.last.String()}
	if got := call(t, withToken, args...); got.status != exitOK {
		t.Fatalf("status %d\n%s", got.status, got.stderr)
	}
	f.refuse = map[string]refusal{spacescope.BaseFee.Path: {status: 500}}
	got := call(t, withToken, args...)
	if got.status != exitIncomplete || !strings.Contains(got.stderr, "nothing new") ||
		!strings.Contains(got.stderr, "missing: basefee") {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
}

func TestShort(t *testing.T) {
	f := ingest.Fetched{Short: []ingest.Short{{Table: "gas", Rows: 3, Last: day.Of(2025, 1, 2), Err: os.ErrClosed},
		{Table: "schedule", Err: os.ErrClosed}}}
	if m := f.Missing(); len(m) != 1 || m[0].Table != "schedule" || len(f.Short) != 2 || f.CanSnapshot() {
		t.Errorf("missing %v of %v", m, f.Short)
	}
}
