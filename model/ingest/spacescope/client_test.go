package spacescope

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestFetch(t *testing.T) {
	s := serve(t)
	s.lag = 5 * time.Millisecond
	var seen []Progress
	c, _ := s.client(t, func(o *Options) { o.Parallel = 3; o.Progress = func(p Progress) { seen = append(seen, p) } })
	daily := []*Endpoint{Gas, Onboarding, Capacity, Supply}
	var queries []Query
	for _, e := range daily {
		queries = append(queries, Query{Endpoint: e, First: first, Last: last})
	}
	queries = append(queries, Query{Endpoint: Schedule}, Query{Endpoint: BaseFee, First: last - 2, Last: last},
		Query{Endpoint: Direct, First: first, Last: last})
	answers, err := c.Fetch(context.Background(), queries...)
	if err != nil {
		t.Fatal(err)
	}
	for k, e := range daily {
		if len(answers[k].Rows) != int(last-first)+1 {
			t.Fatalf("%s: %d rows", e.Name, len(answers[k].Rows))
		}
		for i, row := range answers[k].Rows {
			if row.Day() != first+day1(i) {
				t.Fatalf("%s: row %d is %s", e.Name, i, row.Day())
			}
			for f, v := range row.Values {
				if v != figure1(row.Day(), f) {
					t.Errorf("%s of %s: field %d is %v", e.Name, row.Day(), f, v)
				}
			}
		}
	}
	if rows := answers[4].Rows; len(rows) != 401 || len(rows[0].Values) != 12 {
		t.Errorf("schedule: %d rows", len(rows))
	}
	if rows := answers[5].Rows; len(rows) != 72 || rows[1].Unix-rows[0].Unix != 3600 {
		t.Errorf("base fee: %d rows", len(rows))
	}
	if rows := answers[6].Rows; len(rows) != 92 || rows[91].Values[1] != figure1(last, 1) {
		t.Errorf("direct onboarding: %d rows", len(rows))
	}
	if s.most > 3 || s.most < 2 {
		t.Errorf("%d requests at a time, want at most 3", s.most)
	}
	// 4 windows of the grid an endpoint; the schedule; base fee in one; direct onboarding, of 90 days a window, in two.
	if want := 4*len(Gas.windows(first, last)) + 1 + 1 + 2; s.requests() != want {
		t.Errorf("%d requests, want %d", s.requests(), want)
	}
	end := seen[len(seen)-1]
	if want := 4*92 + 1 + 3 + 92; end.Done != want || end.Total != want || end.Cached != 0 || seen[0].Done >= end.Done {
		t.Errorf("progress ends at %+v, want %d", end, want)
	}
}

func TestWindowsAreShortEnough(t *testing.T) {
	for e, most := range map[*Endpoint]int{Gas: 30, BaseFee: 30, Direct: 90} {
		for n := range 200 {
			at := first
			for _, w := range e.windows(first, first+day1(n)) {
				if w.first != at || w.days() > most || w.days() < 1 {
					t.Fatalf("%s, %d days: window %s after %s", e.Name, n+1, w, at)
				}
				at = w.last + 1
			}
			if at != first+day1(n)+1 {
				t.Errorf("%s, %d days: windows end at %s", e.Name, n+1, at)
			}
		}
		if e.windows(first, first-1) != nil {
			t.Errorf("%s: windows of no days", e.Name)
		}
	}
}

// Each fault passes when it is asked again; the pauses double, are jittered, and follow Retry-After.
func TestFaultsThatPass(t *testing.T) {
	answer := func(text string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) { fmt.Fprint(w, text) }
	}
	status := func(code int, header ...string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) {
			for i := 0; i < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			w.WriteHeader(code)
		}
	}
	for _, c := range []struct {
		name  string
		fault func(http.ResponseWriter)
		slept time.Duration // in all, for two faults; 0: not looked at
	}{
		{"500", status(500), 750*time.Millisecond + 1500*time.Millisecond},
		{"502", status(502), 0},
		{"429", status(429), 0},
		{"429 with seconds", status(429, "Retry-After", "7"), 14 * time.Second},
		{"503 with a date", status(503, "Retry-After", "Mon, 01 Dec 2025 12:00:20 GMT"), 20*time.Second +
			1500*time.Millisecond},
		{"cut off", func(w http.ResponseWriter) {
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, `{"code":0,"data":[{"stat_date"`)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, 0},
		{"connection closed", func(http.ResponseWriter) { panic(http.ErrAbortHandler) }, 0},
		{"slow", func(w http.ResponseWriter) { time.Sleep(300 * time.Millisecond) }, 0},
		{"slow after the header", func(w http.ResponseWriter) {
			fmt.Fprint(w, `{"code":0,`)
			w.(http.Flusher).Flush()
			time.Sleep(300 * time.Millisecond)
		}, 0},
		{"HTML", answer("<html><body>gateway</body></html>"), 0},
		{"half JSON", answer(`{"code":0,"data":[{"stat`), 0},
		{"no code", answer(`{"message":"hi","data":[]}`), 0},
		{"no data", answer(`{"code":0,"message":"success."}`), 0},
		{"data is an object", answer(`{"code":0,"data":{}}`), 0},
		{"nothing", answer(""), 0},
		{"code 30003", answer(`{"request_id":"x","code":30003,"message":"Spacescope API internal server error.","data":null}`), 750*time.Millisecond + 1500*time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t)
			s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
				if n > 2 {
					return false
				}
				c.fault(w)
				return true
			}
			var notes []string
			client, ticks := s.client(t, func(o *Options) {
				o.Timeout = 100 * time.Millisecond
				o.Parallel = 1
				o.Note = func(text string) { notes = append(notes, text) }
			})
			answers, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: first})
			if err != nil || len(answers[0].Rows) != 1 {
				t.Fatalf("%d rows, %v", len(answers), err)
			}
			if s.requests() != 3 || len(notes) != 2 {
				t.Errorf("%d requests, notes %q", s.requests(), notes)
			}
			var slept time.Duration
			for _, d := range ticks.slept {
				slept += d
			}
			if c.slept != 0 && slept != c.slept {
				t.Errorf("slept %v, want %s in all", ticks.slept, c.slept)
			}
		})
	}
}

