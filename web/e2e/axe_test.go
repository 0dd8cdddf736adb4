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
const (
	axeRules = `{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}`
	// Those among them that a theme or a width can break by itself.
	lookRules = `{type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']}`
)

// axe runs axe-core on the page as it stands. It takes formulas for nothing: a header that is one is not empty. The script comes over the debugger, which no policy of the page concerns.
func (p *tab) axe(rules string) []finding {
	p.Helper()
	script, err := os.ReadFile(filepath.Join(root, "web", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		p.Fatalf("%v: run `npm ci` in web/ (or `make deps`)", err)
	}
	eval[bool](p, string(script)+"\n;true")
	found, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]finding](`axe.run(document, {runOnly: `+rules+`, resultTypes: ['violations']}).then((r) => r.violations.map((v) => ({...v,
			nodes: v.nodes.filter((n) => v.id !== 'empty-table-header' || !n.html.includes('<math'))})).filter((v) => v.nodes.length).map((v) => ({
		Rule: v.id + ' (' + v.impact + ')', Help: v.help,
		Elements: v.nodes.slice(0, 8).map((n) => n.target.join(' ') + ': ' + n.html.slice(0, 160) + ' | ' + n.failureSummary.replace(/\s+/g, ' '))})))`, chromedp.EvalAwaitPromise)) // a large page takes its time
	p.do(err)
	return found
}

// rulesOf are all rules for a wide light and a narrow dark window, and for the others what only looks decide.
func rulesOf(width int, dark bool) string {
	if dark == (width < 640) {
		return axeRules
	}
	return lookRules
}

// mustPassAxe fails with every finding.
func (p *tab) mustPassAxe(what, rules string) {
	p.Helper()
	for _, f := range p.axe(rules) {
		p.Errorf("%s: %s: %s\n\t%s", what, f.Rule, f.Help, strings.Join(f.Elements, "\n\t"))
	}
}

// openAll shows everything that a page can show: details, tables, errors, notices, what was copied, and the messages of
// the frame around the page. Of each table a few rows are left, all alike, for the sake of time.
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
		for (const summary of document.querySelectorAll('details:not([open]) > summary')) {
			if (!summary.parentElement.open) summary.click();
			await next();
			for (const body of summary.parentElement.querySelectorAll('.numbers tbody')) while (body.rows.length > 5) body.deleteRow(5);
		}
		const u = Object.values((window.gasburden || {}).charts || {})[0];
		if (u) u.setScale('x', {min: u.data[0][100], max: u.data[0][300]});
		for (const id of ['update', 'crash']) if (document.getElementById(id)) document.getElementById(id).hidden = false;
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
	p.media("", &emulation.MediaFeature{Name: "prefers-color-scheme", Value: map[bool]string{false: "light", true: "dark"}[dark]})
	if p.count("#app") > 0 {
		p.settle()
	}
}

// everyone is the page in a state that has much to show.
const everyone = "?rates=0.1,0.3,0.5,0.7,0.9&adoption=logistic&messages=onboarding&hide=direct&unknown=1"

// Every page, at first sight and with everything open, wide and narrow, light and dark: nothing that axe-core objects to.
// At 640 px, which is a window of 1280 px at 200 %, and at 320 px, which is 400 %, nothing is lost and nothing scrolls
// sideways. What is to be hit can be hit.
func TestEveryPageIsAccessible(t *testing.T) {
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
			p.accessible(!slices.Contains([]string{"index.html", "study.html"}, address)) // whose other forms the first address has
		})
	}
	t.Run(singleName, func(t *testing.T) { openSingle(t, 390, true).accessible(false) })
}

// accessible is TestEveryPageIsAccessible for one page; if whole in all its forms, else at first sight.
func (p *tab) accessible(whole bool) {
	p.Helper()
	if p.count("#app") > 0 {
		p.waitReady()
	}
	p.mustPassAxe("at first sight", axeRules)
	if !whole {
		return
	}
	p.openAll()
	for _, width := range []int{1280, 390} {
		for _, dark := range []bool{false, true} {
			p.resize(width, dark)
			p.mustPassAxe(fmt.Sprintf("with everything open, %d px wide, dark %v", width, dark), rulesOf(width, dark))
			p.screenshot(fmt.Sprintf("open-%s-%d-%v", strings.NewReplacer("/", "", "?", "-").Replace(p.page[strings.LastIndex(p.page, "/"):]), width, dark))
		}
		for _, bad := range p.crowded() {
			p.Errorf("%d px wide: %s", width, bad)
		}
	}
	for _, width := range []int{640, 320} {
		p.resize(width, false)
		for _, bad := range p.sideways() {
			p.Errorf("%d px wide: %s", width, bad)
		}
	}
}

// The answers that come later, and the dialog with a day's steps, are held to the same.
func TestAnswersAreAccessible(t *testing.T) {
	p := explore(t, "", 1280, false)
	for _, name := range []string{"tornado", "breakeven"} {
		p.show(name)
	}
	js[bool](p, `() => (document.getElementById('explore-ensemble').scrollIntoView(), true)`)
	p.setField("ensemble-runs", "50")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	check := func(what string) {
		for _, width := range []int{1280, 390} {
			for _, dark := range []bool{false, true} {
				p.resize(width, dark)
				p.mustPassAxe(fmt.Sprintf("%s, %d px wide, dark %v", what, width, dark), rulesOf(width, dark))
			}
			for _, bad := range p.crowded() {
				t.Errorf("%s, %d px wide: %s", what, width, bad)
			}
		}
		p.resize(320, false)
		for _, bad := range p.sideways() {
			t.Errorf("%s, 320 px wide: %s", what, bad)
		}
		p.resize(1280, false)
	}
	check("with answers")
	p.explained(func() { p.click("#chart-hero .explain") })
	check("with a day's steps")
}
