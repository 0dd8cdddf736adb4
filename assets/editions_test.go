package assets

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// shipped is the release in the repository.
func shipped(t *testing.T) Release {
	t.Helper()
	r := Release{Packs: map[string][]byte{}, Models: gasModels}
	for _, name := range SnapshotNames() {
		data, err := os.ReadFile("data/packs/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		r.Packs[name] = data
	}
	return r
}

// Figures or models that move a curve need a number of their own, and the old ones a place, or links that
// name the edition would open to another curve.
func TestShippedFiguresAreTheLastEdition(t *testing.T) {
	list, err := Editions()
	if err != nil {
		t.Fatal(err)
	}
	r := shipped(t)
	curves, err := r.curves()
	if err != nil {
		t.Fatal(err)
	}
	last := list[len(list)-1]
	if !slices.Equal(curves, last.Curves) {
		t.Errorf("the figures have fingerprints %v, edition %d has %v: run `go run ./assets/cmd/edition -old DIR`",
			curves, last.Number, last.Curves)
	}
	for _, e := range list[:len(list)-1] {
		for _, c := range e.Curves {
			if last.Print(c.Snapshot) == c.Print {
				continue
			}
			kept := Release{Packs: map[string][]byte{}}
			folder := "data/" + EditionFolder(e.Number) + "/"
			if kept.Models, err = os.ReadFile(folder + "gas-models.json"); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(folder + c.Snapshot + ".json")
			if err != nil {
				t.Fatal(err)
			}
			pack, err := ParsePack(c.Snapshot, data)
			if err != nil {
				t.Fatal(err)
			}
			models, err := ParseGasModels("gas-models.json", kept.Models)
			if err != nil {
				t.Fatal(err)
			}
			if print, err := Fingerprint(pack, models); err != nil || print != c.Print {
				t.Errorf("edition %d, %s: kept figures have fingerprint %s, %v, want %s", e.Number, c.Snapshot, print,
					err, c.Print)
			}
		}
	}
}

func TestEditionsRoundTrip(t *testing.T) {
	list, err := Editions()
	if err != nil {
		t.Fatal(err)
	}
	data, err := EncodeEditions(list)
	if err != nil || !bytes.Equal(data, editionList) {
		t.Errorf("written again: %s, %v", data, err)
	}
	for _, bad := range []string{`{"editions":[]}`,
		`{"editions":[{"edition":2,"released":"2026-11-25","equations":1,"curves":[]}]}`, `{}`,
		`{"editions":[{"edition":1,"released":"soon","equations":1,"curves":[]}]}`} {
		if _, err := ParseEditions("x.json", []byte(bad)); err == nil || !strings.Contains(err.Error(), "x.json") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestNextEdition(t *testing.T) {
	list, err := Editions()
	if err != nil {
		t.Fatal(err)
	}
	old, released := shipped(t), day.Of(2027, 1, 2)
	if next, archive, err := NextEdition(list, old, old, released, 1); err != nil || len(next) != len(list) ||
		len(archive) > 0 {
		t.Errorf("nothing changed: %d editions, %d files, %v", len(next), len(archive), err)
	}

	// A figure of the default snapshot's history, and one published after it.
	edit := func(of Release, snapshot string, row func(p *Pack) int) Release {
		pack, err := ShippedPack(snapshot)
		if err != nil {
			t.Fatal(err)
		}
		pack.Daily.QAPowerEiB[row(pack)] *= 1.01
		data, err := EncodePack(pack)
		if err != nil {
			t.Fatal(err)
		}
		packs := maps.Clone(of.Packs)
		packs[snapshot] = data
		return Release{Models: of.Models, Packs: packs}
	}
	later := edit(old, StudySnapshot, func(p *Pack) int { return p.Daily.Row(p.Snapshot.Current) + 5 })
	if next, _, err := NextEdition(list, old, later, released, 1); err != nil || len(next) != len(list) {
		t.Errorf("a day after the snapshot made an edition: %d, %v", len(next), err)
	}
	onTheDay := func(p *Pack) int { return p.Daily.Row(p.Snapshot.Current) }
	moved := edit(old, StudySnapshot, onTheDay)
	next, archive, err := NextEdition(list, old, moved, released, 1)
	if err != nil || len(next) != len(list)+1 {
		t.Fatalf("%d editions, %v", len(next), err)
	}
	// Each edition that had the curve keeps it, not the last one alone.
	number, had := len(list), 0
	for _, e := range list {
		if e.Print(StudySnapshot) != list[number-1].Print(StudySnapshot) {
			continue
		}
		had++
		folder := EditionFolder(e.Number) + "/"
		if !bytes.Equal(archive[folder+StudySnapshot+".json"], old.Packs[StudySnapshot]) ||
			!bytes.Equal(archive[folder+"gas-models.json"], old.Models) {
			t.Errorf("edition %d does not keep the moved pack and the models", e.Number)
		}
	}
	if had < 2 || len(archive) != 2*had {
		t.Errorf("kept %d files for %d editions, want the moved pack and the models", len(archive), had)
	}
	// A curve that moves later finds the models of an edition kept already, which are those of all its curves.
	const other = "2025-09-09"
	_, archive, err = NextEdition(next, moved, edit(moved, other, onTheDay), released, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range next {
		folder := EditionFolder(e.Number) + "/"
		_, models := archive[folder+"gas-models.json"]
		if !bytes.Equal(archive[folder+other+".json"], old.Packs[other]) || models != (i == number) {
			t.Errorf("edition %d: kept %v of its models, want them of edition %d alone", e.Number, models, number+1)
		}
	}
	latest := next[number]
	if latest.Number != number+1 || latest.Released != released ||
		latest.Print("2025-09-09") != list[number-1].Print("2025-09-09") ||
		latest.Print(StudySnapshot) == list[number-1].Print(StudySnapshot) {
		t.Errorf("new edition: %+v", latest)
	}
	if next, _, err := NextEdition(list, old, old, released, 2); err != nil || len(next) != len(list)+1 {
		t.Errorf("other equations: %d editions, %v", len(next), err)
	}
	if _, _, err := NextEdition(list, moved, old, released, 1); err == nil {
		t.Error("old figures that are not the last edition's are accepted")
	}
}
