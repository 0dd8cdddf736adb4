package method

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
)

// PageName is the methodology page, beside the calculator's.
const PageName = "method.html"

// File is the methodology page in the catalogue's language.
func (t *Text) File() string {
	if t.Language == "en" {
		return PageName
	}
	return "method-" + t.Language + ".html"
}

// A StepView is a step ready to be shown. MathML and Title are HTML already; other fields are plain text.
type StepView struct {
	Number        int
	Key           string
	Part          string // title of the part that it belongs to
	Title         string
	Network       string // which network the step is of, where there are two; else ""
	Formula       string // MathML, several pieces in a line of text; "" where the figure is taken as it is
	Say           string
	Inputs        []InputView
	Result        string // value with unit, or that there is none
	Symbol        string // MathML of the result's symbol
	Note          string // why there is no value, or none to be read; else ""
	Source        string
	SourceAddress string // "" for none
	Method        string // address of the equation on the methodology page; "" where there is no formula
}

// InputView is a value that went into a step.
type InputView struct {
	Symbol  string // MathML
	Meaning string
	Value   string
	From    string
}

// shownDigits are the significant digits of a chain on the page.
const shownDigits = 8

// Steps prepares a chain for a page. field names an assumption by its field of the scenario.
func Steps(t *Text, chain []steps.Step, field func(name string) string) []StepView {
	numbers, parts := map[string]int{}, false
	for i := range chain {
		numbers[chain[i].Key] = i + 1
		parts = parts || chain[i].Direct
	}
	out := make([]StepView, len(chain))
	for i := range chain {
		s := &chain[i]
		v := StepView{
			Number: i + 1, Key: s.Key, Part: t.Part[s.Part], Title: t.stepTitle(s), Symbol: symbolMath(s.Symbol),
			Source: t.Source[s.Where].Title, SourceAddress: t.Source[s.Where].Address,
			Result: t.quantity(s.Value, s.Unit, shownDigits),
		}
		if math.IsNaN(s.Value) {
			v.Result = t.Chain.NoValue
		}
		if s.Direct {
			v.Network = t.Chain.DirectFILP
		} else if parts && networkPart(s.Part) {
			v.Network = t.Chain.StatusQuo
		}
		if s.Equation != "" {
			e := steps.EquationNamed(s.Equation)
			v.Formula, v.Say, v.Method = t.equals(s.Symbol, e.Is), t.say(s.Equation), t.File()+"#"+anchor(s.Equation)
		}
		for _, in := range s.Inputs {
			v.Inputs = append(v.Inputs, InputView{
				Symbol: symbolMath(in.Symbol), Meaning: t.Symbol[in.Symbol.Name],
				Value: t.quantity(in.Value, in.Unit, shownDigits), From: t.from(in.Origin, s.Key, numbers, field),
			})
		}
		if s.Why != steps.HasValue {
			v.Note = fill(t.Why[s.Why], "smoothing", smoothingOf(chain, t))
		}
		out[i] = v
	}
	return out
}

// networkPart reports whether a part is computed for each network.
func networkPart(p steps.Part) bool {
	switch p {
	case steps.Gas, steps.Respond, steps.Amount, steps.Burden:
		return false
	}
	return true
}

func (t *Text) stepTitle(s *steps.Step) string {
	title := t.Symbol[s.Symbol.Name]
	if s.Equation != "" {
		title = t.Equation[s.Equation].Title
		if s.Part == steps.Pledge {
			if strings.HasSuffix(s.Key, "-onboarded") {
				return fill(t.Chain.ForOnboarded, "title", title)
			}
			if strings.HasSuffix(s.Key, "-renewed") {
				return fill(t.Chain.ForRenews, "title", title)
			}
		}
	}
	return capital(title)
}

// capital makes a title of what a symbol stands for.
func capital(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]-'a'+'A') + text[1:]
}

