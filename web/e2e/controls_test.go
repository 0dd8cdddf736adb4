package e2e

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const onboarding = "raw_onboarding_pib"

// set is the command line's form of a control's value. 'f' with -1 gives the digits that mean exactly v.
func set(name string, v float64) string {
	return name + "=" + strconv.FormatFloat(v, 'f', -1, 64)
}

func TestDefaultsEqualTheCommandLine(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	r := runCLI(t)
	p.compareCLI("hero", r, "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
	if got := p.count(`[id^="range-fil_plus_rate_"]`); got != len(r.Runs) {
		t.Errorf("%d FIL+ rates on the page, %d on the command line", got, len(r.Runs))
	}
}

func TestDragASlider(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	chartBefore, headlineBefore := p.chartData("hero"), p.text("#headline")
	v := p.dragRange(onboarding, 0.6)
	p.settle()
	if p.chartData("hero").equal(chartBefore) {
		t.Error("the hero chart did not change")
	}
	if got := p.text("#headline"); got == headlineBefore || !hasNumber.MatchString(got) {
		t.Errorf("the headline reads %q, before the drag %q", got, headlineBefore)
	}
	p.fieldFollows(onboarding, v)
	p.compareCLI("hero", runCLI(t, set(onboarding, v)), "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
}

// fieldFollows checks that the text field shows the slider's value, rounded at most to three digits.
func (p *tab) fieldFollows(name string, v float64) {
	p.Helper()
	shown, err := strconv.ParseFloat(strings.ReplaceAll(p.value(name), ",", ""), 64)
	if err != nil || math.Abs(shown-v) > 0.005*math.Abs(v) {
		p.Errorf("the field of %s shows %q, its slider %v", name, p.value(name), v)
	}
}

// Every control reaches the model, in the unit it shows.
func TestControlsEqualTheCommandLine(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	before := p.chartData("hero")
	for _, c := range []struct {
		name, typed, set string
	}{
		{"horizon_days", "400", "horizon_days=400"},
		{onboarding, "3.25", onboarding + "=3.25"},
		{"renewal_rate", "55", "renewal_rate=0.55"},
		{"sector_duration_days", "360", "sector_duration_days=360"},
		{"lock_target", "25", "lock_target=0.25"},
		{"fil_plus_multiplier", "5", "fil_plus_multiplier=5"},
		{"direct_gas_fraction", "40", "direct_gas_fraction=0.4"},
		{"base_fee_nanofil", "0.5", "base_fee_nanofil=0.5"},
		{"smoothing_days", "7", "smoothing_days=7"},
	} {
		p.step(t, c.name, func(t *testing.T) {
			p.setInput(c.name, c.typed)
			p.settle()
			if p.chartData("hero").equal(before) {
				t.Error("the hero chart did not change")
			}
			p.compareCLI("hero", runCLI(t, "version=1", c.set), "gas_over_netflow", "direct_over_netflow",
				"netflow_mean_fil")
			if got := p.value(c.name); got != c.typed {
				t.Errorf("typed %q, the field shows %q", c.typed, got)
			}
			p.resetAll(before)
		})
	}
}

// resetAll takes the page back to its defaults, where the chart is as it was.
func (p *tab) resetAll(before chart) {
	p.Helper()
	p.click("#reset-all")
	p.settle()
	if !p.chartData("hero").equal(before) {
		p.Error("after a reset, the chart is not what it was")
	}
}

func TestDenominator(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	r := runCLI(t)
	before := p.chartData("hero")
	for _, c := range []struct{ value, solid, dashed, mean string }{
		{"outflow", "gas_over_outflow", "direct_over_outflow", "outflow_mean_fil"},
		{"circulating", "", "", ""}, // its unit is the page's choice
		{"netflow", "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil"},
		{"fil", "gas_over_netflow", "", ""}, // which compareCLI knows to be in FIL then
	} {
		p.choose("denominator", c.value)
		if same := p.chartData("hero").equal(before); same != (c.value == "fil") {
			t.Errorf("%s: the hero chart equals the one in FIL a day: %v", c.value, same)
		}
		if p.chartData("hero").drawn() < 2*len(r.Runs) {
			t.Errorf("%s: the hero chart draws %d lines", c.value, p.chartData("hero").drawn())
		}
		if c.solid != "" {
			p.compareCLI("hero", r, c.solid, c.dashed, c.mean)
		}
	}
}

// choose clicks a radio button; one that is drawn by its label is clicked there.
func (p *tab) choose(name, value string) {
	p.Helper()
	if !js[bool](p, `(name, value) => {
		const e = document.querySelector('input[type=radio][name="' + name + '"][value="' + value + '"]');
		if (!e) return false;
		(e.labels && e.labels[0] || e).click();
		return e.checked;
	}`, name, value) {
		p.Fatalf("the radio button %s=%s is missing or cannot be chosen", name, value)
	}
	p.settle()
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	before, headline := p.chartData("hero"), p.text("#headline")
	for _, c := range []struct {
		name, typed string
		lo, hi      string // the legal range in the unit of the page
	}{
		{onboarding, "1001", "0", "1000"},
		{onboarding, "-1", "0", "1000"},
		{onboarding, "lots", "0", "1000"},
		{onboarding, "", "0", "1000"},
		{"horizon_days", "0", "1", "7300"},
		{"horizon_days", "7301", "1", "7300"},
		{"horizon_days", "1.5", "1", "7300"},
		{"renewal_rate", "101", "0", "100"},
		{"sector_duration_days", "179", "180", "1900"},
		{"lock_target", "-3", "0", "100"},
		{"fil_plus_multiplier", "21", "1", "20"},
		{"direct_gas_fraction", "NaN", "0", "100"},
		{"base_fee_nanofil", "1e9", "0", "1000"},
		{"smoothing_days", "366", "1", "365"},
		{"fil_plus_rate_0", "120", "0", "100"},
	} {
		was := p.value(c.name)
		if c.typed == "" {
			p.setInput(c.name, "")
		} else {
			p.pasteInput(c.name, c.typed)
		}
		p.settle()
		message := p.text("#error-" + c.name)
		if p.count("#error-"+c.name) != 1 || message == "" {
			t.Errorf("%s = %q: no visible error", c.name, c.typed)
		}
		words := numbersIn(message)
		if !slices.Contains(words, c.lo) || !slices.Contains(words, c.hi) {
			t.Errorf("%s = %q: the error %q does not name the range %s to %s", c.name, c.typed, message, c.lo, c.hi)
		}
		if !strings.Contains(message, c.typed) {
			t.Errorf("%s = %q: the error %q does not name the value", c.name, c.typed, message)
		}
		if !p.chartData("hero").equal(before) {
			t.Errorf("%s = %q: the chart changed", c.name, c.typed)
		}
		if got := p.text("#headline"); got != headline {
			t.Errorf("%s = %q: the headline changed to %q", c.name, c.typed, got)
		}
		p.pasteInput(c.name, was)
		p.settle()
		if got := p.count("#error-" + c.name); got != 0 && p.text("#error-"+c.name) != "" {
			t.Errorf("%s: back at %q, the error stays: %q", c.name, was, p.text("#error-"+c.name))
		}
	}
	p.click("#reset-all") // a field may show a rounded default, which was then typed back
	p.settle()
	if !p.chartData("hero").equal(before) {
		t.Error("after a reset, the chart is not what it was")
	}
}

// Typed key by key, a number passes through legal values before it is out of range: the picture keeps the last of them.
func TestBadInputWhileTyping(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	p.setInput(onboarding, "1001")
	p.settle()
	if message := p.text("#error-" + onboarding); !strings.Contains(message, "1001") {
		t.Errorf("the error reads %q", message)
	}
	if got := p.value(onboarding); got != "1001" {
		t.Errorf("typed 1001, the field shows %q", got)
	}
	// No part of it is left: not the 1, the 10 and the 100 that could be read while it was typed.
	if js[bool](p, `() => /onboarding/.test(location.search)`) {
		t.Errorf("the link is %s", p.link())
	}
	if p.chartData("hero").drawn() == 0 {
		t.Error("the hero chart is empty")
	}
	p.setInput(onboarding, "3.05")
	p.settle()
	if got := p.value(onboarding); got != "3.05" {
		t.Errorf("typed 3.05, the field shows %q", got)
	}
	p.compareCLI("hero", runCLI(t, set(onboarding, 3.05)), "gas_over_netflow", "direct_over_netflow",
		"netflow_mean_fil")
}

var number = regexp.MustCompile(`-?\d[\d,]*(?:\.\d+)?`)

// numbersIn lists the numbers in a sentence, without thousands separators.
func numbersIn(s string) []string {
	found := number.FindAllString(s, -1)
	for i := range found {
		found[i] = strings.ReplaceAll(found[i], ",", "")
	}
	return found
}

func TestRates(t *testing.T) {
	t.Parallel()
	const sliders, removers = `[id^="range-fil_plus_rate_"]`, `[id^="remove-rate-"]:not(:disabled)`
	p := openPage(t, "?v=1", 1280, 900, false)
	before := p.chartData("hero")
	if got := p.count(sliders); got != 3 {
		t.Fatalf("%d FIL+ rates at the start, want the study's 3", got)
	}
	for n := 4; n <= 5; n++ {
		p.click("#add-rate")
		p.settle()
		if got := p.count(sliders); got != n {
			t.Fatalf("%d FIL+ rates after adding, want %d", got, n)
		}
		if got := p.chartData("hero").drawn(); got < 2*n {
			t.Errorf("%d FIL+ rates, but %d lines in the hero chart", n, got)
		}
	}
	if got := p.count("#add-rate:not(:disabled)"); got != 0 {
		t.Error("a sixth FIL+ rate can be added")
	}
	p.setInput("fil_plus_rate_0", "10")
	p.settle()
	second := p.value("fil_plus_rate_1")
	p.click("#remove-rate-0")
	p.settle()
	if got := p.value("fil_plus_rate_0"); got != second {
		t.Errorf("the first FIL+ rate was removed, the next one shows %q, want %q", got, second)
	}
	if got := p.count(sliders); got != 4 {
		t.Errorf("%d FIL+ rates after removing one of 5", got)
	}
	var rates []string
	for i := range 4 {
		v, err := strconv.ParseFloat(p.value(fmt.Sprintf("fil_plus_rate_%d", i)), 64)
		if err != nil {
			t.Fatal(err)
		}
		rates = append(rates, strconv.FormatFloat(v/100, 'f', -1, 64))
	}
	p.compareCLI("hero", runCLI(t, "version=1", "fil_plus_rates=["+strings.Join(rates, ",")+"]"), "gas_over_netflow",
		"direct_over_netflow", "netflow_mean_fil")
	for n := 3; n >= 1; n-- {
		p.click("#remove-rate-0")
		p.settle()
		if got := p.count(sliders); got != n {
			t.Fatalf("%d FIL+ rates after removing, want %d", got, n)
		}
	}
	if got := p.count(removers); got != 0 {
		t.Error("the last FIL+ rate can be removed")
	}
	p.click("#reset-all")
	p.settle()
	if got := p.count(sliders); got != 3 {
		t.Errorf("%d FIL+ rates after a reset, want 3", got)
	}
	if !p.chartData("hero").equal(before) {
		t.Error("after a reset, the chart is not what it was")
	}
}

func TestReset(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	before, lock, onboard := p.chartData("hero"), p.value("lock_target"), p.value(onboarding)
	p.setInput("lock_target", "45")
	p.setInput(onboarding, "9")
	p.settle()
	p.click("#reset-" + onboarding)
	p.settle()
	if got := p.value(onboarding); got != onboard {
		t.Errorf("%s shows %q after its reset, want %q", onboarding, got, onboard)
	}
	if got := p.value("lock_target"); got != "45" {
		t.Errorf("lock_target shows %q after the reset of another control, want 45", got)
	}
	p.compareCLI("hero", runCLI(t, "lock_target=0.45"), "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
	p.click("#reset-all")
	p.settle()
	if got := p.value("lock_target"); got != lock {
		t.Errorf("lock_target shows %q after the reset of all, want %q", got, lock)
	}
	if !p.chartData("hero").equal(before) {
		t.Error("after a reset, the chart is not what it was")
	}
}

// otherSnapshot is an option of the snapshot select that is not chosen.
func (p *tab) otherSnapshot() string {
	p.Helper()
	other := js[string](p, `() => (Array.from(document.getElementById('input-snapshot').options).find((o) => !o.selected) || {value: ''}).value`)
	if other == "" {
		p.Fatal("there is only one snapshot to choose from")
	}
	return other
}

func TestSnapshot(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	before, headline, first, other := p.chartData("hero"), p.text("#headline"), p.value("snapshot"), p.otherSnapshot()
	p.setInput("snapshot", other)
	p.waitFor("the other snapshot's dates", fmt.Sprintf(`window.gasburden.charts.hero.data[0].at(-1) !== %v`,
		before.X[len(before.X)-1]))
	p.settle()
	if got := p.server.requested("data/2"); len(got) != 1 {
		t.Errorf("choosing a snapshot loads %q, want one file", got)
	}
	if p.text("#headline") == headline {
		t.Error("the headline did not change")
	}
	p.compareCLI("hero", runCLI(t, "snapshot="+other), "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
	p.screenshot("snapshot")
	p.setInput("snapshot", first)
	p.waitFor("the first snapshot's dates", fmt.Sprintf(`window.gasburden.charts.hero.data[0].at(-1) === %v`,
		before.X[len(before.X)-1]))
	p.settle()
	if !p.chartData("hero").equal(before) {
		t.Error("back at the first snapshot, the chart is not what it was")
	}
}

func TestSnapshotThatFails(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	p.allowErrors() // the browser reports the missing file itself
	p.server.setFault(answerNotFound("data/"))
	before := p.chartData("hero")
	p.setInput("snapshot", p.otherSnapshot())
	p.waitFor("an error beside the control",
		`(document.getElementById('error-snapshot') || {innerText: ''}).innerText.trim() !== ''`)
	p.settle()
	if !p.chartData("hero").equal(before) {
		t.Error("the chart changed")
	}
	if p.count("#crash") != 0 {
		t.Error("the crash message is visible")
	}
	p.setInput(onboarding, "9")
	p.settle()
	if p.chartData("hero").equal(before) {
		t.Error("after the failure, controls no longer answer")
	}
}

// However fast the slider moves, what is drawn in the end is its last value.
func TestFastDrag(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	js[bool](p, `async (s) => {
		const e = document.querySelector(s), lo = +e.min, hi = +e.max;
		const move = (share) => { e.value = lo + share * (hi - lo);
			e.dispatchEvent(new Event('input', {bubbles: true})); };
		for (let burst = 0; burst < 30; burst++) {
			for (let i = 0; i < 10; i++) move(Math.abs(Math.sin(burst * 10 + i)));
			await new Promise((next) => setTimeout(next, burst % 3 * 4)); // between, during and after frames
		}
		move(0.37);
		e.dispatchEvent(new Event('change', {bubbles: true}));
		return true;
	}`, "#range-"+onboarding)
	p.settle()
	v := p.rangeValue(onboarding)
	if share := js[float64](p,
		`(s) => { const e = document.querySelector(s); return (e.value - e.min) / (e.max - e.min); }`,
		"#range-"+onboarding); math.Abs(share-0.37) > 0.02 {
		t.Errorf("the slider stands at %.3f of its way, want 0.37", share)
	}
	p.fieldFollows(onboarding, v)
	p.compareCLI("hero", runCLI(t, set(onboarding, v)), "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
}

func TestLayout(t *testing.T) {
	t.Parallel()
	for _, width := range []int{360, 768, 1280, 1600} {
		var paper [2]string
		p := openPage(t, "", width, 800, false)
		for i, dark := range []bool{false, true} {
			name := fmt.Sprintf("%s-%d", []string{"light", "dark"}[i], width)
			p.step(t, name, func(t *testing.T) {
				p.resize(width, dark)
				if got := js[int](p, `() => document.documentElement.scrollWidth`); got > width {
					t.Errorf("the page is %d px wide: it scrolls sideways", got)
				}
				paper[i] = js[string](p, `() => getComputedStyle(document.body).backgroundColor`)
				p.screenshot(name)
			})
		}
		if paper[0] == paper[1] {
			t.Errorf("%d px: light and dark have the same background, %s", width, paper[0])
		}
	}
}

// Who presses on a number and types means that number, not its digits among those that stood there.
func TestPressedNumberIsTypedOver(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1440, 900, false)
	const field = "raw_onboarding_pib"
	p.click("#input-" + field)
	p.press("5")
	if got := p.value(field); got != "5" {
		t.Fatalf("pressed and typed over by 5 it is %q", got)
	}
	p.click("#input-" + field) // sets the caret
	if selected := js[int](p, `(id) => { const e = document.getElementById('input-' + id);
		return e.selectionEnd - e.selectionStart; }`, field); selected != 0 {
		t.Errorf("a second press selects %d characters", selected)
	}
}
