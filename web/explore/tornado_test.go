package explore

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// Where the day lies outside of the run, the answer says so.
func TestTornadoOutsideTheRun(t *testing.T) {
	in, past := inputsOf(t, "2023-07-31")
	sc, err := sim.Overrides{}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	work, err := explore.NewTornado(in, past, sc, explore.Question{Figure: "day_gas_over_netflow", Rate: explore.Middle, On: in.Snapshot.Current + 5000})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work.Step(1000); err != nil {
		t.Fatal(err)
	}
	asked := askedFor(t, "day_gas_over_netflow")
	asked.Link = func(*explore.Input, float64) string { return "v=1" }
	html := Tornado(English(), work, asked).HTML
	for _, want := range []string{"means nothing here: the run has no such day.", "nothing to compare: the run has no such day"} {
		if !strings.Contains(html, want) {
			t.Errorf("it does not say %q: %.600s", want, html)
		}
	}
	if strings.Contains(html, " title=") {
		t.Error("a button's name is given twice")
	}
}

// Today's network has an input whose range reaches beside a pole. The page says so, names each warning, and lets
// another input lead.
func TestTornadoMarksDoubt(t *testing.T) {
	in, past := inputsOf(t, "2025-09-09")
	sc, err := sim.Overrides{}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	q := explore.Question{Figure: DefaultFigure, Rate: explore.Middle}
	work, err := explore.NewTornado(in, past, sc, q)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work.Step(1 << 20); err != nil {
		t.Fatal(err)
	}
	figure, err := explore.FigureNamed(q.Figure)
	if err != nil {
		t.Fatal(err)
	}
	text := English()
	got := Tornado(text, work, &Asked{Figure: figure, Rate: "7 %", Link: func(*explore.Input, float64) string { return "" }}).HTML
	said := regexp.MustCompile(`<p class="said">(.*?)</p>`).FindStringSubmatch(got)[1]
	first := work.Swings()[0]
	if first.Doubtful() || !strings.Contains(said, text.Inputs[first.Input.Name].Label+" moves it most") {
		t.Errorf("it says %q", said)
	}
	row := regexp.MustCompile(`<span class="end doubtful" data-input="fil_plus_multiplier">.*?<span class="hint">a flow is not positive</span>`)
	if !row.MatchString(got) || !strings.Contains(got, "neither for the order nor") || !strings.Contains(got, "FIL+ multiplier") {
		t.Errorf("the doubtful end is not marked: %s", got)
	}
	for _, s := range work.Swings() {
		for _, end := range s.Ends {
			for _, w := range end.Warnings {
				base := work.Base()
				if !has(base.Warnings, w.Code) && !strings.Contains(got, text.warned(&w)) {
					t.Errorf("%s: %s is not named", s.Input.Name, w.Code)
				}
			}
		}
	}
	if strings.Count(got, "unlike in the picture") < 2 {
		t.Error("no warning to name: choose another scenario")
	}
}
