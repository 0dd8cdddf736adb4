// Command shorten makes what vugugen has written smaller: go run ./cmd/shorten, in web/ui. What it writes out for each
// element, attribute, property and listener becomes a call of a function in web/ui/built.go; a third of the components'
// code is left. The white space between the templates' elements is dropped: the layout does not need it, and each such
// node would cost a step of every render.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

var (
	space   = regexp.MustCompile(`\n\s*vgn = &vugu\.VGNode\{Type: vugu\.VGNodeType\(1\), Data: "\\n *"\}\n.*`)
	log     = regexp.MustCompile(`(?m)^(import "log"|var _ log\.Logger)\n`)
	element = regexp.MustCompile(`vgn = &vugu\.VGNode\{Type: vugu\.VGNodeType\(3\), Namespace: "", Data: ("[^"]*"), ` +
		`Attr: \[\]vugu\.VGAttribute(\(nil\)|\{.*\})\}(\n\s*vgparent\.AppendChild\(vgn\))?`)
	constant = regexp.MustCompile(`Key: ("(?:[^"\\]|\\.)*"), Val: ("(?:[^"\\]|\\.)*")\}`)
	words    = regexp.MustCompile(`vgn = &vugu\.VGNode\{Type: vugu\.VGNodeType\(1\), Data: ("(?:[^"\\]|\\.)*")\}` +
		`\n\s*vgparent\.AppendChild\(vgn\)`)
	property = regexp.MustCompile(`\{\n\s*b, err := vjson\.Marshal\((.*)\)\n` +
		`\s*if err != nil \{\n\s*panic\(err\)\n\s*\}\n` +
		`\s*vgn\.Prop = append\(vgn\.Prop, vugu\.VGProperty\{Key: ("[^"]*"), JSONVal: vjson\.RawMessage\(b\)\}\)\n\s*\}`)
	listener = regexp.MustCompile(`vgn\.DOMEventHandlerSpecList = append\(vgn\.DOMEventHandlerSpecList, ` +
		`vugu\.DOMEventHandlerSpec\{\n\s*EventType: ("[^"]*"),\n\s*Func:\s*(func\(event vugu\.DOMEvent\) \{.*\}),\n` +
		`\s*// TODO: .*\n\s*\}\)`)
	// vg-content; what is HTML is one of these functions'
	content   = regexp.MustCompile(`vgn\.SetInnerHTML\((html\(|below\(|vugu\.HTML\()?`)
	attribute = regexp.MustCompile(`vgn\.AddAttrInterface\(`)
	// A loop over what the picture has; a component that leaves alone what is as it was ranges over what a function of
	// its own gives, see Form.
	loop = regexp.MustCompile(`(?m)^(\t+)for vgiterkeyt, \w+ := range .*\b[A-Z]\w*(\(\)|\[\w*:\w*\])? \{\n`)
)

func main() {
	files, err := filepath.Glob("*_gen.go")
	if err != nil || len(files) == 0 {
		fmt.Fprintln(os.Stderr, "shorten: no generated files here: run it by `go generate ./web/ui`", err)
		os.Exit(1)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name, []byte(shorten(string(text))), 0o644)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "shorten:", err)
			os.Exit(1)
		}
	}
}

func shorten(code string) string {
	code = space.ReplaceAllString(code, "")
	code = log.ReplaceAllString(code, "")
	code = element.ReplaceAllStringFunc(code, func(found string) string {
		m := element.FindStringSubmatch(found)
		var attributes []string
		for _, a := range constant.FindAllStringSubmatch(m[2], -1) {
			attributes = append(attributes, unquoted(a[1]), unquoted(a[2]))
		}
		if strings.Count(m[2], "Namespace: \"\"") != len(attributes)/2 {
			return found // something else is in it
		}
		call := m[1] + ", " + strconv.Quote(strings.Join(attributes, "\x00")) + ")"
		if m[3] == "" {
			return "vgn = built(" + call
		}
		return "vgn = child(vgparent, " + call
	})
	code = words.ReplaceAllString(code, "vgn = spoken(vgparent, $1)")
	code = property.ReplaceAllString(code, "property(vgn, $2, $1)")
	code = listener.ReplaceAllString(code, "hears(vgn, $1, $2)")
	code = content.ReplaceAllStringFunc(code, func(found string) string {
		if strings.Count(found, "(") > 1 {
			return found
		}
		return "spoken(vgn, "
	})
	code = attribute.ReplaceAllString(code, "attribute(vgn, ")
	code = emptied(code)
	if !strings.Contains(code, "vjson.Marshal") {
		code = strings.Replace(code, "import \"github.com/vugu/vjson\"\n", "", 1)
		code = strings.Replace(code, "var _ vjson.RawMessage\n", "", 1)
	}
	return code
}

// emptied lets a loop that comes to nothing empty its element: Vugu leaves there what stood there before, which may be
// the numbers of another scenario.
func emptied(code string) string {
	var out strings.Builder
	for {
		at := loop.FindStringSubmatchIndex(code)
		if at == nil {
			return out.String() + code
		}
		indent := code[at[2]:at[3]]
		body := at[1] - len("\n")
		end := strings.Index(code[body:], "\n"+indent+"}\n")
		if end < 0 {
			panic("shorten: a loop has no end: " + code[at[0]:at[1]])
		}
		end += body + len("\n"+indent+"}\n")
		out.WriteString(code[:at[1]] + emptied(code[at[1]:end]) + indent + "emptied(vgparent)\n")
		code = code[end:]
	}
}

func unquoted(literal string) string {
	text, err := strconv.Unquote(literal)
	if err != nil {
		panic("shorten: " + literal + ": " + err.Error())
	}
	return text
}
