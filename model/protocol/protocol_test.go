package protocol

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// TestUpgrades holds the epochs against the dates and times that the releases of Lotus announced.
func TestUpgrades(t *testing.T) {
	for _, c := range []struct {
		version, hour, minute, second int
		day                           day.Day
	}{
		{16, 14, 0, 0, day.Of(2022, 7, 6)}, {17, 14, 0, 0, day.Of(2022, 11, 30)}, {22, 14, 0, 0, day.Of(2024, 4, 24)},
		{23, 12, 0, 0, day.Of(2024, 8, 6)}, {24, 23, 0, 0, day.Of(2024, 11, 20)}, {25, 23, 0, 0, day.Of(2025, 4, 14)},
		{26, 23, 0, 0, day.Of(2025, 7, 13)}, {27, 23, 0, 0, day.Of(2025, 9, 24)}, {28, 14, 0, 0, day.Of(2026, 5, 27)},
		{29, 12, 59, 30, day.Of(2026, 10, 19)},
	} {
		u := Version(c.version)
		if want := c.hour*3600 + c.minute*60 + c.second; u.Day() != c.day || u.Second() != want {
			t.Errorf("nv%d: %v %d s, want %v %d s", c.version, u.Day(), u.Second(), c.day, want)
		}
		if u.Holds(c.day) || !u.Holds(c.day+1) {
			t.Errorf("nv%d: its own day counts as old", c.version)
		}
		if e := EpochOf(c.day); DayOf(e) != c.day || DayOf(e-1) != c.day-1 {
			t.Errorf("%v begins with epoch %d, of %v after %v", c.day, e, DayOf(e), DayOf(e-1))
		}
	}
	for i, u := range Upgrades() {
		if i > 0 && u.Version <= upgrades[i-1].Version || i > 0 && u.Epoch <= upgrades[i-1].Epoch || u.Name == "" ||
			len(u.FIPs) == 0 || u.Source == "" {
			t.Errorf("row %d: %+v", i, u)
		}
		if u.Scheduled != (u.Version == 29) {
			t.Errorf("nv%d scheduled: %v", u.Version, u.Scheduled)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("nv21 is in the table")
		}
	}()
	Version(21)
}

// TestGamma: 1 - 0.3 x (epoch - 4461240) / 1051200, at least 0.7. On 2025-09-09 MechaFIL's reference has 0.76.
func TestGamma(t *testing.T) {
	for _, c := range []struct {
		day  day.Day
		want float64
	}{
		{day.Of(2024, 11, 19), 1}, {day.Of(2024, 11, 20), 1 - 0.3*120/1051200},
		{day.Of(2025, 9, 9), 1 - 0.3*(293*2880+120)/1051200}, // 0.7591
		{day.Of(2025, 11, 19), 0.7 + 0.3*2760/1051200}, {day.Of(2025, 11, 20), 0.7}, {day.Of(2030, 1, 1), 0.7},
	} {
		if got := Gamma(c.day); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v: %v, want %v", c.day, got, c.want)
		}
	}
}

// TestSplit holds the shares against FIP-0118's text: w0 is 0 in the first quarter, and 0.40 at the end with no gate
// passed; with all passed between 0 and 0.05 from the second quarter to the ninth, and 0 after.
func TestSplit(t *testing.T) {
	on := Version(29).Day()
	at := func(quarter float64) day.Day { return on + day.Day(math.Round(quarter*QuarterEpochs/EpochsPerDay)) }
	for _, c := range []struct {
		quarter                   float64
		gates                     int
		consensus, service, burnt float64
	}{
		{0.5, 0, 0.925, 0.075, 0}, {1, 0, 0.9, 0.1, 0}, {1.5, 0, 0.875, 0.1, 0.025}, {1.5, 8, 0.875, 0.1, 0.025},
		{2.5, 0, 0.825, 0.1, 0.075}, {2.5, 1, 0.825, 0.15, 0.025}, {2.5, 8, 0.825, 0.15, 0.025},
		{9.5, 0, 0.5, 0.1, 0.4}, {9.5, 3, 0.5, 0.25, 0.25}, {9.5, 8, 0.5, 0.5, 0}, {20, 8, 0.5, 0.5, 0},
	} {
		s := SplitOn(at(c.quarter), on, c.gates)
		for _, v := range [][2]float64{{s.Consensus, c.consensus}, {s.Service, c.service}, {s.Burnt, c.burnt}} {
			if math.Abs(v[0]-v[1]) > 4e-4 { // a day of a quarter's fall is 5.5e-4
				t.Errorf("quarter %v with %d gates: %+v, want %+v", c.quarter, c.gates, s, c)
				break
			}
		}
	}
	if s := SplitOn(on, on, 0); s != (Split{Consensus: 1}) {
		t.Errorf("on its own day %+v", s)
	}
	for gates := range Gates + 1 {
		before := Split{Consensus: 1}
		for d := on; d < on+1200; d++ {
			s := SplitOn(d, on, gates)
			if sum := s.Consensus + s.Service + s.Burnt; math.Abs(sum-1) > 1e-12 || s.Burnt < 0 || s.Service < 0 ||
				s.Consensus > before.Consensus || s.Service < before.Service-1e-12 {
				t.Fatalf("%d gates, %v: %+v after %+v", gates, d, s, before)
			}
			if gates == Gates && s.Burnt > 0.05+1e-9 {
				t.Fatalf("%v: %+v", d, s)
			}
			before = s
		}
	}
	// The first whole day: from 11 hours after the upgrade's epoch to 35 hours after it.
	if s := SplitOn(on+1, on, 0); math.Abs(s.Consensus-(0.95-0.05*(1.0+23)/24/(QuarterEpochs/2880.))) > 1e-4 {
		t.Errorf("the first day: %+v", s)
	}
}
