package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A finding is what axe-core says against an element of a page.
type finding struct {
	Rule, Help string
	Elements   []string
}

// axeRules are WCAG 2.2 up to level AA, and what axe-core calls good practice.
const axeRules = `{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}`

// A look is a width of the window with a theme.
type look struct {
	width int
	dark  bool
}

// looks are what axe-core is shown in whole: each width and each theme once. In the other two pairs only what the other
// width has not is new, see onlyAtOneWidth.
var looks = []look{{1280, false}, {390, true}}

// looksIn are the looks of a page in a language: Chinese has the colours and the structure of English and other words,
// which are tight on a narrow page alone. One run on the page with everything open takes 13 s of processor time.
func looksIn(chinese bool) []look {
	if chinese {
		return looks[1:]
	}
	return looks
}

// contrastRules are those among axeRules that a theme can break by itself.
const contrastRules = `{type: 'rule', values: ['color-contrast', 'link-in-text-block']}`

// onlyAtOneWidth holds what one width shows and the other does not to the theme that it has not been seen in.
func (p *tab) onlyAtOneWidth(what string) {
	p.Helper()
	for i, l := range looks {
		p.resize(l.width, l.dark)
		js[bool](p, `(i) => {
			for (const e of document.querySelectorAll('body *')) (e.seen = e.seen || [])[i] = e.checkVisibility({visibilityProperty: true});
			return true;
		}`, i)
	}
	for i, l := range looks {
		p.resize(l.width, !l.dark)
		if js[int](p, `(i) => {
			const only = Array.from(document.querySelectorAll('body *')).filter((e) => e.seen && e.seen[i] &&
				!e.seen[1 - i]);
			for (const e of document.querySelectorAll('[data-only]')) e.removeAttribute('data-only');
			for (const e of only) if (!only.includes(e.parentElement)) e.setAttribute('data-only', '');
			return only.length;
		}`, i) > 0 {
			p.mustPassAxeIn("[data-only]", fmt.Sprintf("%s, only at %d px, dark %v", what, l.width, !l.dark),
				contrastRules)
		}
	}
}

// axe runs axe-core on the page as it stands, or only on the elements that a selector matches. It takes formulas for
// nothing: a header that is one is not empty. The script comes over the debugger, which no policy of the page concerns.
func (p *tab) axe(rules, within string) []finding {
	p.Helper()
	if !eval[bool](p, "!!window.axe") {
		script, err := os.ReadFile(filepath.Join(root, "web", "node_modules", "axe-core", "axe.min.js"))
		if err != nil {
			p.Fatalf("%v: run `npm ci` in web/ (or `make deps`)", err)
		}
		eval[bool](p, string(script)+"\n;true")
	}
	context := "document"
	if within != "" {
		context = fmt.Sprintf("{include: Array.from(document.querySelectorAll(%q))}", within)
	}
	found, err := chromedp.Run(p.ctx,
		chromedp.Evaluate[[]finding](`axe.run(`+context+`,
		{runOnly: `+rules+`, resultTypes: ['violations']}).then((r) => r.violations.map((v) => ({...v,
			nodes: v.nodes.filter((n) => v.id !== 'empty-table-header' ||
				!n.html.includes('<math'))})).filter((v) => v.nodes.length).map((v) => ({
		Rule: v.id + ' (' + v.impact + ')', Help: v.help,
		Elements: v.nodes.slice(0, 8).map((n) => n.target.join(' ') + ': ' + n.html.slice(0, 160) + ' | ' + n.failureSummary.replace(/\s+/g, ' '))})))`, chromedp.EvalAwaitPromise)) // a large page takes its time
	p.do(err)
	return found
}

// mustPassAxe fails with every finding in the page.
func (p *tab) mustPassAxe(what, rules string) {
	p.Helper()
	p.mustPassAxeIn("", what, rules)
}

// mustPassAxeIn fails with every finding in what a selector matches.
func (p *tab) mustPassAxeIn(within, what, rules string) {
	p.Helper()
	if within != "" && p.count(within) == 0 {
		p.Errorf("%s: no %s to look at", what, within)
		return
	}
	for _, f := range p.axe(rules, within) {
		p.Errorf("%s: %s: %s\n\t%s", what, f.Rule, f.Help, strings.Join(f.Elements, "\n\t"))
	}
}

