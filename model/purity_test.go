package model

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The page links this package and its days: they take values and return values, and need next to nothing.
func TestImports(t *testing.T) {
	checkImports(t, ".", "cmp", "errors", "fmt", "math", "slices", "sort", "strconv",
		"github.com/gasburden/gasburden/model/day", "github.com/gasburden/gasburden/model/fault",
		"github.com/gasburden/gasburden/model/protocol")
	checkImports(t, "protocol", "github.com/gasburden/gasburden/model/day")
	checkImports(t, "fault", "errors", "strings", "github.com/gasburden/gasburden/model/day",
		"github.com/gasburden/gasburden/model/number")
	checkImports(t, "price", "cmp", "errors", "fmt", "math", "slices", "strconv",
		"github.com/gasburden/gasburden/model",
		"github.com/gasburden/gasburden/model/day", "github.com/gasburden/gasburden/model/fault",
		"github.com/gasburden/gasburden/model/protocol")
	checkImports(t, "number", "math", "strconv", "strings")
	checkImports(t, "day", "errors", "strconv")
}

func checkImports(t *testing.T, folder string, allowed ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}
