// Command generate writes the Go code of the catalogues from web/words/*.json, or lists what is wrong with them and
// writes nothing. Run it by `go generate ./web/words`.
//
// The code holds each section's texts as one string, which package packed takes apart. Measured on the page's and the
// Worker's program, KB gzip -9 and xz -9e, beside a literal of each struct and map, and beside the page's English as
// JSON:
//
//	          packed           literals         JSON
//	page      1,543.0 1,108.2  1,549.6 1,112.5  1,543.8 1,108.7
//	Worker    2,124.6 1,505.2  2,134.7 1,540.9
//
// To take the page's English apart takes 0.08 ms natively where encoding/json takes 0.6; in WebAssembly a fifth of
// JSON's 14 ms.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gasburden/gasburden/web/words/catalogue"
)

func main() {
	root := flag.String("root", ".", "the root of the repository")
	flag.Parse()
	if err := run(*root); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(root string) error {
	trees, err := catalogue.Load(root)
	if err != nil {
		return err
	}
	uses, err := catalogue.UsesIn(root)
	if err != nil {
		return err
	}
	if err := catalogue.Check(trees, uses); err != nil {
		return err
	}
	files, err := catalogue.Generate(trees)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
