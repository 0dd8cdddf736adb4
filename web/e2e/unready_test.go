package e2e

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// early lets a script run in every document of a tab before the document's own, and loads the page again.
func (p *tab) early(script string) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}), chromedp.Reload()))
}

// sandboxed is a fault: every page of the server has an origin that is nobody's, as in a frame with
// sandbox="allow-scripts". Without reach, it may not read the site's files either.
func sandboxed(reach bool) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !reach {
			w.Header().Del("Access-Control-Allow-Origin")
		}
		if path := r.URL.Path; strings.HasSuffix(path, ".html") || strings.HasSuffix(path, "/") {
			w.Header().Add("Content-Security-Policy", "sandbox allow-scripts")
		}
		return false
	}
}

// noteNumbers notes every text of the answer that could be seen at any time since the document began, in window.seen.
const noteNumbers = `window.seen = [];
	const look = () => {
		for (const el of document.querySelectorAll('#headline, .material')) {
			if (el.checkVisibility() && /\d/.test(el.textContent) &&
				!seen.includes(el.textContent)) seen.push(el.textContent);
		}
	};
	new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true,
		attributes: true});
	const frame = () => { look(); requestAnimationFrame(frame); };
	requestAnimationFrame(frame);`

// From its first paint to its picture a page shows no number but those of its address.
func TestNoOtherNumberIsEverSeen(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openTab(t, s, "?v=1", 1280, 900, false)
	p.early(noteNumbers)
	for _, address := range []string{"", "?v=1&fee=0.9", "?fbclid=x#v=1&rates=0.3", "today.html", "study.html?fee=2",
		"?snapshot=2025-09-09", "index-zh-CN.html#v=1&fee=0.9", "embed.html?v=1&fee=0.9"} {
		p.do(chromedp.Do(p.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(s.url+address)))
		p.waitReady()
		seen := js[[]string](p, `() => (look(), window.seen)`)
		want := js[[]string](p, `() => Array.from(document.querySelectorAll('#headline, .material'))
			.filter((el) => el.checkVisibility()).map((el) => el.textContent)`)
		for _, text := range want {
			if !hasNumber.MatchString(text) {
				t.Errorf("%s: its answer has no number: %q", address, text)
			}
		}
		slices.Sort(seen)
		slices.Sort(want)
		if !slices.Equal(seen, want) {
			t.Errorf("%s showed %q, its answer is %q", address, seen, want)
		}
	}
	if got := js[string](p, `() => document.title`); strings.Contains(got, "2023") {
		t.Errorf("the title of a link's embed is %q", got)
	}
}

// heldProgram is a fault: the program does not arrive before release is closed.
func heldProgram(release chan struct{}) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, wasmName) {
			<-release
		}
		return false
	}
}

// While the program is on its way, the figures of a link are too; the page says that it computes.
func TestWaitingForTheProgram(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	held := make(chan struct{})
	release := sync.OnceFunc(func() { close(held) })
	t.Cleanup(release) // before the server waits for its answers
	s.setFault(heldProgram(held))
	p := openTab(t, s, "today.html?v=1&snapshot=2025-09-09&fee=0.9", 1280, 900, false)
	p.waitFor("the figures to be there before the program",
		`performance.getEntriesByName(new URL('data/2025-09-09.json?v=' + gasburden.build,
			location.href).href).length === 1`)
	if got := p.text(".computing"); got != "Computing what this link asks for …" || p.count("#headline") != 0 ||
		p.count(".material") != 0 {
		t.Errorf("it says %q, answers in sight: %d", got, p.count("#headline"))
	}
	if got := js[string](p, `() => document.title`); strings.Contains(got, "Today") {
		t.Errorf("its title names another scenario: %q", got)
	}
	p.screenshot("computing")
	p.pickOption("#language", "zh-CN")
	p.waitFor("Chinese", `document.querySelector('.computing').textContent.includes('正在计算')`)
	if p.count("#headline") != 0 {
		t.Error("another language brings the page's own numbers")
	}
	js[bool](p, `() => { location.hash = '#v=1&fee=0.1'; return true; }`)
	if p.count("#headline") != 0 {
		t.Error("another link brings the page's own numbers")
	}
	release()
	p.waitReady()
	for _, name := range []string{wasmName, "data/2025-09-09.json"} {
		if got := s.requested(name); len(got) != 1 {
			t.Errorf("%s was asked for %d times", name, len(got))
		}
	}
}

