package ui

import (
	"strconv"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
)

// tables are the tables of an answer. On narrow windows most are laid out as blocks, which would take the meaning of a
// table from them: the roles keep it.
func (c *Answer) tables(a *ask.Answer) []*vugu.VGNode {
	var out []*vugu.VGNode
	for i := range a.Tables {
		t := &a.Tables[i]
		if t.Look == ask.Plain {
			name := attrs{"aria-label", t.Label}
			if t.Label == "" {
				name = attrs{"aria-labelledby", "explore-" + c.Card.Name + "-title"}
			}
			out = append(out, el("div", append(attrs{"class", "wide-table", "data-key", t.Key, "tabindex", "0", "role",
				"group"}, name...), c.table(t)))
			continue
		}
		out = append(out, c.table(t))
		if t.Fold == nil {
			continue
		}
		label := t.Fold.More
		if c.Card.Whole {
			label = t.Fold.Fewer
		}
		fold := say("button", attrs{"type", "button", "class", "quiet", "data-rest", "", "data-key", "rest",
			"aria-expanded", flag(c.Card.Whole)}, label)
		out = append(out, el("p", nil, hears(fold, "click", func(vugu.DOMEvent) { c.Card.Unfold(!c.Card.Whole) })))
	}
	return out
}

// role gives an element the meaning that it has by itself until it is laid out as a block.
func role(t *ask.Table, name string, a attrs) attrs {
	if t.Look == ask.Plain {
		return a
	}
	return append(a, "role", name)
}

func (c *Answer) table(t *ask.Table) *vugu.VGNode {
	heads := el("tr", role(t, "row", nil))
	for _, head := range t.Heads {
		with(heads, say("th", role(t, "columnheader", attrs{"scope", "col"}), head))
	}
	out := el("table", role(t, "table", attrs{"class", t.Look}), say("caption", nil, t.Caption),
		el("thead", role(t, "rowgroup", nil), heads))
	for i, group := range t.Groups {
		a := role(t, "rowgroup", nil)
		if t.Fold != nil && i == len(t.Groups)-1 {
			a = append(a, "class", "rest")
			if !c.Card.Whole {
				a = append(a, "hidden", "")
			}
		}
		body := el("tbody", a)
		if group.Title != "" {
			head := role(t, "rowheader", attrs{"scope", "rowgroup", "colspan", strconv.Itoa(len(t.Heads)), "class",
				"group-head"})
			with(body, el("tr", role(t, "row", nil), say("th", head, group.Title)))
		}
		for k := range group.Rows {
			with(body, c.row(t, &group.Rows[k]))
		}
		with(out, body)
	}
	return out
}

func (c *Answer) row(t *ask.Table, r *ask.Row) *vugu.VGNode {
	a := role(t, "row", nil)
	switch {
	case r.Kind == ask.Total:
		a = append(a, "class", r.Kind)
	case r.Kind != "":
		a = append(a, "data-"+r.Kind, r.Name)
	}
	bars := t.Look == ask.Bars || t.Look == ask.Parts
	head := el("th", role(t, "rowheader", attrs{"scope", "row"}))
	if bars && r.Kind != ask.Total {
		with(head, say("b", nil, r.Title), saySome("span", attrs{"class", "hint"}, r.Hint))
	} else {
		head = say("th", role(t, "rowheader", attrs{"scope", "row"}), r.Title)
	}
	out := el("tr", a, head)
	if bars {
		cell := el("td", role(t, "cell", nil))
		if r.Bar != nil {
			cell = el("td", role(t, "cell", attrs{"class", "bar-cell"}), bar(r.Bar),
				saySome("span", attrs{"class", "hint"}, r.Note))
		}
		with(out, cell)
	}
	if r.Ends != nil {
		ends := el("td", role(t, "cell", attrs{"class", "ends"}))
		for i := range r.Ends {
			with(ends, c.end(&r.Ends[i]))
		}
		with(out, ends)
	}
	for i, parts := range r.Cells {
		cell := el("td", role(t, "cell", nil))
		to := cell
		if t.Look == ask.Stacked { // each cell bears the name of its column, for windows without columns
			to = el("span", nil)
			with(cell, say("span", attrs{"class", "head", "aria-hidden", "true"}, t.Heads[i+1]), text(" "), to)
		}
		for _, part := range parts {
			with(to, c.part(part))
		}
		with(out, cell)
	}
	return with(out, saySome("td", role(t, "cell", attrs{"class", "hint"}), r.Basis))
}

// end is one end of an assumption's range.
func (c *Answer) end(e *ask.End) *vugu.VGNode {
	class := "end"
	if e.Doubtful {
		class = "end doubtful"
	}
	out := el("span", attrs{"class", class, "data-input", e.Input}, say("i", attrs{"aria-hidden", "true"}, e.Mark),
		c.part(e.Value), text(" "), c.part(e.Figure))
	for _, hint := range e.Hints {
		with(out, say("span", attrs{"class", "hint"}, hint))
	}
	return out
}

// bar draws figures on a line; as text they stand beside it.
func bar(b *ask.Bar) *vugu.VGNode {
	if b.Base == nil && b.Reach == nil && len(b.Tips) == 0 {
		return nil
	}
	out := el("span", attrs{"class", "bar", "aria-hidden", "true"})
	if b.Base != nil {
		with(out, el("i", attrs{"class", "base", "style", "left:" + percent(*b.Base)}))
	}
	if b.Reach != nil {
		with(out, el("i", attrs{"class", "reach", "style", "left:" + percent(b.Reach[0]) + ";width:" +
			percent(b.Reach[1]-b.Reach[0])}))
	}
	for _, tip := range b.Tips {
		class := "tip"
		if tip.Doubtful {
			class = "tip doubtful"
		}
		with(out, say("i", attrs{"class", class, "style", "left:" + percent(tip.At)}, tip.Mark))
	}
	return out
}
