package ask

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/words"
)

// What can be asked, by the names that the engine knows, in the order of the page.
const (
	Tornado   = "tornado"
	BreakEven = "breakeven"
	Ensemble  = "ensemble"
	Compare   = "compare"
)

// Questions are all that can be asked.
var Questions = []string{BreakEven, Tornado, Ensemble, Compare}

// The defaults of the forms, as those of the command line.
const (
	DefaultFigure = "month_direct_over_netflow"
	DefaultInput  = "raw_onboarding_pib"
	DefaultSeed   = 1
	// FirstRuns are those of the page's ensemble until the reader says otherwise: it begins by itself, and keeps all
	// runs of all curves. They leave the ends of a 95 % band to 6 runs each.
	FirstRuns = 250
)

// MonthFigure is the figure that the page's headline states, of gas or of that with DirectFIL+.
func MonthFigure(denominator string, direct bool) string {
	gas := "month_gas"
	if direct {
		gas = "month_direct"
	}
	if denominator == "fil" {
		return gas + "_fil_per_day"
	}
	return gas + "_over_" + denominator
}

// MaxSeed is the largest seed: larger whole numbers are not exact in JavaScript.
const MaxSeed = 1<<53 - 1

// Kinds of fields.
const (
	NumberField = "number" // a text that the engine reads as a number
	TextField   = "text"
	ListField   = "list"
	DateField   = "date"
)

// Field is a labelled field of a form.
type Field struct {
	Name    string
	Kind    string
	Mode    string // of the keyboard: numeric, decimal, url
	Label   string
	Value   string
	Hint    string
	Read    string // how the engine read the text, "" for plain digits
	Refused bool   // it could not
	Hidden  bool
	Groups  []Options
}

// Options are choices of a list, under a title if they have one.
type Options struct {
	Title   string
	Options []Option
}

// Option is a choice: its value, and what it is called.
type Option struct{ Value, Label string }

// GroupOf is where a figure stands in lists: mean, month, day or fil.
func GroupOf(figure string) string {
	kind, _, _ := strings.Cut(figure, "_")
	switch kind {
	case "mean", "month", "day":
		return kind
	}
	return "fil"
}

// fieldsOf is the form of a question.
func fieldsOf(question string, w *Words, page *words.Text) []*Field {
	figure := []*Field{figures(w), {Name: "on", Kind: DateField, Label: w.On, Hidden: true}, {
		Name: "rate", Kind: ListField, Label: w.Rate, Value: middleRate, Hidden: true,
		Groups: []Options{{Options: []Option{{middleRate, w.RateMiddle}}}},
	}}
	switch question {
	case BreakEven:
		return append(figure, inputs(w), &Field{Name: "target", Kind: NumberField, Mode: "decimal", Label: w.Target,
			Value: "1"})
	case Ensemble:
		hint := words.Fill(w.Range, "low", words.Exactly(explore.MinRuns), "high", words.Exactly(explore.MaxRuns))
		return []*Field{
			{Name: "runs", Kind: NumberField, Mode: "numeric", Label: w.Runs, Value: strconv.Itoa(FirstRuns),
				Hint: hint},
			{Name: "seed", Kind: NumberField, Mode: "numeric", Label: w.Seed, Value: strconv.Itoa(DefaultSeed),
				Hint: w.SeedHint},
			{Name: "block", Kind: NumberField, Mode: "numeric", Label: w.Block,
				Value: strconv.Itoa(explore.DefaultBlockDays), Hint: w.BlockHint},
		}
	case Compare:
		presets := []Option{{"", w.PresetNone}}
		for _, p := range assumption.Presets() {
			presets = append(presets, Option{p.Name, page.Preset[p.Name].Label})
		}
		return append([]*Field{
			{Name: "against", Kind: TextField, Mode: "url", Label: w.Other, Hint: w.OtherHint},
			{Name: "preset", Kind: ListField, Label: w.Preset, Groups: []Options{{Options: presets}}},
		}, figure...)
	}
	return figure
}

const middleRate = "0"

// figures is a list of all figures.
func figures(w *Words) *Field {
	out := &Field{Name: "figure", Kind: ListField, Label: w.Figure, Value: DefaultFigure}
	for _, group := range []string{"month", "mean", "day", "fil"} {
		options := Options{Title: w.FigureGroups[group]}
		for _, f := range explore.Figures() {
			if GroupOf(f.Name) == group {
				options.Options = append(options.Options, Option{f.Name, w.Figures[f.Name]})
			}
		}
		out.Groups = append(out.Groups, options)
	}
	return out
}

func inputs(w *Words) *Field {
	out := &Field{Name: "input", Kind: ListField, Label: w.Input, Value: DefaultInput, Groups: []Options{{}}}
	for _, in := range steadyInputs() {
		out.Groups[0].Options = append(out.Groups[0].Options, Option{in.Name, w.Inputs[in.Name]})
	}
	return out
}

// steadyInputs are those that a break-even can vary.
func steadyInputs() []explore.Input {
	return slices.DeleteFunc(explore.Inputs(), func(in explore.Input) bool { return !in.CanBreakEven() })
}

// offerInputs keeps the list of inputs to those that leave the scenario's other assumptions as they are, and the one
// that is chosen. It reports whether the list has changed, and is called while a slider moves.
func (c *Card) offerInputs(sc *assumption.Scenario) bool {
	f := c.field("input")
	if f == nil || sc == nil {
		return false
	}
	if c.inputs == nil {
		c.inputs = steadyInputs()
	}
	list := &f.Groups[0].Options
	n, same := 0, true
	offered := func(in *explore.Input) bool { return in.Varies(sc) || in.Name == f.Value }
	for i := range c.inputs {
		if in := &c.inputs[i]; offered(in) {
			same = same && n < len(*list) && (*list)[n].Value == in.Name
			n++
		}
	}
	if same && n == len(*list) {
		return false
	}
	*list = nil
	for i := range c.inputs {
		if in := &c.inputs[i]; offered(in) {
			*list = append(*list, Option{in.Name, c.section.Words.Inputs[in.Name]})
		}
	}
	return true
}

// field is the field of a name, nil where the form has none.
func (c *Card) field(name string) *Field {
	i := slices.IndexFunc(c.Fields, func(f *Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return c.Fields[i]
}

// value is what stands in a field, "" where the form has none.
func (c *Card) value(name string) string {
	if f := c.field(name); f != nil {
		return f.Value
	}
	return ""
}

// figure is the chosen figure; its name is "" where the form has none.
func (c *Card) figure() explore.Figure {
	f, _ := explore.FigureNamed(c.value("figure"))
	return f
}

// targetLabel names the field of a target by the unit of the figure.
func targetLabel(w *Words, unit string) string {
	name := w.TargetFIL
	switch unit {
	case "share":
		name = w.TargetPercent
	case "share/year":
		name = w.TargetPercentYear
	case "FIL/day":
		name = w.TargetFILDay
	}
	return words.Fill(w.Target, "unit", name)
}
