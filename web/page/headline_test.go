package page

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// The headline gives the figures of the focus rate's month for the denominator chosen.
func TestHeadline(t *testing.T) {
	p := newStudyPage(t)
	s := &p.Result.Runs[1].Summary
	month := p.Text.MonthOf(s.Month)
	for _, c := range []struct {
		by             words.Denominator
		burden, direct float64
	}{
		{words.ByNetflow, s.MonthGasOverNetflow, s.MonthDirectOverNetflow},
		{words.ByOutflow, s.MonthGasOverOutflow, s.MonthDirectOverOutflow},
		{words.ByCirculating, 365 * s.MonthGasOverCirculating, 365 * s.MonthDirectOverCirculating},
	} {
		p.Denominator = c.by
		if c.burden <= 0 || p.composer().monthHasGap(&p.Result.Runs[1], p.Denominator) {
			t.Fatalf("by %s: burden %v, the test needs one", c.by, c.burden)
		}
		mustContain(t, p.Picture().Headline, "<b>75 %</b>", "<b>"+share(c.burden)+"</b>", "<b>"+share(c.direct)+"</b>",
			p.Text.Denominator[c.by], month)
	}
}

// The headline follows the middle rate and its month.
func TestHeadlineFollows(t *testing.T) {
	p := newStudyPage(t, "fil_plus_rates=0.335", "horizon_days=100")
	mustContain(t, p.Picture().Headline, "33.5 %", "November 2023")
}

// A mean over a month in which the flow crosses zero says nothing.
func TestHeadlineAtPoles(t *testing.T) {
	p := newStudyPage(t, "fil_plus_rates=0.5", "raw_onboarding_pib=2", "horizon_days=60")
	run := &p.Result.Runs[0]
	first := p.Result.Date(p.Result.Days - 1).FirstOfMonth()
	poles := 0
	for day, v := range seriesOf(t, p.Result, 0, "outflow_mean_fil") {
		if d := p.Result.Date(day); v <= 0 && d >= first {
			poles++
		}
	}
	if poles == 0 || run.Summary.Month != first || math.IsNaN(run.Summary.MonthGasOverOutflow) {
		t.Fatalf("%d poles in %v: the test needs some", poles, run.Summary.Month)
	}
	p.Denominator = words.ByOutflow
	text := p.Picture().Headline
	mustContain(t, text, "50 %", "cannot be stated", p.Text.Denominator[words.ByOutflow], p.Text.MonthOf(first))
	if strings.Contains(text, share(run.Summary.MonthGasOverOutflow)) {
		t.Errorf("%q states a burden", text)
	}
	p.Denominator = words.ByCirculating // supply has no poles
	mustContain(t, p.Picture().Headline, share(365*run.Summary.MonthGasOverCirculating))
}

// A burden that is nowhere defined is no number either.
func TestHeadlineWithoutFlow(t *testing.T) {
	p := newStudyPage(t, "horizon_days=2", "smoothing_days=365")
	for _, by := range []words.Denominator{words.ByNetflow, words.ByOutflow} {
		p.Denominator = by
		mustContain(t, p.Picture().Headline, "cannot be stated", p.Text.Denominator[by])
		if strings.Contains(p.Picture().Headline, "–") {
			t.Errorf("%q", p.Picture().Headline)
		}
	}
	p.Denominator = words.ByCirculating
	mustContain(t, p.Picture().Headline, share(365*p.Result.Runs[1].Summary.MonthGasOverCirculating))
}

// The study's gas model predicts negative gas for the network of 2025: the page says so, whatever
// it divides by, and claims no saving.
func TestNegativeGas(t *testing.T) {
	p := newStudyPage(t)
	use(t, p, latest)
	s := &p.Result.Runs[1].Summary
	if s.MonthGasOverCirculating >= 0 || s.SavingFIL >= 0 {
		t.Fatalf("gas is not negative: %v", s.MonthGasOverCirculating)
	}
	for _, by := range words.Denominators {
		p.Denominator = by
		mustContain(t, p.Picture().Headline, "negative gas", "75 %", p.Text.MonthOf(s.Month))
	}
	if p.Picture().Material != p.Text.MaterialNegative {
		t.Errorf("materiality: %q", p.Picture().Material)
	}
}

// Where the network ends before the headline's month is over, that is the answer.
func TestNetworkEnd(t *testing.T) {
	p := newStudyPage(t, "raw_onboarding_pib=0", "renewal_rate=0")
	use(t, p, latest)
	run := &p.Result.Runs[Focus(p.Result)]
	last, ended := run.Network.Ended()
	if !ended {
		t.Fatal("the network does not end: the test needs one that does")
	}
	end := p.Result.Date(last)
	for _, by := range words.Denominators {
		p.Denominator = by
		run.Summary.Month = end.FirstOfMonth()
		mustContain(t, p.Picture().Headline, "falls to zero", p.Text.LongDate(end))
		run.Summary.Month = end.FirstOfMonth().AddMonths(-1)
		if strings.Contains(p.Picture().Headline, "falls to zero") {
			t.Errorf("the network ends on %v, the headline of %v: %q", end, run.Summary.Month, p.Picture().Headline)
		}
	}
	mustContain(t, strings.Join(plotOf(p, "hero").Notices, "\n"), "falls to zero", p.Text.LongDate(end))
	for _, tile := range p.Picture().Tiles {
		if strings.Contains(tile.Value, "–") {
			t.Errorf("the days until the end have a sum, a tile shows %q", tile.Value)
		}
	}
}

