// Command build writes the static site to dist/: the page compiled to WebAssembly, the scripts and styles beside it,
// and the snapshots that load when chosen. The same sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("o", "", "folder to write (default: dist in the module's root)")
	app := flag.String("app", "./wasm/app", "package of the page")
	check := flag.Bool("check", false, "fail when the site is over web/size-budget.json")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "build: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := run(*out, *app, *check); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(out, app string, check bool) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if out == "" {
		out = filepath.Join(root, "dist")
	}
	s, err := makeSite(root, app)
	if err != nil {
		return err
	}
	if err := s.write(out); err != nil {
		return err
	}
	b, err := readBudget(filepath.Join(root, "web", "size-budget.json"))
	if err != nil {
		return err
	}
	rows := s.sizes()
	printSizes(os.Stdout, rows, b)
	fmt.Printf("build %s written to %s\n", s.id, out)
	if err := b.check(rows); err != nil {
		if check {
			return err
		}
		fmt.Fprintln(os.Stderr, "build: warning:", err)
	}
	return nil
}

// moduleRoot is the nearest folder at or above the working directory that holds go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, "go.mod")); err == nil {
			return d, nil
		}
		if d == filepath.Dir(d) {
			return "", fmt.Errorf("no go.mod at or above %s", dir)
		}
	}
}
