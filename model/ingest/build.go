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
	last, err := lastWhole(fresh, !f.Keyless)
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

// lastWhole is the last day for which the figures are published that a snapshot cannot do without. Without a key nobody
// says what was renewed.
func lastWhole(t *model.Table, renewals bool) (day.Day, error) {
	what := "power, onboarding and burn"
	if renewals {
		what = "power, onboarding, renewals and burn"
	}
	for i := len(t.RawPowerEiB) - 1; i >= 0; i-- {
		v := t.RawPowerEiB[i] + t.QAPowerEiB[i] + t.OnboardedRawPiB[i] + t.OnboardedQAPiB[i] + t.BurntFIL[i]
		if renewals {
			v += t.RenewedRawPiB[i] + t.RenewedQAPiB[i]
		}
		if !math.IsNaN(v) {
			return t.Date(i), nil
		}
	}
	return 0, fmt.Errorf("no day from %s to %s has %s all published", t.First,
		t.First+day.Day(len(t.RawPowerEiB)-1), what)
}

// sums fills in the columns that follow from others. The total of a day whose kinds were not published stays.
func sums(t *model.Table) {
	for i := range t.RawPowerEiB {
		t.GasOnboarding[i] = t.GasPublishStorageDeals[i] + t.GasProveCommitSector[i] + t.GasProveCommitAggregate[i] +
			t.GasPreCommitSector[i] + t.GasPreCommitSectorBatch[i]
		if sum := t.GasOnboarding[i] + t.GasSubmitWindowedPoSt[i] + t.GasOther[i]; !math.IsNaN(sum) {
			t.GasTotal[i] = sum
		}
	}
}

// CanSnapshot says whether what a snapshot cannot do without has come: the expiration schedule.
func (f *Fetched) CanSnapshot() bool { return !f.Keyless && !f.lacks(spacescope.Schedule) }

// Snapshot builds the network's state with the expiration schedule as it was published. The daily series are the
// fetched figures where they were fetched, at full precision; else those of a known snapshot, which has more digits
// than the table; else the table's. Capped power goes on from the known snapshot with the latest start that is not
// after this one's: power before 2022-10-10 is in the table to 0.01 EiB only, which makes 0.07 of 4090 EiB-days.
// Without one it is summed from the network's first day.
//
// Scheduled expirations and pledge releases are, by day, what was scheduled less what was terminated; a day that the
// schedule does not list has nothing due. What does not add up to the power alive is made to, see allFallsDue.
func Snapshot(t *model.Table, f *Fetched, take Take, known ...*mechafil.Snapshot) (*mechafil.Snapshot, error) {
	if err := take.check(t); err != nil {
		return nil, err
	}
	fresh, err := f.daily()
	if err != nil {
		return nil, err
	}
	b := newBuilder(t, fresh, take, known)
	b.s.Note = "Network state and expiration schedule as Spacescope published them for " + b.s.Name + "."
	b.power()
	b.renewals()
	b.burnt()
	b.start()
	if err := schedule(b.s, f.Schedule); err != nil {
		b.faults = append(b.faults, err)
	}
	if len(b.faults) > 0 {
		return nil, errors.Join(b.faults...)
	}
	if s, n := b.s, b.s.HistoryDays(); !take.AsBefore2026 {
		s.ScheduledExpiryRawPiB = rounded(allFallsDue(s.ScheduledExpiryRawPiB, s.RawPowerEiB[n]*mechafil.PiBPerEiB))
		s.ScheduledExpiryQAPiB = rounded(allFallsDue(s.ScheduledExpiryQAPiB, s.QAPowerEiB[n]*mechafil.PiBPerEiB))
	}
	return b.s, b.s.Validate()
}

// builder fills in a snapshot, and keeps what is wrong.
type builder struct {
	s      *mechafil.Snapshot
	take   Take
	known  []*mechafil.Snapshot
	from   []*model.Table // where figures are looked for, the best first; nil ones have none
	faults []error
}

