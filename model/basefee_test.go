package model_test

import (
	"math"
	"os"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
)

func TestRecentBaseFee(t *testing.T) {
	table := daily(t)
	for _, c := range []struct {
		snapshot    day.Day
		nanoFIL     float64
		relative    float64
		first, last day.Day
	}{
		{day.Of(2023, 7, 31), 0.4631222098, 1e-9, day.Of(2023, 5, 2), day.Of(2023, 7, 30)},
		{day.Of(2025, 9, 9), 0.0306, 0.002, day.Of(2025, 3, 27), day.Of(2025, 6, 24)},
	} {
		fee := table.RecentBaseFee(c.snapshot)
		near(t, "base fee before "+c.snapshot.String(), fee.NanoFIL, c.nanoFIL, c.relative, notes+"6")
		if fee.Days != 90 || fee.First != c.first || fee.Last != c.last {
			t.Errorf("base fee before %s: %d days, %s to %s, want 90, %s to %s", c.snapshot, fee.Days, fee.First,
				fee.Last, c.first, c.last)
		}
		// The page's packs hold all that it is the median of.
		data, err := os.ReadFile("../assets/data/packs/" + c.snapshot.String() + ".json")
		if err != nil {
			t.Fatal(err)
		}
		pack, err := assets.DecodePack(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := pack.Daily.RecentBaseFee(pack.Snapshot.Current); got != fee {
			t.Errorf("pack of %s: %+v, the table has %+v", c.snapshot, got, fee)
		}
	}
	pack, err := assets.DefaultPack()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := pack.Daily.RecentBaseFee(pack.Snapshot.Current),
		table.RecentBaseFee(day.Of(2026, 4, 20)); got != want {
		t.Errorf("default pack: %+v, the table has %+v", got, want)
	}
}

func TestBaseFeeByPeriod(t *testing.T) {
	table := daily(t)
	for _, c := range []struct {
		name         string
		first, last  day.Day
		mean, median float64 // NaN: not published
		half         float64 // half a unit of the last digit
	}{
		{"2020 Q4", day.Of(2020, 10, 1), day.Of(2020, 12, 31), 2.06, math.NaN(), 0.005},
		{"2021 Q1", day.Of(2021, 1, 1), day.Of(2021, 3, 31), 2.47, math.NaN(), 0.005},
		{"2021 Q2", day.Of(2021, 4, 1), day.Of(2021, 6, 30), 1.46, math.NaN(), 0.005},
		{"2021 Q3", day.Of(2021, 7, 1), day.Of(2021, 9, 30), 0.311, math.NaN(), 0.0005},
		{"2021 Q4", day.Of(2021, 10, 1), day.Of(2021, 12, 31), 0.192, math.NaN(), 0.0005},
		{"2022 Q1", day.Of(2022, 1, 1), day.Of(2022, 3, 31), 0.110, math.NaN(), 0.0005},
		{"2022 Q2", day.Of(2022, 4, 1), day.Of(2022, 6, 30), 0.375, math.NaN(), 0.0005},
		{"2022 Q3", day.Of(2022, 7, 1), day.Of(2022, 9, 30), 0.400, math.NaN(), 0.0005},
		{"2022 Q4", day.Of(2022, 10, 1), day.Of(2022, 12, 31), 0.284, math.NaN(), 0.0005},
		{"2023 Q1", day.Of(2023, 1, 1), day.Of(2023, 3, 31), 0.315, 0.220, 0.0005},
		{"2023 Q2", day.Of(2023, 4, 1), day.Of(2023, 6, 30), 0.595, 0.574, 0.0005},
		{"2023 Q3", day.Of(2023, 7, 1), day.Of(2023, 9, 30), 0.189, 0.144, 0.0005},
		{"2023 Q4", day.Of(2023, 10, 1), day.Of(2023, 12, 31), 0.100, 0.053, 0.0005},
		{"2024 Q1", day.Of(2024, 1, 1), day.Of(2024, 3, 31), 0.067, 0.035, 0.0005},
		{"2024 Q2", day.Of(2024, 4, 1), day.Of(2024, 6, 30), 0.207, 0.056, 0.0005},
		{"2024 Q3", day.Of(2024, 7, 1), day.Of(2024, 9, 30), 0.058, 0.041, 0.0005},
		{"2024 Q4", day.Of(2024, 10, 1), day.Of(2024, 12, 31), 0.055, 0.038, 0.0005},
		{"2025 Q1", day.Of(2025, 1, 1), day.Of(2025, 3, 31), 0.031, 0.015, 0.0005},
		{"2025 Q2", day.Of(2025, 4, 1), day.Of(2025, 6, 30), 0.047, 0.030, 0.0005},
		{"study's 90 days", day.Of(2023, 5, 2), day.Of(2023, 7, 30), 0.4939, 0.4631222098, 0.00005},
		{"2025", day.Of(2025, 1, 1), day.Of(2025, 6, 24), 0.0389, 0.01997675753, 0.00005},
		{"2025 before nv25's day", day.Of(2025, 1, 1), day.Of(2025, 4, 13), math.NaN(), 0.0173, 0.00005},
		{"2025 after nv25's day", day.Of(2025, 4, 15), day.Of(2025, 6, 24), math.NaN(), 0.0260, 0.00005},
		{"W1", day.Of(2023, 8, 2), day.Of(2024, 4, 23), 0.117, 0.0468, 0.0005},
		{"W2", day.Of(2024, 4, 24), day.Of(2025, 6, 24), 0.0645, 0.0358, 0.00005},
	} {
		if !math.IsNaN(c.mean) {
			within(t, c.name+", burn over gas", table.MeanBaseFee(c.first, c.last), c.mean, c.half, notes+"6")
		}
		if !math.IsNaN(c.median) {
			within(t, c.name+", median", table.MedianBaseFee(c.first, c.last).NanoFIL, c.median, c.half, notes+"6")
		}
	}
	near(t, "2025, median", table.MedianBaseFee(day.Of(2025, 1, 1), day.Of(2025, 6, 24)).NanoFIL, 0.01997675753, 1e-9,
		notes+"6")
}

func TestBaseFeeOfUnpublishedDays(t *testing.T) {
	table := daily(t)
	for _, row := range []int{-1, 0, table.Len(), table.Row(day.Of(2025, 6, 25)), table.Row(day.Of(2025, 9, 9))} {
		if got := table.ImpliedBaseFee(row); !math.IsNaN(got) {
			t.Errorf("base fee of row %d is %v", row, got)
		}
	}
	if fee := table.RecentBaseFee(table.First); !math.IsNaN(fee.NanoFIL) || fee.Days != 0 {
		t.Errorf("base fee before the table: %+v", fee)
	}
	if fee := table.RecentBaseFee(table.First + 5); fee.Days != 4 {
		t.Errorf("base fee of the first days: %+v", fee)
	}
	if fee := table.MedianBaseFee(day.Of(2025, 7, 1), day.Of(2030, 1, 1)); !math.IsNaN(fee.NanoFIL) {
		t.Errorf("base fee without gas: %+v", fee)
	}
}
