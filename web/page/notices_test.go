package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

var may = day.Of(2024, 5, 1)

// warned is a page of the rates 20 %, 50 % and 80 % whose result carries the given warnings.
func warned(t *testing.T, warnings ...sim.Warning) *Page {
	t.Helper()
	p := newStudyPage(t, "fil_plus_rates=0.2,0.5,0.8")
	p.Result.Warnings = warnings
	return p
}

// warning is one of a run (-1: of all) that holds on n days from the first of May 2024.
func warning(code string, run, n int, spans ...sim.Span) sim.Warning {
	w := sim.Warning{Code: code, Run: run, Days: n, First: may, Last: may + day.Day(n) - 1, Spans: spans}
	if run >= 0 {
		w.Rate = mechafil.Constant([]float64{0.2, 0.5, 0.8}[run])
	}
	return w
}

// span is the n days from the k-th day of May 2024.
func span(k, n int) sim.Span { return sim.Span{First: may + day.Day(k-1), Last: may + day.Day(k+n-2)} }

// one fails unless there is a single notice.
// sentences are warnings in full.
func sentences(full, _ []string) []string { return full }

func one(t *testing.T, notices []string) string {
	t.Helper()
	if len(notices) != 1 {
		t.Fatalf("notices %q, want one", notices)
	}
	return notices[0]
}

func TestNoticesShared(t *testing.T) {
	code := sim.WarnGasNegative
	p := warned(t, warning(code, 0, 1234), warning(code, 1, 1234), warning(code, 2, 1234))
	mustContain(t, one(t, sentences(p.composer().notices([]string{code}))), "1,234 days", "1 May 2024",
		"at all FIL+ rates")

	p = warned(t, warning(code, 0, 20), warning(code, 1, 30), warning(code, 2, 20))
	got := sentences(p.composer().notices([]string{code}))
	if len(got) != 2 {
		t.Fatalf("notices %q, want two", got)
	}
	mustContain(t, got[0], "20 days", "at 20 %, 80 %")
	mustContain(t, got[1], "30 days", "at 50 %")

	p = warned(t, warning(code, 1, 30))
	mustContain(t, one(t, sentences(p.composer().notices([]string{code}))), "30 days", "at 50 %")
}

// With one rate, or where a warning concerns no rate, none is named.
func TestNoticesWithoutRate(t *testing.T) {
	p := warned(t, warning(sim.WarnScheduleGap, -1, 30))
	if text := one(t, sentences(p.composer().notices([]string{sim.WarnScheduleGap}))); strings.Contains(text, "rate") ||
		!strings.Contains(text, "30 days") {
		t.Errorf("%q", text)
	}
	p = newStudyPage(t, "fil_plus_rates=0.5")
	p.Result.Warnings = []sim.Warning{warning(sim.WarnGasNegative, 0, 30)}
	if text := one(t, sentences(p.composer().notices([]string{sim.WarnGasNegative}))); strings.Contains(text, "rate") {
		t.Errorf("%q", text)
	}
}

// Poles of all runs stand in one sentence.
func TestNoticesWithSpans(t *testing.T) {
	code := sim.WarnOutflowNotPositive
	p := warned(t,
		warning(code, 0, 4, span(1, 1), span(3, 3)),
		warning(code, 1, 4, span(1, 1), span(3, 3)),
		warning(code, 2, 31, span(1, 31)))
	text := one(t, sentences(p.composer().notices([]string{code})))
	mustContain(t, text, "both curves at 20 %, 50 % 1 May 2024, 3 May 2024 to 5 May 2024;",
		"both curves at 80 % 1 May 2024 to 31 May 2024")
}

// A gap of one curve is said to be that one's.
func TestNoticesNameTheCurve(t *testing.T) {
	code := sim.WarnNetflowNotPositive
	of := func(curve int, w sim.Warning) sim.Warning { w.Curve = curve; return w }
	p := warned(t,
		of(sim.CurveStatusQuo, warning(code, 0, 1, span(1, 1))), of(sim.CurveDirect, warning(code, 1, 1, span(1, 1))),
		of(sim.CurveDirect, warning(code, 2, 1, span(1, 1))))
	mustContain(t, one(t, sentences(p.composer().notices([]string{code}))),
		": status quo at 20 % 1 May 2024; DirectFIL+ at 50 %, 80 % 1 May 2024.")

	p = newTestPage(t)
	assume(t, p, "fil_plus_rates=0.75", "rebound=0.5", "burn_feedback=true")
	text := one(t, sentences(p.composer().notices([]string{code})))
	if !strings.Contains(text, ": DirectFIL+ at 75 % ") ||
		strings.Contains(text, "status quo") {
		t.Errorf("%q: the status quo has no gap", text)
	}
}

