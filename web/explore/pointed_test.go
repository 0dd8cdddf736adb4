package explore

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// pageOf is a page of a link, on the network that it names.
func pageOf(t *testing.T, in *assumption.Inputs, query string) *page.Page {
	t.Helper()
	editions, err := shipped.Editions()
	if err != nil {
		t.Fatal(err)
	}
	p, err := page.NewPage(words.English(), assets.SnapshotNames(), editions, in)
	if err != nil {
		t.Fatal(err)
	}
	p.Open(query)
	if err := p.Update(); err != nil || len(p.LinkNotices()) > 0 {
		t.Fatal(query, err, p.LinkNotices())
	}
	return p
}

// What the chain of a day shows is what stood under the cursor: the same day, run and value, for every curve of every
// chart in every unit, on the first, second, middle and last day and on both sides of the snapshot's.
func TestExplainsWhatWasPointedAt(t *testing.T) {
	seen := map[string]int{}
	for _, snapshot := range assets.SnapshotNames() {
		in, _ := asktest.Inputs(t, snapshot)
		for _, query := range []string{
			"fee=0.5", "fee=0.5&by=outflow&unit=gas", "fee=0.5&by=circulating&unit=share", "gas=regime&direct=0.15",
			"adoption=constant&share=0.4&rates=0.9,0.2,0.6&by=outflow&unit=gas",
			"feedback=true&rebound=0.5&by=circulating", "price=block_space&rates=0.9,0.2&rebound=0.5",
			"price=block_space&messages=onboarding&unit=gas",
			"onboarding=0&renewal=0&days=1800", "rates=0.5&smoothing=7&messages=onboarding&unit=share", "days=1",
		} {
			p := pageOf(t, in, "v=1&snapshot="+snapshot+"&"+query)
			r := p.Result
			days := []int{0, 1, r.HistoryDays - 1, r.HistoryDays, r.HistoryDays + 1, (r.HistoryDays + r.Days) / 2,
				r.Days - 2, r.Days - 1}
			for _, chart := range page.PlotIDs {
				plot := p.Picture(chart).Charts[0]
				if _, ok := Point(p, chart, StatusCurve, 0, 0); ok == (plot.Absent || !page.Explained(chart)) {
					t.Fatalf("%s %q: %s is absent: %v", snapshot, query, chart, plot.Absent)
				}
				if !page.Explained(chart) {
					continue
				}
				numbers := map[string]int{}
				for i, series := range plot.Spec.Series {
					kind, run := series.Kind, numbers[series.Kind]
					numbers[kind]++
					if kind == "edge" || kind == "layer" || kind == "layerdots" || kind == "ghost" {
						continue // ends of a band, layers, the default: no cursor finds them
					}
					if kind == Dots {
						run = page.Focus(p.Result)
					}
					for _, entry := range days {
						if entry >= r.Days {
							continue // a horizon of one day
						}
						where := fmt.Sprintf("%s %q, %s of %s on %s", snapshot, query, series.Label, chart,
							r.Date(entry))
						at, ok := Point(p, chart, kind, run, entry)
						if !ok || at.Curve != series.Label || at.Chart != plot.Title || at.Run != run ||
							at.Dots != (kind == Dots) {
							t.Fatalf("%s: pointed at %+v, %v", where, at, ok)
						}
						under := plot.Column(i + 1)[entry]
						if chart == page.Blocks && entry < r.HistoryDays && kind != Dots {
							if !math.IsNaN(under) {
								t.Fatalf("%s: a load before the snapshot", where)
							}
							continue
						}
						if under != at.Value && !(math.IsNaN(under) && math.IsNaN(at.Value)) {
							t.Fatalf("%s: %v under the cursor, explained is %v", where, under, at.Value)
						}
						chain, err := steps.Chain(p.Inputs(), r, at.Run, r.Date(entry))
						if err != nil {
							t.Fatalf("%s: %v", where, err)
						}
						seen[kind]++
						checkStep(t, where, &at, p.Inputs(), chain)
						// a dialog takes longer to write than to compute
						if entry == 0 || entry == r.HistoryDays+1 || entry == r.Days-1 {
							checkExplained(t, where,
								Explain(method.EnglishSteps(), English(), chain, r.Date(entry), r, names(p), at.Run,
									&at), &at)
						}
						if t.Failed() {
							return
						}
					}
				}
			}
		}
	}
	if seen[StatusCurve] == 0 || seen[DirectCurve] == 0 || seen[Dots] == 0 {
		t.Errorf("explained %v", seen)
	}
}

