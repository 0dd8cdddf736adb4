package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take for one step before its test fails. The longest takes 3 s on a machine at rest,
// and over 60 on one that eight programs share: no test measures time by it.
const patience = 4 * time.Minute

// lastMessage is what a tab writes to its console when its test is over.
const lastMessage = "e2e: end of the console"

// A tab is one open page. Its methods fail the test when they cannot do what they say.
type tab struct {
	testing.TB
	ctx    context.Context
	server *server // nil for a page from the disk
	page   string  // the address it was opened at

	read chan struct{} // closed when the console has been read to its end

	mu      sync.Mutex
	errors  []string // console errors and exceptions
	foreign []string // requests to other origins
	allowed bool
}

// step runs a part of a test on a page that is open already, whose failures are then the part's.
func (p *tab) step(t *testing.T, name string, f func(t *testing.T)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		whole := p.TB
		p.TB = t
		defer func() { p.TB = whole }()
		f(t)
	})
}

// openPage opens the page at its own server and waits until it is ready. query is "" or "?...".
func openPage(t testing.TB, query string, width, height int, dark bool) *tab {
	t.Helper()
	p := openTab(t, newServer(t), query, width, height, dark)
	p.waitReady()
	return p
}

// openTab opens the page at s and returns when the document has loaded, before the program has started.
func openTab(t testing.TB, s *server, query string, width, height int, dark bool) *tab {
	t.Helper()
	return visit{server: s, address: s.url + query, width: width, height: height, dark: dark}.open(t)
}

// A visit is how a page is opened.
type visit struct {
	address       string
	server        *server // nil for a page from the disk
	width, height int
	dark          bool
	// the service worker may store the site; else there is none, and every request reaches the server
	keeps     bool
	beside    *tab   // a tab of the same profile
	languages string // that the browser prefers, as JSON; "" for its own
	before    string // a script that runs before any of the page's
}

// open opens a tab and returns when the document has loaded.
func (v visit) open(t testing.TB) *tab {
	t.Helper()
	parent, own := browser, []chromedp.ContextOption{chromedp.WithNewBrowserContext()}
	if v.beside != nil {
		parent, own = v.beside.ctx, nil
	} else if v.server != nil && !v.keeps && !measuring() {
		parent, own = borrowProfile(t), nil
	}
	ctx, cancel := chromedp.NewContext(parent, own...)
	ctx, stop := context.WithTimeout(ctx, 20*time.Minute)
	p := &tab{TB: t, ctx: ctx, server: v.server, page: v.address, read: make(chan struct{})}
	t.Cleanup(func() {
		p.checkClean()
		stop()
		cancel()
	})
	p.do(chromedp.Do(ctx))
	p.do(chromedp.Listen(ctx, p.listen))
	go p.readConsole(chromedp.Console(ctx))

	scheme := "light"
	if v.dark {
		scheme = "dark"
	}
	p.do(chromedp.Do(ctx, chromedp.EmulateViewport(int64(v.width), int64(v.height)),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
				return err
			}
			// Tabs of several tests are open at once: each believes that it has the focus, as that of a reader does.
			if _, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled,
				emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
				return err
			}
			// A page that is in front may write to the clipboard. The headless shell, which nobody can ask, would
			// refuse.
			if _, err := cdp.Call(ctx, t, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
				Permission:       &cdpbrowser.PermissionDescriptor{Name: "clipboard-write"},
				Setting:          cdpbrowser.PermissionSettingGranted,
				BrowserContextID: p.context(ctx, t),
			}); err != nil {
				return err
			}
			if !v.keeps {
				if _, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
					page.AddScriptToEvaluateOnNewDocumentParams{
						Source: `delete Navigator.prototype.serviceWorker`,
					}); err != nil {
					return err
				}
			}
			if v.before != "" {
				if _, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
					page.AddScriptToEvaluateOnNewDocumentParams{Source: v.before}); err != nil {
					return err
				}
			}
			if v.languages != "" {
				if _, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
					page.AddScriptToEvaluateOnNewDocumentParams{
						Source: `Object.defineProperty(Navigator.prototype, 'languages', {get: () => ` + v.languages +
							`})`,
					}); err != nil {
					return err
				}
			}
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			return err
		}), chromedp.Navigate(v.address)))
	return p
}

