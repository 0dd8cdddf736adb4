package e2e

import (
	"path/filepath"
	"strings"
	"testing"
)

const singleName = "gasburden.html"

// openSingle opens the page that is one file from the disk. There is no server, and no name resolves.
func openSingle(t *testing.T, width int, dark bool) *tab {
	t.Helper()
	p := visit{address: "file://" + filepath.ToSlash(filepath.Join(dist, singleName)), width: width, height: 900,
		dark: dark, keeps: true}.open(t)
	p.waitReady()
	return p
}

func TestSingleFile(t *testing.T) {
	p := openSingle(t, 1280, false)
	for _, id := range laterChartIDs {
		if c := p.chartData(id); c.drawn() == 0 || len(c.X) < 1000 {
			t.Errorf("chart %s draws %d series of %d days", id, c.drawn(), len(c.X))
		}
	}
	if p.count("#crash") != 0 {
		t.Error("the crash message is visible")
	}
	p.screenshot("single")
	p.chooseOtherSnapshot()
	p.readEvidence()
	p.screenshot("single-evidence")
	if got := js[string](p, `() => document.querySelector('footer details pre').textContent`); len(got) < 10000 {
		t.Errorf("the licences are %d characters", len(got))
	}
	// Pictures, tables and text are made inside as well, and links lead to where others can follow them.
	p.click("#download-svg")
	p.said(".svg")
	p.readClipboard()
	p.click("#copy-link")
	p.said("the link")
	if got, want := p.clipboard(), js[string](p, `() => document.querySelector('[data-site]').dataset.site`)+
		"?v=2&snapshot=2026-04-20&model="+newest(t); got != want {
		t.Errorf("the link is %q, want %q", got, want)
	}
	p.dragRange("raw_onboarding_pib", 0.5)
	p.settle()
	p.waitFor("the address to follow", `/[?#].*onboarding=/.test(location.search + location.hash)`)

	// The questions and their history are inside too.
	js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
	p.waitFor("the questions", `document.querySelectorAll('#explore-cards [data-question]').length === 4`)
	p.show("tornado")
	if rows := p.count("#explore-tornado tbody tr"); rows != 8 {
		t.Errorf("the tornado shows %d assumptions: %s", rows, p.text("#explore-tornado .error"))
	}
	p.explained(func() { p.click("#chart-hero .explain") })
	site := js[string](p, `() => document.querySelector('[data-site]').dataset.site`)
	if link := js[string](p,
		`() => document.querySelector('dialog.steps a[href*="method.html"]').href`); !strings.HasPrefix(link,
		site+"method.html#eq-") {
		t.Errorf("a formula leads to %s", link)
	}
	p.press("\x1b")
	p.pickOption("#language", "zh-CN")
	p.inChinese()
	p.explained(func() { p.click("#chart-hero .explain") })
	if link := js[string](p, `() => document.querySelector('dialog.steps a[href*="#eq-"]').href`); !strings.HasPrefix(
		link, site+"method-zh-CN.html#eq-") {
		t.Errorf("in Chinese a formula leads to %s", link)
	}
	p.press("\x1b")

	// All that the browser fetched while the page was open; requests elsewhere fail every test of a tab.
	if got := js[[]string](p,
		`() => performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.startsWith('data:') &&
			!n.startsWith('blob:'))`); len(got) != 0 {
		t.Errorf("it asked for %q", got)
	}
	openSingle(t, 390, true).screenshot("single-390-dark")
}

// The site's own page does not run from a disk; it says which file does.
func TestSiteFromDisk(t *testing.T) {
	t.Parallel()
	p := visit{address: "file://" + filepath.ToSlash(filepath.Join(dist, "index.html")), width: 1280,
		height: 900}.open(t)
	p.allowErrors()
	p.waitFor("the crash message", `!document.getElementById('crash').hidden`)
	if got := p.text("#crash-text"); !strings.Contains(got, singleName) {
		t.Errorf("the crash message reads %q", got)
	}
	p.forgiveForeign() // its own files beside it
}
