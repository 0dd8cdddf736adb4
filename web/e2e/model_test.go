package e2e

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A preset is what the command line's -preset makes of it, and shows itself as pressed.
func TestPresets(t *testing.T) {
	t.Parallel()
	const pressed = `() => Array.from(document.querySelectorAll('.presets [aria-pressed=true]'), (e) => e.id)`
	p := openPage(t, "", 1280, 900, false)
	for _, name := range []string{"study", "saved-unused", "refilled-in-part", "refilled", "stayed"} {
		p.click("#preset-" + name)
		p.settle()
		if pressed := js[[]string](p, pressed); len(pressed) != 1 || pressed[0] != "preset-"+name {
			t.Errorf("%s: pressed are %q", name, pressed)
		}
		p.compareCLI("hero", runPreset(t, name), "gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")
	}
	p.dragRange(onboarding, 0.6)
	p.settle()
	if len(js[[]string](p, pressed)) != 0 {
		t.Error("a changed scenario still shows as a preset")
	}
}

// The band is the command line's, can be switched off, and leaves with the study's model.
func TestBand(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	band := func() (low, high []float64) {
		for _, s := range p.chartData("gas").Series {
			switch {
			case strings.HasSuffix(s.Label, "band, gas model only, low"):
				low = s.Y
			case strings.HasSuffix(s.Label, "band, gas model only, high"):
				high = s.Y
			}
		}
		return low, high
	}
	r := runCLI(t, "version=1")
	gas := r.byDate(t, 1, "gas_status_quo_fil")
	check := func(factors []float64) {
		t.Helper()
		low, high := band()
		if low == nil || high == nil {
			t.Fatal("no band")
		}
		x := p.chartData("gas").X
		for i, f := range factors {
			want := gas[x[i]] / 100 // byDate gives percent
			if math.Abs(low[i]*f/want-1) > 1e-9 || math.Abs(high[i]/f/want-1) > 1e-9 {
				t.Fatalf("day %d: band %v to %v around %v, want a factor of %v", i, low[i], high[i], want, f)
			}
		}
	}
	check(r.Bands.DayFactors[1])
	p.choosePick("view-band", "2")
	check(r.Bands.DayFactors[2])
	p.choosePick("view-band-of", "mean")
	check(r.Bands.MeanFactors[2])
	p.choosePick("view-band", "off")
	if low, _ := band(); low != nil {
		t.Error("switched off, the band is still there")
	}
	p.choosePick("view-band", "0")
	p.click("#preset-study")
	p.settle()
	if low, _ := band(); low != nil {
		t.Error("the study's model has a band")
	}
}

// Adoption, messages and the switch reach the model; fields without effect are hidden.
func TestDirectControls(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	before := p.chartData("hero")
	for _, c := range []struct {
		name string
		set  [][2]string
		cli  []string
	}{
		{"no adoption", [][2]string{{"adoption", "none"}}, []string{"adoption=none"}},
		{"constant share", [][2]string{{"adoption", "constant"}, {"adoption_share", "11"}},
			[]string{"adoption=constant", "adoption_share=0.11"}},
		{"ramp", [][2]string{{"adoption", "logistic"}, {"adoption_days", "500"}},
			[]string{"adoption=logistic", "adoption_days=500"}},
		{"rebound", [][2]string{{"rebound", "25"}}, []string{"rebound=0.25"}},
		{"all messages", [][2]string{{"messages", "onboarding"}, {"direct_prove_fraction", "50"}},
			[]string{"messages=onboarding", "direct_prove_fraction=0.5"}},
		{"study's model", [][2]string{{"gas_model", "regime"}}, []string{"gas_model=regime"}},
	} {
		p.step(t, c.name, func(t *testing.T) {
			if p.count("#input-adoption_share") != 0 || p.count("#input-direct_prove_fraction") != 0 {
				t.Error("fields without effect are visible")
			}
			for _, s := range c.set {
				p.setInput(s[0], s[1])
				p.settle()
			}
			p.compareCLI("hero", runCLI(t, append([]string{"version=1"}, c.cli...)...), "gas_over_netflow",
				"direct_over_netflow", "netflow_mean_fil")
			p.resetAll(before)
		})
	}
	p.click("#input-burn_feedback")
	p.settle()
	p.compareCLI("hero", runCLI(t, "version=1", "burn_feedback=true"), "gas_over_netflow", "direct_over_netflow",
		"netflow_mean_fil")
}

