package assets

import (
	"fmt"
	"hash/fnv"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// Fingerprint identifies what the curves of a pack's snapshot follow from, simulator aside: the snapshot,
// the daily figures up to its day and the models fitted to them. Days that were published later and tests
// on them change nothing in a curve and are left out. Only commands and tests call it.
func Fingerprint(p *Pack, models *Models) (string, error) {
	fitted, err := models.For(p.Snapshot.Name)
	if err != nil {
		return "", err
	}
	snapshot, scaling, onboarding := *p.Snapshot, fitted.Scaling, fitted.Onboarding
	snapshot.Note = ""
	scaling.Validated = model.Validated{}
	onboarding.PreCommitTests, onboarding.ProveCommitTests = [2]float64{}, [2]float64{}
	var daily, o form.Object
	daily.Has("first", &p.Daily.First)
	for _, c := range packColumns() {
		if onlyShown(c) {
			continue
		}
		known := (*c.of(p.Daily))[:p.Daily.Row(p.Snapshot.Current)+1]
		daily.Series(c.name, c.domain, true, &known)
	}
	o.Has("snapshot", snapshotForm(&snapshot))
	o.Has("daily", daily)
	o.Has("regime", regimeForm(&models.Regime))
	o.Has("scaling", scalingForm(&scaling))
	o.Has("onboarding", onboardingForm(&onboarding))
	// A checksum is enough, nobody gains by a collision; SHA-256 would bring 40 KB into the page.
	sum := fnv.New64a()
	sum.Write(form.Encode(o))
	return fmt.Sprintf("%016x", sum.Sum64()), nil
}

// Release is the bytes of one edition: its packs by snapshot and its models, as in assets/data.
type Release struct {
	Packs  map[string][]byte // packs/NAME.json
	Models []byte            // gas-models.json
}

// curves fingerprints every snapshot of the release in the order of its models.
func (r *Release) curves() ([]Curve, error) {
	models, err := ParseGasModels("gas-models.json", r.Models)
	if err != nil {
		return nil, err
	}
	var out []Curve
	for _, fitted := range models.Snapshots {
		data, ok := r.Packs[fitted.Snapshot]
		if !ok {
			return nil, fmt.Errorf("release: no pack of snapshot %s, for which there is a model", fitted.Snapshot)
		}
		pack, err := ParsePack("packs/"+fitted.Snapshot+".json", data)
		if err != nil {
			return nil, err
		}
		print, err := Fingerprint(pack, models)
		if err != nil {
			return nil, err
		}
		out = append(out, Curve{fitted.Snapshot, print})
	}
	return out, nil
}

// NextEdition adds an edition for a new release to the list. Where the new release moves no curve, has no
// other snapshots and the simulator's revision, equations, is the last edition's, the list comes back as it is. archive
// holds the files, by name below assets/data, that keep the curves that moved for the links that name an edition which
// had them: their packs and models, in the folder of each such edition.
//
// old must be the release that the list's last edition describes; else it is an error, since links to that
// edition could not be kept.
func NextEdition(list []Edition, old, new Release, released day.Day, equations int) (
	next []Edition, archive map[string][]byte, err error) {
	last := &list[len(list)-1]
	before, err := old.curves()
	if err != nil {
		return nil, nil, fmt.Errorf("old %w", err)
	}
	for _, c := range before {
		if print := last.Print(c.Snapshot); print != c.Print {
			return nil, nil, fmt.Errorf("old release: snapshot %s has fingerprint %s, want %q as in edition %d",
				c.Snapshot, c.Print, print, last.Number)
		}
	}
	now, err := new.curves()
	if err != nil {
		return nil, nil, fmt.Errorf("new %w", err)
	}
	edition := Edition{Number: last.Number + 1, Released: released, Equations: equations, Curves: now}
	moved := len(now) != len(before) || equations != last.Equations
	archive = map[string][]byte{}
	for _, c := range before {
		if edition.Print(c.Snapshot) == c.Print {
			continue
		}
		moved = true
		for i := range list {
			if list[i].Print(c.Snapshot) != c.Print {
				continue // its figures of that snapshot were kept when they moved
			}
			folder := EditionFolder(list[i].Number) + "/"
			archive[folder+c.Snapshot+".json"] = old.Packs[c.Snapshot]
			if !list[i].movedSince(last) { // else its models were kept then
				archive[folder+"gas-models.json"] = old.Models
			}
		}
	}
	if !moved {
		return list, nil, nil
	}
	return append(list[:len(list):len(list)], edition), archive, nil
}
