package ingest

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Table lays fetched days over a table. A published figure fills a gap, and after the day `settled` it replaces what
// was there; up to that day figures of the table stay, so that released curves do not move with every update. The
// result ends on the last day for which power, onboarding and burn are all published. The renewal rate of that day is
// left out: its renewals go on for as long as the day does not count as past. Where nothing came of a table that these
// days need, old's last day stays, and only the gaps before it are filled.
//
// old may be nil if the fetched days begin on the network's first.
func Table(old *model.Table, f *Fetched, settled day.Day) (*model.Table, error) {
	fresh, err := f.daily()
	if err != nil {
		return nil, err
	}
	first := f.First
	if old != nil {
		first = min(first, old.First)
		if end := old.First + day.Day(old.Len()); f.First > end {
			return nil, fmt.Errorf("days from %s on were fetched, but the table ends on %s", f.First, end-1)
		}
	}
	last, err := lastWhole(fresh)
	if err != nil && (old == nil || len(f.Missing()) == 0) {
		return nil, err
	}
	if old != nil {
		last = max(last, old.Date(old.Len()-1))
	}
	t := newTable(first, int(last-first)+1)
	for i := range Columns {
		c := &Columns[i]
		to, from := *c.Of(t), *c.Of(fresh)
		if old != nil {
			copy(to[old.First-first:], *c.Of(old))
		}
		for k, v := range from {
			if at := int(f.First-first) + k; at < len(to) && !math.IsNaN(v) &&
				(math.IsNaN(to[at]) || t.Date(at) > settled) {
				to[at] = c.round(v)
			}
		}
	}
	t.RenewalRate[t.Len()-1] = math.NaN()
	sums(t)
	return t, nil
}

// lastWhole is the last day for which the figures are published that a snapshot cannot do without.
func lastWhole(t *model.Table) (day.Day, error) {
	for i := len(t.RawPowerEiB) - 1; i >= 0; i-- {
		v := t.RawPowerEiB[i] + t.QAPowerEiB[i] + t.OnboardedRawPiB[i] + t.OnboardedQAPiB[i] + t.RenewedRawPiB[i] +
			t.RenewedQAPiB[i] + t.BurntFIL[i]
		if !math.IsNaN(v) {
			return t.Date(i), nil
		}
	}
	return 0, fmt.Errorf("no day from %s to %s has power, onboarding, renewals and burn all published", t.First,
		t.First+day.Day(len(t.RawPowerEiB)-1))
}

// sums fills in the columns that no file holds.
func sums(t *model.Table) {
	for i := range t.RawPowerEiB {
		t.GasOnboarding[i] = t.GasPublishStorageDeals[i] + t.GasProveCommitSector[i] + t.GasProveCommitAggregate[i] +
			t.GasPreCommitSector[i] + t.GasPreCommitSectorBatch[i]
		t.GasTotal[i] = t.GasOnboarding[i] + t.GasSubmitWindowedPoSt[i] + t.GasOther[i]
	}
}

// CanSnapshot says whether what a snapshot cannot do without has come: the expiration schedule.
func (f *Fetched) CanSnapshot() bool { return !f.lacks(spacescope.Schedule) }

