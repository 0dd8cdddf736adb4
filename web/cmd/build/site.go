package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	indexName = "index.html"
	wasmName  = "app.wasm.gz"
)

// WasmFlags are the flags of `go build` for the page. -s and -w drop symbols and debugging data (panics keep their
// traces), -trimpath and -buildvcs=false keep the checkout's place and state out of the bytes.
var WasmFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w"}

// WasmEnv is the environment of that `go build`, on top of the caller's.
var WasmEnv = []string{"GOOS=js", "GOARCH=wasm", "GOWASM=", "CGO_ENABLED=0"}

// npmFiles are copied from web/node_modules to the root of the site.
var npmFiles = []string{
	"uplot/dist/uPlot.iife.min.js",
	"uplot/dist/uPlot.min.css",
}

// npmLicenses belong to npmFiles.
var npmLicenses = []string{"uplot/LICENSE"}

// A site holds the built files by their address relative to the page, with forward slashes.
type site struct {
	id      string // hash of the contents, the ?v= of every address in index.html
	files   map[string][]byte
	wasmRaw int // size of the program once unpacked
}

// makeSite builds everything in memory, so that a failure leaves the last good dist/ alone.
func makeSite(root, app string) (*site, error) {
	s := &site{files: map[string][]byte{}}
	if err := s.addNPM(filepath.Join(root, "web", "node_modules")); err != nil {
		return nil, err
	}
	if err := s.addFolder(filepath.Join(root, "assets", "site"), ""); err != nil {
		return nil, err
	}
	err := s.addFolder(filepath.Join(root, "assets", "data", "packs"), "data")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	goroot, err := goCommand(root, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	support := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	if s.files["wasm_exec.js"], err = os.ReadFile(support); err != nil {
		return nil, err
	}
	if s.files["licenses.txt"], err = licenses(root, app, strings.TrimSpace(string(goroot))); err != nil {
		return nil, err
	}
	program, err := compile(root, app)
	if err != nil {
		return nil, err
	}
	s.wasmRaw = len(program)
	s.files[wasmName] = compress(program)
	return s, s.finishIndex()
}

func (s *site) addNPM(modules string) error {
	for _, name := range npmFiles {
		b, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is not installed: run `npm ci` in web/ (or `make build`)", name)
		}
		if err != nil {
			return err
		}
		s.files[path.Base(name)] = b
	}
	return nil
}

// addFolder takes every file below dir, hidden ones and Go sources aside.
func (s *site) addFolder(dir, prefix string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != dir && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || filepath.Ext(name) == ".go" {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		to := path.Join(prefix, filepath.ToSlash(rel))
		if _, taken := s.files[to]; taken {
			return fmt.Errorf("two sources for %s, one of them %s", to, name)
		}
		s.files[to], err = os.ReadFile(name)
		return err
	})
}

// finishIndex fills the placeholders of index.html. The build id covers every byte of the site: the other files, the
// page and what it says.
func (s *site) finishIndex() error {
	page, ok := s.files[indexName]
	if !ok {
		return errors.New("assets/site/index.html is missing")
	}
	words, evidence, err := shell()
	if err != nil {
		return fmt.Errorf("the page's shell: %w", err)
	}
	s.files["data/evidence.json"] = evidence
	var pairs, said []string
	for _, name := range slices.Sorted(maps.Keys(words)) {
		pairs = append(pairs, "{{"+name+"}}", words[name])
		said = append(said, words[name])
	}
	s.id = s.hash(strings.Join(said, "\n"))
	filled := strings.NewReplacer(append(pairs,
		"{{build}}", s.id,
		"{{wasm_bytes}}", strconv.Itoa(len(s.files[wasmName])),
		"{{wasm_raw_bytes}}", strconv.Itoa(s.wasmRaw),
		"{{wasm_mb}}", strconv.FormatFloat(float64(len(s.files[wasmName]))/1e6, 'f', 1, 64))...,
	).Replace(string(page))
	if i := strings.Index(filled, "{{"); i >= 0 {
		return fmt.Errorf("index.html: unknown placeholder %.30q", filled[i:])
	}
	s.files[indexName] = []byte(filled)
	for _, name := range s.references() {
		if _, ok := s.files[name]; !ok {
			return fmt.Errorf("index.html names %q, which is not part of the site (addresses must be relative)", name)
		}
	}
	return nil
}

func (s *site) hash(more string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		fmt.Fprintf(h, "%s %d\n", name, len(s.files[name]))
		h.Write(s.files[name])
	}
	fmt.Fprintf(h, "shell %s", more)
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// anchor is a link that a reader may follow; what it leads to is not loaded with the page.
var anchor = regexp.MustCompile(`<a [^>]*>`)

var address = regexp.MustCompile(`\b(?:src|href|data-wasm)="([^"#?]+)[^"]*"`)

// references lists what index.html loads, each once, in the page's order: together with the page this is the first view.
func (s *site) references() []string {
	var names []string
	for _, m := range address.FindAllSubmatch(anchor.ReplaceAll(s.files[indexName], nil), -1) {
		if name := string(m[1]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// write replaces dir by the site. A folder that does not look like an earlier build is left alone.
func (s *site) write(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, wasmName)); err != nil {
			return fmt.Errorf("%s holds other files: choose an empty folder", dir)
		}
		for _, e := range entries {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, s.files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

func compile(root, app string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "gasburden-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "app.wasm")
	args := append(append([]string{"build"}, WasmFlags...), "-o", out, app)
	if _, err := goCommand(root, WasmEnv, args...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// compress packs at the highest level. The header carries neither name nor time.
func compress(b []byte) []byte {
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		panic("build: " + err.Error())
	}
	if _, err := w.Write(b); err != nil {
		panic("build: " + err.Error())
	}
	if err := w.Close(); err != nil {
		panic("build: " + err.Error())
	}
	return buf.Bytes()
}

// licenses joins the licence texts of all that the site carries of others: Go itself, the modules in the program and
// the libraries from npm.
func licenses(root, app, goroot string) ([]byte, error) {
	list, err := goCommand(root, WasmEnv, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", app)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	add := func(title, file string) error {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("licence of %s: %w", title, err)
		}
		fmt.Fprintf(&b, "==== %s ====\n\n%s\n\n", title, bytes.TrimSpace(text))
		return nil
	}
	if err := add("gasburden", filepath.Join(root, "LICENSE")); err != nil {
		return nil, err
	}
	if err := add("Go", filepath.Join(goroot, "LICENSE")); err != nil {
		return nil, err
	}
	modules := slices.Sorted(strings.SplitSeq(strings.TrimSpace(string(list)), "\n"))
	for _, m := range slices.Compact(modules) {
		title, dir, ok := strings.Cut(m, "\t")
		if !ok {
			continue // no module besides our own
		}
		found, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no LICENSE file in %s (%s)", dir, title)
		}
		if err := add(title, found[0]); err != nil {
			return nil, err
		}
	}
	for _, name := range npmLicenses {
		if err := add(path.Dir(name)+" (npm)", filepath.Join(root, "web", "node_modules", filepath.FromSlash(name))); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// goCommand runs the go command in root and returns its standard output.
func goCommand(root string, env []string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}
