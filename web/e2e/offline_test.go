package e2e

import (
	"compress/gzip"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/gasburden/gasburden/sim/assumption"
)

// openKept opens the page with its worker and waits until the site is stored.
func openKept(t *testing.T, s *server, beside *tab) *tab {
	t.Helper()
	p := visit{server: s, address: s.url, width: 1280, height: 900, keeps: true, beside: beside}.open(t)
	p.waitReady()
	p.waitKept()
	return p
}

func (p *tab) waitKept() {
	p.Helper()
	if state := eval[string](p, `navigator.serviceWorker.ready.then((r) => new Promise((done) => {
		const look = () => { if (r.active.state === 'activated') done(r.active.state); };
		r.active.addEventListener('statechange', look);
		look();
	}))`); state != "activated" {
		p.Fatalf("the worker is %s", state)
	}
}

// visit goes to an address of the site in the same tab.
func (p *tab) visit(query string) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Navigate(p.server.url+query)))
}

func (p *tab) build() string {
	p.Helper()
	return js[string](p, `() => window.gasburden.build`)
}

// waitBuildAfter waits until the tab, which reloads itself, shows another build.
func (p *tab) waitBuildAfter(old string) {
	p.Helper()
	deadline := time.Now().Add(patience)
	for {
		now, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`(window.gasburden || {}).build || ''`))
		if err == nil && now != "" && now != old {
			break
		}
		if time.Now().After(deadline) {
			p.Fatalf("waiting for the new version: %q, %v", now, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.waitReady()
}

// caches lists the builds that are stored.
func (p *tab) caches() []string {
	p.Helper()
	keys := js[[]string](p, `() => caches.keys()`)
	for i, key := range keys {
		keys[i] = key[strings.LastIndex(key, " ")+1:]
	}
	slices.Sort(keys)
	return keys
}

// readEvidence scrolls to the evidence, which loads its script and figures, and waits for them.
func (p *tab) readEvidence() {
	p.Helper()
	js[bool](p, `() => { document.getElementById('evidence').scrollIntoView(); return true; }`)
	p.waitFor("the evidence", `!!window.gasburden.evidence`)
	if p.count("#evidence canvas") < 3 {
		p.Error("the evidence has no charts")
	}
}

// chooseOtherSnapshot changes to the network of 2026 and waits for its figures.
func (p *tab) chooseOtherSnapshot() {
	p.Helper()
	p.setInput("snapshot", "2026-04-20")
	p.waitFor("the network of 2026",
		`/20\sApril 2026|2026年4月20日/.test(document.querySelector('#chart-hero').textContent)`)
	p.settle()
	if p.chartData("hero").drawn() == 0 {
		p.Error("the network of 2026 draws nothing")
	}
}

// sitePages are the pages of the built site by name, without the single file and the example of gasburden.js.
func sitePages(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dist, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, name := range names {
		if name = filepath.Base(name); name != singleName && name != "example.html" {
			pages = append(pages, name)
		}
	}
	for _, want := range []string{"index.html", "study.html"} {
		if !slices.Contains(pages, want) {
			t.Fatalf("the site has the pages %q, without %s", pages, want)
		}
	}
	return pages
}

// waitStarted waits for the page's program; the methodology page has none.
func (p *tab) waitStarted() {
	p.Helper()
	p.waitFor("the page to be ready",
		`document.body.className === 'methodology' ? document.readyState === 'complete' : !!window.gasburden &&
			window.gasburden.ready === true`)
}

func TestSecondVisitWithoutNetwork(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	s.stop()
	if reached := js[bool](p, `() => fetch('no-such-file').then(() => true, () => false)`); reached {
		t.Fatal("there is still a network")
	}
	p.allowErrors() // the browser reports that fetch
	// Of the pages of presets, which differ in words alone, two are opened; for all, the worker answers.
	pages := sitePages(t)
	addresses := []string{"", "?v=1&snapshot=2023-07-31&fee=1", "study", "study.html?v=1&rates=0.5#method",
		"study-zh-CN.html"}
	for _, name := range pages {
		if !slices.ContainsFunc(assumption.Presets(),
			func(preset assumption.Preset) bool { return strings.HasPrefix(name, preset.Name) }) {
			addresses = append(addresses, name)
		}
	}
	for _, address := range addresses {
		p.visit(address)
		p.waitStarted()
		if p.count("#crash") != 0 {
			t.Errorf("%q crashes", address)
		}
		if !js[bool](p, `() => !!navigator.serviceWorker.controller`) {
			t.Errorf("%q does not come from the worker", address)
		}
	}
	p.visit("")
	p.waitReady()
	for _, missing := range js[[]string](p, `async (names) => {
		const answers = await Promise.all(names.map((name) => fetch(name).then(async (answer) => answer.ok &&
			(await answer.text()).includes('</html>'), () => false)));
		return names.filter((name, i) => !answers[i]);
	}`, pages) {
		t.Errorf("the worker does not answer for %s", missing)
	}
	p.chooseOtherSnapshot()
	p.readEvidence()
	p.screenshot("offline")
}

// The first visit stores everything in the background, and nothing that is not needed.
func TestStoring(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	if p.count("#update") != 0 {
		t.Error("a first visit announces a new version")
	}
	stored := js[[]string](p, `async () => {
		const cache = await caches.open((await caches.keys())[0]);
		return (await cache.keys()).map((request) => request.url);
	}`)
	for _, name := range append(sitePages(t), wasmName, "data/2026-04-20.json", "data/evidence.json", "evidence.js",
		"manifest.webmanifest") {
		if !slices.Contains(stored, s.url+name) {
			t.Errorf("%s is not stored", name)
		}
	}
	for _, address := range stored {
		if name := strings.TrimPrefix(address, s.url); strings.HasPrefix(name, "cards/") || name == singleName ||
			name == "sw.js" {
			t.Errorf("%s is stored", name)
		}
	}
	if !js[bool](p, `() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 1)`) {
		t.Error("there is not one worker")
	}
}

// The browser gets a manifest that it can install.
func TestInstallable(t *testing.T) {
	t.Parallel()
	p := openKept(t, newServer(t), nil)
	found := js[[]string](p, `async () => {
		const address = document.querySelector('link[rel=manifest]').href, m = await (await fetch(address)).json();
		const wrong = [];
		const sizes = {};
		for (const icon of m.icons) {
			const image = new Image();
			image.src = new URL(icon.src, address);
			await image.decode().catch(() => wrong.push(icon.src + ' is no picture'));
			if (icon.sizes !== 'any' && icon.sizes !== image.naturalWidth + 'x' +
				image.naturalHeight) wrong.push(icon.src + ' is ' + image.naturalWidth + ' wide');
			sizes[icon.purpose + icon.sizes] = true;
		}
		for (const need of ['any192x192', 'any512x512', 'maskable512x512']) if (!sizes[need]) wrong.push('no icon ' +
			need);
		const home = new URL('./', location.href).href;
		for (const name of ['start_url', 'scope']) if (new URL(m[name], address).href !== home) wrong.push(name +
			' is ' + m[name]);
		if (m.display !== 'standalone' || !m.name || !m.short_name) wrong.push('names or display');
		return wrong;
	}`)
	for _, w := range found {
		t.Error(w)
	}
}

// other is a second build of the site, made once: its pages say another address, and it has a second edition of
// figures, see editions.
var other = sync.OnceValues(func() (string, error) {
	overlay, err := editions()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(work, "other")
	cmd := exec.Command("go", "run", "./web/cmd/build", "-o", dir, "-site", "https://other.example/")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOFLAGS=-overlay="+overlay)
	out, err := cmd.CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return dir, err
})

func otherBuild(t *testing.T) string {
	t.Helper()
	dir, err := other()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A new version announces itself in every window, takes over in the one whose reader says so, and leaves the others
// with the files of theirs until they are gone.
func TestUpdate(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	q := openKept(t, s, p)
	old := p.build()
	s.serve(t, otherBuild(t))
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Query().Get("v") != old {
			return false
		}
		t.Errorf("the server is asked for %s of the old version", r.URL.Path)
		http.Error(w, "gone", http.StatusGone)
		return true
	})
	p.visit("?v=1") // the browser looks for a new worker
	p.waitReady()
	if got := p.build(); got != old {
		t.Errorf("before the reader asks for it the page is of build %s, want %s", got, old)
	}
	for _, tab := range []*tab{p, q} {
		tab.waitFor("the announcement", `!document.getElementById('update').hidden`)
	}
	p.screenshot("update")
	p.click("#update-reload")
	p.waitBuildAfter(old)
	next := p.build()
	if got := js[string](p, `() => document.querySelector('[data-site]').dataset.site`); got != "https://other.example/" {
		t.Errorf("the new page says that it belongs to %q", got)
	}
	if js[string](p, `() => location.search`) != "?v=1" {
		t.Error("the reload lost the query")
	}
	if p.count("#update") != 0 {
		t.Error("the new version announces itself again")
	}
	if got, want := p.caches(), []string{min(old, next), max(old, next)}; !slices.Equal(got, want) {
		t.Errorf("with a window of each version open, %q is stored, want %q", got, want)
	}

	// The other window goes on with its own files, the ones it has not loaded yet included.
	if got := q.build(); got != old {
		t.Errorf("the other window is of build %s, want %s", got, old)
	}
	js[bool](q, `async (build) => {
		const name = (await caches.keys()).find((key) => key.endsWith(build)), cache = await caches.open(name),
			address = new URL('evidence.js', location);
		const text = await (await cache.match(address)).text();
		await cache.put(address, new Response(text + ';window.evidenceOf = "' + build + '"',
			{headers: {'Content-Type': 'text/javascript'}}));
		return true;
	}`, old) // the builds' own files are the same
	q.chooseOtherSnapshot()
	q.readEvidence()
	if got := js[string](q, `() => window.evidenceOf || 'another'`); got != old {
		t.Errorf("the other window's evidence is that of %s", got)
	}

	q.click("#update-later")
	if q.count("#update") != 0 {
		t.Error("the announcement does not go away")
	}
	q.visit("study.html")
	q.waitReady()
	if got := q.build(); got != next {
		t.Errorf("the other window's next page is of build %s, want %s", got, next)
	}
	p.visit("")
	p.waitReady()
	p.waitFor("the old version to be dropped", `caches.keys().then((keys) => keys.length === 1 && keys[0].endsWith('`+
		next+`'))`)
}

