package main

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// noise is n bytes that no compression makes smaller.
func noise(n int) []byte {
	var out []byte
	sum := sha256.Sum256(nil)
	for len(out) < n {
		sum = sha256.Sum256(sum[:])
		out = append(out, sum[:]...)
	}
	return out[:n]
}

func TestWeigh(t *testing.T) {
	var said bytes.Buffer
	if err := weigh(&said, map[string][]byte{"a.mjs": make([]byte, 5000), "b.wasm": noise(1 << 20)}); err != nil {
		t.Error(err)
	}
	if !strings.Contains(said.String(), "a.mjs") || !strings.Contains(said.String(), "of 3145728, ") {
		t.Errorf("said %q", &said)
	}
	err := weigh(io.Discard, map[string][]byte{"a.wasm": noise(2 << 20), "b.wasm": noise(1 << 20)})
	if err == nil || !strings.Contains(err.Error(), "over Cloudflare’s limit of 3145728") {
		t.Errorf("3 MiB and more give %v", err)
	}
}

// Every script beside the Go program is part of the Worker.
func TestScripts(t *testing.T) {
	found, err := filepath.Glob("../../*.mjs")
	if err != nil {
		t.Fatal(err)
	}
	for i := range found {
		found[i] = filepath.Base(found[i])
	}
	if !slices.Equal(found, scripts) {
		t.Errorf("wasm/worker holds %q, the Worker takes %q", found, scripts)
	}
}

// The build's name, and with it every ETag, follows from all modules and files.
func TestSiteModule(t *testing.T) {
	name := func(program, page string) string {
		b, err := siteModule(map[string][]byte{"app.wasm": []byte(program)},
			map[string][]byte{"b.woff2": nil, "a.woff2": nil, "c.txt": nil},
			fstest.MapFS{"index.html": {Data: []byte(page)}})
		if err != nil {
			t.Fatal(err)
		}
		line, rest, _ := strings.Cut(string(b), "\n")
		if !strings.HasPrefix(line, `export const build = "`) || !strings.Contains(rest, `"prefixes":["utm_"`) ||
			!strings.Contains(rest, "export const longest = 2048;") ||
			!strings.Contains(rest, `export const fonts = ["a.woff2","b.woff2"];`) {
			t.Errorf("%s", b)
		}
		return line
	}
	if name("a", "b") != name("a", "b") || name("a", "b") == name("a", "c") || name("a", "b") == name("c", "b") {
		t.Error("the build does not follow from what is in it")
	}
}

func TestWrite(t *testing.T) {
	site, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put(filepath.Join(site, "index.html"), "page")
	for range 2 { // the second time over the first
		if err := write(out, site, map[string][]byte{program: nil},
			map[string][]byte{"fonts/a": []byte("font")}); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"public/index.html": "page", "public/fonts/a": "font", "modules/" +
		program: ""} {
		if got, err := os.ReadFile(filepath.Join(out, name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	mine := t.TempDir()
	put(filepath.Join(mine, "thesis.txt"), "years of work")
	if err := write(mine, site, nil, nil); err == nil {
		t.Error("a folder with other files was taken")
	}
	if err := run(mine, out, ""); err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("without a site: %v", err)
	}
}

// The lock file must work anywhere: npm takes packages from whatever registry it is set up with.
func TestLockNamesNoMirror(t *testing.T) {
	lock, err := os.ReadFile("../../package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(lock, []byte(`"resolved"`)) || !bytes.Contains(lock, []byte(`"integrity": "sha512-`)) {
		t.Error("package-lock.json says where to download from, or holds no checksums")
	}
	rules, err := os.ReadFile("../../.npmrc")
	if err != nil {
		t.Fatal(err)
	}
	if want, err := os.ReadFile("../../../../web/.npmrc"); err != nil || !bytes.Equal(rules, want) {
		t.Errorf(".npmrc is not that of web/ (%v)", err)
	}
}
