package e2e

import (
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A sight is a state: what the reader sees of it.
type sight struct {
	Fields, Headline, Query string
	chart                   chart
}

// sight is the state on show, once it has come to rest.
func (p *tab) sight() sight {
	p.Helper()
	p.settle()
	return sight{
		Fields: js[string](p, `() => JSON.stringify(Array.from(
			document.querySelectorAll('#assumptions input, #assumptions select, .denominator input, .undo'),
			(e) => [e.id, e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value || e.textContent]))`),
		Headline: p.text("#headline"), Query: js[string](p, `() => location.search + location.hash`),
		chart: p.chartData("hero"),
	}
}

// shows waits until a state that was seen before is on show again.
func (p *tab) shows(what string, want sight) {
	p.Helper()
	p.waitFor(what, fmt.Sprintf(`location.search + location.hash === %q &&
		`+reading("'#headline'")+` === %q`, want.Query, want.Headline))
	got := p.sight()
	if !got.chart.equal(want.chart) {
		p.Errorf("%s: other curves", what)
	}
	if got.Fields != want.Fields || got.Headline != want.Headline || got.Query != want.Query {
		p.Errorf("%s:\n%s\n%s\n%s\nwant\n%s\n%s\n%s", what, got.Fields, got.Headline, got.Query, want.Fields,
			want.Headline, want.Query)
	}
}

// shortcut presses Ctrl+Z, with or without Shift.
func (p *tab) shortcut(shift bool) {
	p.Helper()
	modifiers := []chromedp.Modifier{chromedp.ModifierCtrl}
	if shift {
		modifiers = append(modifiers, chromedp.ModifierShift)
	}
	_, err := run(p.ctx, chromedp.KeyEvent("z", chromedp.KeyModifiers(modifiers...)))
	p.do(err)
}

// blur takes the focus out of every field.
func (p *tab) blur() {
	p.Helper()
	js[bool](p, `() => (document.activeElement.blur(), true)`)
}

// changes are what a reader does, each one change.
func (p *tab) changes() []func() {
	return []func(){
		func() { p.dragRange("raw_onboarding_pib", 0.6) },
		func() { p.pasteInput("renewal_rate", "65") },
		func() { p.click("input[name=denominator][value=outflow]") },
		func() { p.click("#preset-study") },
		func() {
			eval[bool](p, `(gasburden.zoom(Date.UTC(2024, 0, 1) / 1e3, Date.UTC(2024, 6, 1) / 1e3), true)`)
			p.waitQuery("zoom=2024-01-01_2024-07-01")
		},
		func() { p.click("#reset-all") },
	}
}

// Each change is a step: Back and Forward, Ctrl+Z and the button walk through them to what was on show, and no Back
// leaves the page while there is one left.
func TestUndoAndBack(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	length := js[int](p, `() => history.length`)
	states := []sight{p.sight()}
	states[0].Query = "?v=1"
	if p.count("#undo:disabled") != 1 {
		t.Error("there is something to undo before anything has changed")
	}
	for i, change := range p.changes() {
		change()
		p.waitFor("the step", fmt.Sprintf(`history.state.step === %d`, i+1))
		p.blur()
		states = append(states, p.sight())
		if got := js[int](p, `() => history.length`); got != length+i+1 {
			t.Fatalf("after change %d the history has %d entries, %d before all", i, got, length)
		}
	}
	last := len(states) - 1
	p.screenshot("undo")
	// The address of the first state is written in full once something else was on show.
	states[0].Query = strings.Replace(states[1].Query, js[string](p, `(q) => /&onboarding=[^&]*/.exec(q)[0]`,
		states[1].Query), "", 1)
	back := func(what string, go_ func()) {
		t.Helper()
		for at := last - 1; at >= 0; at-- {
			go_()
			p.shows(fmt.Sprintf("%s to %d", what, at), states[at])
		}
	}
	forth := func(what string, go_ func()) {
		t.Helper()
		for at := 1; at <= last; at++ {
			go_()
			p.shows(fmt.Sprintf("%s to %d", what, at), states[at])
		}
	}
	back("Back", func() { js[bool](p, `() => (history.back(), true)`) })
	forth("Forward", func() { js[bool](p, `() => (history.forward(), true)`) })
	back("Ctrl+Z", func() { p.shortcut(false) })
	forth("Ctrl+Shift+Z", func() { p.shortcut(true) })
	back("the button", func() { p.click("#undo") })
	p.waitFor("the button to be off", `document.getElementById('undo').disabled`)
	if got := js[int](p, `() => history.length`); got != length+last {
		t.Errorf("walking has made %d entries of %d", got, length+last)
	}
	// Two at once go as far as one after the other.
	forth("Ctrl+Shift+Z", func() { p.shortcut(true) })
	js[bool](p, `() => (gasburden.undo(false), gasburden.undo(false), gasburden.undo(false), true)`)
	p.shows("three at once", states[last-3])
	p.waitFor("the history to follow", fmt.Sprintf(`history.state.step === %d`, last-3))
	js[bool](p, `() => (history.go(-2), true)`)
	p.shows("two entries back", states[last-5])
	// In a field the key is the field's.
	p.focusInput("#input-renewal_rate")
	p.paste("5")
	p.waitQuery("renewal=0.05")
	step := js[int](p, `() => history.state.step`)
	p.shortcut(false)
	p.settle()
	if got := js[int](p, `() => history.state.step`); got < step {
		t.Errorf("Ctrl+Z in a field has gone back from step %d to %d", step, got)
	}
}

// A place on the page and an edited link are entries of the browser's own. Undo finds its steps beside them.
func TestUndoAmongOtherEntries(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	p.pasteInput("renewal_rate", "65")
	p.waitQuery("renewal=0.65")
	one := p.sight()
	js[bool](p, `() => (location.hash = 'method', true)`)
	p.waitFor("the place", `location.hash === '#method' && history.state.step === 1`)
	p.pasteInput("renewal_rate", "55")
	p.waitQuery("renewal=0.55")
	p.blur()
	p.shortcut(false)
	p.waitFor("the step before, at its place",
		`location.search.includes('renewal=0.65') && location.hash === '#method' && history.state.step === 1`)
	js[bool](p, `() => (history.back(), true)`)
	p.shows("Back", one)
	js[bool](p, `() => (history.go(2), true)`)
	p.waitQuery("renewal=0.55")
	// A link in the fragment is a step, whose entry the browser has made.
	length := js[int](p, `() => history.length`)
	js[bool](p, `() => (location.hash = 'v=1&fee=0.9', true)`)
	p.waitFor("the link", `document.getElementById('input-base_fee_nanofil').value === '0.9' &&
		location.search.includes('fee=0.9') && !location.hash`)
	if got := js[int](p, `() => history.length`); got != length+1 {
		t.Errorf("a link has made %d entries", got-length)
	}
	p.blur()
	p.shortcut(false)
	p.waitFor("the step before the link", `document.getElementById('input-renewal_rate').value === '55' &&
		history.state.step === 2`)
	// After a language change the steps are the same, in that language.
	p.pickOption("#language", "zh-CN")
	p.inChinese()
	p.shortcut(false)
	p.waitFor("the step in Chinese", `document.getElementById('input-renewal_rate').value === '65' &&
		document.documentElement.lang === 'zh-CN' && location.search.includes('lang=zh-CN')`)
}

// A page that was loaded again knows no steps, and Back goes to what their entries say all the same.
func TestBackAcrossAReload(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	var states []sight
	for _, rate := range []string{"65", "55", "45"} {
		p.pasteInput("renewal_rate", rate)
		p.waitQuery("renewal=0." + rate)
		p.blur()
		states = append(states, p.sight())
	}
	p.replaced(func() { js[bool](p, `() => (location.reload(), true)`) })
	p.waitReady()
	p.waitFor("the page again", fmt.Sprintf(reading("'#headline'")+` === %q`,
		states[2].Headline))
	if p.count("#undo:disabled") != 1 {
		t.Error("the new page has something to undo")
	}
	for _, at := range []int{1, 0} {
		js[bool](p, `() => (history.back(), true)`)
		p.waitFor("the entry before", fmt.Sprintf(`location.search === %q && gasburden.ready`, states[at].Query))
		p.waitFor("its figures", fmt.Sprintf(reading("'#headline'")+` === %q`,
			states[at].Headline))
		if got := p.sight(); got.chart.X == nil || !got.chart.equal(states[at].chart) || got.Query != states[at].Query {
			t.Errorf("Back to %d shows %s", at, got.Query)
		}
	}
	js[bool](p, `() => (history.go(2), true)`)
	p.waitFor("forth", fmt.Sprintf(reading("'#headline'")+` === %q`, states[2].Headline))
}

// In another site's page nothing is added to its history: Back is that page's. Undo goes by memory.
func TestUndoInAFrame(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "/host.html") {
			return false
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><title>host</title><iframe id="frame" width="900" height="800"
			src="embed.html?v=1&fee=0.9&controls=fee"></iframe>`)
		return true
	})
	p := openTab(t, s, "host.html", 1000, 900, false)
	const inside = `document.getElementById('frame').contentWindow.`
	p.waitFor("the page in the frame", inside+`gasburden?.ready === true && !!`+inside+`gasburden.charts?.hero`)
	length := js[int](p, `() => history.length`)
	said := inside + `document.getElementById('headline').textContent`
	first := eval[string](p, said)
	slide := func(to string) string {
		eval[bool](p, fmt.Sprintf(`(() => { const w = document.getElementById('frame').contentWindow;
			const e = w.document.getElementById('range-base_fee_nanofil'); e.value = %q;
			e.dispatchEvent(new w.Event('input', {bubbles: true})); return true; })()`, to))
		p.waitFor("the slider", inside+fmt.Sprintf(`location.search.includes('fee=%s')`, to))
		return eval[string](p, said)
	}
	second := slide("0.5")
	eval[bool](p, `(`+inside+`gasburden.turns++, true)`)
	slide("0.2")
	for _, want := range []string{second, first} {
		eval[bool](p, `(`+inside+`gasburden.undo(false), true)`)
		p.waitFor("the state before", said+fmt.Sprintf(` === %q`, want))
	}
	eval[bool](p, `(`+inside+`gasburden.undo(true), true)`)
	p.waitFor("the state after", said+fmt.Sprintf(` === %q`, second))
	if got := js[int](p, `() => history.length`); got != length {
		t.Errorf("it has added %d entries to its host's history", got-length)
	}
}

// A page from the disk, and one whose history takes no more, undo as well.
func TestUndoAnywhere(t *testing.T) {
	try := func(t *testing.T, p *tab) {
		states := []string{p.text("#headline")}
		for _, rate := range []string{"5", "7"} {
			p.pasteInput("raw_onboarding_pib", rate)
			p.waitFor("the change", fmt.Sprintf(reading("'#headline'")+` !== %q`,
				states[len(states)-1]))
			p.settle()
			states = append(states, p.text("#headline"))
		}
		p.blur()
		slices.Reverse(states)
		for _, want := range states[1:] {
			p.shortcut(false)
			p.waitFor("the state before", fmt.Sprintf(reading("'#headline'")+` === %q`, want))
		}
		p.shortcut(true)
		p.waitFor("the state after", fmt.Sprintf(reading("'#headline'")+` === %q`, states[1]))
	}
	t.Run("disk", func(t *testing.T) {
		p := openSingle(t, 1280, false)
		try(t, p)
		p.waitFor("the history", `history.state.step === 1`)
		js[bool](p, `() => (history.forward(), true)`)
		p.waitFor("Forward", `document.getElementById('input-raw_onboarding_pib').value === '7'`)
	})
	t.Run("sandbox", func(t *testing.T) {
		t.Parallel()
		s := newServer(t)
		s.setFault(sandboxed(true))
		p := openTab(t, s, "index.html?v=1", 1280, 900, false)
		p.waitReady()
		try(t, p)
		p.allowErrors() // the browser's own, of what the sandbox denies
	})
	t.Run("full history", func(t *testing.T) {
		t.Parallel()
		p := visit{server: newServer(t), width: 1280, height: 900, before: `
			history.pushState = () => { throw new DOMException('too many', 'SecurityError'); };`}
		p.address = p.server.url + "?v=1"
		tab := p.open(t)
		tab.waitReady()
		try(t, tab)
		tab.waitQuery("onboarding=5")
	})
	t.Run("lost entries", func(t *testing.T) {
		t.Parallel()
		p := openPage(t, "?v=1", 1280, 900, false)
		js[bool](p, `() => (history.go = () => {}, true)`) // as where the browser has let go of them
		try(t, p)
		p.waitQuery("onboarding=5")
	})
}

// The browser lets go of its oldest entries. Undo goes on beyond them, the address with it, and what is changed then is
// an entry again.
func TestUndoBeyondTheEntries(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	const steps, beyond = 54, 52
	rate := func(i int) string { return fmt.Sprint(20 + float64(i)/2) }
	set := func(value string) {
		t.Helper()
		js[bool](p, `(value) => {
			const e = document.getElementById('input-renewal_rate');
			e.focus();
			e.value = value;
			for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, {bubbles: true}));
			return e.blur(), true;
		}`, value)
	}
	shown := func(what, value string) {
		t.Helper()
		share, _ := strconv.ParseFloat(value, 64)
		p.waitFor(what, fmt.Sprintf(`document.getElementById('input-renewal_rate').value === %q &&
			new URLSearchParams(location.search).get('renewal') === %q`, value, fmt.Sprint(math.Round(share*10)/1000)))
	}
	for i := range steps {
		set(rate(i))
		shown("a step", rate(i))
	}
	for range beyond {
		js[bool](p, `() => (gasburden.undo(false), true)`)
	}
	shown("undone beyond what the browser has", rate(steps-1-beyond))
	for _, value := range []string{"60", "61", "62"} {
		set(value)
		shown("changed since", value)
	}
	for _, value := range []string{"61", "60", rate(steps - 1 - beyond)} {
		js[bool](p, `() => (history.back(), true)`)
		shown("Back", value)
	}
}