// One window: with the new version, the old one's files are gone.
func TestUpdateOfOneWindow(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	old := p.build()
	s.serve(t, otherBuild(t))
	p.visit("")
	p.waitReady()
	p.waitFor("the announcement", `!document.getElementById('update').hidden`)
	p.click("#update-reload")
	p.waitBuildAfter(old)
	if got := p.caches(); len(got) != 1 || got[0] == old {
		t.Errorf("%q is stored, want the new build alone (the old one is %s)", got, old)
	}
	s.stop()
	p.allowErrors()
	p.visit("study.html")
	p.waitReady()
}

// A reader who never presses the button has the new version once all windows were closed.
func TestUpdateByClosing(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	old := p.build()
	s.serve(t, otherBuild(t))
	p.visit("")
	p.waitReady()
	p.waitFor("the announcement", `!document.getElementById('update').hidden`)
	p.do(chromedp.Do(p.ctx, chromedp.Navigate("about:blank")))
	p.visit("")
	p.waitReady()
	if p.build() == old {
		t.Error("the old version is still there")
	}
}

// In the midst of an upload a host has files of two versions under the same names. None of that is stored.
func TestMixtureIsNotStored(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	mixed := filepath.Join(otherBuild(t), "study.html")
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != subPath+"study.html" {
			return false
		}
		http.ServeFile(w, r, mixed)
		return true
	})
	p := visit{server: s, address: s.url, width: 1280, height: 900, keeps: true}.open(t)
	p.waitReady()
	if got := js[string](p, `() => new Promise((done) => navigator.serviceWorker.getRegistration().then((r) => {
		const w = r && (r.installing || r.waiting || r.active);
		if (!w) return done('redundant');
		w.addEventListener('statechange', () => done(w.state));
	}))`); got != "redundant" {
		t.Errorf("a worker with a page of another version is %s", got)
	}
	s.setFault(nil)
	p.visit("")
	p.waitReady()
	p.waitKept()
}