// openAll shows everything that a page can show: details, tables, errors, notices, what was copied, and the messages of
// the frame around the page. Of each table a few rows are left, all alike, for the sake of time: the charts are zoomed
// in on a month before their tables open.
func (p *tab) openAll() {
	p.Helper()
	if p.count("#evidence .plot") > 0 {
		p.readEvidence()
	}
	if p.count("#input-raw_onboarding_pib") > 0 {
		p.pasteInput(onboarding, "lots")
		p.pasteInput("fil_plus_rate_0", "120")
	}
	if p.count("#copy-markdown") > 0 {
		p.click("#copy-markdown")
		p.waitFor("what was copied", `document.getElementById('share-text').value !== ''`)
	}
	js[bool](p, `async () => {
		const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const u = Object.values((window.gasburden || {}).charts || {})[0];
		if (u) u.setScale('x', {min: u.data[0][100], max: u.data[0][130]});
		await next();
		// What opens may bring others with it.
		const closed = () => document.querySelectorAll('details:not([open]) > summary');
		for (let pass = 0; pass < 3; pass++) for (const summary of closed()) {
			if (!summary.parentElement.open) summary.click();
			await next();
			for (const body of summary.parentElement.querySelectorAll('.numbers tbody')) while (body.rows.length > 5) body.deleteRow(5);
		}
		for (const id of ['update',
			'crash']) if (document.getElementById(id)) document.getElementById(id).hidden = false;
		await next();
		return true;
	}`)
	if closed := p.count("details:not([open])"); closed > 0 {
		p.Errorf("%d details are closed", closed)
	}
}

// resize gives the window another width and theme.
func (p *tab) resize(width int, dark bool) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.EmulateViewport(int64(width), 900)))
	p.media("", &emulation.MediaFeature{Name: "prefers-color-scheme",
		Value: map[bool]string{false: "light", true: "dark"}[dark]})
	if p.count("#app") > 0 {
		p.settle()
	}
}

// everyone is the page in a state that has much to show.
const everyone = "?rates=0.1,0.3,0.5,0.7,0.9&adoption=logistic&messages=onboarding&hide=direct&unknown=1"

// Every page, at first sight and with everything open, wide and narrow, light and dark: nothing that axe-core objects
// to. At 640 px, which is a window of 1280 px at 200 %, and at 320 px, which is 400 %, nothing is lost and nothing
// scrolls sideways. What is to be hit can be hit.
func TestEveryPageIsAccessible(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(dist, "*.html"))
	if err != nil || len(files) < 3 {
		t.Fatalf("pages %q: %v", files, err)
	}
	addresses := []string{everyone, everyone + "&lang=zh-CN", "embed.html?controls=rates,fee,adoption"}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		preset := strings.Contains(string(text), `data-start="`) && name != "index.html"
		if name == "embed.html" || name == singleName || preset && name != "study.html" {
			continue // here with controls, there from the disk; presets' pages differ in a few words
		}
		addresses = append(addresses, name)
	}
	for _, address := range addresses {
		t.Run(strings.NewReplacer("?", "-", "&", "-", "=", "-").Replace(address), func(t *testing.T) {
			p := openTab(t, newServer(t), address, 1280, 900, false)
			// whose other forms the first address has
			p.accessible(!slices.Contains([]string{"index.html", "study.html"}, address))
		})
	}
	t.Run(singleName, func(t *testing.T) { openSingle(t, 390, true).accessible(false) })
}

// accessible is TestEveryPageIsAccessible for one page; if whole with everything open, else at first sight.
func (p *tab) accessible(whole bool) {
	p.Helper()
	if p.count("#app") > 0 {
		p.waitReady()
	}
	if !whole {
		p.mustPassAxe("at first sight", axeRules)
		return
	}
	p.openAll()
	chinese := eval[bool](p, `document.documentElement.lang === 'zh-CN'`)
	for _, l := range looksIn(chinese) {
		p.resize(l.width, l.dark)
		p.mustPassAxe(fmt.Sprintf("with everything open, %d px wide, dark %v", l.width, l.dark), axeRules)
		p.screenshot(fmt.Sprintf("open-%s-%d-%v",
			strings.NewReplacer("/", "", "?", "-").Replace(p.page[strings.LastIndex(p.page, "/"):]), l.width, l.dark))
		for _, bad := range p.crowded() {
			p.Errorf("%d px wide: %s", l.width, bad)
		}
	}
	if !chinese {
		p.onlyAtOneWidth("with everything open")
	}
	for _, width := range []int{640, 320} {
		p.resize(width, false)
		for _, bad := range p.sideways() {
			p.Errorf("%d px wide: %s", width, bad)
		}
	}
}

