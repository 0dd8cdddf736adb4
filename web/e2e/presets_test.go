package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// A preset's page says before the program has arrived what the program then computes, and opens its scenario; an
// address with a query of its own opens that.
func TestPresetPages(t *testing.T) {
	t.Parallel()
	inFile := regexp.MustCompile(`<span id="headline"[^>]*>(.*?)</span>`)
	headline := func(name string) string {
		m := inFile.FindSubmatch(readDist(t, name))
		if m == nil {
			t.Fatalf("%s has no headline", name)
		}
		return string(m[1])
	}
	shown := func(p *tab) string {
		return js[string](p, `() => document.getElementById('headline').innerHTML.replaceAll('&nbsp;', '\u00a0')`)
	}
	for name, pressed := range map[string]string{"index.html": "If FIL+ had stayed", "study.html": "The study of 2023",
		"refilled.html": "All refilled"} {
		p := openPage(t, name, 1280, 900, false)
		if got := shown(p); got != headline(name) {
			t.Errorf("%s says %q, its program %q", name, headline(name), got)
		}
		if got := js[string](p, `() => {
			const at = document.querySelector('.presets [aria-pressed=true]');
			return at ? (at.querySelector('b') || at).textContent : '';
		}`); got != pressed {
			t.Errorf("%s opens the preset %q, want %q", name, got, pressed)
		}
	}
	p := openPage(t, "study.html?v=1&rates=0.5&fee=2", 1280, 900, false)
	if got := p.chartData("hero"); got.drawn() == 0 ||
		shown(p) == headline("study.html") {
		t.Error("study.html does not open the scenario of its query")
	}
	// What says nothing of the scenario leaves the page's own, and a single assumption lies over it.
	q := openPage(t, "today.html?zoom=2026-01-01_2026-06-01", 1280, 900, false)
	if got := shown(q); got != headline("today.html") {
		t.Errorf("with a zoom, today.html says %q, want %q", got, headline("today.html"))
	}
	q = openPage(t, "today.html?fee=2", 1280, 900, false)
	if query := q.query(); !strings.Contains(query, "snapshot=2025-09-09") || !strings.Contains(query, "fee=2") ||
		!strings.Contains(query, "share=0.11") {
		t.Errorf("with a base fee, today.html becomes %q", query)
	}
}

// Once a preset's page shows another scenario, neither its tab nor its address names the preset any more: who copies
// the address would post the preview of something else.
func TestPresetPageIsLeft(t *testing.T) {
	t.Parallel()
	p := openPage(t, "today.html", 390, 800, false)
	state := func() (s struct {
		Path, Title string
		Seen        bool
	}) {
		return js[struct {
			Path, Title string
			Seen        bool
		}](p, `() => {
			const shown = document.querySelector('.presets > [aria-pressed=true], .presets [data-on=true]'),
				at = shown?.getBoundingClientRect();
			return {Path: location.pathname.replace(/.*\//, ''), Title: document.title,
				Seen: !!at && at.left >= 0 && at.right <= innerWidth};
		}`)
	}
	const general, today = "What does publishing FIL+ deals cost the network? · gasburden", "Network of September 2025"
	if s := state(); s.Path != "today.html" || !strings.HasPrefix(s.Title, today) || !s.Seen {
		t.Errorf("as it opens: %+v", s)
	}
	p.choose("denominator", "outflow")
	p.waitQuery("by=outflow")
	if s := state(); s.Path != "today.html" || !strings.HasPrefix(s.Title, today) {
		t.Errorf("by another flow: %+v", s)
	}
	p.click("#preset-study")
	p.waitQuery("snapshot=2023-07-31")
	p.settle()
	if s := state(); s.Path != "" || s.Title != general || !s.Seen {
		t.Errorf("with another preset: %+v", s)
	}
	p.pickOption("#language", "zh-CN")
	p.waitFor("Chinese", `document.documentElement.lang === 'zh-CN' && location.search.includes('lang=zh-CN')`)
	if s := state(); s.Path != "index-zh-CN.html" || !strings.HasSuffix(s.Title, "代价？ · gasburden") {
		t.Errorf("in Chinese: %+v", s)
	}
	q := openPage(t, js[string](p, `() => location.href.replace(/.*\//, '')`), 1280, 900, false)
	if pressed := js[string](q,
		`() => document.querySelector('.presets [aria-pressed=true]').id`); pressed != "preset-study" {
		t.Errorf("its address opens %s", pressed)
	}
}

// A page on which one preset after another was chosen says the same as one that its address opens: nothing of an
// earlier scenario is left, which Vugu would leave where a list came to be empty.
func TestNothingOfAnEarlierPresetIsLeft(t *testing.T) {
	t.Parallel()
	const said = `() => Array.from(document.querySelectorAll(
		'.intro, #link-notices, #outdated, #preset-hint, #sums, .figure .warned, .filled'),
		(e) => e.checkVisibility() ? e.innerText : '').join('\n---\n') +
		'\n---\nthe axis ends at ' + gasburden.charts.hero.scales.y.max.toPrecision(6)`
	p := openPage(t, "", 1280, 900, false)
	p.click("#sums-part > summary")
	for _, preset := range []string{"solstice", "study", "stayed", "% of supply"} {
		if preset == "% of supply" {
			p.choose("denominator", "circulating")
			p.waitQuery("by=circulating")
		} else {
			p.click("#preset-" + preset)
			p.waitFor(preset, fmt.Sprintf(`!!document.querySelector('#preset-%s[aria-pressed=true]')`, preset))
		}
		p.settle()
		q := openPage(t, js[string](p, `() => location.search`), 1280, 900, false)
		q.click("#sums-part > summary")
		q.settle()
		got, want := js[string](p, said), js[string](q, said)
		if got != want || len(want) < 300 {
			t.Errorf("%s: chosen, the page says\n%s\nits address opens to\n%s", preset, got, want)
		}
	}
}
