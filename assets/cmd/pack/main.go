// Command pack writes what the page carries of the embedded tables, snapshots and models:
//
//	go run ./assets/cmd/pack [-o assets]
//
// That is one pack a snapshot in data/packs, and as Go source the gas models (models_gen.go) and the snapshots' names
// (snapshots_gen.go).
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/ingest/release"
)

func main() {
	dir := flag.String("o", "assets", "write below this `directory`")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "pack: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := write(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// write makes all files before it writes the first.
func write(dir string) error {
	in, err := release.Embedded()
	if err != nil {
		return err
	}
	p, err := in.Parse()
	if err != nil {
		return err
	}
	p.Models, err = assets.TrainedModels()
	if err != nil {
		return err
	}
	files, err := release.Page(p)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
