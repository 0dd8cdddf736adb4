package mechafil_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// endingForecast lets the latest snapshot's schedule, which holds more power than is alive, run
// out: nothing is renewed, nothing onboarded (see notes/data-sources.md).
func endingForecast(horizonDays int) mechafil.Forecast {
	f := defaultForecast(horizonDays)
	f.RawOnboardingPiB, f.RenewalRate = mechafil.Constant(0), mechafil.Constant(0)
	return f
}

// endByHand is the entry at which raw or QA power falls to 1e-8 EiB when nothing comes in:
// forecast day i loses schedule[i].
func endByHand(s *mechafil.Snapshot) int {
	n := s.HistoryDays()
	raw, qa := s.RawPowerEiB[n]*1024, s.QAPowerEiB[n]*1024
	for i := range s.ScheduledExpiryRawPiB {
		raw -= s.ScheduledExpiryRawPiB[i]
		qa -= s.ScheduledExpiryQAPiB[i]
		if min(raw, qa) <= 1024*1e-8 {
			return n + 1 + i
		}
	}
	return -1
}

func TestNetworkEnds(t *testing.T) {
	s := snapshots(t)[1]
	if s.Name != "2025-09-09" {
		t.Fatalf("snapshot %s", s.Name)
	}
	want := endByHand(s)
	r := simulate(t, s, endingForecast(1095))
	end, ended := r.Ended()
	if !ended || end != want {
		t.Fatalf("ended %v at entry %d, want %d (%s)", ended, end, want, r.Date(want))
	}
	for _, series := range r.Series() {
		length, full := end+1, r.Days
		if series.Name == "return_per_sector_1y_fil" || series.Name == "roi_per_sector_1y" {
			length, full = length-364, full-364
		}
		if len(series.Values) != length || series.Length != full {
			t.Errorf("%s has %d of %d values, want %d of %d", series.Name, len(series.Values), series.Length, length,
				full)
		}
	}
	if r.Date(end) < s.Current {
		t.Errorf("ends on %v, before the snapshot", r.Date(end))
	}
}

// TestNetworkEndsOnTheLastDay ends exactly at the horizon, where no series is cut short.
func TestNetworkEndsOnTheLastDay(t *testing.T) {
	s := snapshots(t)[1]
	end := endByHand(s)
	for _, c := range []struct {
		horizon int
		ended   bool
	}{
		{end - s.HistoryDays(), false}, // the last entry is the day before
		{end - s.HistoryDays() + 1, true},
		{end - s.HistoryDays() + 2, true},
	} {
		r := simulate(t, s, endingForecast(c.horizon))
		at, ended := r.Ended()
		if ended != c.ended || at != min(end, r.Days-1) {
			t.Errorf("horizon %d: ended %v at %d of %d, want %v", c.horizon, ended, at, r.Days, c.ended)
		}
	}
}

// TestNetworkEndsByQAPower takes QA power away while raw power stays. The study's schedule leaves
// 1.8e-8 EiB over, rounding of its figures; a little more falls due here.
func TestNetworkEndsByQAPower(t *testing.T) {
	s := snapshots(t)[0]
	s.ScheduledExpiryQAPiB[500] += 0.001
	f := defaultForecast(700)
	f.QARenewalMultiplier, f.FILPlusMultiplier = mechafil.Constant(0), mechafil.Constant(1)
	f.RenewalRate, f.RawOnboardingPiB = mechafil.Constant(1), mechafil.Constant(0)
	r := simulate(t, s, f)
	end, ended := r.Ended()
	if !ended || r.QAPowerEiB[end] > 1e-8 || r.RawPowerEiB[end] != s.RawPowerEiB[s.HistoryDays()] {
		t.Fatalf("ended %v at %d with raw power %v and QA power %v", ended, end, r.RawPowerEiB[end], r.QAPowerEiB[end])
	}
	if v := r.RewardPerSectorFIL[end]; !math.IsNaN(v) {
		t.Errorf("reward per sector is %v without power", v)
	}
	if v := r.ReturnPerSector1yFIL[len(r.ReturnPerSector1yFIL)-1]; !math.IsNaN(v) {
		t.Errorf("the year that ends with the network returns %v per sector", v)
	}
	// The other rates of the same run are not cut with it.
	common := mechafil.Prepare(s, &f)
	if _, ended := common.Run(mechafil.Constant(0)).Ended(); !ended {
		t.Error("does not end when prepared")
	}
	if len(common.RawPowerEiB) != common.Days {
		t.Errorf("the shared raw power was cut to %d of %d", len(common.RawPowerEiB), common.Days)
	}
}

func TestNothingOnboarded(t *testing.T) {
	s := snapshots(t)[0]
	f := defaultForecast(400)
	f.RawOnboardingPiB = mechafil.Constant(0)
	r := simulate(t, s, f)
	n := s.HistoryDays()
	for e := range r.Days {
		if got, want := math.IsNaN(r.PledgePerSectorFIL[e]), e > n; got != want {
			t.Fatalf("pledge per sector is %v at entry %d, history ends at %d", r.PledgePerSectorFIL[e], e, n)
		}
	}
	if i := slices.IndexFunc(r.RewardPerSectorFIL, math.IsNaN); i >= 0 {
		t.Errorf("reward per sector is undefined at %d: it needs no onboarding", i)
	}
}

// TestScheduleMayBeMissing: both schedules count as zero past their end, also without entries.
func TestScheduleMayBeMissing(t *testing.T) {
	s := *snapshots(t)[0]
	s.ScheduledExpiryRawPiB, s.ScheduledExpiryQAPiB, s.ScheduledPledgeReleaseFIL = nil, nil, nil
	f := defaultForecast(100)
	r := simulate(t, &s, f)
	n := s.HistoryDays()
	// Source: by hand, 99 days of 5.9664154 PiB on top of the last published power.
	if got, want := r.RawPowerEiB[r.Days-1], s.RawPowerEiB[n]+99*5.9664154/1024; math.Abs(got-want) > 1e-12*want {
		t.Errorf("raw power %v, want %v", got, want)
	}
	if err := invariants(&s, &f, r); err != nil {
		t.Error(err)
	}
}

// TestNetworkEndsAtTheFloor: 1e-8 EiB, not zero, is the end.
func TestNetworkEndsAtTheFloor(t *testing.T) {
	for _, c := range []struct {
		leftEiB float64
		ended   bool
	}{{1.001e-8, false}, {0.999e-8, true}, {0, true}, {-1, true}} {
		s := *snapshots(t)[0]
		n := s.HistoryDays()
		s.RawPowerEiB = slices.Clone(s.RawPowerEiB)
		s.RawPowerEiB[n] = 1
		s.ScheduledExpiryRawPiB = []float64{0, 1024 * (1 - c.leftEiB)}
		s.ScheduledExpiryQAPiB = nil
		if end, ended := simulate(t, &s, endingForecast(30)).Ended(); ended != c.ended || ended && end != n+2 {
			t.Errorf("%v EiB left: ended %v at %d", c.leftEiB, ended, end)
		}
	}
}