// The gas chart's units are one figure: FIL at the base fee, gas, and a share of all gas.
func TestGasUnits(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=2&snapshot=2023-07-31", 1280, 900, false) // whose network has gas to speak of
	r := runCLI(t, "version=2", "snapshot=2023-07-31")
	for _, c := range []struct {
		unit, series string
		factor       float64
	}{{"gas", "gas_status_quo_ggas", 1e-3}, {"fil", "gas_status_quo_fil", 1}} {
		p.choosePick("view-unit", c.unit)
		want := r.byDate(t, 1, c.series)
		data := p.chartData("gas")
		for i, x := range data.X {
			if y := data.Series[1].Y[i]; math.Abs(y/(want[x]/100*c.factor)-1) > 1e-9 {
				t.Fatalf("%s on day %d: %v, want %v", c.unit, i, y, want[x]/100*c.factor)
			}
		}
	}
	p.choosePick("view-unit", "share")
	if title := p.text("#chart-gas .subtitle"); !strings.Contains(title, "all gas") {
		t.Errorf("the subtitle says %q", title)
	}
}

// The evidence arrives when the reader comes near, with every chart drawn.
func TestEvidence(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	section := p.text("#evidence")
	for _, want := range []string{"187,825", "13.7 %", "95.5 %"} { // of the tables of costs and of errors
		if !strings.Contains(section, want) {
			t.Errorf("the tables do not say %s: %q", want, section)
		}
	}
	js[bool](p, `() => (document.getElementById('evidence').scrollIntoView(), true)`)
	p.waitFor("the evidence", `!!window.gasburden.evidence`)
	for _, id := range []string{"input-deal", "input-ratio", "input-gas", "fit", "aftermath", "raw_power_eib",
		"qa_power_eib", "circulating_fil", "burnt_fil"} {
		if drawn := p.chartData(id).drawn(); drawn < 1 {
			t.Errorf("chart %s draws nothing", id)
		}
	}
	for id, marks := range map[string]int{"direct": 14, "price": 16} { // a month each; of each a forecast and a mean
		if got := p.count("#evidence-" + id + " svg.months circle"); got != marks {
			t.Errorf("figure %s has %d marks, want %d", id, got, marks)
		}
	}
	for _, id := range []string{"scatter", "map"} {
		if !js[bool](p, `(id) => {
			const c = document.querySelector('#evidence-' + id + ' canvas');
			return new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size > 20;
		}`, id) {
			t.Errorf("drawing %s is empty", id)
		}
	}
	alt := func() string {
		return js[string](p, `() => document.querySelector('#evidence-map canvas').getAttribute('aria-label')`)
	}
	if !strings.Contains(alt(), "300") {
		t.Errorf("the map says %q", alt())
	}
	p.choosePick("evidence-map-model", "scaling")
	if !strings.Contains(alt(), " 0 of them") {
		t.Errorf("the scaling model's map says %q", alt())
	}
}

// choosePick picks an option of a list that belongs to the view.
func (p *tab) choosePick(id, value string) {
	p.Helper()
	if !js[bool](p, `(id, value) => {
		const e = document.getElementById(id);
		if (!e) return false;
		e.value = value;
		e.dispatchEvent(new Event('change', {bubbles: true}));
		return e.value === value;
	}`, id, value) {
		p.Fatalf("#%s has no option %q", id, value)
	}
	p.settle()
}

// A cursor that stands on a day which a shorter run no longer has must not bring the page down.
func TestCursorOnADayThatIsGone(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 900, false)
	js[bool](p, `() => (document.querySelector('#chart-hero .u-over').focus(), true)`)
	p.press("\ue010") // End
	p.setInput("horizon_days", "365")
	p.settle()
	p.setInput("snapshot", p.otherSnapshot())
	p.settle()
	js[bool](p, `() => {
		const u = window.gasburden.charts.gas;
		u.setCursor({left: u.over.clientWidth - 2, top: 10}, true, true);
		return true;
	}`)
	p.setInput("snapshot", "2023-07-31")
	p.settle()
	if p.count("#crash") != 0 {
		t.Fatal("the crash message is visible")
	}
	if day := p.text("#chart-hero .readout-day"); strings.Contains(day, "Invalid") || day == "" {
		t.Errorf("the readout says %q", day)
	}
}

