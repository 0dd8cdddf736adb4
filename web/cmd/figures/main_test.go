package main

import (
	"bytes"
	"os"
	"testing"
)

// What the page states of all presets and of what happened follows from the figures and models in use.
func TestFiguresAreNew(t *testing.T) {
	want, err := source()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../page/figures_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("figures_gen.go is old, want after `go generate ./web/page`:\n%s", want)
	}
}
