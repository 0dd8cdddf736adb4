package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// watchSpoken notes what the live region for the headline says.
func (p *tab) watchSpoken() {
	p.Helper()
	js[bool](p, `() => {
		window.heard = [];
		const spoken = document.getElementById('spoken');
		new MutationObserver(() => window.heard.push(spoken.textContent)).observe(spoken,
			{childList: true, characterData: true, subtree: true});
		return true;
	}`)
}

func (p *tab) heard() []string {
	p.Helper()
	return eval[[]string](p, `window.heard`)
}

// counting replaces the page's timers by such as are counted while they are due, so that a test can wait until the page
// has nothing in hand, for as long as that takes and no longer. Those of more than five seconds wait for the reader.
const counting = `(() => {
	const due = new Set(), start = window.setTimeout, stop = window.clearTimeout;
	window.setTimeout = (work, ms, ...args) => {
		const id = start((...all) => (due.delete(id), work(...all)), ms, ...args);
		if (!(ms > 5000)) due.add(id);
		return id;
	};
	window.clearTimeout = (id) => (due.delete(id), stop(id));
	window.atRest = async () => {
		for (let calm = 0; calm < 6; calm = due.size ? 0 : calm +
			1) await new Promise((next) => requestAnimationFrame(next));
		return true;
	};
})()`

// openCounted opens a page whose timers are counted.
func openCounted(t testing.TB, query string) *tab {
	t.Helper()
	s := newServer(t)
	p := visit{server: s, address: s.url + query, width: 1280, height: 900, before: counting}.open(t)
	p.waitReady()
	return p
}

// atRest waits until no timer of the page has been due for several frames.
func (p *tab) atRest() {
	p.Helper()
	eval[bool](p, `window.atRest()`)
}

// The headline is spoken once what the reader does has come to rest, and only then.
func TestHeadlineIsSpokenAtRest(t *testing.T) {
	t.Parallel()
	p := openCounted(t, "?fee=0.7") // the link's headline replaces the default's
	p.watchSpoken()
	if live := p.count(`#headline[aria-live], #headline[role=status], [aria-live] #headline, [role=status] #headline`); live != 0 {
		t.Error("the headline on show is a live region")
	}
	p.atRest()
	if got := p.heard(); len(got) != 0 || p.text("#spoken") != "" {
		t.Fatalf("nothing was done, and %q was spoken", got)
	}
	// A drag, with a pause before the mouse lets go that is longer than what the page waits for.
	before := p.text("#headline")
	js[bool](p, `async (s) => {
		const e = document.querySelector(s);
		e.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
		for (let i = 0; i < 20; i++) {
			e.value = 0.2 + 0.05 * i;
			e.dispatchEvent(new Event('input', {bubbles: true}));
			await new Promise((next) => requestAnimationFrame(next));
		}
		return window.atRest();
	}`, "#range-base_fee_nanofil")
	if got := p.heard(); len(got) != 0 {
		t.Errorf("while the slider was held, %q was spoken", got)
	}
	if p.text("#headline") == before {
		t.Fatal("the headline did not change")
	}
	js[bool](p, `(s) => document.querySelector(s).dispatchEvent(new PointerEvent('pointerup', {bubbles: true}))`,
		"#range-base_fee_nanofil")
	p.waitFor("the headline to be spoken", `window.heard.length > 0`)
	if got := p.heard(); len(got) != 1 ||
		got[0] != js[string](p, `() => document.getElementById('headline').textContent`) {
		t.Errorf("spoken %q, the headline reads %q", got, p.text("#headline"))
	}
	// Renders that change no word of it are not spoken, and neither is a change that is taken back at once.
	p.click("#view-unit")
	p.press(kb.Escape)
	js[bool](p, `async (s) => {
		const e = document.querySelector(s), was = e.value;
		for (const v of [0.3, 0.4, was]) {
			e.value = v;
			e.dispatchEvent(new Event('input', {bubbles: true}));
			await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
		}
		return window.atRest();
	}`, "#range-base_fee_nanofil")
	if got := p.heard(); len(got) != 1 {
		t.Errorf("in the end %q was spoken, want one sentence", got)
	}
}

// cursor is what a chart's cursor is to a screen reader.
type cursor struct {
	Role, Name, Hint, Text string
	Min, Max, Now          float64
}

func (p *tab) cursor(id string) cursor {
	p.Helper()
	return js[cursor](p, `(id) => {
		const e = document.querySelector('#chart-' + id + ' .u-over') ||
			document.querySelector('#evidence-' + id + ' .u-over'), of = (name) => e.getAttribute(name);
		return {Role: of('role'), Name: of('aria-label'),
			Hint: document.getElementById(of('aria-describedby')).textContent, Text: of('aria-valuetext') || '',
			Min: +of('aria-valuemin'), Max: +of('aria-valuemax'), Now: +of('aria-valuenow')};
	}`, id)
}

