package spacescope

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

// answerCode is the API's way to say no: HTTP 200, and a code.
func answerCode(w http.ResponseWriter, code int, message string) {
	fmt.Fprintf(w, `{"request_id":"x","code":%d,"message":%q,"data":null}`, code, message)
}

// notReadyFrom lets the server say 30004 to every request of an endpoint that reaches a day that is not published yet.
func (s *server) notReadyFrom(e *Endpoint, d day.Day) {
	s.fault = func(_ int, w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, e.Path) {
			return false
		}
		if e.span != all && s.day((r.URL.Query().Get("end_date") + r.URL.Query().Get("end_hour"))[:10]) < d {
			return false
		}
		answerCode(w, 30004, "Spacescope API data are not ready yet.")
		return true
	}
}

// A table that is not ready ends on the last day that is, wherever that lies in a window, and the others come whole.
func TestNotReadyEndsOneTable(t *testing.T) {
	for _, end := range []day.Day{first, first + 1, first + 20, first + 44, last - 1, last} {
		s := serve(t)
		s.notReadyFrom(Gas, end)
		client, _ := s.client(t, cached(s, t.TempDir()), func(o *Options) { o.Parallel = 1 + 3*int(end%2) })
		queries := []Query{{Endpoint: Gas, First: first, Last: last}, {Endpoint: Capacity, First: first, Last: last},
			{Endpoint: Schedule}}
		var shown Progress
		client.Progress = func(p Progress) { shown = p }
		answers, err := client.Fetch(context.Background(), queries...)
		if err != nil {
			t.Fatalf("ready to %s: %v", end-1, err)
		}
		gas := answers[0]
		if !errors.Is(gas.Err, ErrNotReady) ||
			!strings.Contains(gas.Err.Error(), "code 30004: Spacescope API data are not ready yet") {
			t.Errorf("ready to %s: the table says %v", end-1, gas.Err)
		}
		if len(gas.Rows) != int(end-first) || Missing(gas.Rows, first, end-1) != nil {
			t.Errorf("ready to %s: %d days of gas, want %d", end-1, len(gas.Rows), end-first)
		}
		if answers[1].Err != nil || len(answers[1].Rows) != int(last-first)+1 || answers[2].Err != nil ||
			len(answers[2].Rows) == 0 {
			t.Errorf("ready to %s: other tables have %d and %d rows, %v", end-1, len(answers[1].Rows),
				len(answers[2].Rows), answers[1].Err)
		}
		if shown.Done != shown.Total {
			t.Errorf("ready to %s: progress ends at %+v", end-1, shown)
		}
		// Four windows of gas at most, the one where it ends by halves: no more than ten requests for a window of 30
		// days. Windows that were under way by then look for an end as well.
		if n := s.requests() - len(Capacity.windows(first, last)) - 1; n > 4+10*client.Parallel {
			t.Errorf("ready to %s: %d requests for gas", end-1, n)
		}

		// The next day the rest is published, and only that is asked for.
		s.fault = nil
		asked := s.requests()
		answers, err = client.Fetch(context.Background(), queries[0])
		if err != nil || answers[0].Err != nil || len(answers[0].Rows) != int(last-first)+1 {
			t.Errorf("once ready: %v, %v, %d days", err, answers[0].Err, len(answers[0].Rows))
		}
		for _, request := range s.asked[asked:] {
			if at := request[strings.Index(request, "start_date=")+len("start_date="):]; s.day(at[:10]) < end {
				t.Errorf("ready to %s: asked again for %s", end-1, request)
			}
		}
	}
}

// A table without a range is ready or not as a whole.
func TestScheduleNotReady(t *testing.T) {
	s := serve(t)
	s.notReadyFrom(Schedule, 0)
	client, _ := s.client(t)
	answers, err := client.Fetch(context.Background(), Query{Endpoint: Schedule},
		Query{Endpoint: Gas, First: first, Last: last})
	if err != nil || !errors.Is(answers[0].Err, ErrNotReady) || len(answers[0].Rows) != 0 ||
		len(answers[1].Rows) != 92 {
		t.Errorf("%v: %+v and %d days of gas", err, answers[0], len(answers[1].Rows))
	}
}

