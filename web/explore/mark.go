package explore

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/words"
)

// Above is the page above the question, as far as a target may be marked on it.
type Above struct {
	Text         *words.Text
	Messages     string // that are counted
	By           words.Denominator
	Unit         string // of gas
	Days         int    // of the picture
	ForecastDays int    // of the run that is asked about
	// link to the picture with another view, "" where there is none
	Viewed func(by words.Denominator, unit string) string
}

// panels are the charts of a burden beside the hero, which may show another.
var panels = map[words.Denominator]string{words.ByNetflow: "gas-over-netflow", words.ByOutflow: "gas-over-outflow"}

const (
	hero      = "hero"
	gasChart  = "gas"
	unitOfFIL = "fil"
)

// divided is what a figure that is a burden divides by, "" for others.
func divided(figure string) words.Denominator {
	if figure == ask.MonthFigure("fil", false) || figure == ask.MonthFigure("fil", true) {
		return words.ByFIL
	}
	_, by, _ := strings.Cut(figure, "_over_")
	if d := words.Denominator(by); slices.Contains(words.Denominators, d) {
		return d
	}
	return ""
}

// NewMarks are the lines for a target, none where no chart of the page draws the figure.
func NewMarks(t *Text, above *Above, target float64, asked *Asked) []ask.Mark {
	words, unit := &t.Mark, asked.Figure.Unit
	shown := t.figure(target, unit)
	mark := ask.Mark{Label: []string{fill(words.Label, "target", shown)}, Edge: [2]string{words.Below, words.Above}}
	for i, said := range []string{words.SaidBelow, words.Said, words.SaidAbove} {
		mark.Said[i] = fill(said, "figure", t.inside(asked.Figure), "target", shown)
	}
	by := divided(asked.Figure.Name)
	switch {
	case by != "":
		// as the chart has it: in percent, of the supply a year
		if mark.Value = 100 * target; asked.Figure.Unit == "FIL/day" {
			mark.Value = target
		}
		first := mark
		first.Chart, first.By, first.Open = hero, by, above.Viewed(by, above.Unit)
		marks := []ask.Mark{first}
		if panel, ok := panels[by]; ok {
			mark.Chart = panel
			marks = append(marks, mark)
		}
		return marks
	case asked.Figure.Name == "gas_fil" || asked.Figure.Name == "direct_gas_fil":
		if above.ForecastDays == 0 {
			return nil
		}
		// The chart is of days: a sum is drawn as the mean that it comes to.
		mark.Value = target / float64(above.ForecastDays)
		mark.Label = append(mark.Label, fill(words.Daily, "drawn", t.figure(mark.Value, "FIL/day")))
		mark.Chart, mark.Unit, mark.Days, mark.Open = gasChart, unitOfFIL, above.Days, above.Viewed(above.By, unitOfFIL)
		return []ask.Mark{mark}
	}
	return nil
}

// seen says where the marks are to be seen, and what leads to them.
func (t *Text) seen(marks []ask.Mark, above *Above) *ask.Marking {
	words := &t.Mark
	if len(marks) == 0 {
		return &ask.Marking{Where: words.Nowhere}
	}
	denominator := above.Text.DenominatorShort[marks[0].By]
	last := marks[len(marks)-1]
	title := fill(above.Text.Chart[last.Chart].Title, "what", above.Text.What[above.Messages])
	where, show := words.OnTop, words.Show
	switch {
	case last.Unit != "":
		where = words.OnGas
		if above.Unit != last.Unit {
			show = words.ShowFIL
		}
	case len(marks) == 2:
		where = words.OnBoth
	case above.By != marks[0].By:
		show = fill(words.ShowDivided, "denominator", denominator)
	}
	return &ask.Marking{Draw: words.Draw, Where: fill(where, "denominator", denominator, "chart", title), Show: show}
}
