package evidence

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web/markup"
	"github.com/gasburden/gasburden/web/words"
)

// chartIDs are the charts in the order of the section.
var chartIDs = []string{
	"input-deal", "input-ratio", "input-gas", "scatter", "fit", "map", "aftermath",
	"raw_power_eib", "qa_power_eib", "circulating_fil", "burnt_fil",
}

// Section is the section as HTML, below its title: what was measured, the study's question answered, the table of
// errors, and a figure for each chart, which evidence.js fills when the reader comes near.
func Section(e *evidence.Evidence, text *Text) string {
	w := newWriter(e, text)
	w.Tag("p", ` class="section-hint"`, text.Lead)
	w.Tag("h3", "", text.Cost.Title)
	w.cost(e.Cost, text)
	w.Line(`<div class="grid two">`)
	for _, id := range []string{"direct", "price"} {
		w.figure(id, "card panel", text)
	}
	w.Line("</div>")
	w.Tag("h3", "", text.AnswersTitle)
	w.List("ol", ` class="answers"`, text.Answers)
	w.errors(e, text)
	w.Line(`<div class="grid">`)
	for _, id := range chartIDs {
		if id == e.Network[0].Name { // the network's four stand in a grid of their own
			w.Line(`</div><div class="grid four">`)
		}
		class := "card panel"
		if id == "fit" || id == "aftermath" {
			class += " wide"
		}
		for _, s := range e.Network {
			if s.Name == id {
				w.values["end"], w.values["last"], w.values["wape"] = signed(s.End, text), text.Page.LongDate(s.Last),
					percent(s.WAPE, 0, text)
			}
		}
		w.figure(id, class, text)
	}
	w.Line("</div>")
	return w.String()
}

// writer writes HTML whose texts are filled with values.
type writer struct {
	markup.Writer
	values map[string]string
}

func newWriter(e *evidence.Evidence, text *Text) *writer {
	w := &writer{values: values(e, text)}
	maps.Copy(w.values, measured(e, text))
	maps.Copy(w.values, hindsight(e, text))
	w.Fill = func(text string) string { return fill(text, w.values) }
	return w
}

// figure writes the place of a chart, with what is said of it.
func (w *writer) figure(id, class string, text *Text) {
	c := text.Chart[id]
	w.Line(fmt.Sprintf(`<figure id="evidence-%s" class="%s" aria-labelledby="title-%s">`, id, class, id))
	w.Tag("h3", ` id="title-`+id+`"`, c.Title)
	w.Tag("p", ` class="subtitle"`, c.Subtitle)
	w.Line(`<div class="plot"></div>`)
	w.Tag("p", ` class="summary"`, c.Say)
	w.Line("</figure>")
}

// table writes a table whose rows begin with their names, and a note below it.
func (w *writer) table(title, caption string, heads []string, note string, rows [][]string) {
	for _, row := range rows {
		for i, cell := range row {
			row[i] = w.Text(cell)
		}
	}
	w.Table(markup.Table{Class: "errors", Label: html.EscapeString(title), Caption: caption, Heads: heads, Rows: rows})
	w.Tag("p", ` class="summary"`, note)
}

// errors are how far the models were off.
func (w *writer) errors(e *evidence.Evidence, text *Text) {
	var rows [][]string
	for _, window := range e.Windows {
		held := "–"
		for _, c := range e.Coverage {
			if c.Window == window.Name && !c.Blocks {
				held = percent(c.Within[0], 0, text) + text.Page.ListMark + percent(c.Within[1], 0, text) +
					text.Page.ListMark + percent(c.Within[2], 0, text)
			}
		}
		rows = append(rows, []string{
			w.span(text.Table.Window[window.Name], window.First, window.Last, text), strconv.Itoa(window.Scaling.Days),
			percent(window.Scaling.WAPE, 1, text), percent(window.Regime.WAPE, 1, text),
			strconv.Itoa(window.Regime.NegativeDays), held,
		})
	}
	w.table(text.Title, text.Table.Caption, text.Table.Heads, text.Table.Note, rows)
}

