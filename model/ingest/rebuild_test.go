package ingest

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// today is the whole shipped table, and the snapshot of 2026-04-20.
func today(t *testing.T) (*model.Table, *mechafil.Snapshot) {
	t.Helper()
	_, s := shipped(t, "2026-04-20")
	table, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	return table, s
}

// The shipped snapshot of 2026-04-20 is what the rule makes of the published figures, to the digits that the table
// keeps. Its reward is the mean of the 14 published days to its date, since none of the 90 before its start was
// published: 65,389.507 FIL, `block_rewards_fil` of the Filecoin Data Portal.
func TestRebuild20260420(t *testing.T) {
	table, want := today(t)
	_, before := shipped(t, "2025-09-09")
	_, study := shipped(t, "2023-07-31")
	take := Take{Start: want.Start, Current: want.Current, RewardFIL: 65389.507}
	got, err := Rebuild(table, take, study, before)
	if err != nil {
		t.Fatal(err)
	}
	if got.Note != want.Note {
		t.Errorf("note %q", got.Note)
	}
	// What was gone by day is a difference of two powers that the table has to eight digits, and 0.9 % of them.
	for i, v := range got.ScheduledPledgeReleaseFIL {
		if w := want.ScheduledPledgeReleaseFIL[i]; !(math.Abs(v-w) <= 3e-6*w) {
			t.Errorf("pledge due of day %d is %v, want %v", i, v, w)
		}
	}
	got.ScheduledPledgeReleaseFIL = want.ScheduledPledgeReleaseFIL
	near(t, got, want, 2e-7, 1e-8)
}

func TestRebuildRefuses(t *testing.T) {
	table, want := today(t)
	_, before := shipped(t, "2025-09-09")
	for _, c := range []struct {
		take Take
		want string
	}{
		{Take{Start: want.Current - 32}, "32 days before the snapshot of 2026-04-20, want at most 31"},
		{Take{Start: want.Current}, "want a day from 2020-10-15 to 2026-04-19"},
		{Take{Start: want.Current - 20}, "raw power of 2026-03-31 was not published"},
		{Take{Start: day.Of(2026, 1, 1), Current: day.Of(2026, 1, 18)},
			"QA onboarding of 2026-01-01 was not published"},
	} {
		if _, err := Rebuild(table, c.take, before); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.take, err, c.want)
		}
	}
	if _, err := Rebuild(table, Take{Start: want.Start}); err == nil || !strings.Contains(err.Error(), "no snapshot") {
		t.Errorf("without a schedule to move on: %v", err)
	}
}

// What a schedule has too much is taken off every day alike, what it lacks comes evenly 180 to 540 days ahead.
func TestAllFallsDue(t *testing.T) {
	over := allFallsDue([]float64{30, 50}, 40)
	if over[0] != 15 || over[1] != 25 {
		t.Errorf("too much: %v", over)
	}
	under := allFallsDue([]float64{30, 50}, 440)
	if len(under) != 540 || under[0] != 30 || under[179] != 0 || under[180] != 1 || under[539] != 1 ||
		sum(under) != 440 {
		t.Errorf("too little: %d days, %v", len(under), sum(under))
	}
}

func sum(list []float64) (total float64) {
	for _, v := range list {
		total += v
	}
	return total
}
