package plain

import (
	"strings"
	"testing"
	"unicode"

	"github.com/gasburden/gasburden/web/words"
	"github.com/gasburden/gasburden/web/zh"
	"github.com/gasburden/gasburden/web/zh/zhtest"
)

// The first view explains what its own sentences say, in both languages, with the glossary's meanings.
func TestExplained(t *testing.T) {
	english, chinese := Explained(English()), Explained(Chinese())
	for _, name := range terms {
		term := termNamed(name)
		if !strings.Contains(english, term.InEnglish) || !strings.Contains(chinese, term.Meaning) {
			t.Errorf("%s is not explained", name)
		}
	}
	text := words.English()
	for _, d := range words.Denominators {
		if !strings.Contains(english, "<dt>"+text.DenominatorShort[d]+"<dd>") {
			t.Errorf("%q is a button of the first view, and not explained", text.DenominatorShort[d])
		}
	}
	for _, said := range []string{"PublishStorageDeals", "DirectFIL+", "FIL+ deal"} {
		if !strings.Contains(English().Lead, said) {
			t.Errorf("the line under the title does not say what %s is", said)
		}
	}
}

func TestChinese(t *testing.T) {
	e, c := English(), Chinese()
	for i, own := range []string{e.Lead, e.Title, e.Presets} {
		chinese := []string{c.Lead, c.Title, c.Presets}[i]
		if own == "" || strings.IndexFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
			t.Errorf("%q is %q in Chinese", own, chinese)
		}
	}
	for _, term := range zh.Glossary() {
		if zhtest.Said(term, []string{e.Lead, e.Title, e.Presets}) && !strings.Contains(c.Lead+c.Presets, term.Chinese) {
			t.Errorf("%q is %s in Chinese, and not said", term.English, term.Chinese)
		}
	}
}
