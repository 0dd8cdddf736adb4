package spacescope

import (
	"context"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

func day1(n int) day.Day { return day.Day(n) }

func cached(s *server, dir string) func(*Options) {
	return func(o *Options) { o.Cache = NewCache(dir, s.URL) }
}

func TestSecondRunFetchesOnlyNewDays(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	client, ticks := s.client(t, cached(s, dir))
	now := ticks.now
	query := []Query{{Endpoint: Gas, First: first, Last: last}, {Endpoint: Schedule}}
	want, err := client.Fetch(context.Background(), query...)
	if err != nil {
		t.Fatal(err)
	}
	first := s.requests()

	again, ticks := s.client(t, cached(s, dir))
	var end Progress
	again.Progress = func(p Progress) { end = p }
	got, err := again.Fetch(context.Background(), query...)
	if err != nil || s.requests() != first || !reflect.DeepEqual(got, want) {
		t.Errorf("a run at once: %v, %d more requests", err, s.requests()-first)
	}
	if end.Cached != end.Total || end.Done != 93 {
		t.Errorf("progress %+v", end)
	}

	// A month later: the schedule has moved, and there are five more days.
	ticks.now = now.Add(30 * 24 * time.Hour)
	query[0].Last += 5
	got, err = again.Fetch(context.Background(), query...)
	if err != nil || len(got[0].Rows) != 97 {
		t.Fatalf("%v, %d rows", err, len(got[0].Rows))
	}
	asked := strings.Join(s.asked[first:], "\n")
	if s.requests() != first+2 || !strings.Contains(asked, "end_date=2025-08-05&start_date=2025-08-01") ||
		!strings.Contains(asked, Schedule.Path) {
		t.Errorf("asked again:\n%s", asked)
	}
}

// Days are revised while they are young: what was fetched then is not kept for ever.
func TestYoungDaysAreFetchedAgain(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	client, ticks := s.client(t, cached(s, dir))
	to := day.Of(2025, 11, 30)
	ticks.now = time.Date(2025, 12, 1, 6, 0, 0, 0, time.UTC)
	fetch := func() []Row {
		t.Helper()
		rows, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: to - 20, Last: to})
		if err != nil || len(rows[0].Rows) != 21 {
			t.Fatal(err, len(rows))
		}
		return rows[0].Rows
	}
	fetch()
	ticks.now = ticks.now.Add(2 * time.Hour)
	s.edit = func(rows []map[string]any) []map[string]any {
		for _, row := range rows {
			row["total_gas_used"] = 5
		}
		return rows
	}
	before := s.requests()
	rows := fetch()
	revised := 0
	for _, row := range rows {
		if row.Values[0] == 5 {
			revised++
		}
	}
	if revised != settleDays || s.requests() != before+1 {
		t.Errorf("%d days are revised, want the last %d; asked %q", revised, settleDays, s.asked[before:])
	}
	// Eight days later the last of them have settled, for good.
	ticks.now = ticks.now.Add(8 * 24 * time.Hour)
	fetch()
	ticks.now = ticks.now.Add(365 * 24 * time.Hour)
	before = s.requests()
	if fetch(); s.requests() != before {
		t.Errorf("settled days are asked for: %q", s.asked[before:])
	}
}

// A run that breaks goes on where it stopped.
func TestBrokenRunResumes(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
		if n == 4 {
			w.WriteHeader(http.StatusBadRequest)
		}
		return n == 4
	}
	client, _ := s.client(t, cached(s, dir), func(o *Options) { o.Parallel = 1 })
	query := []Query{{Endpoint: Gas, First: first, Last: last}, {Endpoint: Capacity, First: first, Last: last}}
	if _, err := client.Fetch(context.Background(), query...); err == nil || s.requests() != 4 {
		t.Fatalf("%v after %d requests", err, s.requests())
	}
	if _, err := client.Fetch(context.Background(), query...); err != nil {
		t.Fatal(err)
	}
	if want := 2*len(Gas.windows(first, last)) + 1; s.requests() != want {
		t.Errorf("%d requests in all, want %d: each window once, and the failed one again", s.requests(), want)
	}
}

// Days that were not published are asked for again, since they may be by now.
func TestGapsAreNotKept(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	s.edit = func(rows []map[string]any) []map[string]any { return rows[:len(rows)-2] }
	client, _ := s.client(t, cached(s, dir))
	query := Query{Endpoint: Gas, First: first, Last: first + 9}
	if rows, err := client.Fetch(context.Background(), query); err != nil || len(rows[0].Rows) != 8 &&
		len(rows[0].Rows) != 6 {
		t.Fatal(err, len(rows[0].Rows))
	}
	s.edit = nil
	if rows, err := client.Fetch(context.Background(), query); err != nil || len(rows[0].Rows) != 10 {
		t.Errorf("%v, %d rows", err, len(rows[0].Rows))
	}
}

func TestBrokenCacheFilesCountAsAbsent(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	client, _ := s.client(t, cached(s, dir))
	query := Query{Endpoint: Gas, First: first, Last: first + 3}
	if _, err := client.Fetch(context.Background(), query); err != nil {
		t.Fatal(err)
	}
	good := s.requests()
	file := ""
	walk(t, dir, func(name string, _ []byte) { file = name })
	for _, text := range []string{"", "{", "null", `{"version":99}`, `{"version":1,"fields":["x"],"days":{}}`,
		`{"version":1,"fields":["total_gas_used"],"days":null}`, strings.Repeat("[", 100000)} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		before := s.requests()
		rows, err := client.Fetch(context.Background(), query)
		if err != nil || len(rows[0].Rows) != 4 || s.requests() != before+good {
			t.Errorf("%.20q: %v, %d requests", text, err, s.requests()-before)
		}
	}
	// A folder that cannot be written costs the cache, not the run.
	notes := 0
	client.Cache = &Cache{filepath.Join(file, "below-a-file")}
	client.Note = func(string) { notes++ }
	if _, err := client.Fetch(context.Background(), query); err != nil || notes != 1 {
		t.Errorf("%v, %d notes", err, notes)
	}
}

// Neither the cache nor anything that prints options shows the token.
func TestTokenIsNowhere(t *testing.T) {
	s, dir := serve(t), t.TempDir()
	client, _ := s.client(t, cached(s, dir))
	if _, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: last},
		Query{Endpoint: Schedule}); err != nil {
		t.Fatal(err)
	}
	files := 0
	walk(t, dir, func(name string, data []byte) {
		files++
		if strings.Contains(name+string(data), secret) {
			t.Errorf("the token is in %s", name)
		}
	})
	if files < 4 {
		t.Errorf("%d cache files", files)
	}
}

func walk(t *testing.T, dir string, visit func(name string, data []byte)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		visit(name, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
