package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

func TestSampleLeavesOutUnpublishedDays(t *testing.T) {
	s, err := smallTable().Sample(day.Of(2022, 1, 2), day.Of(2022, 1, 4))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(s.Days, []day.Day{day.Of(2022, 1, 2), day.Of(2022, 1, 4)}) || s.Len() != 2 {
		t.Errorf("days %v, want the second and the fourth of January", s.Days)
	}
	if !slices.Equal(s.DealPiB, []float64{1, 2}) || !slices.Equal(s.Ratio, []float64{1.2, 2}) ||
		!slices.Equal(s.GasGgas, []float64{2, 4.5}) {
		t.Errorf("sample %+v", s)
	}
}

func TestSampleRange(t *testing.T) {
	table := smallTable()
	for _, c := range []struct {
		name        string
		first, last day.Day
	}{
		{"reversed", day.Of(2022, 1, 3), day.Of(2022, 1, 2)},
		{"before the table", day.Of(2021, 12, 31), day.Of(2022, 1, 2)},
		{"after the table", day.Of(2022, 1, 2), day.Of(2022, 1, 5)},
	} {
		if _, err := table.Sample(c.first, c.last); err == nil ||
			!strings.Contains(err.Error(), "the table runs from 2022-01-01 to 2022-01-04") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := table.Sample(day.Of(2022, 1, 3), day.Of(2022, 1, 3)); !errors.Is(err, fault.NoRows) {
		t.Errorf("a range without published gas: %v, want fault.NoRows", err)
	}
	if _, err := new(Table).Sample(day.Of(2022, 1, 3), day.Of(2022, 1, 3)); err == nil {
		t.Error("an empty table: no error")
	}
}

func TestStudyRangeIs870Days(t *testing.T) {
	if got := StudyLast - StudyFirst + 1; got != 870 {
		t.Errorf("the study's range has %d days, want 870", got)
	}
}
