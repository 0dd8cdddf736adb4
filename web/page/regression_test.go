// What once went wrong in the page, each kept from coming back.
package page

import (
	"math"
	"slices"
	"strings"
	"testing"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// A field with bad text in it keeps the default of the snapshot before; that number typed is then
// taken for "the default", which has become another.
func TestDefaultFollowsBesideBadText(t *testing.T) {
	p, _ := newLoadingPage(t)
	s := slider(t, p, "raw_onboarding_pib")
	before, source := p.Field(s).Default, p.Field(s).Source
	p.Type(s, "bad")
	use(t, p, latest)
	defaults, err := assumption.Default(p.in)
	if err != nil {
		t.Fatal(err)
	}
	if p.Field(s).Default != defaults.RawOnboardingPiB[0] || p.Field(s).Source == source {
		t.Errorf("default %v (%s), want %v", p.Field(s).Default, p.Field(s).Source, defaults.RawOnboardingPiB[0])
	}
	p.Type(s, words.Entered(before))
	update(t, p)
	if got := p.Scenario.RawOnboardingPiB[0]; words.Entered(got) != words.Entered(before) {
		t.Errorf("typed %s, the scenario has %v", words.Entered(before), got)
	}
}

// More digits than a field shows, close to the default, are more digits than the default.
func TestTypingPastTheDefault(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "lock_target")
	raw := words.Entered(p.Field(s).Default) + ".001"
	p.Type(s, raw)
	update(t, p)
	if p.Field(s).Text != raw || math.Abs(p.Scenario.LockTarget[0]*100-p.Field(s).Default-0.001) > 1e-9 {
		t.Errorf("typed %q, the field shows %q and the scenario has %v", raw, p.Field(s).Text, p.Scenario.LockTarget[0])
	}
}

// Shares come from decimal text, and go back to it.
func TestPositionHasNoDust(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "renewal_rate")
	for percent := range 101 {
		p.Slide(s, numbers.Exact(float64(percent)))
		update(t, p)
		if p.Field(s).Position != numbers.Exact(float64(percent)) {
			t.Fatalf("slid to %d, the slider stands at %s", percent, p.Field(s).Position)
		}
	}
}

// A sentence about the snapshot's day must not give another day's figure for it.
func TestSummaryWhereTheSnapshotIsAGap(t *testing.T) {
	p := newStudyPage(t)
	use(t, p, latest)
	plot := plotOf(p, "gas-over-outflow")
	if v := column(t, plot, "line", p.composer().rank(Focus(p.Result)))[p.Result.HistoryDays]; !math.IsNaN(v) {
		t.Fatalf("the snapshot's day has %v: the test needs a gap", v)
	}
	if strings.Contains(plot.Summary, "at the snapshot") {
		t.Errorf("%q", plot.Summary)
	}
}

func TestOneDayIsSingular(t *testing.T) {
	p := warned(t, warning(sim.WarnGasNegative, 0, 1))
	p.Result.Runs[Focus(p.Result)].Summary.ForecastDays = 1
	for _, text := range []string{p.composer().period(), one(t,
		sentences(p.composer().notices([]string{sim.WarnGasNegative})))} {
		if strings.Contains(text, "1 days") {
			t.Errorf("%q", text)
		}
	}
}

// Runs with the same first and last pole and as many of them may still have others between.
func TestSpansOfEachRun(t *testing.T) {
	code := sim.WarnOutflowNotPositive
	a := warning(code, 0, 3, span(1, 1), span(3, 1), span(9, 1))
	b := warning(code, 1, 3, span(1, 1), span(5, 1), span(9, 1))
	a.Last, b.Last = may+8, may+8
	mustContain(t, one(t, sentences(warned(t, a, b).composer().notices([]string{code}))), "3 May 2024", "5 May 2024")
}

func TestNoDoubleSpaces(t *testing.T) {
	code := sim.WarnOutflowNotPositive
	text := one(t, sentences(warned(t, warning(code, 0, 1, span(1, 1)),
		warning(code, 1, 2, span(1, 2))).composer().notices([]string{code})))
	if strings.Contains(text, "  ") {
		t.Errorf("%q", text)
	}
}

// Whatever the hero divides by, some chart on the page says that the supply was held at zero; and
// the model's extrapolation is said at every chart of its gas.
func TestWarningsWhateverTheDenominator(t *testing.T) {
	for _, by := range words.Denominators {
		p := &Page{Choices: Choices{Denominator: by}}
		var placed []string
		for _, id := range PlotIDs {
			placed = append(placed, p.composer().curvesOf(id).warnings...)
		}
		for _, code := range warningCodes(t) {
			if !slices.Contains(placed, code) {
				t.Errorf("by %s no chart shows %s", by, code)
			}
		}
	}
	if !slices.Contains((&Page{}).composer().curvesOf("gas-over-outflow").warnings, sim.WarnGasOutOfRange) {
		t.Error("gas / outflow does not say that the gas model extrapolates")
	}
}

// An event of a row that is about to go must not stop the program.
func TestEventOfARemovedRate(t *testing.T) {
	p := newStudyPage(t)
	p.RemoveRate(0)
	p.Slide(p.Rates[2], "40") // before the render that hides it
	update(t, p)
}

// A snapshot that arrives is more than a slider's movement.
func TestArrivalIsNoMovement(t *testing.T) {
	p, _ := newLoadingPage(t)
	p.ChooseSnapshot(latest)
	p.Moving()
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if p.Moving() {
		t.Error("a snapshot arrived and the page is not rendered")
	}
}

// A position that is refused says what is legal, in the words of the catalogue.
func TestRefusedPositionNamesTheRange(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "horizon_days")
	for _, position := range []string{"x", "NaN", "-1"} {
		p.Slide(s, position)
		mustContain(t, p.Field(s).Error, p.Field(s).Label, "1 to 7300 days")
	}
}

// Tiny numbers need an exponent or a zero, not a line of zeros.
func TestTinyNumbersStayShort(t *testing.T) {
	for _, text := range []string{share(1e-15), words.Entered(1e-15), words.Significant(1e-300, 2)} {
		if len(text) > 16 {
			t.Errorf("%q", text)
		}
	}
}

// Under rebound or burn feedback DirectFIL+ has flows, and so poles, of its own.
func TestPolesOfDirectFlows(t *testing.T) {
	found := 0
	for _, onboarding := range []string{"2", "4", "6", "8"} {
		p := newStudyPage(t, "burn_feedback=true", "rebound=0.5", "base_fee_nanofil=2", "raw_onboarding_pib="+
			onboarding)
		for _, c := range [][2]string{{"gas-over-outflow", "outflow_mean_fil"},
			{"gas-over-netflow", "netflow_mean_fil"}} {
			plot := plotOf(p, c[0])
			for i := range p.Result.Runs {
				status, direct := seriesOf(t, p.Result, i, c[1]), seriesOf(t, p.Result, i, "direct_"+c[1])
				dash := column(t, plot, "dash", p.composer().rank(i))
				for day, d := range direct {
					if d <= 0 && status[day] > 0 {
						found++
						if !math.IsNaN(dash[day]) {
							t.Fatalf("PiB %s, %s: DirectFIL+ is at %v on %v, where its flow is %v", onboarding, c[0],
								dash[day], p.Result.Date(day), d)
						}
					}
				}
			}
		}
	}
	if found == 0 {
		t.Fatal("no pole of DirectFIL+ alone: the test needs one")
	}
}