func newBuilder(t, fresh *model.Table, take Take, known []*mechafil.Snapshot) *builder {
	// The newest of the known last, so that its figures count.
	precise := newTable(t.First, t.Len())
	for _, s := range known {
		spread(precise, s)
	}
	current := take.current(t)
	return &builder{
		s:    &mechafil.Snapshot{Name: current.String(), Start: take.Start, Current: current},
		take: take, known: known, from: []*model.Table{fresh, precise, t},
	}
}

// figure is the best that is known of a day.
func (b *builder) figure(of func(*model.Table) *[]float64, d day.Day) float64 {
	for _, source := range b.from {
		if source == nil {
			continue
		}
		if v := at(source, of, d); !math.IsNaN(v) {
			return v
		}
	}
	return math.NaN()
}

// series is a column from the start to a day, rounded; none of its days may be missing.
func (b *builder) series(name string, of func(*model.Table) *[]float64, last day.Day, round func(float64) float64,
) []float64 {
	out := make([]float64, 0, last-b.s.Start+1)
	for d := b.s.Start; d <= last; d++ {
		v := b.figure(of, d)
		if math.IsNaN(v) {
			b.faults = append(b.faults, fmt.Errorf("%s of %s was not published", name, d))
			return nil
		}
		out = append(out, round(v))
	}
	return out
}

func ten(v float64) float64 { return significant(v, 10) }

// power fills in power and onboarding.
func (b *builder) power() {
	s := b.s
	for _, c := range []struct {
		to   *[]float64
		name string
		of   func(*model.Table) *[]float64
	}{
		{&s.RawPowerEiB, "raw power", func(t *model.Table) *[]float64 { return &t.RawPowerEiB }},
		{&s.QAPowerEiB, "QA power", func(t *model.Table) *[]float64 { return &t.QAPowerEiB }},
		{&s.OnboardedRawPiB, "raw onboarding", func(t *model.Table) *[]float64 { return &t.OnboardedRawPiB }},
		{&s.OnboardedQAPiB, "QA onboarding", func(t *model.Table) *[]float64 { return &t.OnboardedQAPiB }},
	} {
		*c.to = b.series(c.name, c.of, s.Current, ten)
	}
}

// renewals fills in what was renewed, and its share of what fell due.
func (b *builder) renewals() {
	s := b.s
	s.RenewedRawPiB = b.series("raw renewals", func(t *model.Table) *[]float64 { return &t.RenewedRawPiB }, s.Current,
		ten)
	s.RenewedQAPiB = b.series("QA renewals", func(t *model.Table) *[]float64 { return &t.RenewedQAPiB }, s.Current, ten)
	s.RenewalRate = b.series("renewal rate", func(t *model.Table) *[]float64 { return &t.RenewalRate }, s.Current-1,
		ten)
}

func (b *builder) burnt() {
	b.s.BurntFIL = b.series("burn", func(t *model.Table) *[]float64 { return &t.BurntFIL }, b.s.Current,
		func(v float64) float64 { return math.Round(v*1e4) / 1e4 })
}

// start fills in the single figures of the start.
func (b *builder) start() {
	s := b.s
	scalar := func(name string, of func(*model.Table) *[]float64, d day.Day) float64 {
		v := b.figure(of, d)
		if math.IsNaN(v) {
			b.faults = append(b.faults, fmt.Errorf("%s of %s was not published; choose another start", name, d))
		}
		return significant(v, 15)
	}
	s.CirculatingFILStart = scalar("circulating supply",
		func(t *model.Table) *[]float64 { return &t.CirculatingFIL }, s.Start)
	s.LockedFILStart = scalar("locked FIL", func(t *model.Table) *[]float64 { return &t.LockedFIL }, s.Start)
	vested := func(t *model.Table) *[]float64 { return &t.VestedFIL }
	s.BaselinePowerEiBStart = b.baseline()
	capped, err := cappedPower(b.figure, b.baselineOn, s.Start, b.known)
	if err != nil {
		b.faults = append(b.faults, err)
	}
	s.CumulativeCappedPowerEiBDays = significant(capped, 11)
	if b.take.AsBefore2026 {
		s.VestedFILStart, s.VestedByStart = scalar("vested FIL", vested, s.Start), true
		return
	}
	// What had vested by the day before; it is what the tranches give that day less, where that was not published.
	if s.VestedFILStart = b.figure(vested, s.Start-1); math.IsNaN(s.VestedFILStart) {
		s.VestedFILStart = scalar("vested FIL", vested, s.Start) - mechafil.VestingOn(s.Start)
	}
	s.VestedFILStart = significant(s.VestedFILStart, 15)
	mined := func(t *model.Table) *[]float64 { return &t.MinedFIL }
	s.MinedFILStart = scalar("mined FIL", mined, s.Start)
	reward := b.take.RewardFIL
	if reward == 0 {
		reward = b.rewardFIL(mined)
	}
	s.LockedRewardFILStart = significant(mechafil.LockedRewardOf(reward), 9)
}