// listen notes requests that leave the page's origin.
func (p *tab) listen(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		return
	}
	u, err := url.Parse(e.Request.URL)
	own, _ := url.Parse(p.page)
	if p.server == nil && e.Request.URL == p.page {
		return
	}
	if err == nil && (u.Scheme == "data" || u.Scheme == "blob" || p.server != nil && u.Scheme == own.Scheme &&
		u.Host == own.Host) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.foreign = append(p.foreign, e.Request.URL)
}

func (p *tab) readConsole(messages func(func(chromedp.ConsoleMessage, error) bool)) {
	for m, err := range messages {
		if err != nil {
			return // the tab is closed
		}
		if m.Text == lastMessage {
			close(p.read)
			return
		}
		if m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleException || m.Type == "assert" {
			p.mu.Lock()
			p.errors = append(p.errors, strings.TrimSpace(m.String()+" "+m.URL))
			p.mu.Unlock()
		}
	}
}

// allowErrors says that this page is meant to report errors.
func (p *tab) allowErrors() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.allowed = true
}

// forgiveForeign forgets the requests to other origins so far: they were the test's own.
func (p *tab) forgiveForeign() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.foreign = nil
}

// consoleErrors returns what the console has reported so far: errors and uncaught exceptions.
func (p *tab) consoleErrors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.errors)
}

func (p *tab) checkClean() {
	p.Helper()
	if _, err := run(p.ctx, chromedp.Evaluate[chromedp.Void](`console.debug('`+lastMessage+`')`)); err == nil {
		select {
		case <-p.read:
		case <-time.After(patience):
			p.Error("the console could not be read to its end")
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.allowed {
		for _, e := range p.errors {
			p.Errorf("console %s", e)
		}
	}
	for _, u := range p.foreign {
		p.Errorf("request to another origin: %s", u)
	}
	if p.server == nil {
		return
	}
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	for _, u := range p.server.strays {
		p.Errorf("request outside the sub-path %s: %s", subPath, u)
	}
}

// do ends the test on an error, with the overlay's and the console's words if there are any.
func (p *tab) do(err error) {
	p.Helper()
	if err == nil {
		return
	}
	if crash, e := run(p.ctx, chromedp.Evaluate[string](`(() => {
		const c = document.getElementById('crash');
		return c && !c.hidden ? c.textContent.trim() : '';
	})()`)); e == nil && crash != "" {
		p.Logf("the page shows its crash message:\n%s", crash)
	}
	for _, m := range p.consoleErrors() {
		p.Logf("console %s", m)
	}
	p.allowErrors()
	p.Fatal(err)
}

// run is chromedp.Run with patience.
func run[T any](ctx context.Context, a chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, a)
}

// eval returns the value of a JavaScript expression; a promise is awaited.
func eval[T any](p *tab, expression string) T {
	p.Helper()
	v, err := run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.do(fmt.Errorf("%w\nin %s", err, expression))
	}
	return v
}

// js calls a JavaScript function with arguments that are passed as JSON.
func js[T any](p *tab, function string, args ...any) T {
	p.Helper()
	list := make([]string, len(args))
	for i, a := range args {
		b, err := json.Marshal(a)
		p.do(err)
		list[i] = string(b)
	}
	return eval[T](p, "("+function+")("+strings.Join(list, ", ")+")")
}

