package mechafil

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// Snapshot is the published state of the Filecoin network that a run starts from.
//
// Daily slices begin at Start, one entry a UTC day. Powers, onboarding, renewals and burn
// include Current, so they hold HistoryDays()+1 entries; RenewalRate stops one day earlier.
// The scheduled expirations begin at Current and the scheduled pledge release at Start;
// both may be shorter or longer than a run, and count as zero past their end.
type Snapshot struct {
	Name    string  // short name, e.g. "2023-07-31"
	Note    string  // provenance in one or two sentences
	Start   day.Day // first day of the history
	Current day.Day // last day of the history

	RawPowerEiB, QAPowerEiB         []float64 // network power at the end of the day, EiB
	OnboardedRawPiB, OnboardedQAPiB []float64 // power onboarded on the day, PiB
	RenewedRawPiB, RenewedQAPiB     []float64 // power renewed on the day, PiB
	RenewalRate                     []float64 // renewed share of the raw power that fell due, 0..1
	BurntFIL                        []float64 // cumulative burn, FIL

	ScheduledExpiryRawPiB, ScheduledExpiryQAPiB []float64 // power due by day from Current on, PiB
	ScheduledPledgeReleaseFIL                   []float64 // pledge due by day from Start on, FIL

	VestedFILStart               float64 // vested by the day before Start, FIL; by Start where VestedByStart
	CumulativeCappedPowerEiBDays float64 // sum of min(baseline, raw) up to and including Start, EiB-days
	BaselinePowerEiBStart        float64 // network baseline on Start, EiB
	CirculatingFILStart          float64 // circulating supply on Start, FIL
	LockedFILStart               float64 // locked pledge and reward on Start, FIL

	// What a run that starts as the chain stood needs beside it. Zero in files before
	// 2026: see ChainStart.
	MinedFILStart        float64 // mined by Start as published, FIL
	LockedRewardFILStart float64 // the part of LockedFILStart that is reward, FIL; the rest is pledge
	// VestedByStart is the convention of the snapshots before 2026, whose VestedFILStart holds the start day's own
	// vesting: MechaFIL's start counts that day twice.
	VestedByStart bool
}

// HistoryDays is N, the number of days from Start to Current.
func (s *Snapshot) HistoryDays() int { return int(s.Current - s.Start) }

// Validate checks lengths, finiteness and signs, and names the first field and entry that fails.
// A snapshot that passes can be simulated without a panic.
func (s *Snapshot) Validate() error {
	if s.Start < NetworkStart || s.Start >= s.Current {
		return s.fault("", fault.New(fault.SnapshotDays,
			"first", s.Start.String(), "last", s.Current.String(), "want", NetworkStart.String()))
	}
	n := s.HistoryDays()
	for _, c := range []struct {
		name     string
		values   []float64
		length   int // 0: any
		positive bool
	}{
		{"raw_power_eib", s.RawPowerEiB, n + 1, true},
		{"qa_power_eib", s.QAPowerEiB, n + 1, true},
		{"onboarded_raw_pib", s.OnboardedRawPiB, n + 1, false},
		{"onboarded_qa_pib", s.OnboardedQAPiB, n + 1, false},
		{"renewed_raw_pib", s.RenewedRawPiB, n + 1, false},
		{"renewed_qa_pib", s.RenewedQAPiB, n + 1, false},
		{"renewal_rate", s.RenewalRate, n, false},
		{"burnt_fil", s.BurntFIL, n + 1, false},
		{"scheduled_expiry_raw_pib", s.ScheduledExpiryRawPiB, 0, false},
		{"scheduled_expiry_qa_pib", s.ScheduledExpiryQAPiB, 0, false},
		{"scheduled_pledge_release_fil", s.ScheduledPledgeReleaseFIL, 0, false},
	} {
		if c.length != 0 && len(c.values) != c.length {
			return s.fault(c.name, fault.New(fault.SnapshotLength, "n", strconv.Itoa(len(c.values)), "want",
				strconv.Itoa(c.length)))
		}
		for i, v := range c.values {
			switch {
			case c.positive && !(v > PowerFloorEiB && v <= math.MaxFloat64):
				return s.fault(c.name, illegal(c.name, i, v, fault.Within(fault.FiniteAbove, PowerFloorEiB,
					math.MaxFloat64)))
			case !(v >= 0 && v <= math.MaxFloat64):
				return s.fault(c.name, illegal(c.name, i, v, fault.Within(fault.FiniteOrZero, 0, math.MaxFloat64)))
			}
		}
	}
	for _, c := range []struct {
		name  string
		value float64
	}{
		{"vested_fil_start", s.VestedFILStart},
		{"cumulative_capped_power_eib_start", s.CumulativeCappedPowerEiBDays},
		{"baseline_power_eib_start", s.BaselinePowerEiBStart},
		{"circulating_fil_start", s.CirculatingFILStart},
		{"locked_fil_start", s.LockedFILStart},
	} {
		if math.IsNaN(c.value) || math.IsInf(c.value, 0) || c.value <= 0 {
			return s.fault(c.name, illegal(c.name, -1, c.value, fault.Within(fault.FinitePositive, 0, math.MaxFloat64)))
		}
	}
	return s.contradiction()
}

// fault is what is wrong with the snapshot, by its name.
func (s *Snapshot) fault(field string, f *fault.Fault) error {
	f.Field = field
	f.Place = fault.At(fault.InSnapshot, "name", strconv.Quote(s.Name))
	return f
}