// from says where an input of a step comes from.
func (t *Text) from(o steps.Origin, step string, numbers map[string]int, field func(name string) string) string {
	text := t.Origin[o.Kind]
	switch {
	case o.Kind == steps.Assumed && o.Date != 0:
		text = t.Chain.AssumedOn
	case o.Kind == steps.FromDay && o.Ref != step && numbers[o.Ref] != 0:
		text = t.Chain.OtherStepOn
	case o.Kind == steps.FromDay && o.Ref != step:
		text = t.Chain.On
	}
	name := ""
	if o.Kind == steps.Assumed {
		name = field(o.Ref)
	}
	return fill(text, "date", t.date(o.Date), "field", name, "n", strconv.Itoa(numbers[o.Ref]))
}

// smoothingOf is how many days the chain's means are over, as text.
func smoothingOf(chain []steps.Step, t *Text) string {
	for _, s := range chain {
		for _, in := range s.Inputs {
			if in.Symbol.Name == "smoothing" {
				return t.number(in.Value, shownDigits)
			}
		}
	}
	return ""
}

func anchor(equation string) string { return "eq-" + equation }

// Heading is the title of a day's chain, and a sentence that goes before it. rate is the FIL+ rate in words.
func (t *Text) Heading(on day.Day, rate string) (title, lead string) {
	return fill(t.Chain.Title, "date", t.date(on)), fill(t.Chain.Lead, "rate", rate)
}

// Pointed says what a curve of a chart shows on the day; dots are published figures.
func (t *Text) Pointed(chart, curve string, value float64, unit string, dots bool) string {
	text, said := t.Chain.Pointed, t.Chain.NoValue
	if dots {
		text = t.Chain.PointedDots
	}
	if !math.IsNaN(value) {
		said = t.quantity(value, unit, resultDigits)
	}
	return fill(text, "chart", chart, "curve", curve, "value", said)
}

// Chain is a chain for a dialog: what it comes to, and its groups of steps. The group of the step pointed is the first
// to be open, or the last group where the chain has no such step. field names an assumption by its field of the
// scenario.
func Chain(t *Text, chain []steps.Step, pointed string, field func(name string) string) (*ask.Results,
	[]ask.ChainGroup) {
	groups := groupsOf(Steps(t, chain, field))
	out := make([]ask.ChainGroup, len(groups))
	shown := len(groups) - 1
	for i, g := range groups {
		first, last := g.steps[0].Number, g.steps[len(g.steps)-1].Number
		out[i] = ask.ChainGroup{
			ID: g.id, Title: g.title, First: first,
			Range: fill(t.Chain.Range, "first", strconv.Itoa(first), "last", strconv.Itoa(last)),
		}
		for _, v := range g.steps {
			if v.Key == pointed {
				shown = i
			}
			out[i].Steps = append(out[i].Steps, v.shown(t, v.Key == pointed))
		}
	}
	if shown >= 0 {
		out[shown].Opened = true
	}
	return t.results(chain, groups), out
}

func (v *StepView) shown(t *Text, pointed bool) ask.ChainStep {
	out := ask.ChainStep{Key: v.Key, Pointed: pointed, Title: v.Title, Formula: v.Formula, Symbol: v.Symbol,
		Result: v.Result, Note: v.Note}
	if v.Formula != "" {
		out.Inputs = v.inputs(t)
		out.Method = &ask.Reference{Text: t.Chain.Method, Address: v.Method}
	} else if v.Note == "" && len(v.Inputs) == 1 {
		out.From = t.Comma + v.Inputs[0].From
	}
	if v.Source != "" {
		out.Before, out.Source = t.Chain.Source+t.Colon, &ask.Reference{Text: v.Source, Address: v.SourceAddress}
	}
	return out
}

// inputs is the table of what went in.
func (v *StepView) inputs(t *Text) *ask.ChainInputs {
	out := &ask.ChainInputs{
		Label: fill(t.Chain.Inputs, "n", strconv.Itoa(v.Number)),
		Heads: [4]string{t.Chain.Symbol, t.Chain.Meaning, t.Chain.Value, t.Chain.From},
	}
	for _, in := range v.Inputs {
		out.Rows = append(out.Rows, [4]string{in.Symbol, in.Meaning, in.Value, in.From})
	}
	return out
}
