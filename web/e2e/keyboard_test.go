package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A stop is an element that Tab comes to.
type stop struct {
	Name      string
	Indicator bool // it shows that it has the focus
	InView    bool
	Again     bool // it was a stop before
	Outside   bool // the page is over
}

// tabOn presses Tab and says where that leads. Stops are kept in window.stops.
func (p *tab) tabOn() stop {
	p.Helper()
	p.press("\t")
	return js[stop](p, `async () => {
		const e = document.activeElement, stops = window.stops = window.stops || [];
		if (!e || e === document.body || e === document.documentElement) return {Outside: true};
		const again = stops.includes(e);
		stops.push(e);
		const ring = (el) => { const s = el && getComputedStyle(el); return !!s && s.outlineStyle !== 'none' &&
			parseFloat(s.outlineWidth) >= 2; };
		const frame = e.closest('.entry');
		const shown = e.matches('input[type=radio]') ? e.nextElementSibling : e; // drawn by its label
		const inView = () => {
			const r = shown.getBoundingClientRect();
			return r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
		};
		// A chart that is drawn meanwhile moves what stands below it, and the browser scrolls after it.
		for (let frames = 0; !inView() && frames < 30; frames++) await new Promise(requestAnimationFrame);
		return {
			Name: e.id || e.className || e.textContent.trim().slice(0, 30) || e.tagName, Again: again,
			Indicator: e.matches(':focus-visible') &&
				(ring(shown) || frame && getComputedStyle(frame).boxShadow !== 'none'),
			InView: inView(),
		};
	}`)
}

// walk tabs through the page from its top and returns the names of the stops.
func (p *tab) walk() []string {
	p.Helper()
	js[bool](p, `() => {
		const start = document.createElement('span'); // where Tab starts from
		start.tabIndex = -1;
		document.body.prepend(start);
		start.focus();
		window.stops = [];
		return true;
	}`)
	var names []string
	for range 400 {
		s := p.tabOn()
		if s.Outside || s.Again {
			break
		}
		names = append(names, s.Name)
		if !s.Indicator {
			p.Errorf("%s has the focus and does not show it", s.Name)
		}
		if !s.InView {
			p.Errorf("%s has the focus and is out of view", s.Name)
		}
	}
	return names
}

// unordered lists pairs of stops whose order is not that in which they are read: the later one lies wholly above the
// earlier, or beside it on the wrong side.
func (p *tab) unordered() []string {
	p.Helper()
	return eval[[]string](p, `(() => {
		scrollTo(0, 0);
		const bad = [], chain = (e) => { const up = []; for (; e; e = e.parentElement) up.unshift(e); return up; };
		for (let i = 1; i < window.stops.length; i++) {
			const a = chain(window.stops[i - 1]), b = chain(window.stops[i]);
			let k = 0;
			while (a[k] === b[k]) k++;
			if (!a[k] || !b[k] || a[k].closest('.skip') || getComputedStyle(a[k]).position === 'absolute') continue;
			const p = a[k].getBoundingClientRect(), q = b[k].getBoundingClientRect();
			const above = q.bottom <= p.top + 1, left = q.right <= p.left + 1 && q.top < p.bottom - 1 &&
				q.top <= p.top + 8;
			if (above || left) bad.push((a[k].id || a[k].className) + ' before ' + (b[k].id || b[k].className));
		}
		return bad;
	})()`)
}

// Everything can be reached with Tab, in the order in which it is read, shows its focus, and lets go of it.
func TestTabThroughThePage(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"", "embed.html?controls=rates,fee,adoption"} {
		for _, width := range []int{390, 1280} {
			t.Run(fmt.Sprintf("%s-%d", strings.TrimSuffix("page"+address, "?controls=rates,fee,adoption"), width),
				func(t *testing.T) {
					p := openTab(t, newServer(t), address, width, 900, false)
					p.waitReady()
					p.openAll()
					js[bool](p, `() => { for (const id of ['update', 'crash']) { const e = document.getElementById(id);
						if (e) e.hidden = true; } return true; }`)
					// The keys of a chart promise no more than there is.
					if says, can := strings.Contains(p.text("#keys-hero"), "Enter"), address == ""; says != can ||
						strings.Contains(p.text("#keys-hero"), "{") {
						t.Errorf("the keys of the chart are %q", p.text("#keys-hero"))
					}
					// with the buttons of the answers, and none that is there only while an answer is made
					if address == "" {
						js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
						p.waitFor("the questions",
							`document.querySelectorAll('#explore-cards [data-question]').length === 4`)
						p.show("tornado")
						p.show("breakeven")
					}
					names := p.walk()
					missed := eval[[]string](p, `Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
					.filter((e) => !e.disabled && e.checkVisibility({visibilityProperty: true}) &&
						!window.stops.includes(e) &&
						!(e.type === 'radio' && window.stops.some((s) => s.name === e.name)))
					.map((e) => e.id || e.className || e.textContent.trim())`)
					if len(missed) > 0 {
						t.Errorf("never reached by Tab: %q\nreached: %q", missed, names)
					}
					if bad := p.unordered(); len(bad) > 0 {
						t.Errorf("not in reading order: %q", bad)
					}
					if address == "" && (len(names) < 60 || !strings.HasPrefix(names[0], "skip")) {
						t.Errorf("the stops are %q", names)
					}
					t.Logf("%d stops", len(names))
				})
		}
	}
}

