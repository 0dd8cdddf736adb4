package explore

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/web/words"
)

// Mark is a horizontal line on one of the page's own charts, at the target of a break-even.
type Mark struct {
	Chart string `json:"chart"` // one of page.PlotIDs

	// While the chart shows something else, the target says nothing there. "" and 0 hold always.
	By   words.Denominator `json:"by,omitempty"`   // what the gas is divided by
	Unit string            `json:"unit,omitempty"` // of the gas, of link.Units
	Days int               `json:"days,omitempty"` // from first to last

	Value float64   `json:"value"` // on the chart's axis
	Label []string  `json:"label"` // at the line, row by row
	Edge  [2]string `json:"edge"`  // one more row where the axis ends before the target: below it, and above
	Said  [3]string `json:"said"`  // in words, for: below the axis, on it, above it

	Open string `json:"open,omitempty"` // link to the picture whose chart shows it
}

// Above is the page above the question, as far as a target may be marked on it.
type Above struct {
	Text         *words.Text
	Messages     string // that are counted
	By           words.Denominator
	Unit         string                                         // of gas
	Days         int                                            // of the picture
	ForecastDays int                                            // of the run that is asked about
	Viewed       func(by words.Denominator, unit string) string // link to the picture with another view, "" where there is none
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
	_, by, _ := strings.Cut(figure, "_over_")
	if d := words.Denominator(by); slices.Contains(words.Denominators, d) {
		return d
	}
	return ""
}

// NewMarks are the lines for a target, none where no chart of the page draws the figure.
func NewMarks(t *Text, above *Above, target float64, asked *Asked) []Mark {
	words, unit := &t.Mark, asked.Figure.Unit
	shown := t.figure(target, unit)
	mark := Mark{Label: []string{fill(words.Label, "target", shown)}, Edge: [2]string{words.Below, words.Above}}
	for i, said := range []string{words.SaidBelow, words.Said, words.SaidAbove} {
		mark.Said[i] = fill(said, "figure", t.inside(asked.Figure), "target", shown)
	}
	by := divided(asked.Figure.Name)
	switch {
	case by != "":
		mark.Value = 100 * target // as the chart has it: in percent, of the supply a year
		first := mark
		first.Chart, first.By, first.Open = hero, by, above.Viewed(by, above.Unit)
		marks := []Mark{first}
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
		return []Mark{mark}
	}
	return nil
}

// seen says where the marks are to be seen, with a box that takes them away and a button that leads to them.
func (t *Text) seen(w *writer, marks []Mark, above *Above) {
	words := &t.Mark
	if len(marks) == 0 {
		w.tag("p", ` class="hint"`, words.Nowhere)
		return
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
	w.raw(`<div class="marking"><p><label><input type="checkbox" data-mark data-key="mark" checked aria-describedby="explore-breakeven-where"> `, escape(words.Draw), `</label> <span class="hint" id="explore-breakeven-where">`,
		escape(fill(where, "denominator", denominator, "chart", title)), `</span></p>`)
	w.raw(`<button type="button" class="quiet" data-see data-key="see">`, escape(show), "</button></div>")
}
