package ui

import (
	"encoding/json"
	stdhtml "html"
	"strings"
	"testing"

	"github.com/vugu/vugu"
)

// element is a built element of the page, components resolved.
type element struct {
	tag      string
	attr     map[string]string
	value    string // property that a render sets, of inputs
	text     string // inner HTML and text nodes, without that of elements inside
	handlers map[string]func(vugu.DOMEvent)
	children []*element
}

// build renders the app as Vugu would, without a browser.
func build(t testing.TB, app *App) *element {
	t.Helper()
	if err := app.Update(); err != nil {
		t.Fatal(err)
	}
	env, err := vugu.NewBuildEnv()
	if err != nil {
		t.Fatal(err)
	}
	results := env.RunBuild(app)
	root := &element{}
	for _, n := range results.Out.Out {
		root.take(t, results, n)
	}
	return root
}

func (e *element) take(t testing.TB, results *vugu.BuildResults, n *vugu.VGNode) {
	t.Helper()
	switch {
	case n.Component != nil:
		for _, out := range results.ResultFor(n.Component).Out {
			e.take(t, results, out)
		}
		return
	case n.Type == vugu.TextNode:
		e.text += stdhtml.EscapeString(strings.ReplaceAll(n.Data, "\u00a0", " ")) // as inner HTML has it
		return
	case n.Type != vugu.ElementNode:
		t.Fatalf("a node of type %d", n.Type)
	}
	child := &element{tag: n.Data, attr: map[string]string{}, handlers: map[string]func(vugu.DOMEvent){}}
	for _, a := range n.Attr {
		if _, twice := child.attr[a.Key]; twice {
			t.Errorf("<%s> has %s twice", n.Data, a.Key)
		}
		child.attr[a.Key] = a.Val
	}
	for _, p := range n.Prop {
		var text string
		if json.Unmarshal(p.JSONVal, &text) == nil && p.Key == "value" {
			child.value = text
		} else {
			child.attr["."+p.Key] = string(p.JSONVal)
		}
	}
	for _, h := range n.DOMEventHandlerSpecList {
		child.handlers[h.EventType] = h.Func
	}
	if n.InnerHTML != nil {
		child.text = strings.ReplaceAll(*n.InnerHTML, "\u00a0", " ") // as the reader types it
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		child.take(t, results, c)
	}
	e.children = append(e.children, child)
}

// walk calls visit for all elements below e, with the chain of those above.
func (e *element) walk(visit func(e *element, above []*element)) {
	var down func(e *element, above []*element)
	down = func(e *element, above []*element) {
		for _, child := range e.children {
			visit(child, append(above[:len(above):len(above)], e))
			down(child, append(above[:len(above):len(above)], e))
		}
	}
	down(e, nil)
}

// all are the elements that suit.
func (e *element) all(suits func(*element) bool) []*element {
	var out []*element
	e.walk(func(e *element, _ []*element) {
		if suits(e) {
			out = append(out, e)
		}
	})
	return out
}

func (e *element) tagged(tag string) []*element {
	return e.all(func(e *element) bool { return e.tag == tag })
}

// byID is the element of an id.
func (e *element) byID(t testing.TB, id string) *element {
	t.Helper()
	found := e.all(func(e *element) bool { return e.attr["id"] == id })
	if len(found) != 1 {
		t.Fatalf("%d elements with id %q", len(found), id)
	}
	return found[0]
}

// words is all text in the element.
func (e *element) words() string {
	out := e.text
	for _, child := range e.children {
		out += " " + child.words()
	}
	return strings.TrimSpace(out)
}

// entering is the event of an input whose value became text.
func entering(text string) vugu.DOMEvent {
	return vugu.NewDOMEvent(nil, map[string]any{"target": map[string]any{"value": text}})
}

// fire sends an event to the element's own handler.
func (e *element) fire(t testing.TB, event, value string) {
	t.Helper()
	if e.handlers[event] == nil {
		t.Fatalf("<%s id=%q> does not hear %s", e.tag, e.attr["id"], event)
	}
	e.handlers[event](entering(value))
}
