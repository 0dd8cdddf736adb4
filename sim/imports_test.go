package sim_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/gasburden/gasburden/"

// source is what the non-test files of one folder say, for all platforms.
type source struct {
	command bool                // package main
	imports map[string][]string // imported path: files
}

// sources parses every folder of the repository, "sim/mechafil" for short.
func sources(t *testing.T) map[string]*source {
	t.Helper()
	found := map[string]*source{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(base, ".") || base == "node_modules" || base == "testdata" ||
				base == "dist" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := path.Dir(name)
		if found[folder] == nil {
			found[folder] = &source{imports: map[string][]string{}}
		}
		found[folder].add(base, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"sim", "sim/mechafil", "sim/cmd/gasburden", "model", "model/day", "model/fit",
		"assets", "web/ui"} {
		if found[folder] == nil {
			t.Fatalf("no Go files in %s", folder)
		}
	}
	return found
}

func (s *source) add(name string, file *ast.File) {
	s.command = s.command || file.Name.Name == "main"
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		s.imports[imported] = append(s.imports[imported], name)
	}
}

// closure is everything that a folder's package imports, through the repository's own packages.
func closure(all map[string]*source, folder string, seen map[string]bool) map[string]bool {
	for imported := range all[folder].imports {
		if seen[imported] {
			continue
		}
		seen[imported] = true
		if own, ok := strings.CutPrefix(imported, module); ok && all[own] != nil {
			closure(all, own, seen)
		}
	}
	return seen
}

// TestImportsRunOneWay: wasm -> web -> sim -> sim/assumption -> {sim/mechafil, model} -> {model/day, model/fault};
// assets may use the types of the last three, and is wired in by the entry points. Source: DESIGN.md.
func TestImportsRunOneWay(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sources, which are the same for WebAssembly")
	}
	allowed := map[string][]string{
		"model/day":    {},
		"model/fault":  {"model/day", "model/number"},
		"model/number": {},

		"model/protocol": {"model/day"},

		"sim/mechafil": {"model/day", "model/fault", "model/number", "model/protocol"},
		"model":        {"model/day", "model/fault", "model/number", "model/protocol"},
		"model/fit":    {"model"},
		"model/price":  {"model", "model/day", "model/fault", "model/protocol"},

		"model/price/pricetest": {"model", "model/day"}, // read by tests

		// Evidence is computed and drawn when the site is built.
		"model/validate": {"model", "model/day", "model/fit", "model/price", "model/protocol"},
		"sim/evidence": {"sim", "sim/assumption", "sim/mechafil", "model", "model/day", "model/fit", "model/price",
			"model/protocol", "model/validate"},
		"web/method": {"web/ask", "web/markup", "web/words/packed", "sim/explore", "sim/steps", "sim", "sim/assumption",
			"sim/mechafil", "model", "model/day", "model/fault", "model/number", "model/protocol"},
		"web/evidence": {"web/markup", "web/words", "web/words/packed", "web/chart", "sim/evidence", "sim",
			"sim/assumption", "model", "model/day", "model/number", "model/protocol", "model/validate"},

		"assets/form": {"model/day", "model/fault", "model/number"},
		"assets":      {"assets/form", "model", "model/day", "model/fault", "model/number", "sim/mechafil"},
		"sim": {"sim/assumption", "sim/mechafil", "model", "model/day", "model/fault", "model/number",
			"model/price"},
		"sim/assumption": {"sim/mechafil", "model", "model/day", "model/fault", "model/number", "model/price",
			"model/protocol"},
		"sim/simtest": {"assets", "sim/assumption", "sim/mechafil", "model", "model/day"}, // read by tests
		"sim/explore": {"sim", "sim/assumption", "sim/mechafil", "model", "model/day", "model/fault", "model/number"},
		"sim/link": {"sim/assumption", "sim/mechafil", "model", "model/day", "model/fault", "model/number",
			"model/price"},
		"sim/steps": {"sim", "sim/assumption", "sim/mechafil", "model", "model/day", "model/fault", "model/price",
			"model/protocol"},
		"web/words": {"web/words/packed", "web/chart", "sim/assumption", "sim/link", "model/day", "model/fault",
			"model/number"},
		"web/page": {"web/words", "web/chart", "sim", "sim/assumption", "sim/link", "sim/mechafil", "model",
			"model/day", "model/fault", "model/number", "model/price", "model/protocol"},
		"web/ui": {"web/ask", "web/page", "web/doc", "web/words", "sim/assumption", "model/number"},
		"web/ask": {"web/words", "web/words/packed", "web/chart", "sim/assumption", "sim/explore", "sim/link",
			"model/number"},
		"web/ask/asktest": {"web/ask", "web/shipped", "assets", "sim/assumption", "sim/explore"}, // read by tests
		"web/chart":       {},
		"web/markup":      {"web/words"},
		"web/doc":         {"web/page", "web/words", "web/chart", "web/draw", "model/day", "model/number"},
		"web/engine": {"web/ask", "web/page", "web/words", "web/doc", "web/explore", "web/method", "web/shipped",
			"assets", "sim/assumption", "sim/explore", "sim/link", "sim/mechafil", "sim/steps", "model", "model/day",
			"model/fault", "model/number", "model/price"},
		"web/explore": {"web/ask", "web/words/packed", "web/page", "web/words", "web/chart", "web/method", "sim",
			"sim/explore", "sim/mechafil", "sim/steps", "model/day", "model/fault", "model/number"},
		"web/shipped":      {"web/page", "web/words", "assets", "sim/assumption", "sim/link"},
		"web/shipped/held": {"assets", "sim/assumption", "sim/evidence", "model", "model/validate"},
		"web/toolchain":    {"web/words"},
		"web/draw":         {"web/page", "web/words", "web/chart", "model/day", "model/number"},

		"wasm/worker/tls":     {}, // stands in for crypto/tls
		"web/words/packed":    {},
		"web/words/catalogue": {"web/words/packed"}, // only the generator and tests import it

		// Fetching, checking and publishing new figures; only commands import these.
		"model/ingest": {"model", "model/day", "model/ingest/portal", "model/ingest/spacescope",
			"sim/mechafil"},
		"model/ingest/retry":       {},
		"model/ingest/portal":      {"model/day", "model/ingest/retry"},
		"model/ingest/spacescope":  {"model/day", "model/ingest/retry"},
		"model/ingest/lily":        {"model/day"},
		"model/ingest/lily/pgtest": {},
		"model/ingest/crosscheck":  {"model/day"},
		"model/ingest/release":     {"assets", "model", "model/day", "model/fit", "model/validate", "sim/mechafil"},
	}
	all := sources(t)
	for folder, s := range all {
		for imported, files := range s.imports {
			own, ok := strings.CutPrefix(imported, module)
			if !ok {
				continue
			}
			if all[own] == nil || all[own].command {
				t.Errorf("%s/%s imports %s, a command or nothing", folder, files[0], own)
			}
			if rule, ruled := allowed[folder]; ruled && !slices.Contains(rule, own) {
				t.Errorf("%s/%s imports %s, may import %v", folder, files[0], own, rule)
			}
		}
		if _, ruled := allowed[folder]; !ruled && !s.command {
			t.Errorf("%s is neither a command nor a package that a rule names", folder)
		}
	}
}

