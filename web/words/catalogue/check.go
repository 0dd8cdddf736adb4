package catalogue

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	placeholder = regexp.MustCompile(`\{\w+\}`)
	mark        = regexp.MustCompile(`</?[a-z]+[^>]*>`)
)

// Compare lists where a language does not say what English says: keys that are missing or too many, other placeholders
// or marks, lists of another length. file is that of the language, "zh-CN.json".
func Compare(file string, english, other *Node) []string {
	var faults []string
	report := func(path, format string, args ...any) {
		faults = append(faults, file+": "+path+" "+fmt.Sprintf(format, args...))
	}
	var visit func(e, o *Node)
	visit = func(e, o *Node) {
		if e.Kind != o.Kind && !(e.isObject() && o.isObject()) { // of which a key more or less makes the one the other
			report(o.Path, "is %s, want %s as in English", o.Kind, e.Kind)
			return
		}
		switch e.Kind {
		case Text:
			if (e.Text == "") != (o.Text == "") {
				report(o.Path, "is %q, in English %q", o.Text, e.Text)
			}
			if want, got := found(placeholder, e.Text), found(placeholder, o.Text); want != got {
				report(o.Path, "has the placeholders %q, want %q: %q", got, want, o.Text)
			}
			if want, got := found(mark, e.Text), found(mark, o.Text); want != got {
				report(o.Path, "has the marks %q, want %q: %q", got, want, o.Text)
			}
		case List:
			if len(e.Children) > 0 && e.Children[0].Kind != Text {
				return // of how numbers are written, as the language does
			}
			if len(e.Children) != len(o.Children) {
				report(o.Path, "has %d texts, want %d", len(o.Children), len(e.Children))
				return
			}
			for i := range e.Children {
				visit(e.Children[i], o.Children[i])
			}
		case Section, Table:
			for _, c := range e.Children {
				if own := o.Child(c.Key); own != nil {
					visit(c, own)
				} else {
					report(c.Path, "is missing%s", about(c))
				}
			}
			for _, c := range o.Children {
				if e.Child(c.Key) == nil {
					report(c.Path, "is not in en.json")
				}
			}
		}
	}
	visit(english, other)
	return faults
}

// about says what a missing node says in English.
func about(n *Node) string {
	var texts []string
	n.Texts(func(t *Node) { texts = append(texts, fmt.Sprintf("%q", t.Text)) })
	if len(texts) > 3 {
		texts = append(texts[:3], "…")
	}
	return ", in English " + strings.Join(texts, ", ")
}

// found are what a pattern finds in a text, each once, sorted; pairs of marks as often as they stand there.
func found(in *regexp.Regexp, text string) string {
	all := in.FindAllString(text, -1)
	slices.Sort(all)
	if in == placeholder {
		all = slices.Compact(all)
	}
	return strings.Join(all, " ")
}

func (n *Node) isObject() bool { return n.Kind == Section || n.Kind == Table }

func (k Kind) String() string {
	return [...]string{"a text", "a number", "a list", "a section", "a table"}[k]
}

// Load reads the files of words of the repository at root, English first.
func Load(root string) ([]*Node, error) {
	var trees []*Node
	for _, name := range Files() {
		data, err := os.ReadFile(filepath.Join(root, "web", "words", name))
		if err != nil {
			return nil, err
		}
		tree, err := Parse(name, data)
		if err != nil {
			return nil, err
		}
		trees = append(trees, tree)
	}
	return trees, addFaults(filepath.Join(root, filepath.FromSlash(codesFile)), trees[0])
}

// Check is an error that lists all that is wrong with the files of words, a line each, by file and key.
func Check(trees []*Node, uses Uses) error {
	faults := Unused(laidOut(trees[0]), uses)
	for i, other := range trees[1:] {
		faults = append(faults, Compare(Files()[i+1], trees[0], other)...)
	}
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("%d faults in web/words:\n%s", len(faults), strings.Join(faults, "\n"))
}
