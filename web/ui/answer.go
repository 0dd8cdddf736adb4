package ui

import (
	"strconv"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
	vjs "github.com/vugu/vugu/js"
)

// Answer shows the answer of a question. Each is made anew in an empty element: what had the focus finds it again by
// the keys in it.
type Answer struct {
	Section *ask.Section
	Card    *ask.Card

	drawn int // version of the answer
}

// Build is called by the renderer.
func (c *Answer) Build(*vugu.BuildIn) *vugu.BuildOut {
	host := el("div", attrs{"class", "answer", "tabindex", "-1"})
	if c.Card.Busy {
		host.Attr = append(host.Attr, vugu.VGAttribute{Key: "aria-busy", Val: "true"})
	}
	if c.drawn != c.Card.AnswerVersion {
		c.drawn = c.Card.AnswerVersion
		host.JSCreateHandler = vugu.JSValueFunc(func(el vjs.Value) { empty(el) })
		var charts []ask.Chart
		if a := c.Card.Answer; a != nil {
			with(host, c.contents(a)...)
			charts = a.Charts
		}
		host.JSPopulateHandler = vugu.JSValueFunc(func(el vjs.Value) { furnish(el, charts) })
	}
	return &vugu.BuildOut{Out: []*vugu.VGNode{host}}
}

func (c *Answer) contents(a *ask.Answer) []*vugu.VGNode {
	var out []*vugu.VGNode
	add := func(n ...*vugu.VGNode) { out = append(out, n...) }
	if a.Faults != nil {
		add(say("p", nil, a.Faults.Title), list(a.Faults.Items))
	}
	for _, said := range a.Said {
		add(say("p", attrs{"class", "said"}, said))
	}
	add(saySome("p", attrs{"class", "error"}, a.Refused), saySome("p", attrs{"class", "summary"}, a.Summary),
		list(a.Notices), c.shown(a.Shown))
	tables := c.tables(a)
	if a.Drawing != nil {
		tables = []*vugu.VGNode{el("div", attrs{"class", "flip-row"},
			append([]*vugu.VGNode{drawing(a.Drawing)}, tables...)...)}
	}
	add(tables...)
	add(list(a.Doubts), saySome("p", attrs{"class", "summary"}, a.After), chartHomes(a.Charts), c.marking(a.Marking))
	return out
}

// shown chooses the FIL+ rate that an ensemble's answer is of.
func (c *Answer) shown(s *ask.Shown) *vugu.VGNode {
	if s == nil {
		return nil
	}
	choice := el("select", attrs{"id", "explore-shown-rate", "data-rate", "", "data-key", "rate"})
	for i, rate := range s.Rates {
		option := say("option", attrs{"value", strconv.Itoa(i + 1)}, rate)
		if i+1 == s.Rate {
			option.Attr = append(option.Attr, vugu.VGAttribute{Key: "selected", Val: ""})
		}
		with(choice, option)
	}
	hears(choice, "change", func(event vugu.DOMEvent) {
		if rate, err := strconv.Atoi(event.PropString("target", "value")); err == nil {
			c.Card.ShowRate(rate)
		}
	})
	return el("p", attrs{"class", "view"}, say("label", attrs{"for", "explore-shown-rate"}, s.Label), text(" "), choice)
}

// marking is the box that draws a target on the page's charts, and the button that leads there.
func (c *Answer) marking(m *ask.Marking) *vugu.VGNode {
	switch {
	case m == nil:
		return nil
	case m.Draw == "":
		return say("p", attrs{"class", "hint"}, m.Where)
	}
	const where = "explore-breakeven-where"
	box := el("input", attrs{"type", "checkbox", "data-mark", "", "data-key", "mark", "aria-describedby", where})
	box.Prop = append(box.Prop,
		vugu.VGProperty{Key: "checked", JSONVal: []byte(strconv.FormatBool(c.Section.Marked()))})
	hears(box, "change", func(event vugu.DOMEvent) { c.Section.WantMarks(event.PropBool("target", "checked")) })
	see := say("button", attrs{"type", "button", "class", "quiet", "data-see", "", "data-key", "see"}, m.Show)
	hears(see, "click", func(vugu.DOMEvent) { c.Section.See() })
	return el("div", attrs{"class", "marking"},
		el("p", nil, el("label", nil, box, text(" "+m.Draw)), text(" "),
			say("span", attrs{"class", "hint", "id", where}, m.Where)), see)
}