// Snapshot builds the network's state on the last day of the table, with a history from start on. The daily series are
// the fetched figures where they were fetched, at full precision; else those of a known snapshot, which has more digits
// than the table; else the table's. Capped power goes on from the known snapshot with the latest start that is not
// after this one's: power before 2022-10-10 is in the table to 0.01 EiB only, which makes 0.07 of 4090 EiB-days.
// Without one it is summed from the network's first day.
//
// Scheduled expirations and pledge releases are, by day, what was scheduled less what was terminated; a day that the
// schedule does not list has nothing due.
func Snapshot(t *model.Table, f *Fetched, start day.Day, known ...*mechafil.Snapshot) (*mechafil.Snapshot, error) {
	fresh, err := f.daily()
	if err != nil {
		return nil, err
	}
	// The newest of the known last, so that its figures count.
	precise := newTable(t.First, t.Len())
	for _, s := range known {
		spread(precise, s)
	}
	// figure is the best that is known of a day.
	figure := func(of func(*model.Table) *[]float64, d day.Day) float64 {
		for _, source := range []*model.Table{fresh, precise} {
			if v := at(source, of, d); !math.IsNaN(v) {
				return v
			}
		}
		return at(t, of, d)
	}
	current := t.Date(t.Len() - 1)
	s := &mechafil.Snapshot{
		Name: current.String(), Start: start, Current: current,
		Note: "Network state and expiration schedule as Spacescope published them for " + current.String() + ".",
	}
	if start < t.First || start >= current {
		return nil, fmt.Errorf("the history would begin on %s, want a day from %s to %s", start, t.First, current-1)
	}
	var faults []error
	// series is a column from start to a day, rounded; none of its days may be missing.
	series := func(name string, of func(*model.Table) *[]float64, last day.Day, round func(float64) float64) []float64 {
		out := make([]float64, 0, last-start+1)
		for d := start; d <= last; d++ {
			v := figure(of, d)
			if math.IsNaN(v) {
				faults = append(faults, fmt.Errorf("%s of %s was not published", name, d))
				return nil
			}
			out = append(out, round(v))
		}
		return out
	}
	ten := func(v float64) float64 { return significant(v, 10) }
	fil := func(v float64) float64 { return math.Round(v*1e4) / 1e4 }
	s.RawPowerEiB = series("raw power", func(t *model.Table) *[]float64 { return &t.RawPowerEiB }, current, ten)
	s.QAPowerEiB = series("QA power", func(t *model.Table) *[]float64 { return &t.QAPowerEiB }, current, ten)
	s.OnboardedRawPiB = series("raw onboarding", func(t *model.Table) *[]float64 { return &t.OnboardedRawPiB }, current,
		ten)
	s.OnboardedQAPiB = series("QA onboarding", func(t *model.Table) *[]float64 { return &t.OnboardedQAPiB }, current,
		ten)
	s.RenewedRawPiB = series("raw renewals", func(t *model.Table) *[]float64 { return &t.RenewedRawPiB }, current, ten)
	s.RenewedQAPiB = series("QA renewals", func(t *model.Table) *[]float64 { return &t.RenewedQAPiB }, current, ten)
	s.RenewalRate = series("renewal rate", func(t *model.Table) *[]float64 { return &t.RenewalRate }, current-1, ten)
	s.BurntFIL = series("burn", func(t *model.Table) *[]float64 { return &t.BurntFIL }, current, fil)

	scalar := func(name string, of func(*model.Table) *[]float64) float64 {
		v := figure(of, start)
		if math.IsNaN(v) {
			faults = append(faults, fmt.Errorf("%s of %s was not published; choose another start", name, start))
		}
		return v
	}
	fifteen := func(v float64) float64 { return significant(v, 15) }
	s.CirculatingFILStart = fifteen(scalar("circulating supply",
		func(t *model.Table) *[]float64 { return &t.CirculatingFIL }))
	s.LockedFILStart = fifteen(scalar("locked FIL", func(t *model.Table) *[]float64 { return &t.LockedFIL }))
	s.VestedFILStart = fifteen(scalar("vested FIL", func(t *model.Table) *[]float64 { return &t.VestedFIL }))
	s.BaselinePowerEiBStart =
		significant(scalar("baseline", func(t *model.Table) *[]float64 { return &t.BaselinePowerEiB }), 12)
	capped, err := cappedPower(figure, start, known)
	if err != nil {
		faults = append(faults, err)
	}
	s.CumulativeCappedPowerEiBDays = significant(capped, 11)
	if err := schedule(s, f.Schedule); err != nil {
		faults = append(faults, err)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return s, s.Validate()
}

// spread lays the figures of a snapshot's history over a table.
func spread(t *model.Table, s *mechafil.Snapshot) {
	for _, c := range []struct {
		to, from []float64
	}{
		{t.RawPowerEiB, s.RawPowerEiB}, {t.QAPowerEiB, s.QAPowerEiB}, {t.OnboardedRawPiB, s.OnboardedRawPiB},
		{t.OnboardedQAPiB, s.OnboardedQAPiB},
		{t.RenewedRawPiB, s.RenewedRawPiB}, {t.RenewedQAPiB, s.RenewedQAPiB}, {t.RenewalRate, s.RenewalRate},
		{t.BurntFIL, s.BurntFIL},
		{t.CirculatingFIL, []float64{s.CirculatingFILStart}}, {t.LockedFIL, []float64{s.LockedFILStart}},
		{t.VestedFIL, []float64{s.VestedFILStart}},
		{t.BaselinePowerEiB, []float64{s.BaselinePowerEiBStart}},
	} {
		for i, v := range c.from {
			if row := t.Row(s.Start) + i; row >= 0 && row < len(c.to) {
				c.to[row] = v
			}
		}
	}
}

// cappedPower is the sum of min(baseline, raw power) over all days up to and including start, EiB-days.
func cappedPower(figure func(func(*model.Table) *[]float64, day.Day) float64, start day.Day,
	known []*mechafil.Snapshot) (float64, error) {
	total, from := 0.0, mechafil.NetworkStart
	for _, s := range known {
		if s.Start <= start && s.Start >= from {
			total, from = s.CumulativeCappedPowerEiBDays, s.Start+1
		}
	}
	for d := from; d <= start; d++ {
		raw := figure(func(t *model.Table) *[]float64 { return &t.RawPowerEiB }, d)
		baseline := figure(func(t *model.Table) *[]float64 { return &t.BaselinePowerEiB }, d)
		v := math.Min(raw, baseline)
		if math.IsNaN(v) {
			return 0, fmt.Errorf("raw power or baseline of %s was not published, so that the capped power up to %s "+
				"is unknown", d, start)
		}
		total += v
	}
	return total, nil
}

// schedule fills in what falls due, from the day of the snapshot on, and the pledge from its start on.
func schedule(s *mechafil.Snapshot, rows []spacescope.Row) error {
	last := s.Current - 1
	byDay := map[day.Day]dueOn{}
	for _, row := range rows {
		d := row.Day()
		if d < s.Start {
			continue
		}
		of := due(row.Values)
		// A day may end with more terminated than was scheduled for it, by rounding or late corrections; nothing is due
		// then.
		of = dueOn{max(0, of.raw), max(0, of.qa), max(0, of.pledge)}
		if math.IsNaN(of.raw + of.qa + of.pledge) {
			return fmt.Errorf("the schedule of %s lacks a figure", d)
		}
		byDay[d] = of
		if of != (dueOn{}) {
			last = max(last, d)
		}
	}
	if last <= s.Current {
		return fmt.Errorf("the expiration schedule ends on %s, so that nothing falls due after the snapshot of %s",
			last, s.Current)
	}
	for d := s.Start; d <= last; d++ {
		of := byDay[d]
		s.ScheduledPledgeReleaseFIL = append(s.ScheduledPledgeReleaseFIL, significant(of.pledge, 10))
		if d >= s.Current {
			s.ScheduledExpiryRawPiB = append(s.ScheduledExpiryRawPiB, significant(of.raw, 10))
			s.ScheduledExpiryQAPiB = append(s.ScheduledExpiryQAPiB, significant(of.qa, 10))
		}
	}
	for _, list := range []*[]float64{&s.ScheduledExpiryRawPiB, &s.ScheduledExpiryQAPiB, &s.ScheduledPledgeReleaseFIL} {
		*list = slices.Clip(*list)
	}
	return nil
}

// at is a figure of a day; NaN outside the table.
func at(t *model.Table, of func(*model.Table) *[]float64, d day.Day) float64 {
	column := *of(t)
	if row := t.Row(d); row >= 0 && row < len(column) {
		return column[row]
	}
	return math.NaN()
}
