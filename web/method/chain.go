package method

import (
	"html"
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/markup"
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
			Source: t.Source[s.Where].Title, SourceAddress: t.Source[s.Where].Address, Result: t.quantity(s.Value, s.Unit, shownDigits),
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
				Symbol: symbolMath(in.Symbol), Meaning: t.Symbol[in.Symbol.Name], Value: t.quantity(in.Value, in.Unit, shownDigits), From: t.from(in.Origin, s.Key, numbers, field),
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

// ChainHTML is a chain as HTML, for the inside of a dialog or a section with a heading of the second level: what it comes
// to, then its groups of steps under headings of the third level, steps with headings of the fourth. Open is the group of
// the step pointed, which is marked, or the last one where the chain has no such step. Buttons data-group lead to the group of that id; there is no address in the page's own fragment. field
// names an assumption by its field of the scenario.
func ChainHTML(t *Text, chain []steps.Step, pointed string, field func(name string) string) []byte {
	groups := groupsOf(Steps(t, chain, field))
	var b strings.Builder
	t.writeResults(&b, chain, groups)
	shown := len(groups) - 1
	for i, g := range groups {
		for _, v := range g.steps {
			if v.Key == pointed {
				shown = i
			}
		}
	}
	for i, g := range groups {
		open := ""
		if i == shown {
			open = ` open=""`
		}
		first, last := g.steps[0].Number, g.steps[len(g.steps)-1].Number
		b.WriteString(`<details class="chain-part" id="` + g.id + `"` + open + ">\n<summary><h3>" + html.EscapeString(g.title) + `</h3> <span class="hint">` +
			html.EscapeString(fill(t.Chain.Range, "first", strconv.Itoa(first), "last", strconv.Itoa(last))) + `</span></summary>` + "\n" + `<ol start="` + strconv.Itoa(first) + `">` + "\n")
		for _, v := range g.steps {
			v.write(&b, t, v.Key == pointed)
		}
		b.WriteString("</ol>\n</details>\n")
	}
	return []byte(b.String())
}

func (v *StepView) write(b *strings.Builder, t *Text, pointed bool) {
	say, mark := html.EscapeString, ""
	if pointed {
		mark = ` aria-current="true"`
	}
	b.WriteString(`<li class="chain-step"` + mark + ` data-step="` + say(v.Key) + `">` + "\n<h4>" + say(v.Title) + "</h4>\n")
	if v.Formula != "" {
		b.WriteString(`<p class="formula">` + v.Formula + "</p>\n")
		v.writeInputs(b, t)
	}
	b.WriteString(`<p class="chain-result"><b>` + v.Symbol + " = " + say(v.Result) + "</b>")
	if v.Formula == "" && v.Note == "" && len(v.Inputs) == 1 {
		b.WriteString(t.Comma + say(v.Inputs[0].From))
	}
	b.WriteString("</p>\n")
	if v.Note != "" {
		b.WriteString(`<p class="chain-note">` + say(v.Note) + "</p>\n")
	}
	if v.Source != "" || v.Method != "" {
		b.WriteString(`<p class="chain-source">`)
		if v.Source != "" {
			b.WriteString("<span>" + say(t.Chain.Source) + t.Colon + markup.Link(v.Source, v.SourceAddress) + "</span>")
		}
		if v.Method != "" {
			b.WriteString(` <a href="` + say(v.Method) + `">` + say(t.Chain.Method) + "</a>")
		}
		b.WriteString("</p>\n")
	}
	b.WriteString("</li>\n")
}

// writeInputs writes the table of what went in. Narrow windows lay its rows out as blocks, which would take
// the meaning of a table from them; the roles keep it.
func (v *StepView) writeInputs(b *strings.Builder, t *Text) {
	say := html.EscapeString
	b.WriteString(`<table class="chain-inputs" role="table" aria-label="` + say(fill(t.Chain.Inputs, "n", strconv.Itoa(v.Number))) + `">` + "\n" + `<thead role="rowgroup"><tr role="row">`)
	for _, head := range []string{t.Chain.Symbol, t.Chain.Meaning, t.Chain.Value, t.Chain.From} {
		b.WriteString(`<th scope="col" role="columnheader">` + say(head) + "</th>")
	}
	b.WriteString(`</tr></thead>` + "\n" + `<tbody role="rowgroup">` + "\n")
	for _, in := range v.Inputs {
		// The meaning heads the row: not every reader's software takes mathematics for text.
		b.WriteString(`<tr role="row"><td role="cell">` + in.Symbol + `</td><th scope="row" role="rowheader">` + say(in.Meaning) + "</th>")
		for _, cell := range []string{in.Value, in.From} {
			b.WriteString(`<td role="cell">` + say(cell) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
}
