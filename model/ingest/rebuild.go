package ingest

import (
	"errors"
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// MaxHistoryDays is how many days before its date a snapshot may start. MechaFIL's recursion starts there and knows
// nothing of what was published later: of 2025-09-09, which starts in October 2022, it puts 25 M FIL too much in
// circulation on its own date.
const MaxHistoryDays = 31

// What a snapshot assumes where nothing is published.
const (
	// AssumedRenewalRate is the share of what falls due that is renewed. From January to April 2026 10 % of the raw
	// power that fell due stayed, of the QA power none; it is known within 0 to 0.4 only.
	AssumedRenewalRate = 0.1
	// assumedQAPerRaw is QA onboarding over raw onboarding of days whose verified part was not published: 95 % with
	// FIL+, as in the summer of 2025. In April 2026 it was 99.9 %.
	assumedQAPerRaw = 9.55

	sectorDays = 540 // after which onboarded power falls due
	// The rest of the power alive falls due evenly on these days after the snapshot's.
	restFrom, restTo = 180, 540
)

// Take says how a snapshot is taken. The zero Take but for Start is that of a new one.
type Take struct {
	Start day.Day // of its history
	// Current is its date; zero: the table's last day.
	Current day.Day
	// AsBefore2026 is the convention of the first two snapshots: any start, vested FIL by the end of the start, neither
	// mined FIL nor locked reward, and a schedule as it was published.
	AsBefore2026 bool
	// RewardFIL is the mean daily reward that the locked reward is estimated from, FIL; zero: that of the 90 days
	// before the start, or of what was published of them.
	RewardFIL float64
}

// current is the date of the snapshot.
func (k *Take) current(t *model.Table) day.Day {
	if k.Current != 0 {
		return k.Current
	}
	return t.Date(t.Len() - 1)
}

// check says what is wrong with the days.
func (k *Take) check(t *model.Table) error {
	current := k.current(t)
	if k.Start < t.First || k.Start >= current || current > t.Date(t.Len()-1) {
		return fmt.Errorf("the history would begin on %s, want a day from %s to %s", k.Start, t.First, current-1)
	}
	if !k.AsBefore2026 && k.Start < current-MaxHistoryDays {
		return fmt.Errorf("the history would begin on %s, %d days before the snapshot of %s, want at most %d", k.Start,
			current-k.Start, current, MaxHistoryDays)
	}
	return nil
}

// Rebuild is the network's state on a day whose expiration schedule was not published. What falls due is the schedule
// of the newest snapshot before it, moved on; what was onboarded since, 540 days on; and the rest of the power alive,
// evenly 180 to 540 days ahead. Pledge falls due with QA power. Renewals are estimates, AssumedRenewalRate of what the
// schedule before had for the day. All else is published, in the table or, with more digits, in known.
func Rebuild(t *model.Table, take Take, known ...*mechafil.Snapshot) (*mechafil.Snapshot, error) {
	if err := take.check(t); err != nil {
		return nil, err
	}
	current := take.current(t)
	before := newestBefore(known, current)
	if before == nil {
		return nil, fmt.Errorf("there is no snapshot before %s whose schedule could be moved on", current)
	}
	b := newBuilder(t, nil, take, known)
	b.s.Note = "Power, onboarding and supply as published; what falls due rebuilt from the schedule of " + before.Name +
		", what was onboarded since, and the rest evenly 180 to 540 days ahead."
	b.power()
	b.burnt()
	b.start()
	raw, qa := moved(before, current)
	onboarded, err := b.onboardedSince(before.Current)
	if err != nil {
		b.faults = append(b.faults, err)
	}
	if len(b.faults) > 0 {
		return nil, errors.Join(b.faults...)
	}
	s, n := b.s, b.s.HistoryDays()
	for i := range n + 1 {
		due, dueQA := dueBy(before, s.Start+day.Day(i))
		s.RenewedRawPiB = append(s.RenewedRawPiB, significant(AssumedRenewalRate*due, 8))
		s.RenewedQAPiB = append(s.RenewedQAPiB, significant(AssumedRenewalRate*dueQA, 8))
		if i < n {
			s.RenewalRate = append(s.RenewalRate, AssumedRenewalRate)
		}
	}
	for k, o := range onboarded {
		// What is onboarded on the snapshot's own day falls due on the last of 540.
		at := sectorDays - len(onboarded) + k
		raw, qa = add(raw, at, o.raw), add(qa, at, o.qa)
	}
	s.ScheduledExpiryRawPiB = rounded(allFallsDue(raw, s.RawPowerEiB[n]*mechafil.PiBPerEiB))
	s.ScheduledExpiryQAPiB = rounded(allFallsDue(qa, s.QAPowerEiB[n]*mechafil.PiBPerEiB))
	s.ScheduledPledgeReleaseFIL = rounded(pledgeWith(s))
	return s, s.Validate()
}

// newestBefore is the newest of some snapshots before a day, or nil.
func newestBefore(known []*mechafil.Snapshot, d day.Day) (newest *mechafil.Snapshot) {
	for _, s := range known {
		if s.Current < d && (newest == nil || s.Current > newest.Current) {
			newest = s
		}
	}
	return newest
}

// moved is what an earlier snapshot's schedule has from a later day on, PiB.
func moved(s *mechafil.Snapshot, to day.Day) (raw, qa []float64) {
	from := int(to - s.Current)
	rest := func(list []float64) []float64 { return append([]float64(nil), list[min(from, len(list)):]...) }
	return rest(s.ScheduledExpiryRawPiB), rest(s.ScheduledExpiryQAPiB)
}

// dueBy is what a snapshot's schedule has for a day, PiB.
func dueBy(s *mechafil.Snapshot, d day.Day) (raw, qa float64) {
	if k := int(d - s.Current); k >= 0 && k < len(s.ScheduledExpiryRawPiB) && k < len(s.ScheduledExpiryQAPiB) {
		return s.ScheduledExpiryRawPiB[k], s.ScheduledExpiryQAPiB[k]
	}
	return 0, 0
}

// onboardedSince is what was onboarded on each day after a day up to the snapshot's. Raw onboarding that was not
// published is interpolated between the days around it; QA onboarding is then raw times assumedQAPerRaw.
func (b *builder) onboardedSince(last day.Day) ([]dueOn, error) {
	var list []dueOn
	raw := func(t *model.Table) *[]float64 { return &t.OnboardedRawPiB }
	known := last
	for d := last + 1; d <= b.s.Current; d++ {
		v := b.figure(raw, d)
		if math.IsNaN(v) {
			continue
		}
		from := b.figure(raw, known)
		if math.IsNaN(from) {
			from = v // nothing is known of the first days
		}
		for gap := known + 1; gap < d; gap++ {
			between := from + (v-from)*float64(gap-known)/float64(d-known)
			list = append(list, dueOn{raw: between, qa: assumedQAPerRaw * between})
		}
		qa := b.figure(func(t *model.Table) *[]float64 { return &t.OnboardedQAPiB }, d)
		if math.IsNaN(qa) {
			qa = assumedQAPerRaw * v
		}
		list = append(list, dueOn{raw: v, qa: qa})
		known = d
	}
	if known != b.s.Current {
		return nil, fmt.Errorf("raw onboarding of %s was not published", b.s.Current)
	}
	return list[max(0, len(list)-sectorDays):], nil
}

// allFallsDue changes a schedule so that all power alive falls due once: what it lacks evenly restFrom to restTo days
// ahead, and what it has too much, of faulty sectors and those that left since, off every day alike.
func allFallsDue(due []float64, alivePiB float64) []float64 {
	total := 0.0
	for _, v := range due {
		total += v
	}
	if total > alivePiB {
		for i := range due {
			due[i] *= alivePiB / total
		}
		return due
	}
	for i := restFrom; i < restTo; i++ {
		due = add(due, i, (alivePiB-total)/(restTo-restFrom))
	}
	return due
}

// add adds to an entry of a list that may end before it.
func add(list []float64, at int, v float64) []float64 {
	for len(list) <= at {
		list = append(list, 0)
	}
	list[at] += v
	return list
}

// pledgeWith is the pledge that falls due from the snapshot's start on, FIL: that of the start's QA power for as much
// of it as falls due, and up to the snapshot's day for what was gone a day in the mean.
func pledgeWith(s *mechafil.Snapshot) []float64 {
	n := s.HistoryDays()
	perPiB := (s.LockedFILStart - s.LockedRewardFILStart) / (s.QAPowerEiB[0] * mechafil.PiBPerEiB)
	gone := (s.QAPowerEiB[0] - s.QAPowerEiB[n]) * mechafil.PiBPerEiB
	for _, v := range s.OnboardedQAPiB[1:] {
		gone += v
	}
	var list []float64
	for range n {
		list = append(list, perPiB*max(0, gone)/float64(n))
	}
	for _, qa := range s.ScheduledExpiryQAPiB {
		list = append(list, perPiB*qa)
	}
	return list
}

// rounded keeps nine digits of each.
func rounded(list []float64) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = significant(v, 9)
	}
	return out
}