// The first stops lead past the frame of the page.
func TestSkipLinks(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	p.press("\t")
	if at := js[string](p, `() => document.activeElement.getAttribute('href')`); at != "#answer" {
		t.Fatalf("the first stop is %q", at)
	}
	if top := js[float64](p, `() => document.activeElement.getBoundingClientRect().top`); top < 0 {
		t.Error("the link has the focus and does not show")
	}
	p.screenshot("skip")
	p.press("\t")
	p.press(kb.Enter)
	p.press("\t")
	if at := js[string](p, `() => document.activeElement.id`); at != "reset-all" {
		t.Errorf("after the skip to the assumptions, Tab leads to %q", at)
	}
}

// focused is the id of the element that has the focus.
func (p *tab) focused() string {
	p.Helper()
	return js[string](p, `() => document.activeElement === document.body ? 'nothing' : document.activeElement.id ||
		document.activeElement.className`)
}

// A render, which writes every attribute again, leaves the focus where it is.
func TestFocusSurvivesRenders(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?unknown=1", 1280, 900, false)
	p.click("details.more > summary")
	p.click("#share-embed > summary")
	p.settle()
	js[bool](p, `() => {
		const unit = document.getElementById('view-unit'), values = Array.from(unit.options, (o) => o.value);
		const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const all = Array.from(document.querySelectorAll('#app :is(a[href], button, input, select, textarea, summary, [tabindex="0"])'))
			.filter((e) => !e.disabled && e.checkVisibility({visibilityProperty: true}));
		let n = 0;
		window.renderUnder = async (few) => { // the next few controls: which lost the focus, and how many are left
			const lost = [];
			for (const e of all.splice(0, few)) {
				if (e.disabled || !e.checkVisibility({visibilityProperty: true})) continue;
				e.focus();
				unit.value = values[n++ % values.length];
				unit.dispatchEvent(new Event('change', {bubbles: true}));
				await next();
				if (document.activeElement !== e) lost.push(e.id || e.className);
			}
			return {lost, left: all.length, done: n};
		};
		return true;
	}`)
	var lost []string
	for left := 1; left > 0; {
		some := js[struct {
			Lost       []string
			Left, Done int
		}](p, `() => window.renderUnder(20)`) // each has the patience of one step
		if left = some.Left; left == 0 && some.Done < 50 {
			t.Errorf("only %d controls", some.Done)
		}
		lost = append(lost, some.Lost...)
	}
	if len(lost) > 0 {
		t.Errorf("the focus was lost from %q", lost)
	}
}

// Where a button goes away by what it does, the focus goes to what is nearest.
func TestFocusAfterAButtonIsGone(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?unknown=1", 1280, 900, false)
	press := func(id, what, want string) {
		t.Helper()
		js[bool](p, `(id) => { const e = document.querySelector(id); e.scrollIntoView({block: 'center'}); e.focus();
			return true; }`, id)
		p.press(kb.Enter)
		p.settle()
		p.waitFor("the focus to find a place",
			`document.activeElement !== document.body &&
				document.activeElement.checkVisibility({visibilityProperty: true}) && !document.activeElement.disabled`)
		if got := p.focused(); got != want {
			t.Errorf("%s: the focus is on %q, want %q", what, got, want)
		}
	}
	press("#dismiss-notices", "notices dismissed", "preset-stayed")
	press("#preset-study", "a preset chosen", "preset-study")
	press("#add-rate", "a fourth rate", "add-rate")
	press("#add-rate", "the fifth rate", "input-fil_plus_rate_0")
	press("#remove-rate-1", "the second of five rates removed", "remove-rate-1")
	press("#remove-rate-3", "the last of four rates removed", "reset-fil_plus_rate_2")
	press("#remove-rate-0", "the first of three removed", "remove-rate-0")
	press("#remove-rate-0", "the first of two removed", "range-fil_plus_rate_0")
	press("#reset-all", "all reset", "reset-all")
	p.setInput("base_fee_nanofil", "0.9")
	p.settle()
	press("#reset-base_fee_nanofil", "a control reset", "range-base_fee_nanofil")
	js[bool](p, `() => (document.querySelector("details.more > summary").focus(), true)`)
	p.press(kb.Enter)
	p.settle()
	if got := js[string](p, `() => document.activeElement.tagName + document.activeElement.parentElement.open`); got != "SUMMARYtrue" {
		t.Errorf("more assumptions opened: the focus is on %q", got)
	}
	js[bool](p, `() => (document.querySelector("#chart-hero .u-over").focus(), true)`)
	p.press("+")
	p.settle()
	press("#chart-hero .zoom-out", "the whole period shown", "u-over")
}
