package page

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// newBandPage is a page of the scaling model, whose errors have bands.
func newBandPage(t *testing.T, assumptions ...string) *Page {
	t.Helper()
	return newStudyPage(t, append([]string{"gas_model=scaling"}, assumptions...)...)
}

// edges are the columns that the chart shades between, lower first; nil where there are none.
func edges(t *testing.T, plot *Plot) (low, high []float64) {
	t.Helper()
	for _, band := range plot.Spec.Bands {
		if plot.Spec.Series[band.Upper-1].Kind == "edge" {
			return plot.Column(band.Lower), plot.Column(band.Upper)
		}
	}
	return nil, nil
}

// The band runs around the focus run's status quo, as far as the simulator says.
func TestBandColumns(t *testing.T) {
	for _, assumptions := range [][]string{nil, {"fil_plus_rates=0.9,0.1"}, {"messages=onboarding"},
		{"horizon_days=1"}} {
		p := newBandPage(t, assumptions...)
		focus := Focus(p.Result)
		run := &p.Result.Runs[focus]
		for k := range model.Coverages {
			for of, factors := range map[string][]float64{BandOfDays: p.Result.Bands.Day[k],
				BandOfMeans: p.Result.Bands.Mean[k]} {
				p.Band, p.BandOf = strconv.Itoa(k), of
				for _, id := range []string{"hero", "gas", "gas-over-outflow", "gas-over-netflow"} {
					plot := plotOf(p, id)
					low, high := edges(t, plot)
					if low == nil {
						t.Fatalf("%v %s: no band of %s %s", assumptions, id, p.Band, of)
					}
					for day, v := range column(t, plot, "line", p.composer().rank(focus)) {
						if math.IsNaN(v) {
							if !math.IsNaN(low[day]) || !math.IsNaN(high[day]) {
								t.Fatalf("%v %s: a band without a line on %v", assumptions, id, p.Result.Date(day))
							}
							continue
						}
						below, above := run.Around(factors[day], day, false, p.Result.Scenario.DirectGasFraction)
						if !(low[day] <= v && v <= high[day]) || math.Abs(low[day]-v*below)+
							math.Abs(high[day]-v*above) > 1e-12*math.Abs(v) {
							t.Fatalf("%v %s: %v in %v to %v on %v", assumptions, id, v, low[day], high[day],
								p.Result.Date(day))
						}
					}
				}
			}
		}
	}
}

// A wider coverage is a wider band, and means are surer than days.
func TestBandWidths(t *testing.T) {
	p := newBandPage(t)
	last := p.Result.Days - 1
	width := func(band, of string) float64 {
		p.Band, p.BandOf = band, of
		low, high := edges(t, plotOf(p, "gas"))
		return high[last] - low[last]
	}
	if a, b, c := width("0", BandOfDays), width("1", BandOfDays), width("2", BandOfDays); !(0 < a && a < b && b < c) {
		t.Errorf("bands are %v, %v and %v wide", a, b, c)
	}
	if of, day := width("1", BandOfMeans), width("1", BandOfDays); of > day {
		t.Errorf("the band of means is %v wide, of days %v", of, day)
	}
}

// Without a band nothing is shaded, and no column is spent.
func TestNoBand(t *testing.T) {
	for what, page := range map[string]func() *Page{
		"switched off": func() *Page { p := newBandPage(t); p.Band = BandOff; return p },
		"regime model": func() *Page { return newStudyPage(t) },
	} {
		p := page()
		for _, id := range PlotIDs {
			if low, _ := edges(t, plotOf(p, id)); low != nil {
				t.Errorf("%s: %s has a band", what, id)
			}
		}
		if shaded := plotOf(p, "hero").Spec.Bands; len(shaded) > 0 {
			t.Errorf("%s: the hero shades %v", what, shaded)
		}
	}
	p := newBandPage(t)
	for _, id := range []string{"outflow", "deal", "ratio"} { // not of gas
		if low, _ := edges(t, plotOf(p, id)); low != nil {
			t.Errorf("%s has a band", id)
		}
	}
}

// The gas chart follows its unit, dots included, and says which it is.
func TestGasUnits(t *testing.T) {
	p := newStudyPage(t, "base_fee_nanofil=0.25")
	total := p.in.Onboarding.TotalGgas
	seen := map[string]bool{}
	for _, c := range []struct {
		unit, series string
		scale        float64
		realised     []float64
		dots         float64
		format       string
	}{
		{GasInFIL, "gas_status_quo_fil", 1, p.Realised.GasFIL, 1, "fil"},
		{GasInGas, "gas_status_quo_ggas", 1e-3, p.Realised.GasGgas, 1e-3, "number"},
		{GasOfTotal, "gas_status_quo_ggas", 100 / total, p.Realised.GasOfTotal, 100, "percent"},
	} {
		p.GasUnit = c.unit
		plot := plotOf(p, "gas")
		for i := range p.Result.Runs {
			if day := differs(column(t, plot, "line", p.composer().rank(i)), seriesOf(t, p.Result, i, c.series),
				c.scale, false); day >= 0 {
				t.Errorf("in %s: run %d differs on %v", c.unit, i, p.Result.Date(day))
			}
		}
		if day := differs(column(t, plot, "dots", -1), c.realised, c.dots, false); day >= 0 {
			t.Errorf("in %s: the dot of %v differs", c.unit, p.Result.Date(day))
		}
		if plot.Spec.Format != c.format || seen[plot.Subtitle] {
			t.Errorf("in %s: format %s, subtitle %q", c.unit, plot.Spec.Format, plot.Subtitle)
		}
		seen[plot.Subtitle] = true
	}
}

