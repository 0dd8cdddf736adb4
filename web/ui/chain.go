package ui

import (
	"strings"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
	vjs "github.com/vugu/vugu/js"
)

// Chain shows the steps behind a day's numbers: what it comes to, then its groups of steps under headings of the third
// level, steps with headings of the fourth. A button leads to each group; there is no address in the page's own
// fragment.
type Chain struct {
	D *ask.Dialog

	drawn int // version of the chain
}

// Build is called by the renderer.
func (c *Chain) Build(*vugu.BuildIn) *vugu.BuildOut {
	host := el("div", attrs{"class", "steps-chain"})
	if c.D.Busy != "" {
		host.Attr = append(host.Attr, vugu.VGAttribute{Key: "aria-busy", Val: "true"})
	}
	if c.drawn != c.D.ChainVersion {
		c.drawn = c.D.ChainVersion
		first := c.D.First
		host.JSCreateHandler = vugu.JSValueFunc(func(el vjs.Value) { empty(el) })
		host.JSPopulateHandler = vugu.JSValueFunc(func(el vjs.Value) { unfoldGroups(el, first) })
		if e := c.D.Chain; e != nil {
			with(host, results(e.Results, e.Groups)...)
			for i := range e.Groups {
				with(host, c.group(&e.Groups[i]))
			}
		}
	}
	return &vugu.BuildOut{Out: []*vugu.VGNode{host}}
}

// results are what the day comes to, and the way to the groups.
func results(r *ask.Results, groups []ask.ChainGroup) []*vugu.VGNode {
	if r == nil {
		return nil
	}
	body := el("tbody", nil)
	for _, row := range r.Rows {
		with(body, el("tr", nil, say("th", attrs{"scope", "row"}, row[0]), say("td", nil, row[1]),
			say("td", nil, row[2])))
	}
	heads := el("tr", nil, el("td", nil), say("th", attrs{"scope", "col"}, r.Heads[0]),
		say("th", attrs{"scope", "col"}, r.Heads[1]))
	ways := el("p", attrs{"class", "chain-groups"}, say("span", nil, r.Groups))
	for _, g := range groups {
		with(ways, text(" "), say("button", attrs{"type", "button", "class", "quiet", "data-group", g.ID}, g.Title))
	}
	return []*vugu.VGNode{el("table", attrs{"class", "chain-results"}, say("caption", nil, r.Caption),
		el("thead", nil, heads), body), ways}
}

func (c *Chain) group(g *ask.ChainGroup) *vugu.VGNode {
	a := attrs{"class", "chain-part", "id", g.ID}
	if g.Opened {
		a = append(a, "open", "")
	}
	steps := el("ol", attrs{"start", count(g.First)})
	for i := range g.Steps {
		with(steps, c.step(&g.Steps[i]))
	}
	return el("details", a, el("summary", nil, say("h3", nil, g.Title), text(" "),
		say("span", attrs{"class", "hint"}, g.Range)), steps)
}

func (c *Chain) step(s *ask.ChainStep) *vugu.VGNode {
	a := attrs{"class", "chain-step", "data-step", s.Key}
	if s.Pointed {
		a = append(a, "aria-current", "true")
	}
	out := el("li", a, say("h4", nil, s.Title))
	if s.Formula != "" {
		with(out, mathematics("p", attrs{"class", "formula"}, s.Formula), inputs(s.Inputs))
	}
	value := vugu.HTML(s.Symbol + " = " + escaped(s.Result))
	result := el("b", nil)
	result.SetInnerHTML(value)
	line := el("p", attrs{"class", "chain-result"}, result)
	if s.From != "" {
		with(line, text(s.From))
	}
	with(out, line, saySome("p", attrs{"class", "chain-note"}, s.Note))
	if s.Source == nil && s.Method == nil {
		return out
	}
	source := el("p", attrs{"class", "chain-source"})
	if s.Source != nil {
		with(source, el("span", nil, text(s.Before), c.reference(s.Source)))
	}
	if s.Method != nil {
		with(source, text(" "), c.reference(s.Method))
	}
	return with(out, source)
}

// inputs is the table of what went into a step. On narrow windows its rows are laid out as blocks: the roles keep the
// meaning of a table. The meaning of a symbol heads the row: not every reader's software takes mathematics for text.
func inputs(in *ask.ChainInputs) *vugu.VGNode {
	heads, body := el("tr", attrs{"role", "row"}), el("tbody", attrs{"role", "rowgroup"})
	for _, head := range in.Heads {
		with(heads, say("th", attrs{"scope", "col", "role", "columnheader"}, head))
	}
	for _, row := range in.Rows {
		with(body, el("tr", attrs{"role", "row"},
			mathematics("td", attrs{"role", "cell"}, row[0]), say("th", attrs{"scope", "row", "role", "rowheader"},
				row[1]),
			say("td", attrs{"role", "cell"}, row[2]), say("td", attrs{"role", "cell"}, row[3])))
	}
	return el("table", attrs{"class", "chain-inputs", "role", "table", "aria-label", in.Label},
		el("thead", attrs{"role", "rowgroup"}, heads), body)
}

// reference is a text that leads to an address, if it has one. A page that is one file has the methodology on the
// public site.
func (c *Chain) reference(r *ask.Reference) *vugu.VGNode {
	if r.Address == "" {
		return text(r.Text)
	}
	address := r.Address
	if !strings.Contains(address, ":") {
		address = c.D.Site() + address
	}
	return say("a", attrs{"href", address}, r.Text)
}
