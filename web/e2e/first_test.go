package e2e

import (
	"fmt"
	"testing"
)

// The page answers before anything is opened: it is short, has few words and few stops of the Tab key, and the charts
// that nobody sees are not drawn.
func TestFirstView(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		width, height int
		screens       float64
	}{{1440, 900, 3.5}, {390, 844, 6}} {
		t.Run(fmt.Sprint(size.width), func(t *testing.T) {
			p := openTab(t, newServer(t), "", size.width, size.height, false)
			p.waitFor("the page", `!!window.gasburden && window.gasburden.ready === true && !!(gasburden.charts || {}).hero`)
			p.settle()
			seen := js[struct {
				Screens, Slider, Answer float64
				Words, Stops, Charts    int
			}](p, `() => {
				const seen = (e) => e.checkVisibility({visibilityProperty: true});
				const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				let words = 0;
				while (texts.nextNode()) {
					const {data, parentElement: e} = texts.currentNode;
					if (e && !/SCRIPT|STYLE|NOSCRIPT|OPTION/.test(e.tagName) && seen(e) && !e.closest('.heard, .keys, .skip'))
						words += data.trim().split(/\s+/).filter(Boolean).length;
				}
				const groups = new Set(), stops = Array.from(document.querySelectorAll(
					'a[href], button, input, select, textarea, summary, [tabindex="0"]')).filter((e) => {
					if (e.disabled || !seen(e) || e.tabIndex < 0 || groups.has(e.name)) return false;
					if (e.type === 'radio') groups.add(e.name);
					return true;
				});
				const bottom = (s) => document.querySelector(s).getBoundingClientRect().bottom / innerHeight;
				return {Screens: document.documentElement.scrollHeight / innerHeight, Words: words, Stops: stops.length,
					Slider: bottom('#range-raw_onboarding_pib'), Answer: bottom('#headline'),
					Charts: Object.keys(gasburden.charts).length};
			}`)
			if seen.Screens > size.screens || seen.Words > 800 || seen.Stops > 60 || seen.Charts != 2 ||
				seen.Slider > 1.5 || seen.Answer > 0.6 || seen.Words < 200 || seen.Stops < 30 {
				t.Errorf("%+v", seen)
			}
			t.Logf("%+v", seen)
			p.screenshot(fmt.Sprint("first-", size.width))
			p.click("#panels-part > summary")
			p.waitFor("the panels", `Object.keys(gasburden.charts).length === 8`)
			p.settle()
			if got := p.chartData("gas-over-netflow"); got.drawn() == 0 {
				t.Error("the panels are empty")
			}
			p.click("#network-part > summary")
			p.waitFor("the network's charts", `Object.keys(gasburden.charts).length === 20`)
			p.settle()
			if got := p.chartData("sector-roi"); got.drawn() == 0 {
				t.Error("the network's charts are empty")
			}
			p.screenshot(fmt.Sprint("network-", size.width))
		})
	}
}

// A link to a part of the page opens it.
func TestLinksOpenParts(t *testing.T) {
	t.Parallel()
	p := openTab(t, newServer(t), "", 1280, 900, false)
	p.waitFor("the page", `!!window.gasburden && window.gasburden.ready === true && !!(gasburden.charts || {}).hero`)
	for link, fold := range map[string]string{`.lede a[href="#method"]`: "method-part",
		`.lede a[href="#evidence"]`: "evidence-part"} {
		if js[bool](p, `(id) => document.getElementById(id).open`, fold) {
			t.Errorf("%s is open already", fold)
		}
		p.click(link)
		p.waitFor(fold, fmt.Sprintf(`document.getElementById(%q).open`, fold))
	}
}
