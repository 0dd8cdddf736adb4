package catalogue

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// codesFile is where faults have their English, beside their codes: what finds a fault says it in English by itself.
const codesFile = "model/fault/codes.go"

// pageFaults are the codes that the page says. What others are there for, only background programs find: the page's
// program and the Worker do not carry them in other languages.
var pageFaults = strings.Fields(`
	whole whole_from whole_from_to number daily date never_or_date rates switch snapshot one_of one_of_quoted knots 
	knot_rates link_snapshot hidden zoom pin controls language illegal vector_length illegal_length 
	illegal_count rate_count endless_refill refillable negative_load scaling_or_fixed
`)

// addFaults adds what the file says in English by code to the catalogue in English. Programs count entries of a vector
// from 0, readers of other languages from 1. What the page says otherwise in English stays.
func addFaults(name string, english *Node) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return err
	}
	page, others := english.at("Page.Faults"), &Node{Key: "Texts", Path: "Fault.Texts", Kind: Table}
	english.at("Fault").Children = append([]*Node{others}, english.at("Fault").Children...)
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
		key, table := said["Name"], others
		if slices.Contains(pageFaults, key) {
			table = page
		}
		if page.Child(key) == nil {
			text := strings.ReplaceAll(said["English"], "{entry}", "{nth}")
			table.Children = append(table.Children, &Node{Key: key, Path: table.Path + "." + key, Text: text})
		}
		return false
	})
	if err == nil && len(others.Children) == 0 {
		err = fmt.Errorf("%s: no code is found", name)
	}
	return err
}