// waitFor waits until a JavaScript expression is true, in the document of the tab or in the one that takes its place
// meanwhile.
func (p *tab) waitFor(what, expression string) {
	p.Helper()
	deadline := time.Now().Add(patience)
	for {
		_, err := chromedp.Run(p.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(patience)))
		if err == nil {
			return
		}
		if !documentIsGone(err) || time.Now().After(deadline) {
			p.do(fmt.Errorf("waiting for %s: %w\nin %s", what, err, expression))
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// documentIsGone tells whether a script could not end because another document took the place of its own.
func documentIsGone(err error) bool {
	for _, said := range []string{"Cannot find context", "Execution context was destroyed", "target navigated"} {
		if strings.Contains(err.Error(), said) {
			return true
		}
	}
	return false
}

// waitReady waits for the program's first render and the charts that follow it.
func (p *tab) waitReady() {
	p.Helper()
	p.waitFor("the page to be ready",
		`!!window.gasburden && window.gasburden.ready === true && !!(window.gasburden.charts || {}).hero`)
	p.unfold()
	p.settle()
}

// unfold opens the parts of the page that open on demand, so that a test finds what it is about. What they look like
// closed is TestFirstView's.
func (p *tab) unfold() {
	p.Helper()
	if js[bool](p, `() => {
		for (const fold of document.querySelectorAll('.part > details, #view-options, #exports')) fold.open = true;
		return !!document.getElementById('panels-part');
	}`) {
		p.waitFor("the panels", `!!window.gasburden.charts['gas-over-netflow']`)
	}
}

// settle waits until all charts have kept their data for several frames: what was set off before is drawn.
func (p *tab) settle() {
	p.Helper()
	js[int](p, `async () => {
		const look = () => Object.entries(window.gasburden.charts || {}).map(([id, u]) => id + u.data.map(
			(s) => { let sum = 0; for (const v of s) if (Number.isFinite(v)) sum += v; return s.length + ':' + sum;
				})).join('|');
		let last = look(), same = 0, frames = 0;
		while (same < 6 && frames < 600) {
			await new Promise((next) => requestAnimationFrame(next));
			const now = look();
			same = now === last && !gasburden.moving ? same + 1 : 0;
			last = now;
			frames++;
		}
		return frames;
	}`)
}

// A chart is what uPlot holds: x in unix seconds and one series per line, undefined values as NaN.
type chart struct {
	X      []float64
	Series []series
}

type series struct {
	Label string
	Show  bool
	Dash  bool
	Y     []float64
}

// chartData reads a chart back from window.gasburden.charts.
func (p *tab) chartData(id string) chart {
	p.Helper()
	type encoded struct {
		X      []*float64 `json:"x"`
		Series []struct {
			Label string     `json:"label"`
			Show  bool       `json:"show"`
			Dash  bool       `json:"dash"`
			Y     []*float64 `json:"y"`
		} `json:"series"`
	}
	text := js[string](p, `(id) => {
		const u = (window.gasburden.charts || {})[id];
		if (!u) return '';
		const numbers = (a) => Array.from(a, (v) => Number.isFinite(v) ? v : null);
		return JSON.stringify({x: numbers(u.data[0]), series: u.series.slice(1).map((s, i) => ({
			label: String(s.label && s.label.textContent || s.label || ''), show: s.show !== false,
				dash: !!(s.dash && s.dash.length), y: numbers(u.data[i + 1] || [])}))});
	}`, id)
	if text == "" {
		p.Fatalf("there is no chart %q in window.gasburden.charts", id)
	}
	var e encoded
	p.do(json.Unmarshal([]byte(text), &e))
	c := chart{X: floats(e.X)}
	for _, s := range e.Series {
		if len(s.Y) != len(e.X) {
			p.Fatalf("chart %q: series %q has %d values for %d dates", id, s.Label, len(s.Y), len(e.X))
		}
		c.Series = append(c.Series, series{s.Label, s.Show, s.Dash, floats(s.Y)})
	}
	return c
}

func floats(values []*float64) []float64 {
	f := make([]float64, len(values))
	for i, v := range values {
		f[i] = math.NaN()
		if v != nil {
			f[i] = *v
		}
	}
	return f
}

// equal is exact; NaN equals NaN.
func (c chart) equal(d chart) bool {
	same := func(a, b []float64) bool {
		return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) })
	}
	return same(c.X, d.X) && slices.EqualFunc(c.Series, d.Series, func(a, b series) bool {
		return a.Label == b.Label && a.Dash == b.Dash && same(a.Y, b.Y)
	})
}

// drawn counts the series that hold at least one value.
func (c chart) drawn() int {
	n := 0
	for _, s := range c.Series {
		if slices.ContainsFunc(s.Y, func(v float64) bool { return !math.IsNaN(v) }) {
			n++
		}
	}
	return n
}

