package catalogue

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../../.."

// Nothing is missing, too many, left behind or filled otherwise in any language, and the Go code is what the files say.
func TestWordsAreWhole(t *testing.T) {
	trees, err := Load(root)
	if err != nil {
		t.Fatal(err)
	}
	uses, err := UsesIn(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(trees, uses); err != nil {
		t.Fatal(err)
	}
	files, err := Generate(trees)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what web/words/*.json say: run `go generate ./web/words`", name)
		}
	}
}

// What is wrong with a file is said with file and key.
func TestCompare(t *testing.T) {
	parse := func(text string) *Node {
		t.Helper()
		n, err := Parse("x.json", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	english := parse(`{"Page": {"Title": "A {n}", "Mark": "<b>x</b>", "Heads": ["a", "b"],
		"Warning": {"ended": "it ends"}}}`)
	for _, c := range []struct{ other, want string }{
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y</b>", "Heads": ["c", "d"], "Warning": {"ended": "z"}}}`, ""},
		{`{"Page": {"Mark": "<b>y</b>", "Heads": ["c", "d"], "Warning": {"ended": "z"}}}`,
			`zh-CN.json: Page.Title is missing, in English "A {n}"`},
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y</b>", "Heads": ["c", "d"], "Warning": {}}}`,
			`zh-CN.json: Page.Warning.ended is missing, in English "it ends"`},
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y</b>", "Heads": ["c", "d"],
			"Warning": {"ended": "z", "more": "w"}}}`, `zh-CN.json: Page.Warning.more is not in en.json`},
		{`{"Page": {"Title": "{m} B", "Mark": "<b>y</b>", "Heads": ["c", "d"], "Warning": {"ended": "z"}}}`,
			`zh-CN.json: Page.Title has the placeholders "{m}", want "{n}": "{m} B"`},
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y", "Heads": ["c", "d"], "Warning": {"ended": "z"}}}`,
			`zh-CN.json: Page.Mark has the marks "<b>", want "</b> <b>": "<b>y"`},
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y</b>", "Heads": ["c"], "Warning": {"ended": "z"}}}`,
			`zh-CN.json: Page.Heads has 1 texts, want 2`},
		{`{"Page": {"Title": "{n} B", "Mark": ["y"], "Heads": ["c", "d"], "Warning": {"ended": "z"}}}`,
			`zh-CN.json: Page.Mark is a list, want a text as in English`},
		{`{"Page": {"Title": "{n} B", "Mark": "<b>y</b>", "Heads": ["c", "d"], "Warning": {"ended": ""}}}`,
			`zh-CN.json: Page.Warning.ended is "", in English "it ends"`},
	} {
		if got := strings.Join(Compare("zh-CN.json", english, parse(c.other)), "\n"); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.other, got, c.want)
		}
	}
	unused := Unused(english, Uses{selected: map[string]bool{"Title": true, "Heads": true, "Warning": true}})
	if want := []string{"en.json: Page.Mark: nothing says it",
		"en.json: Page.Warning.ended: nothing asks for it"}; !slices.Equal(unused, want) {
		t.Errorf("%q, want %q", unused, want)
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		`{"A": {"B": "x", "B": "y"}}`:    "x.json: line 1: A.B is there twice",
		"{\n\"_A\": \"of nothing\"}":     `x.json: line 2: : a note of "A", which does not follow`,
		`{"A": true}`:                    "x.json: line 1: A is true, want a text",
		`{"A": "x"} {}`:                  "x.json: line 1: more than one value",
		"{\"A\": \"x\",\n\"B\": \"y\",}": "x.json: line 2: invalid character",
	} {
		if _, err := Parse("x.json", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	n, err := Parse("x.json", []byte(`{"_": "T is a type.", "_A": "of a", "A": "x", "B": {"key": {"C": 1}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := n.Child("A"), n.Child("B"); n.Kind != Section || n.About != "T is a type." || a.Note != "of a" ||
		b.Kind != Table || b.Child("key").Child("C").Kind != Number {
		t.Errorf("%+v, %+v, %+v", n, a, b)
	}
}
