package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// inChinese waits until frame and program speak Chinese.
func (p *tab) inChinese() {
	p.Helper()
	p.waitFor("Chinese", `document.documentElement.lang === 'zh-CN' &&
		/[\u4e00-\u9fff]/.test(document.getElementById('headline').textContent)`)
	p.settle()
	p.whole()
}

// whole fails where a character was cut in two on its way from the program.
func (p *tab) whole() {
	p.Helper()
	if cut := js[string](p, `() => (/.{0,20}\ufffd.{0,20}/.exec(document.body.textContent) || [''])[0]`); cut != "" {
		p.Errorf("the page says %q", cut)
	}
}

func (p *tab) inEnglish() {
	p.Helper()
	p.waitFor("English", `document.documentElement.lang === 'en' &&
		/^[A-Z][^\u4e00-\u9fff]+$/.test(document.getElementById('headline').textContent)`)
	p.settle()
	p.whole()
}

// latin are words of English: so many Latin letters in a row.
var latin = regexp.MustCompile(`[A-Za-z]{4,}`)

// names may stand in Chinese texts in Latin letters: names, units and messages of the protocol.
var names = strings.Fields(`gasburden DirectFIL Filecoin MechaFIL CryptoEconLab PublishStorageDeals PreCommit ProveCommit Starboard
	Spacescope nanoFIL Tgas Ggas Mgas Solstice JSON Markdown GitHub Discourse oEmbed network daily English
	WAPE Page Down`)

// leftInEnglish is a JavaScript function that takes the names above and lists the English words of a page that should
// be Chinese, each with some of the text around it. What the browser says by itself is not of the page.
const leftInEnglish = `(names) => {
	const parts = [document.title, document.body.innerText];
	for (const el of document.querySelectorAll('[aria-label], [title], [aria-valuetext]')) {
		for (const name of ['aria-label', 'title', 'aria-valuetext']) parts.push(el.getAttribute(name) || '');
	}
	const text = parts.join('\n'), left = [];
	for (const {0: word, index} of text.matchAll(/[A-Za-z]{4,}/g)) {
		if (!names.includes(word)) left.push(word + ' in "' + text.slice(Math.max(0, index - 30), index + 30) + '"');
	}
	return left;
}`

// mustBeChinese waits until no English is left, and fails with what is. Frame, program, evidence and answers change one
// after the other, and what is spoken to those who listen follows when the headline has stood still for a second.
func (p *tab) mustBeChinese(what string) {
	p.Helper()
	list, err := json.Marshal(names)
	p.do(err)
	left := fmt.Sprintf("(%s)(%s)", leftInEnglish, list)
	_, err = chromedp.Run(p.ctx, chromedp.Poll[bool](left+".length === 0",
		chromedp.WithPollingInterval(100*time.Millisecond), chromedp.WithPollingTimeout(patience)))
	if errors.Is(err, chromedp.ErrPollingTimeout) {
		p.Errorf("%s: left in English: %q", what, eval[[]string](p, left))
	} else {
		p.do(err)
	}
}

// The reader switches, everything follows, and the link keeps it.
func TestSwitchLanguage(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 1000, false)
	if got := js[[]string](p,
		`() => performance.getEntriesByType('resource').map((e) => e.name).filter((name) => name.includes('zh-CN'))`); len(got) > 0 {
		t.Errorf("a page in English loads %q", got)
	}
	english := p.text("#headline")
	section := p.text("#evidence")
	p.pickOption("#language", "zh-CN")
	p.inChinese()
	p.waitQuery("lang=zh-CN")
	if got := eval[string](p, `location.pathname`); !strings.HasSuffix(got, "/index-zh-CN.html") {
		t.Errorf("the address is %s", got)
	}
	p.mustBeChinese("the page")
	p.readEvidence()
	p.mustBeChinese("with the evidence")
	for selector, want := range map[string]string{
		"#chart-hero .readout-day": "2024年7月15日", ".tile dd": " 万", "#evidence-title": "这些结果有多可靠？",
		"#title-fit": "预测的与实际的 Gas", "footer": "Starboard 与 Spacescope",
	} {
		if got := p.text(selector); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q", selector, got, want)
		}
	}
	if got := p.text(".readout-values"); !strings.Contains(got, "4.2%") || strings.Contains(got, " %") {
		t.Errorf("the readout says %q", got)
	}
	// Questions are asked and answered in it, and a day is explained.
	js[bool](p, `() => { document.getElementById('explore').scrollIntoView(); return true; }`)
	p.waitFor("an answer", `(document.querySelector('#explore-tornado .answer') || {}).textContent > '' &&
		document.querySelector('#explore-title').textContent === '什么会改变结论？'`)
	p.mustBeChinese("with Explore")
	js[bool](p, `() => { window.gasburden.showSteps('2024-07-15'); return true; }`)
	p.waitFor("the steps", `((document.querySelector('#steps-title') || {}).textContent || '').includes('2024年7月15日')`)
	if got := js[string](p, `() => document.querySelector('dialog.steps').textContent`); !strings.Contains(got,
		"订单算力") || !strings.Contains(got, "第 1 步") {
		t.Errorf("the steps say %.300q", got)
	}
	p.click("[data-close]")
	// What is wrong is said in the language of the page, whenever it changes.
	p.setInput("base_fee_nanofil", "abc")
	p.waitFor("the error", `document.getElementById('error-base_fee_nanofil').textContent ===
		'基础费：“abc”不是数字。请输入 0 至 1000\u00a0nanoFIL。'`)
	p.pickOption("#language", "en")
	p.inEnglish()
	if got := p.text("#error-base_fee_nanofil"); got != "Base fee: “abc” is not a number. Enter 0 to 1000 nanoFIL." {
		t.Errorf("the error is %q", got)
	}
	p.waitQuery("lang=en") // asked for, so it holds in a browser of another language too
	if got := p.text("#headline"); got != english {
		t.Errorf("back in English the headline is %q, was %q", got, english)
	}
	if got := p.text("#evidence"); len(got) < len(section) ||
		p.text("#evidence-title") != "How well does this hold?" {
		t.Errorf("the evidence is %.200q", got)
	}
}