// materialWith is the sentence where the saving is a given share of the supply a year.
func materialWith(p *Page, share float64) string {
	p.Result.Runs[Focus(p.Result)].Summary.SavingOverCirculatingPerYear = share
	return p.Picture().Material
}

func TestMaterial(t *testing.T) {
	p := newStudyPage(t)
	s := &p.Result.Runs[1].Summary
	if s.SavingFIL <= 0 {
		t.Fatal("nothing is saved: the test needs a saving")
	}
	mustContain(t, p.Picture().Material, p.composer().amount(s.SavingFILPerDay)+" FIL a day",
		p.composer().amount(s.SavingFILPerYear)+" FIL", share(s.SavingOverCirculatingPerYear), p.composer().period())
	mustContain(t, materialWith(p, math.Nextafter(0.001, 0)), p.Text.MaterialSmall)
	mustContain(t, materialWith(p, 0.001), p.Text.MaterialMiddling)
	mustContain(t, materialWith(p, math.Nextafter(0.01, 0)), p.Text.MaterialMiddling)
	mustContain(t, materialWith(p, 0.01), p.Text.MaterialLarge)
	if text := materialWith(p, math.NaN()); text != "" {
		t.Errorf("no supply to divide by: %q", text)
	}
}

// Where refilled gas raises the burden, what follows does not read as if it fell; and no amount stands beside a period
// that is not its own.
func TestMaterialWhereTheBurdenRises(t *testing.T) {
	p := newTestPage(t)
	preset, err := assumption.PresetNamed("refilled-in-part")
	if err != nil {
		t.Fatal(err)
	}
	plain := p.Picture().Material
	p.UsePreset(preset)
	update(t, p)
	s := &p.Result.Runs[Focus(p.Result)].Summary
	if s.MonthDirectOverNetflow <= s.MonthGasOverNetflow || s.SavingFIL <= 0 {
		t.Fatalf("burdens %v and %v: the test needs one that rises, and gas that is saved", s.MonthGasOverNetflow,
			s.MonthDirectOverNetflow)
	}
	lead := func(text string) string { before, _, _ := strings.Cut(text, "<b>"); return before }
	if lead(p.Picture().Material) == lead(plain) {
		t.Errorf("%q after %q", p.Picture().Material, p.Picture().Headline)
	}
	p.Denominator = words.ByCirculating // by which it falls
	if lead(p.Picture().Material) != lead(plain) || strings.Contains(p.Picture().Headline, "raise") {
		t.Errorf("%q after %q", p.Picture().Material, p.Picture().Headline)
	}
	year := p.composer().amount(s.SavingFILPerYear) + " FIL"
	for _, text := range []string{p.Picture().Material, plain} {
		before, after, _ := strings.Cut(text, p.composer().period())
		if strings.Contains(after, "FIL a day") || strings.Contains(before, year) ||
			!strings.Contains(after, "in one year") {
			t.Errorf("the periods of %q", text)
		}
	}
}

// What leaves no saving is said only where it is more deals.
func TestMaterialWithoutSaving(t *testing.T) {
	for _, c := range []struct {
		refilled    bool
		assumptions []string
	}{
		{true, []string{"rebound=1"}},
		{true, []string{"rebound=1", "burn_feedback=true"}},
		{false, []string{"base_fee_nanofil=0"}},
		{false, []string{"direct_gas_fraction=1"}},
		{false, []string{"direct_gas_fraction=1", "rebound=1"}},
		{false, []string{"fil_plus_rates=0"}},
		{false, []string{"raw_onboarding_pib=0"}},
		{false, []string{"raw_onboarding_pib=0", "rebound=1"}},
		{false, []string{"adoption=constant", "adoption_share=0"}},
		{false, []string{"adoption=constant", "adoption_share=0", "rebound=1"}},
		{false, []string{"adoption=logistic", "adoption_start=2030-01-01"}},
	} {
		p := newTestPage(t)
		assume(t, p, c.assumptions...)
		want := p.Text.MaterialZero
		if c.refilled {
			want = p.Text.MaterialRefilled
		}
		if got := p.Picture().Material; got != want {
			t.Errorf("%v: %q, want %q", c.assumptions, got, want)
		}
	}
}

