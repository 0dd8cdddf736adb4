package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// SOURCES.md accounts for every file in data; for the files that no command here generates, with their hash.
func TestSourcesListEveryFile(t *testing.T) {
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir("data", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := strings.TrimPrefix(filepath.ToSlash(path), "data/")
		if strings.HasPrefix(name, "editions/") {
			return nil // former packs and models; their checksums are in editions.json
		}
		if !strings.Contains(string(sources), "`"+name+"`") {
			t.Errorf("SOURCES.md does not list %s", name)
		}
		if name == "gas-models.json" || name == "editions.json" || strings.HasPrefix(name, "packs/") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		if !strings.Contains(string(sources), hex.EncodeToString(sum[:])) {
			t.Errorf("SOURCES.md does not have the SHA-256 %x of %s", sum, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// README.md names every network state that can be chosen, and the day that the figures end on: `make data` adds to
// both.
func TestReadmeIsOfTheseFigures(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, about, found := strings.Cut(string(readme), "- **Network figures** ")
	about, _, ends := strings.Cut(about, "\n- **")
	if !found || !ends {
		t.Fatal("README.md has no item “Network figures”")
	}
	span, states, found := strings.Cut(strings.Join(strings.Fields(about), " "), " A simulation ")
	if !found {
		t.Fatal("README.md does not say what a simulation starts from")
	}
	named := func(text, name string) {
		t.Helper()
		d, err := time.Parse(time.DateOnly, name)
		if err != nil {
			t.Fatal(err)
		}
		if date := d.Format("2 January 2006"); !strings.Contains(text, date) {
			t.Errorf("README.md does not name %s in %q", date, text)
		}
	}
	for _, name := range SnapshotNames() {
		named(states, name)
	}
	daily, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	named(span, daily.First.String())
	named(span, daily.Date(daily.Len()-1).String())
}
