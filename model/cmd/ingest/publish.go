package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/crosscheck"
	"github.com/gasburden/gasburden/model/ingest/release"
	"github.com/gasburden/gasburden/sim"
)

const (
	editionsFile = "data/editions.json"
	sourcesFile  = "SOURCES.md"
)

// publish replaces the assets by a new release, all files or none. The figures and models that it replaces stay
// available to the links that name their edition. It returns the number of the edition that the new release is.
func (s *settings) publish(old, new *state, files []release.File) (int, error) {
	released := day.Day(s.now().UTC().Unix() / 86400)
	data, err := os.ReadFile(filepath.Join(s.assets, editionsFile))
	if err != nil {
		return 0, err
	}
	list, err := assets.ParseEditions(filepath.Base(editionsFile), data)
	if err != nil {
		return 0, err
	}
	before, err := old.release(s.assets)
	if err != nil {
		return 0, err
	}
	next, archive, err := assets.NextEdition(list, before, releaseOf(files), released, sim.Equations)
	if err != nil {
		return 0, err
	}
	if data, err = assets.EncodeEditions(next); err != nil {
		return 0, err
	}
	files = append(files, release.File{Name: editionsFile, Data: data})
	for _, name := range slices.Sorted(maps.Keys(archive)) {
		files = append(files, release.File{Name: "data/" + name, Data: archive[name]})
	}
	text, err := os.ReadFile(filepath.Join(s.assets, sourcesFile))
	if err != nil {
		return 0, err
	}
	text, err = release.Sources(text, new.inputs, new.Parsed, next[len(next)-1].Released)
	if err != nil {
		return 0, err
	}
	files = append(files, release.File{Name: sourcesFile, Data: text})
	return next[len(next)-1].Number, replace(s.assets, files)
}

// replace puts files below a folder in place, once they read back from the disk as they should.
func replace(folder string, files []release.File) error {
	return installer{root: folder}.install(files, func(staged string) error {
		written := make([]release.File, len(files))
		for i, f := range files {
			data, err := os.ReadFile(filepath.Join(staged, filepath.FromSlash(f.Name)))
			if err != nil {
				return err
			}
			written[i] = release.File{Name: f.Name, Data: data}
		}
		return release.Check(written)
	})
}

// release is the packs and models of a release as they lie in the folder.
func (s *state) release(folder string) (assets.Release, error) {
	out := assets.Release{Packs: map[string][]byte{}}
	var err error
	if out.Models, err = os.ReadFile(filepath.Join(folder, "data", assets.GasModelsFile)); err != nil {
		return out, err
	}
	for _, name := range s.inputs.Names() {
		if out.Packs[name], err = os.ReadFile(filepath.Join(folder, "data", "packs", name+".json")); err != nil {
			return out, err
		}
	}
	return out, nil
}

// releaseOf is the packs and models among files.
func releaseOf(files []release.File) assets.Release {
	out := assets.Release{Packs: map[string][]byte{}}
	for _, f := range files {
		var name string
		if f.Name == "data/"+assets.GasModelsFile {
			out.Models = f.Data
		} else if n, _ := fmt.Sscanf(f.Name, "data/packs/%10s.json", &name); n == 1 {
			out.Packs[name] = f.Data
		}
	}
	return out
}

// draw writes the picture of a cross-check, if one is wanted.
func (s *settings) draw(result *crosscheck.Result) error {
	if s.svg == "" {
		return nil
	}
	if err := os.WriteFile(s.svg, []byte(result.SVG()), 0o644); err != nil {
		return err
	}
	s.progress.note("drew the cross-check into %s", s.svg)
	return nil
}