// 30003 holds every request back, since the limit is the token's, and the pauses grow.
func TestTooFastHoldsAllRequests(t *testing.T) {
	s := serve(t)
	s.fault = func(n int, w http.ResponseWriter, r *http.Request) bool {
		if n > 3 {
			return false
		}
		answerCode(w, 30003, "Spacescope API internal server error.")
		return true
	}
	client, ticks := s.client(t, func(o *Options) { o.Parallel = 1 })
	answers, err := client.Fetch(context.Background(), Query{Endpoint: Gas, First: first, Last: first},
		Query{Endpoint: Supply, First: first, Last: first})
	if err != nil || len(answers[0].Rows) != 1 || len(answers[1].Rows) != 1 || s.requests() != 5 {
		t.Fatalf("%v after %d requests", err, s.requests())
	}
	want := []time.Duration{750 * time.Millisecond, 1500 * time.Millisecond, 3 * time.Second}
	if len(ticks.slept) != 3 || ticks.slept[0] != want[0] || ticks.slept[1] != want[1] || ticks.slept[2] != want[2] {
		t.Errorf("slept %v, want %v", ticks.slept, want)
	}
	if !client.heldUntil.After(newClock().now) {
		t.Error("nothing was held back")
	}
}

// An optional table ends with any fault of its own and is not asked for the rest; a required one ends the work, and so
// does a token that is refused.
func TestOptionalTableFails(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		text   string
		want   string
	}{
		"gone":        {404, "", "HTTP 404"},
		"down":        {500, "", "attempt 2 of 2"},
		"forbidden":   {200, `{"code":30001,"message":"API limited","data":null}`, "code 30001: API limited"},
		"parameters":  {200, `{"code":30002,"message":"parameters error","data":null}`, "code 30002"},
		"other field": {200, `{"code":0,"message":"","data":[{"stat_date":"2025-05-01","sectors":1,"total_ddo_power_tib":2}]}`, "total_ddo_sector_count is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			s.fault = func(_ int, w http.ResponseWriter, r *http.Request) bool {
				if !strings.HasSuffix(r.URL.Path, Direct.Path) {
					return false
				}
				w.WriteHeader(c.status)
				fmt.Fprint(w, c.text)
				return true
			}
			client, _ := s.client(t, func(o *Options) { o.Attempts, o.Parallel = 2, 1 })
			direct, gas := Query{Endpoint: Direct, First: first - 400, Last: last, Optional: true},
				Query{Endpoint: Gas, First: first, Last: last}
			answers, err := client.Fetch(context.Background(), direct, gas)
			if err != nil || answers[0].Err == nil || len(answers[0].Rows) != 0 || answers[1].Err != nil ||
				len(answers[1].Rows) != 92 {
				t.Fatalf("%v: %+v, %d days of gas", err, answers, len(answers))
			}
			if !strings.Contains(answers[0].Err.Error(), c.want) ||
				!strings.Contains(answers[0].Err.Error(), Direct.Path) {
				t.Errorf("says %v, want %q", answers[0].Err, c.want)
			}
			if n := s.requests() - len(Gas.windows(first, last)); n > 2 {
				t.Errorf("%d requests for a table that fails", n)
			}
			direct.Optional = false
			if _, err := client.Fetch(context.Background(), direct, gas); err == nil ||
				!strings.Contains(err.Error(), c.want) {
				t.Errorf("required: %v", err)
			}
		})
	}
	s := serve(t)
	s.fault = func(_ int, w http.ResponseWriter, r *http.Request) bool {
		w.WriteHeader(http.StatusUnauthorized)
		return true
	}
	client, _ := s.client(t)
	if _, err := client.Fetch(context.Background(), Query{Endpoint: Direct, First: first, Last: last,
		Optional: true}); !errors.Is(err, ErrToken) {
		t.Errorf("a refused token: %v", err)
	}
}

// The base fee comes under either name, as a number or as text.
func TestBaseFeeHasTwoNames(t *testing.T) {
	for text, want := range map[string]float64{
		`"base_fee":0.12069467401666667`:      0.12069467401666667,
		`"unit_base_fee":0.25`:                0.25,
		`"unit_base_fee":"0.25"`:              0.25,
		`"base_fee":null,"unit_base_fee":0.5`: 0.5,
		`"base_fee":0.5,"unit_base_fee":null`: 0.5,
		`"base_fee":0.5,"unit_base_fee":0.75`: 0.5, // the documented name counts
	} {
		rows, err := BaseFee.decode(
			[]byte(`{"code":0,"message":"success.","data":[{"hour_date":"2022-07-01T00:00:00Z",` + text + `}]}`))
		if err != nil || len(rows) != 1 || rows[0].Values[0] != want {
			t.Errorf("%s: %v, %v; want %v", text, rows, err, want)
		}
	}
	if _, err := BaseFee.decode(
		[]byte(`{"code":0,"data":[{"hour_date":"2022-07-01T00:00:00Z","fee":1}]}`)); err == nil ||
		!strings.Contains(err.Error(), "base_fee is missing") {
		t.Errorf("without either: %v", err)
	}
	if _, err := Capacity.decode(
		[]byte(`{"code":0,"data":[{"stat_date":"2022-07-01","unit_base_fee":1}]}`)); err == nil {
		t.Error("another table takes the other name")
	}
}
