package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

var update = flag.Bool("update", false, "write the days of the figures into README.md")

// README.md names every network state that can be chosen, and the days that the figures begin and end on: `make data`
// adds to them.
func TestReadmeIsOfTheseFigures(t *testing.T) {
	const file = "../README.md"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	daily, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	names := SnapshotNames()
	slices.Sort(names)
	if len(names) < 2 || StudySnapshot != names[0] {
		t.Fatalf("the sentence has to be written anew for %v", names)
	}
	dates := make([]string, len(names))
	for i, name := range names {
		if dates[i] = longDate(t, name); name == DefaultSnapshot {
			dates[i] += ", the default"
		}
	}
	last := len(dates) - 1
	others := strings.TrimPrefix(strings.Join(dates[1:last], ", ")+" or "+dates[last], " ")
	states := "of " + dates[0] + ", the study's date, " + others
	want := string(readme)
	for sentence, of := range map[string]string{
		`(\sdaily\s+from)\s+\d[^(]*(\s\()`: longDate(t, daily.First.String()) +
			" to " + longDate(t, daily.Date(daily.Len()-1).String()),
		`(A\s+simulation\s+starts\s+from\s+a\s+network\s+state[^:]*:)[^.]*(\.)`: states,
	} {
		found := regexp.MustCompile(sentence)
		if n := len(found.FindAllString(want, -1)); n != 1 {
			t.Fatalf("README.md has %d of the sentence %s", n, sentence)
		}
		now := found.FindString(want)
		if text := found.ReplaceAllString(now, "$1 "+of+"$2"); strings.Join(strings.Fields(text),
			" ") != strings.Join(strings.Fields(now), " ") {
			want = strings.Replace(want, now, text, 1)
		}
	}
	if want == string(readme) {
		return
	}
	if !*update {
		t.Fatal("README.md is not of these figures: go test ./assets -update writes their days")
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func longDate(t *testing.T, name string) string {
	t.Helper()
	d, err := time.Parse(time.DateOnly, name)
	if err != nil {
		t.Fatal(err)
	}
	return d.Format("2 January 2006")
}
