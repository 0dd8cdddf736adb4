package method

import (
	"html"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/steps"
)

// Page is the main part of the methodology page as HTML: contents, equations, constants, data, quirks, limits and
// citations. inputs has all snapshots, at least one, the oldest first, with all columns of the daily table.
func Page(t *Text, inputs []*sim.Inputs) string {
	w := &pageWriter{t: t, words: t.factWords(inputs), produced: producers()}
	p := &t.Page
	w.raw(`<h1>` + w.text(p.Title) + `</h1>`)
	w.raw(`<p class="lede">` + w.text(p.Lead) + `</p>`)
	w.contents()
	w.equations()
	w.assumptions(inputs)
	w.constants(inputs)
	w.data(inputs)
	w.explore()
	w.section("quirks", p.QuirksTitle)
	w.raw("<p>" + w.text(p.QuirksLead) + "</p>")
	w.list("ol", p.Quirks)
	w.raw("</section>")
	w.section("limits", p.LimitsTitle)
	w.list("ul", p.Limits)
	w.raw("</section>")
	w.section("chain", p.ChainTitle)
	w.raw("<p>" + w.text(p.ChainSay) + " <code>" + w.text(p.Command) + "</code></p>\n</section>")
	w.citations()
	w.glossary()
	return w.String()
}

// Words are what the page's frame says, as HTML, by placeholder of assets/site/method.html. other is the catalogue of
// the language that it offers.
func Words(t, other *Text, inputs []*sim.Inputs) map[string]string {
	say := html.EscapeString
	return map[string]string{
		"method": Page(t, inputs), "method_title": say(t.Page.Title), "method_description": say(t.Page.Description),
		"method_brand": say(t.Page.Brand), "method_back": say(t.Page.Back), "method_language": say(t.Language), "method_skip": say(t.Page.SkipToContent),
		"method_file": t.File(), "method_other": other.File(), "method_other_language": say(other.Language), "method_other_name": say(other.Name),
	}
}

type pageWriter struct {
	strings.Builder
	t        *Text
	words    []string
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

func (w *pageWriter) raw(text string) { w.WriteString(text + "\n") }

// text is a sentence of the catalogue, filled and escaped.
func (w *pageWriter) text(sentence string) string {
	return html.EscapeString(fill(sentence, w.words...))
}

func (w *pageWriter) section(id, title string) {
	w.raw(`<section id="` + id + `" aria-labelledby="` + id + `-title">` + "\n" + `<h2 id="` + id + `-title">` + w.text(title) + `</h2>`)
}

func (w *pageWriter) list(tag string, items []string) {
	w.raw("<" + tag + ">")
	for _, item := range items {
		w.raw("<li>" + w.text(item) + "</li>")
	}
	w.raw("</" + tag + ">")
}

func (w *pageWriter) contents() {
	p := &w.t.Page
	entry := func(id, title string) string { return `<li><a href="#` + id + `">` + w.text(title) + `</a>` }
	w.raw(`<nav class="contents" aria-labelledby="contents-title">` + "\n" + `<h2 id="contents-title">` + w.text(p.Contents) + "</h2>\n<ol>")
	w.raw(entry("equations", p.EquationsTitle) + "\n<ol>")
	for _, part := range steps.AllParts() {
		w.raw(entry("part-"+string(part), w.t.Part[part]) + "</li>")
	}
	w.raw("</ol></li>")
	if len(w.t.Assumptions) > 0 {
		w.raw(entry("assumptions", p.AssumptionsTitle) + "</li>")
	}
	for _, e := range [][2]string{{"constants", p.ConstantsTitle}, {"data", p.DataTitle}, {"explore", p.Explore.Title}, {"quirks", p.QuirksTitle}, {"limits", p.LimitsTitle}, {"chain", p.ChainTitle}, {"citations", p.CitationsTitle}} {
		w.raw(entry(e[0], e[1]) + "</li>")
	}
	if len(w.t.Terms) > 0 {
		w.raw(entry("glossary", p.GlossaryTitle) + "</li>")
	}
	w.raw("</ol>\n</nav>")
}

func (w *pageWriter) equations() {
	p := &w.t.Page
	w.section("equations", p.EquationsTitle)
	w.raw("<p>" + w.text(p.EquationsLead) + "</p>\n<p>" + w.text(p.Notation) + "</p>")
	all := steps.Equations()
	for _, part := range steps.AllParts() {
		w.raw(`<h3 id="part-` + string(part) + `">` + w.text(w.t.Part[part]) + "</h3>")
		for i := range all {
			if all[i].Part == part {
				w.equation(&all[i])
			}
		}
	}
	w.raw("</section>")
}

func (w *pageWriter) equation(e *steps.Equation) {
	t, id := w.t, anchor(e.ID)
	w.raw(`<article class="equation" id="` + id + `">`)
	w.raw(`<h4>` + w.text(t.Equation[e.ID].Title) + ` <a class="anchor" href="#` + id + `" aria-label="` + w.text(t.Page.EqLabel) + t.Colon + w.text(t.Equation[e.ID].Title) + `">#</a></h4>`)
	w.raw(`<p>` + w.text(t.Equation[e.ID].Say) + `</p>`)
	w.raw(`<p class="formula">` + t.formula(e) + `</p>`)
	w.raw(`<ul class="where" aria-label="` + w.text(t.Page.Where) + `">`)
	w.raw("<li>" + w.meaning(e.Out, e.Unit, "") + "</li>")
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
		w.raw("<li>" + w.meaning(s, "", e.ID) + "</li>")
	}
	w.raw("</ul>")
	if source := t.Source[e.Where]; source.Title != "" {
		w.raw(`<p class="source">` + w.text(t.Chain.Source) + t.Colon + link(source.Title, source.Address) + "</p>")
	}
	w.raw("</article>")
}