// rested waits until the cursor's value has been put into words.
func (p *tab) rested() {
	p.Helper()
	p.waitFor("the cursors' words",
		`Array.from(document.querySelectorAll('#app .u-over')).every((e) => e.getAttribute('aria-valuetext'))`)
	p.atRest()
}

// spokenAt waits until a chart's cursor says that it is on a day.
func (p *tab) spokenAt(id string, now float64) {
	p.Helper()
	p.waitFor(fmt.Sprintf("the cursor of %s on day %v", id, now),
		fmt.Sprintf(`document.querySelector('#chart-%s .u-over').getAttribute('aria-valuenow') === '%v'`, id, now))
}

// A chart's cursor says the day and the value of every curve on show, with units, once it rests.
func TestChartCursorIsSpoken(t *testing.T) {
	t.Parallel()
	p := openCounted(t, "")
	p.rested()
	for id, want := range map[string]string{"hero": " FIL a day", "gas": " FIL a day", "outflow": " FIL a day",
		"gas-over-outflow": " %", "deal": " PiB a day", "ratio": "", "gas-over-netflow": " %"} {
		c, data := p.cursor(id), p.chartData(id)
		if c.Role != "slider" || c.Name == "" || c.Max != float64(len(data.X)-1) || c.Min != 0 ||
			!strings.Contains(c.Hint, "Arrow keys") {
			t.Errorf("%s: %+v", id, c)
		}
		day := time.Unix(int64(data.X[int(c.Now)]), 0).UTC().Format("2 January 2006")
		if !strings.HasPrefix(c.Text, day+": ") {
			t.Errorf("%s: %q, want the day %s", id, c.Text, day)
		}
		for _, s := range data.Series {
			if v := s.Y[int(c.Now)]; v == v && !strings.Contains(c.Text, s.Label+" ") {
				t.Errorf("%s: %q says nothing of %s", id, c.Text, s.Label)
			}
		}
		for _, part := range strings.Split(c.Text, "; ") {
			if !strings.HasSuffix(part, want) && !strings.HasSuffix(part, "no value") {
				t.Errorf("%s: %q has no unit%s", id, part, want)
			}
		}
	}
	js[bool](p, `() => {
		const over = document.querySelector('#chart-hero .u-over');
		over.focus();
		window.said = [];
		new MutationObserver(() => window.said.push(over.getAttribute('aria-valuetext'))).observe(over,
			{attributes: true, attributeFilter: ['aria-valuetext']});
		return true;
	}`)
	start := p.cursor("hero").Now
	for range 12 {
		p.press(kb.ArrowRight)
	}
	p.spokenAt("hero", start+12)
	if got := eval[[]string](p, `window.said`); len(got) == 0 || len(got) > 4 {
		t.Errorf("twelve steps in a row are spoken as %d sentences: %q", len(got), got)
	}
	if got := p.cursor("hero").Now; got != start+12 {
		t.Errorf("after twelve steps from %v the cursor is at %v", start, got)
	}
	for _, step := range []struct {
		key  string
		want float64
	}{{kb.PageUp, start + 42}, {kb.PageDown, start + 12}, {kb.ArrowLeft, start + 11}, {kb.ArrowUp, start + 12},
		{kb.ArrowDown, start + 11}, {kb.Home, 0}, {kb.End, p.cursor("hero").Max}} {
		p.press(step.key)
		p.spokenAt("hero", step.want)
		if got := p.cursor("hero"); got.Now != step.want ||
			!strings.Contains(got.Text, time.Unix(int64(p.chartData("hero").X[int(step.want)]),
				0).UTC().Format("2 January 2006")) {
			t.Errorf("%q: the cursor is at %v, want %v, and says %q", step.key, got.Now, step.want, got.Text)
		}
	}
	// Charts that begin on other days end on one.
	p.spokenAt("gas", p.cursor("gas").Max)
	// Hidden curves are not spoken.
	p.click("#show-direct")
	p.waitFor("DirectFIL+ to be left out",
		`!document.querySelector('#chart-hero .u-over').getAttribute('aria-valuetext').includes('DirectFIL+')`)
	if got := p.cursor("hero").Text; !strings.Contains(got, "status quo") {
		t.Errorf("without DirectFIL+ the chart says %q", got)
	}
}

// What is below a chart that has the focus stays where it is when a press takes the focus away.
func TestNothingSlipsAway(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	place := func() float64 {
		return js[float64](p, `() => document.querySelector('#chart-hero .numbers summary').getBoundingClientRect().top + scrollY`)
	}
	free := place()
	js[bool](p, `() => (document.querySelector('#chart-hero .u-over').focus(), true)`)
	p.press(kb.End)
	if got := place(); got != free {
		t.Errorf("the focus moves what is below the chart by %v px", got-free)
	}
	p.click("#chart-hero .numbers summary")
	p.waitFor("the table to open", `document.querySelector('#chart-hero .numbers').open`)
}

