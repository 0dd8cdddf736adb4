package e2e

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// explore opens a page at the section Explore and waits for its forms.
func explore(t *testing.T, query string, width int, dark bool) *tab {
	t.Helper()
	// What begins by itself would take most of a test's time with its 250 runs.
	if query != "" && !strings.Contains(query, "runs=") {
		query += "&runs=20&seed=1&block=30"
	}
	p := openPage(t, query, width, 900, dark)
	js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
	p.waitFor("the questions", `document.querySelectorAll('#explore-cards [data-question]').length === 4`)
	return p
}

// answered does something and waits for the card's next answer. It fails when the card refuses.
func (p *tab) answered(name string, do func()) {
	p.Helper()
	p.outcome(name, "explored", do)
}

// unanswered does something and waits for the card to say why it has no answer.
func (p *tab) unanswered(name string, do func()) {
	p.Helper()
	p.outcome(name, "refused", do)
}

// outcome does something and waits for the card's next answer or refusal, which must be the kind that is wanted.
func (p *tab) outcome(name, want string, do func()) {
	p.Helper()
	count := func(kind string) string { return fmt.Sprintf(`((gasburden[%q] || {})[%q] || 0)`, kind, name) }
	both := count("explored") + " + " + count("refused")
	before, all := eval[int](p, count(want)), eval[int](p, both)
	do()
	p.waitFor("an answer of "+name, fmt.Sprintf(`%s > %d`, both, all))
	if got := eval[int](p, count(want)); got == before {
		p.Fatalf("%s is not %s; it says %q", name, want, p.text("#explore-"+name+" > .error"))
	}
}

// show scrolls to a card and waits for the answer that it then asks for by itself, if it has none. It scrolls until
// then: an answer that arrives above meanwhile pushes the card out of the window again.
func (p *tab) show(name string) {
	p.Helper()
	p.waitFor("the answer of "+name, fmt.Sprintf(`(document.getElementById('explore-' + %[1]q).scrollIntoView(),
		[gasburden.explored, gasburden.refused].some((all) => (all || {})[%[1]q] > 0))`, name))
	if eval[int](p, fmt.Sprintf(`(gasburden.explored || {})[%q] || 0`, name)) == 0 {
		p.Fatalf("%s refuses: %q", name, p.text("#explore-"+name+" > .error"))
	}
}

// figures are the values of the data elements that a selector matches, with all their digits.
func (p *tab) figures(selector string) []float64 {
	p.Helper()
	return js[[]float64](p, `(s) => Array.from(document.querySelectorAll(s), (e) => Number(e.value))`, selector)
}

// setField gives a field of a form another value, as a reader would: numbers are typed, links are pasted.
func (p *tab) setField(id, value string) {
	p.Helper()
	selector := "#explore-" + id
	if p.focusInput(selector) == "SELECT" {
		p.pickOption(selector, value)
		return
	}
	if len(value) > 20 {
		p.paste(value)
	} else {
		for _, key := range value {
			p.press(string(key))
		}
	}
	p.press("\t")
}

func (p *tab) link() string {
	p.Helper()
	return "?" + eval[string](p, `gasburden.request().query`)
}

func near(t *testing.T, what string, got, want, slack float64) {
	t.Helper()
	if !(math.Abs(got-want) <= slack*math.Max(math.Abs(want), 1e-12)) {
		t.Errorf("%s: %v, the command line has %v", what, got, want)
	}
}