// Many spans are summed up: four are listed, five not.
func TestSpans(t *testing.T) {
	p := warned(t)
	four := []sim.Span{span(1, 1), span(3, 1), span(5, 1), span(7, 2)}
	if got, want := p.composer().spans(warning(sim.WarnOutflowNotPositive, 0, 8, four...)),
		"1 May 2024, 3 May 2024, 5 May 2024, 7 May 2024 to 8 May 2024"; got != want {
		t.Errorf("four spans: %q, want %q", got, want)
	}
	const summed = "on 1,000 days from 1 May 2024 to 25 January 2027"
	for _, spans := range [][]sim.Span{nil, append(four, span(9, 2))} {
		if got := p.composer().spans(warning(sim.WarnOutflowNotPositive, 0, 1000, spans...)); got != summed {
			t.Errorf("%d spans: %q, want %q", len(spans), got, summed)
		}
	}
}

// Notices come in the order of the codes asked for, and only those.
func TestNoticesAskedFor(t *testing.T) {
	p := warned(t, warning(sim.WarnQACapped, 0, 5), warning(sim.WarnPledgeNegative, 0, 6),
		warning(sim.WarnLockedFloored, 0, 7))
	got := sentences(p.composer().notices([]string{sim.WarnLockedFloored, sim.WarnQACapped}))
	if len(got) != 2 || !strings.Contains(got[0], "7 days") || !strings.Contains(got[1], "5 days") {
		t.Errorf("notices %q", got)
	}
	if got := sentences(p.composer().notices(nil)); len(got) != 0 {
		t.Errorf("notices %q, asked for none", got)
	}
}

// Every warning stands beside a chart that it concerns, whatever the simulator comes to warn of.
func TestWarningsReachAChart(t *testing.T) {
	var placed []string
	for _, by := range words.Denominators {
		p := &Page{Choices: Choices{Denominator: by}}
		for _, id := range PlotIDs {
			placed = append(placed, p.composer().curvesOf(id).warnings...)
		}
	}
	for _, code := range warningCodes(t) {
		if !slices.Contains(placed, code) {
			t.Errorf("no chart shows warning %s", code)
		}
	}
}

// The simulator's own warnings reach the charts' notices.
func TestNoticesOfARun(t *testing.T) {
	p := newStudyPage(t)
	use(t, p, latest)
	for _, w := range p.Result.Warnings {
		said := false
		for _, id := range PlotIDs {
			for _, text := range plotOf(p, id).Notices {
				said = said || strings.Contains(text, p.Text.LongDate(w.First)) && (w.Run < 0 ||
					strings.Contains(text, rateName(w.Rate[0])) || strings.Contains(text, p.Text.AllRates))
			}
		}
		if !said {
			t.Errorf("no chart says %q", w.Message())
		}
	}
	if len(p.Result.Warnings) < 3 {
		t.Errorf("only %d warnings: the test needs some", len(p.Result.Warnings))
	}
}

// What several charts would say stands once, at the hero chart; what only one of the others would say stands there.
func TestNoticesOnce(t *testing.T) {
	p := newStudyPage(t)
	for _, by := range words.Denominators {
		p.Denominator = by
		said := map[string]string{}
		for _, id := range PlotIDs {
			for _, notice := range plotOf(p, id).Notices {
				if by, ok := said[notice]; ok {
					t.Errorf("by %s: %s and %s both say %q", p.Denominator, by, id, notice)
				}
				said[notice] = id
			}
		}
		for _, id := range PlotIDs {
			for _, notice := range sentences(p.composer().notices(p.composer().curvesOf(id).warnings)) {
				if said[notice] == "" {
					t.Errorf("by %s: nothing says %q, which concerns %s", p.Denominator, notice, id)
				}
			}
		}
		if len(said) < 2 {
			t.Fatalf("by %s: %q: the test needs more", by, said)
		}
	}
}