func names(p *page.Page) (out []string) {
	for i := range p.Result.Runs {
		out = append(out, p.Picture().Rates[i].Name)
	}
	return out
}

// checkExplained holds what the dialog says against the curve.
func checkExplained(t *testing.T, where string, e *ask.Explained, at *Pointed) {
	t.Helper()
	if e.Rate != at.Run+1 || !strings.Contains(e.Pointed, at.Chart) || !strings.Contains(e.Pointed, at.Curve) {
		t.Errorf("%s: rate %d, %q", where, e.Rate, e.Pointed)
	}
	said := method.EnglishSteps().Pointed(at.Chart, at.Curve, at.Value*at.Scale, at.Unit, at.Dots)
	if e.Pointed != said || math.IsNaN(at.Value) != strings.Contains(said, "no value") {
		t.Errorf("%s: says %q, want %q of %v", where, e.Pointed, said, at.Value)
	}
	n, found := 0, 0
	for _, group := range e.Groups {
		for _, step := range group.Steps {
			if step.Key == at.Step {
				found++
			}
			if step.Pointed {
				n++
			}
		}
	}
	if n != found || found > 1 {
		t.Errorf("%s: %d of %d steps %s are marked", where, n, found, at.Step)
	}
}

// checkStep holds the step that an explanation marks against the curve's value.
func checkStep(t *testing.T, where string, at *Pointed, in *assumption.Inputs, chain []steps.Step) {
	t.Helper()
	for i := range chain {
		s := &chain[i]
		if s.Key != at.Step {
			continue
		}
		if at.Dots {
			return
		}
		value := s.Value / at.Scale
		switch {
		case at.Unit == "share/year": // the step is of a day
			value *= 365
		case s.Unit == "Ggas/day" && at.Unit == "share": // of all gas
			value = 100 * s.Value / in.Onboarding.TotalGgas
		}
		// A flow that is not positive leaves a gap in the chart; the chain says why.
		gap := math.IsNaN(at.Value) && (s.Why != steps.HasValue || math.IsNaN(s.Value))
		if !gap && !(math.Abs(value-at.Value) <= 1e-12*math.Abs(value)) {
			t.Errorf("%s: the chart has %v, step %s has %v", where, at.Value, s.Key, value)
		}
		return
	}
	if !math.IsNaN(at.Value) && !at.Dots {
		t.Errorf("%s: the chain has no step %s for the chart's %v", where, at.Step, at.Value)
	}
}

// Without a pointer, as by the keyboard, the day is explained for the run that sentences speak of, by a curve on show;
// charts and days that the page has not are none.
func TestPointWithoutACurve(t *testing.T) {
	in, _ := asktest.Inputs(t, assets.StudySnapshot)
	p := pageOf(t, in, "v=1")
	for _, c := range []struct{ hide, want string }{{"", "75 % status quo"}, {"status", "75 % DirectFIL+"}} {
		if c.hide != "" {
			p.Show(c.hide, false)
			if err := p.Update(); err != nil {
				t.Fatal(err)
			}
		}
		if at, ok := Point(p, "hero", "", page.Focus(p.Result), 100); !ok || at.Curve != c.want ||
			at.Run != page.Focus(p.Result) {
			t.Errorf("hidden %q: %+v, want %s", c.hide, at, c.want)
		}
	}
	for _, c := range []struct {
		chart string
		entry int
	}{{"", 3}, {"fan", 3}, {"hero", -1}, {"hero", p.Result.Days}} {
		if at, ok := Point(p, c.chart, StatusCurve, 0, c.entry); ok {
			t.Errorf("%v gives %+v", c, at)
		}
	}
}
