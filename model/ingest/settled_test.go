package ingest

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// Settled figures stay, young ones follow the source, gaps are filled; the source's word is compared in all three.
func TestSettledFiguresStay(t *testing.T) {
	table, s := shipped(t, "2025-09-09")
	settled := day.Of(2025, 9, 2)
	f := published(table, s, day.Of(2025, 8, 20))
	for i := range f.Onboarding {
		for k := range f.Onboarding[i].Values {
			f.Onboarding[i].Values[k] *= 1.03
		}
	}
	gap := table.Row(day.Of(2025, 8, 25))
	want := table.OnboardedRawPiB[gap]
	table.OnboardedRawPiB[gap] = math.NaN()
	got, err := Table(table, f, settled)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got.OnboardedRawPiB {
		ratio := got.OnboardedRawPiB[i] / table.OnboardedRawPiB[i]
		switch d := got.Date(i); {
		case i == gap:
			if math.Abs(got.OnboardedRawPiB[i]/want-1.03) > 1e-6 {
				t.Errorf("a gap is filled with %v, want 1.03 times %v", got.OnboardedRawPiB[i], want)
			}
		case d <= settled && ratio != 1, d > settled && math.Abs(ratio-1.03) > 1e-6:
			t.Errorf("%s: %v times what it was", d, ratio)
		}
	}
	found, err := CheckSource(f, table)
	if err != nil || len(found) != 0 {
		t.Errorf("3 %% more: %v, %v", found, err)
	}
	list, err := Differing(f, table)
	if err != nil || len(list) < 2*20 {
		t.Errorf("%d figures differ, %v", len(list), err)
	}
	f.Onboarding[3].Values[0] *= 2
	if found, err = CheckSource(f, table); err != nil || len(found) == 0 || found[0].Check != "revision" {
		t.Errorf("a figure doubles: %v, %v", found, err)
	}
	f.Gas = []spacescope.Row{{Unix: settled.Unix(), Values: []float64{1}}}
	if _, err := CheckSource(f, table); err == nil {
		t.Error("no error for a row without its figures")
	}
}