// Where the program does not run, the page says what is true of its numbers: they are those of the address, or there
// are none.
func TestTruthWithoutTheProgram(t *testing.T) {
	t.Parallel()
	const stays, none = "What you read on this page stays valid: its numbers are those of this address.",
		"This address asks for a scenario of its own. Only the program can compute its numbers, so none of them is " +
			"shown."
	s := newServer(t)
	check := func(name, address string, p *tab) {
		t.Helper()
		p.waitFor("the crash message", `!document.getElementById('crash').hidden`)
		want, shown := stays, true
		if strings.Contains(address, "=") {
			want, shown = none, false
		}
		if strings.Contains(address, "zh-CN") {
			want = map[string]string{stays: "本页已有的文字依然有效：其中的数字就是此地址的结果。",
				none: "此地址要求的是另一个情景，其数字只能由程序算出，因此不显示该情景的数字。"}[want]
		}
		if got := p.text("#crash-truth"); got != want {
			t.Errorf("%s, %q: it says %q, want %q", name, address, got, want)
		}
		if all, got := p.count("[data-answer]"), p.count("#headline"); (got == 1) != shown || (all > 0) != shown {
			t.Errorf("%s, %q: %d headlines and %d parts of an answer are in sight", name, address, got, all)
		}
		if got := p.text("#crash-text"); strings.Contains(got, "valid") || len(got) < 10 || p.count(".computing") != 0 {
			t.Errorf("%s, %q: it says %q, and still computes: %d", name, address, got, p.count(".computing"))
		}
	}
	for name, fault := range map[string]func(http.ResponseWriter, *http.Request) bool{
		"no program":   answerNotFound(wasmName),
		"no loader.js": answerNotFound("loader.js"),
		"no go.js":     answerNotFound("go.js"),
	} {
		s.setFault(fault)
		for _, address := range []string{"", "?v=1&fee=0.9", "study-zh-CN.html", "index-zh-CN.html?fee=0.9",
			"embed.html?v=1&fee=0.9"} {
			if name != "no program" && strings.Contains(address, "html") {
				continue
			}
			p := openTab(t, s, address, 1280, 900, false)
			p.allowErrors()
			check(name, address, p)
			if address == "?v=1&fee=0.9" {
				p.screenshot("no-number")
			}
		}
	}
	s.setFault(nil)
	old := openTab(t, s, "?v=1&fee=0.9", 1280, 900, false)
	old.allowErrors()
	old.early(`delete window.WebAssembly`)
	check("no WebAssembly", "?v=1&fee=0.9", old)
	// A browser that does not understand the page's scripts.
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "loader.js") {
			return false
		}
		w.Header().Set("Content-Type", "text/javascript")
		w.Write([]byte("let x = ;"))
		return true
	})
	p := openTab(t, s, "?v=1&fee=0.9", 1280, 900, false)
	p.allowErrors()
	check("too old", "?v=1&fee=0.9", p)
	if got := p.text("#crash-text"); !strings.Contains(got, "from 2023 or later") {
		t.Errorf("to a browser that is too old it says %q", got)
	}
}

// A program that stops later leaves the last picture, of which nothing has to be said.
func TestTruthAfterACrash(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.9", 1280, 900, false)
	p.allowErrors()
	before := p.text("#headline")
	js[bool](p, `() => { setTimeout(() => window.gasburden.crashForTest(), 0); return true; }`)
	p.checkCrash("panic")
	if p.count("#crash-truth") != 0 || p.text("#headline") != before {
		t.Errorf("it says %q of %q", p.text("#crash-truth"), p.text("#headline"))
	}
	// The reader goes to another link, which the stopped program cannot answer: the page starts again.
	p.replaced(func() { js[bool](p, `() => { location.hash = '#v=1&fee=0.1'; return true; }`) })
	p.waitReady()
}

