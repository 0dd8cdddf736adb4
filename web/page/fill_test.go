package page

import (
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

func TestFill(t *testing.T) {
	for _, c := range []struct {
		text  string
		pairs []string
		want  string
	}{
		{"", nil, ""},
		{"plain", []string{"a", "1"}, "plain"},
		{"{a}", []string{"a", "1"}, "1"},
		{"{a}{b} and {a}", []string{"a", "1", "b", "2"}, "12 and 1"},
		{"<{a}>", []string{"a", ""}, "<>"},
		{"{missing} {a}", []string{"a", "1"}, "{missing} 1"},
		{"{a}", []string{"a"}, "{a}"},                        // a name without a value
		{"{a} {b}", []string{"a", "{b}", "b", "2"}, "{b} 2"}, // values are not searched
		{"{a", []string{"a", "1"}, "{a"},
		{"{a} {b", []string{"a", "1", "b", "2"}, "1 {b"},
		{"a} {b}", []string{"b", "2"}, "a} 2"},
		{"{A}", []string{"a", "1"}, "{A}"},
	} {
		if got := words.Fill(c.text, c.pairs...); got != c.want {
			t.Errorf("%q filled with %q is %q, want %q", c.text, c.pairs, got, c.want)
		}
	}
}

// What a reader types reaches the page inside a sentence; it must not pull other values in.
func TestFillKeepsWhatWasTyped(t *testing.T) {
	p := newTestPage(t)
	s := p.Sliders[0]
	p.Type(s, "{range} {name}")
	mustContain(t, p.Field(s).Error, "“{range} {name}”", p.Field(s).Label)
}
