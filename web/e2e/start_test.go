package e2e

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const wasmName = "app.wasm.xz"

// chartIDs are the charts of scenarios of version 1; later ones have that of block space too.
var chartIDs = []string{"hero", "gas", "outflow", "gas-over-outflow", "deal", "ratio", "gas-over-netflow"}

var laterChartIDs = append([]string{"blocks"}, chartIDs...)

var hasNumber = regexp.MustCompile(`\d`)

func TestLoads(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	if headline := p.text("#headline"); !hasNumber.MatchString(headline) {
		t.Errorf("the headline has no number: %q", headline)
	}
	for _, id := range laterChartIDs {
		if c := p.chartData(id); c.drawn() == 0 || len(c.X) < 1000 {
			t.Errorf("chart %s draws %d series of %d days", id, c.drawn(), len(c.X))
		}
		if n := p.count("figure#chart-" + id + " canvas"); n == 0 {
			t.Errorf("figure #chart-%s shows no chart", id)
		}
	}
	if p.count("#crash") != 0 {
		t.Error("the crash message is visible")
	}
	if p.count("#loading") != 0 {
		t.Error("the progress indicator is still visible")
	}
	if got := len(p.server.requested(wasmName)); got != 1 {
		t.Errorf("the program was asked for %d times, want once", got)
	}
	if got := p.server.requested("data/"); len(got) != 1 || !strings.HasPrefix(got[0], "data/past.json?v=") {
		t.Errorf("the first view loads %q, want the past and no snapshot: the default is in the program", got)
	}
	for _, address := range p.server.requested("") {
		if address != "" && !strings.Contains(address, "?v=") {
			t.Errorf("%s is loaded without ?v=", address)
		}
	}
	p.screenshot("light-1280")
}

// The page can be read, and says that it loads, before the program arrives.
func TestBeforeTheProgram(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	release := make(chan struct{})
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, wasmName) {
			return false
		}
		program := readDist(t, wasmName)
		half := len(program) / 2
		w.Header().Set("Content-Length", fmt.Sprint(len(program)))
		w.Write(program[:half])
		w.(http.Flusher).Flush()
		<-release
		w.Write(program[half:])
		return true
	})
	p := openTab(t, s, "", 1280, 900, false)
	p.waitFor("progress", `document.getElementById('loading-progress').value > 0.2`)
	if got := p.text("#loading-text"); !regexp.MustCompile(`\d\.\d of \d\.\d MB`).MatchString(got) {
		t.Errorf("progress reads %q", got)
	}
	p.checkReadable()
	p.screenshot("loading")
	close(release)
	p.waitReady()
}

// checkReadable checks what the page says without its program.
func (p *tab) checkReadable() {
	p.Helper()
	if got := p.text("h1"); !strings.Contains(got, "FIL+") {
		p.Errorf("title reads %q", got)
	}
	if got := p.text("#headline"); len(got) < 40 {
		p.Errorf("headline reads %q", got)
	}
}

// checkCrash waits for the overlay and checks what it offers.
func (p *tab) checkCrash(details string) {
	p.Helper()
	p.waitFor("the crash message", `!document.getElementById('crash').hidden`)
	p.waitFor("its reload button to have the focus",
		`document.activeElement === document.getElementById('crash-reload')`)
	if p.count("#crash") != 1 || p.count("#crash-reload") != 1 {
		p.Error("crash message or reload button cannot be seen")
	}
	for _, part := range []string{"#crash-title", "#crash-text"} {
		if len(p.text(part)) < 10 {
			p.Errorf("%s reads %q", part, p.text(part))
		}
	}
	got := js[string](p, `() => document.getElementById('crash-details').textContent`)
	if !strings.Contains(got, details) {
		p.Errorf("details are %q, want them to mention %q", got, details)
	}
	if p.count("#loading") != 0 {
		p.Error("the page still says that it loads")
	}
}

// reload presses the overlay's button and waits for the fresh page.
func (p *tab) reload() {
	p.Helper()
	p.replaced(func() { p.click("#crash-reload") })
}

