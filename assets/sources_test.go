package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