// Some hosts send pages without their extension, and pack once more on the way what is packed.
func TestStoringFromOtherHosts(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		switch {
		case strings.HasSuffix(r.URL.Path, wasmName):
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(readDist(t, wasmName))
			z.Close()
		case strings.HasSuffix(r.URL.Path, "study.html"):
			w.Header().Set("Location", "study?"+r.URL.RawQuery)
			w.WriteHeader(http.StatusPermanentRedirect)
		case strings.HasSuffix(r.URL.Path, "/study"):
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(readDist(t, "study.html"))
		default:
			return false
		}
		return true
	})
	p := openKept(t, s, nil)
	s.stop()
	p.allowErrors()
	p.visit("study.html?v=1")
	p.waitReady()
}

// The server for development puts another worker in the place of the site's: what is stored goes, and a reload shows
// what the server has.
func TestForgettingWorker(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	old := p.build()
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != subPath+"sw.js" {
			return false
		}
		http.ServeFile(w, r, filepath.Join(root, "web", "serve", "forget.js"))
		return true
	})
	s.serve(t, otherBuild(t))
	p.visit("")
	p.waitReady()
	p.waitFor("everything to be forgotten",
		`Promise.all([caches.keys(),
			navigator.serviceWorker.getRegistrations()]).then((all) => all.every((list) => list.length === 0))`)
	if p.count("#update") != 0 {
		t.Error("forgetting is announced as a new version")
	}
	p.visit("")
	p.waitReady()
	if p.build() == old {
		t.Error("a reload still shows the old build")
	}
}
