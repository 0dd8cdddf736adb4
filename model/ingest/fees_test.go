package ingest

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// hours are a day's base fees, the same for each of the first n hours.
func hours(d day.Day, n int, fee float64) []spacescope.Row {
	var rows []spacescope.Row
	for h := range n {
		rows = append(rows, spacescope.Row{Unix: d.Unix() + int64(h)*3600, Values: []float64{fee * float64(h+1)}})
	}
	return rows
}

func TestMeanFees(t *testing.T) {
	first := model.LastMedianFee + 1
	rows := hours(first-1, 24, 1)                    // the last day of medians
	rows = append(rows, hours(first, 24, 1)...)      // whole
	rows = append(rows, hours(first+1, 23, 1)...)    // an hour is missing
	rows = append(rows, hours(first+2, 24, 1e-7)...) // whole
	null := hours(first+3, 24, 1)
	null[5].Values[0] = math.NaN()
	fees := MeanFees(append(rows, null...))
	if len(fees) != 2 || fees[0].Day != first || fees[0].BaseFeeNanoFIL != 12.5 || fees[1].Day != first+2 ||
		!math.IsNaN(fees[1].FeeBurnFIL) {
		t.Errorf("%+v", fees)
	}
}

// Fetched fees fill gaps like every figure; gaps among them are no fault, and what a release has stays.
func TestFeesEnterTheTable(t *testing.T) {
	table, s := shipped(t, "2025-09-09")
	old := cutTable(table, s.Current-20)
	f := published(table, s, s.Current-30)
	f.Fees = nil
	got, err := Table(old, f, 0)
	if err != nil {
		t.Fatal(err)
	}
	if end := got.Row(s.Current); !math.IsNaN(got.BaseFeeNanoFIL[end]) ||
		got.BaseFeeNanoFIL[end-20] != table.BaseFeeNanoFIL[end-20] {
		t.Errorf("fees from nowhere, or gone: %v", got.BaseFeeNanoFIL[end-20:])
	}
	if found := CheckTable(got, old); len(found) > 0 {
		t.Errorf("a table without new fees does not pass: %v", found)
	}
	f.Fees = []Fee{{s.Current - 1, math.NaN(), 12.345678912, 13.5}, {s.Current, 2e-7, math.NaN(), math.NaN()},
		{s.Current + 1, 9, 9, 9}, {s.Current - 40, 9, 9, 9}}
	if got, err = Table(old, f, s.Current-20); err != nil {
		t.Fatal(err)
	}
	if end := got.Row(s.Current); got.FeeBurnFIL[end-1] != 12.34568 || !math.IsNaN(got.FeeBurnFIL[end]) ||
		got.BaseFeeNanoFIL[end] != 2e-7 || got.FeePaidFIL[end-1] != 13.5 {
		t.Errorf("burn %v, paid %v, fee %v", got.FeeBurnFIL[end-1:], got.FeePaidFIL[end-1:], got.BaseFeeNanoFIL[end])
	}
	if found := CheckTable(got, old); len(found) > 0 {
		t.Errorf("fees with gaps do not pass: %v", found)
	}
	f.Fees = []Fee{{s.Current - 30, 3e-7, math.NaN(), math.NaN()}}
	if found, err := CheckSource(f, old); err != nil || len(found) != 1 || found[0].Check != "revision" {
		t.Errorf("a fee that is another now: %v, %v", found, err)
	}
}
