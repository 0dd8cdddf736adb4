package assets

import (
	"bytes"
	"math"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// costs adds up PublishStorageDeals gas at the measured fee of its day over the days first..last.
func costs(t *model.Table, first, last day.Day) (fil float64, days int) {
	c := sim.CostOf(t, first, last)
	return c.FIL, c.Days
}

func within(t *testing.T, what string, got, want, of float64) {
	t.Helper()
	if !(math.Abs(got-want) <= of) {
		t.Errorf("%s: %v, want %v within %v", what, got, want, of)
	}
}

// TestPast: with each pack behind it the past has every published day, the sums of the notes, and of each day what the
// whole table has, to what a readout shows.
func TestPast(t *testing.T) {
	whole, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	built, err := BuildPast()
	if err != nil {
		t.Fatal(err)
	}
	data, err := EncodePast(built)
	if err != nil {
		t.Fatal(err)
	}
	past, err := DecodePast(data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := EncodePast(past); err != nil || !bytes.Equal(again, data) {
		t.Errorf("read and written again it is another: %v", err)
	}
	if len(data) > 42000 {
		t.Errorf("%d bytes", len(data))
	}
	for _, name := range SnapshotNames() {
		pack, err := ShippedPack(name)
		if err != nil {
			t.Fatal(err)
		}
		joined := JoinPast(past, pack.Daily)
		last := joined.Date(len(joined.GasTotal) - 1)
		if joined.First != day.Of(2020, 10, 15) || last != whole.Date(whole.Len()-1) {
			t.Fatalf("%s: from %s to %s", name, joined.First, last)
		}
		fil, days := costs(joined, joined.First, last)
		if days != 1265 {
			t.Errorf("%s: %d days", name, days)
		}
		within(t, name+": FIL in all", fil, 187825, 2)
		fil, days = costs(joined, assumption.Launch, last)
		if days != 425 {
			t.Errorf("%s: %d days since the launch", name, days)
		}
		within(t, name+": FIL since the launch", fil, 54830, 0.5)
		for _, c := range []struct {
			name      string
			got, want []float64
			off       float64
		}{
			{"publish", joined.GasPublishStorageDeals, whole.GasPublishStorageDeals, 0.5e8},
			{"window", joined.GasSubmitWindowedPoSt, whole.GasSubmitWindowedPoSt, 0.5e10},
			{"onboarding", joined.GasOnboarding, whole.GasOnboarding, 0.5e10},
			{"total", joined.GasTotal, whole.GasTotal, 0.5e10},
		} {
			for i, want := range c.want {
				if math.IsNaN(want) != math.IsNaN(c.got[i]) || math.Abs(c.got[i]-want) > c.off {
					t.Fatalf("%s: %s of %s: %v, want %v", name, c.name, whole.Date(i), c.got[i], want)
				}
			}
		}
		for i := range whole.GasTotal {
			want, kind := whole.MeasuredFee(i)
			got, as := joined.MeasuredFee(i)
			if kind != as || math.IsNaN(want) != math.IsNaN(got) || math.Abs(got-want) > 6e-5*want {
				t.Fatalf("%s: fee of %s: %v (%v), want %v (%v)", name, whole.Date(i), got, as, want, kind)
			}
		}
	}
}

// TestPastStaysApart: figures of a pack are never those of the past, which are rounded; a table that begins as early
// has no past.
func TestPastStaysApart(t *testing.T) {
	past, err := BuildPast()
	if err != nil {
		t.Fatal(err)
	}
	pack, err := ShippedPack("2025-09-09")
	if err != nil {
		t.Fatal(err)
	}
	joined := JoinPast(past, pack.Daily)
	for i, want := range pack.Daily.GasTotal {
		got := joined.GasTotal[joined.Row(pack.Daily.Date(i))]
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Fatalf("%s: %v, want %v", pack.Daily.Date(i), got, want)
		}
	}
	whole, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	if JoinPast(past, whole) != nil || JoinPast(nil, pack.Daily) != nil {
		t.Error("a past out of nothing")
	}
	late := &model.Table{First: joined.Date(len(past.GasTotal)) + 10}
	for _, c := range pastColumns() {
		*c.of(late) = []float64{1}
	}
	if j := JoinPast(past, late); !math.IsNaN(j.GasTotal[len(past.GasTotal)+3]) || j.GasTotal[len(j.GasTotal)-1] != 1 {
		t.Error("days between past and table have figures")
	}
	if _, err := DecodePast([]byte(`{"version":1,"daily":{"first":"2020-10-15","days":1}}`)); err == nil {
		t.Error("a past without figures is read")
	}
}
