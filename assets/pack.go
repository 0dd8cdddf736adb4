package assets

import (
	"embed"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	packVersion = 3
	// maxPackDays bounds the table of a pack, so that a broken file cannot ask for all memory.
	maxPackDays = 20000
)

//go:embed data/packs/2026-04-20.json
var defaultPack []byte

//go:embed data/packs/*.json
var packs embed.FS

// Pack is what the page needs to run from a snapshot: the snapshot and the part of the daily table
// around it. Of the table, power, onboarding, renewal rate, burn, supply, gas (PublishStorageDeals, onboarding,
// SubmitWindowedPoSt to a Ggas, total) and fees are loaded to its end; the other columns are nil.
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

// ParsePack reads a pack as EncodePack writes it. Every key must be known and, but for columns that are onlyShown,
// present, every number finite and in its domain or, in the table, null for "not published"; columns shorter than the
// table end in unpublished days; the table must cover the snapshot's history. Columns are numbers or deltas, see
// package form. An error names file, line, field, entry and value.
func ParsePack(file string, data []byte) (*Pack, error) {
	p, days := &Pack{Snapshot: new(mechafil.Snapshot), Daily: new(model.Table)}, 0
	if err := form.Parse(file, data, packForm(p.Snapshot, dailyForm(p.Daily, &days, packColumns()))); err != nil {
		return nil, err
	}
	fillShown(p.Daily, packColumns(), p.Daily.Len())
	if err := settle(file, p.Snapshot); err != nil {
		return nil, err
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
	daily, err := shortDaily(p.Daily, p.Daily.Len(), packColumns())
	if err != nil {
		return nil, fmt.Errorf("encode pack: %w", err)
	}
	data := form.Encode(packForm(p.Snapshot, daily))
	if _, err := ParsePack("encode pack", data); err != nil {
		return nil, err
	}
	return data, nil
}

// packForm is the JSON form of a pack.
func packForm(s *mechafil.Snapshot, daily form.Object) form.Object {
	var o form.Object
	o.Has("version", form.Version(packVersion))
	o.Has("snapshot", snapshotForm(s))
	o.Has("daily", daily)
	return o
}

// dailyForm is the JSON form of columns of a table of that many days. A column that ends earlier than the table is
// read as if it went on in nulls.
func dailyForm(t *model.Table, days *int, columns []column) form.Object {
	var o form.Object
	o.Has("first", &t.First).Check = func() *fault.Fault {
		if t.First < mechafil.NetworkStart {
			return form.Instead(strconv.Quote(t.First.String()), fault.DayFrom, "day", mechafil.NetworkStart.String())
		}
		return nil
	}
	o.Has("days", days).Check = func() *fault.Fault {
		if *days < 1 || *days > maxPackDays {
			return form.Instead(strconv.Itoa(*days), fault.CountTo, "n", strconv.Itoa(maxPackDays))
		}
		return nil
	}
	for _, c := range columns {
		to := c.of(t)
		m := o.Series(c.name, c.domain, true, to)
		m.Absent = onlyShown(c) && len(*to) == 0
		m.Check = func() *fault.Fault {
			if len(*to) > *days {
				return fault.New(fault.DocumentMost, "n", strconv.Itoa(len(*to)), "want", strconv.Itoa(*days))
			}
			*to = slices.Grow(*to, *days-len(*to))
			for len(*to) < *days {
				*to = append(*to, math.NaN())
			}
			return nil
		}
	}
	return o
}

// shortDaily is dailyForm for writing: without the nulls at the ends of the columns. All must have days entries.
func shortDaily(t *model.Table, days int, columns []column) (form.Object, error) {
	short := &model.Table{First: t.First}
	for _, c := range columns {
		list := *c.of(t)
		if len(list) != days {
			return nil, fmt.Errorf("daily.%s has %d entries, want %d", c.name, len(list), days)
		}
		for len(list) > 0 && math.IsNaN(list[len(list)-1]) {
			list = list[:len(list)-1]
		}
		*c.of(short) = list
	}
	return dailyForm(short, &days, columns), nil
}