// The legend gives a share as the headline does: with two digits, whatever they are.
func TestLegendDigits(t *testing.T) {
	t.Parallel()
	p := openPage(t, "saved-unused.html", 1280, 1000, false)
	said := p.text("#chart-hero .readout-values")
	var values []string
	for _, pair := range regexp.MustCompile(`([\d.]+) % → ([\d.]+) %`).FindAllStringSubmatch(said, -1) {
		values = append(values, pair[1:]...)
	}
	for _, v := range values {
		if !regexp.MustCompile(`^(0\.0*[1-9]\d|[1-9]\.\d|[1-9]\d+)$`).MatchString(v) {
			t.Errorf("%q in %q", v, said)
		}
	}
	if len(values) != 6 || !slices.Contains(values, "0.60") || !strings.Contains(p.text("#headline"), "0.60 %") {
		t.Errorf("the legend says %q, the headline %q", said, p.text("#headline"))
	}
}

// Up to three pinned runs stay on the chart while others are looked at, under names of the reader's, can be gone back
// to, and travel in the link, to the embedded chart too.
func TestPin(t *testing.T) {
	t.Parallel()
	p := openPage(t, "saved-unused.html", 1280, 1000, false)
	before := p.chartData("hero")
	p.click("#pin")
	p.waitFor("the pin", `!!document.getElementById('pin-name-1')`)
	p.click("#preset-today")
	p.waitFor("the network of September 2025",
		`document.getElementById('preset-today').getAttribute('aria-pressed') === 'true'`)
	p.settle()
	pinned := func(q *tab, after chart, name string) *series {
		for i, s := range after.Series {
			if strings.HasPrefix(s.Label, "pinned "+name) && strings.HasSuffix(s.Label, "status quo") {
				return &after.Series[i]
			}
		}
		t.Fatalf("no pinned curve of %s: %v", name, after.Series)
		return nil
	}
	was := map[float64]float64{}
	for i, x := range before.X {
		was[x] = before.Series[1].Y[i]
	}
	stays := func(q *tab, name string) {
		t.Helper()
		after, both := q.chartData("hero"), 0
		curve := pinned(q, after, name)
		for i, x := range after.X {
			if v := curve.Y[i]; !math.IsNaN(v) {
				if both++; v != was[x] {
					t.Fatalf("the pinned curve moved to %v from %v", v, was[x])
				}
			}
		}
		if both < 100 {
			t.Errorf("only %d days of the pinned run are on the chart", both)
		}
	}
	stays(p, "Saved gas unused, 75 %")
	p.click("#pin")
	p.waitFor("the second pin", `!!document.getElementById('pin-name-2')`)
	p.focusInput("#pin-name-1")
	p.paste("Nothing burnt, 35 % <b>")
	p.waitQuery("pin=Nothing_burnt.2c._35_.25._.3c.b.3e.~v~1~snapshot~2023-07-31~")
	p.settle()
	stays(p, "Nothing burnt, 35 % <b>, 75 %")
	// Its name stands at the left of its end: beside it, other curves go on.
	name := js[[]string](p, `() => {
		const write = CanvasRenderingContext2D.prototype.fillText, names = [];
		CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
			if (this.canvas === gasburden.charts.hero.ctx.canvas && /^(Nothing.*|50 %)$/.test(text)) names.push(text +
				' ' + this.textAlign);
			write.call(this, text, ...at);
		};
		gasburden.charts.hero.redraw(false, true);
		return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
			CanvasRenderingContext2D.prototype.fillText = write;
			done(names);
		})));
	}`)
	if !slices.Contains(name, "Nothing burnt, 35 % <b> right") || !slices.Contains(name, "50 % left") {
		t.Errorf("the names at the ends stand %q", name)
	}
	p.screenshot("pinned")
	link := p.query()
	q := openPage(t, "embed.html?"+link, 760, 700, false)
	q.waitFor("the pinned runs in an embedded chart",
		`gasburden.charts.hero.series.filter((s) => s.label && s.label.startsWith('pinned')).length === 4`)
	stays(q, "Nothing burnt, 35 % <b>, 75 %")
	q.screenshot("pinned-embed")
	p.click("#preset-study")
	p.waitFor("the study", `document.getElementById('preset-study').getAttribute('aria-pressed') === 'true'`)
	p.click("#pin")
	p.waitFor("no room for a fourth", `document.getElementById('pin').disabled`)
	p.click("#pin-back-1")
	p.waitFor("the pinned run",
		`document.getElementById('preset-saved-unused').getAttribute('aria-pressed') === 'true'`)
	for range 3 {
		p.click("#unpin-1")
		p.settle()
	}
	p.waitFor("the chart without them",
		`!gasburden.charts.hero.series.some((s) => s.label && s.label.startsWith('pinned'))`)
	p.shortcut(false)
	p.waitFor("the last one again",
		`gasburden.charts.hero.series.some((s) => s.label && s.label.startsWith('pinned'))`)
}
