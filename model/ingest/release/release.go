// Package release makes all that package assets ships of a daily table and the network's snapshots: packs, trained
// models, and the Go source that the page carries. It takes bytes and returns bytes; commands write them.
package release

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Inputs are the files of assets/data that all others follow from, as bytes.
type Inputs struct {
	Daily     []byte            // network-daily.csv
	Snapshots map[string][]byte // snapshot-NAME.json by name
	Published []byte            // published.json: what was known when each snapshot was taken
}

// Embedded are the inputs that this program carries.
func Embedded() (*Inputs, error) {
	in := &Inputs{Daily: assets.NetworkDailyCSV(), Snapshots: map[string][]byte{}}
	for _, name := range assets.EmbeddedSnapshots() {
		data, err := assets.SnapshotJSON(name)
		if err != nil {
			return nil, err
		}
		in.Snapshots[name] = data
	}
	list, err := assets.PublishedEnds()
	if err != nil {
		return nil, err
	}
	in.Published, err = assets.EncodePublished(list)
	return in, err
}

// Names are the snapshots' names, the oldest first.
func (in *Inputs) Names() []string { return slices.Sorted(maps.Keys(in.Snapshots)) }

// SHA256 is the hash of the daily table, hexadecimal.
func (in *Inputs) SHA256() string { return hash(in.Daily) }

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Parsed are the inputs, and what was trained on them, in the types of the simulator.
type Parsed struct {
	Daily     *model.Table
	Snapshots []*mechafil.Snapshot // the oldest first
	Published []assets.Published
	Models    *assets.Models // fits in the order of Snapshots; nil until they are trained
}

// Parse reads the inputs through the parsers of package assets.
func (in *Inputs) Parse() (*Parsed, error) {
	daily, err := assets.ParseNetworkDaily(assets.NetworkDailyFile, in.Daily)
	if err != nil {
		return nil, err
	}
	p := &Parsed{Daily: daily}
	if p.Published, err = assets.ParsePublished(assets.PublishedFile, in.Published); err != nil {
		return nil, err
	}
	for _, name := range in.Names() {
		s, err := assets.ParseSnapshotNamed(name, in.Snapshots[name])
		if err != nil {
			return nil, err
		}
		p.Snapshots = append(p.Snapshots, s)
		if _, err := assets.PublishedFor(p.Published, name); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Newest is the newest snapshot.
func (p *Parsed) Newest() *mechafil.Snapshot { return p.Snapshots[len(p.Snapshots)-1] }

// View is the daily table as a snapshot sees it.
func (p *Parsed) View(snapshot string) (*model.Table, error) {
	published, err := assets.PublishedFor(p.Published, snapshot)
	if err != nil {
		return nil, err
	}
	current, err := day.Parse(snapshot)
	if err != nil {
		return nil, err
	}
	return published.View(p.Daily, current), nil
}

// File is a file below the folder assets.
type File struct {
	Name string // with slashes
	Data []byte
}

// Make trains on the inputs and returns what it trained with every file that they make, the inputs included.
func Make(in *Inputs) (*Parsed, []File, error) {
	p, err := in.Parse()
	if err != nil {
		return nil, nil, err
	}
	p.Models, err = Train(in, p)
	if err != nil {
		return nil, nil, err
	}
	models, err := assets.EncodeGasModels(p.Models)
	if err != nil {
		return nil, nil, err
	}
	files := []File{{"data/" + assets.NetworkDailyFile, in.Daily}, {"data/" + assets.PublishedFile, in.Published},
		{"data/" + assets.GasModelsFile, models}}
	for _, name := range in.Names() {
		files = append(files, File{"data/" + assets.SnapshotFile(name), in.Snapshots[name]})
	}
	page, err := Page(p)
	return p, append(files, page...), err
}

// Page makes the files that the page carries or loads: a pack a snapshot, and the Go source of the trained models and
// of the snapshots' names.
func Page(p *Parsed) ([]File, error) {
	var files []File
	for _, s := range p.Snapshots {
		view, err := p.View(s.Name)
		if err != nil {
			return nil, err
		}
		pack, err := assets.CutPack(s, view)
		if err != nil {
			return nil, err
		}
		data, err := assets.EncodePack(pack)
		if err != nil {
			return nil, err
		}
		files = append(files, File{"data/packs/" + s.Name + ".json", data})
	}
	models, err := modelsSource(p.Models)
	if err != nil {
		return nil, err
	}
	names, err := namesSource(p.Snapshots)
	if err != nil {
		return nil, err
	}
	return append(files, File{"models_gen.go", models}, File{"snapshots_gen.go", names}), nil
}

// Check reads files that Make made through the parsers of package assets, as a build of them would.
func Check(files []File) error {
	in := &Inputs{Snapshots: map[string][]byte{}}
	byName := map[string][]byte{}
	for _, f := range files {
		byName[f.Name] = f.Data
	}
	in.Daily, in.Published = byName["data/"+assets.NetworkDailyFile], byName["data/"+assets.PublishedFile]
	for name := range byName {
		var snapshot string
		if n, _ := fmt.Sscanf(name, "data/snapshot-%10s.json", &snapshot); n == 1 {
			in.Snapshots[snapshot] = byName[name]
		}
	}
	if len(in.Snapshots) == 0 {
		return fmt.Errorf("no snapshot among %d files", len(files))
	}
	if _, err := in.Parse(); err != nil {
		return err
	}
	models, err := assets.ParseGasModels(assets.GasModelsFile, byName["data/"+assets.GasModelsFile])
	if err != nil {
		return err
	}
	if models.Source.SHA256 != in.SHA256() {
		return fmt.Errorf("%s was trained on a table %s, this one is %s", assets.GasModelsFile, models.Source.SHA256,
			in.SHA256())
	}
	if len(models.Snapshots) != len(in.Snapshots) {
		return fmt.Errorf("%s has fits for %d of %d snapshots", assets.GasModelsFile, len(models.Snapshots),
			len(in.Snapshots))
	}
	for _, name := range in.Names() {
		if _, err := models.For(name); err != nil {
			return err
		}
		if _, err := assets.ParsePack("packs/"+name+".json", byName["data/packs/"+name+".json"]); err != nil {
			return err
		}
	}
	return nil
}
