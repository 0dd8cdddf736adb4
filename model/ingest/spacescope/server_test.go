package spacescope

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/retry"
)

const secret = "very-SECRET-token-0123456789"

// server speaks the documented envelope. Its figures are the day's number times the field's, so that a mix-up shows.
type server struct {
	*httptest.Server
	t      testing.TB
	mu     sync.Mutex
	asked  []string // path and range of every request
	active int
	most   int // requests at a time

	// fault may answer request n (from 1) itself; it returns true if it did.
	fault func(n int, w http.ResponseWriter, r *http.Request) bool
	// edit may change the rows of an answer.
	edit func(rows []map[string]any) []map[string]any
	lag  time.Duration
}

var (
	first = day.Of(2025, 5, 1)
	last  = day.Of(2025, 7, 31)
)

func serve(t testing.TB) *server {
	s := &server{t: t}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path+"?"+r.URL.RawQuery)
	n := len(s.asked)
	s.active++
	s.most = max(s.most, s.active)
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.active--
		s.mu.Unlock()
	}()
	if got := r.Header.Get("Authorization"); got != "Bearer "+secret {
		s.t.Errorf("authorization %q", got)
	}
	if s.fault != nil && s.fault(n, w, r) {
		return
	}
	time.Sleep(s.lag)
	rows := s.rows(r)
	if s.edit != nil {
		rows = s.edit(rows)
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]any{"request_id": fmt.Sprint(n), "code": 0, "message": "success.",
		"data": rows})
}

// figure is what the server says a field of a day is.
func figure1(d day.Day, field int) float64 { return float64(d)*1e15 + float64(field) }

func (s *server) rows(r *http.Request) []map[string]any {
	rows := []map[string]any{}
	for _, e := range []*Endpoint{Gas, Onboarding, Capacity, Supply, Schedule, BaseFee, Direct} {
		if !strings.HasSuffix(r.URL.Path, e.Path) {
			continue
		}
		row := func(d day.Day, when string) {
			item := map[string]any{e.When: when, "a_new_field": "ignored"}
			for i, field := range e.Fields {
				item[field] = figure1(d, i)
			}
			rows = append(rows, item)
		}
		q := r.URL.Query()
		switch e.span {
		case all:
			for d := first; d <= first+400; d++ {
				row(d, d.String()+"T00:00:00Z")
			}
		case byDay:
			from, to := s.day(q.Get("start_date")), s.day(q.Get("end_date"))
			limit := day.Day(31) // the ends have to be less than this apart
			if e.long {
				limit = 90
			}
			if to-from >= limit || to < from {
				s.t.Errorf("range %s to %s", from, to)
			}
			for d := from; d <= to; d++ {
				row(d, d.String()+"T00:00:00Z")
			}
		case byHour:
			from, to := s.day(q.Get("start_hour")[:10]), s.day(q.Get("end_hour")[:10])
			for d := from; d <= to; d++ {
				for h := range 24 {
					row(d, fmt.Sprintf("%sT%02d:00:00Z", d, h))
				}
			}
		}
		return rows
	}
	s.t.Errorf("unknown path %s", r.URL.Path)
	return rows
}

func (s *server) day(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		s.t.Error(err)
	}
	return d
}

func (s *server) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.asked)
}

// clock is a time that passes only when somebody sleeps.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newClock() *clock { return &clock{now: time.Date(2025, 12, 1, 12, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// client asks the server without waiting for anything real.
func (s *server) client(t testing.TB, change ...func(*Options)) (*Client, *clock) {
	t.Helper()
	token, err := NewToken(secret + "\n")
	if err != nil {
		t.Fatal(err)
	}
	ticks := newClock()
	o := Options{
		BaseURL: s.URL + "/v2/", Token: token, PerSecond: 1e6,
		Policy: retry.Policy{Timeout: 2 * time.Second, Now: ticks.Now, Sleep: ticks.Sleep,
			Jitter: func() float64 { return 0.5 }},
	}
	for _, c := range change {
		c(&o)
	}
	client, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return client, ticks
}