// The page of a preset in Chinese is Chinese before its program is here; English comes from its twin when it is asked
// for, and the address is that of the page in the language.
func TestChinesePage(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	p := openTab(t, s, "study-zh-CN.html", 1280, 1000, false)
	p.waitReady()
	p.inChinese()
	chinese := p.text("#headline")
	if !strings.Contains(chinese, "6.6%") {
		t.Errorf("the study's headline is %q", chinese)
	}
	p.mustBeChinese("the page")
	address := func() string { return eval[string](p, `location.pathname.split('/').pop()`) }
	if got := eval[bool](p, `performance.getEntriesByType('resource').some((e) => e.name.includes('study.html'))`); got {
		t.Error("it loads the English page before anyone asks for English")
	}
	p.readEvidence()
	p.pickOption("#language", "en")
	p.inEnglish()
	p.waitQuery("lang=en")
	for what, want := range map[string]string{
		`document.title`: "The study of 2023: what publishing FIL+ deals costs the Filecoin network",
		`document.querySelector('[name=description]').content.slice(0, 10)`:   "The study’",
		`document.querySelector('nav').getAttribute('aria-label')`:            "On this page",
		`document.querySelector('#evidence-title').textContent`:               "How well does this hold?",
		`document.getElementById('crash-title').textContent`:                  "The simulator did not start",
		`document.querySelector('#title-fit').textContent`:                    "Predicted and realised gas",
		`document.querySelector('[data-language-page]').getAttribute('href')`: "method.html",
		`document.getElementById('language').value`:                           "en",
	} {
		if got := eval[string](p, what); got != want {
			t.Errorf("in English %s is %q, want %q", what, got, want)
		}
	}
	if address() != "study.html" {
		t.Errorf("in English the address is %s", address())
	}
	p.pickOption("#language", "zh-CN")
	p.inChinese()
	p.waitQuery("lang=zh-CN")
	p.mustBeChinese("back in Chinese")
	if address() != "study-zh-CN.html" || p.text("#headline") != chinese {
		t.Errorf("back in Chinese the address is %s, the headline %q", address(), p.text("#headline"))
	}
	// Where the program does not arrive, the page says so in its own language.
	s.setFault(answerNotFound("app.wasm.xz"))
	q := openTab(t, s, "study-zh-CN.html", 800, 800, false)
	q.allowErrors()
	q.waitFor("the crash box", `!document.getElementById('crash').hidden`)
	if got := q.text("#crash"); !strings.Contains(got, "模拟器未能启动") || !strings.Contains(got, "重新载入") ||
		latin.MatchString(strings.Split(got, "技术")[0]) {
		t.Errorf("it says %q", got)
	}
	if got := q.text("#headline"); got != chinese {
		t.Errorf("the headline is %q, was %q", got, chinese)
	}
}

// Whoever's browser prefers Chinese gets it, in every spelling of the tag; a link's own language comes first.
func TestBrowserLanguage(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	for _, c := range []struct{ languages, query, want string }{
		{`["zh-TW","en"]`, "", "zh-CN"},
		{`["de-DE","zh-Hans-CN","en"]`, "", "zh-CN"},
		{`["en-US","zh-CN"]`, "", "en"},
		{`["fr"]`, "", "en"},
		{`["zh"]`, "?v=1&lang=en", "en"},
		{`["en"]`, "?v=1&lang=zh", "zh-CN"},
		{`["en"]`, "today-zh-CN.html", "zh-CN"},
		{`["zh"]`, "today-zh-CN.html?v=1&lang=en", "en"},
	} {
		p := visit{server: s, address: s.url + c.query, width: 800, height: 800, languages: c.languages}.open(t)
		p.waitReady()
		if c.want == "en" {
			p.inEnglish()
		} else {
			p.inChinese()
		}
		if got := eval[string](p, `document.getElementById('language').value`); got != c.want {
			t.Errorf("%s, %s: the list shows %s", c.languages, c.query, got)
		}
	}
}

