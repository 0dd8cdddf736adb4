package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/release"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// called is what a run of the command wrote.
type called struct {
	status         int
	stdout, stderr string
}

// call runs the command in a world of the test's own.
func call(t testing.TB, environment map[string]string, args ...string) called {
	t.Helper()
	return callIn(t, context.Background(), environment, args...)
}

func callIn(t testing.TB, ctx context.Context, environment map[string]string, args ...string) called {
	t.Helper()
	var stdout, stderr bytes.Buffer
	s := testSettings(environment, &stdout, &stderr)
	status := execute(ctx, s, args, &stderr)
	for _, text := range []string{stdout.String(), stderr.String()} {
		if strings.Contains(text, secret) {
			t.Errorf("the token is in what %q writes:\n%s", args, text)
		}
	}
	return called{status, stdout.String(), stderr.String()}
}

// testSettings are a world of the test's own on 1 November 2025.
func testSettings(environment map[string]string, stdout, stderr io.Writer) *settings {
	now := func() time.Time { return time.Date(2025, 11, 1, 6, 0, 0, 0, time.UTC) }
	return &settings{
		environment: func(name string) string { return environment[name] },
		now:         now, stdout: stdout, progress: progressWriter{w: stderr, now: now, state: new(progressState)},
		tune: func(o *spacescope.Options) {
			o.PerSecond, o.Backoff, o.MaxBackoff = 1e6, time.Microsecond, time.Millisecond
			o.Now = time.Now // time that passes, for requests that are held back
		},
	}
}

