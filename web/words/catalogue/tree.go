// Package catalogue reads the files of words (web/words/en.json and one for each other language), says what is wrong
// with them, and writes the Go code by which programs say them. Only the generator and tests import it.
package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"strconv"
	"strings"
)

// Kind says what a node of a catalogue holds.
type Kind int

// A catalogue's file is a tree. An object whose keys are all names that Go exports is a section, a struct in Go; any
// other object is a table, a map in Go, whose keys are names of the calculator's own: of warnings, assumptions,
// presets.
const (
	Text Kind = iota
	Number
	List
	Section
	Table
)

// Node is a text, a number, or what holds several.
type Node struct {
	Key      string // in what it stands in; "" in a list
	Path     string // from the root, with dots: "Page.Share.Title"
	Note     string // what en.json says of it in the key before, which is its own with "_" in front
	About    string // what en.json says of a section, or of each section of a table, under "_": its type's doc comment
	Kind     Kind
	Text     string // of a number as the file has it
	Children []*Node
}

// Parse reads a file of words. The error names the file and the place.
func Parse(file string, data []byte) (*Node, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	root := &Node{}
	err := root.read(d)
	if err == nil && d.More() {
		err = fmt.Errorf("more than one value")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: line %d: %w", file, 1+bytes.Count(data[:d.InputOffset()], []byte("\n")), err)
	}
	return root, nil
}

func (n *Node) read(d *json.Decoder) error {
	start, err := d.Token()
	if err != nil {
		return err
	}
	switch start := start.(type) {
	case string:
		n.Kind, n.Text = Text, start
	case json.Number:
		n.Kind, n.Text = Number, start.String()
	case json.Delim:
		if start == '[' {
			n.Kind = List
			for d.More() {
				entry := &Node{Path: n.Path + "[" + strconv.Itoa(len(n.Children)) + "]"}
				if err := entry.read(d); err != nil {
					return err
				}
				n.Children = append(n.Children, entry)
			}
		} else if err := n.readObject(d); err != nil {
			return err
		}
		_, err = d.Token()
		return err
	default:
		return fmt.Errorf("%s is %v, want a text", n.Path, start)
	}
	return nil
}

func (n *Node) readObject(d *json.Decoder) error {
	n.Kind = Section
	notes := map[string]string{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		key := name.(string)
		child := &Node{Key: key, Path: strings.TrimPrefix(n.Path+"."+key, ".")}
		if n.Child(key) != nil {
			return fmt.Errorf("%s is there twice", child.Path)
		}
		if err := child.read(d); err != nil {
			return err
		}
		switch of, isNote := strings.CutPrefix(key, "_"); {
		case isNote && child.Kind != Text:
			return fmt.Errorf("%s is a note, want a text", child.Path)
		case key == "_":
			n.About = child.Text
		case isNote:
			notes[of] = child.Text
		default:
			child.Note = notes[key]
			delete(notes, key)
			n.Children = append(n.Children, child)
			if !token.IsIdentifier(key) || !token.IsExported(key) {
				n.Kind = Table
			}
		}
	}
	for key := range notes {
		return fmt.Errorf("%s: a note of %q, which does not follow", n.Path, key)
	}
	return nil
}

// Child is the node of that key, nil where there is none.
func (n *Node) Child(key string) *Node {
	for _, c := range n.Children {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// Texts calls see for each text below n, in their order.
func (n *Node) Texts(see func(*Node)) {
	if n.Kind == Text {
		see(n)
	}
	for _, c := range n.Children {
		c.Texts(see)
	}
}
