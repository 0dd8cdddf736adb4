package mechafil_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

func TestSnapshotSeriesFaults(t *testing.T) {
	series := []struct {
		name     string
		of       func(*mechafil.Snapshot) *[]float64
		length   int // 0: any is legal
		positive bool
	}{
		{"raw_power_eib", func(s *mechafil.Snapshot) *[]float64 { return &s.RawPowerEiB }, 31, true},
		{"qa_power_eib", func(s *mechafil.Snapshot) *[]float64 { return &s.QAPowerEiB }, 31, true},
		{"onboarded_raw_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedRawPiB }, 31, false},
		{"onboarded_qa_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.OnboardedQAPiB }, 31, false},
		{"renewed_raw_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedRawPiB }, 31, false},
		{"renewed_qa_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.RenewedQAPiB }, 31, false},
		{"renewal_rate", func(s *mechafil.Snapshot) *[]float64 { return &s.RenewalRate }, 30, false},
		{"burnt_fil", func(s *mechafil.Snapshot) *[]float64 { return &s.BurntFIL }, 31, false},
		{"scheduled_expiry_raw_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryRawPiB }, 0,
			false},
		{"scheduled_expiry_qa_pib", func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledExpiryQAPiB }, 0, false},
		{"scheduled_pledge_release_fil", func(s *mechafil.Snapshot) *[]float64 { return &s.ScheduledPledgeReleaseFIL },
			0, false},
	}
	for _, c := range series {
		for _, v := range []float64{-1e-9, math.NaN(), math.Inf(1), math.Inf(-1)} {
			s := *snapshots(t)[0]
			broken := slices.Clone(*c.of(&s))
			broken[3] = v
			*c.of(&s) = broken
			mustName(t, c.name, s.Validate(), "2023-07-31", c.name, "entry 3", "want a finite number")
		}
		s := *snapshots(t)[0]
		zero := slices.Clone(*c.of(&s))
		zero[3] = 0
		*c.of(&s) = zero
		if err := s.Validate(); (err != nil) != c.positive {
			t.Errorf("%s with a zero: %v", c.name, err)
		}
		for _, length := range []int{0, 29, 32} {
			s := *snapshots(t)[0]
			*c.of(&s) = slices.Repeat([]float64{1}, length)
			if c.length == 0 {
				if err := s.Validate(); err != nil {
					t.Errorf("%s may have any length: %v", c.name, err)
				}
				continue
			}
			mustName(t, c.name, s.Validate(), c.name, "entries, want 3")
		}
	}
}

func TestSnapshotScalarFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		of   func(*mechafil.Snapshot) *float64
	}{
		{"vested_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.VestedFILStart }},
		{"cumulative_capped_power_eib_start",
			func(s *mechafil.Snapshot) *float64 { return &s.CumulativeCappedPowerEiBDays }},
		{"baseline_power_eib_start", func(s *mechafil.Snapshot) *float64 { return &s.BaselinePowerEiBStart }},
		{"circulating_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.CirculatingFILStart }},
		{"locked_fil_start", func(s *mechafil.Snapshot) *float64 { return &s.LockedFILStart }},
	} {
		for _, v := range []float64{0, -1, math.NaN(), math.Inf(1)} {
			s := *snapshots(t)[0]
			*c.of(&s) = v
			mustName(t, c.name, s.Validate(), c.name, "want a finite number above zero")
			f := defaultForecast(10)
			if _, err := mechafil.Simulate(&s, &f); err == nil {
				t.Errorf("%s %v: simulated", c.name, v)
			}
		}
	}
}

func TestSnapshotDates(t *testing.T) {
	for _, c := range []struct {
		name           string
		start, current day.Day
	}{
		{"before the network", day.Of(2020, 10, 14), day.Of(2023, 7, 31)},
		{"reversed", day.Of(2023, 7, 31), day.Of(2023, 7, 1)},
		{"no history", day.Of(2023, 7, 31), day.Of(2023, 7, 31)},
		{"zero", 0, 0},
	} {
		s := *snapshots(t)[0]
		s.Start, s.Current = c.start, c.current
		mustName(t, c.name, s.Validate(), "start_date "+c.start.String(), "current_date "+c.current.String(),
			"2020-10-15")
	}
	if err := (&mechafil.Snapshot{}).Validate(); err == nil {
		t.Error("the zero snapshot is valid")
	}
}
