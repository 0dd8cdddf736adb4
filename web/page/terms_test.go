package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/words"
)

// Every assumption that the page has a control for is explained at its place, in each language, in a sentence or two;
// and nothing is explained that stands nowhere.
func TestEveryControlIsExplained(t *testing.T) {
	known := map[string]bool{}
	for _, term := range terms {
		if known[term.name] {
			t.Errorf("%s is there twice", term.name)
		}
		known[term.name] = true
	}
	for _, a := range assumption.Rows() {
		if want := a.Group >= assumption.OwnControl; known[a.Name] != want {
			t.Errorf("%s is explained: %v, want %v", a.Name, known[a.Name], want)
		}
	}
	for button, names := range explainedBeside {
		for _, name := range names {
			if !known[name] {
				t.Errorf("%s explains %s, which is no term", button, name)
			}
		}
	}
	for _, id := range PlotIDs {
		if explainedBeside[plotTerm+id] == nil {
			t.Errorf("chart %s explains nothing", id)
		}
	}
	for _, text := range []*words.Text{words.English(), words.InChinese()} {
		for _, term := range terms {
			said := text.Term.Of[term.name]
			sentences := strings.Count(said.Meaning, text.FullStop)
			if said.Meaning == "" || !strings.HasSuffix(said.Meaning, text.FullStop) || sentences > 2 ||
				len([]rune(said.Meaning)) > 200 {
				t.Errorf("%s in %s: %q", term.name, text.Site.Language, said.Meaning)
			}
			if said.Formula != "" && (!strings.Contains(said.Formula, " = ") || strings.HasSuffix(said.Formula, ".")) {
				t.Errorf("%s in %s: %q is no formula", term.name, text.Site.Language, said.Formula)
			}
			if strings.ContainsAny(said.Meaning+said.Formula, "<>&{}") {
				t.Errorf("%s in %s: %+v is no plain text", term.name, text.Site.Language, said)
			}
		}
		if len(text.Term.Of) != len(terms) {
			t.Errorf("%d texts for %d terms", len(text.Term.Of), len(terms))
		}
	}
}

// What explains an assumption leads to an equation that it enters, or to where the methodology page has it else.
func TestTermsLeadToTheirEquations(t *testing.T) {
	for _, term := range terms {
		id, isEquation := strings.CutPrefix(term.anchor, "eq-")
		if !isEquation {
			continue
		}
		e := steps.EquationNamed(id)
		if e.ID == "" {
			t.Errorf("%s: there is no equation %s", term.name, id)
			continue
		}
		a, err := assumption.Named(term.name)
		if err != nil || a.Symbol == "" {
			continue
		}
		if !slices.ContainsFunc(steps.Symbols(e.Is), func(s steps.Symbol) bool {
			days, _ := s.At.Days()
			return s.Name == a.Symbol || days.Name == a.Symbol
		}) {
			t.Errorf("%s: the equation %s has no %s", term.name, id, a.Symbol)
		}
	}
}

// An explanation names the term as the page does, says what it means, by which formula, and leads to its source.
func TestExplain(t *testing.T) {
	p := newTestPage(t)
	p.Places.Page = "https://example.org/"
	for _, text := range []*words.Text{words.English(), words.InChinese()} {
		p.Text = text
		said := p.Explain(UnitTerms)
		file := map[string]string{"en": "method.html", words.Chinese: "method-zh-CN.html"}[text.Site.Language]
		for _, want := range []string{
			"<dt>" + text.InUnit[words.ByNetflow] + "</dt><dd><p>" + text.Term.Of["netflow"].Meaning + "</p>",
			`<p class="formula">` + text.Term.Of["netflow"].Formula + "</p>",
			`<a href="https://example.org/` + file + `#eq-netflow">` + text.Term.More + "</a>",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("the units are said to be %s, want %s", said, want)
			}
		}
		if n := strings.Count(said, "<dt>"); n != len(words.Denominators) {
			t.Errorf("%d units are explained", n)
		}
		for _, term := range terms {
			if name := p.termName(term.name); name == "" || strings.ContainsAny(name, "{<") {
				t.Errorf("%s is called %q", term.name, name)
			}
			if said := p.Explain(term.name); strings.ContainsAny(said, "{}") || !strings.Contains(said, "<dt>") {
				t.Errorf("%s is said to be %q", term.name, said)
			}
		}
	}
	if said := p.Explain("nothing"); said != "" {
		t.Errorf("what is no term is explained: %s", said)
	}
}

// Each button that explains something says what, as the page calls it.
func TestButtonsSayWhatTheyExplain(t *testing.T) {
	p := newStudyPage(t)
	picture := p.Picture(PlotIDs...)
	form := p.Form()
	asks := map[string]string{
		p.Text.Rates: form.AskRates, p.Text.Snapshot: form.AskSnapshot, p.Text.Uptake.Label: form.AskUptake,
	}
	for _, group := range form.Groups {
		for _, f := range group.Sliders {
			asks[f.Label] = f.Ask
		}
		for _, c := range slices.Concat(group.Lists, group.Switches) {
			asks[c.Label] = c.Ask
		}
	}
	for _, plot := range picture.Charts {
		asks[plot.Title] = plot.Ask
	}
	for name, ask := range asks {
		if name == "" || ask != words.Fill(p.Text.Term.Ask, "name", name) {
			t.Errorf("what explains %q is called %q", name, ask)
		}
	}
	for _, unit := range p.Text.InUnit {
		if !strings.Contains(form.AskUnits, unit) {
			t.Errorf("what explains the units is called %q, without %q", form.AskUnits, unit)
		}
	}
}
