package e2e

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/gasburden/gasburden/sim/assumption"
)

// No page asks anything of any other origin, sets a cookie or stores anything but the site itself. That no tab of any
// test reaches for another origin, listen checks; names of other hosts do not resolve in this browser.
func TestNothingThirdParty(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openKept(t, s, nil)
	for _, name := range sitePages(t) {
		// The pages of presets differ in words and in their own address alone.
		if like, ok := likeTheStudy(name); ok {
			if got, want := addresses(t, name), addresses(t, like); !slices.Equal(got, want) {
				t.Errorf("%s names %q, %s %q", name, got, like, want)
			}
			continue
		}
		p.step(t, name, func(t *testing.T) {
			p.visit(name)
			p.waitStarted()
			if name == "index.html" || name == "study-zh-CN.html" { // the others have the same scripts
				p.readAll()
			}
			p.checkNothingStored()
			for _, link := range js[[]string](p, `() => performance.getEntriesByType('resource').map((e) => e.name)`) {
				if !strings.HasPrefix(link, s.url) {
					t.Errorf("it asked for %s", link)
				}
			}
		})
	}
	t.Run(singleName, func(t *testing.T) {
		p := openSingle(t, 1280, false)
		p.readAll()
		p.checkNothingStored()
	})
}

// likeTheStudy returns the study's page in the language of the page of another preset.
func likeTheStudy(name string) (string, bool) {
	preset, chinese := strings.CutSuffix(strings.TrimSuffix(name, ".html"), "-zh-CN")
	if preset == "study" || !slices.ContainsFunc(assumption.Presets(),
		func(p assumption.Preset) bool { return p.Name == preset }) {
		return "", false
	}
	if chinese {
		return "study-zh-CN.html", true
	}
	return "study.html", true
}

var attribute = regexp.MustCompile(`\b(?:src|href|srcset|data|action|poster)="[^"]*"`)

// addresses are those that a page of the site names, but for its own and its twin's in the other language.
func addresses(t *testing.T, name string) []string {
	t.Helper()
	own := strings.TrimSuffix(strings.TrimSuffix(name, ".html"), "-zh-CN")
	var found []string
	for _, text := range attribute.FindAllString(string(readDist(t, name)), -1) {
		text = strings.NewReplacer("/"+own+".html", "/PRESET.html", "/"+own+"-zh-CN.html", "/PRESET-zh-CN.html",
			`"`+own+".html", `"PRESET.html`, `"`+own+"-zh-CN.html", `"PRESET-zh-CN.html`).Replace(text)
		if !strings.HasPrefix(text, `href="#`) && !strings.HasSuffix(text, `/fip-0118.md"`) { // marks beside the answer
			found = append(found, text)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// readAll brings everything into view that loads only then.
func (p *tab) readAll() {
	p.Helper()
	if p.count("#evidence") == 0 {
		return
	}
	p.readEvidence()
	p.chooseOtherSnapshot()
}

func (p *tab) checkNothingStored() {
	p.Helper()
	if got := js[string](p, `() => document.cookie`); got != "" {
		p.Errorf("cookies: %q", got)
	}
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		cookies, err := cdp.Call(ctx, t, network.GetCookies, network.GetCookiesParams{})
		if err != nil {
			return err
		}
		for _, c := range cookies.Cookies {
			p.Errorf("cookie %s of %s", c.Name, c.Domain)
		}
		return nil
	})))
	for _, kept := range js[[]string](p,
		`async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
			...(await indexedDB.databases()).map((d) => d.name)]`) {
		p.Errorf("%q is stored", kept)
	}
}

// What the pages' policy forbids does not happen, in the site and in the single file.
func TestPolicy(t *testing.T) {
	t.Parallel()
	attempts := `async () => {
		const stopped = new Set();
		addEventListener('securitypolicyviolation', (event) => stopped.add(event.effectiveDirective + ' ' +
			event.blockedURI));
		await fetch('https://tracker.example/').catch(() => {});
		new Image().src = 'https://tracker.example/pixel.png';
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = 'https://tracker.example/font.css';
		const script = document.createElement('script');
		script.src = 'https://tracker.example/count.js';
		const inline = document.createElement('script');
		inline.textContent = 'window.injected = true';
		const frame = document.createElement('iframe');
		frame.src = 'https://tracker.example/';
		document.head.append(link, script, inline);
		document.body.append(frame);
		setTimeout(() => window.eval('window.injected = true')); // what a debugger evaluates itself may use eval
		for (let frames = 0; frames < 600 && stopped.size < 7;
			frames++) await new Promise((next) => requestAnimationFrame(next));
		if (window.injected) stopped.add('injected script ran');
		return Array.from(stopped).sort();
	}`
	want := []string{
		"connect-src https://tracker.example/", "frame-src https://tracker.example",
		"img-src https://tracker.example/pixel.png",
		"script-src eval", "script-src-elem https://tracker.example/count.js", "script-src-elem inline",
		"style-src-elem https://tracker.example/font.css",
	}
	s := newServer(t)
	for _, p := range []*tab{openTab(t, s, "", 1280, 900, false), openSingle(t, 1280, false)} {
		p.waitReady()
		p.allowErrors()
		if got := js[[]string](p, attempts); !slices.Equal(got, want) {
			t.Errorf("%s: stopped is %q, want %q", p.page, got, want)
		}
		p.forgiveForeign() // whatever of it was tried was this test
	}
}
