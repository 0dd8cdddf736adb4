// Package assets holds the published figures that the calculator ships with, and loads them into
// the types of model and mechafil. SOURCES.md says where each file comes from.
//
// Each file is embedded in a variable of its own, so that a program links only what it loads: the page
// calls DefaultPack, DecodePack and GasModels and never carries the CSV. Loaders return fresh values
// on every call, which the caller may change. A broken file is an error that names file,
// line, field and value.
package assets

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// DefaultSnapshot is the date of the DirectFIL+ study, the name of the snapshot used unless another is chosen.
const DefaultSnapshot = "2023-07-31"

//go:embed data/snapshot-2023-07-31.json
var snapshot20230731 []byte

//go:embed data/snapshot-2025-09-09.json
var snapshot20250909 []byte

// SnapshotNames returns the names that Snapshot knows, the oldest first. A name is the snapshot's current date.
func SnapshotNames() []string { return []string{DefaultSnapshot, "2025-09-09"} }

// Snapshot returns the network state of that name. An unknown name is an error that lists the known ones.
func Snapshot(name string) (*mechafil.Snapshot, error) {
	var data []byte
	switch name {
	case DefaultSnapshot:
		data = snapshot20230731
	case "2025-09-09":
		data = snapshot20250909
	default:
		return nil, unknownSnapshot(name)
	}
	file := "snapshot-" + name + ".json"
	s, err := ParseSnapshot(file, data)
	if err != nil {
		return nil, err
	}
	// The files call themselves "study" and "latest"; a date stays true.
	s.Name = name
	return s, checkName(file, s)
}

func unknownSnapshot(name string) error {
	return fmt.Errorf("snapshot %q is unknown, want one of %s", name, strings.Join(SnapshotNames(), ", "))
}

func checkName(file string, s *mechafil.Snapshot) error {
	if current := s.Current.String(); s.Name != current {
		return fmt.Errorf("%s: name %q, want the current_date %s", file, s.Name, current)
	}
	return nil
}

// ParseSnapshot reads a snapshot in the JSON form of assets/data: every key known and present, every
// number finite and in its domain, all lengths as mechafil.Snapshot describes. A series may also be given
// as deltas, as in a pack. The name is taken as it stands. An error names file, line, key, entry and value.
func ParseSnapshot(file string, data []byte) (*mechafil.Snapshot, error) {
	doc, root := newDocument(file, data)
	s := readSnapshot(&root)
	if doc.err != nil {
		return nil, doc.err
	}
	if err := s.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return s, nil
}

// snapshotSeries are the lists of a snapshot, in the order of the file.
var snapshotSeries = []struct {
	name   string
	domain domain
	of     func(*mechafil.Snapshot) *[]float64
}{
	{"raw_power_eib", positive, func(s *mechafil.Snapshot) *[]float64 { return &s.RawPowerEiB }},
	{"qa_power_eib", positive, func(s *mechafil.Snapshot) *[]float64 { return &s.QAPowerEiB }},
	{"onboarded_raw_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedRawPiB }},
	{"onboarded_qa_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedQAPiB }},
	{"renewed_raw_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedRawPiB }},
	{"renewed_qa_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedQAPiB }},
	{"renewal_rate", share, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewalRate }},
	{"burnt_fil", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.BurntFIL }},
	{"scheduled_expiry_raw_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryRawPiB }},
	{"scheduled_expiry_qa_pib", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryQAPiB }},
	{"scheduled_pledge_release_fil", amount, func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledPledgeReleaseFIL }},
}

// snapshotScalars are the single numbers of a snapshot, in the order of the file.
var snapshotScalars = []struct {
	name string
	of   func(*mechafil.Snapshot) *float64
}{
	{"vested_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.VestedFILStart }},
	{"cumulative_capped_power_eib_start", func(s *mechafil.Snapshot) *float64 { return &s.CumulativeCappedPowerEiBDays }},
	{"baseline_power_eib_start", func(s *mechafil.Snapshot) *float64 { return &s.BaselinePowerEiBStart }},
	{"circulating_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.CirculatingFILStart }},
	{"locked_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.LockedFILStart }},
}

func readSnapshot(v *value) *mechafil.Snapshot {
	keys := []string{"name", "start_date", "current_date", "note"}
	for _, series := range snapshotSeries {
		keys = append(keys, series.name)
	}
	for _, scalar := range snapshotScalars {
		keys = append(keys, scalar.name)
	}
	member := v.object(keys...)
	s := &mechafil.Snapshot{
		Name:    member[0].string(),
		Start:   member[1].date(),
		Current: member[2].date(),
		Note:    member[3].string(),
	}
	member = member[4:]
	for i, series := range snapshotSeries {
		*series.of(s) = member[i].figures(series.domain, false)
	}
	member = member[len(snapshotSeries):]
	for i, scalar := range snapshotScalars {
		*scalar.of(s) = member[i].number(positive)
	}
	return s
}

func writeSnapshot(w *writer, name string, s *mechafil.Snapshot) {
	w.open(name)
	w.string("name", s.Name)
	w.date("start_date", s.Start)
	w.date("current_date", s.Current)
	w.string("note", s.Note)
	for _, series := range snapshotSeries {
		w.figures(series.name, *series.of(s))
	}
	for _, scalar := range snapshotScalars {
		w.number(scalar.name, *scalar.of(s))
	}
	w.close()
}
