// Package assets holds the published figures that the calculator ships with, and the gas models fitted to them. It
// reads and writes their files (JSON and CSV, in data) as the types of model and mechafil.
//
// SOURCES.md says where each file comes from.
//
// Each file is embedded in a variable of its own, so that a program links only what it loads: the page
// calls DefaultPack, DecodePack and GasModels and never carries the CSV. Loaders return fresh values
// on every call, which the caller may change. A broken file is an error that names file,
// line, field and value.
package assets

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	// StudySnapshot is the date of the DirectFIL+ study, the first snapshot.
	StudySnapshot = "2023-07-31"
	// DefaultSnapshot is the one that a program carries with it: that of today's default scenario.
	DefaultSnapshot = "2026-04-20"
)

// A new file in data is a new snapshot: `make generate` makes its pack and its models, and lists its name.
//
//go:embed data/snapshot-*.json
var snapshotFiles embed.FS

const snapshotPrefix, snapshotSuffix = "snapshot-", ".json"

// SnapshotFile is the name of a snapshot's file in assets/data.
func SnapshotFile(name string) string { return snapshotPrefix + name + snapshotSuffix }

// SnapshotNames returns the names that Snapshot knows, the oldest first. A name is the snapshot's current date.
// They are compiled in, so that the page has the names without the files.
func SnapshotNames() []string { return slices.Clone(snapshotNames) }

// EmbeddedSnapshots lists the names of the snapshot files in assets/data, the oldest first. It links the
// files; commands that write the list of SnapshotNames call it, and a test compares the two.
func EmbeddedSnapshots() []string {
	entries, err := snapshotFiles.ReadDir("data")
	if err != nil {
		panic("assets: no embedded snapshots: " + err.Error())
	}
	var names []string
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(entry.Name(), snapshotPrefix), snapshotSuffix))
	}
	slices.Sort(names)
	return names
}

// SnapshotJSON returns a copy of an embedded snapshot file as it stands. An unknown name is an error that lists the
// known ones.
func SnapshotJSON(name string) ([]byte, error) {
	data, err := snapshotFiles.ReadFile("data/" + SnapshotFile(name))
	if err != nil {
		return nil, unknownSnapshot(name)
	}
	return data, nil
}

// Snapshot returns the network state of that name. An unknown name is an error that lists the known ones.
func Snapshot(name string) (*mechafil.Snapshot, error) {
	data, err := SnapshotJSON(name)
	if err != nil {
		return nil, err
	}
	return ParseSnapshotNamed(name, data)
}

// ParseSnapshotNamed reads the file of the snapshot of that name, its current date. The first two files call
// themselves "study" and "latest"; a date stays true, so every snapshot goes by its own.
func ParseSnapshotNamed(name string, data []byte) (*mechafil.Snapshot, error) {
	file := SnapshotFile(name)
	s, err := parseSnapshot(file, data)
	if err != nil {
		return nil, err
	}
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

// parseSnapshot reads a snapshot in the JSON form of assets/data: every key known and present, every
// number finite and in its domain, all lengths as mechafil.Snapshot describes. A series may also be given
// as deltas, as in a pack. The name is taken as it stands. An error names file, line, key, entry and value.
func parseSnapshot(file string, data []byte) (*mechafil.Snapshot, error) {
	s := new(mechafil.Snapshot)
	if err := form.Parse(file, data, snapshotForm(s)); err != nil {
		return nil, err
	}
	if err := settle(file, s); err != nil {
		return nil, err
	}
	return s, nil
}

// settle completes a snapshot that was read, and looks at what its figures say of each other.
func settle(file string, s *mechafil.Snapshot) error {
	s.VestedByStart = s.MinedFILStart == 0
	if err := s.Validate(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// snapshotSeries are the lists of a snapshot, in the order of the file.
var snapshotSeries = []struct {
	name   string
	domain form.Domain
	of     func(*mechafil.Snapshot) *[]float64
}{
	{"raw_power_eib", form.Positive, func(s *mechafil.Snapshot) *[]float64 { return &s.RawPowerEiB }},
	{"qa_power_eib", form.Positive, func(s *mechafil.Snapshot) *[]float64 { return &s.QAPowerEiB }},
	{"onboarded_raw_pib", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedRawPiB }},
	{"onboarded_qa_pib", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedQAPiB }},
	{"renewed_raw_pib", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedRawPiB }},
	{"renewed_qa_pib", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedQAPiB }},
	{"renewal_rate", form.Share, func(s *mechafil.Snapshot) *[]float64 { return &s.RenewalRate }},
	{"burnt_fil", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.BurntFIL }},
	{"scheduled_expiry_raw_pib", form.Amount,
		func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryRawPiB }},
	{"scheduled_expiry_qa_pib", form.Amount, func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryQAPiB }},
	{"scheduled_pledge_release_fil", form.Amount,
		func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledPledgeReleaseFIL }},
}

// snapshotScalars are the single numbers of a snapshot, in the order of the file.
var snapshotScalars = []struct {
	name string
	of   func(*mechafil.Snapshot) *float64
}{
	{"vested_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.VestedFILStart }},
	{"cumulative_capped_power_eib_start",
		func(s *mechafil.Snapshot) *float64 { return &s.CumulativeCappedPowerEiBDays }},
	{"baseline_power_eib_start", func(s *mechafil.Snapshot) *float64 { return &s.BaselinePowerEiBStart }},
	{"circulating_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.CirculatingFILStart }},
	{"locked_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.LockedFILStart }},
}

// chainScalars are what snapshots since 2026 have beside them, both or neither. Those without have a vested_fil_start
// that holds the start day's own vesting.
var chainScalars = []struct {
	name string
	of   func(*mechafil.Snapshot) *float64
}{
	{"mined_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.MinedFILStart }},
	{"locked_reward_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.LockedRewardFILStart }},
}

// snapshotForm is the JSON form of a snapshot.
func snapshotForm(s *mechafil.Snapshot) form.Object {
	var o form.Object
	o.Has("name", &s.Name)
	o.Has("start_date", &s.Start)
	o.Has("current_date", &s.Current)
	o.Has("note", &s.Note)
	for _, list := range snapshotSeries {
		o.Series(list.name, list.domain, false, list.of(s))
	}
	for _, scalar := range snapshotScalars {
		o.Float(scalar.name, form.Positive, scalar.of(s))
	}
	for _, scalar := range chainScalars {
		o.Float(scalar.name, form.Positive, scalar.of(s)).Absent = *scalar.of(s) == 0
	}
	return o
}

// EncodeSnapshot writes a snapshot as a file of assets/data, each list in its shorter form. Equal snapshots give
// equal bytes. It returns an error for a snapshot that ParseSnapshotNamed would refuse.
func EncodeSnapshot(s *mechafil.Snapshot) ([]byte, error) {
	data := form.Encode(snapshotForm(s))
	if _, err := ParseSnapshotNamed(s.Name, data); err != nil {
		return nil, fmt.Errorf("encode %w", err)
	}
	return data, nil
}
