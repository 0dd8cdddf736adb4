package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/method"
)

// buildTwice builds the real site two times, once for all tests: in the checkout and in a copy of it elsewhere.
var built [2]*site

func buildTwice(t *testing.T) [2]*site {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	for i := range built {
		if built[i] != nil {
			continue
		}
		if i == 1 {
			root = copyModule(t, root)
		}
		if built[i], err = makeSite(options{root: root, app: "./wasm/app", site: defaultSite}); err != nil {
			t.Fatal(err)
		}
	}
	return built
}

// copyModule copies what a checkout holds to another place, whose path has a space.
func copyModule(t *testing.T, root string) string {
	t.Helper()
	there := filepath.Join(t.TempDir(), "another place")
	err := filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		to := filepath.Join(there, rel)
		switch {
		case d.Name() == "node_modules":
			if err := os.Symlink(name, to); err != nil {
				return err
			}
			return fs.SkipDir
		case d.IsDir() && (rel == "dist" || rel != "." && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(to, 0o755)
		case !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".git"):
			return nil
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, b, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return there
}

// Two builds give the same bytes, though they were made in different places.
func TestReproducible(t *testing.T) {
	s := buildTwice(t)
	var dirs [2]string
	for i := range s {
		dirs[i] = filepath.Join(t.TempDir(), "dist")
		for range 2 { // the second time over the first
			if err := s[i].write(dirs[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	a, b := readTree(t, dirs[0]), readTree(t, dirs[1])
	if got, want := slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b)); !slices.Equal(got, want) {
		t.Fatalf("files differ: %q and %q", got, want)
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestIndex(t *testing.T) {
	s := buildTwice(t)[0]
	page := string(s.files[indexName])
	refs := references(page, firstView)
	for _, want := range []string{supportName, "access.js", "share.js", loaderName, "uPlot.min.css", "style.css",
		wasmName} {
		if !slices.Contains(refs, want) {
			t.Errorf("index.html does not load %s; it loads %q", want, refs)
		}
	}
	order := -1
	for _, script := range []string{supportName, "access.js", "share.js", loaderName} {
		at := strings.Index(page, `src="`+script)
		if at <= order {
			t.Errorf("%s does not come after the script before it", script)
		}
		order = at
	}
	for _, m := range regexp.MustCompile(`\b(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if m[1] == defaultSite || m[1] == defaultSite+"index-zh-CN.html" {
			continue // the addresses that the page is published at
		}
		if strings.HasPrefix(m[1], "https://github.com/") && strings.Contains(page, `<a href="`+m[1]+`"`) ||
			strings.Contains(page, `<a class="tag" href="`+m[1]+`"`) {
			continue // a link to a source
		}
		if strings.HasPrefix(m[1], "/") || strings.Contains(m[1], "//") {
			t.Errorf("address %q is not relative", m[1])
		}
		if m[1] == method.PageName {
			continue // a page, which is asked for again at every visit
		}
		if !strings.HasPrefix(m[1], "#") && !strings.HasSuffix(m[1], "?v="+s.id) {
			t.Errorf("address %q lacks ?v=%s", m[1], s.id)
		}
	}
	if sentence := s.pages[0].words["headline"]; !strings.Contains(sentence, "<b>0.001\u00a0FIL a day</b>") ||
		!strings.Contains(page, sentence) {
		t.Errorf("headline %q does not give the answer at 75 %%, or is not in the page", sentence)
	}
}

func TestWasm(t *testing.T) {
	s := buildTwice(t)[0]
	unpack := exec.Command("xz", "--decompress", "--stdout")
	unpack.Stdin = bytes.NewReader(s.files[wasmName])
	program, err := unpack.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(program, []byte("\x00asm")) || len(program) != len(s.program) {
		t.Errorf("unpacked program: %d bytes, want %d, starting %q", len(program), len(s.program), program[:4])
	}
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(program, []byte(root+"/")) {
		t.Errorf("the program holds the path of the checkout, %s", root)
	}
}

func TestBuildIDFollowsContent(t *testing.T) {
	s := buildTwice(t)[0]
	made := map[string][]byte{"page.html": []byte("one")}
	before := s.hash(made)
	if s.hash(map[string][]byte{"page.html": []byte("two")}) == before {
		t.Error("another page, same id")
	}
	for name, content := range s.files {
		s.files[name] = append(slices.Clone(content), ' ')
		if s.hash(made) == before {
			t.Errorf("%s changed, same id", name)
		}
		s.files[name] = content
	}
}

func TestWriteLeavesOtherFolders(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(mine, []byte("years of work"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := &site{files: map[string][]byte{"a": nil}}
	if err := s.write(dir); err == nil {
		t.Error("a folder with other files was accepted")
	}
	cards := filepath.Join(t.TempDir(), "dist")
	if err := os.MkdirAll(filepath.Join(cards, "cards"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := s.write(cards); err != nil {
		t.Errorf("after make cards: %v", err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

func TestBudget(t *testing.T) {
	rows := []size{{"index.html", 10, 10, true}, {wasmName, 300, 90, true}, {"data/x.json", 500, 400, false},
		{singleName, 700, 500, false}}
	for _, c := range []struct {
		name string
		b    budget
		want string // in the error; none when empty
	}{
		{"exactly", budget{FirstView: 100, Single: 700}, ""},
		{"one over", budget{FirstView: 99, Single: 700}, "1 over the budget of 99"},
		{"the single file over", budget{FirstView: 100, Single: 699},
			"gasburden.html is 700 bytes, 1 over its budget of 699"},
		{"a file over", budget{FirstView: 100, Single: 700, Files: map[string]int{"data/x.json": 399}},
			"data/x.json is 400"},
		{"a file gone", budget{FirstView: 100, Single: 700, Files: map[string]int{"old.js": 1}}, "old.js has a budget"},
	} {
		err := c.b.check(rows)
		if (c.want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// The lock file must work anywhere: npm takes packages from whatever registry it is set up with.
func TestLockNamesNoMirror(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	lock, err := os.ReadFile(filepath.Join(root, "web", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(lock, []byte(`"resolved"`)) {
		t.Error("package-lock.json says where to download from")
	}
	if !bytes.Contains(lock, []byte(`"integrity": "sha512-`)) {
		t.Error("package-lock.json holds no checksums")
	}
}
