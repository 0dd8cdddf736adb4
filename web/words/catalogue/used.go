package catalogue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Uses are what the sources name: selectors and string literals of Go, and what pages and scripts ask for.
type Uses struct{ selected, quoted, inScript map[string]bool }

// UsesIn reads the sources below root, without tests and without the code that this package writes.
func UsesIn(root string) (Uses, error) {
	u := Uses{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, folder := range []string{"web", "wasm", "sim", "model", "assets"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, d fs.DirEntry, err error) error {
			base := filepath.Base(name)
			switch {
			case err != nil:
				return err
			case d.IsDir() && (base == "node_modules" || base == "testdata" || base == "e2e"):
				return fs.SkipDir
			case d.IsDir() || strings.HasSuffix(base, "_test.go") || isWritten(base):
				return nil
			case strings.HasSuffix(base, ".go"):
				return u.scanGo(name)
			case strings.HasSuffix(base, ".html") || strings.HasSuffix(base, ".js"):
				return u.scanSite(name)
			}
			return nil
		})
		if err != nil {
			return u, err
		}
	}
	return u, nil
}

func (u *Uses) scanGo(name string) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			u.selected[n.Sel.Name] = true
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil {
				u.quoted[text] = true
			}
		}
		return true
	})
	return nil
}

var (
	textKey   = regexp.MustCompile(`data-(?:text|label|part)="([\w.{}-]+)"`)
	textField = regexp.MustCompile(`(?:words|said\(\)|text)\.(\w+)`)
)

func (u *Uses) scanSite(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for _, m := range textKey.FindAllStringSubmatch(string(data), -1) {
		for part := range strings.SplitSeq(m[1], ".") {
			u.selected[part] = true
		}
	}
	for _, m := range textField.FindAllStringSubmatch(string(data), -1) {
		u.selected[m[1]], u.inScript[m[1]] = true, true
	}
	return nil
}

// Unused lists the texts of English that nothing says: fields that no code selects, keys of tables that no code quotes.
func Unused(english *Node, u Uses) []string {
	var faults []string
	var visit func(n *Node)
	visit = func(n *Node) {
		for _, c := range n.Children {
			switch {
			case n.Kind == Section && !u.selected[c.Key] && typeName(c) != c.Key: // which is embedded
				faults = append(faults, "en.json: "+c.Path+": nothing says it")
			case n.Kind == Table && !u.asks(c.Key):
				faults = append(faults, "en.json: "+c.Path+": nothing asks for it")
			}
			visit(c)
		}
	}
	for _, r := range chapters {
		if chapter := english.Child(r.section); chapter != nil {
			visit(chapter)
		}
	}
	return faults
}

// asks reports whether the sources name a key: whole, or as the values of a switch ("burn_feedback=true") and the
// figures of a month, a day and the mean ("day_gas_over_netflow") are put together, or as a script does
// ("text.mapModel").
func (u *Uses) asks(key string) bool {
	if u.quoted[key] || u.inScript[key] {
		return true
	}
	name, value, _ := strings.Cut(key, "=")
	kind, figure, _ := strings.Cut(key, "_")
	return u.quoted[name] && (value == "true" || value == "false") ||
		(kind == "mean" || kind == "day") && u.quoted["month_"+figure]
}
