package catalogue

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// codesFile is where faults have their English, beside their codes: what finds a fault says it in English by itself.
const codesFile = "model/fault/codes.go"

// faultTexts is what the file says in English by code, as a table of the catalogue in English. Programs count entries of a
// vector from 0, readers of other languages from 1. Codes that the page has words of its own for are left out.
func faultTexts(name string, page *Node) (*Node, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return nil, err
	}
	out := &Node{Key: "Texts", Path: "Fault.Texts", Kind: Table}
	ast.Inspect(file, func(n ast.Node) bool {
		code, ok := n.(*ast.CompositeLit)
		if !ok || fmt.Sprint(code.Type) != "Code" {
			return true
		}
		said := map[string]string{}
		for _, e := range code.Elts {
			pair := e.(*ast.KeyValueExpr)
			said[fmt.Sprint(pair.Key)], err = strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
		}
		if key := said["Name"]; page.Child(key) == nil {
			text := strings.ReplaceAll(said["English"], "{entry}", "{nth}")
			out.Children = append(out.Children, &Node{Key: key, Path: out.Path + "." + key, Text: text})
		}
		return false
	})
	if err == nil && len(out.Children) == 0 {
		err = fmt.Errorf("%s: no code is found", name)
	}
	return out, err
}