// A link in Chinese opens to the same curves, says what was wrong with it, and its results come out in Chinese.
func TestChineseLink(t *testing.T) {
	p := openPage(t, "?v=1&fee=0.7&by=outflow&lock=9&x=1&lang=zh-CN", 1280, 1000, false)
	p.inChinese()
	if got := p.text("#link-notices"); !strings.Contains(got, "链接中没有“x”这个名称") ||
		!strings.Contains(got, "lock_target 为 9，应为：0..1 之间的数") {
		t.Errorf("the notices are %q", got)
	}
	p.readClipboard()
	p.click("#copy-link")
	p.said("已复制：链接")
	link := p.clipboard()
	if !strings.Contains(link, "/index-zh-CN.html?") || !strings.Contains(link, "lang=zh-CN") ||
		!strings.Contains(link, "fee=0.7") {
		t.Errorf("copied %q", link)
	}
	p.click("#copy-markdown")
	p.said("Markdown")
	markdown := p.clipboard()
	for _, part := range []string{"基础费 **0.7 nanoFIL**", "2023年7月31日的网络",
		"第 " + newest(t) + " 版", link, "**假设**："} {
		if !strings.Contains(markdown, part) {
			t.Errorf("no %q in the Markdown:\n%s", part, markdown)
		}
	}
	for _, word := range []string{"Assumption", "changed", "network", "figures"} {
		if strings.Contains(markdown, word) {
			t.Errorf("%q in the Markdown:\n%s", word, markdown)
		}
	}
	_, query, _ := strings.Cut(link, "?")
	q := openPage(t, "?"+query, 1280, 1000, false)
	q.inChinese()
	if q.text("#headline") != p.text("#headline") {
		t.Errorf("the link opens to %q, was %q", q.text("#headline"), p.text("#headline"))
	}
	if got, want := string(command(t, "card", "-link", query, "-address", "x")), "负担"; !strings.Contains(got, want) {
		t.Errorf("the command line draws no %q", want)
	}
}

// The frame speaks before the program is here, and goes on in English where the catalogue does not arrive.
func TestCatalogueMissing(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(answerNotFound("data/text-zh-CN.json"))
	p := openTab(t, s, "?v=1&lang=zh-CN", 800, 800, false)
	p.allowErrors()
	p.waitReady()
	p.inEnglish()
	p.pickOption("#language", "zh-CN")
	p.waitFor("the page to say so",
		`document.getElementById('language-status').textContent.includes('could not be loaded') &&
			document.getElementById('language').value === 'en'`)
}

// On every width and in either theme nothing of the Chinese page is wider than the window.
func TestChineseFits(t *testing.T) {
	t.Parallel()
	for _, width := range []int{360, 768, 1600} {
		p := openPage(t, "?v=1&lang=zh-CN", width, 900, false)
		p.inChinese()
		p.readEvidence()
		for _, dark := range []bool{false, true} {
			p.resize(width, dark)
			wide := js[[]string](p, `() => {
				const out = [], most = document.documentElement.clientWidth + 1;
				for (const el of document.querySelectorAll('body *')) {
					if (!el.checkVisibility() || el.closest('.scroll, .errors, .heard, .presets, .top nav')) continue;
					const box = el.getBoundingClientRect();
					if (box.right > most || el.matches('button, label, legend, dt, dd, .chip, h1, h2, h3') &&
						el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 &&
						getComputedStyle(el).display !== 'inline') out.push(el.tagName + ' ' +
						(el.id || el.className) + ' ' + Math.round(box.right));
				}
				return out;
			}`)
			if len(wide) > 0 {
				t.Errorf("at %d px too wide: %q", width, wide)
			}
			p.screenshot(fmt.Sprintf("chinese-%d-%v", width, dark))
		}
	}
	e := openPage(t, "embed.html?v=1&lang=zh-CN&controls=fee,rates,adoption", 600, 900, false)
	e.inChinese()
	e.mustBeChinese("the embedded chart")
	e.screenshot("chinese-embed")
}

// What the site has of Chinese stays out of the first view, and is small.
func TestChineseIsLoadedWhenUsed(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join(dist, "data", "text-zh-CN.json"))
	if err != nil {
		t.Fatal(err)
	}
	var held struct {
		Pages map[string]struct{ Title, Headline, Material string }
	}
	if err := json.Unmarshal(data, &held); err != nil {
		t.Fatal(err)
	}
	if len(held.Pages) < 5 || !strings.Contains(held.Pages["study"].Headline, "FIL+ 占比为") ||
		!strings.HasPrefix(held.Pages["study"].Title, "2023年研究") {
		t.Errorf("%+v", held.Pages)
	}
}