// What comes later is held to the same, in both languages: answers, a pinned run, snippets, a picture on the reader's
// own figures, what the page says of a bad link and refuses, and the dialog with a day's steps.
func TestAnswersAreAccessible(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"en", "zh-CN"} {
		t.Run(tag, func(t *testing.T) {
			p := explore(t, "?v=1&lang="+tag, 1280, false)
			check := func(what, within string) {
				for _, l := range looksIn(tag == "zh-CN") {
					p.resize(l.width, l.dark)
					name := fmt.Sprintf("%s, %d px wide, dark %v", what, l.width, l.dark)
					if l == looks[0] {
						// headings and landmarks are those of the whole page, in any language
						p.mustPassAxe(name, axeRules)
					} else {
						p.mustPassAxeIn(within, name, axeRules)
					}
					for _, bad := range p.crowded() {
						t.Errorf("%s, %d px wide: %s", what, l.width, bad)
					}
				}
				if tag == "en" {
					p.onlyAtOneWidth(what)
				}
				p.resize(320, false)
				for _, bad := range p.sideways() {
					t.Errorf("%s, 320 px wide: %s", what, bad)
				}
				p.resize(1280, false)
			}

			p.pickOwn(ownTable(t, doubledGas))
			p.waitFor("the figures to be in use",
				`document.getElementById('own-status').textContent.includes('my-days.csv')`)
			p.click("#pin")
			p.waitFor("the pinned run", `document.getElementById('pinned').textContent !== ''`)
			p.settle() // what is pinned is said above the button, and moves it
			p.click("#copy-markdown")
			p.waitFor("what was copied", `document.getElementById('share-text').value !== ''`)
			for _, details := range []string{"#share-preview", "#share-embed"} {
				p.click(details + " > summary")
				p.waitFor(details, fmt.Sprintf(`document.querySelector(%q).open`, details))
			}
			p.pasteInput("base_fee_nanofil", "0.7") // the run goes on without the pinned one
			p.settle()
			for _, name := range []string{"tornado", "breakeven"} {
				p.show(name)
			}
			p.setField("ensemble-runs", "50")
			p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
			p.answered("compare", func() {
				js[bool](p, typeSecondLink,
					"https://example.org/?v=1&snapshot=2025-09-09&fee=0.3&gas=regime&adoption=constant&share=0.5&lock=7")
				p.click("#explore-compare [type=submit]")
			})
			// The same picture by a bad link.
			js[bool](p, `() => (gasburden.open('#' + gasburden.request().query + '&unknown=1&lock=9'), true)`)
			p.waitFor("what is wrong with the link", `!document.getElementById('link-notices').hidden`)
			p.pasteInput(onboarding, "lots")
			p.waitFor("an illegal value to be refused", `!document.getElementById('error-`+onboarding+`').hidden`)
			js[bool](p, `() => (document.querySelector('#explore-breakeven [data-mark]').click(), true)`)
			p.mark("hero", "true")
			for what, selector := range map[string]string{
				"a pinned run": "#pinned", "its way back": "#pin-back-1", "own figures": "#own-status",
				"their notice": "#warned-hero:not([hidden])", "notices of the link": "#link-notices li",
				"an illegal value": "#error-" + onboarding,
				"what was copied":  "#share-text", "the snippet": "#embed-text",
				"shares of the gap": "#explore-compare .shares", "changes": "#explore-compare [data-field]",
				"curves": "#explore-compare canvas", "faults of the second link": "#explore-compare .notices li",
			} {
				if p.count(selector) == 0 {
					t.Errorf("%s is not on show", what)
				}
			}
			check("with answers", "#explore, #link-notices, .charts, #assumptions")
			p.screenshot("answers-" + tag)

			p.pickOwn(ownTable(t, func(text string) string { return "day,power\n" + text }))
			p.unanswered("breakeven", func() { p.setField("breakeven-target", "lots") })
			p.unanswered("compare", func() {
				js[bool](p, typeSecondLink, "hello")
				p.click("#explore-compare [type=submit]")
			})
			p.pasteInput("base_fee_nanofil", "0.8")
			p.waitFor("an answer that is stale", `!document.querySelector('#explore-ensemble .stale').hidden`)
			p.waitFor("the table to be refused", `document.getElementById('error-open-own').checkVisibility()`)
			if n := p.count("#explore-breakeven .error, #explore-compare .error"); n != 2 {
				t.Errorf("%d questions are refused, want 2", n)
			}
			check("with what it refuses", "#explore-breakeven, #explore-ensemble, #explore-compare, #share")

			p.explained(func() { p.click("#chart-hero .explain") })
			check("with a day's steps", "dialog.steps")
		})
	}
}
