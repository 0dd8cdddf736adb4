package main

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/release"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const secret = "TOP-secret-token-42"

// folder holds package assets' files as they were first released, so that these tests do not depend on how far the
// figures have grown since.
func folder(t testing.TB) string {
	t.Helper()
	files, err := firstFiles()
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, f := range files {
		name := filepath.Join(root, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// firstFiles makes these files, once.
var firstFiles = sync.OnceValues(func() ([]release.File, error) {
	table, err := assets.FirstRelease()
	if err != nil {
		return nil, err
	}
	shipped, err := release.Embedded()
	if err != nil {
		return nil, err
	}
	ends, err := assets.PublishedEnds()
	if err != nil {
		return nil, err
	}
	in := &release.Inputs{Snapshots: map[string][]byte{}}
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		in.Snapshots[name] = shipped.Snapshots[name]
	}
	if in.Daily, err = assets.EncodeNetworkDaily(table); err != nil {
		return nil, err
	}
	if in.Published, err = assets.EncodePublished(ends[:2]); err != nil {
		return nil, err
	}
	p, files, err := release.Make(in)
	if err != nil {
		return nil, err
	}
	edition := assets.Edition{Number: 1, Released: day.Of(2025, 10, 1), Equations: sim.Equations}
	for name, data := range releaseOf(files).Packs {
		pack, err := assets.DecodePack(data)
		if err != nil {
			return nil, err
		}
		print, err := assets.Fingerprint(pack, p.Models)
		if err != nil {
			return nil, err
		}
		edition.Curves = append(edition.Curves, assets.Curve{Snapshot: name, Print: print})
	}
	slices.SortFunc(edition.Curves, func(a, b assets.Curve) int { return strings.Compare(a.Snapshot, b.Snapshot) })
	editions, err := assets.EncodeEditions([]assets.Edition{edition})
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile("../../../assets/SOURCES.md")
	if err != nil {
		return nil, err
	}
	if text, err = release.Sources(text, in, p, edition.Released); err != nil {
		return nil, err
	}
	return append(files, release.File{Name: "data/editions.json", Data: editions},
		release.File{Name: "SOURCES.md", Data: text}), nil
})

// future is a Spacescope that goes on from the shipped table: what was published it says again, and the days after
// repeat what the network did earlier, so that every sum still adds up.
type future struct {
	*httptest.Server
	table    *model.Table
	snapshot *mechafil.Snapshot
	last     day.Day

	mu       sync.Mutex
	requests int
	deny     int                                   // HTTP status instead of an answer, if not 0
	edit     func(path string, row map[string]any) // changes a row; the day is in it
	refuse   map[string]refusal                    // what a path answers instead, by its end
}

// refusal is an answer without data.
type refusal struct {
	status int     // HTTP status; 0: 200
	code   int     // Spacescope's code
	from   day.Day // only for requests that reach this day
	times  int     // only so often; 0: always
}

// refused answers a request that is to be refused.
func (f *future) refused(w http.ResponseWriter, path, end string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	r, ok := f.refuse[path]
	if !ok || r.from != 0 && parseDay(end) < r.from {
		return false
	}
	if r.times == 1 {
		delete(f.refuse, path)
	} else if r.times > 1 {
		r.times--
		f.refuse[path] = r
	}
	if r.status != 0 {
		w.WriteHeader(r.status)
	}
	fmt.Fprintf(w, `{"request_id":"x","code":%d,"message":"no","data":null}`, r.code)
	return true
}

func newFuture(t testing.TB, old *state, days int) *future {
	f := &future{table: old.Daily, snapshot: old.Newest()}
	f.last = f.snapshot.Current + day.Day(days)
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

func (f *future) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	f.requests++
	deny := f.deny
	f.mu.Unlock()
	if r.Header.Get("Authorization") != "Bearer "+secret || deny != 0 {
		w.WriteHeader(max(deny, http.StatusUnauthorized))
		fmt.Fprintf(w, `{"message":"no to %s"}`, r.Header.Get("Authorization"))
		return
	}
	q, path := r.URL.Query(), strings.TrimPrefix(r.URL.Path, "/v2")
	first, last := parseDay(q.Get("start_date")), min(parseDay(q.Get("end_date")), f.last)
	if f.refused(w, path, q.Get("end_date")) {
		return
	}
	rows := []map[string]any{}
	add := func(row map[string]any) {
		if f.edit != nil {
			f.edit(path, row)
		}
		if row != nil && len(row) > 0 {
			rows = append(rows, row)
		}
	}
	switch path {
	case spacescope.BaseFee.Path:
		for d := parseDay(q.Get("start_hour")[:10]); d <= min(f.last, parseDay(q.Get("end_hour")[:10])); d++ {
			add(map[string]any{"hour_date": d.String() + "T07:00:00Z", "base_fee": "0.0125"})
		}
	case spacescope.Schedule.Path:
		// Known from the snapshot's start; two years on from the last day, as 2025-09-09's was.
		for d := f.snapshot.Start; d <= f.last+900; d++ {
			raw, qa, pledge := f.due(d)
			renewed, renewedQA := 0.0, 0.0
			if d <= f.last {
				renewed, renewedQA = f.figure(f.table.RenewedRawPiB, d), f.figure(f.table.RenewedQAPiB, d)
			}
			if d <= f.snapshot.Current { // to more digits
				renewed, renewedQA = f.snapshot.RenewedRawPiB[d-f.snapshot.Start],
					f.snapshot.RenewedQAPiB[d-f.snapshot.Start]
			}
			if d >= f.snapshot.Current && d <= f.last {
				raw = renewed / f.figure(f.table.RenewalRate, d) // what was scheduled has moved with what was renewed
			}
			add(map[string]any{"interest_date": d.String() + "T00:00:00Z",
				"schedule_expire_bytes": (raw + 1) * pib, "extended_bytes": renewed * pib, "expired_bytes": 0,
				"terminated_bytes":          pib,
				"schedule_expire_bytes_qap": (qa + 1) * pib, "extended_bytes_qap": renewedQA * pib,
				"expired_bytes_qap": 0, "terminated_bytes_qap": pib,
				"schedule_expire_pledge": pledge + 10, "extended_pledge": 0, "expired_pledge": 0,
				"terminated_pledge": 10})
		}
	default:
		for d := first; d <= last; d++ {
			add(f.row(path, d))
		}
	}
	json.NewEncoder(w).Encode(map[string]any{"request_id": "x", "code": 0, "message": "success.", "data": rows})
}

const pib, eib = 1 << 50, 1 << 60

func parseDay(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		return 0
	}
	return d
}

// figure is that of the day, or of 364 days before until one is published.
func (f *future) figure(column []float64, d day.Day) float64 {
	for row := f.table.Row(d); ; row -= 364 {
		if row < len(column) && !math.IsNaN(column[row]) {
			return column[row]
		}
	}
}

// onward is the last published figure, moved on by so much a day.
func (f *future) onward(column []float64, d day.Day, a float64) float64 {
	if row := f.table.Row(d); row < len(column) && !math.IsNaN(column[row]) {
		return column[row]
	}
	for row := len(column) - 1; ; row-- {
		if !math.IsNaN(column[row]) {
			return column[row] + a*float64(f.table.Row(d)-row)
		}
	}
}

func (f *future) row(path string, d day.Day) map[string]any {
	t := f.table
	row := map[string]any{"stat_date": d.String() + "T00:00:00Z"}
	switch path {
	case spacescope.Gas.Path:
		total := f.figure(t.GasTotal, d)
		for i, c := range [][]float64{t.GasTotal, t.GasProveCommitSector, t.GasPreCommitSector,
			t.GasProveCommitAggregate, t.GasPreCommitSectorBatch, t.GasPublishStorageDeals, t.GasSubmitWindowedPoSt} {
			v := f.figure(c, d)
			if i == 5 && math.IsNaN(at(t, t.GasPublishStorageDeals, d)) {
				v = min(v, 3900e9*f.deal(d), total/3) // by the deals of the day
			}
			row[spacescope.Gas.Fields[i]] = v
		}
	case spacescope.Onboarding.Path:
		raw, qa := f.figure(t.OnboardedRawPiB, d)*pib, f.figure(t.OnboardedQAPiB, d)*pib
		row["commit_rbp_32gib"], row["commit_rbp_64gib"] = fmt.Sprintf("%.0f", raw/2), fmt.Sprintf("%.0f", raw-raw/2)
		row["commit_qap_32gib"], row["commit_qap_64gib"] = qa/2, qa-qa/2
	case spacescope.Capacity.Path:
		row["total_raw_bytes_power"], row["total_qa_bytes_power"] = f.onward(t.RawPowerEiB, d, -0.001)*eib,
			f.onward(t.QAPowerEiB, d, 0.001)*eib
		row["baseline_power"] = f.onward(t.BaselinePowerEiB, d, 0.14) * eib
	case spacescope.Direct.Path:
		row["total_ddo_sector_count"], row["total_ddo_power_tib"] = 40,
			fmt.Sprint(f.figure(t.OnboardedRawPiB, d)*1024/4)
	case spacescope.Supply.Path:
		burnt, mined := f.onward(t.BurntFIL, d, 1700), f.onward(t.MinedFIL, d, 60000)
		vested, locked := f.onward(t.VestedFIL, d, 187_125.6), f.onward(t.LockedFIL, d, -20000)
		row["burnt_fil"], row["mined_fil"], row["vested_fil"], row["locked_fil"], row["reserve_disbursed_fil"] = burnt,
			mined, vested, locked, 17066618.9618
		circulating := at(t, t.CirculatingFIL, d)
		if math.IsNaN(circulating) {
			circulating = vested + mined + 17066618.9618 - locked - burnt
		}
		row["circulating_fil"] = circulating
	}
	return row
}

func (f *future) deal(d day.Day) float64 {
	return model.DealPower(f.figure(f.table.OnboardedRawPiB, d), f.figure(f.table.OnboardedQAPiB, d))
}

// due is what falls due on a day, by the shipped schedule; what comes after it repeats the year before.
func (f *future) due(d day.Day) (raw, qa, pledge float64) {
	s := f.snapshot
	for ; ; d -= 364 {
		if k := int(d - s.Start); k < len(s.RenewalRate) {
			return s.RenewedRawPiB[k] / s.RenewalRate[k], s.RenewedQAPiB[k] / s.RenewalRate[k],
				s.ScheduledPledgeReleaseFIL[k]
		}
		if k := int(d - s.Current); k < len(s.ScheduledExpiryRawPiB) {
			return s.ScheduledExpiryRawPiB[k], s.ScheduledExpiryQAPiB[k], s.ScheduledPledgeReleaseFIL[d-s.Start]
		}
	}
}

func at(t *model.Table, column []float64, d day.Day) float64 {
	if row := t.Row(d); row >= 0 && row < len(column) {
		return column[row]
	}
	return math.NaN()
}