// rewardFIL is the mean daily reward of the 90 days before the start or, where they were not all published, of as many
// as were, but at least a fortnight less a day; else that of the history.
func (b *builder) rewardFIL(mined func(*model.Table) *[]float64) float64 {
	s := b.s
	for d := s.Start - mechafil.StartBefore; d <= s.Start-13; d++ {
		if v := b.figure(mined, d); !math.IsNaN(v) {
			return (s.MinedFILStart - v) / float64(s.Start-d)
		}
	}
	v := b.figure(mined, s.Current)
	if math.IsNaN(v) {
		b.faults = append(b.faults, fmt.Errorf("mined FIL of %s was not published", s.Current))
	}
	return (v - s.MinedFILStart) / float64(s.HistoryDays())
}

// baseline is that of the start, EiB, as published or, since it grows by a rule, by that rule from the known snapshot
// that starts last before it.
func (b *builder) baseline() float64 {
	v := b.baselineOn(b.s.Start)
	if math.IsNaN(v) {
		b.faults = append(b.faults, fmt.Errorf("baseline of %s was not published; choose another start", b.s.Start))
	}
	return significant(v, 12)
}

func (b *builder) baselineOn(d day.Day) float64 {
	published := b.figure(func(t *model.Table) *[]float64 { return &t.BaselinePowerEiB }, d)
	var before *mechafil.Snapshot
	for _, s := range b.known {
		if s.Start <= d && (before == nil || s.Start > before.Start) {
			before = s
		}
	}
	if before == nil || b.take.AsBefore2026 {
		return published
	}
	return before.BaselineOn(d)
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
		{t.BaselinePowerEiB, []float64{s.BaselinePowerEiBStart}},
	} {
		for i, v := range c.from {
			if row := t.Row(s.Start) + i; row >= 0 && row < len(c.to) {
				c.to[row] = v
			}
		}
	}
	vestedBy := s.Start - 1
	if s.VestedByStart {
		vestedBy = s.Start
	}
	if row := t.Row(vestedBy); row >= 0 && row < len(t.VestedFIL) {
		t.VestedFIL[row] = s.VestedFILStart
	}
}

// cappedPower is the sum of min(baseline, raw power) over all days up to and including start, EiB-days. Raw power that
// was not published is interpolated between the days around it.
func cappedPower(figure func(func(*model.Table) *[]float64, day.Day) float64, baseline func(day.Day) float64,
	start day.Day, known []*mechafil.Snapshot) (float64, error) {
	total, from := 0.0, mechafil.NetworkStart
	for _, s := range known {
		if s.Start <= start && s.Start >= from {
			total, from = s.CumulativeCappedPowerEiBDays, s.Start+1
		}
	}
	power := func(t *model.Table) *[]float64 { return &t.RawPowerEiB }
	last, lastDay := math.NaN(), from-1
	if from > mechafil.NetworkStart {
		last = figure(power, from-1)
	}
	for d := from; d <= start; d++ {
		raw := figure(power, d)
		if math.IsNaN(raw) && d < start {
			continue
		}
		for gap := lastDay + 1; gap <= d; gap++ {
			between := raw
			if gap < d {
				between = last + (raw-last)*float64(gap-lastDay)/float64(d-lastDay)
			}
			v := math.Min(between, baseline(gap))
			if math.IsNaN(v) {
				return 0, fmt.Errorf("raw power or baseline of %s was not published, so that the capped power up to %s "+
					"is unknown", gap, start)
			}
			total += v
		}
		last, lastDay = raw, d
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
