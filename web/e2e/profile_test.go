package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A profile is one of the browser, for one test after the other. Its tabs share a process, and with it the compiled
// code of the site's programs, which a tab of the profile's own keeps: compiling them anew is a quarter of what opening
// a page takes, and what earlier tests had the optimising compiler look at runs fast from the start. Nothing else
// passes from one test to the next: each has its own server, and so its own origin.
type profile struct {
	ctx  context.Context // of the tab that keeps the code
	end  context.CancelFunc
	tabs int // that the test has opened and not yet closed
	used int // by how many tests
}

// worn is how many tests use a profile: closed pages leave some memory behind.
const worn = 16

var profiles = struct {
	sync.Mutex
	lent map[string]*profile // by the name of the test
	free []*profile
}{lent: map[string]*profile{}}

// keeperAddress is that of the page in the tab that keeps the code.
var keeperAddress string

// startKeeper serves that page beside the site's own files.
func startKeeper() (stop func()) {
	files := http.FileServerFS(os.DirFS(dist))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>keeper</title><script src="go.js"></script>`)
	}))
	keeperAddress = s.URL
	return s.Close
}

// keepCode compiles the programs as the page does: Chromium compiles the same bytes once in a process.
const keepCode = `Promise.all(['app.wasm.xz', 'engine.wasm.xz'].map(async (name) =>
	WebAssembly.compileStreaming(new Response(new XzReadableStream((await fetch(name)).body),
		{headers: {'Content-Type': 'application/wasm'}})))).then((all) => (window.kept = all).length)`

// borrowProfile returns the context of a profile that this test alone uses, until its last tab is closed. Nobody gets
// one after a test that fails, whose page may have gone astray.
func borrowProfile(t testing.TB) context.Context {
	t.Helper()
	test, _, _ := strings.Cut(t.Name(), "/")
	profiles.Lock()
	defer profiles.Unlock()
	p := profiles.lent[test]
	if p == nil {
		var err error
		if p, err = freeProfile(); err != nil {
			t.Fatal(err)
		}
		p.used++
		profiles.lent[test] = p
	}
	p.tabs++
	t.Cleanup(func() {
		profiles.Lock()
		defer profiles.Unlock()
		if p.tabs--; p.tabs > 0 {
			return
		}
		delete(profiles.lent, test)
		if p.used < worn && !t.Failed() {
			profiles.free = append(profiles.free, p)
		} else {
			p.end()
		}
	})
	return p.ctx
}

// freeProfile returns a profile that no test uses, a new one if there is none. profiles are locked.
func freeProfile() (*profile, error) {
	for len(profiles.free) > 0 {
		last := len(profiles.free) - 1
		p := profiles.free[last]
		profiles.free = profiles.free[:last]
		n, err := run(p.ctx, chromedp.Evaluate[int](`(window.kept || []).length`))
		if err == nil && n > 0 && p.forgetPermissions() == nil {
			return p, nil
		}
		p.end() // something has ended its process
	}
	ctx, end := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(ctx, chromedp.Navigate(keeperAddress)); err != nil {
		end()
		return nil, err
	}
	if _, err := run(ctx, chromedp.Evaluate[int](keepCode, chromedp.EvalAwaitPromise)); err != nil {
		end()
		return nil, err
	}
	return &profile{ctx: ctx, end: end}, nil
}

// forgetPermissions takes back what the test before has allowed the page.
func (p *profile) forgetPermissions() error {
	return chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		info, err := cdp.Call(ctx, t, target.GetTargetInfo, target.GetTargetInfoParams{})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, cdpbrowser.ResetPermissions,
			cdpbrowser.ResetPermissionsParams{BrowserContextID: info.TargetInfo.BrowserContextID})
		return err
	}))
}
