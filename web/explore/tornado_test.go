package explore

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

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
				if !has(base.Warnings, w.Code) && !strings.Contains(got, text.Tornado.Warnings[w.Code]+" (first on ") {
					t.Errorf("%s: %s is not named", s.Input.Name, w.Code)
				}
			}
		}
	}
	if strings.Count(got, "unlike in the picture") < 2 {
		t.Error("no warning to name: choose another scenario")
	}
}
