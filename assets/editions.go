package assets

import (
	"embed"
	"fmt"

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

// ParseEditions reads a list of editions as EncodeEditions writes it: at least one, numbered from 1 on.
// An error names file, line, field and value.
func ParseEditions(file string, data []byte) ([]Edition, error) {
	doc, root := newDocument(file, data)
	var list []Edition
	for _, v := range root.object("editions")[0].list(-1) {
		member := v.object("edition", "released", "equations", "curves")
		e := Edition{Number: member[0].integer(), Released: member[1].date(), Equations: member[2].integer()}
		for _, c := range member[3].list(-1) {
			curve := c.object("snapshot", "print")
			e.Curves = append(e.Curves, Curve{curve[0].string(), curve[1].string()})
		}
		list = append(list, e)
	}
	if doc.err != nil {
		return nil, doc.err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: editions: none, want at least one", file)
	}
	for i, e := range list {
		if e.Number != i+1 {
			return nil, fmt.Errorf("%s: editions[%d].edition: %d, want %d", file, i, e.Number, i+1)
		}
	}
	return list, nil
}

// EncodeEditions writes a list of editions as JSON; equal lists give equal bytes.
func EncodeEditions(list []Edition) ([]byte, error) {
	w := new(writer)
	w.open("")
	w.openList("editions")
	for _, e := range list {
		w.open("")
		w.integer("edition", e.Number)
		w.date("released", e.Released)
		w.integer("equations", e.Equations)
		w.openList("curves")
		for _, c := range e.Curves {
			w.open("")
			w.string("snapshot", c.Snapshot)
			w.string("print", c.Print)
			w.close()
		}
		w.closeList()
		w.close()
	}
	w.closeList()
	w.close()
	data := w.done()
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

// EditionFolder is where the pack of a snapshot (SNAPSHOT.json) and the models (gas-models.json) of an
// edition lie below assets/data and the site's data/ once a later one has replaced them.
func EditionFolder(number int) string { return fmt.Sprintf("editions/%d", number) }
