package main

import (
	"bytes"
	"context"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/model/ingest/release"
)

// portalRow is a row of the portal's table with what ingest takes.
type portalRow struct {
	Date        int32   `parquet:"date,date"`
	Onboarded   float64 `parquet:"onboarded_pibs"`
	Raw         float64 `parquet:"raw_power_pibs"`
	QA          float64 `parquet:"quality_adjusted_power_pibs"`
	Gas         float64 `parquet:"gas_used_millions"`
	BaseFee     float64 `parquet:"base_fee_burn_fil"`
	Over        float64 `parquet:"overestimation_burn_fil"`
	Circulating float64 `parquet:"circulating_fil"`
	Mined       float64 `parquet:"mined_fil"`
	Vested      float64 `parquet:"vested_fil"`
	Locked      float64 `parquet:"locked_fil"`
	Burnt       float64 `parquet:"burnt_fil"`
}

// TestPortal: what was burnt for gas comes from the portal. It is an optional source: where it fails the rest is done.
// Figures of its own that contradict the table are refused.
func TestPortal(t *testing.T) {
	old := released(t, folder(t))
	first, last := old.Daily.Date(0), old.Daily.Date(old.Daily.Len()-1)
	for name, c := range map[string]struct {
		power  float64 // raw power of the portal's days, as a share of the table's
		status int     // HTTP
		exit   int
		want   string
	}{
		"good":          {1, http.StatusOK, exitOK, "portal: 1801 days"},
		"down":          {1, http.StatusBadGateway, exitIncomplete, "missing: portal: nothing came: portal: "},
		"contradictory": {0.9, http.StatusOK, exitRefused, "portal: raw_power_eib of "},
	} {
		root, f := folder(t), newFuture(t, old, 10)
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if c.status != http.StatusOK {
				w.WriteHeader(c.status)
				return
			}
			var rows []portalRow
			for d := first; d <= last+11; d++ { // the newest is not whole
				row := portalRow{Date: int32(d), Gas: f.figure(old.Daily.GasTotal, d) / 1e6, BaseFee: 50, Over: 2}
				if i := old.Daily.Row(d); i < old.Daily.Len() {
					row.BaseFee, row.Over = max(0, old.Daily.FeeBurnFIL[i]), 0
					row.Raw, row.QA = c.power*old.Daily.RawPowerEiB[i]*1024, old.Daily.QAPowerEiB[i]*1024
				}
				rows = append(rows, row)
			}
			var b bytes.Buffer
			out := parquet.NewGenericWriter[portalRow](&b)
			out.Write(rows)
			out.Close()
			w.Write(b.Bytes())
		}))
		var stdout, stderr bytes.Buffer
		s := testSettings(withToken, &stdout, &stderr)
		s.tunePortal = func(o *portal.Options) { o.Attempts, o.Backoff = 2, time.Microsecond }
		status := execute(context.Background(), s, []string{"-assets", root, "-no-cache", "-spacescope-url",
			f.URL + "/v2",
			"-portal-url", server.URL, "-to", f.last.String(), "-no-snapshot"}, &stderr)
		server.Close()
		if status != c.exit || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%s: status %d, want %d and %q\n%s", name, status, c.exit, c.want, stderr.String())
			continue
		}
		now := released(t, root)
		if c.exit == exitRefused {
			if now.Daily.Len() != old.Daily.Len() {
				t.Errorf("%s: the table was replaced", name)
			}
			continue
		}
		for d := last + 1; d <= last+10; d++ {
			burn := now.Daily.FeeBurnFIL[now.Daily.Row(d)]
			if name == "good" && burn != 52 || name == "down" && !math.IsNaN(burn) {
				t.Errorf("%s, %s: burn %v", name, d, burn)
			}
		}
		// What the release had stays.
		if row := old.Daily.Row(day.Of(2025, 6, 1)); now.Daily.FeeBurnFIL[row] != old.Daily.FeeBurnFIL[row] {
			t.Errorf("%s: a settled burn moved", name)
		}
		if _, files, err := release.Make(now.inputs); err != nil || release.Check(files) != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
