package model

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// The training range of the study's gas model, both days included: 870 rows of published figures.
var (
	StudyFirst = day.Of(2021, 3, 15)
	StudyLast  = day.Of(2023, 8, 1)
)

// Sample is a set of days as a gas model is trained or judged on, by column. All slices have the
// same length, every number is finite, and the days ascend.
type Sample struct {
	Days    []day.Day
	DealPiB []float64 // deal power onboarded, PiB a day
	Ratio   []float64 // network QA power / raw power
	GasGgas []float64 // PublishStorageDeals gas, Ggas a day
}

// Len is the number of rows.
func (s *Sample) Len() int { return len(s.GasGgas) }

// Facts sums up the sample, which must have rows.
func (s *Sample) Facts() SampleFacts {
	extent := func(v []float64) [2]float64 { return [2]float64{slices.Min(v), slices.Max(v)} }
	return SampleFacts{
		First:   s.Days[0],
		Last:    s.Days[s.Len()-1],
		Rows:    s.Len(),
		DealPiB: extent(s.DealPiB),
		Ratio:   extent(s.Ratio),
		GasGgas: extent(s.GasGgas),
	}
}

// Until returns the rows up to and including a day; it shares their columns.
func (s *Sample) Until(last day.Day) *Sample {
	n, found := slices.BinarySearch(s.Days, last)
	if found {
		n++
	}
	return s.rows(0, n)
}

// Between returns the rows of the days first..last, both included; it shares their columns.
func (s *Sample) Between(first, last day.Day) *Sample {
	until := s.Until(last)
	from, _ := slices.BinarySearch(until.Days, first)
	return until.rows(from, until.Len())
}

func (s *Sample) rows(from, to int) *Sample {
	return &Sample{Days: s.Days[from:to], DealPiB: s.DealPiB[from:to], Ratio: s.Ratio[from:to],
		GasGgas: s.GasGgas[from:to]}
}

// Sample returns the rows of the days first..last, both included. Days on which a figure that
// the model needs was not published are left out, so Len may be below the number of days.
// It fails when the range is reversed or leaves the table, and with fault.NoRows when nothing is left.
func (t *Table) Sample(first, last day.Day) (*Sample, error) {
	from, to := t.Row(first), t.Row(last)
	if from > to || from < 0 || to >= t.Len() {
		return nil, t.outside(first, last)
	}
	n := to - from + 1
	s := &Sample{
		Days:    make([]day.Day, 0, n),
		DealPiB: make([]float64, 0, n),
		Ratio:   make([]float64, 0, n),
		GasGgas: make([]float64, 0, n),
	}
	for i := from; i <= to; i++ {
		row := t.Features(i)
		if !finite(row.DealPiB) || !finite(row.Ratio) || !finite(row.GasGgas) {
			continue
		}
		s.Days = append(s.Days, t.Date(i))
		s.DealPiB = append(s.DealPiB, row.DealPiB)
		s.Ratio = append(s.Ratio, row.Ratio)
		s.GasGgas = append(s.GasGgas, row.GasGgas)
	}
	if s.Len() == 0 {
		return nil, fault.New(fault.NoRows, "start", first.String(), "end", last.String())
	}
	return s, nil
}

// outside says that a range of days is reversed or leaves the table.
func (t *Table) outside(first, last day.Day) error {
	return fault.New(fault.TableOutside, "first", t.First.String(), "last", t.Date(t.Len()-1).String(), "start",
		first.String(), "end", last.String())
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
