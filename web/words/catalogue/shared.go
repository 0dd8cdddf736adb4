package catalogue

import "strings"

// What several chapters say of one thing stands once in a file, in the sections Assumption and Warning. Before code is
// written, it is laid out as the tables by which each chapter says it.

// sharedTables are those tables: where they stand, and what is said about them.
var sharedTables = []struct {
	path, note, about string
	from              string // section
	entry             func(n *Node) *Node
}{
	{"Page.Control", "", "ControlText is what a control says of itself.", "Assumption", func(n *Node) *Node {
		if n.Child("Source") == nil {
			return nil
		}
		return picked(n, "Label", "Unit", "Source")
	}},
	{"Page.Stated", "where a default is a number stated for the snapshot, in place of Control.Source", "", "Assumption",
		func(n *Node) *Node { return n.Child("Stated") }},
	{"Page.Card.Label", "names of assumptions where they stand beside their values, if not that of the control", "",
		"Assumption",
		func(n *Node) *Node { return n.Child("Listed") }},
	{"Ask.Labels.Inputs", "by name in sim/explore", "InputText names an input: in a list, and inside a sentence.",
		"Assumption", func(n *Node) *Node {
			entry := picked(n, "Inside", "Unit")
			name := n.Child("Name")
			if name == nil {
				name = n.Child("Label")
			}
			entry.Children = append(entry.Children, &Node{Key: "Label", Text: name.Text})
			return entry
		}},
	{"Page.Warning", "by code, beside a chart", "", "Warning", func(n *Node) *Node { return n.Child("Sentence") }},
	{"Page.Card.Cautions", "by code, in a line", "", "Warning", func(n *Node) *Node {
		if n.Child("Short").Text == "" {
			return nil
		}
		return n.Child("Short")
	}},
	{"Explore.Tornado.Warnings", "by code, in a row", "", "Warning", short},
}

// short is the few words of a warning.
func short(n *Node) *Node {
	if n.Child("Short").Text == "" {
		return n.Child("Sentence")
	}
	return n.Child("Short")
}

func picked(n *Node, keys ...string) *Node {
	out := &Node{Kind: Section}
	for _, key := range keys {
		out.Children = append(out.Children, &Node{Key: key, Text: n.Child(key).Text})
	}
	return out
}

// laidOut is a catalogue with what it shares in the tables of its chapters.
func laidOut(root *Node) *Node {
	out := root.copy()
	for _, s := range sharedTables {
		table := &Node{Path: s.path, Note: s.note, About: s.about, Kind: Table}
		for _, n := range root.Child(s.from).Children {
			if entry := s.entry(n); entry != nil {
				c := entry.copy()
				c.Key, c.Path = n.Key, s.path+"."+n.Key
				table.Children = append(table.Children, c)
			}
		}
		out.put(s.path, table)
	}
	// Switches are called by what they are.
	names := out.at("Page.Card.OptionName")
	for _, n := range root.Child("Assumption").Children {
		for _, state := range []struct{ key, value string }{{"On", "true"}, {"Off", "false"}} {
			if said := n.Child(state.key); said != nil {
				key := n.Key + "=" + state.value
				names.Children = append(names.Children, &Node{Key: key, Path: names.Path + "." + key, Text: said.Text})
			}
		}
	}
	return out
}

func (n *Node) copy() *Node {
	c := *n
	c.Children = make([]*Node, len(n.Children))
	for i := range n.Children {
		c.Children[i] = n.Children[i].copy()
	}
	return &c
}

// at is the node at a path below n; it panics where there is none.
func (n *Node) at(path string) *Node {
	for key := range strings.SplitSeq(path, ".") {
		next := n.Child(key)
		if next == nil {
			panic("catalogue: there is no " + path)
		}
		n = next
	}
	return n
}

// put adds a table below n.
func (n *Node) put(path string, table *Node) {
	last := strings.LastIndex(path, ".")
	parent := n.at(path[:last])
	table.Key = path[last+1:]
	parent.Children = append(parent.Children, table)
}
