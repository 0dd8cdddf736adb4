package words

import (
	"html"
	"strings"
)

// plainTerms are those that the first view uses without a word, in the order of their need.
var plainTerms = []string{"FIL+", "FIL+ rate", "DirectFIL+", "gas", "base fee", "net flow", "outflow",
	"circulating supply"}

// Explained is what stands in the page's element of details, as HTML: its title, the terms of the glossary and what
// they mean. The build puts it into the page's frame.
func Explained(t *Text) string {
	var b strings.Builder
	b.WriteString("<summary>" + html.EscapeString(t.Plain.Title) + "</summary>\n<dl>")
	for _, name := range plainTerms {
		term := termNamed(name)[t.Site.Language]
		b.WriteString("<dt>" + html.EscapeString(term.Term) + "<dd>" + html.EscapeString(term.Meaning))
	}
	b.WriteString("</dl>\n<p>" + html.EscapeString(t.Plain.Presets) + "</p>")
	return b.String()
}

// termNamed is a term of the glossary by its English name.
func termNamed(name string) map[string]Term {
	for _, term := range Glossary() {
		if term[english].Term == name {
			return term
		}
	}
	panic("words: the glossary has no term " + name)
}