// replaced does what replaces the page by a fresh one, and waits for that.
func (p *tab) replaced(do func()) {
	p.Helper()
	js[bool](p, `() => window.beforeReload = true`)
	do()
	deadline := time.Now().Add(patience)
	for {
		fresh, err := chromedp.Run(p.ctx,
			chromedp.Evaluate[bool](`!window.beforeReload && document.readyState === 'complete'`))
		if err == nil && fresh {
			return
		}
		if time.Now().After(deadline) {
			p.Fatalf("the page does not load again: %v", err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func TestCrash(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	p.allowErrors()
	before := p.text("#headline")
	js[bool](p, `() => { setTimeout(() => window.gasburden.crashForTest(), 0); return true; }`)
	p.checkCrash("panic")
	if got := p.text("#headline"); got != before {
		t.Errorf("under the crash message the headline reads %q, want the last one, %q", got, before)
	}
	p.screenshot("crash")
	p.reload()
	p.waitReady()
	if p.count("#crash") != 0 {
		t.Error("the crash message is still there after a reload")
	}
}

func TestFailedStart(t *testing.T) {
	t.Parallel()
	prefix := func(prefix string, answer http.HandlerFunc) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasPrefix(r.URL.Path, subPath+prefix) {
				return false
			}
			answer(w, r)
			return true
		}
	}
	for _, c := range []struct {
		name    string
		fault   func(http.ResponseWriter, *http.Request) bool
		details string
	}{
		{"not found", answerNotFound(wasmName), "404"},
		{"not a program", prefix(wasmName,
			func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("<p>Welcome to the hotel network")) }), ""},
		{"cut off", prefix(wasmName, func(w http.ResponseWriter, r *http.Request) {
			program := readDist(t, wasmName)
			w.Header().Set("Content-Length", fmt.Sprint(len(program)))
			w.Write(program[:len(program)/2])
			panic(http.ErrAbortHandler)
		}), ""},
		{"cut off, but not noticed", prefix(wasmName, func(w http.ResponseWriter, r *http.Request) {
			program := readDist(t, wasmName)
			w.Write(program[:len(program)/2])
		}), ""},
		{"no go.js", answerNotFound("go.js"), "go.js"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newServer(t)
			s.setFault(c.fault)
			p := openTab(t, s, "", 1280, 900, false)
			p.allowErrors()
			p.checkCrash(c.details)
			p.checkReadable()
			p.screenshot("failed-start")
			s.setFault(nil)
			p.reload()
			p.waitReady()
		})
	}
}

// A page whose loader itself does not arrive still says so.
func TestNoLoader(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(answerNotFound("loader.js"))
	p := openTab(t, s, "", 1280, 900, false)
	p.allowErrors()
	p.waitFor("the crash message", `!document.getElementById('crash').hidden`)
	p.checkReadable()
	s.setFault(nil)
	p.reload()
	p.waitReady()
}

// Hosts differ: some pack on the way what is packed already.
func TestHostPacks(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, wasmName) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "application/octet-stream")
			z := gzip.NewWriter(w)
			z.Write(readDist(t, wasmName))
			z.Close()
			return true
		}
		return false
	})
	openTab(t, s, "", 1280, 900, false).waitReady()
}

// Browsers differ, too.
func TestBrowsersWithout(t *testing.T) {
	t.Parallel()
	open := func(t *testing.T, script string) *tab {
		p := openTab(t, newServer(t), "", 1280, 900, false)
		p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
				page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
			return err
		}), chromedp.Reload()))
		return p
	}
	t.Run("instantiateStreaming", func(t *testing.T) {
		open(t, `delete WebAssembly.instantiateStreaming`).waitReady()
	})
	t.Run("WebAssembly", func(t *testing.T) {
		p := open(t, `delete window.WebAssembly`)
		p.allowErrors()
		p.checkCrash("WebAssembly")
		p.checkReadable()
	})
	t.Run("DecompressionStream", func(t *testing.T) {
		open(t, `delete window.DecompressionStream`).waitReady() // the page brings its own
	})
}

func readDist(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dist, name))
	if err != nil {
		t.Error(err)
	}
	return b
}

// A render sets texts where they stand: nodes that hold one are the same after it, and nothing is parsed or laid out
// for them again.
func TestRenderKeepsTexts(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	p.setInput(onboarding, "5")
	p.settle()
	all := js[int](p, `() => {
		const words = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
		window.texts = [];
		while (words.nextNode())
			if (!words.currentNode.parentElement.closest('.plot, #explore')) window.texts.push(words.currentNode);
		return window.texts.length;
	}`)
	headline := p.text("#headline")
	p.setInput(onboarding, "6")
	p.settle()
	if p.text("#headline") == headline {
		t.Fatal("the page was not rendered")
	}
	if gone := js[int](p, `() => window.texts.filter((text) => !text.isConnected).length`); all < 300 ||
		gone > all/5 { // sentences with bold figures are
		t.Errorf("%d of %d texts were made anew", gone, all)
	}
}
