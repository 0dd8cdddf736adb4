package e2e

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// A line is a reader's connection and machine.
type line struct {
	name            string
	bytesPerSecond  float64
	latencyMS, slow float64 // slow: how many times slower than this machine's processor
}

var lines = []line{
	{"400 kbit/s", 400e3 / 8, 400, 1},
	{"1.6 Mbit/s", 1.6e6 / 8, 150, 1},
	{"20 Mbit/s, a processor four times slower", 20e6 / 8, 40, 4},
}

// TestBenchStart measures, with BENCH=1, how long a reader waits for the first number of a link on a first visit: from
// the request of the page to its picture. The server packs what it sends by gzip, as static hosts do. It has no limits:
// `make bench` prints the figures.
func TestBenchStart(t *testing.T) {
	if os.Getenv("BENCH") == "" {
		t.Skip("a measurement, not a test: run make bench")
	}
	for _, l := range lines {
		var ms []float64
		for range 5 {
			ms = append(ms, firstNumber(t, l))
		}
		slices.Sort(ms)
		fmt.Printf("%-56s median %6.0f ms, %.0f to %.0f, %d visits\n", "first number of a link: "+l.name, ms[len(ms)/2],
			ms[0], ms[len(ms)-1], len(ms))
	}
}

func firstNumber(t *testing.T, l line) float64 {
	s := newServer(t)
	s.setFault(sendPacked)
	p := visit{address: "about:blank", server: s, width: 1280, height: 900,
		before: `addEventListener('gasburden:change', () => { window.shownAt = window.shownAt || performance.now();
			})`}.open(t)
	p.page = s.url // where it is at home from here on
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		conditions := network.Conditions{
			Latency: l.latencyMS, DownloadThroughput: l.bytesPerSecond, UploadThroughput: l.bytesPerSecond,
		}
		if _, err := cdp.Call(ctx, target, network.EmulateNetworkConditionsByRule,
			network.EmulateNetworkConditionsByRuleParams{
				MatchedNetworkConditions: []*network.Conditions{&conditions},
			}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, emulation.SetCPUThrottlingRate,
			emulation.SetCPUThrottlingRateParams{Rate: l.slow})
		return err
	}), chromedp.Navigate(s.url+"?v=1&fee=0.9")))
	p.waitReady()
	return js[float64](p, `() => window.shownAt`)
}

// sendPacked sends a file as a static host does that packs texts on the way.
func sendPacked(w http.ResponseWriter, r *http.Request) bool {
	name := strings.TrimPrefix(r.URL.Path, subPath)
	if name == "" {
		name = "index.html"
	}
	kind, text := map[string]string{
		".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
		".svg": "image/svg+xml",
	}[filepath.Ext(name)]
	body, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
	if !text || err != nil {
		return false
	}
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	w.Header().Set("Content-Encoding", "gzip")
	z, _ := gzip.NewWriterLevel(w, gzip.BestCompression)
	z.Write(body)
	z.Close()
	return true
}