// What is only a matter of view changes no result, and reaches the browser.
func TestViewMessages(t *testing.T) {
	p := newBandPage(t)
	sent, result := Sent{}, p.Result
	message(t, sent, plotOf(p, "hero"))
	message(t, sent, plotOf(p, "gas"))
	p.Band = BandOff
	if message(t, sent, plotOf(p, "hero")) == "" {
		t.Error("no band: no message")
	}
	p.Band, p.BandOf = "2", BandOfMeans
	if message(t, sent, plotOf(p, "hero")) == "" {
		t.Error("a band: no message")
	}
	p.GasUnit = GasInGas
	if message(t, sent, plotOf(p, "gas")) == "" {
		t.Error("another unit: no message")
	}
	update(t, p)
	if p.Result != result {
		t.Error("the view changed the result")
	}
}

// A band says in the key, on the card, in Markdown and in files that it is of the gas model alone, and how many of the
// days after the fit it held.
func TestBandsAreLabelled(t *testing.T) {
	p := newBandPage(t)
	held := p.Result.Bands.Held
	for _, c := range []struct{ band, of, want string }{
		{"1", BandOfDays, "80 % band of days, gas model only: 91 % of 693 later days inside"},
		{"0", BandOfDays, "50 % band of days, gas model only: 70 % of 693 later days inside"},
		{"2", BandOfDays, "95 % band of days, gas model only: 99 % of 693 later days inside"},
		{"0", BandOfMeans, "50 % band of 30-day means, gas model only: 91 % of 22 later means inside"},
	} {
		p.Band, p.BandOf = c.band, c.of
		plot := plotOf(p, "hero")
		if got := plot.Band; got != c.want {
			t.Errorf("says %q, want %q", got, c.want)
		}
		csv, err := p.CSV()
		if err != nil {
			t.Fatal(err)
		}
		for where, text := range map[string]string{"key": plot.Key, "Markdown": p.Markdown(), "CSV": string(csv)} {
			if !strings.Contains(text, c.want) {
				t.Errorf("the %s does not say %q", where, c.want)
			}
		}
		if !strings.Contains(string(csv), "75 % band, gas model only, low [") {
			t.Error("a column of the CSV does not say what its band holds")
		}
	}
	// Means over other numbers of days were not counted; figures of the reader's own neither.
	assume(t, p, "smoothing_days=7")
	p.Band = "1"
	mustContain(t, plotOf(p, "hero").Band, "80 % band of 7-day means, gas model only: not checked")
	p.Result.Bands.Held, p.BandOf = model.Held{}, BandOfDays
	mustContain(t, plotOf(p, "hero").Band, "80 % band of days, gas model only: not checked")
	p.Result.Bands.Held = held

	// A later snapshot's fit has no days after it: what an earlier one held is said to be that one's.
	use(t, p, "2025-09-09")
	assume(t, p, "gas_model=scaling")
	mustContain(t, plotOf(p, "hero").Band, "fitted to August 2023, 91 % of 693 later days inside")
}

// A shade is the band's and nothing else's: the saving has none, and without a band nothing is shaded or named in the
// key.
func TestOneMarkOneMeaning(t *testing.T) {
	study := newStudyPage(t) // whose errors have no band
	off := newBandPage(t)
	off.Band = BandOff
	for _, p := range []*Page{study, off} {
		for _, id := range PlotIDs {
			plot := plotOf(p, id)
			if len(plot.Spec.Bands) > 0 || strings.Contains(plot.Key, `class="band"`) || plot.Band != "" {
				t.Errorf("%s: %d shades, key %q", id, len(plot.Spec.Bands), plot.Key)
			}
		}
		if plotOf(p, "hero").Spec.Saving == nil {
			t.Error("nothing marks the saving")
		}
	}
	for _, band := range plotOf(newBandPage(t), "hero").Spec.Bands {
		if kind := plotOf(newBandPage(t), "hero").Spec.Series[band.Upper-1].Kind; kind != "edge" {
			t.Errorf("a shade ends at a %s", kind)
		}
	}
}

