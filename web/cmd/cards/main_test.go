package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// Every preset gets its card, the golden one.
func TestCards(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "some", "cards")
	var out strings.Builder
	if err := write(&out, folder, "gasburden.github.io/gasburden"); err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(out.String())
	if len(names) != len(assumption.Presets()) {
		t.Fatalf("wrote %q", names)
	}
	for i, preset := range assumption.Presets() {
		got, err := os.ReadFile(names[i])
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile("../../draw/testdata/" + preset.Name + ".svg")
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(names[i]) != preset.Name+".svg" || !bytes.Equal(got, want) {
			t.Errorf("%s is not the golden card of %s", names[i], preset.Name)
		}
	}
	if err := write(&out, names[0], ""); err == nil {
		t.Error("a file is no folder to write to")
	}
}