func released(t testing.TB, folder string) *state {
	t.Helper()
	s, err := readRelease(folder)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// content is every file below a folder, by name.
func content(t testing.TB, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var withToken = map[string]string{"SPACESCOPE_TOKEN": secret}

// TestUpdate is the whole of it: forty more days, a snapshot of the last, models, packs, editions and sources, and a
// report.
func TestUpdate(t *testing.T) {
	root, cache := folder(t), t.TempDir()
	before := content(t, root)
	old := released(t, root)
	f := newFuture(t, old, 40)
	args := []string{"-assets", root, "-cache", cache, "-spacescope-url", f.URL + "/v2", "-to", f.last.String()}

	// First only a look: nothing changes but the cache.
	looked := call(t, withToken, append(args, "-check")...)
	if looked.status != exitOK {
		t.Fatalf("status %d\n%s", looked.status, looked.stderr)
	}
	if !maps.Equal(content(t, root), before) {
		t.Error("-check changed a file")
	}
	asked := f.requests

	report := filepath.Join(t.TempDir(), "report.md")
	got := call(t, withToken, append(args, "-report", report)...)
	if got.status != exitOK || got.stdout != "" {
		t.Fatalf("status %d\n%s%s", got.status, got.stdout, got.stderr)
	}
	if f.requests != asked {
		t.Errorf("%d more requests for days that the cache holds", f.requests-asked)
	}
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	name := f.last.String()
	for _, want := range []string{
		"# New figures: " + name, "The snapshot of " + name + " joins 2023-07-31, 2025-09-09", "All 12 passed.",
		"| `raw_power_eib` | 40 |", "| `gas_other` | 117 |", "raw onboarding, PiB a day", "level, Ggas per PiB",
		"| W2, 2024-04-24 to 2025-06-24 | 13.70 % | 13.70 %",
		"| 2025-09-09, fitted to 2025-06-24 | no days |", "2025-09-09 to " + name + " | stayed |",
		"| 2023-07-31 | study | 0.00 % |", "median of 0.0125 nanoFIL", "this is edition 2",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if !strings.HasPrefix(string(text), strings.TrimSuffix(looked.stdout, "\n")) {
		t.Error("-check reports something else than the update")
	}

	after := released(t, root)
	if after.Daily.Len() != old.Daily.Len()+40 || after.Newest().Name != name || len(after.Models.Snapshots) != 3 {
		t.Errorf("%d days, newest snapshot %s", after.Daily.Len(), after.Newest().Name)
	}
	s := after.Newest()
	if row := after.Daily.Row(s.Start); s.Start != s.Current-30 || s.VestedByStart || s.LockedRewardFILStart < 1e6 ||
		!(s.CumulativeCappedPowerEiBDays > old.Newest().CumulativeCappedPowerEiBDays+1000) ||
		math.Abs(s.CirculatingFILStart-after.Daily.CirculatingFIL[row]) > 0.01 ||
		math.Abs(s.MinedFILStart-after.Daily.MinedFIL[row]) > 0.01 {
		t.Errorf("history from %s, capped power %v", s.Start, s.CumulativeCappedPowerEiBDays)
	}
	now := content(t, root)
	for name := range now {
		if strings.HasPrefix(name, ".ingest") {
			t.Errorf("%s is left over", name)
		}
	}
	for _, want := range []string{"data/packs/" + name + ".json", "data/snapshot-" + name + ".json"} {
		if now[want] == "" {
			t.Errorf("no %s", want)
		}
	}
	for _, kept := range []string{"data/snapshot-2023-07-31.json", "data/snapshot-2025-09-09.json"} {
		if now[kept] != before[kept] {
			t.Errorf("%s changed", kept)
		}
	}
	// The files are those that make generate would write.
	_, files, err := release.Make(after.inputs)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if now[f.Name] != string(f.Data) {
			t.Errorf("%s is not what its inputs make", f.Name)
		}
	}
	editions, err := assets.ParseEditions("editions.json", []byte(now["data/editions.json"]))
	if err != nil || len(editions) != 2 || editions[1].Released != day.Of(2025, 11, 1) ||
		editions[1].Print(name) == "" || editions[1].Print("2023-07-31") != editions[0].Print("2023-07-31") {
		t.Errorf("editions %+v, %v", editions, err)
	}
	if !strings.Contains(now["SOURCES.md"], "`snapshot-"+name+".json`") {
		t.Error("SOURCES.md does not list the snapshot")
	}

	// A second update finds nothing new.
	again := call(t, withToken, args...)
	if again.status != exitOK || !strings.Contains(again.stderr, "nothing new") || !maps.Equal(content(t, root), now) {
		t.Errorf("again: status %d\n%s", again.status, again.stderr)
	}
	// Neither does the cache hold the token.
	for name, text := range content(t, cache) {
		if strings.Contains(text, secret) {
			t.Errorf("the token is in %s", name)
		}
	}
}

// Figures of the past that were revised move curves; links to the edition before keep its files.
func TestRevisedFiguresKeepTheOldEdition(t *testing.T) {
	root := folder(t)
	f := newFuture(t, released(t, root), 3)
	f.edit = func(path string, row map[string]any) {
		if path == spacescope.Capacity.Path && strings.HasPrefix(row["stat_date"].(string), "2025-09-09") {
			row["total_qa_bytes_power"] = row["total_qa_bytes_power"].(float64) * 1.01
		}
	}
	before := content(t, root)
	got := call(t, withToken, "-assets", root, "-no-cache", "-spacescope-url", f.URL+"/v2", "-to", f.last.String(),
		"-no-snapshot")
	if got.status != exitOK {
		t.Fatalf("status %d\n%s", got.status, got.stderr)
	}
	for _, want := range []string{"| `qa_power_eib` | 3 | 1 | 1.00 % on 2025-09-09 |", "No snapshot was added",
		"this is edition 2"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	now := content(t, root)
	if now["data/editions/1/2025-09-09.json"] != before["data/packs/2025-09-09.json"] ||
		now["data/editions/1/gas-models.json"] != before["data/gas-models.json"] {
		t.Error("the old edition's pack or models are not kept")
	}
	if _, ok := now["data/editions/1/2023-07-31.json"]; ok {
		t.Error("a pack is kept that did not move a curve")
	}
}

// Data that fail a check replace nothing; who has looked can let them through.
func TestRefusedDataReplaceNothing(t *testing.T) {
	for name, c := range map[string]struct {
		edit   func(path string, row map[string]any)
		status int
		want   string
	}{
		"power jumps": {func(path string, row map[string]any) {
			if path == spacescope.Capacity.Path && strings.HasPrefix(row["stat_date"].(string), "2025-09-15") {
				row["total_raw_bytes_power"] = row["total_raw_bytes_power"].(float64) * 1.3
			}
		}, exitRefused, "jump: raw_power_eib"},
		"parts above the total": {func(path string, row map[string]any) {
			if path == spacescope.Gas.Path && strings.HasPrefix(row["stat_date"].(string), "2025-08-15") {
				row["total_gas_used"] = row["total_gas_used"].(float64) / 3
			}
		}, exitRefused, "sum: gas of 2025-08-15"},
		"a hole": {func(path string, row map[string]any) {
			if path == spacescope.Gas.Path && strings.HasPrefix(row["stat_date"].(string), "2025-08-15") {
				clear(row)
			}
		}, exitRefused, "continuity: gas_"},
		"nothing falls due": {func(path string, row map[string]any) {
			if path == spacescope.Schedule.Path {
				row["schedule_expire_pledge"] = 10
			}
		}, exitRefused, "schedule: pledge in FIL"},
		"deals cost ten times": {func(path string, row map[string]any) {
			if date, ok := row["stat_date"].(string); ok && path == spacescope.Gas.Path && date > "2025-06-25" {
				row["publish_storage_deals_gas_used"] = row["publish_storage_deals_gas_used"].(float64) / 5
			}
		}, exitRefused, "level: "},
		"a word": {func(path string, row map[string]any) {
			if path == spacescope.Supply.Path {
				row["locked_fil"] = "much"
			}
		}, exitFailed, "locked_fil"},
		"no power": {func(path string, row map[string]any) {
			if path == spacescope.Capacity.Path {
				clear(row)
			}
		}, exitRefused, "no day from"},
	} {
		t.Run(name, func(t *testing.T) {
			root := folder(t)
			before := content(t, root)
			f := newFuture(t, released(t, root), 20)
			f.edit = c.edit
			args := []string{"-assets", root, "-no-cache", "-spacescope-url", f.URL + "/v2", "-to", f.last.String()}
			got := call(t, withToken, args...)
			if got.status != c.status || !strings.Contains(got.stderr, c.want) {
				t.Errorf("status %d, want %d and %q:\n%s", got.status, c.status, c.want, got.stderr)
			}
			if !maps.Equal(content(t, root), before) {
				t.Error("a file changed")
			}
			if name == "power jumps" {
				got = call(t, withToken, append(args, "-accept", "jump,balance")...)
				if got.status != exitOK || !strings.Contains(got.stdout, "**accepted by hand**, jump: raw_power_eib") {
					t.Errorf("accepted: status %d\n%s", got.status, got.stderr)
				}
			}
		})
	}
}

// When the last step fails, the assets are as they were.
func TestFailedPublishReplacesNothing(t *testing.T) {
	for name, harm := range map[string]func(root string) error{
		"editions are broken": func(root string) error {
			return os.WriteFile(filepath.Join(root, "data/editions.json"), []byte("{"), 0o644)
		},
		"a pack is gone": func(
			root string) error {
			return os.Remove(filepath.Join(root, "data/packs/2025-09-09.json"))
		},
		"sources are gone": func(root string) error { return os.Remove(filepath.Join(root, "SOURCES.md")) },
		"not the last edition's": func(root string) error {
			return edit(filepath.Join(root, "data/packs/2023-07-31.json"), "1148453739", "1148453738")
		},
	} {
		root := folder(t)
		if err := harm(root); err != nil {
			t.Fatal(err)
		}
		before := content(t, root)
		f := newFuture(t, released(t, root), 5)
		got := call(t, withToken, "-assets", root, "-no-cache", "-spacescope-url", f.URL+"/v2", "-to", f.last.String())
		if got.status != exitFailed || got.stdout != "" {
			t.Errorf("%s: status %d\n%s%s", name, got.status, got.stdout, got.stderr)
		}
		if !maps.Equal(content(t, root), before) {
			t.Errorf("%s: a file changed", name)
		}
	}
	// Files that do not read back are not put in place.
	root := folder(t)
	before := content(t, root)
	err := replace(root, []release.File{{Name: "data/network-daily.csv", Data: []byte("date\n")},
		{Name: "data/snapshot-2023-07-31.json", Data: []byte("{}")}})
	if err == nil || !maps.Equal(content(t, root), before) {
		t.Errorf("broken files: %v", err)
	}
}

func edit(file, old, new string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	changed := bytes.Replace(data, []byte(old), []byte(new), 1)
	if bytes.Equal(changed, data) {
		return errors.New(old + " does not occur in " + file)
	}
	return os.WriteFile(file, changed, 0o644)
}