// meaning says what a symbol stands for: with a constant's value, and a link to the equation that it comes of
// unless that is the one it is said in.
func (w *pageWriter) meaning(s steps.Symbol, unit, in string) string {
	text := w.text(w.t.Symbol[s.Name])
	if from := w.produced[s.Name]; in != "" && from != "" && from != in {
		text = `<a href="#` + anchor(from) + `">` + text + "</a>"
	}
	text = symbolMath(s) + " " + text
	if c, ok := steps.ConstantNamed(s.Name); ok {
		text += " = " + html.EscapeString(w.t.quantity(c.Value, c.Unit, constantDigits))
	} else if label := w.t.Unit[unit]; label != "" {
		text += w.t.Comma + w.text(fill(w.t.Page.In, "unit", label))
	}
	return text
}

// constantDigits are enough to tell any constant.
const constantDigits = 10

// table writes a table that scrolls sideways on its own. Cells are HTML; the first of a row is its head.
func (w *pageWriter) table(caption string, heads []string, rows [][]string) {
	w.raw(`<div class="table" tabindex="0" role="group" aria-label="` + w.text(caption) + w.t.Stop + w.text(w.t.Page.ScrollTable) + `"><table>` + "\n<thead><tr>")
	for _, h := range heads {
		w.raw(`<th scope="col">` + w.text(h) + "</th>")
	}
	w.raw("</tr></thead>\n<tbody>")
	for _, cells := range rows {
		w.raw(`<tr><th scope="row">` + cells[0] + "</th><td>" + strings.Join(cells[1:], "</td><td>") + "</td></tr>")
	}
	w.raw("</tbody></table></div>")
}

// assumptions lists what a scenario may change.
func (w *pageWriter) assumptions(inputs []*sim.Inputs) {
	if len(w.t.Assumptions) == 0 {
		return
	}
	p := &w.t.Page
	w.section("assumptions", p.AssumptionsTitle)
	w.raw("<p>" + w.text(p.AssumptionsLead) + "</p>")
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
		case sim.Choice:
			choices := a.Of.Choices
			if len(choices) == 0 { // the snapshots
				for _, in := range inputs {
					choices = append(choices, in.Snapshot.Name)
				}
			}
			legal = strings.Join(choices, w.t.Comma)
		case sim.Switch:
			legal = "false" + w.t.Comma + "true"
		}
		rows = append(rows, []string{w.text(a.Label), names, symbol, html.EscapeString(legal)})
	}
	w.table(p.AssumptionsTitle, p.AssumptionHeads, rows)
	w.raw("</section>")
}

