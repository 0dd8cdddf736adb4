package ui

import (
	"strings"

	"github.com/vugu/vjson"
	"github.com/vugu/vugu"
)

// What the generated code calls in the place of what vugugen writes out, see cmd/shorten.

// built is an element with attributes: name and value in turns, with a zero character between any two.
func built(tag, attributes string) *vugu.VGNode {
	n := &vugu.VGNode{Type: vugu.ElementNode, Data: tag}
	for attributes != "" {
		var a vugu.VGAttribute
		a.Key, attributes, _ = strings.Cut(attributes, "\x00")
		a.Val, attributes, _ = strings.Cut(attributes, "\x00")
		n.Attr = append(n.Attr, a)
	}
	return n
}

// child is built below a parent.
func child(parent *vugu.VGNode, tag, attributes string) *vugu.VGNode {
	n := built(tag, attributes)
	parent.AppendChild(n)
	return n
}

// spoken is a text below a parent. Vugu would set what vg-content says as HTML, at each render and whether it has
// changed or not: the browser parses it, throws away what stood there and lays it out anew, 800 times a render. A text
// that is set again as it was costs next to nothing.
func spoken(parent *vugu.VGNode, words string) *vugu.VGNode {
	n := text(words)
	parent.AppendChild(n)
	return n
}

// emptied is called after a loop over the children of an element. Vugu lets an element without children keep those that
// it had in the frame before.
func emptied(n *vugu.VGNode) {
	if n.FirstChild == nil {
		nothing := ""
		n.InnerHTML = &nothing
	}
}

// attribute gives an element an attribute: a text, or one that is there or not, or none by nil.
func attribute[T any](n *vugu.VGNode, key string, value T) {
	n.AddAttrInterface(key, value)
}

// property gives an element a property, which the renderer sets as JSON.
func property(n *vugu.VGNode, key string, value any) {
	b, err := vjson.Marshal(value)
	if err != nil {
		panic(err)
	}
	n.Prop = append(n.Prop, vugu.VGProperty{Key: key, JSONVal: vjson.RawMessage(b)})
}