func jsonOf[T any](t *testing.T, out []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

type cliTornado struct {
	Base   struct{ Figure float64 }
	Swings []struct {
		Input string
		Size  *float64
		Ends  []struct {
			Input  any
			Figure *float64
			Poles  int
		}
	}
}

// The tornado has the command line's figures, in its order; an end's button sets the input, and the answer follows.
func TestTornado(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&fee=0.5&by=outflow", 1280, false)
	p.show("tornado")
	check := func(args ...string) cliTornado {
		t.Helper()
		want := jsonOf[cliTornado](t,
			command(t, append([]string{"tornado", "-format", "json", "-link", p.link()}, args...)...))
		at := 0
		got := p.figures("#explore-tornado .end data")
		inputs := js[[]string](p,
			`() => Array.from(document.querySelectorAll('#explore-tornado .end'), (e) => e.dataset.input)`)
		for _, s := range want.Swings {
			doubtful := false
			for _, end := range s.Ends {
				doubtful = doubtful || end.Poles > 0
			}
			if s.Size != nil && *s.Size == 0 && !doubtful {
				continue
			}
			for _, end := range s.Ends {
				if end.Figure == nil {
					t.Fatalf("%s has an end without a figure: choose another scenario", s.Input)
				}
				if at >= len(inputs) || inputs[at] != s.Input {
					t.Fatalf("row of end %d is not %s: %v", at, s.Input, inputs)
				}
				near(t, s.Input, got[at], *end.Figure, 1e-9)
				at++
			}
		}
		if at != len(got) || at < 10 {
			t.Errorf("%d ends shown, %d expected", len(got), at)
		}
		return want
	}
	check("-figure", "month_direct_over_outflow")
	p.answered("tornado", func() { p.setField("tornado-figure", "saving_fil") })
	check("-figure", "saving_fil")
	p.answered("tornado", func() { p.setField("tornado-rate", "3") })
	check("-figure", "saving_fil", "-rate", "3")
	p.answered("tornado", func() { p.setField("tornado-figure", "day_gas_over_netflow") })
	on := eval[string](p, `document.getElementById('explore-tornado-on').value`)
	check("-figure", "day_gas_over_netflow", "-on", on, "-rate", "3")

	// What matters less comes when it is asked for, and stays.
	rows := func() int {
		return js[int](p, `() => Array.from(document.querySelectorAll('#explore-tornado tbody tr')).filter((e) => e.checkVisibility()).length`)
	}
	folded := rows()
	p.click("#explore-tornado [data-rest]")
	p.waitFor("the other rows",
		`Array.from(document.querySelectorAll('#explore-tornado tbody tr')).filter((e) =>
			e.checkVisibility()).length >= 11`)
	if folded != 8 {
		t.Errorf("%d rows before all were asked for", folded)
	}
	// By keyboard: the first button of the base fee sets it.
	p.answered("tornado", func() {
		js[bool](p, `() => (document.querySelector('#explore-tornado .end[data-input=base_fee_nanofil] button').focus(),
			true)`)
		p.press("\r")
	})
	if q := p.query(); strings.Contains(q, "fee=0.5&") || !strings.Contains(q, "fee=") ||
		!strings.Contains(q, "by=outflow") {
		t.Errorf("the address after a click on an end: %s", q)
	}
	check("-figure", "day_gas_over_netflow", "-on", on, "-rate", "3")
	if n := rows(); n < 11 {
		t.Errorf("the next answer has folded its rows again: %d", n)
	}
}

// The forms begin with the headline's figure in the headline's unit, until the reader chooses another.
func TestExploreFollowsTheMeasure(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&by=circulating", 1280, false)
	p.show("tornado")
	for card, want := range map[string]string{"breakeven": "month_gas_over_circulating",
		"tornado": "month_direct_over_circulating", "compare": "month_direct_over_circulating"} {
		if got := eval[string](p, fmt.Sprintf(`document.getElementById('explore-%s-figure').value`,
			card)); got != want {
			t.Errorf("%s begins with %s", card, got)
		}
	}
	// The first answer tells every form which rates the page has.
	if n := eval[int](p, `document.querySelectorAll('#explore-compare-rate option').length`); n != 4 ||
		p.count("#explore-compare-rate:not([hidden] *)") != 1 {
		t.Errorf("the comparison offers %d rates", n)
	}
	// The headline's second figure is the tornado's base.
	want := leading(js[string](p, `() => document.querySelectorAll('.lede b')[2].textContent`))
	said := p.text("#explore-tornado .said")
	is := regexp.MustCompile(`circulating supply is ([\d.]+) % a year\.`).FindStringSubmatch(said)
	if is == nil || math.Abs(leading(is[1])-want) > 0.02*want {
		t.Errorf("the headline has %v %%, the tornado says %q", want, said)
	}
	p.answered("tornado", func() { p.choose("denominator", "outflow"); p.show("tornado") })
	if said := p.text("#explore-tornado .said"); !strings.Contains(said, "share of outflow") {
		t.Errorf("by outflow it says %q", said)
	}
	p.answered("tornado", func() { p.setField("tornado-figure", "saving_fil") })
	p.answered("tornado", func() { p.choose("denominator", "netflow"); p.show("tornado") })
	if got := eval[string](p, `document.getElementById('explore-tornado-figure').value`); got != "saving_fil" {
		t.Errorf("the reader's choice gave way to %s", got)
	}
}

// The slices of a tornado leave the page alone: no frame waits for it.
func TestBreakEven(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&fee=0.5", 1280, false)
	type result struct {
		Crossings   []struct{ Input float64 }
		Least, Most struct{ Figure *float64 }
	}
	check := func(target string, crossings int, args ...string) {
		t.Helper()
		want := jsonOf[result](t,
			command(t, append([]string{"breakeven", "-format", "json", "-link", p.link(), "-target", target},
				args...)...))
		got := p.figures(`#explore-breakeven [data-row="crossing"] td:nth-child(2) data`)
		if len(got) != crossings || len(want.Crossings) != crossings {
			t.Fatalf("%d crossings shown, %d by the command line, want %d: %s", len(got), len(want.Crossings),
				crossings, p.text("#explore-breakeven .answer"))
		}
		for i, c := range want.Crossings {
			near(t, "crossing", got[i], c.Input, 1e-9)
		}
		near(t, "least", p.figures(`#explore-breakeven [data-row="least"] td:nth-child(3) data`)[0], *want.Least.Figure,
			1e-9)
		near(t, "most", p.figures(`#explore-breakeven [data-row="most"] td:nth-child(3) data`)[0], *want.Most.Figure,
			1e-9)
		if drawn := p.count("#explore-breakeven circle.crossing"); drawn != crossings {
			t.Errorf("%d crossings marked", drawn)
		}
	}
	p.show("breakeven")
	p.answered("breakeven", func() { p.setField("breakeven-figure", "month_direct_over_netflow") })
	p.answered("breakeven", func() { p.setField("breakeven-input", "adoption_share") })
	check("0.01", 1)
	p.answered("breakeven", func() { p.setField("breakeven-input", "base_fee_nanofil") })
	check("0.01", 1, "-input", "base_fee_nanofil")
	if said := p.text("#explore-breakeven .said"); !strings.Contains(said, "rises above 1 %") ||
		!strings.Contains(said, "nanoFIL") {
		t.Errorf("it says %q", said)
	}
	// The crossing becomes the picture: the figure then stands on the target.
	p.answered("breakeven", func() { p.click(`#explore-breakeven [data-row="crossing"] button`) })
	near(t, "figure at the crossing", p.figures(`#explore-breakeven [data-row="now"] td:nth-child(3) data`)[0], 0.01,
		1e-9)
	p.answered("breakeven", func() {
		p.setField("breakeven-input", "adoption_share")
		p.setField("breakeven-target",
			"90")
	})
	p.waitFor("the sentence", `document.querySelector('#explore-breakeven .said').innerText.startsWith('No value')`)
	check("0.9", 0)
}

// Each question opens with its answer, without a click and without a change of the address: where blocks fill, what
// matters most, how sure it is, and what makes the picture another one than the study's.
func TestExploreAnswersByItself(t *testing.T) {
	t.Parallel()
	p := explore(t, "", 1280, false)
	query := p.query()
	for name, want := range map[string]string{"breakeven": "PiB a day", "tornado": "most", "ensemble": "250 runs",
		"compare": "gap"} {
		p.show(name)
		p.waitFor(name+" to answer", fmt.Sprintf(
			`(document.querySelector('#explore-%s .said')?.textContent || '').length > 20`, name))
		if said := p.text("#explore-" + name + " .answer"); !strings.Contains(said, want) {
			t.Errorf("%s says %q", name, said)
		}
	}
	order := js[[]string](p, `() => Array.from(document.querySelectorAll('#explore-cards [data-question]'),
		(e) => e.dataset.question)`)
	if strings.Join(order, " ") != "breakeven tornado ensemble compare" {
		t.Errorf("the questions are %q", order)
	}
	if fills, said := p.text("#fills"), p.text("#explore-breakeven .said"); !strings.Contains(said, fills) {
		t.Errorf("blocks fill %q, and the question says %q", fills, said)
	}
	if got := p.query(); got != query {
		t.Errorf("the answers have changed the address to %s", got)
	}
	p.shootCards("explore-first")
}

// typeSecondLink puts a link into the field of a comparison.
const typeSecondLink = `(link) => {
	const field = document.getElementById('explore-compare-against');
	field.value = link;
	return field.dispatchEvent(new Event('input', {bubbles: true}));
}`

// Bad input is said, and the last good picture stays.
func TestExploreRefuses(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	for _, c := range []struct {
		link, said string
		answered   bool // by what is left of the link, with a notice of what is not
	}{
		{"", "Paste an address", false},
		{"hello", "Paste an address", false},
		{"?v=1&snapshot=2001-01-01", "2001-01-01", false},
		{"?v=1&fee=cheap&lock=7", "cheap", true},
		{"https://x.org/?v=1&rates=", "rates", true},
	} {
		outcome := p.unanswered
		if c.answered {
			outcome = p.answered
		}
		outcome("compare", func() {
			js[bool](p, typeSecondLink, c.link)
			p.click("#explore-compare [type=submit]")
		})
		if said := p.text("#explore-compare"); !strings.Contains(said, c.said) {
			t.Errorf("%q: the card says %q, want %q", c.link, said, c.said)
		}
	}
}

// A comparison has the command line's changes and shares, which sum to the gap, and draws both curves.
func TestCompare(t *testing.T) {
	t.Parallel()
	const other = "https://example.org/g/?v=1&snapshot=2025-09-09&fee=0.3&by=outflow&adoption=constant&share=0.5"
	p := explore(t, "?v=1&gas=regime&fee=1", 1280, false)
	p.answered("compare", func() {
		p.setField("compare-against", other)
		p.click("#explore-compare [type=submit]")
	})
	type change struct {
		Field string
		Idle  bool
	}
	want := jsonOf[struct {
		Gap     float64
		Changes []change
		Shares  []struct{ Amount float64 }
	}](t, command(t, "compare", "-format", "json", p.link(), other))
	fields := js[[]string](p,
		`() => Array.from(document.querySelectorAll('#explore-compare tr[data-field]'), (e) => e.dataset.field)`)
	idle := js[[]string](p, `() => Array.from(document.querySelectorAll('#explore-compare tr[data-idle]'),
		(e) => e.dataset.idle)`)
	if fields = append(fields, idle...); len(fields) != len(want.Changes) || len(fields) < 4 || len(idle) != 1 {
		t.Fatalf("%v differ, %v without effect, by the command line %v", fields, idle, want.Changes)
	}
	slices.SortStableFunc(want.Changes, func(a, b change) int { // those without effect stand last
		switch {
		case a.Idle == b.Idle:
			return 0
		case a.Idle:
			return 1
		}
		return -1
	})
	for i, c := range want.Changes {
		if fields[i] != c.Field {
			t.Errorf("change %d is %s, want %s", i, fields[i], c.Field)
		}
	}
	got, sum := p.figures("#explore-compare .shares data"), 0.0
	for i, s := range want.Shares {
		near(t, "share", got[i], s.Amount, 1e-9)
		sum += got[i]
	}
	near(t, "gap", got[len(got)-1], want.Gap, 1e-9)
	near(t, "sum of the shares", sum, want.Gap, 1e-9)
	for _, id := range []string{"compare-both", "compare-gap"} {
		if drawn := p.chartData(id).drawn(); drawn < 1 {
			t.Errorf("chart %s draws nothing", id)
		}
	}
	p.answered("compare", func() {
		p.pickOption("#explore-compare-preset", "study")
		p.click("#explore-compare [type=submit]")
	})
	p.screenshot("explore-" + "compare")
}

// An ensemble is the command line's for the same seed, says when the picture has changed since, and can be cancelled.
func TestEnsemble(t *testing.T) {
	p := explore(t, "?v=1", 1280, false)
	p.show("ensemble")
	p.setField("ensemble-runs", "100")
	p.setField("ensemble-seed", "7")
	p.setField("ensemble-block", "30")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	p.settle()
	if q := p.query(); !strings.Contains(q, "runs=100&seed=7&block=30") {
		t.Errorf("the link does not bring the runs again: %s", q)
	}
	type quantiles struct {
		Median    float64
		Low, High []float64
	}
	want := jsonOf[struct {
		Rates []struct {
			Figures map[string]quantiles
			Curves  map[string]struct{ Days []quantiles }
		}
	}](t, command(t, "ensemble", "-format", "json", "-link", p.link(), "-curves", "gas_over_netflow,qa_raw_ratio"))
	check := func(rate int) {
		t.Helper()
		for name, w := range want.Rates[rate].Figures {
			got := p.figures(fmt.Sprintf(`#explore-ensemble tr[data-figure=%q] data`, name))
			for i, v := range []float64{w.Median, w.Low[0], w.High[0], w.Low[1], w.High[1], w.Low[2], w.High[2]} {
				near(t, name, got[i], v, 1e-6)
			}
		}
		for name, scale := range map[string]float64{"gas_over_netflow": 100, "qa_raw_ratio": 1} {
			c, days := p.chartData("ensemble-"+name), want.Rates[rate].Curves[name].Days
			for _, d := range []int{0, 300, len(days) - 1} {
				for i, v := range []float64{days[d].Median, days[d].Low[0], days[d].High[0], days[d].Low[1],
					days[d].High[1], days[d].Low[2], days[d].High[2]} {
					near(t, name, c.Series[i].Y[d], scale*v, 1e-6)
				}
			}
		}
	}
	check(1)
	// The link brings the result back.
	fresh := explore(t, "?"+p.query(), 1280, false)
	fresh.show("ensemble")
	fresh.answered("ensemble", func() { fresh.click("#explore-ensemble [type=submit]") })
	if here, there := p.text("#explore-ensemble .answer table"),
		fresh.text("#explore-ensemble .answer table"); here != there {
		t.Errorf("behind its link the ensemble comes to %.300q, want %.300q", there, here)
	}
	caption := p.text("#explore-ensemble caption")
	// How the reader looks at it is no assumption, and a value that is taken over leaves it and the seed as they are.
	p.click("#show-realised")
	p.pickOption("#view-unit", "gas")
	p.waitQuery("unit=gas")
	if said := p.text("#explore-ensemble .stale"); p.count("#explore-ensemble .stale:not([hidden])") != 0 {
		t.Errorf("another view makes the answer old: %s", said)
	}
	js[bool](p, `() => (document.getElementById('explore-tornado').scrollIntoView(), true)`)
	p.waitFor("the tornado", `!!document.querySelector('#explore-tornado [data-open]')`)
	js[bool](p, `() => (document.querySelector('#explore-tornado [data-open]').click(), true)`)
	p.waitFor("the answer to be old", `!document.querySelector('#explore-ensemble .stale').hidden`)
	if q := p.query(); !strings.Contains(q, "runs=100&seed=7&block=30") || !strings.Contains(q, "unit=gas") ||
		!strings.Contains(q, "hide=realised") {
		t.Errorf("a value taken over forgets the view or the seed: %s", q)
	}
	p.click("#reset-all")
	p.waitFor("the answer to be of the picture", `document.querySelector('#explore-ensemble .stale').hidden`)
	p.pickOption("#explore-shown-rate", "3")
	p.waitFor("the other rate", fmt.Sprintf(reading("'#explore-ensemble caption'")+` !== %q`,
		caption))
	check(2)
	p.mustFit("#explore-ensemble .stacked")
	p.screenshot("explore-" + "ensemble")

	if p.count("#explore-ensemble .stale") != 0 {
		t.Error("the answer is called stale at once")
	}
	p.pasteInput("base_fee_nanofil", "0.7")
	p.waitFor("the answer to be called stale", `!document.querySelector('#explore-ensemble .stale').hidden`)
	p.setField("ensemble-runs", "5000")
	p.click("#explore-ensemble .stale .again")
	p.waitFor("progress", `!document.querySelector('#explore-ensemble .work').hidden &&
		document.querySelector('#explore-ensemble progress').value > 0.01`)
	// The page and other questions go on meanwhile.
	before := time.Now()
	js[int](p, `async () => (await gasburden.ask('make', {kind: 'text', query: gasburden.request().query})).length`)
	if took := time.Since(before); took > 2*time.Second {
		t.Errorf("another question waited for %v", took)
	}
	p.click("#explore-ensemble .cancel")
	p.waitFor("the work to end",
		`document.querySelector('#explore-ensemble .work').hidden &&
			document.querySelector('#explore-ensemble .work-note').innerText.includes('Cancelled')`)
	if focus := eval[string](p, `document.activeElement.type || ''`); focus != "submit" {
		t.Errorf("the focus is lost, on %q", focus)
	}
}

// The section stays within the window at every width, with all of its answers: those that were made at the width, and
// those that the window was widened with.
func TestExploreLayout(t *testing.T) {
	t.Parallel()
	for _, widths := range [][]int{{360, 768}, {1600}} {
		p := explore(t, "?v=1", widths[0], false)
		p.show("tornado")
		p.show("breakeven")
		p.answered("breakeven", func() { p.setField("breakeven-input", "base_fee_nanofil") })
		p.setField("ensemble-runs", "40")
		p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
		p.answered("compare", func() {
			p.pickOption("#explore-compare-preset", "study")
			p.click("#explore-compare [type=submit]")
		})
		for _, width := range widths {
			dark := width == 768
			p.resize(width, dark)
			if wide := eval[int](p, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("the page is %d px wide in a window of %d", wide, width)
			}
			p.mustFit("#explore-ensemble .stacked")
			if width == 360 {
				p.explained(func() { p.click("#chart-hero .explain") })
				p.mustPassAxeIn("dialog.steps", "with the steps of a day", axeRules)
				p.click("dialog.steps [data-close]")
			}
			if small := js[[]string](p,
				`() => Array.from(document.querySelectorAll('#explore button, #explore select, #explore input'))
				.filter((e) => e.checkVisibility()).filter((e) => { const r = e.getBoundingClientRect();
					return r.width < 24 || r.height < 24; }).map((e) => e.outerHTML)`); len(small) > 0 {
				t.Errorf("%d px wide: %d controls are too small to touch, the first %s", width, len(small), small[0])
			}
			p.mustPassAxeIn("#explore", fmt.Sprintf("with all answers, %d px wide", width), axeRules)
			p.shootCards(fmt.Sprintf("explore-%d-%v", width, dark))
		}
	}
}

// mustFit reports a table that is wider than its place: what is cut off is not seen.
func (p *tab) mustFit(selector string) {
	p.Helper()
	if over := js[int](p, `(s) => { const e = document.querySelector(s);
		return Math.max(e.scrollWidth, e.offsetWidth) - e.parentElement.clientWidth; }`, selector); over > 0 {
		p.Errorf("%s is %d px too wide", selector, over)
	}
}

// shootCards takes a screenshot of each card of the section alone.
func (p *tab) shootCards(name string) {
	p.Helper()
	if !shooting() {
		return
	}
	for _, card := range []string{"tornado", "breakeven", "ensemble", "compare"} {
		js[bool](p, `(card) => {
			for (const e of document.querySelectorAll('body > *, main > *, #app > *, #explore-cards > *')) e.style.display = ['app', 'explore', 'explore-' + card].includes(e.id) || e.tagName === 'MAIN' ? '' : 'none';
			return true;
		}`, card)
		p.settle()
		p.screenshot(name + "-" + card)
	}
	js[bool](p, `() => { for (const e of document.querySelectorAll('body > *, main > *, #app > *, #explore-cards > *')) e.style.display = ''; return true; }`)
}

var leadingNumber = regexp.MustCompile(`^[−-]?[\d,]*\.?\d+(?:e[−-]?\d+)?`)

// leading is the number that a text begins with; NaN for none.
func leading(text string) float64 {
	found := strings.NewReplacer(",", "", "−", "-").Replace(leadingNumber.FindString(strings.TrimSpace(text)))
	v, err := strconv.ParseFloat(found, 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// explained waits for the dialog's next chain.
func (p *tab) explained(do func()) {
	p.Helper()
	before := eval[int](p, `gasburden.explained || 0`)
	do()
	p.waitFor("the steps", fmt.Sprintf(`document.querySelector('dialog.steps')?.open && gasburden.explained > %d`,
		before))
}

// The steps behind a day are the command line's; the dialog opens by button, click and key, and gives the focus back.
func TestExplainADay(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.5&by=outflow", 1280, 900, false)
	check := func(day string, args ...string) {
		t.Helper()
		if p.count("dialog.steps .error") != 0 {
			t.Fatal(p.text("dialog.steps .error"))
		}
		var want []float64
		for line := range strings.Lines(
			string(command(t, append([]string{"explain", "-date", day, "-link", p.link()}, args...)...))) {
			if text, ok := strings.CutPrefix(line, "   = "); ok {
				want = append(want, leading(text))
			}
		}
		got := js[[]string](p, `() => Array.from(document.querySelectorAll('dialog.steps .chain-result b'),
			(e) => e.textContent.split(' = ').pop())`)
		if len(got) != len(want) || len(got) < 30 {
			t.Fatalf("%d steps, the command line has %d", len(got), len(want))
		}
		for i, text := range got {
			near(t, fmt.Sprintf("step %d", i+1), leading(text), want[i], 1e-6)
		}
	}
	// By the button below the chart, which names its day.
	p.explained(func() { p.click("#chart-hero .explain") })
	day := eval[string](p, `document.getElementById('steps-on').value`)
	check(day)
	if title := p.text("#steps-title"); !strings.Contains(title, "20") ||
		eval[string](p, `document.activeElement.id`) != "steps-title" {
		t.Errorf("title %q, or without the focus", title)
	}
	if bad := js[[]string](p,
		`() => Array.from(document.querySelectorAll('dialog.steps a[href]'),
			(e) => e.getAttribute('href')).filter((h) => !/^(method\.html#eq-|https:)/.test(h))`); len(bad) > 0 {
		t.Errorf("links that lead nowhere: %v", bad)
	}
	p.screenshot("explain")
	// The result stands first, the groups are closed but for the last, and a button leads to each.
	if high := js[float64](p, `() => document.querySelector('dialog.steps').scrollHeight / innerHeight`); high > 3 {
		t.Errorf("the steps are %.1f windows high", high)
	}
	p.click("dialog.steps [data-group]")
	if at := js[[]float64](p, `() => {
		const group = document.getElementById('chain-group-1');
		const {top} = document.activeElement.getBoundingClientRect();
		return [group.open && group.contains(document.activeElement) ? 1 : 0, top];
	}`); at[0] != 1 || at[1] < 0 || at[1] > 450 {
		t.Errorf("the button leads to %v", at)
	}
	// Another rate and another day.
	p.explained(func() { p.pickOption("#steps-rate", "1") })
	rate := leading(js[string](p, `() => document.getElementById('steps-rate').selectedOptions[0].text`)) / 100
	check(day, "-rate", fmt.Sprint(rate))
	p.press("\x1b")
	p.waitFor("the dialog to close", `!document.querySelector('dialog.steps').open`)
	if !eval[bool](p, `document.activeElement.classList.contains('explain')`) {
		t.Error("the focus does not return to the button")
	}

	// By the keyboard cursor.
	p.explained(func() {
		js[bool](p, `() => (document.querySelector('#chart-hero .u-over').focus(), true)`)
		p.press(kb.End)
		p.press(kb.ArrowLeft)
		p.press("\r")
	})
	last := eval[string](p, `(() => { const x = gasburden.charts.hero.data[0];
		return new Date(x[x.length - 2] * 1e3).toISOString().slice(0, 10); })()`)
	if got := eval[string](p, `document.getElementById('steps-on').value`); got != last {
		t.Errorf("Enter explains %s, the cursor stands on %s", got, last)
	}
	p.click("dialog.steps [data-close]")

	// By a click on the chart; a double click zooms out instead.
	p.explained(func() { p.click("#chart-hero .u-over") })
	if got := eval[string](p, `document.getElementById('steps-on').value`); got == last || got == "" {
		t.Errorf("a click in the middle explains %q", got)
	}
	if wide := js[int](p, `() => { const e = document.querySelector('dialog.steps');
		return e.scrollWidth - e.clientWidth; }`); wide > 0 {
		t.Errorf("the steps are %d px too wide", wide)
	}
	// Days that no run has are said.
	p.explained(func() {
		js[bool](p, `() => { const e = document.getElementById('steps-on'); e.value = '1999-01-01';
			e.dispatchEvent(new Event('change', {bubbles: true})); return true; }`)
	})
	if said := p.text("dialog.steps .error"); !strings.Contains(said, "1999-01-01") {
		t.Errorf("it says %q", said)
	}
	if title := p.text("#steps-title"); strings.Contains(title, "20") {
		t.Errorf("the title still names a day: %q", title)
	}
	if days := js[[]string](p,
		`() => { const e = document.getElementById('steps-on'); return [e.min, e.max]; }`); days[0] != "2023-07-01" ||
		days[1] < last {
		t.Errorf("the field takes days from %q to %q", days[0], days[1])
	}
}