// A forecast that ends with the snapshot's day has none, and no month of its own.
func TestHeadlineWithoutForecast(t *testing.T) {
	p := newTestPage(t)
	assume(t, p, "horizon_days=1")
	if got := p.Picture().Headline; got != p.Text.HeadlineShort || p.Picture().Material != "" ||
		len(p.Picture().Tiles) > 0 {
		t.Errorf("%q, %q, tiles %v", got, p.Picture().Material, p.Picture().Tiles)
	}
	assume(t, p, "horizon_days=2")
	mustContain(t, p.Picture().Headline, "August 2023")
}

func TestPeriod(t *testing.T) {
	p := newStudyPage(t)
	for days, want := range map[int]string{0: "0 days", 30: "30 days", 699: "699 days", 1094: "3 years",
		3649: "10 years", 7299: "20 years"} {
		p.Result.Runs[Focus(p.Result)].Summary.ForecastDays = days
		if got := p.composer().period(); got != want {
			t.Errorf("%d forecast days are %q, want %q", days, got, want)
		}
	}
}

// The tiles repeat the focus run's summary.
func TestTiles(t *testing.T) {
	p := newStudyPage(t)
	s := p.Result.Runs[1].Summary
	want := []string{p.composer().amount(s.GasFIL), p.composer().amount(s.SavingFIL),
		p.composer().amount(s.SavingFILPerDay), share(s.SavingOverCirculatingPerYear)}
	for i, tile := range p.Picture().Tiles {
		if tile.Value != want[i] || tile.Label == "" {
			t.Errorf("tile %d is %q (%s), want %q", i, tile.Value, tile.Label, want[i])
		}
	}
	p.Result.Runs[1].Summary = sim.Summary{Month: s.Month, SavingFILPerDay: math.NaN(),
		SavingOverCirculatingPerYear: math.NaN()}
	for _, tile := range p.Picture().Tiles {
		if strings.Contains(tile.Value, "NaN") {
			t.Errorf("a tile shows %q", tile.Value)
		}
	}
}

// Where the price follows block space, what it comes to is said in two digits, as an order of magnitude; a share of a
// flow that is near zero or negative gives way to FIL a day, and says why. The first version keeps its sentences.
func TestHeadlineOfAnOrderOfMagnitude(t *testing.T) {
	digits := regexp.MustCompile(`[1-9](?:[0-9.,]*[1-9])?`)
	significant := func(text string) int {
		n := 0
		for _, c := range digits.FindString(text) {
			if c >= '0' && c <= '9' {
				n++
			}
		}
		return n
	}
	p := newPageOfNow(t)
	if p.Denominator != words.ByFIL {
		t.Errorf("the page of now divides by %s", p.Denominator)
	}
	p.Slide(slider(t, p, "raw_onboarding_pib"), "4.5") // which fills blocks
	update(t, p)
	s := &p.Result.Runs[Focus(p.Result)].Summary
	p.Denominator = words.ByFIL
	shown := p.Picture()
	want := p.composer().amount(s.MonthGasFIL)
	mustContain(t, shown.Headline, "about <b>"+want+" FIL a day</b>", "about <b>")
	mustContain(t, shown.Material, "about <b>")
	if v := s.MonthGasFIL; significant(want) > 2 || math.Abs(atof(t, want)-v) > 0.06*v {
		t.Errorf("%s for %v", want, v)
	}
	for _, f := range shown.Figures {
		if strings.Contains(f.Value, "FIL") && (significant(f.Value) > 2 || !strings.HasPrefix(f.Value, "about ")) {
			t.Errorf("%s: %s", f.Label, f.Value)
		}
	}
	for _, tile := range shown.Tiles[:3] {
		if significant(tile.Value) > 2 {
			t.Errorf("%s: %s", tile.Label, tile.Value)
		}
	}
	first := newTestPage(t)
	first.Denominator = words.ByFIL
	if text := first.Picture().Headline + first.Picture().Material; strings.Contains(text, "about") {
		t.Errorf("at a fixed price it says %q", text)
	}
	for _, c := range []struct{ query, reason string }{
		{"&onboarding=11&renewal=1&days=120&rates=0.5&by=netflow", words.English().Warning[sim.WarnNetflowNearZero]},
		{"&onboarding=1.75&renewal=0.9&days=120&rates=0.5&by=outflow",
			words.English().Warning[sim.WarnOutflowNearZero]},
		{"&onboarding=1&renewal=0.1&days=120&rates=0.5&by=outflow", words.English().NoFlow},
	} {
		// The network of the first version, for which these flows are known to be so.
		query := "v=2&snapshot=" + study + "&begin=mechafil&extension=0&leaving=0&burn=mean" + c.query
		p := opened(t, query)
		shown := p.Picture()
		s := &p.Result.Runs[0].Summary
		mustContain(t, shown.Headline, p.composer().amount(s.MonthGasFIL)+" FIL a day", c.reason, "A share of")
		if strings.Contains(shown.Headline, " %</b> of") || !strings.Contains(shown.Figures[0].Value, "FIL") {
			t.Errorf("%s: %s, %+v", query, shown.Headline, shown.Figures[0])
		}
	}
}

// atof is the number of a text with groups.
func atof(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
