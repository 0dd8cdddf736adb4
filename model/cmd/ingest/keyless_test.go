package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/portal"
)

// keylessRow is a row of the portal's table with what an update without a key takes.
type keylessRow struct {
	portalRow
	Verified float64 `parquet:"verified_data_onboarded_pibs"`
}

// todaysFolder is a copy of the shipped assets.
func todaysFolder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"data", "SOURCES.md", "models_gen.go", "snapshots_gen.go"} {
		from := filepath.Join("../../../assets", name)
		info, err := os.Stat(from)
		if err == nil && info.IsDir() {
			err = os.CopyFS(filepath.Join(root, name), os.DirFS(from))
		} else if err == nil {
			var data []byte
			if data, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(filepath.Join(root, name), data, 0o644)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// onwards is what the portal would have for n days after the shipped table: the last day's figures, moved on by what
// April 2026 moved by, and the days before as they are in the table.
func onwards(old *state, n int) []keylessRow {
	t := old.Daily
	end := t.Date(t.Len() - 1)
	var rows []keylessRow
	for d := end - 13; d <= end+day.Day(n)+1; d++ { // the newest is not whole
		row := t.Row(min(d, end))
		on := float64(max(0, d-end))
		r := keylessRow{portalRow: portalRow{
			Date: int32(d), Onboarded: t.OnboardedRawPiB[row],
			Raw: (t.RawPowerEiB[row])*1024 - 2.7*on, QA: t.QAPowerEiB[row]*1024 - 10*on,
			Gas: t.GasTotal[row] / 1e6, BaseFee: 0.7, Over: 0.03, Mined: t.MinedFIL[row] + 65_400*on,
			Vested: t.VestedFIL[row] + 187_125.6*on, Locked: t.LockedFIL[row] - 40_000*on,
			Burnt: t.BurntFIL[row] + 2_437*on,
		}}
		r.Verified = (t.OnboardedQAPiB[row] - r.Onboarded) / 9
		r.Circulating = portal.DisbursedFIL + r.Mined + r.Vested - r.Locked - r.Burnt
		rows = append(rows, r)
	}
	return rows
}

// parquetOf is the portal's file with rows that were changed.
func parquetOf(rows []keylessRow, change func(*keylessRow)) []byte {
	for i := range rows {
		if change != nil {
			change(&rows[i])
		}
	}
	var b bytes.Buffer
	out := parquet.NewGenericWriter[keylessRow](&b)
	out.Write(rows)
	out.Close()
	return b.Bytes()
}

// An update without any key: figures and a snapshot that is proposed with its backtest; nothing of a file that is late,
// cut off, or contradicts what was published.
func TestKeyless(t *testing.T) {
	old := released(t, todaysFolder(t))
	end := old.Newest().Current
	const n = 30
	for name, c := range map[string]struct {
		change func(*keylessRow)
		cut    bool
		late   int // days
		exit   int
		want   string
	}{
		"good": {nil, false, 0, exitOK, "of 2026-05-20"},
		"late": {nil, false, 8, exitRefused,
			"its newest whole day is 2026-05-20, more than 7 days before 2026-05-28"},
		"truncated": {nil, true, 0, exitFailed, "not a whole Parquet file"},
		"a supply that does not add up": {func(r *keylessRow) { r.Circulating += 100 }, false, 0, exitRefused,
			"circulating_fil of"},
		"other power than was published": {func(r *keylessRow) {
			if day.Day(r.Date) <= end {
				r.Raw *= 0.9
			}
		}, false, 0, exitRefused, "raw_power_eib of 2026-04"},
		"a supply that nothing explains": {func(r *keylessRow) {
			if on := float64(day.Day(r.Date) - end); on > 0 {
				r.Locked -= 300_000 * on
				r.Circulating += 300_000 * on
			}
		}, false, 0, exitRefused, "backtest: a run from 2026-04-20 has a circulating supply"},
		"a jump of power": {func(r *keylessRow) {
			if day.Day(r.Date) > end+10 {
				r.Raw, r.QA = r.Raw*0.8, r.QA*0.8
			}
		}, false, 0, exitRefused, "jump: raw_power_eib"},
		"burn that falls": {func(r *keylessRow) {
			if day.Day(r.Date) == end+10 {
				r.Burnt, r.Circulating = r.Burnt-1e6, r.Circulating+1e6
			}
		}, false, 0, exitRefused, "monotonic: burnt_fil falls"},
	} {
		t.Run(name, func(t *testing.T) {
			data := parquetOf(onwards(old, n), c.change)
			if c.cut {
				data = data[:len(data)/2]
			}
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Write(data)
			}))
			defer server.Close()
			root := todaysFolder(t)
			before := content(t, root)
			var stdout, stderr bytes.Buffer
			s := testSettings(nil, &stdout, &stderr)
			s.now = func() time.Time {
				return time.Unix((end + n + 1 + day.Day(c.late)).Unix(), 0).Add(6 * time.Hour).UTC()
			}
			s.tunePortal = func(o *portal.Options) { o.Attempts, o.Backoff = 2, time.Microsecond }
			status := execute(context.Background(), s,
				[]string{"-assets", root, "-no-cache", "-portal-url", server.URL}, &stderr)
			if status != c.exit || !strings.Contains(stderr.String()+stdout.String(), c.want) {
				t.Fatalf("status %d, want %d and %q\n%s", status, c.exit, c.want, stderr.String())
			}
			if c.exit != exitOK {
				for name, was := range before {
					if content(t, root)[name] != was {
						t.Errorf("%s was replaced", name)
					}
				}
				return
			}
			now := released(t, root)
			taken := now.Newest()
			if taken.Current != end+n || taken.Current-taken.Start > ingest.MaxHistoryDays || taken.VestedByStart {
				t.Errorf("snapshot of %s from %s", taken.Current, taken.Start)
			}
			if row := now.Daily.Row(taken.Current); now.Daily.FeeBurnFIL[row] != 0.73 ||
				now.Daily.GasTotal[row] != old.Daily.GasTotal[old.Daily.Len()-1] {
				t.Errorf("fees %v, gas %v", now.Daily.FeeBurnFIL[row], now.Daily.GasTotal[row])
			}
			for _, want := range []string{"## Backtest", "2026-04-20|circulating supply, FIL",
				"2026-05-20|QA power, EiB", "From the Filecoin Data Portal"} {
				if !strings.Contains(strings.ReplaceAll(stdout.String(), " | ", "|"), want) {
					t.Errorf("the report does not say %q\n%s", want, stdout.String())
				}
			}
		})
	}
}

// Of the days that were published, the portal's own file says nothing new.
func TestKeylessWithThePublishedDays(t *testing.T) {
	data, err := os.ReadFile("../../ingest/portal/testdata/sample.parquet")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(data) }))
	defer server.Close()
	root := todaysFolder(t)
	before := content(t, root)
	var stdout, stderr bytes.Buffer
	s := testSettings(nil, &stdout, &stderr)
	s.now = func() time.Time { return time.Date(2026, 4, 22, 6, 0, 0, 0, time.UTC) }
	status := execute(context.Background(), s, []string{"-assets", root, "-no-cache", "-portal-url", server.URL},
		&stderr)
	if status != exitOK || !strings.Contains(stderr.String(), "nothing new") {
		t.Errorf("status %d\n%s", status, stderr.String())
	}
	for name, was := range content(t, root) {
		if before[name] != was {
			t.Errorf("%s was replaced", name)
		}
	}
}
