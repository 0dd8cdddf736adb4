package ingest

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
	"github.com/gasburden/gasburden/sim/mechafil"
)

func shipped(t testing.TB, name string) (*model.Table, *mechafil.Snapshot) {
	t.Helper()
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	s, err := assets.Snapshot(name)
	if err != nil {
		t.Fatal(err)
	}
	return table, s
}

// published turns the shipped figures back into what the API would have said on the snapshot's day: bytes, FIL, gas by
// kind with a total, and a schedule in which some of what was scheduled has been terminated.
func published(t *model.Table, s *mechafil.Snapshot, first day.Day) *Fetched {
	f := &Fetched{First: first, Last: s.Current}
	terminated := func(d day.Day) float64 { return math.Abs(math.Sin(float64(d))) } // PiB, or thousands of FIL
	for d := first; d <= s.Current; d++ {
		i := t.Row(d)
		row := func(values ...float64) []spacescope.Row {
			return []spacescope.Row{{Unix: d.Unix(), Values: values}}
		}
		figure := func(column, precise []float64) float64 {
			if d >= s.Start && d <= s.Current && int(d-s.Start) < len(precise) {
				return precise[d-s.Start]
			}
			return column[i]
		}
		if total := t.GasTotal[i]; !math.IsNaN(total) {
			f.Gas = append(f.Gas, row(total, t.GasProveCommitSector[i], t.GasPreCommitSector[i],
				t.GasProveCommitAggregate[i],
				t.GasPreCommitSectorBatch[i], t.GasPublishStorageDeals[i], t.GasSubmitWindowedPoSt[i])...)
		}
		raw, qa := figure(t.OnboardedRawPiB, s.OnboardedRawPiB)*bytesPerPiB,
			figure(t.OnboardedQAPiB, s.OnboardedQAPiB)*bytesPerPiB
		f.Onboarding = append(f.Onboarding, row(raw/4, raw-raw/4, qa/2, qa-qa/2)...)
		baseline := t.BaselinePowerEiB[i]
		supply := row(t.CirculatingFIL[i], t.MinedFIL[i], t.VestedFIL[i], t.LockedFIL[i],
			figure(t.BurntFIL, s.BurntFIL), disbursedFIL)
		if d == s.Start {
			baseline = s.BaselinePowerEiBStart
			supply[0].Values[0], supply[0].Values[2], supply[0].Values[3] = s.CirculatingFILStart, s.VestedFILStart,
				s.LockedFILStart
		}
		f.Capacity = append(f.Capacity, row(figure(t.RawPowerEiB, s.RawPowerEiB)*bytesPerEiB,
			figure(t.QAPowerEiB, s.QAPowerEiB)*bytesPerEiB, baseline*bytesPerEiB)...)
		f.Supply = append(f.Supply, supply...)
		f.Fees = append(f.Fees, Fee{d, t.BaseFeeNanoFIL[i], t.FeeBurnFIL[i], t.FeePaidFIL[i]})
	}
	end := s.Start + day.Day(len(s.ScheduledPledgeReleaseFIL)) - 1
	for d := s.Start; d <= end; d++ {
		k := int(d - s.Start)
		var rawDue, qaDue, renewedRaw, renewedQA float64
		if d < s.Current {
			rawDue = s.RenewedRawPiB[k] / s.RenewalRate[k]
			qaDue = s.RenewedQAPiB[k] / s.RenewalRate[k]
		} else {
			rawDue, qaDue = s.ScheduledExpiryRawPiB[d-s.Current], s.ScheduledExpiryQAPiB[d-s.Current]
		}
		if d <= s.Current {
			renewedRaw, renewedQA = s.RenewedRawPiB[k], s.RenewedQAPiB[k]
		}
		gone, pledge := terminated(d), s.ScheduledPledgeReleaseFIL[k]
		f.Schedule = append(f.Schedule, spacescope.Row{Unix: d.Unix(), Values: []float64{
			(rawDue + gone) * bytesPerPiB, renewedRaw * bytesPerPiB, 0, gone * bytesPerPiB,
			(qaDue + 2*gone) * bytesPerPiB, renewedQA * bytesPerPiB, 0, 2 * gone * bytesPerPiB,
			pledge + 1000*gone, 0, 0, 1000 * gone,
		}})
	}
	return f
}
