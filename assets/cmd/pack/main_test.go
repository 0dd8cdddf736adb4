package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The committed files are those that the tables, snapshots and trained models give.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir); err == nil {
		t.Error("no error for a directory without data/packs")
	}
	if err := os.MkdirAll(filepath.Join(dir, "data", "packs"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"data/packs/2023-07-31.json", "data/packs/2025-09-09.json", "models_gen.go",
		"snapshots_gen.go"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the committed file: run make generate", name)
		}
	}
}
