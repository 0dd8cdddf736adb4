// Package zhtest holds a Chinese catalogue against the English one it translates.
package zhtest

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/gasburden/gasburden/web/zh"
)

// pair is a text in both languages.
type pair struct{ where, english, chinese string }

// pairs walks two catalogues of one type side by side. Keys that only one of them has fail the test.
func pairs(t *testing.T, english, chinese any, skip []reflect.Type) []pair {
	var out []pair
	var visit func(where string, e, c reflect.Value)
	visit = func(where string, e, c reflect.Value) {
		if slices.Contains(skip, e.Type()) {
			return
		}
		switch e.Kind() {
		case reflect.String:
			out = append(out, pair{where, e.String(), c.String()})
		case reflect.Struct:
			for i := range e.NumField() {
				visit(where+"."+e.Type().Field(i).Name, e.Field(i), c.Field(i))
			}
		case reflect.Map:
			for _, m := range []reflect.Value{e, c} {
				for _, key := range m.MapKeys() {
					if !e.MapIndex(key).IsValid() || !c.MapIndex(key).IsValid() {
						t.Errorf("%s[%v] is not in both languages", where, key)
					}
				}
			}
			for _, key := range e.MapKeys() {
				if c.MapIndex(key).IsValid() {
					visit(fmt.Sprintf("%s[%v]", where, key), e.MapIndex(key), c.MapIndex(key))
				}
			}
		case reflect.Slice, reflect.Array:
			if e.Len() != c.Len() {
				t.Errorf("%s has %d texts in English and %d in Chinese", where, e.Len(), c.Len())
				return
			}
			for i := range e.Len() {
				visit(fmt.Sprintf("%s[%d]", where, i), e.Index(i), c.Index(i))
			}
		case reflect.Float64, reflect.Bool: // of how numbers are written
		default:
			t.Errorf("%s is a %s", where, e.Kind())
		}
	}
	visit("", reflect.ValueOf(english), reflect.ValueOf(chinese))
	slices.SortFunc(out, func(a, b pair) int { return strings.Compare(a.where, b.where) })
	return out
}

// Check fails where a text is missing in one of two catalogues of one type, has other placeholders or marks, is left in
// English, or says a term of the glossary otherwise. Types in skip differ as they should.
func Check(t *testing.T, english, chinese any, skip ...reflect.Type) {
	t.Helper()
	all := pairs(t, english, chinese, skip)
	if len(all) < 20 {
		t.Fatalf("only %d texts", len(all))
	}
	same(t, all)
	translated(t, all)
	glossary(t, all)
}

// Said reports whether a text of the English catalogue says a term.
func Said(term zh.Term, english any) bool {
	for _, p := range pairs(nil, english, english, nil) {
		if saying(term).MatchString(placeholder.ReplaceAllString(p.english, "·")) {
			return true
		}
	}
	return false
}

func saying(term zh.Term) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(^|[^a-zA-Z_{])` + regexp.QuoteMeta(term.English) + `(s|)($|[^a-zA-Z_}])`)
}

var (
	placeholder = regexp.MustCompile(`\{[a-zA-Z0-9_]+\}`)
	tag         = regexp.MustCompile(`</?[a-z]+[^>]*>`)
	thousands   = regexp.MustCompile(`\d,\d{3}`)
	words       = regexp.MustCompile(`[A-Za-z][A-Za-z’-]+`)
)

// used are the placeholders of a text, or its tags, sorted.
func used(in *regexp.Regexp, text string) string {
	found := in.FindAllString(text, -1)
	slices.Sort(found)
	return strings.Join(slices.Compact(found), " ")
}

// same: every text of the one catalogue is in the other, with the same placeholders and marks.
func same(t *testing.T, all []pair) {
	for _, p := range all {
		if (p.english == "") != (p.chinese == "") {
			t.Errorf("%s: %q in English, %q in Chinese", p.where, p.english, p.chinese)
		}
		if e, c := used(placeholder, p.english), used(placeholder, p.chinese); e != c {
			t.Errorf("%s has the placeholders %q, want %q: %q", p.where, c, e, p.chinese)
		}
		if e, c := used(tag, p.english), used(tag, p.chinese); e != c {
			t.Errorf("%s has the marks %q, want %q", p.where, c, e)
		}
		if open, closed := strings.Count(p.chinese, "<b>"), strings.Count(p.chinese, "</b>"); open != closed || open != strings.Count(p.english, "<b>") {
			t.Errorf("%s marks %d figures and closes %d: %q", p.where, open, closed, p.chinese)
		}
	}
}

// untranslated are names, units and code that stay as they are.
var untranslated = strings.Fields(`Gas FIL nanoFIL DirectFIL PublishStorageDeals PreCommit ProveCommit FIP Filecoin MechaFIL CryptoEconLab FIP- nv WAPE QA ln GiB PreCommitSectorBatch ProveCommitAggregate GET HEAD url format json days js gasburden
	Starboard Spacescope PiB EiB Tgas Ggas UTC Esc Page Up Down gasburden html HTTP make run WebAssembly MB JSON CSV PNG SVG Markdown GitHub Discourse oEmbed SHA-
	network-daily csv horizon days true false YYYY-MM-DD en zh-CN Excel ZIP HTML UTF-`)

// translated: no English is left: what is written in Latin letters is a name, a unit or code.
func translated(t *testing.T, all []pair) {
	for _, p := range all {
		text := tag.ReplaceAllString(placeholder.ReplaceAllString(p.chinese, " "), " ")
		for _, word := range words.FindAllString(text, -1) {
			if !slices.Contains(untranslated, word) {
				t.Errorf("%s says %q: %q", p.where, word, p.chinese)
			}
		}
		if p.english == p.chinese && strings.IndexFunc(text, unicode.IsLetter) >= 0 && len(words.FindAllString(text, -1)) == 0 {
			t.Errorf("%s is the same in both languages: %q", p.where, p.chinese)
		}
		if strings.ContainsAny(thousands.ReplaceAllString(tag.ReplaceAllString(p.chinese, ""), ""), `,;:?!()`) && strings.IndexFunc(p.chinese, isHan) >= 0 {
			t.Errorf("%s has half-width punctuation: %q", p.where, p.chinese)
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// glossary: what it lists, the catalogue calls by its name.
func glossary(t *testing.T, all []pair) {
	for _, term := range zh.Glossary() {
		for _, p := range all {
			if saying(term).MatchString(placeholder.ReplaceAllString(p.english, "·")) && !strings.Contains(p.chinese, term.Chinese) {
				t.Errorf("%s: %q is %s, but %q says %q", p.where, term.English, term.Chinese, p.english, p.chinese)
			}
		}
	}
}
