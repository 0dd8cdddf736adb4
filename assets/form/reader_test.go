package form

import (
	"math"
	"strings"
	"testing"
)

func keys(names ...string) (members Object) {
	for _, name := range names {
		members = append(members, &Member{name: name})
	}
	return members
}

func TestReaderTakesAnySpacing(t *testing.T) {
	text := " \t\r\n{ \"list\" :\n[ 1 , null,\t-2.5e1 ,0]\r\n, \"te\\u0078t\" : \"a \\\"}] \\\\\" " +
		",\"object\":{\"empty\":[ ]} } \n"
	doc, root := newDocument("f", []byte(text))
	member := root.object(keys("text", "list", "object"))
	list := member[1].numbers(Number, true)
	empty := member[2].object(keys("empty"))[0].numbers(Number, false)
	if doc.err != nil {
		t.Fatal(doc.err)
	}
	if got := member[0].string(); got != `a "}] \` {
		t.Errorf("text %q", got)
	}
	if len(list) != 4 || list[0] != 1 || !math.IsNaN(list[1]) || list[2] != -25 || list[3] != 0 || len(empty) != 0 {
		t.Errorf("list %v, empty %v", list, empty)
	}
}

func TestReaderFaults(t *testing.T) {
	for _, c := range []struct {
		name, text string
		read       func(*value)
		want       string
	}{
		{"syntax", "{\n\"a\": 1,\n}", func(v *value) { v.object(keys("a")) },
			"f: line 3, column 1: invalid character '}'"},
		{"cut off", `{"a": [1, 2`, func(v *value) { v.object(keys("a")) }, "f: line 1, column 11: unexpected end"},
		{"text after the end", "{} {}", func(v *value) { v.object(nil) },
			"f: line 1, column 4: invalid character '{' after top-level value"},
		{"not an object", "[1]", func(v *value) { v.object(keys("a")) }, "f: line 1: document: [1]: want an object"},
		{"missing key", `{"a":1}`, func(v *value) { v.object(keys("a", "b")) },
			`f: line 1: document: key "b" is missing`},
		{"unknown key", "{\"a\":1,\n\"z\":1}", func(v *value) { v.object(keys("a")) },
			`f: line 2: document: unknown key "z"`},
		{"key twice", "{\"a\":1,\n\"\\u0061\":1}", func(v *value) { v.object(keys("a")) },
			`f: line 2: document: key "a" occurs twice`},
		{"nested path", `{"a":{"b":[1,2,"3"]}}`,
			func(v *value) { v.object(keys("a"))[0].object(keys("b"))[0].numbers(Number, false) },
			`f: line 1: a.b[2]: "3": want a number`},
		{"null not allowed", `[1,null]`, func(v *value) { v.numbers(Number, false) }, `[1]: null: want a number`},
		{"negative", `[-1]`, func(v *value) { v.numbers(Amount, false) }, `[0]: -1: want zero or more`},
		{"zero", `[0]`, func(v *value) { v.numbers(Positive, false) }, `[0]: 0: want more than zero`},
		{"share", `[1.5]`, func(v *value) { v.numbers(Share, false) }, `[0]: 1.5: want a share from 0 to 1`},
		{"too large for a float", `[1e999]`, func(v *value) { v.numbers(Number, false) },
			`[0]: 1e999: want a finite number`},
		{"fraction", `1.5`, func(v *value) { v.integer() }, `1.5: want a whole number`},
		{"huge count", `1e300`, func(v *value) { v.integer() }, `1e300: want a whole number`},
		{"list length", `[1,2,3]`, func(v *value) { v.read(Floats(Number, make([]float64, 2))) }, `3 entries, want 2`},
		{"list of lists", `[[1],2]`, func(v *value) { v.list(2)[1].list(1)[0].number(Number) }, `[1]: 2: want a list`},
		{"not a string", `5`, func(v *value) { _ = v.string() }, `5: want a string`},
		{"not a date", `"2023-02-30"`, func(v *value) { v.date() }, `"2023-02-30": want a day like 2023-07-31`},
		{"long values are cut", `"` + strings.Repeat("x", 500) + `"`, func(v *value) { v.number(Number) },
			`xxx...: want a number`},
	} {
		doc, root := newDocument("f", []byte(c.text))
		c.read(&root)
		if doc.err == nil || !strings.Contains(doc.err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, doc.err, c.want)
		}
	}
}

// After the first fault everything reads as zero and the first fault stays.
func TestReaderKeepsTheFirstFault(t *testing.T) {
	doc, root := newDocument("f", []byte(`{"a":"x","b":-1}`))
	member := root.object(keys("a", "b"))
	a, b := member[0].number(Number), member[1].number(Amount)
	rest := member[0].object(keys("c"))[0].list(3)
	if a != 0 || b != 0 || len(rest) != 3 || rest[2].integer() != 0 || rest[0].string() != "" || rest[1].date() != 0 ||
		rest[0].numbers(Number, false) != nil {
		t.Errorf("values after a fault: %v %v %v", a, b, rest)
	}
	if got, want := doc.err.Error(), `f: line 1: a: "x": want a number`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
