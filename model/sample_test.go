package model

import (
	"errors"
	"slices"
	"testing"
)

func TestSampleLeavesOutUnpublishedDays(t *testing.T) {
	s, err := smallTable().Sample(day("2022-01-02"), day("2022-01-04"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Len() != 2 || !s.Days[0].Equal(day("2022-01-02")) || !s.Days[1].Equal(day("2022-01-04")) {
		t.Errorf("days %v, want the second and the fourth of January", s.Days)
	}
	if !slices.Equal(s.DealPiB, []float64{1, 2}) || !slices.Equal(s.Ratio, []float64{1.2, 2}) || !slices.Equal(s.GasGgas, []float64{2, 4.5}) {
		t.Errorf("sample %+v", s)
	}
}

func TestSampleRange(t *testing.T) {
	table := smallTable()
	for _, c := range []struct{ name, first, last string }{
		{"reversed", "2022-01-03", "2022-01-02"},
		{"before the table", "2021-12-31", "2022-01-02"},
		{"after the table", "2022-01-02", "2022-01-05"},
	} {
		if _, err := table.Sample(day(c.first), day(c.last)); err == nil {
			t.Errorf("%s: no error", c.name)
		}
	}
	if _, err := table.Sample(day("2022-01-03"), day("2022-01-03")); !errors.Is(err, ErrNoRows) {
		t.Errorf("a range without published gas: %v, want ErrNoRows", err)
	}
	if _, err := new(Table).Sample(day("2022-01-03"), day("2022-01-03")); err == nil {
		t.Error("an empty table: no error")
	}
}

func TestStudyRangeIs870Days(t *testing.T) {
	if got := int(StudyLast.Sub(StudyFirst).Hours()/24) + 1; got != 870 {
		t.Errorf("the study's range has %d days, want 870", got)
	}
}
