package sim_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
)

// TestWhatHappened reproduces the table of shared/notes/price-of-gas.md, section 5: all its figures, to half a unit of
// the last digit that it shows.
func TestWhatHappened(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	h := sim.WhatHappened(table)
	within := func(name, figure string, got, want, half float64) {
		t.Helper()
		if math.IsNaN(want) {
			return // the table does not say
		}
		if !(math.Abs(got-want) <= half) {
			t.Errorf("%s: %s is %v, want %v", name, figure, got, want)
		}
	}
	nan := math.NaN()
	for _, c := range []struct {
		name               string
		got                sim.Cost
		first, last        day.Day
		days               int
		fil, perDay        float64
		median, medianHalf float64
		dearest, atMost    float64
		quarter            float64 // share of FIL on the dearest quarter of the days
	}{
		// the median is 91.497
		{"2020", h.Years[0], day.Of(2020, 10, 15), day.Of(2020, 12, 31), 78, 12566, 161, 92, 0.51, 1309, 311, nan},
		{"2021", h.Years[1], day.Of(2021, 1, 1), day.Of(2021, 12, 31), 365, 39677, 109, 24, 0.5, 1225, 125, nan},
		{"2022", h.Years[2], day.Of(2022, 1, 1), day.Of(2022, 10, 11), 284, 80064, 282, 138, 0.5, 1685, 422, nan},
		// 33,729.5
		{"2024", h.Years[3], day.Of(2024, 1, 2), day.Of(2024, 12, 31), 365, 33729, 92, 0.007, 0.0005, 1283, 997, nan},
		{"2025", h.Years[4], day.Of(2025, 1, 1), day.Of(2025, 6, 24), 173, 21789, 126, 8.8, 0.05, 794, 475, nan},
		{"all", h.All, day.Of(2020, 10, 15), day.Of(2025, 6, 24), 1265, 187825, 148, 24, 0.5, 1685, nan, nan},
		{"since FIP-0076", h.SinceLaunch, day.Of(2024, 4, 24), day.Of(2025, 6, 24), 425, 54830, 129, 2.6, 0.05, 1283,
			nan, 0.89},
	} {
		if c.got.First != c.first || c.got.Last != c.last || c.got.Days != c.days {
			t.Errorf("%s: %d days from %s to %s, want %d from %s to %s", c.name, c.got.Days, c.got.First, c.got.Last,
				c.days, c.first, c.last)
		}
		within(c.name, "FIL in all", c.got.FIL, c.fil, 0.55)
		within(c.name, "FIL a day", c.got.PerDayFIL, c.perDay, 0.5)
		within(c.name, "the median day", c.got.MedianFIL, c.median, c.medianHalf)
		within(c.name, "the dearest day", c.got.DearestFIL, c.dearest, 0.5)
		within(c.name, "the upper bound", c.got.AtMostPerDayFIL, c.atMost, 0.5)
		within(c.name, "the dearest quarter's share", c.got.QuarterShare, c.quarter, 0.005)
		if row := table.Row(c.got.Dearest); math.Abs(table.GasPublishStorageDeals[row]/1e9*fee(table,
			row)-c.got.DearestFIL) > 1e-9 {
			t.Errorf("%s: %s was not the dearest day", c.name, c.got.Dearest)
		}
	}
	if len(h.Years) != 5 {
		t.Errorf("%d years, want those that have fees", len(h.Years))
	}
	// By quarter in 2024-25, FIL a day.
	quarters := h.Quarters[len(h.Quarters)-6:]
	for i, want := range []float64{7.5, 5.2, 78, 276, 54, 204} {
		half := 0.5
		if want < 10 {
			half = 0.05
		}
		within(quarters[i].First.String(), "FIL a day", quarters[i].PerDayFIL, want, half)
	}
	sum, days := 0.0, 0
	for _, q := range h.Quarters {
		sum, days = sum+q.FIL, days+q.Days
	}
	if math.Abs(sum-h.All.FIL) > 1e-6 || days != h.All.Days || len(h.Quarters) != 9+6 {
		t.Errorf("%d quarters of %d days and %v FIL", len(h.Quarters), days, sum)
	}
	// To 2022-10-11 and since 2025-05-27 the fee is burn over gas; in between it is a published mean.
	if h.All.MeanFeeDays != 1265-727-29 || h.Years[0].MeanFeeDays != 0 || h.Years[3].MeanFeeDays != 365 {
		t.Errorf("%d days with a published mean", h.All.MeanFeeDays)
	}
	want := []sim.Gap{
		{day.Of(2022, 10, 12), day.Of(2024, 1, 1)}, {day.Of(2025, 4, 28), day.Of(2025, 4, 28)},
		{day.Of(2025, 5, 26), day.Of(2025, 5, 26)},
	}
	if len(h.Gaps) != 3 || h.Gaps[0] != want[0] || h.Gaps[1] != want[1] || h.Gaps[2] != want[2] {
		t.Errorf("gaps %v, want %v", h.Gaps, want)
	}
}

func fee(t *model.Table, row int) float64 {
	nanoFIL, _ := t.MeasuredFee(row)
	return nanoFIL
}

// What a pack holds is the same since FIP-0076, which both packs hold in full. A table without fees has nothing to say.
func TestWhatHappenedOfAPack(t *testing.T) {
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		in, err := assets.ShippedPack(name)
		if err != nil {
			t.Fatal(err)
		}
		h := sim.WhatHappened(in.Daily)
		if h.SinceLaunch.Days != 425 || math.Abs(h.SinceLaunch.FIL-54829.6) > 0.1 || h.All.Days >= 1265 {
			t.Errorf("%s: %+v", name, h.SinceLaunch)
		}
		bare := *in.Daily
		bare.BaseFeeNanoFIL, bare.FeeBurnFIL = nil, nil
		if h := sim.WhatHappened(&bare); h.All.Days != 0 || len(h.Years) != 0 || !math.IsNaN(h.All.PerDayFIL) ||
			len(h.Gaps) == 0 {
			t.Errorf("%s without fees: %+v", name, h.All)
		}
	}
	if h := sim.WhatHappened(new(model.Table)); h.All.Days != 0 || len(h.Gaps) != 0 {
		t.Errorf("of nothing: %+v", h)
	}
}
