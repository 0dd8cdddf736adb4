package ui

import (
	stdhtml "html"
	"strings"
	"testing"

	"github.com/vugu/vugu"
)

// What the page says stays the same, and only sentences with markup are left to be parsed.
func TestTexts(t *testing.T) {
	app := NewApp(newTestPage(t))
	if err := app.Update(); err != nil {
		t.Fatal(err)
	}
	env, err := vugu.NewBuildEnv()
	if err != nil {
		t.Fatal(err)
	}
	results := env.RunBuild(app)
	// said is all text of the page in its order, and how many elements are written as HTML.
	said := func() (string, int) {
		var words strings.Builder
		parsed := 0
		var visit func(n *vugu.VGNode)
		visit = func(n *vugu.VGNode) {
			switch {
			case n.Component != nil:
				for _, root := range results.ResultFor(n.Component).Out {
					visit(root)
				}
				return
			case n.Type == vugu.TextNode:
				words.WriteString(n.Data)
			case n.InnerHTML != nil:
				parsed++
				words.WriteString(stdhtml.UnescapeString(*n.InnerHTML))
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				visit(c)
			}
		}
		visit(results.Out.Out[0])
		return words.String(), parsed
	}
	want, before := said()
	Texts(results)
	got, after := said()
	if got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	t.Logf("%d of %d", after, before)
	if before < 500 || after > before/5 {
		t.Errorf("%d of %d elements are left to be parsed", after, before)
	}
	Texts(results) // a build that is rendered twice
	if again, _ := said(); again != want {
		t.Errorf("the second time the page says %q", again)
	}
}