// setInput gives the control #input-<id> a value as a reader would: it types into a text field, key by key, and leaves
// it with Tab; it picks an option of a select. It does not wait for the charts. While a number is typed, its first
// digits are legal values too: to set one value in one step, use pasteInput.
func (p *tab) setInput(id, value string) {
	p.Helper()
	selector := "#input-" + id
	if p.focusInput(selector) == "SELECT" {
		p.pickOption(selector, value)
		return
	}
	if value == "" {
		p.press("\b")
	}
	for _, key := range value {
		p.press(string(key))
	}
	p.press("\t")
}

// pasteInput puts a text into the field #input-<id> at once and leaves the field with Tab.
func (p *tab) pasteInput(id, value string) {
	p.Helper()
	p.focusInput("#input-" + id)
	p.paste(value)
	p.press("\t")
}

// paste puts a text in the place of what is selected, all at once.
func (p *tab) paste(text string) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})))
}

// press sends one key to the element that has the focus.
func (p *tab) press(key string) {
	p.Helper()
	_, err := run(p.ctx, chromedp.KeyEvent(key))
	p.do(err)
}

// focusInput focuses a control, selects the text in it and returns the name of its element.
func (p *tab) focusInput(selector string) string {
	p.Helper()
	if js[bool](p, `(s) => {
		const fold = document.querySelector(s)?.closest('details');
		if (!fold || fold.open) return false;
		fold.querySelector('summary').click();
		return true;
	}`, selector) {
		p.waitFor("the further assumptions to open", fmt.Sprintf(`document.querySelector(%q).closest('details').open`,
			selector))
	}
	element := js[string](p, `(s) => {
		const e = document.querySelector(s);
		if (!e) return '';
		e.scrollIntoView({block: 'center'});
		e.focus();
		if (e.select) e.select();
		return document.activeElement === e ? e.tagName : 'unfocusable';
	}`, selector)
	if element != "INPUT" && element != "SELECT" {
		p.Fatalf("%s cannot take an input: %q", selector, element)
	}
	return element
}

func (p *tab) pickOption(selector, value string) {
	p.Helper()
	if !js[bool](p, `(s, value) => {
		const e = document.querySelector(s);
		if (!Array.from(e.options).some((o) => o.value === value)) return false;
		e.value = value;
		e.dispatchEvent(new Event('input', {bubbles: true}));
		e.dispatchEvent(new Event('change', {bubbles: true}));
		return true;
	}`, selector, value) {
		p.Fatalf("%s has no option %q", selector, value)
	}
}

// dragRange drags the thumb of the slider #range-<id> with the mouse to a fraction of its way, and returns the value
// that the slider then has.
func (p *tab) dragRange(id string, fraction float64) float64 {
	p.Helper()
	const thumb = 16 // px; half of it at each end is out of the thumb's centre's reach
	type place struct {
		Left, Width, Y, At float64
		Missing            bool
	}
	b := js[place](p, `(s) => {
		const e = document.querySelector(s);
		if (!e) return {Missing: true};
		e.scrollIntoView({block: 'center'});
		const r = e.getBoundingClientRect(), lo = +(e.min || 0), hi = +(e.max || 100);
		return {Left: r.left, Width: r.width, Y: r.top + r.height / 2, At: (e.value - lo) / (hi - lo)};
	}`, "#range-"+id)
	if b.Missing || b.Width <= thumb {
		p.Fatalf("there is no slider #range-%s to drag, or it is not visible", id)
	}
	x := func(share float64) float64 { return b.Left + thumb/2 + share*(b.Width-thumb) }
	_, err := run(p.ctx, chromedp.DragAndDropXY(x(b.At), b.Y, x(fraction), b.Y, 20))
	p.do(err)
	return p.rangeValue(id)
}

func (p *tab) rangeValue(id string) float64 {
	p.Helper()
	return js[float64](p, `(s) => document.querySelector(s).valueAsNumber`, "#range-"+id)
}

// value is what the field or select #input-<id> shows.
func (p *tab) value(id string) string {
	p.Helper()
	return js[string](p, `(s) => { const e = document.querySelector(s); return e ? e.value : 'missing: ' + s; }`,
		"#input-"+id)
}

