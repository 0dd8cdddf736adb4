package catalogue

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// pair is a text in both languages.
type pair struct{ path, english, chinese string }

// otherwise are not translated: how a language writes numbers and dates, and titles of documents.
var otherwise = strings.Fields(`Page.Locale Explore.Months Explore.Date Explore.Percent Explore.Amounts Explore.Ticks
	Method.Language Method.Name Method.Months Method.DateForm Method.PercentMethod.Colon Method.Comma Method.Stop Method.Page.Command Method.Page.Citations Method.Source`)

// pairs are the texts of both files side by side.
func pairs(t *testing.T) []pair {
	t.Helper()
	trees, err := Load("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range Compare(Files()[1], trees[0], trees[1]) {
		t.Error(fault)
	}
	var out []pair
	var visit func(e, c *Node)
	visit = func(e, c *Node) {
		if slices.Contains(otherwise, e.Path) {
			return
		}
		if e.Kind == Text {
			out = append(out, pair{e.Path, e.Text, c.Text})
		}
		for i, child := range e.Children {
			other := c.Child(child.Key)
			if e.Kind == List && i < len(c.Children) {
				other = c.Children[i]
			}
			if other != nil {
				visit(child, other)
			}
		}
	}
	visit(trees[0], trees[1])
	if len(out) < 900 {
		t.Fatalf("only %d texts", len(out))
	}
	return out
}

var (
	thousands = regexp.MustCompile(`\d,\d{3}`)
	latin     = regexp.MustCompile(`[A-Za-z][A-Za-z’-]+`)
)

// untranslated are names, units and code that stay as they are.
var untranslated = strings.Fields(`null Gas FIL nanoFIL DirectFIL PublishStorageDeals PreCommit ProveCommit FIP Filecoin MechaFIL
	CryptoEconLab FIP- nv WAPE QA ln GiB PreCommitSectorBatch ProveCommitAggregate GET HEAD url format json days js
	gasburden
	Starboard Spacescope TiB PiB EiB Tgas Ggas Mgas
	UTC Esc Page Up Down gasburden html HTTP make run WebAssembly MB JSON CSV PNG
	SVG
	Solstice Pay never Lotus build buildconstants params mainnet go filecoin-project solstice Markdown GitHub Discourse oEmbed SHA- network-daily csv horizon days true false YYYY-MM-DD en zh-CN Excel ZIP HTML UTF-`)

// No English is left in Chinese: what is written in Latin letters is a name, a unit or code. Marks are Chinese too.
func TestChineseIsTranslated(t *testing.T) {
	for _, p := range pairs(t) {
		text := mark.ReplaceAllString(placeholder.ReplaceAllString(p.chinese, " "), " ")
		for _, word := range latin.FindAllString(text, -1) {
			if !slices.Contains(untranslated, word) {
				t.Errorf("zh-CN.json: %s says %q: %q", p.path, word, p.chinese)
			}
		}
		if p.english == p.chinese && strings.IndexFunc(text, unicode.IsLetter) >= 0 &&
			len(latin.FindAllString(text, -1)) == 0 {
			t.Errorf("zh-CN.json: %s is the same in both languages: %q", p.path, p.chinese)
		}
		if strings.ContainsAny(thousands.ReplaceAllString(mark.ReplaceAllString(p.chinese, ""), ""), `,;:?!()`) &&
			strings.IndexFunc(p.chinese, isHan) >= 0 {
			t.Errorf("zh-CN.json: %s has half-width punctuation: %q", p.path, p.chinese)
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// terms are those of the glossary: English, Chinese.
func terms(t *testing.T) (out []pair) {
	t.Helper()
	data, err := os.ReadFile("../glossary.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]struct{ Term, Meaning string }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	for i, term := range all {
		for _, l := range languages {
			if term[l.Tag].Term == "" || !strings.HasSuffix(term[l.Tag].Meaning,
				map[string]string{"en": ".", "zh-CN": "。"}[l.Tag]) {
				t.Errorf("glossary.json: term %d is %+v in %s", i, term[l.Tag], l.Tag)
			}
		}
		out = append(out, pair{"", term["en"].Term, term["zh-CN"].Term})
	}
	if len(out) < 25 {
		t.Fatalf("only %d terms", len(out))
	}
	return out
}

// What the glossary lists, the catalogues call by its name; and it lists nothing that the page does not say.
func TestGlossary(t *testing.T) {
	all := pairs(t)
	for _, term := range terms(t) {
		saying := regexp.MustCompile(`(?i)(^|[^a-zA-Z_{])` + regexp.QuoteMeta(term.english) + `(s|)($|[^a-zA-Z_}])`)
		said := false
		for _, p := range all {
			if !saying.MatchString(placeholder.ReplaceAllString(p.english, "·")) {
				continue
			}
			said = said || !strings.HasPrefix(p.path, "Explore.") && !strings.HasPrefix(p.path, "Method.") &&
				!strings.HasPrefix(p.path, "Evidence.")
			if !strings.Contains(p.chinese, term.chinese) {
				t.Errorf("zh-CN.json: %s: %q is %s, but %q says %q", p.path, term.english, term.chinese, p.english,
					p.chinese)
			}
		}
		if !said {
			t.Errorf("glossary.json: nothing says %q", term.english)
		}
	}
}
