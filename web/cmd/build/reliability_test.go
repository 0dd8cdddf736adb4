package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// DESIGN.md names the tests that hold each kind of fault down. Each of them exists where it says, and each row names
// one.
func TestReliabilityTable(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	text, err := os.ReadFile(filepath.Join(root, "DESIGN.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`([a-z0-9_/]+_test\.go):((?:Test|Fuzz)\w+)`)
	rows := 0
	for line := range strings.Lines(string(text)) {
		tests := named.FindAllStringSubmatch(line, -1)
		if row := strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| kind") &&
			!strings.HasPrefix(line, "| ---"); row {
			if rows++; len(tests) == 0 {
				t.Errorf("no test holds: %s", line)
			}
		}
		for _, m := range tests {
			code, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(m[1])))
			if err != nil || !strings.Contains(string(code), "func "+m[2]+"(") {
				t.Errorf("%s has no %s: %v", m[1], m[2], err)
			}
		}
	}
	if rows < 30 {
		t.Errorf("%d rows", rows)
	}
}
