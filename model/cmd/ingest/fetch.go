package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/crosscheck"
	"github.com/gasburden/gasburden/model/ingest/lily"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/model/ingest/retry"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

const crossCheckName = "cross-check"

// recentDays is how far back the tables are read that only the report shows: the base fee, which it sets beside the one
// that burn implies, and direct onboarding.
const recentDays = 90

// fetch asks Spacescope for what the table lacks.
func (s *settings) fetch(ctx context.Context, token spacescope.Token, old *state) (*ingest.Fetched, error) {
	table := old.Daily
	f := &ingest.Fetched{First: firstToFetch(table), Last: day.Day(s.now().UTC().Unix()/86400) - 1}
	if s.from.set {
		f.First = s.from.day
	}
	if s.to.set {
		f.Last = s.to.day
	}
	if end := table.Date(table.Len() - 1); f.First < table.First || f.First > end+1 || f.Last < f.First {
		return nil, usageError{fmt.Errorf(
			"would fetch %s to %s: want a range that begins from %s to %s, and ends no sooner", f.First, f.Last,
			table.First, end+1)}
	}
	cache, err := s.cache()
	if err != nil {
		return nil, err
	}
	options := spacescope.Options{
		BaseURL: s.baseURL, Token: token, Parallel: s.parallel, PerSecond: s.rate, Cache: cache,
		Policy:   retry.Policy{Now: s.now},
		Progress: func(p spacescope.Progress) { s.progress.show("spacescope", p) },
		Note:     func(text string) { s.progress.note("spacescope: %s", text) },
	}
	if s.tune != nil {
		s.tune(&options)
	}
	client, err := spacescope.New(options)
	if err != nil {
		return nil, usageError{err}
	}
	s.progress.note("spacescope: %s to %s, five tables, base fee; direct onboarding for the report", f.First, f.Last)
	recent := max(f.First, f.Last-recentDays+1)
	tables := []struct {
		spacescope.Query
		rows *[]spacescope.Row
	}{
		{spacescope.Query{Endpoint: spacescope.Capacity, First: f.First, Last: f.Last}, &f.Capacity},
		{spacescope.Query{Endpoint: spacescope.Onboarding, First: f.First, Last: f.Last}, &f.Onboarding},
		{spacescope.Query{Endpoint: spacescope.Gas, First: f.First, Last: f.Last}, &f.Gas},
		{spacescope.Query{Endpoint: spacescope.Supply, First: f.First, Last: f.Last}, &f.Supply},
		{spacescope.Query{Endpoint: spacescope.Schedule}, &f.Schedule},
		{spacescope.Query{Endpoint: spacescope.BaseFee, First: recent, Last: f.Last, Optional: true}, &f.BaseFee},
		{spacescope.Query{Endpoint: spacescope.Direct, First: recent, Last: f.Last, Optional: true}, &f.Direct},
	}
	queries := make([]spacescope.Query, len(tables))
	for i := range tables {
		queries[i] = tables[i].Query
	}
	answers, err := client.Fetch(ctx, queries...)
	if err != nil {
		return nil, err
	}
	for i, a := range answers {
		*tables[i].rows = a.Rows
		if a.Err == nil {
			continue
		}
		short := ingest.Short{Table: queries[i].Endpoint.Name, Rows: len(a.Rows), Err: a.Err}
		if len(a.Rows) > 0 {
			short.Last = a.Rows[len(a.Rows)-1].Day()
		}
		f.Short = append(f.Short, short)
		s.progress.note("spacescope: %s", short)
	}
	return f, s.askPortal(ctx, f)
}

// fetchPortal is what can be had without any key: power, onboarding, supply, total gas and fees of the days after the
// newest snapshot, and of the last before, to see whether the source still says what it said.
func (s *settings) fetchPortal(ctx context.Context, old *state) (*ingest.Fetched, error) {
	table := old.Daily
	end := table.Date(table.Len() - 1)
	f := &ingest.Fetched{
		First: end + 1 - overlapDays, Last: day.Day(s.now().UTC().Unix()/86400) - 1, Keyless: true,
	}
	if s.from.set {
		f.First = s.from.day
	}
	if s.to.set {
		f.Last = s.to.day
	}
	if f.First < table.First || f.First > end+1 || f.Last < f.First {
		return nil, usageError{fmt.Errorf(
			"would take %s to %s: want a range that begins from %s to %s, and ends no sooner", f.First, f.Last,
			table.First, end+1)}
	}
	s.progress.note("no Spacescope token: power, onboarding, supply, total gas and fees from the Filecoin Data Portal " +
		"alone")
	if err := s.askPortal(ctx, f); err != nil {
		return nil, err
	}
	if missing := f.Missing(); len(missing) > 0 {
		if final := new(retry.Final); errors.As(missing[0].Err, final) {
			return nil, refusedError{missing[0].Err} // a whole file, with figures that cannot be
		}
		return nil, missing[0].Err
	}
	if newest := f.Portal[len(f.Portal)-1].Day; newest < f.Last-lateDays {
		return nil, refusedError{fmt.Errorf(
			"portal: its newest whole day is %s, more than %d days before %s: it is late",
			newest, lateDays, f.Last)}
	}
	return f, nil
}

