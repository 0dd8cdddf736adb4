// Package plain says in plain words what the page is about: the line under its title, and the terms of the first view,
// explained where they stand. The build puts both into the page's frame: the page's program does not carry them.
package plain

import (
	"html"
	"strings"

	"github.com/gasburden/gasburden/web/zh"
)

// Text is the catalogue of what the frame explains.
type Text struct {
	Lead    string // under the title
	Title   string // of the terms
	Presets string // what the open terms do to the presets below

	say func(zh.Term) (own, meaning string)
}

// English is the catalogue in English.
func English() *Text {
	return &Text{
		Lead:    "Storage providers put each FIL+ deal on the chain with a message, PublishStorageDeals, that burns gas. DirectFIL+ does without it.",
		Title:   "In plain words",
		Presets: "While this is open, each preset below says what it assumes.",
		say:     func(t zh.Term) (own, meaning string) { return t.English, t.InEnglish },
	}
}

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	return &Text{
		Lead:    "存储提供者须用 PublishStorageDeals 消息把每个 FIL+ 订单写上链，为此消耗 Gas；DirectFIL+ 则无需这条消息。",
		Title:   "用浅显的话说",
		Presets: "展开期间，下方每个预设都会说明自己的假设。",
		say:     func(t zh.Term) (own, meaning string) { return t.Chinese, t.Meaning },
	}
}

// terms are those that the first view uses without a word, in the order of their need.
var terms = []string{"FIL+", "FIL+ rate", "DirectFIL+", "gas", "base fee", "net flow", "outflow", "circulating supply"}

// Explained is what stands in the page's element of details, as HTML: its title, the terms of the glossary and what they
// mean.
func Explained(t *Text) string {
	var b strings.Builder
	b.WriteString("<summary>" + html.EscapeString(t.Title) + "</summary>\n<dl>")
	for _, name := range terms {
		own, meaning := t.say(termNamed(name))
		b.WriteString("<dt>" + html.EscapeString(own) + "<dd>" + html.EscapeString(meaning))
	}
	b.WriteString("</dl>\n<p>" + html.EscapeString(t.Presets) + "</p>")
	return b.String()
}

func termNamed(name string) zh.Term {
	for _, term := range zh.Glossary() {
		if term.English == name {
			return term
		}
	}
	panic("plain: the glossary has no term " + name)
}