// In a sandbox, page and embedded chart open the scenario of their link, if the site lets its files be read from there;
// else they say why they cannot, and lead to where they can.
func TestSandbox(t *testing.T) {
	t.Parallel()
	want := openPage(t, "?v=1&fee=0.9", 1280, 900, false).text("#headline")
	for _, name := range []string{"embed.html", "index.html"} {
		s := newServer(t)
		s.setFault(sandboxed(true))
		p := openTab(t, s, name+"?v=1&fee=0.9", 1280, 900, false)
		p.waitReady()
		if got := js[string](p, `() => self.origin`); got != "null" {
			t.Fatalf("%s has the origin %s: this is no sandbox", name, got)
		}
		if got := p.text("#headline"); got != want {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
		if got := js[string](p, `() => getComputedStyle(document.body).fontVariantNumeric`); got != "tabular-nums" {
			t.Errorf("%s has no style", name)
		}
		p.screenshot("sandbox-" + strings.TrimSuffix(name, ".html"))
	}
	// Controls, another language and what copies go on as far as the browser lets them.
	s := newServer(t)
	s.setFault(sandboxed(true))
	p := openTab(t, s, "index.html?v=1&fee=0.9", 1280, 900, false)
	p.waitReady()
	p.dragRange("base_fee_nanofil", 0.5)
	p.settle()
	if got := p.text("#headline"); got == want {
		t.Error("a slider in a sandbox moves nothing")
	}
	p.pickOption("#language", "zh-CN")
	p.waitFor("Chinese", `document.documentElement.lang === 'zh-CN' &&
		document.getElementById('headline').textContent.includes('净')`)
	if got := p.text("#language-status"); got != "" {
		t.Errorf("of the language it says %q", got)
	}
	p.allowErrors() // the browser's own, of what the sandbox denies

	s = newServer(t)
	s.setFault(sandboxed(false))
	p = openTab(t, s, "embed.html?v=1&fee=0.9", 760, 900, false)
	p.allowErrors()
	p.waitFor("the crash message", `!document.getElementById('crash').hidden`)
	if got := p.text("#crash-text"); !strings.Contains(got, "sandbox") ||
		!strings.Contains(got, "Access-Control-Allow-Origin") {
		t.Errorf("it says %q", got)
	}
	if got := js[[]string](p,
		`() => { const a = document.querySelector('#crash-way a'); return [a.href, a.textContent, a.target]; }`); got[0] != s.url+"?v=1&fee=0.9" || got[1] != got[0] || got[2] != "_blank" {
		t.Errorf("it leads to %q", got)
	}
	if p.count("[data-answer]") != 0 {
		t.Error("it shows numbers of another scenario")
	}
	p.screenshot("sandbox-without-reach")
}

// Whatever throws when a page looks at it keeps nothing else from working.
func TestDenied(t *testing.T) {
	t.Parallel()
	p := openTab(t, newServer(t), "?v=1&fee=0.9", 1280, 900, false)
	p.early(`for (const [on, names] of [[Navigator.prototype, ['serviceWorker', 'clipboard', 'storage', 'locks']],
		[window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches']], [Document.prototype, ['cookie']]]) {
		for (const name of names) Object.defineProperty(on, name,
			{configurable: true, get() { throw new DOMException('denied', 'SecurityError'); }});
	}
	history.replaceState = () => { throw new DOMException('denied', 'SecurityError'); };`)
	p.waitReady()
	before := p.text("#headline")
	p.dragRange("base_fee_nanofil", 0.5)
	p.settle()
	if p.text("#headline") == before || p.count("#crash") != 0 {
		t.Errorf("the page does not run: %q", p.text("#headline"))
	}
	p.click("#copy-link")
	p.said("the link")
}

// A script that the page can do without may be blocked: all else runs, and the page says what does not.
func TestBlockedParts(t *testing.T) {
	t.Parallel()
	for name, says := range map[string]string{"share.js": "downloads and", "access.js": "the evidence and"} {
		s := newServer(t)
		s.setFault(answerNotFound(name))
		p := openTab(t, s, "?v=1&fee=0.9", 1280, 900, false)
		p.allowErrors()
		p.waitReady()
		if got := p.text("#partly"); !strings.Contains(got, says) || p.count("#crash") != 0 {
			t.Errorf("without %s it says %q", name, got)
		}
		before := p.text("#headline")
		p.dragRange("base_fee_nanofil", 0.5)
		p.settle()
		p.waitFor("the address to follow", `location.search.includes('fee=')  && !location.search.includes('fee=0.9')`)
		if p.text("#headline") == before || p.chartData("hero").drawn() == 0 {
			t.Errorf("without %s nothing moves", name)
		}
		js[bool](p, `() => { location.hash = '#v=1&fee=0.1'; return true; }`)
		p.waitFor("the link", `document.getElementById('input-base_fee_nanofil').value === '0.1'`)
		if name == "share.js" {
			p.click("#download-svg")
			p.waitFor("a refusal", `document.getElementById('app').textContent.includes('the part of this page that does it was blocked')`)
			p.pickOption("#language", "zh-CN")
			p.waitFor("Chinese", `document.getElementById('partly').textContent.includes('被拦截')`)
		}
		p.screenshot("without-" + name)
	}
}

// Extensions put nodes of their own anywhere, before the program runs and after. Charts stay, numbers too, and a click
// counts once.
func TestForeignNodes(t *testing.T) {
	t.Parallel()
	p := openTab(t, newServer(t), "?v=1&fee=0.9", 1280, 900, false)
	p.early(`addEventListener('DOMContentLoaded', () => {
		for (const at of [document.head, document.body, document.getElementById('app'),
			document.querySelector('.intro')]) {
			const el = document.createElement('div');
			el.className = 'foreign';
			el.attachShadow({mode: 'open'});
			at.prepend(el);
		}
	}, {capture: true});`)
	p.waitReady()
	p.checkCharts()
	if p.count("#app > .intro #headline") != 1 {
		t.Error("the headline is out of its place")
	}
	// Now among what the program has rendered.
	js[int](p, `() => {
		const homes = [document.getElementById('app'), ...document.querySelectorAll('#app section, #app figure, #app fieldset, #app .plot, #app label, #app li, #app select, .u-wrap'), document.body];
		homes.forEach((at, i) => {
			const el = document.createElement(i % 2 ? 'div' : 'section');
			el.className = 'foreign';
			el.textContent = 'x';
			at.prepend(el);
			at.prepend(document.createComment('foreign'));
		});
		return homes.length;
	}`)
	hero := js[bool](p, `() => { window.heroBefore = document.querySelector('#chart-hero .u-wrap');
		document.getElementById('headline').focus(); return !!heroBefore; }`)
	before := p.chartData("hero")
	p.dragRange("base_fee_nanofil", 0.5)
	p.settle()
	if p.chartData("hero").equal(before) || !hero {
		t.Error("the slider moves no chart")
	}
	p.checkCharts()
	if !js[bool](p, `() => window.heroBefore === document.querySelector('#chart-hero .u-wrap')`) {
		t.Error("the chart was made anew")
	}
	if got := js[string](p, `() => document.querySelector('#chart-hero').firstElementChild.className + ' ' +
		document.getElementById('app').firstElementChild.className`); got != "foreign foreign" {
		t.Errorf("the extension's own nodes are gone: %q", got)
	}
	p.click("#pin")
	p.waitFor("the pinned run", `document.getElementById('pinned').checkVisibility()`)
	p.click("#unpin-1")
	p.waitFor("no pinned run", `!document.getElementById('pinned').checkVisibility()`)
	tile := p.text("#tile-0")
	p.click("#preset-study")
	p.waitQuery("snapshot=2023-07-31")
	p.settle()
	p.checkCharts()
	if p.text("#tile-0") == tile {
		t.Error("the tiles do not follow")
	}
	// A translator's words beside ours are those of the last picture: they do not come back.
	js[bool](p, `() => { const font = document.createElement('font'); font.textContent = '99 %';
		document.getElementById('headline').append(font); return true; }`)
	p.dragRange("base_fee_nanofil", 0.3)
	p.settle()
	if strings.Contains(p.text("#headline"), "99 %") {
		t.Errorf("the headline reads %q", p.text("#headline"))
	}
	p.screenshot("foreign")
}

// checkCharts checks that all charts stand in their figures and are drawn.
func (p *tab) checkCharts() {
	p.Helper()
	for _, id := range chartIDs {
		if p.chartData(id).drawn() == 0 || !js[bool](p, `(id) => {
			const u = gasburden.charts[id];
			return u.root.isConnected && document.getElementById('chart-' + id).contains(u.root) &&
				u.root.querySelector('canvas').clientWidth > 100 &&
				document.querySelectorAll('#chart-' + id + ' canvas').length === 1;
		}`, id) {
			p.Errorf("chart %s is gone", id)
		}
	}
}

// Figures that a link needs and that do not come: what stands in their place says so beside the answer.
func TestMissingFigures(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "embed.html"} {
		s := newServer(t)
		s.setFault(answerNotFound("data/2025-09-09.json"))
		p := openTab(t, s, name+"?v=1&snapshot=2025-09-09&fee=0.9", 1280, 900, false)
		p.allowErrors()
		p.waitReady()
		if got := p.text("#link-notices"); !strings.Contains(got, "9 September 2025") ||
			!regexp.MustCompile(`still shows .*20 April 2026`).MatchString(got) {
			t.Errorf("%q: beside its answer it says %q", name, got)
		}
	}
}
