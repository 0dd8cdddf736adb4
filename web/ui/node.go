package ui

import (
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// An answer's tables are of many kinds, and what they hold is either this or that, which a template can only say by
// a node that is no element: its neighbours' listeners would go astray. They are built by these functions.

// attrs are the attributes of an element, name and value in turns.
type attrs []string

// el is an element with children; nil ones are left out.
func el(tag string, a attrs, children ...*vugu.VGNode) *vugu.VGNode {
	n := &vugu.VGNode{Type: vugu.ElementNode, Data: tag}
	for i := 0; i+1 < len(a); i += 2 {
		n.Attr = append(n.Attr, vugu.VGAttribute{Key: a[i], Val: a[i+1]})
	}
	return with(n, children...)
}

// with adds children to an element.
func with(n *vugu.VGNode, children ...*vugu.VGNode) *vugu.VGNode {
	for _, child := range children {
		if child != nil {
			n.AppendChild(child)
		}
	}
	return n
}

// say is an element with a text.
func say(tag string, a attrs, said string) *vugu.VGNode {
	return el(tag, a, text(said))
}

// mathematics is an element with MathML.
func mathematics(tag string, a attrs, formula string) *vugu.VGNode {
	n := el(tag, a)
	n.SetInnerHTML(vugu.HTML(formula))
	return n
}

// text is words between elements. All that the page says comes this way or by html.
func text(said string) *vugu.VGNode {
	return &vugu.VGNode{Type: vugu.TextNode, Data: words.Unbroken(said)}
}

// saySome is an element with a text, nil where there is none to say.
func saySome(tag string, a attrs, words string) *vugu.VGNode {
	if words == "" {
		return nil
	}
	return say(tag, a, words)
}

// list is a list of sentences, nil for none.
func list(items []string) *vugu.VGNode {
	if len(items) == 0 {
		return nil
	}
	out := el("ul", attrs{"class", "notices"})
	for _, item := range items {
		with(out, say("li", nil, item))
	}
	return out
}

// hears lets an element hear an event.
func hears(n *vugu.VGNode, event string, do func(vugu.DOMEvent)) *vugu.VGNode {
	n.DOMEventHandlerSpecList = append(n.DOMEventHandlerSpecList, vugu.DOMEventHandlerSpec{EventType: event, Func: do})
	return n
}

// svg is an element of a drawing.
func svg(tag string, a attrs, children ...*vugu.VGNode) *vugu.VGNode {
	n := el(tag, a, children...)
	n.Namespace = "svg"
	return n
}

// px is a length to a tenth of a pixel.
func px(v float64) string { return numbers.Trimmed(numbers.Places(v, 1)) }

// percent is a part of a length.
func percent(v float64) string { return numbers.Places(v, 2) + "%" }