// lateDays is how many days the portal may be behind before nothing is made of it: a snapshot of old figures would be
// taken for one of today.
const lateDays = 7

// askPortal adds the days and fees of the Filecoin Data Portal, if it is to be asked. It is an optional table.
func (s *settings) askPortal(ctx context.Context, f *ingest.Fetched) error {
	if s.portalURL == "" {
		return nil
	}
	options := portal.Options{
		BaseURL: s.portalURL, Note: func(text string) { s.progress.note("portal: %s", text) },
	}
	if s.tunePortal != nil {
		s.tunePortal(&options)
	}
	days, err := portal.Fetch(ctx, options)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		short := ingest.Short{Table: "portal", Err: err}
		f.Short = append(f.Short, short)
		s.progress.note("%s", short)
		return nil
	}
	s.progress.note("portal: %d days, %s to %s", len(days), days[0].Day, days[len(days)-1].Day)
	f.Portal, f.Fees = days, append(f.Fees, ingest.PortalFees(days)...)
	return nil
}

// stream writes a CSV file, line by line as they come.
func stream(file, head string, lines func(w io.Writer) error) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	if _, err := w.WriteString(head + "\n"); err != nil {
		return err
	}
	if err := lines(w); err != nil {
		return err
	}
	return w.Flush()
}

// writeEpochs streams the sums by epoch from the database into a file.
func writeEpochs(ctx context.Context, db *lily.DB, file string, first, last day.Day) error {
	return stream(file, "height,date,gas_used", func(w io.Writer) error {
		return db.Epochs(ctx, first, last, func(e lily.EpochGas) error {
			_, err := fmt.Fprintf(w, "%d,%s,%d\n", e.Height, lily.DayOf(e.Height), e.Gas)
			return err
		})
	})
}

// writeFees streams what messages cost from the database into a file.
func writeFees(ctx context.Context, db *lily.DB, file string, first, last day.Day) error {
	const head = "date,actor_family,method,messages,gas_used,base_fee_burn_fil,overestimation_burn_fil,miner_tip_fil"
	return stream(file, head, func(w io.Writer) error {
		return db.Fees(ctx, first, last, func(f lily.MethodFees) error {
			_, err := fmt.Fprintf(w, "%s,%s,%d,%d,%d,%v,%v,%v\n", f.Day, f.Family, f.Method, f.Messages, f.Gas,
				f.BaseFeeBurnFIL, f.OverestimationBurnFIL, f.TipFIL)
			return err
		})
	})
}

// lilyConnection is the connection string of a Lily database, "" if there is none.
func (s *settings) lilyConnection() (string, error) {
	if s.lilyFile == "" {
		return s.environment("LILY_DATABASE_URL"), nil
	}
	text, err := lily.ReadConnection(s.lilyFile)
	if err != nil {
		return "", usageError{err}
	}
	return text, nil
}

// crossCheck holds the last days of the table's PublishStorageDeals gas against a Lily database.
func (s *settings) crossCheck(ctx context.Context, connection string, table *model.Table) (*crosscheck.Result, error) {
	spacescopeGas := crosscheck.Series{}
	last := day.Day(0)
	for i, v := range table.GasPublishStorageDeals {
		if !math.IsNaN(v) {
			last = table.Date(i)
			spacescopeGas[last] = v
		}
	}
	first := max(lily.StudyFirst(), last-day.Day(s.crossDays)+1)
	if first > last {
		return nil, usageError{errors.New("-cross-check-days: want at least one day")}
	}
	db, err := lily.Open(ctx, connection, lily.Options{
		Schema: s.lilySchema, StatementTimeout: s.statementTimeout,
		Progress: func(days, total int) {
			s.progress.show("lily", spacescope.Progress{Done: days, Total: total})
		},
	})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	s.progress.note("lily: %s to %s", first, last)
	lilyGas := crosscheck.Series{}
	err = db.Days(ctx, first, last, func(d lily.DayGas) error {
		lilyGas[d.Day] = float64(d.Gas)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if s.epochs != "" {
		if err := writeEpochs(ctx, db, s.epochs, first, last); err != nil {
			return nil, err
		}
		s.progress.note("wrote Lily's sums by epoch to %s", s.epochs)
	}
	if s.fees != "" {
		if err := writeFees(ctx, db, s.fees, first, last); err != nil {
			return nil, err
		}
		s.progress.note("wrote what messages cost to %s", s.fees)
	}
	result, err := crosscheck.Compare(lilyGas, spacescopeGas, first, last, s.limits)
	if err != nil {
		return nil, refusedError{err}
	}
	return result, s.draw(result)
}
