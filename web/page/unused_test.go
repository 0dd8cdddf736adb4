package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// program is what the code that shows the catalogue names: selectors and string literals of Go and of component
// templates, the catalogues themselves and tests aside, and whatever the site's pages and scripts say.
func program(t *testing.T) (selected, quoted map[string]bool) {
	t.Helper()
	selected, quoted = map[string]bool{}, map[string]bool{}
	for _, root := range []string{"..", "../../wasm", "../../sim", "../../assets", "../../model/fault"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			base := filepath.Base(name)
			switch {
			case err != nil:
				return err
			case d.IsDir() && (base == "node_modules" || base == "testdata" || base == "zh" || base == "e2e"):
				return fs.SkipDir
			case d.IsDir() || strings.HasSuffix(base, "_test.go"):
				return nil
			case strings.HasPrefix(base, "text") && filepath.Base(filepath.Dir(name)) == "words":
				return scanGo(name, selected, map[string]bool{}) // its literals are the catalogue
			case strings.HasSuffix(base, ".go"):
				return scanGo(name, selected, quoted)
			case strings.HasSuffix(base, ".html") || strings.HasSuffix(base, ".js"):
				return scanSite(name, selected, quoted)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return selected, quoted
}

func scanGo(name string, selected, quoted map[string]bool) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			selected[n.Sel.Name] = true
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil {
				quoted[text] = true
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

func scanSite(name string, selected, quoted map[string]bool) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for _, m := range textKey.FindAllStringSubmatch(string(data), -1) {
		for part := range strings.SplitSeq(m[1], ".") {
			selected[part] = true
		}
	}
	for _, m := range textField.FindAllStringSubmatch(string(data), -1) {
		selected[m[1]] = true
	}
	return nil
}

// A text that nothing shows is left behind from something that is gone.
func TestNothingIsUnused(t *testing.T) {
	selected, quoted := program(t)
	for _, a := range sim.Assumptions() {
		if a.Kind == sim.Switch {
			quoted[a.Name+"=true"], quoted[a.Name+"=false"] = true, true
		}
	}
	var visit func(where string, v reflect.Value)
	visit = func(where string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				name := v.Type().Field(i).Name
				if !selected[name] {
					t.Errorf("nothing uses %s.%s", where, name)
				}
				visit(where+"."+name, v.Field(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				if !quoted[key.String()] {
					t.Errorf("nothing asks for %s[%v]", where, key)
				}
				visit(where, v.MapIndex(key))
			}
		}
	}
	visit("Text", reflect.ValueOf(*words.English()))
}