// text is the visible text of the first element that the selector matches, with ordinary spaces.
func (p *tab) text(selector string) string {
	p.Helper()
	return js[string](p, `(s) => document.querySelector(s) ? `+reading("s")+` : 'missing: ' + s`, selector)
}

// reading is that text as an expression; the selector is one too.
func reading(selector string) string {
	return `document.querySelector(` + selector + `).innerText.trim().replaceAll('\u00a0', ' ')`
}

// wordsOf is all text of the element of an id, "" where there is none, as an expression with ordinary spaces.
func wordsOf(id string) string {
	return fmt.Sprintf(`(document.getElementById(%q)?.textContent || '').replaceAll('\u00a0', ' ')`, id)
}

// count is the number of visible elements that the selector matches.
func (p *tab) count(selector string) int {
	p.Helper()
	return js[int](p, `(s) => Array.from(document.querySelectorAll(s)).filter((e) => e.checkVisibility({visibilityProperty: true})).length`, selector)
}

// click presses the mouse on the middle of the first visible element that the selector matches.
func (p *tab) click(selector string) {
	p.Helper()
	// In Explore answers that come meanwhile push away what is below them, and so do errors and notices above what
	// leaves the page: there it has to stand still for some frames, and a click that went beside it all the same is
	// kept from what it would hit, and made again.
	type point struct {
		X, Y    float64
		Movable bool
	}
	for range 10 {
		at := js[*point](p, `async (s) => {
			const all = Array.from(document.querySelectorAll(s)), seen = (e) => e.checkVisibility({visibilityProperty: true});
			for (let at = !all.some(seen) && all[0]; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
			const e = all.find(seen);
			if (!e) return null;
			const movable = !!e.closest('#explore, .share');
			e.scrollIntoView({block: 'center'});
			for (let still = movable ? 0 : 9, y = e.getBoundingClientRect().top, frames = 0; still < 9 && frames < 300;
				frames++) {
				await new Promise((next) => requestAnimationFrame(next));
				const now = e.getBoundingClientRect().top;
				still = now === y ? still + 1 : 0;
				if (!still) e.scrollIntoView({block: 'center'});
				y = e.getBoundingClientRect().top;
			}
			if (movable) {
				const hit = (event) => {
					window.clicked = e.contains(event.target);
					if (window.clicked) return;
					event.preventDefault();
					event.stopImmediatePropagation();
				};
				window.clicked = false;
				window.aim?.abort();
				window.aim = new AbortController();
				for (const type of ['mousedown', 'mouseup', 'click']) window.addEventListener(type, hit,
					{capture: true, signal: window.aim.signal});
			}
			const r = e.getBoundingClientRect();
			return {X: r.left + r.width / 2, Y: r.top + r.height / 2, Movable: movable};
		}`, selector)
		if at == nil {
			p.Fatalf("nothing visible to click on: %s", selector)
		}
		_, err := run(p.ctx, chromedp.MouseClickXY(at.X, at.Y))
		p.do(err)
		if !at.Movable || js[bool](p, `() => (window.aim.abort(), window.clicked)`) {
			return
		}
		p.Logf("a click on %s went beside it", selector)
	}
	p.Fatalf("no click meets %s", selector)
}

// shooting tells whether screenshots are written: what only they show need not be drawn else.
func shooting() bool { return os.Getenv("E2E_SHOTS") != "" }

// screenshot writes the whole page as NAME.png into $E2E_SHOTS, if that is set.
func (p *tab) screenshot(name string) {
	p.Helper()
	if !shooting() {
		return
	}
	dir := os.Getenv("E2E_SHOTS")
	png, err := run(p.ctx, chromedp.FullScreenshot(100)) // a quality of 100 means PNG
	p.do(err)
	p.do(os.MkdirAll(dir, 0o755))
	p.do(os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
}

// context is the profile that a tab belongs to.
func (p *tab) context(ctx context.Context, t *chromedp.Target) cdp.BrowserContextID {
	p.Helper()
	info, err := cdp.Call(ctx, t, target.GetTargetInfo, target.GetTargetInfoParams{})
	if err != nil {
		p.Fatal(err)
	}
	return info.TargetInfo.BrowserContextID
}
