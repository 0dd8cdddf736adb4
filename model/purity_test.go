package model

import (
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The page links this package: it takes values and returns values, and needs next to nothing.
func TestImports(t *testing.T) {
	allowed := []string{"cmp", "errors", "fmt", "math", "slices", "sort", "strconv", "time"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
		for _, clock := range []string{"time.Now", "time.Since", "time.Sleep"} {
			if strings.Contains(string(source), clock) {
				t.Errorf("%s reads the clock: %s", name, clock)
			}
		}
	}
}
