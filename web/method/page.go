package method

import (
	"html"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/markup"
)

// Page is the main part of the methodology page as HTML: contents, equations, constants, data, quirks, limits and
// citations. inputs has all snapshots, at least one, the oldest first, with all columns of the daily table.
func Page(t *Text, inputs []*assumption.Inputs) string {
	facts := t.factWords(inputs)
	w := &pageWriter{Writer: markup.Writer{Fill: func(sentence string) string { return fill(sentence, facts...) }},
		t: t, produced: producers()}
	p := &t.Page
	w.Line(`<h1>` + w.Text(p.Title) + `</h1>`)
	w.Line(`<p class="lede">` + w.Text(p.Lead) + `</p>`)
	w.contents()
	w.equations()
	w.assumptions(inputs)
	w.constants(inputs)
	w.data(inputs)
	for _, part := range t.Evidence {
		w.section(part.ID, part.Title)
		w.Line(part.HTML, "</section>")
	}
	w.explore()
	w.section("quirks", p.QuirksTitle)
	w.Line("<p>" + w.Text(p.QuirksLead) + "</p>")
	w.List("ol", "", p.Quirks)
	w.Line("</section>")
	w.section("limits", p.LimitsTitle)
	w.List("ul", "", p.Limits)
	w.Line("</section>")
	w.section("chain", p.ChainTitle)
	w.Line("<p>" + w.Text(p.ChainSay) + " <code>" + w.Text(p.Command) + "</code></p>\n</section>")
	w.citations()
	w.glossary()
	return w.String()
}

// Words are what the page's frame says, as HTML, by placeholder of assets/site/method.html. other is the catalogue of
// the language that it offers.
func Words(t, other *Text, inputs []*assumption.Inputs) map[string]string {
	say := html.EscapeString
	return map[string]string{
		"method": Page(t, inputs), "method_title": say(t.Page.Title), "method_description": say(t.Page.Description),
		"method_brand": say(t.Page.Brand), "method_back": say(t.Page.Back), "method_language": say(t.Language),
		"method_skip": say(t.Page.SkipToContent),
		"method_file": t.File(), "method_other": other.File(), "method_other_language": say(other.Language),
		"method_other_name": say(other.Name),
	}
}

type pageWriter struct {
	markup.Writer
	t        *Text
	produced map[string]string // equation that has a symbol on its left, by the symbol's name
}

// producers are the equations that symbols come of, the first where there are several.
func producers() map[string]string {
	out := map[string]string{}
	for _, e := range steps.Equations() {
		if _, ok := out[e.Out.Name]; !ok {
			out[e.Out.Name] = e.ID
		}
	}
	return out
}

func (w *pageWriter) section(id, title string) {
	w.Line(`<section id="` + id + `" aria-labelledby="` + id + `-title">` + "\n" + `<h2 id="` + id + `-title">` +
		w.Text(title) + `</h2>`)
}

func (w *pageWriter) contents() {
	p := &w.t.Page
	entry := func(id, title string) string { return `<li><a href="#` + id + `">` + w.Text(title) + `</a>` }
	w.Line(`<nav class="contents" aria-labelledby="contents-title">` + "\n" + `<h2 id="contents-title">` +
		w.Text(p.Contents) + "</h2>\n<ol>")
	w.Line(entry("equations", p.EquationsTitle) + "\n<ol>")
	for _, part := range steps.AllParts() {
		w.Line(entry("part-"+string(part), w.t.Part[part]) + "</li>")
	}
	w.Line("</ol></li>")
	if len(w.t.Assumptions) > 0 {
		w.Line(entry("assumptions", p.AssumptionsTitle) + "</li>")
	}
	list := [][2]string{{"constants", p.ConstantsTitle}, {"data", p.DataTitle}}
	for _, part := range w.t.Evidence {
		list = append(list, [2]string{part.ID, part.Title})
	}
	for _, e := range append(list, [][2]string{{"explore", p.Explore.Title}, {"quirks", p.QuirksTitle},
		{"limits", p.LimitsTitle}, {"chain", p.ChainTitle}, {"citations", p.CitationsTitle}}...) {
		w.Line(entry(e[0], e[1]) + "</li>")
	}
	if len(w.t.Terms) > 0 {
		w.Line(entry("glossary", p.GlossaryTitle) + "</li>")
	}
	w.Line("</ol>\n</nav>")
}

func (w *pageWriter) equations() {
	p := &w.t.Page
	w.section("equations", p.EquationsTitle)
	w.Line("<p>" + w.Text(p.EquationsLead) + "</p>\n<p>" + w.Text(p.Notation) + "</p>")
	all := steps.Equations()
	for _, part := range steps.AllParts() {
		w.Line(`<h3 id="part-` + string(part) + `">` + w.Text(w.t.Part[part]) + "</h3>")
		for i := range all {
			if all[i].Part == part {
				w.equation(&all[i])
			}
		}
	}
	w.Line("</section>")
}