// Plus and minus zoom all charts about the cursor, Escape shows the whole period; the keys are told where the focus is.
func TestChartZoomByKeyboard(t *testing.T) {
	t.Parallel()
	p := openCounted(t, "")
	span := func(id string) [2]float64 {
		return [2]float64(js[[]float64](p,
			`(id) => { const s = window.gasburden.charts[id].scales.x; return [s.min, s.max]; }`, id))
	}
	whole := span("hero")
	js[bool](p, `() => (document.querySelector('#chart-hero .u-over').focus(), true)`)
	p.press(kb.ArrowRight)
	if p.count("#keys-hero") != 1 ||
		js[float64](p, `() => document.getElementById('keys-hero').getBoundingClientRect().height`) < 10 {
		t.Error("the keys are not told where the focus is")
	}
	p.screenshot("keys")
	p.rested()
	day := p.cursor("hero").Now
	p.press("+")
	p.rested()
	half := span("hero")
	if width := half[1] - half[0]; width < 0.45*(whole[1]-whole[0]) || width > 0.55*(whole[1]-whole[0]) {
		t.Errorf("plus shows %v of %v", half, whole)
	}
	// A chart that begins later shows of these days those that it has.
	if got := span("ratio"); got[1] != half[1] || got[0] != max(half[0], p.chartData("ratio").X[0]) {
		t.Errorf("another chart shows %v, the first %v", got, half)
	}
	if got := p.cursor("hero").Now; got != day {
		t.Errorf("zooming moved the cursor from %v to %v", day, got)
	}
	if !strings.Contains(js[string](p, `() => location.search`), "zoom=") {
		p.waitFor("the link to follow", `location.search.includes('zoom=')`)
	}
	for range 12 {
		p.press("+")
	}
	p.settle()
	if got := span("hero"); got[1]-got[0] < 13.9*86400 {
		t.Errorf("the closest look shows %v days", (got[1]-got[0])/86400)
	}
	p.press(kb.Escape)
	p.settle()
	if js[float64](p, `() => document.getElementById('keys-hero').getBoundingClientRect().height`) > 10 {
		t.Error("Escape leaves the keys in the way")
	}
	if got := span("hero"); got != whole {
		t.Errorf("Escape shows %v, want %v", got, whole)
	}
	p.press("+")
	p.press("+")
	p.press("-")
	p.press("-")
	p.settle()
	if got := span("hero"); got != whole {
		t.Errorf("in and out again shows %v, want %v", got, whole)
	}
	if at := js[string](p, `() => document.activeElement.className`); !strings.Contains(at, "u-over") {
		t.Errorf("the focus is on %q", at)
	}
}

// Open tables follow the charts: values and columns, hidden curves too.
func TestTablesFollow(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	p.click("#chart-hero .numbers summary")
	heads := func() []string {
		return js[[]string](p, `() => Array.from(document.querySelectorAll('#chart-hero .numbers thead th'),
			(e) => e.textContent)`)
	}
	row := func() string { return p.text("#chart-hero .numbers tbody tr:nth-child(300)") }
	p.waitFor("the table", `document.querySelectorAll('#chart-hero .numbers tbody tr').length > 300`)
	before, columns := row(), heads()
	if want := 1 + len(p.chartData("hero").Series); len(columns) != want {
		t.Errorf("%d columns, want %d", len(columns), want)
	}
	p.setInput("base_fee_nanofil", "0.9")
	p.waitFor("the table to follow",
		fmt.Sprintf(`document.querySelector('#chart-hero .numbers tbody tr:nth-child(300)').innerText.trim() !== %q`,
			before))
	p.click("#show-direct")
	p.waitFor("a hidden curve to leave the table",
		`!Array.from(document.querySelectorAll('#chart-hero .numbers thead th')).some((e) => e.textContent.includes('DirectFIL+'))`)
	if got := heads(); len(got) >= len(columns) {
		t.Errorf("columns %q", got)
	}
	cells := js[int](p, `() => document.querySelector('#chart-hero .numbers tbody tr').cells.length`)
	if cells != len(heads()) {
		t.Errorf("%d cells below %d heads", cells, len(heads()))
	}
	p.click("#show-direct")
	p.waitFor("the curve to come back",
		fmt.Sprintf(`document.querySelectorAll('#chart-hero .numbers thead th').length === %d`, len(columns)))
	p.click("#add-rate")
	p.waitFor("another rate's columns",
		fmt.Sprintf(`document.querySelectorAll('#chart-hero .numbers thead th').length === %d`, len(columns)+2))
}