// TestNothingBelowWebTouchesTheWorld: no browser, file, network or clock in the engine.
func TestNothingBelowWebTouchesTheWorld(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sources, which are the same for WebAssembly")
	}
	all := sources(t)
	for _, folder := range []string{"sim", "sim/assumption", "sim/evidence", "sim/explore", "sim/link", "sim/mechafil",
		"sim/steps", "model", "model/day", "model/fault", "model/number", "model/fit", "model/price", "model/validate",
		"assets", "assets/form"} {
		if all[folder] == nil {
			t.Fatalf("no Go files in %s", folder)
		}
		for imported, files := range all[folder].imports {
			for _, banned := range []string{"syscall", "os", "net", "io/ioutil", "database/sql", "math/rand",
				"crypto/rand", "log", "time", "unsafe"} {
				if imported == banned || strings.HasPrefix(imported, banned+"/") {
					t.Errorf("%s/%s imports %s", folder, files[0], imported)
				}
			}
		}
	}
}

// TestPageCountsDays: a time.Time in what the page shows makes the linker keep all of package time's
// formatting and parsing, 47 KB gzip, since Vugu takes the components as interfaces. Timers are wasm/app's.
func TestPageCountsDays(t *testing.T) {
	if closure(sources(t), "web/ui", map[string]bool{})["time"] {
		t.Error("web/ui, or a package of this repository that it imports, imports time: use model/day")
	}
}

// TestOnlyComponentsKnowVugu: what is shown is computed without Vugu, so that Worker and command line do not link it.
func TestOnlyComponentsKnowVugu(t *testing.T) {
	for folder, s := range sources(t) {
		for imported, files := range s.imports {
			if strings.HasPrefix(imported, "github.com/vugu/") && folder != "web/ui" && folder != "wasm/app" {
				t.Errorf("%s/%s imports %s", folder, files[0], imported)
			}
		}
	}
}

// TestPageFetchesNoFigures: what the page is made of cannot ask a database or a service, or publish figures.
func TestPageFetchesNoFigures(t *testing.T) {
	all := sources(t)
	// The Worker serves over net/http; the others have nothing to ask.
	for folder, asks := range map[string]bool{
		"model": false, "sim": false, "assets": false, "web/ui": false, "wasm/app": false, "sim/cmd/gasburden": false,
		"wasm/worker": true,
	} {
		if all[folder] == nil {
			t.Fatalf("no Go files in %s", folder)
		}
		for imported := range closure(all, folder, map[string]bool{}) {
			if strings.HasPrefix(imported, module+"model/ingest") || strings.HasPrefix(imported, "github.com/jackc/") ||
				strings.HasPrefix(imported, "github.com/parquet-go/") || imported == "net/http" && !asks {
				t.Errorf("%s carries %s", folder, imported)
			}
		}
	}
	carried := closure(all, "model/cmd/ingest", map[string]bool{})
	for _, want := range []string{"github.com/jackc/pgx/v5", "github.com/parquet-go/parquet-go", "net/http"} {
		if !carried[want] {
			t.Errorf("model/cmd/ingest does not carry %s: this test looks for the wrong thing", want)
		}
	}
}

// TestPageCarriesNoFitting: the page's part of the repository predicts without gonum.
func TestPageCarriesNoFitting(t *testing.T) {
	all := sources(t)
	for _, folder := range []string{"model", "sim", "sim/explore", "assets", "web/ui", "wasm/app"} {
		if all[folder] == nil {
			if folder != "wasm/app" {
				t.Errorf("no %s", folder)
			}
			continue
		}
		for imported := range closure(all, folder, map[string]bool{}) {
			if strings.HasPrefix(imported, "gonum.org/") || imported == module+"model/fit" {
				t.Errorf("%s carries %s", folder, imported)
			}
		}
	}
	if !closure(all, "model/fit", map[string]bool{})["gonum.org/v1/gonum/mat"] {
		t.Error("model/fit does not import gonum/mat: this test looks for the wrong thing")
	}
}
