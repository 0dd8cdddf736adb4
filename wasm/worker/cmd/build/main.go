// Command build assembles the optional Worker in wasm/worker/dist: modules/, which runs, and public/, the static site
// and the fonts of its pictures. It prints what counts against Cloudflare's limit, and fails over it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	site := flag.String("site", "dist", "folder of the built static site")
	out := flag.String("o", filepath.Join("wasm", "worker", "dist"), "folder to write")
	tags := flag.String("tags", "", "build tags of the Go program: faults, for tests")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "build: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := run(*site, *out, *tags); err != nil {
		fmt.Fprintln(os.Stderr, "worker:", err)
		os.Exit(1)
	}
}

func run(site, out, tags string) error {
	if _, err := os.Stat(filepath.Join(site, "index.html")); err != nil {
		return fmt.Errorf("%s holds no built site: run `make build` first", site)
	}
	modules, public, err := assemble(tags)
	if err != nil {
		return err
	}
	if modules["site.mjs"], err = siteModule(modules, public, os.DirFS(site)); err != nil {
		return err
	}
	if err := write(out, site, modules, public); err != nil {
		return err
	}
	return weigh(os.Stdout, modules)
}
