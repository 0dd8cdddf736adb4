package main

import "testing"

// What vugugen writes becomes calls; what is not known stays.
func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		"\tvgn = &vugu.VGNode{Type: vugu.VGNodeType(3), Namespace: \"\", Data: \"ul\", Attr: []vugu.VGAttribute(nil)}\n" +
			"\tvgparent.AppendChild(vgn)\n": "\tvgn = child(vgparent, \"ul\", \"\")\n",
		"vgn = &vugu.VGNode{Type: vugu.VGNodeType(3), Namespace: \"\", Data: \"p\", Attr: []vugu.VGAttribute{" +
			`{Namespace: "", Key: "id", Val: "a, \"b\""}, vugu.VGAttribute{Namespace: "", Key: "class", Val: "card"}}}` +
			"\nvgout.Out": "vgn = built(\"p\", \"id\\x00a, \\\"b\\\"\\x00class\\x00card\")\nvgout.Out",
		`vgn = &vugu.VGNode{Type: vugu.VGNodeType(3), Namespace: "", Data: "p", Attr: []vugu.VGAttribute{` +
			`{Namespace: "", Key: "id", Val: value}}}`: `vgn = &vugu.VGNode{Type: vugu.VGNodeType(3), Namespace: "", ` +
			`Data: "p", Attr: []vugu.VGAttribute{{Namespace: "", Key: "id", Val: value}}}`,
		"\n\tvgn = &vugu.VGNode{Type: vugu.VGNodeType(1), Data: \"\\n  \"}\n\tvgparent.AppendChild(vgn)\n" +
			"\tnext": "\n\tnext",
		"\tvgn = &vugu.VGNode{Type: vugu.VGNodeType(1), Data: \"↺\"}\n\tvgparent.AppendChild(vgn)\n": "\tvgn = " +
			"spoken(vgparent, \"↺\")\n",
		"vgn.SetInnerHTML(o.Label)":                  "spoken(vgn, o.Label)",
		"vgn.SetInnerHTML(html(o.Text))":             "vgn.SetInnerHTML(html(o.Text))",
		"vgn.AddAttrInterface(\"hidden\", c.Hidden)": "attribute(vgn, \"hidden\", c.Hidden)",
		"{\n\tb, err := vjson.Marshal(c.F.Text)\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tvgn.Prop = append(vgn.Prop, " +
			"vugu.VGProperty{Key: \"value\", JSONVal: vjson.RawMessage(b)})\n}": `property(vgn, "value", c.F.Text)`,
		"vgn.DOMEventHandlerSpecList = append(vgn.DOMEventHandlerSpecList, vugu.DOMEventHandlerSpec{\n" +
			"\tEventType: \"input\",\n\tFunc:      func(event vugu.DOMEvent) { c.Typed(event) },\n" +
			"\t// TODO: implement capture, etc. mostly need to decide syntax\n})": `hears(vgn, "input", ` +
			`func(event vugu.DOMEvent) { c.Typed(event) })`,
		"\tfor vgiterkeyt, f := range c.Picture.Facts {\n\t\tfor vgiterkeyt, g := range f.List {\n\t\t\tx\n\t\t}\n\t}\n": "" +
			"\tfor vgiterkeyt, f := range c.Picture.Facts {\n\t\tfor vgiterkeyt, g := range f.List {\n\t\t\tx\n\t\t}\n" +
			"\t\temptied(vgparent)\n\t}\n\temptied(vgparent)\n",
		"\tfor vgiterkeyt, s := range c.Basic().Sliders[2:] {\n\t}\n": "\tfor vgiterkeyt, s := range c.Basic()." +
			"Sliders[2:] {\n\t}\n\temptied(vgparent)\n",
		"\tfor vgiterkeyt, f := range c.fields() {\n\t}\n": "\tfor vgiterkeyt, f := range c.fields() {\n\t}\n",
	} {
		if got := shorten(in); got != want {
			t.Errorf("%q becomes\n%q, want\n%q", in, got, want)
		}
	}
}
