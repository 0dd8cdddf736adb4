package sim_test

import (
	"go/scanner"
	"go/token"
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

// wholeFrom is how wide a literal is that may make its line wider: a link, a selector, a row of JSON, an address.
const wholeFrom = 60

var (
	wideLiteral = regexp.MustCompile("([\"'`/])[^\"'`]{60,}|[^ ]{60,}|`")
	// What go reads as a command, and what a comment shows as it is, stays on its line.
	wideComment = regexp.MustCompile(`^\s*//(go:|\t)|https?://`)
)

// Code is read side by side, in reviews and on small screens.
func TestLinesAreNoWiderThanTheyMayBe(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sources, which are the same as WebAssembly")
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
		literals := map[int]bool{}
		if path.Ext(name) == ".go" {
			literals = linesOfLiterals(text)
		}
		for i, line := range strings.Split(string(text), "\n") {
			wide := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    "))
			if wide <= columns || literals[i+1] || wideComment.MatchString(line) {
				continue
			}
			comment := strings.HasPrefix(strings.TrimSpace(line), "//")
			switch {
			case comment && strings.HasSuffix(name, "example_test.go"): // what an example prints
			case path.Ext(name) != ".go" && !comment && wideLiteral.MatchString(line):
			default:
				t.Errorf("%s:%d has %d columns, want at most %d", name, i+1, wide, columns)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// linesOfLiterals are the lines of Go code on which a wide literal stands, or one of several lines.
func linesOfLiterals(source []byte) map[int]bool {
	lines := map[int]bool{}
	file := token.NewFileSet().AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	for {
		pos, kind, text := s.Scan()
		if kind == token.EOF {
			return lines
		}
		if kind != token.STRING {
			continue
		}
		first := file.Line(pos)
		if n := strings.Count(text, "\n"); n > 0 || utf8.RuneCountInString(text) >= wholeFrom {
			for line := first; line <= first+n; line++ {
				lines[line] = true
			}
		}
	}
}
