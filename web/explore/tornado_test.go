package explore

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
)

// Where the day lies outside of the run, the answer says so.
func TestTornadoOutsideTheRun(t *testing.T) {
	in, past := asktest.Inputs(t, "2023-07-31")
	sc, err := assumption.Overrides{}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	work, err := explore.NewTornado(in, past, sc, explore.Question{Figure: "day_gas_over_netflow", Rate: explore.Middle,
		On: in.Snapshot.Current + 5000})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work.Step(1000); err != nil {
		t.Fatal(err)
	}
	asked := askedFor(t, "day_gas_over_netflow")
	asked.Link = func(*explore.Input, float64) string { return "v=1" }
	said := asktest.JSON(t, Tornado(English(), work, asked))
	for _, want := range []string{"has no meaning under the current assumptions: the run has no such day.",
		"nothing to compare: the run has no such day"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %.600s", want, said)
		}
	}
}

// Today's network has an input whose range reaches beside a pole. The page says so, names each warning, and lets
// another input lead.
func TestTornadoMarksDoubt(t *testing.T) {
	in, past := asktest.Inputs(t, "2025-09-09")
	sc, err := assumption.Overrides{}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	q := explore.Question{Figure: ask.DefaultFigure, Rate: explore.Middle}
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
	answer := Tornado(text, work, &Asked{Figure: figure, Rate: "7 %",
		Link: func(*explore.Input, float64) string { return "" }})
	got, said := asktest.JSON(t, answer), answer.Said[0]
	first := work.Swings()[0]
	if first.Doubtful() || !strings.Contains(said, text.Inputs[first.Input.Name].Label+" moves it most") {
		t.Errorf("it says %q", said)
	}
	marked := false
	for _, row := range asktest.Rows(answer) {
		for _, end := range row.Ends {
			marked = marked || end.Doubtful && end.Input == "fil_plus_multiplier" &&
				slices.Contains(end.Hints, "a flow is not positive")
			if end.Value.Set != nil {
				t.Errorf("%s is to be set without a link", end.Input)
			}
		}
	}
	if !marked || !strings.Contains(got, "neither the order nor") || !strings.Contains(got, "FIL+ multiplier") {
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
	if strings.Count(got, "unlike in the result above") < 2 {
		t.Error("no warning to name: choose another scenario")
	}
}