// The summary counts the dots that lie in the band, which holds nothing of what the network did otherwise than
// forecast.
func TestDotsInBandAreCounted(t *testing.T) {
	p := newBandPage(t)
	for _, p.GasUnit = range []string{GasInGas, GasOfTotal} {
		const id = "gas"
		plot := plotOf(p, id)
		low, high := edges(t, plot)
		n, within := 0, 0
		for day, v := range plot.Column(plot.realised) {
			if day > p.Result.HistoryDays && !math.IsNaN(v) && !math.IsNaN(low[day]) {
				n++
				if v >= low[day] && v <= high[day] {
					within++
				}
			}
		}
		if n < 100 {
			t.Fatalf("%s: %d dots", id, n)
		}
		mustContain(t, plot.Summary, " Of "+strconv.Itoa(n)+" dots after the snapshot, "+strconv.Itoa(within)+
			" lie in the band")
	}
	// Dots in FIL are at the price of each day: they say nothing of a band of gas.
	p.GasUnit = GasInFIL
	for _, id := range []string{"hero", "gas", "gas-over-outflow"} {
		if text := plotOf(p, id).Summary; strings.Contains(text, "dots") {
			t.Errorf("%s: of dots at the price of the day it says %q", id, text)
		}
	}
	p.GasUnit = GasInGas
	p.Show("realised", false)
	if text := plotOf(p, "gas").Summary; strings.Contains(text, "dots") {
		t.Errorf("without dots it says %q", text)
	}
}

// Where the price follows block space a band of gas in FIL, or over a flow, is as wide as the price was off on the
// months after its fit, says how many of how many it held, and squeezes no curve; that of gas units stays the gas
// model's.
func TestBandOfThePrice(t *testing.T) {
	p := newPageOfNow(t)
	for _, by := range words.Denominators {
		p.Denominator = by
		for _, unit := range []string{GasInFIL, GasInGas} {
			p.GasUnit = unit
			for _, id := range []string{Hero, "gas", "gas-over-netflow"} {
				plot := plotOf(p, id)
				low, high := plot.Column(plot.realised+1), plot.Column(plot.realised+2)
				rough := id != "gas" || unit == GasInFIL
				most, checked := 0.0, 0
				for t, v := range plot.Column(1 + Focus(p.Result)) {
					if math.IsNaN(v) || v == 0 {
						continue
					}
					most = max(most, v)
					if t > p.Result.HistoryDays && (math.Abs(high[t]/v-price.ErrorFactor) < 1e-9) == rough &&
						(math.Abs(v/low[t]-price.ErrorFactor) < 1e-9) == rough {
						checked++
					}
				}
				if checked < 200 {
					t.Errorf("by %s, gas in %s: the band of %s is of %d days", by, unit, id, checked)
				}
				if strings.Contains(plot.Band, "factor of 25") != rough ||
					strings.Contains(plot.Band, "5 of 8") != rough {
					t.Errorf("by %s, gas in %s: the band of %s is called %q", by, unit, id, plot.Band)
				}
				if rough && (plot.Limit == 0 || plot.Limit > 20*most) {
					t.Errorf("by %s: the axis of %s goes to %v, its curve to %v", by, id, plot.Limit, most)
				}
			}
		}
	}
	p.Choose(p.chooser("price"), "fixed")
	update(t, p)
	if band := plotOf(p, Hero).Band; strings.Contains(band, "factor") {
		t.Errorf("at a fixed price the band is called %q", band)
	}
}

// The band of past forecasts begins with the forecast, ends a year on, holds the curve, and says what it is: errors
// that happened, with their number, and no coverage. It is chosen beside the gas model's, and a link carries it.
func TestBandOfPastForecasts(t *testing.T) {
	p := newBandPage(t)
	p.ShowBandOf(BandOfForecasts)
	n := p.Result.HistoryDays
	for _, id := range []string{"hero", "gas"} {
		plot := plotOf(p, id)
		low, high := edges(t, plot)
		line := column(t, plot, "line", p.composer().rank(Focus(p.Result)))
		for day, v := range line {
			below, above := sim.ForecastRange("gas_publish_ggas", day-n)
			if in := day >= n && day <= n+365; in == math.IsNaN(low[day]) || in && (math.Abs(low[day]-v*below)+
				math.Abs(high[day]-v*above) > 1e-12*v || !(low[day] <= v && v <= high[day])) {
				t.Fatalf("%s: %v in %v to %v, %d days after the snapshot", id, v, low[day], high[day], day-n)
			}
		}
		// The least and the greatest error a year on, and how many forecasts they are of.
		for _, part := range []string{"12", "+92 %", "+16 %", "n = 4", "n = 7", "−8 %", "No coverage"} {
			if !strings.Contains(plot.Band, part) {
				t.Errorf("%s: %q does not say %q", id, plot.Band, part)
			}
		}
		for _, claim := range []string{"80", "held"} {
			if strings.Contains(plot.Band, claim) {
				t.Errorf("%s: %q claims %q", id, plot.Band, claim)
			}
		}
		if a := plot.Spec.Series[plot.Spec.Bands[0].Lower-1].Label; !strings.Contains(a, "past forecasts") {
			t.Errorf("%s: the edge is called %q", id, a)
		}
	}
	if plot := plotOf(p, "deal"); plot.Band != "" {
		t.Errorf("onboarding, which is assumed, has the band %q", plot.Band)
	}
	if query, _ := p.Link(); !strings.Contains(query, "band_of=forecasts") {
		t.Errorf("the link is %s", query)
	}
	if offered := p.composer().bandOfOptions(); len(offered) != 3 || offered[2].Value != BandOfForecasts {
		t.Errorf("%+v", offered)
	}
}
