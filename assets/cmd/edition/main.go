// Command edition numbers the present figures, models and equations as a new edition, if they move a curve, and keeps
// the old ones for the links that name them:
//
//	go run ./assets/cmd/edition -old DIR [-released YYYY-MM-DD] [-o assets/data]
//
// DIR is a copy of assets/data as it was, for example from `git worktree add DIR HEAD`. Run it after
// `make generate`; it exits with 1 and changes nothing where DIR does not hold the last edition.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
)

func main() {
	old := flag.String("old", "", "`directory` with assets/data as it was")
	now := flag.String("o", "assets/data", "`directory` with the present figures, written to")
	released := flag.String("released", time.Now().UTC().Format(time.DateOnly), "`day` of the release")
	flag.Parse()
	if *old == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "edition: want -old DIR, a copy of assets/data as it was")
		os.Exit(2)
	}
	if err := run(*old, *now, *released); err != nil {
		fmt.Fprintln(os.Stderr, "edition:", err)
		os.Exit(1)
	}
}

func run(old, now, released string) error {
	on, err := day.Parse(released)
	if err != nil {
		return fmt.Errorf("-released is %q, want a day YYYY-MM-DD", released)
	}
	data, err := os.ReadFile(filepath.Join(now, "editions.json"))
	if err != nil {
		return err
	}
	list, err := assets.ParseEditions("editions.json", data)
	if err != nil {
		return err
	}
	before, err := read(old)
	if err != nil {
		return err
	}
	after, err := read(now)
	if err != nil {
		return err
	}
	next, archive, err := assets.NextEdition(list, before, after, on, sim.Equations)
	if err != nil {
		return err
	}
	if len(next) == len(list) {
		fmt.Printf("edition %d stays: no curve moved\n", len(list))
		return nil
	}
	if data, err = assets.EncodeEditions(next); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(archive)) {
		to := filepath.Join(now, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, archive[name], 0o644); err != nil {
			return err
		}
		fmt.Println("kept", name)
	}
	fmt.Printf("edition %d\n", len(next))
	return os.WriteFile(filepath.Join(now, "editions.json"), data, 0o644)
}

// read is the release in a folder that is laid out as assets/data.
func read(dir string) (assets.Release, error) {
	out := assets.Release{Packs: map[string][]byte{}}
	var err error
	if out.Models, err = os.ReadFile(filepath.Join(dir, "gas-models.json")); err != nil {
		return out, err
	}
	packs, err := filepath.Glob(filepath.Join(dir, "packs", "*.json"))
	if err != nil {
		return out, err
	}
	for _, name := range packs {
		data, err := os.ReadFile(name)
		if err != nil {
			return out, err
		}
		base := filepath.Base(name)
		out.Packs[base[:len(base)-len(".json")]] = data
	}
	return out, nil
}
