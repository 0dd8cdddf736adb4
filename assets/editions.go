package assets

import (
	"embed"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model/day"
)

// Edition is a release of figures and fitted models. Links name one, so that they open to the same
// curve after figures or models were updated.
type Edition struct {
	Number    int // from 1
	Released  day.Day
	Equations int     // revision of the simulator, sim.Equations
	Curves    []Curve // one a snapshot, in the order of SnapshotNames at the time
}

// Curve identifies what the curves of a snapshot follow from, simulator aside.
type Curve struct {
	Snapshot string
	Print    string // of the figures up to the snapshot's day and the models fitted to them, see Fingerprint
}

//go:embed data/editions.json
var editionList []byte

// Editions returns all editions, the oldest first; the last is the one that is compiled in.
func Editions() ([]Edition, error) { return ParseEditions("editions.json", editionList) }

func editionsForm(all *[]Edition) form.Object {
	var o form.Object
	o.Has("editions", form.List(len(*all), func(i int) any {
		if i == len(*all) {
			*all = append(*all, Edition{})
		}
		return editionForm(&(*all)[i])
	}))
	return o
}

func editionForm(e *Edition) form.Object {
	var o form.Object
	o.Has("edition", &e.Number)
	o.Has("released", &e.Released)
	o.Has("equations", &e.Equations)
	o.Has("curves", form.List(len(e.Curves), func(i int) any {
		if i == len(e.Curves) {
			e.Curves = append(e.Curves, Curve{})
		}
		var o form.Object
		o.Has("snapshot", &e.Curves[i].Snapshot)
		o.Has("print", &e.Curves[i].Print)
		return o
	}))
	return o
}

// ParseEditions reads a list of editions as EncodeEditions writes it: at least one, numbered from 1 on.
// An error names file, line, field and value.
func ParseEditions(file string, data []byte) ([]Edition, error) {
	var all []Edition
	if err := form.Parse(file, data, editionsForm(&all)); err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: editions: none, want at least one", file)
	}
	for i, e := range all {
		if e.Number != i+1 {
			return nil, fmt.Errorf("%s: editions[%d].edition: %d, want %d", file, i, e.Number, i+1)
		}
	}
	return all, nil
}

// EncodeEditions writes a list of editions as JSON; equal lists give equal bytes. It returns an error for a list that
// ParseEditions would refuse.
func EncodeEditions(all []Edition) ([]byte, error) {
	data := form.Encode(editionsForm(&all))
	if _, err := ParseEditions("encode editions", data); err != nil {
		return nil, err
	}
	return data, nil
}

//go:embed data/editions*
var editionFiles embed.FS

// KeptEdition returns a file of assets/data by its name there, one of those that former editions left: see
// EditionFolder. It links them all; commands call it.
func KeptEdition(name string) ([]byte, error) { return editionFiles.ReadFile("data/" + name) }

// Print is the fingerprint of a snapshot's curves in the edition, "" where it has no such snapshot.
func (e *Edition) Print(snapshot string) string {
	for _, c := range e.Curves {
		if c.Snapshot == snapshot {
			return c.Print
		}
	}
	return ""
}

// movedSince tells whether a curve of the edition is another in a later one.
func (e *Edition) movedSince(later *Edition) bool {
	return slices.ContainsFunc(e.Curves, func(c Curve) bool { return later.Print(c.Snapshot) != c.Print })
}

// EditionFolder is where the pack of a snapshot (SNAPSHOT.json) and the models (gas-models.json) of an
// edition lie below assets/data and the site's data/ once a later one has replaced them.
func EditionFolder(number int) string { return fmt.Sprintf("editions/%d", number) }
