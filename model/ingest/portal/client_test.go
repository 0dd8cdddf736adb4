package portal

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/ingest/retry"
)

// serve answers request n, from 1 on, for a table; fetch asks it without waiting for anything real.
func fetch(t *testing.T, answer func(n int, table string, w http.ResponseWriter)) (days []Day, err error,
	asked []string, slept []time.Duration) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		table := strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, "/"), ".parquet")
		asked = append(asked, table)
		answer(len(asked), table, w)
	}))
	defer server.Close()
	days, err = Fetch(context.Background(), Options{BaseURL: server.URL + "/", Policy: retry.Policy{
		Attempts: 3, Timeout: 5 * time.Second, Jitter: func() float64 { return 1 },
		Sleep: func(_ context.Context, d time.Duration) error { slept = append(slept, d); return nil },
	}})
	return days, err, asked, slept
}

func TestFetch(t *testing.T) {
	good := file(t, rows(20))
	for _, c := range []struct {
		name   string
		answer func(n int, table string, w http.ResponseWriter)
		asked  int
		want   string // "" for days
	}{
		{"good", func(_ int, _ string, w http.ResponseWriter) { w.Write(good) }, 1, ""},
		{"busy, then good", func(n int, _ string, w http.ResponseWriter) {
			if n < 3 {
				w.Header().Set("Retry-After", "7")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			w.Write(good)
		}, 3, ""},
		{"cut off, then whole", func(n int, _ string, w http.ResponseWriter) {
			if n == 1 {
				w.Write(good[:len(good)/2])
				return
			}
			w.Write(good)
		}, 2, ""},
		{"broken off, then whole", func(n int, _ string, w http.ResponseWriter) {
			if n == 1 {
				w.Header().Set("Content-Length", "100000000")
			}
			w.Write(good)
		}, 2, ""},
		{"the former name", func(_ int, table string, w http.ResponseWriter) {
			if table != "daily_core_metrics" {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			w.Write(good)
		}, 2, ""},
		{"under no name", func(_ int, _ string, w http.ResponseWriter) { w.WriteHeader(http.StatusNotFound) }, 2,
			"daily_network_metrics.parquet: HTTP 404"},
		{"down", func(_ int, _ string, w http.ResponseWriter) { w.WriteHeader(http.StatusBadGateway) }, 3,
			"HTTP 502 Bad Gateway (attempt 3 of 3)"},
		{"forbidden", func(_ int, _ string, w http.ResponseWriter) { w.WriteHeader(http.StatusForbidden) }, 1,
			"HTTP 403"},
		{"too late", func(_ int, _ string, w http.ResponseWriter) {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusServiceUnavailable)
		}, 1, "HTTP 503"},
		{"contradictory", func(_ int, _ string, w http.ResponseWriter) {
			in := rows(3)
			in[2].Burn = 5
			w.Write(file(t, in))
		}, 1, "message_burn_fil of 2026-06-29 is 5"},
		{"a web page", func(_ int, _ string, w http.ResponseWriter) { w.Write([]byte("<html>")) }, 3,
			"not a whole Parquet file"},
	} {
		days, err, asked, slept := fetch(t, c.answer)
		if len(asked) != c.asked {
			t.Errorf("%s: asked for %v", c.name, asked)
		}
		if c.want == "" && (err != nil || len(days) != 20) || c.want != "" &&
			(err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "portal: ")) {
			t.Errorf("%s: %d days, %v, want %q", c.name, len(days), err, c.want)
		}
		if c.name == "busy, then good" && (len(slept) != 2 || slept[0] != 7*time.Second) {
			t.Errorf("slept %v, want what the server asks for", slept)
		}
	}
}

func TestFetchRefusesAddresses(t *testing.T) {
	for _, address := range []string{"http://example.org", "ftp://127.0.0.1", "portal"} {
		if _, err := Fetch(context.Background(), Options{BaseURL: address}); err == nil ||
			!strings.Contains(err.Error(), address) {
			t.Errorf("%s: %v", address, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Fetch(ctx, Options{BaseURL: "http://127.0.0.1:1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
