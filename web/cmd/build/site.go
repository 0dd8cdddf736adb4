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
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gasburden/gasburden/assets"
	ask "github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/toolchain"
	"github.com/gasburden/gasburden/web/words"
)

const (
	indexName    = "index.html"
	singleName   = "gasburden.html"
	workerName   = "sw.js"
	manifestName = "manifest.webmanifest"
	sumsName     = "SHA256SUMS"
	wasmName     = "app.wasm.xz"
	engineName   = "engine.wasm.xz"
)

// npmFiles are copied from web/node_modules to the root of the site.
var npmFiles = []string{"uplot/dist/uPlot.min.css"}

// npmLicenses belong to them and to what scripts import.
var npmLicenses = []string{"uplot/LICENSE"}

// options say what is built.
type options struct {
	root  string // of the module
	app   string // package of the page
	site  string // where the site will be published: an absolute address ending in /
	cards string // where cards of any scenario are drawn, or ""
	lines bool   // the page's traces have files and lines
}

// A site holds the built files by their address relative to the page, with forward slashes.
type site struct {
	options
	text      *words.Text
	id        string // of the build: the ?v= of every address in its pages
	files     map[string][]byte
	templates map[string]string // pages and types, before they are filled
	bundler   bundler
	first     string            // script that stands in every page
	pages     []sitePage        // by preset
	inCode    map[string]string // words of the module, its types and its example, by placeholder
	program   []byte            // the wasm, unpacked
	engine    []byte            // the program in the background, unpacked
	helper    string            // script that the program runs when it starts
	figures   string            // files that a link needs beside the program, see figuresOf
}

// makeSite builds everything in memory, so that a failure leaves the last good dist/ alone.
func makeSite(o options) (*site, error) {
	s := &site{options: o, text: words.English(), files: map[string][]byte{}, templates: map[string]string{}}
	if err := s.addNPM(filepath.Join(o.root, "web", "node_modules")); err != nil {
		return nil, err
	}
	if err := s.addFolder(filepath.Join(o.root, "assets", "site"), ""); err != nil {
		return nil, err
	}
	err := s.addFolder(filepath.Join(o.root, "assets", "data", "packs"), "data")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// For readers who want to use figures of their own in its form.
	s.files[assets.NetworkDailyFile] = assets.NetworkDailyCSV()
	past, err := assets.BuildPast()
	if err != nil {
		return nil, err
	}
	if s.files[assets.PastFile], err = assets.EncodePast(past); err != nil {
		return nil, err
	}
	// Former figures, for the links that name them.
	err = s.addFolder(filepath.Join(o.root, "assets", "data", "editions"), "data/editions")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	goroot, err := toolchain.Go(o.root, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	s.bundler = bundler{root: o.root, goroot: strings.TrimSpace(string(goroot))}
	if err := s.addScripts(); err != nil {
		return nil, err
	}
	if s.files["licenses.txt"], err = licenses(o.root, o.app, strings.TrimSpace(string(goroot))); err != nil {
		return nil, err
	}
	if s.program, err = toolchain.Page(o.root, o.app, o.lines); err != nil {
		return nil, err
	}
	app := packing(s.program) // xz takes one core, for seconds
	if s.engine, err = toolchain.Engine(o.root); err != nil {
		return nil, err
	}
	engine := packing(s.engine)
	if s.helper, err = rendererScript(o.root); err != nil {
		return nil, err
	}
	var said map[string][]byte
	if s.pages, said, err = shell(s.text, o.site); err != nil {
		return nil, fmt.Errorf("what the pages say: %w", err)
	}
	maps.Copy(s.files, said)
	if s.files[wasmName], err = app(); err != nil {
		return nil, err
	}
	if s.files[engineName], err = engine(); err != nil {
		return nil, err
	}
	if s.figures, err = figuresOf(s.files); err != nil {
		return nil, err
	}
	// Chains of steps look as on the methodology page.
	s.files["data/explore.css"] = slices.Concat(s.files["data/explore.css"], s.files["method.css"])
	if err := s.addHistories(); err != nil {
		return nil, err
	}
	if err := s.addPictures(); err != nil {
		return nil, err
	}
	if s.inCode, err = codeOf(s.text); err != nil {
		return nil, fmt.Errorf("what %s says: %w", moduleName, err)
	}
	for name, b := range s.files {
		if path.Ext(name) == ".html" || name == typesName {
			s.templates[name] = string(b)
			delete(s.files, name)
		}
	}
	return s, s.finish()
}

// packing packs a program in the background. The function waits for it.
func packing(program []byte) func() ([]byte, error) {
	wait := sync.OnceValues(func() ([]byte, error) { return toolchain.XZ(program) })
	go wait()
	return wait
}

// addScripts makes the scripts that are the same whatever else the site holds.
func (s *site) addScripts() error {
	for _, b := range siteBundles {
		text, err := s.bundler.make(b, nil)
		if err != nil {
			return err
		}
		s.files[b.name] = text
	}
	first, err := s.bundler.make(firstBundle, nil)
	s.first = strings.TrimSpace(string(first))
	return err
}

// addHistories takes the past of each snapshot's inputs, which packs have too little of.
func (s *site) addHistories() error {
	for _, name := range assets.SnapshotNames() {
		past, err := assets.BuildHistory(name, ask.HistoryDays)
		if err != nil {
			return err
		}
		if s.files["data/history-"+name+".json"], err = assets.EncodeHistory(past); err != nil {
			return err
		}
	}
	return nil
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

// finish adds what is made of the other files. The build id covers every byte of the site, and how it is made: it is
// the hash of a site that has no id yet.
func (s *site) finish() error {
	made, err := s.derive(strings.Repeat("0", idLength))
	if err != nil {
		return err
	}
	s.id = s.hash(made)
	if made, err = s.derive(s.id); err != nil {
		return err
	}
	maps.Copy(s.files, made)
	s.files[sumsName] = sums(s.files)
	return nil
}

// derive makes the files that carry the build id, and those that depend on such.
func (s *site) derive(id string) (map[string][]byte, error) {
	made := map[string][]byte{}
	if err := s.addPages(made, id); err != nil {
		return nil, err
	}
	if err := s.addModule(made, id); err != nil {
		return nil, err
	}
	made[manifestName] = manifest(s.text, s.templates[indexName], id)
	single, err := s.single(string(made[indexName]))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", singleName, err)
	}
	made[singleName] = single
	made["_headers"] = s.headers(made)
	made[workerName], err = s.worker(made, id)
	return made, err
}

const idLength = 12

// hash is the id of the site's files and those made of them.
func (s *site) hash(made map[string][]byte) string {
	h := sha256.New()
	for _, files := range []map[string][]byte{s.files, made} {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			fmt.Fprintf(h, "%s %d\n", name, len(files[name]))
			h.Write(files[name])
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:idLength]
}

// sums lists all files as `sha256sum -c` reads them.
func sums(files map[string][]byte) []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	return b.Bytes()
}

// write replaces dir by the site. A folder that does not look like an earlier build is left alone.
func (s *site) write(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// which `make cards` writes
	foreign := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() != "cards" })
	if len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, wasmName)); err != nil && foreign {
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
	list, err := toolchain.Go(root, toolchain.WasmEnv, "list", "-deps", "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", app)
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
		if err := add(path.Dir(name)+" (npm)",
			filepath.Join(root, "web", "node_modules", filepath.FromSlash(name))); err != nil {
			return nil, err
		}
	}
	notice, err := unpackerLicense(filepath.Join(root, "web", "node_modules"))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "==== %s (npm) ====\n\n%s\n\n", unpackerModule, notice)
	return b.Bytes(), nil
}