// What does not pass is an error that says what, where and for which days, and asks no more than it must. The token is
// in none.
func TestFaultsThatStay(t *testing.T) {
	for _, c := range []struct {
		name     string
		status   int
		text     string
		requests int
		want     []string
	}{
		{"500 for ever", 500, "down", 3, []string{"HTTP 500", "down", "attempt 3 of 3"}},
		{"429 for ever", 429, "", 3, []string{"HTTP 429", "attempt 3 of 3"}},
		{"HTML for ever", 200, "<html>" + secret, 3, []string{"not the documented JSON", "<html>(Spacescope token)"}},
		{"expired token", 401, `{"message":"token ` + secret + ` expired"}`, 1, []string{"HTTP 401", "expired"}},
		{"forbidden", 403, "", 1, []string{"HTTP 403"}},
		{"not found", 404, "", 1, []string{"HTTP 404"}},
		{"redirect", 302, "", 1, []string{"HTTP 302"}},
		{"code", 200, `{"code":40001,"message":"no quota for ` + secret + `","data":[]}`, 1,
			[]string{"code 40001", "no quota"}},
		{"30001", 200, `{"code":30001,"message":"Spacescope API forbidden: quota limited"}`, 1,
			[]string{"code 30001", "quota limited"}},
		{"30003 for ever", 200, `{"code":30003,"message":"Spacescope API internal server error."}`, 3,
			[]string{"code 30003", "attempt 3 of 3"}},
		{"data null", 200, `{"code":0,"data":null}`, 0, nil},
		{"word", 200, `{"code":0,"data":[{"stat_date":"2025-05-01T00:00:00Z","commit_rbp_32gib":"many","commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"row 1", "2025-05-01", "commit_rbp_32gib", "many", "finite number"}},
		{"NaN", 200, `{"code":0,"data":[{"stat_date":"2025-05-01","commit_rbp_32gib":"NaN","commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"commit_rbp_32gib", "NaN"}},
		{"too large", 200, `{"code":0,"data":[{"stat_date":"2025-05-01","commit_rbp_32gib":1e999,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"commit_rbp_32gib", "1e999"}},
		{"field missing", 200, `{"code":0,"data":[{"stat_date":"2025-05-01","commit_rbp_32gib":1,"commit_rbp_64gib":1,"commit_qap_32gib":1}]}`, 1, []string{"commit_qap_64gib is missing"}},
		{"no date", 200, `{"code":0,"data":[{"commit_rbp_32gib":1,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"row 1: stat_date"}},
		{"date with an hour", 200,
			`{"code":0,"data":[{"stat_date":"2025-05-01T05:00:00Z","commit_rbp_32gib":1,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"2025-05-01T05:00:00Z", "beginning of a UTC day"}},
		{"another day", 200, `{"code":0,"data":[{"stat_date":"2025-06-01","commit_rbp_32gib":1,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"a row for 2025-06-01, which was not asked for"}},
		{"duplicates that differ", 200,
			`{"code":0,"data":[{"stat_date":"2025-05-01","commit_rbp_32gib":1,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1},{"stat_date":"2025-05-01T00:00:00Z","commit_rbp_32gib":2,"commit_rbp_64gib":1,"commit_qap_32gib":1,"commit_qap_64gib":1}]}`, 1, []string{"two rows for 2025-05-01", "differ"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t)
			s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
				if c.status == 302 {
					w.Header().Set("Location", "https://example.org/")
				}
				w.WriteHeader(c.status)
				fmt.Fprint(w, c.text)
				return true
			}
			var notes []string
			client, _ := s.client(t,
				func(o *Options) { o.Attempts = 3; o.Note = func(text string) { notes = append(notes, text) } })
			answers, err := client.Fetch(context.Background(),
				Query{Endpoint: Onboarding, First: first, Last: first + 5})
			if c.want == nil { // null is an empty list to JSON
				if err == nil && len(answers[0].Rows) == 0 || err != nil && strings.Contains(err.Error(), "no data") {
					return
				}
				t.Fatalf("%v, %v", answers, err)
			}
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range append(c.want, "spacescope: ", "2025-05-01 to ", Onboarding.Path) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			for e := err; e != nil; e = errors.Unwrap(e) {
				if text := fmt.Sprintf("%v %+v %#v", e, e, e); strings.Contains(e.Error(), secret) {
					t.Errorf("the token is in %s", text)
				}
			}
			if text := strings.Join(notes, " "); strings.Contains(text, secret) {
				t.Errorf("the token is in a note: %s", text)
			}
			if s.requests() != c.requests {
				t.Errorf("%d requests, want %d", s.requests(), c.requests)
			}
			if got, want := errors.Is(err, ErrToken), c.status == 401 || c.status == 403; got != want {
				t.Errorf("is about the token: %v, want %v", got, want)
			}
		})
	}
}

func TestLongRetryAfterIsNotWaitedFor(t *testing.T) {
	s := serve(t)
	s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(429)
		return true
	}
	client, ticks := s.client(t)
	if _, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: first}); err == nil ||
		s.requests() != 1 || len(ticks.slept) != 0 {
		t.Errorf("%v after %d requests and %v", err, s.requests(), ticks.slept)
	}
}

func TestNumbersAsStringsGapsAndDuplicates(t *testing.T) {
	s := serve(t)
	s.edit = func(rows []map[string]any) []map[string]any {
		for _, row := range rows {
			row["total_raw_bytes_power"] = fmt.Sprintf("%.0f", row["total_raw_bytes_power"])
			row["baseline_power"] = nil
		}
		// A gap of two days, a day twice, and the order reversed.
		rows = append(append(rows[:2:2], rows[4:]...), rows[1])
		for i, j := 0, len(rows)-1; i < j; i, j = i+1, j-1 {
			rows[i], rows[j] = rows[j], rows[i]
		}
		return rows
	}
	client, _ := s.client(t)
	answers, err := client.Fetch(context.Background(), Query{Endpoint: Capacity, First: first, Last: first + 9})
	if err != nil {
		t.Fatal(err)
	}
	rows := answers[0].Rows
	if len(rows) != 8 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows {
		if i > 0 && row.Unix <= rows[i-1].Unix {
			t.Error("rows are not in order")
		}
		if row.Values[0] != figure1(row.Day(), 0) || row.Values[1] != figure1(row.Day(), 1) ||
			!math.IsNaN(row.Values[2]) {
			t.Errorf("%s: %v", row.Day(), row.Values)
		}
	}
	if missing := Missing(rows, first, first+9); len(missing) != 2 || missing[0] != first+2 || missing[1] != first+3 {
		t.Errorf("missing %v", missing)
	}
}

func TestCancel(t *testing.T) {
	s := serve(t)
	s.lag = 20 * time.Millisecond
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	client, _ := s.client(t, func(o *Options) { o.Parallel = 1; o.Progress = func(Progress) { cancel() } })
	began := time.Now()
	_, err := client.Fetch(ctx, Query{Endpoint: Gas, First: first, Last: last},
		Query{Endpoint: Supply, First: first, Last: last})
	if !errors.Is(err, context.Canceled) || s.requests() > 2 {
		t.Errorf("%v after %d requests", err, s.requests())
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("took %s to stop", took)
	}
}

// The first failure ends the work; the others do not hide it.
func TestFirstFailureEndsTheWork(t *testing.T) {
	s := serve(t)
	s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
		if n == 2 {
			w.WriteHeader(404)
		}
		return n == 2
	}
	client, _ := s.client(t, func(o *Options) { o.Parallel = 1 })
	if _, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: last}); err == nil ||
		!strings.Contains(err.Error(), "404") || s.requests() != 2 {
		t.Errorf("%v after %d requests", err, s.requests())
	}
}

func TestRateLimit(t *testing.T) {
	s := serve(t)
	client, _ := s.client(t, func(o *Options) { o.PerSecond = 50 })
	began := time.Now()
	if _, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: last}); err != nil {
		t.Fatal(err)
	}
	// The first request is free, the others come every 20 ms.
	if took, want := time.Since(began), time.Duration(s.requests()-1)*20*time.Millisecond; took < want {
		t.Errorf("%d requests in %s, want no less than %s", s.requests(), took, want)
	}
}
