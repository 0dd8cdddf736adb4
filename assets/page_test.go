package assets

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The page's wasm carries the default pack once, and nothing that it does not load.
func TestPageLinksOnlyWhatItLoads(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command to build with: ", err)
	}
	out := filepath.Join(t.TempDir(), "page.wasm")
	build := exec.Command("go", "build", "-o", out, "./testdata/page")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if message, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, message)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	// wasm keeps data in segments that may leave out runs of zero bytes; text has none.
	if got := bytes.Count(program, defaultPack); got != 1 {
		t.Errorf("the program holds the default pack %d times, want once", got)
	}
	for name, sign := range map[string][]byte{
		"models as JSON":      gasModels[len(gasModels)/2:][:60],
		"the models' reader":  []byte("assets.regimeForm"),
		"their second reader": []byte("assets.scalingForm"),
		"the writer":          []byte("assets/form.(*writer)"),
		"daily CSV":           networkDailyCSV[len(networkDailyCSV)/2:][:200],
		"2023 snapshot file":  snapshotText(t, "2023-07-31")[:60],
		"2025 snapshot file":  snapshotText(t, "2025-09-09")[:60],
		"encoding/csv":        []byte("encoding/csv.("),
		"net/http":            []byte("net/http.("),
		"regexp":              []byte("regexp.("),
		"gonum":               []byte("gonum.org/"),
		"crypto":              []byte("crypto/sha"),
		"pgx":                 []byte("jackc/pgx"),
		"the pack's encoding": []byte("assets.EncodePack"),
	} {
		if bytes.Contains(program, sign) {
			t.Errorf("the program holds %s", name)
		}
	}
}
