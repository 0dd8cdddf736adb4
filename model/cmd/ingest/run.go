package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/release"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// state is a release: its inputs as bytes, and what they say.
type state struct {
	inputs *release.Inputs
	*release.Parsed
}

// run is the command: the steps of an update, one after the other.
func (s *settings) run(ctx context.Context) error {
	accepted, err := s.accepted()
	if err != nil {
		return err
	}
	token, err := s.findToken()
	if err != nil {
		return err
	}
	lilyConnection, err := s.lilyConnection()
	if err != nil {
		return err
	}
	switch {
	case s.csv != "" && (s.from.set || s.start.set):
		return usageError{errors.New(
			"-csv takes the whole table from the file and adds no snapshot: want no -from or -start")}
	case s.crossOnly && lilyConnection == "":
		return usageError{errors.New(
			"-cross-check-only: no Lily database: set LILY_DATABASE_URL or give -lily-file FILE")}
	case !s.crossOnly && s.csv == "" && token.Empty() && s.export == "" && s.portalURL == "":
		return usageError{errNoToken}
	}
	unlock, err := lock(s.assets)
	if errors.Is(err, fs.ErrNotExist) {
		return usageError{fmt.Errorf("%w; run this in the repository's folder, or give -assets", err)}
	} else if err != nil {
		return err
	}
	defer unlock()
	if found, err := (installer{root: s.assets}).finish(); err != nil {
		return err
	} else if found {
		s.progress.note("an earlier run was stopped while it replaced the assets; its release is now in place")
	}
	old, err := readRelease(s.assets)
	if err != nil {
		return err
	}

	next := &release.Inputs{
		Daily: old.inputs.Daily, Published: old.inputs.Published, Snapshots: map[string][]byte{},
	}
	for name, data := range old.inputs.Snapshots {
		next.Snapshots[name] = data
	}
	var fetched *ingest.Fetched
	var table *model.Table
	switch {
	case s.csv != "":
		data, err := os.ReadFile(s.csv)
		if err != nil {
			return usageError{err}
		}
		table, err = assets.ParseNetworkDaily(s.csv, data)
		if err != nil {
			return refusedError{err}
		}
	case s.crossOnly || token.Empty() && (s.export != "" || s.portalURL == ""):
		table = old.Daily
	default:
		if token.Empty() {
			fetched, err = s.fetchPortal(ctx, old)
		} else {
			fetched, err = s.fetch(ctx, token, old)
		}
		if err != nil {
			return err
		}
		settled := old.Daily.Date(old.Daily.Len()-1) - overlapDays
		if s.revise {
			settled = 0
		}
		table, err = ingest.Table(old.Daily, fetched, settled)
		if err != nil {
			return refusedError{err}
		}
	}
	r := &report{old: old, accepted: accepted, from: s.source(token), fetched: fetched, table: table}
	if !s.crossOnly {
		// Before the table is written as a file, which would refuse some of what the checks say in more words.
		r.findings = append(r.findings, ingest.CheckTable(table, old.Daily)...)
		if fetched != nil && !s.revise {
			found, err := ingest.CheckSource(fetched, old.Daily)
			if err != nil {
				return refusedError{err}
			}
			r.findings = append(r.findings, found...)
		}
		if fetched != nil {
			r.findings = append(r.findings, ingest.CheckPortal(table, fetched.Portal)...)
		}
		r.findings = append(r.findings,
			ingest.CheckLevel(table, &old.Models.Snapshots[len(old.Models.Snapshots)-1].Scaling)...)
		if err := r.refusal(); err != nil {
			return err
		}
		if next.Daily, err = assets.EncodeNetworkDaily(table); err != nil {
			return refusedError{err}
		}
	}
	if s.export != "" {
		if err := os.WriteFile(s.export, next.Daily, 0o644); err != nil {
			return err
		}
		s.progress.note("wrote %d days to %s", table.Len(), s.export)
	}
	if !s.crossOnly && fetched == nil && s.csv == "" {
		return nil // an export of what is shipped
	}

	if lilyConnection != "" {
		if r.cross, err = s.crossCheck(ctx, lilyConnection, table); err != nil {
			return err
		}
		if wrong := r.cross.Check(); len(wrong) > 0 {
			r.findings = append(r.findings, ingest.Finding{Check: crossCheckName, Text: strings.Join(wrong, "; ")})
		}
	}
	if s.crossOnly {
		fmt.Fprint(s.stdout, r.cross.Table())
		return r.refusal()
	}
	if err := r.refusal(); err != nil {
		return err
	}
	if len(r.findings) == 0 && string(next.Daily) == string(old.inputs.Daily) {
		s.progress.note("nothing new: the table already ends on %s with all that is published",
			table.Date(table.Len()-1))
		return r.incomplete()
	}
	if fetched != nil && !s.noSnapshot {
		if err := s.addSnapshot(next, table, fetched, old, r); err != nil {
			return err
		}
	}
	s.progress.note("training on %d days, with %d snapshots", table.Len(), len(next.Snapshots))
	parsed, files, err := release.Make(next)
	if err != nil {
		return refusedError{err}
	}
	r.new = &state{next, parsed}
	r.findings = append(r.findings, simulate(r.new)...)
	if r.new.Newest().Name != old.Newest().Name {
		r.findings = append(r.findings, checkSupply(r.new)...)
	}
	if err := r.refusal(); err != nil {
		return err
	}
	text, err := r.markdown()
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !s.check {
		if r.edition, err = s.publish(old, r.new, files); err != nil {
			return err
		}
		text += r.published()
	}
	if err := s.write(text); err != nil {
		return err
	}
	return r.incomplete()
}