func (w *pageWriter) constants(inputs []*sim.Inputs) {
	t, p := w.t, &w.t.Page
	w.section("constants", p.ConstantsTitle)
	w.raw("<p>" + w.text(p.ConstantsLead) + "</p>")
	var rows [][]string
	for _, c := range steps.Constants() {
		source := t.Source[c.Where].Title
		if source == "" {
			source = t.Origin[c.Kind]
		}
		rows = append(rows, []string{symbolMath(steps.Symbol{Name: c.Name}), w.text(t.Symbol[c.Name]), html.EscapeString(t.quantity(c.Value, c.Unit, constantDigits)), w.text(source)})
	}
	w.table(p.ConstantsTitle, p.ConstantHeads, rows)

	w.raw("<h3>" + w.text(p.TranchesTitle) + "</h3>\n<p>" + w.text(p.TranchesLead) + "</p>")
	rows = nil
	for _, tranche := range mechafil.Tranches() {
		rows = append(rows, []string{t.quantity(tranche.AmountFIL, "FIL", constantDigits), t.number(float64(tranche.Days), constantDigits)})
	}
	w.table(p.TranchesTitle, p.TrancheHeads, rows)

	w.raw("<h3>" + w.text(p.FractionsTitle) + "</h3>\n<p>" + w.text(p.FractionsLead) + "</p>")
	rows = nil
	for i, f := range []float64{model.PublishFraction, model.PreCommitFraction, model.ProveFraction, model.ProveFractionNoDeals} {
		rows = append(rows, []string{w.text(p.FractionRows[i]), t.quantity(f, "share", constantDigits)})
	}
	w.table(p.FractionsTitle, p.FractionHeads, rows)

	w.raw("<h3>" + w.text(p.FitsTitle) + "</h3>\n<p>" + w.text(p.FitsLead) + "</p>")
	rows = nil
	for _, in := range inputs {
		m, o := in.Scaling, in.Onboarding
		rows = append(rows, []string{t.cell(in.Snapshot.Current), t.cell(m.Last), t.number(m.Level0, constantDigits),
			t.number(o.PreCommitGgasPerPiB, constantDigits), t.number(o.ProveCommitGgasPerPiB, constantDigits), t.number(m.Interval.Drift, 4), t.number(m.Interval.Daily, 4)})
	}
	w.table(p.FitsTitle, p.FitHeads, rows)

	w.raw("<h3>" + w.text(p.RegimeTitle) + "</h3>\n<p>" + w.text(p.RegimeLead) + "</p>")
	rows = nil
	regime := inputs[0].Regime
	for i, plane := range []model.Plane{regime.Logistic, regime.Linear[0], regime.Linear[1]} {
		rows = append(rows, []string{w.text(p.RegimeRows[i]), t.number(plane.Deal, constantDigits), t.number(plane.Ratio, constantDigits), t.number(plane.Intercept, constantDigits)})
	}
	w.table(p.RegimeTitle, p.RegimeHeads, rows)
	w.raw("</section>")
}

func (w *pageWriter) data(inputs []*sim.Inputs) {
	t, p := w.t, &w.t.Page
	w.section("data", p.DataTitle)
	w.raw("<p>" + w.text(p.DataLead) + "</p>")
	w.list("ul", p.Data)
	var rows [][]string
	for _, in := range inputs {
		s := in.Snapshot
		rows = append(rows, []string{t.cell(s.Current), t.cell(s.Start), t.number(s.RawPowerEiB[s.HistoryDays()], 5), t.number(s.QAPowerEiB[s.HistoryDays()], 5),
			t.number(s.CirculatingFILStart, 9), t.number(s.LockedFILStart, 9)})
	}
	w.table(p.DataTitle, p.SnapshotHeads, rows)
	w.raw("</section>")
}

func (w *pageWriter) citations() {
	w.section("citations", w.t.Page.CitationsTitle)
	w.raw("<ul>")
	list := make([]SourceText, 0, 16)
	for _, s := range steps.Sources() {
		if s != steps.Own {
			list = append(list, w.t.Source[s])
		}
	}
	for _, c := range slices.Concat(list, w.t.Page.Citations, exploreSources) {
		w.raw("<li>" + link(c.Title, c.Address) + "</li>")
	}
	w.raw("</ul>\n</section>")
}

// glossary lists the terms, and what they are called in English where the page is in another language.
func (w *pageWriter) glossary() {
	if len(w.t.Terms) == 0 {
		return
	}
	p := &w.t.Page
	w.section("glossary", p.GlossaryTitle)
	w.raw("<p>" + w.text(p.GlossaryLead) + "</p>")
	var rows [][]string
	heads := p.GlossaryHeads
	for _, term := range w.t.Terms {
		row := []string{w.text(term.Own), `<span lang="en">` + w.text(term.English) + "</span>", w.text(term.Meaning)}
		if term.Own == "" {
			row = []string{w.text(term.English), w.text(term.Meaning)}
			heads = []string{p.GlossaryHeads[0], p.GlossaryHeads[2]}
		}
		rows = append(rows, row)
	}
	w.table(p.GlossaryTitle, heads, rows)
	w.raw("</section>")
}

// link is a title that leads to an address, if it has one.
func link(title, address string) string {
	if address == "" {
		return html.EscapeString(title)
	}
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(title) + "</a>"
}