func (w *pageWriter) equation(e *steps.Equation) {
	t, id := w.t, anchor(e.ID)
	w.Line(`<article class="equation" id="` + id + `">`)
	w.Line(`<h4>` + w.Text(t.Equation[e.ID].Title) + ` <a class="anchor" href="#` + id + `" aria-label="` +
		w.Text(t.Page.EqLabel) + t.Colon + w.Text(t.Equation[e.ID].Title) + `">#</a></h4>`)
	w.Line(`<p>` + w.Text(t.Equation[e.ID].Say) + `</p>`)
	w.Line(`<p class="formula">` + t.formula(e) + `</p>`)
	w.Line(`<ul class="where" aria-label="` + w.Text(t.Page.Where) + `">`)
	w.Line("<li>" + w.meaning(e.Out, e.Unit, "") + "</li>")
	symbols := steps.Symbols(e.Is)
	for _, s := range symbols {
		if days, ok := s.At.Days(); ok && !slices.Contains(symbols, days) {
			symbols = append(symbols, days)
		}
	}
	for _, s := range symbols {
		if s == e.Out || s.Name == e.Out.Name {
			continue
		}
		w.Line("<li>" + w.meaning(s, "", e.ID) + "</li>")
	}
	w.Line("</ul>")
	if source := t.Source[e.Where]; source.Title != "" {
		w.Line(`<p class="source">` + w.Text(t.Chain.Source) + t.Colon + markup.Link(source.Title, source.Address) +
			"</p>")
	}
	w.Line("</article>")
}

// meaning says what a symbol stands for: with a constant's value, and a link to the equation that it comes of
// unless that is the one it is said in.
func (w *pageWriter) meaning(s steps.Symbol, unit, in string) string {
	text := w.Text(w.t.Symbol[s.Name])
	if from := w.produced[s.Name]; in != "" && from != "" && from != in {
		text = `<a href="#` + anchor(from) + `">` + text + "</a>"
	}
	text = symbolMath(s) + " " + text
	if c, ok := steps.ConstantNamed(s.Name); ok {
		text += " = " + html.EscapeString(w.t.quantity(c.Value, c.Unit, constantDigits))
	} else if label := w.t.Unit[unit]; label != "" {
		text += w.t.Comma + w.Text(fill(w.t.Page.In, "unit", label))
	}
	return text
}

// constantDigits are enough to tell any constant.
const constantDigits = 10

// table writes a table. Cells are HTML; the first of a row is its head.
func (w *pageWriter) table(caption string, heads []string, rows [][]string) {
	w.Table(markup.Table{Class: "table", Label: w.Text(caption) + w.t.Stop + w.Text(w.t.Page.ScrollTable), Heads: heads,
		Rows: rows})
}

// assumptions lists what a scenario may change.
func (w *pageWriter) assumptions(inputs []*assumption.Inputs) {
	if len(w.t.Assumptions) == 0 {
		return
	}
	p := &w.t.Page
	w.section("assumptions", p.AssumptionsTitle)
	w.Line("<p>" + w.Text(p.AssumptionsLead) + "</p>")
	var rows [][]string
	for _, a := range w.t.Assumptions {
		names, symbol, legal := "<code>"+a.Of.Name+"</code>", "", a.Of.RangeText()
		if key := a.Of.Link; key != "" && key != a.Of.Name {
			names += "<br><code>" + key + "</code>"
		}
		if a.Of.Symbol != "" {
			symbol = symbolMath(steps.Symbol{Name: a.Of.Symbol})
		}
		switch a.Of.Kind {
		case assumption.Choice:
			choices := a.Of.Choices
			if len(choices) == 0 { // the snapshots
				for _, in := range inputs {
					choices = append(choices, in.Snapshot.Name)
				}
			}
			legal = strings.Join(choices, w.t.Comma)
		case assumption.Switch:
			legal = "false" + w.t.Comma + "true"
		}
		rows = append(rows, []string{w.Text(a.Label), names, symbol, html.EscapeString(legal)})
	}
	w.table(p.AssumptionsTitle, p.AssumptionHeads, rows)
	w.Line("</section>")
}

