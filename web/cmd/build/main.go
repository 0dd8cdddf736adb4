// Command build writes the static site to dist/: the page compiled to WebAssembly, the scripts and styles beside it,
// and the snapshots that load when chosen. The same sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	out := flag.String("o", "", "folder to write (default: dist in the module's root)")
	app := flag.String("app", "./wasm/app", "package of the page")
	address := flag.String("site", defaultSite,
		"address that the site will have, for link previews and links out of it")
	cards := flag.String("cards", "", "address of a Worker that draws cards of any scenario (default: none)")
	lines := flag.Bool("lines", false, "keep files and lines in what the page says when it crashes (104 KB)")
	check := flag.Bool("check", false, "fail when the site is over web/size-budget.json")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "build: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := run(*out, options{app: *app, site: *address, cards: *cards, lines: *lines}, *check); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

const defaultSite = "https://gasburden.github.io/gasburden/"

func run(out string, o options, check bool) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	o.root = root
	if o.site, err = folderAddress("-site", o.site); err != nil {
		return err
	}
	if o.cards != "" {
		if o.cards, err = folderAddress("-cards", o.cards); err != nil {
			return err
		}
	}
	if out == "" {
		out = filepath.Join(root, "dist")
	}
	s, err := makeSite(o)
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

// folderAddress is an absolute web address that ends in a slash, so that names can be put after it.
func folderAddress(flag, address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("%s is %q, want an address like %s", flag, address, defaultSite)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
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
