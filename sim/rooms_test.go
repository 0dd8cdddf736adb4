package sim_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestRoomsAreListed: DESIGN.md lists each folder of Go once, and none imports another that stands below it there.
func TestRoomsAreListed(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sources, which are the same for WebAssembly")
	}
	design, err := os.ReadFile("../DESIGN.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(design), "\n## The rooms\n")
	_, rest, _ = strings.Cut(rest, "```\n")
	list, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("DESIGN.md has no list of rooms")
	}
	all := sources(t)
	path := regexp.MustCompile(`^[a-z0-9]+(/[a-z0-9]+)*$`)
	var rooms []string
	for line := range strings.Lines(list) {
		names, _, _ := strings.Cut(line, "   ") // then what is in them
		for _, name := range strings.Fields(names) {
			if !path.MatchString(name) {
				t.Errorf("DESIGN.md lists %q: not three spaces before what is in a room?", name)
			}
			rooms = append(rooms, name)
		}
	}
	for i, name := range rooms {
		room := all[name]
		if room == nil && name != "web/e2e" { // which is tests alone
			t.Errorf("DESIGN.md lists %s, where no Go is", name)
			continue
		}
		if slices.Index(rooms, name) < i {
			t.Errorf("DESIGN.md lists %s twice", name)
		}
		if room == nil {
			continue
		}
		for imported := range room.imports {
			other, own := strings.CutPrefix(imported, module)
			if at := slices.Index(rooms, other); own && at > i {
				t.Errorf("%s imports %s, which DESIGN.md lists below it", name, other)
			}
		}
	}
	for name := range all {
		if !slices.Contains(rooms, name) {
			t.Errorf("DESIGN.md does not list %s", name)
		}
	}
}