// cost is what publishing has cost.
func (w *writer) cost(h *sim.Happened, text *Text) {
	fil := func(v float64) string {
		switch {
		case math.IsNaN(v):
			return "–"
		case v >= 100:
			return numbers.Grouped(numbers.Places(v, 0))
		}
		return numbers.General(v, 2)
	}
	var rows [][]string
	add := func(name string, c *sim.Cost) {
		rows = append(rows, []string{
			w.span(text.Cost.Window[name], c.First, c.Last, text), words.Count(c.Days), fil(c.FIL), fil(c.PerDayFIL),
			fil(c.MedianFIL), fil(c.DearestFIL), fil(c.AtMostPerDayFIL),
		})
	}
	for i := range h.Years {
		add("year", &h.Years[i])
	}
	add("all", &h.All)
	add("launch", &h.SinceLaunch)
	w.values["quarterShare"] = percent(h.SinceLaunch.QuarterShare, 0, text)
	longest := slices.MaxFunc(h.Gaps, func(a, b sim.Gap) int { return cmp.Compare(a.Last-a.First, b.Last-b.First) })
	w.values["gapFirst"], w.values["gapLast"] = text.Page.LongDate(longest.First), text.Page.LongDate(longest.Last)
	w.table(text.Cost.Title, text.Cost.Caption, text.Cost.Heads, text.Cost.Note, rows)
}

// span fills a name in with its days.
func (w *writer) span(name string, first, last day.Day, text *Text) string {
	return fill(name, map[string]string{"first": text.Page.LongDate(first), "last": text.Page.LongDate(last)})
}

// values are what the texts fill in.
func values(e *evidence.Evidence, text *Text) map[string]string {
	training, w2 := e.Windows[0], e.Windows[2]
	study := e.Comparison[0]
	for _, c := range e.Comparison {
		if strings.HasPrefix(c.Name, "study model") {
			study = c
		}
	}
	most := 0.0 // deal power of a training day made negative
	for _, d := range negativeDays(e) {
		most = max(most, d[0])
	}
	return map[string]string{
		"most":       numbers.Places(math.Ceil(100*most)/100, 2),
		"intercept":  strings.Replace(numbers.Places(e.Regime.Linear[0].At(0, 1), 0), "-", "−", 1),
		"negative":   strconv.Itoa(training.Regime.NegativeDays),
		"rows":       strconv.Itoa(training.Regime.Days),
		"maxratio":   numbers.Places(e.Regime.Sample.Ratio[1], 2),
		"cells":      strconv.Itoa(e.Maps[0].Negative),
		"negativeW2": strconv.Itoa(w2.Regime.NegativeDays),
		"daysW2":     strconv.Itoa(w2.Regime.Days),
		"agreement":  strconv.Itoa(e.Agreement),
		"floor1":     percent(e.Hindsight[0], 1, text),
		"floor2":     percent(e.Hindsight[1], 1, text),
		"cvScaling":  percent(e.Comparison[0].CVAll, 1, text),
		"cvRegime":   percent(study.CVAll, 1, text),
		"trainEnd":   text.Page.LongDate(training.Last),
		"kept":       percent(e.Aftermath.RealisedGgas/e.Aftermath.NoChangeGgas, 0, text),
		"fall":       percent(e.Aftermath.ApparentShare, 0, text),
		"snapshot":   text.Page.LongDate(e.Network[0].First - 1),
	}
}

func signed(share float64, text *Text) string {
	if share < 0 {
		return "−" + percent(-share, 0, text)
	}
	return "+" + percent(share, 0, text)
}

func percent(v float64, places int, text *Text) string {
	return text.Page.Percent(numbers.Places(100*v, places))
}

// fill replaces {name} placeholders; unknown ones stay, so that a test finds them.
func fill(text string, values map[string]string) string {
	for name, value := range values {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}
