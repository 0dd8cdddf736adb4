package sim_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// columns is how wide a line of code may be, a tab being four.
const columns = 120

// A line that a literal makes wide stays whole: a link, a selector, a row of JSON, an address.
var wideLiteral = regexp.MustCompile("[\"'`][^\"'`]{40,}|.*[^ ]{60,}|`|//go:|//\t|output:|// ")

// Code is read side by side, in reviews and on small screens.
func TestLinesAreNoWiderThanTheyMayBe(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sources, which are the same for WebAssembly")
	}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(base, ".") ||
				slices.Contains([]string{"node_modules", "testdata", "dist"}, base) {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".js", ".mjs", ".ts", ".css", ".vugu"}, path.Ext(name)) ||
			strings.HasSuffix(name, "_gen.go") {
			return nil
		}
		text, err := os.ReadFile("../" + name)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(text), "\n") {
			wide := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    "))
			if wide > columns && !wideLiteral.MatchString(line) {
				t.Errorf("%s:%d has %d columns, want at most %d", name, i+1, wide, columns)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