// setter is a button that takes a value over.
func (c *Answer) setter(p ask.Part) *vugu.VGNode {
	set := say("button", attrs{"type", "button", "class", "quiet set", "data-key", p.Set.Key, "data-open", p.Set.Link,
		"aria-label", p.Set.Say}, p.Text)
	link := p.Set.Link
	return hears(set, "click", func(vugu.DOMEvent) { c.Section.Take(link) })
}

// part is a piece of a cell: a number with all of its digits, or words. Either may be on a button.
func (c *Answer) part(p ask.Part) *vugu.VGNode {
	switch {
	case p.Exact == "" && p.Set == nil:
		return say("span", nil, p.Text)
	case p.Exact == "":
		return c.setter(p)
	case p.Set == nil:
		return say("data", attrs{"value", p.Exact}, p.Text)
	}
	return el("data", attrs{"value", p.Exact}, c.setter(p))
}

// chartHomes are what charts are mounted in.
func chartHomes(charts []ask.Chart) *vugu.VGNode {
	if len(charts) == 0 {
		return nil
	}
	out := el("div", attrs{"class", "grid"})
	for i := range charts {
		figure := el("figure", attrs{"class", "card chart"}, say("h4", nil, charts[i].Title))
		for _, hint := range charts[i].Hints {
			with(figure, say("p", attrs{"class", "subtitle"}, hint))
		}
		with(out, with(figure, el("div", attrs{"class", "plot", "data-chart", charts[i].ID})))
	}
	return out
}

// drawing is a curve over an assumption.
func drawing(d *ask.Drawing) *vugu.VGNode {
	width, height := px(d.Width), px(d.Height)
	rect := func(a attrs, at []float64) *vugu.VGNode {
		return svg("rect", append(a, "x", px(at[0]), "y", px(at[1]), "width", px(at[2]), "height", px(at[3])))
	}
	picture := svg("svg", attrs{"class", "flip", "role", "img", "aria-label", d.Alt, "viewBox", "0 0 " + width + " " +
		height, "width", width, "height", height},
		svg("defs", nil,
			svg("pattern", attrs{"id", "flip-hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse",
				"patternTransform", "rotate(45)"},
				svg("path", attrs{"d", "M0 0V6", "class", "hatch"})),
			svg("clipPath", attrs{"id", "flip-clip"}, rect(nil, d.Inner[:]))))
	for _, s := range d.Shapes {
		a := attrs{"class", s.Class}
		if s.Inside {
			a = append(a, "clip-path", "url(#flip-clip)")
		}
		var shape *vugu.VGNode
		switch s.Kind {
		case ask.Path:
			shape = svg("path", append(a, "d", s.Text))
		case ask.Label:
			shape = svg("text", append(a, "x", px(s.Numbers[0]), "y", px(s.Numbers[1])), text(s.Text))
		case ask.Circle:
			shape = svg("circle", append(a, "cx", px(s.Numbers[0]), "cy", px(s.Numbers[1]), "r", px(s.Numbers[2])))
		case ask.Box:
			if s.Class == "void" {
				a = append(a, "fill", "url(#flip-hatch)")
			}
			shape = rect(a, s.Numbers)
		}
		with(picture, shape)
	}
	out := el("div", nil, picture)
	for _, hint := range d.Hints {
		with(out, say("p", attrs{"class", "hint"}, hint))
	}
	return out
}