func (s *settings) source(token spacescope.Token) string {
	switch {
	case s.csv != "":
		return filepath.Base(s.csv)
	case token.Empty():
		return "the Filecoin Data Portal"
	}
	return "Spacescope"
}

// addSnapshot builds the network's state on the table's last day, unless there is one of that day.
func (s *settings) addSnapshot(next *release.Inputs, table *model.Table, fetched *ingest.Fetched, old *state,
	r *report) error {
	name := table.Date(table.Len() - 1).String()
	if !fetched.Keyless && !fetched.CanSnapshot() {
		s.progress.note("no snapshot of %s: the expiration schedule did not come", name)
		return nil
	}
	if _, exists := next.Snapshots[name]; exists {
		s.progress.note("there is a snapshot of %s already; it stays", name)
		return nil
	}
	take := ingest.Take{Start: table.Date(table.Len()-1) - historyDays}
	if s.start.set {
		take.Start = s.start.day
	}
	snapshot, err := takeSnapshot(table, fetched, take, old, r)
	if err != nil {
		return refusedError{err}
	}
	if err := r.refusal(); err != nil {
		return err
	}
	next.Snapshots[name], err = assets.EncodeSnapshot(snapshot)
	if err != nil {
		return refusedError{err}
	}
	// What the snapshot will always look back on is what is published now.
	next.Published, err = assets.EncodePublished(append(old.Published, assets.Published{
		Snapshot: name, Gas: lastPublished(table, table.GasTotal), RenewalRate: lastPublished(table, table.RenewalRate),
	}))
	return err
}

// historyDays is how long before its date a snapshot starts unless -start says otherwise.
const historyDays = 30

// takeSnapshot takes it with the schedule that came, which is held against what is alive as it stands, or where nobody
// publishes one, rebuilds it from the last.
func takeSnapshot(table *model.Table, fetched *ingest.Fetched, take ingest.Take, old *state, r *report) (
	*mechafil.Snapshot, error) {
	if fetched.Keyless {
		snapshot, err := ingest.Rebuild(table, take, old.Snapshots...)
		if err == nil {
			r.findings = append(r.findings, ingest.CheckSnapshot(snapshot, table)...)
		}
		return snapshot, err
	}
	snapshot, err := ingest.Snapshot(table, fetched, take, old.Snapshots...)
	if err != nil {
		return nil, err
	}
	take.AsBefore2026 = true
	published, err := ingest.Snapshot(table, fetched, take, old.Snapshots...)
	if err == nil {
		r.findings = append(r.findings, ingest.CheckSnapshot(published, table)...)
	}
	return snapshot, err
}

// write hands over the report.
func (s *settings) write(text string) error {
	if s.report == "" {
		_, err := fmt.Fprint(s.stdout, text)
		return err
	}
	if err := os.WriteFile(s.report, []byte(text), 0o644); err != nil {
		return err
	}
	s.progress.note("wrote the change report to %s", s.report)
	return nil
}

// readRelease reads the release in a folder laid out as package assets.
func readRelease(folder string) (*state, error) {
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(folder, "data", name)) }
	in := &release.Inputs{Snapshots: map[string][]byte{}}
	var err error
	if in.Daily, err = read(assets.NetworkDailyFile); err != nil {
		return nil, usageError{fmt.Errorf("%w; run this in the repository's folder, or give -assets", err)}
	}
	names, err := filepath.Glob(filepath.Join(folder, "data", assets.SnapshotFile("*")))
	if err != nil {
		return nil, err
	}
	for _, file := range names {
		prefix, suffix, _ := strings.Cut(assets.SnapshotFile("*"), "*")
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), prefix), suffix)
		if in.Snapshots[name], err = os.ReadFile(file); err != nil {
			return nil, err
		}
	}
	if in.Published, err = read(assets.PublishedFile); err != nil {
		return nil, err
	}
	parsed, err := in.Parse()
	if err != nil {
		return nil, err
	}
	data, err := read(assets.GasModelsFile)
	if err != nil {
		return nil, err
	}
	if parsed.Models, err = assets.ParseGasModels(assets.GasModelsFile, data); err != nil {
		return nil, err
	}
	if len(parsed.Models.Snapshots) != len(parsed.Snapshots) {
		return nil, fmt.Errorf("%s has fits for %d of %d snapshots: run make generate first", assets.GasModelsFile,
			len(parsed.Models.Snapshots), len(parsed.Snapshots))
	}
	return &state{in, parsed}, nil
}

// overlapDays are fetched again before the first day that lacks a figure: the comparison shows whether the source still
// says what it said. Of the table's last days, as many, a revised figure replaces what was there; older ones stay
// unless -revise is given.
const overlapDays = 7

// firstToFetch is the day after the first column of the table ends, less the overlap.
func firstToFetch(t *model.Table) day.Day {
	end := t.Date(t.Len() - 1)
	for _, c := range ingest.Columns {
		if c.HasGaps() {
			continue
		}
		end = min(end, lastPublished(t, *c.Of(t)))
	}
	return max(t.First, end+1-overlapDays)
}

// lastPublished is the last day with a figure, the day before the table's first if there is none.
func lastPublished(t *model.Table, column []float64) day.Day {
	last := len(column) - 1
	for last >= 0 && math.IsNaN(column[last]) {
		last--
	}
	return t.Date(last)
}
