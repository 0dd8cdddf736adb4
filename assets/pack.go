package assets

import (
	"embed"
	"fmt"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	packVersion = 3
	// maxPackDays bounds the table of a pack, so that a broken file cannot ask for all memory.
	maxPackDays = 20000
)

//go:embed data/packs/2023-07-31.json
var defaultPack []byte

//go:embed data/packs/*.json
var packs embed.FS

// Pack is what the page needs to run from a snapshot: the snapshot and the part of the daily table
// around it. Of the table, power, onboarding, burn, supply and gas (PublishStorageDeals, onboarding, total) are
// loaded to its end, the renewal rate to the snapshot's current date (NaN after it); the other columns are nil.
type Pack struct {
	Snapshot *mechafil.Snapshot
	Daily    *model.Table // from before Snapshot.Start to the end of the figures
}

// DefaultPack decodes the embedded pack of DefaultSnapshot.
func DefaultPack() (*Pack, error) {
	return ParsePack("packs/"+DefaultSnapshot+".json", defaultPack)
}

// ShippedPack decodes the pack of any snapshot that the repository ships. It links all of them; the page,
// which fetches them, does not call it. An unknown name is an error that lists the known ones.
func ShippedPack(name string) (*Pack, error) {
	data, err := packs.ReadFile("data/packs/" + name + ".json")
	if err != nil {
		return nil, unknownSnapshot(name)
	}
	return ParsePack("packs/"+name+".json", data)
}

// DecodePack reads a pack that was fetched. It is ParsePack for data without a file name.
func DecodePack(data []byte) (*Pack, error) { return ParsePack("pack", data) }

// ParsePack reads a pack as EncodePack writes it. Every key must be known and present, every number finite
// and in its domain or, in the table, null for "not published"; columns shorter than the table
// end in unpublished days; the table must cover the snapshot's history. Columns are numbers or
// deltas, see deltas.go. An error names file, line, field, entry and value.
func ParsePack(file string, data []byte) (*Pack, error) {
	doc, root := newDocument(file, data)
	member := root.object("version", "snapshot", "daily")
	if version := member[0].integer(); version != packVersion {
		member[0].fail("%d: want %d", version, packVersion)
	}
	p := &Pack{Snapshot: readSnapshot(&member[1]), Daily: readDaily(&member[2], packColumns())}
	if doc.err != nil {
		return nil, doc.err
	}
	if err := p.Snapshot.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if err := checkName(file, p.Snapshot); err != nil {
		return nil, err
	}
	if p.Daily.Row(p.Snapshot.Start) < 0 || p.Daily.Row(p.Snapshot.Current) >= p.Daily.Len() {
		return nil, fmt.Errorf("%s: daily: %d days from %s do not cover the snapshot's %s to %s", file,
			p.Daily.Len(), p.Daily.First, p.Snapshot.Start, p.Snapshot.Current)
	}
	return p, nil
}

// EncodePack writes a pack as JSON: each column in its shorter form, without its trailing nulls.
// Equal packs give equal bytes. It returns an error for a pack that ParsePack would refuse.
func EncodePack(p *Pack) ([]byte, error) {
	w := new(writer)
	w.open("")
	w.integer("version", packVersion)
	writeSnapshot(w, "snapshot", p.Snapshot)
	if err := writeDaily(w, p.Daily, p.Daily.Len(), packColumns()); err != nil {
		return nil, fmt.Errorf("encode pack: %w", err)
	}
	w.close()
	data := w.done()
	if _, err := ParsePack("encode pack", data); err != nil {
		return nil, err
	}
	return data, nil
}

// writeDaily writes columns of a table without their trailing nulls.
func writeDaily(w *writer, t *model.Table, days int, columns []column) error {
	w.open("daily")
	w.date("first", t.First)
	w.integer("days", days)
	for _, c := range columns {
		figures := *c.of(t)
		if len(figures) != days {
			return fmt.Errorf("daily.%s has %d entries, want %d", c.name, len(figures), days)
		}
		for len(figures) > 0 && math.IsNaN(figures[len(figures)-1]) {
			figures = figures[:len(figures)-1]
		}
		w.figures(c.name, figures)
	}
	w.close()
	return nil
}

func readDaily(v *value, columns []column) *model.Table {
	keys := []string{"first", "days"}
	for _, c := range columns {
		keys = append(keys, c.name)
	}
	member := v.object(keys...)
	t := &model.Table{First: member[0].date()}
	if v.doc.err == nil && t.First < mechafil.NetworkStart {
		member[0].fail("%s: want %s or later", shown(member[0].text), mechafil.NetworkStart)
	}
	days := member[1].integer()
	if days < 1 || days > maxPackDays {
		member[1].fail("%d: want 1 to %d", days, maxPackDays)
	}
	if v.doc.err != nil {
		return t
	}
	for i, c := range columns {
		at := &member[2+i]
		figures := at.figures(c.domain, true)
		if len(figures) > days {
			at.fail("%d entries, want at most %d", len(figures), days)
			return t
		}
		figures = slices.Grow(figures, days-len(figures))
		for len(figures) < days {
			figures = append(figures, math.NaN())
		}
		*c.of(t) = figures
	}
	return t
}
