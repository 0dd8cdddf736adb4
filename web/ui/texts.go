package ui

import (
	"strings"

	"github.com/vugu/vugu"
)

// Texts makes a text node of what vg-content and vg-html write into an element, where that is no more than a text. Vugu
// would set it as HTML, at each render and whether it has changed or not: the browser parses it, throws away what stood
// there and lays it out anew, 800 times a render. A text that is set again as it was costs next to nothing.
func Texts(results *vugu.BuildResults) {
	for _, n := range results.Out.Out {
		texts(results, n)
	}
}

func texts(results *vugu.BuildResults, n *vugu.VGNode) {
	if n.Component != nil {
		for _, root := range results.ResultFor(n.Component).Out {
			texts(results, root)
		}
		return
	}
	if n.InnerHTML != nil {
		if words := *n.InnerHTML; !strings.ContainsAny(words, "<&") { // else it is HTML, or says characters by others
			n.InnerHTML = nil
			n.AppendChild(text(words))
		}
		return
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		texts(results, child)
	}
}
