package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// ofFrame are the parts of the catalogue that the page's program does not carry in English.
func ofFrame() (names []string) {
	for _, part := range []reflect.Type{reflect.TypeFor[words.Shell](), reflect.TypeFor[words.Frame]()} {
		for i := range part.NumField() {
			names = append(names, part.Field(i).Name)
		}
	}
	return names
}

// The program carries all of the catalogue but these parts, and its code says none of them.
func TestProgramSaysNothingOfTheFrame(t *testing.T) {
	whole, program := words.English(), words.EnglishProgram()
	if want := (words.Frame{Site: words.SiteText{Language: "en"}}); !reflect.DeepEqual(program.Frame, want) {
		t.Errorf("of the frame the program has %+v, want its language", program.Frame)
	}
	if !reflect.DeepEqual(program.Shell, words.Shell{}) {
		t.Errorf("the program has %+v of the shell", program.Shell)
	}
	program.Frame, program.Shell = whole.Frame, whole.Shell
	if !reflect.DeepEqual(whole, program) {
		t.Error("the program lacks more than the frame")
	}
	var files []string
	for _, pattern := range []string{"*.go", "../ui/*.go", "../doc/*.go", "../words/*.go", "../../wasm/app/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		files = append(files, found...)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || slices.Contains([]string{"site.go", "plain.go"},
			filepath.Base(name)) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if inner, ok := sel.X.(*ast.SelectorExpr); ok && isCatalogue(inner.X) && inner.Sel.Name == "Site" &&
				sel.Sel.Name == "Language" {
				return false // which it has
			}
			// of what is on the site
			method := slices.Contains([]string{"PageTitle", "PageDescription", "PreviewAlt", "FooterOn"}, sel.Sel.Name)
			if method || isCatalogue(sel.X) && slices.Contains(ofFrame(), sel.Sel.Name) {
				t.Errorf("%s says %s, which the program has not in English", name, sel.Sel.Name)
			}
			return true
		})
	}
}

// isCatalogue tells a Text by the name that it goes by.
func isCatalogue(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "text" || x.Name == "t"
	case *ast.SelectorExpr:
		return x.Sel.Name == "Text"
	}
	return false
}