func (w *pageWriter) constants(inputs []*assumption.Inputs) {
	t, p := w.t, &w.t.Page
	w.section("constants", p.ConstantsTitle)
	w.Line("<p>" + w.Text(p.ConstantsLead) + "</p>")
	var rows [][]string
	for _, c := range steps.Constants() {
		source := t.Source[c.Where].Title
		if source == "" {
			source = t.Origin[c.Kind]
		}
		rows = append(rows, []string{symbolMath(steps.Symbol{Name: c.Name}), w.Text(t.Symbol[c.Name]),
			html.EscapeString(t.quantity(c.Value, c.Unit, constantDigits)), w.Text(source)})
	}
	w.table(p.ConstantsTitle, p.ConstantHeads, rows)

	w.upgrades()
	w.Line("<h3>" + w.Text(p.TranchesTitle) + "</h3>\n<p>" + w.Text(p.TranchesLead) + "</p>")
	rows = nil
	for _, tranche := range mechafil.Tranches() {
		rows = append(rows, []string{t.quantity(tranche.AmountFIL, "FIL", constantDigits),
			t.number(float64(tranche.Days), constantDigits)})
	}
	w.table(p.TranchesTitle, p.TrancheHeads, rows)

	w.Line("<h3>" + w.Text(p.FractionsTitle) + "</h3>\n<p>" + w.Text(p.FractionsLead) + "</p>")
	rows = nil
	for i, f := range []float64{model.PublishFraction, model.PreCommitFraction, model.ProveFraction,
		model.ProveFractionNoDeals} {
		rows = append(rows, []string{w.Text(p.FractionRows[i]), t.quantity(f, "share", constantDigits)})
	}
	w.table(p.FractionsTitle, p.FractionHeads, rows)

	w.Line("<h3>" + w.Text(p.FitsTitle) + "</h3>\n<p>" + w.Text(p.FitsLead) + "</p>")
	rows = nil
	for _, in := range inputs {
		m, o := in.Scaling, in.Onboarding
		rows = append(rows, []string{t.cell(in.Snapshot.Current), t.cell(m.Last), t.number(m.Level0, constantDigits),
			t.number(o.PreCommitGgasPerPiB, constantDigits), t.number(o.ProveCommitGgasPerPiB, constantDigits),
			t.number(m.Interval.Drift, 4), t.number(m.Interval.Daily, 4)})
	}
	w.table(p.FitsTitle, p.FitHeads, rows)

	w.Line("<h3>" + w.Text(p.RegimeTitle) + "</h3>\n<p>" + w.Text(p.RegimeLead) + "</p>")
	rows = nil
	regime := inputs[0].Regime
	for i, plane := range []model.Plane{regime.Logistic, regime.Linear[0], regime.Linear[1]} {
		rows = append(rows, []string{w.Text(p.RegimeRows[i]), t.number(plane.Deal, constantDigits),
			t.number(plane.Ratio, constantDigits), t.number(plane.Intercept, constantDigits)})
	}
	w.table(p.RegimeTitle, p.RegimeHeads, rows)
	w.Line("</section>")
}

func (w *pageWriter) data(inputs []*assumption.Inputs) {
	t, p := w.t, &w.t.Page
	w.section("data", p.DataTitle)
	w.Line("<p>" + w.Text(p.DataLead) + "</p>")
	w.List("ul", "", p.Data)
	var rows [][]string
	for _, in := range inputs {
		s := in.Snapshot
		rows = append(rows, []string{t.cell(s.Current), t.cell(s.Start), t.number(s.RawPowerEiB[s.HistoryDays()], 5),
			t.number(s.QAPowerEiB[s.HistoryDays()], 5),
			t.number(s.CirculatingFILStart, 9), t.number(s.LockedFILStart, 9)})
	}
	w.table(p.DataTitle, p.SnapshotHeads, rows)
	w.Line("</section>")
}

func (w *pageWriter) citations() {
	w.section("citations", w.t.Page.CitationsTitle)
	w.Line("<ul>")
	list := make([]SourceText, 0, 16)
	for _, s := range steps.Sources() {
		if s != steps.Own {
			list = append(list, w.t.Source[s])
		}
	}
	for _, c := range slices.Concat(list, w.t.Page.Citations, exploreSources) {
		w.Line("<li>" + markup.Link(c.Title, c.Address) + "</li>")
	}
	w.Line("</ul>\n</section>")
}

// glossary lists the terms, and what they are called in English where the page is in another language.
func (w *pageWriter) glossary() {
	if len(w.t.Terms) == 0 {
		return
	}
	p := &w.t.Page
	w.section("glossary", p.GlossaryTitle)
	w.Line("<p>" + w.Text(p.GlossaryLead) + "</p>")
	var rows [][]string
	heads := p.GlossaryHeads
	for _, term := range w.t.Terms {
		row := []string{w.Text(term.Own), `<span lang="en">` + w.Text(term.English) + "</span>", w.Text(term.Meaning)}
		if term.Own == "" {
			row = []string{w.Text(term.English), w.Text(term.Meaning)}
			heads = []string{p.GlossaryHeads[0], p.GlossaryHeads[2]}
		}
		rows = append(rows, row)
	}
	w.table(p.GlossaryTitle, heads, rows)
	w.Line("</section>")
}

// link is a title that leads to an address, if it has one.
func link(title, address string) string {
	if address == "" {
		return html.EscapeString(title)
	}
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(title) + "</a>"
}
