package model_test

import (
	"errors"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func TestFitOnboarding(t *testing.T) {
	const source = notes + "4"
	table := daily(t)
	o, err := model.FitOnboarding(table, model.StudyLast)
	if err != nil {
		t.Fatal(err)
	}
	if o.Version != 17 || o.Rows != 244 || o.Last != model.StudyLast {
		t.Errorf("onboarding %+v", o)
	}
	near(t, "PreCommit", o.PreCommitGgasPerPiB, 1018.323695, 1e-9, source)
	near(t, "ProveCommit", o.ProveCommitGgasPerPiB, 1847.739426, 1e-9, source)
	near(t, "WindowPoSt", o.WindowPoStGgasPerEiB, 414.2169078, 1e-9, source)
	near(t, "total", o.TotalGgas, 46562.56413, 1e-9, source)
	within(t, "PreCommit WAPE", o.PreCommitWAPE, 0.233, 0.0005, source)
	within(t, "ProveCommit WAPE", o.ProveCommitWAPE, 0.096, 0.0005, source)
	within(t, "WindowPoSt WAPE", o.WindowPoStWAPE, 0.093, 0.0005, source)
	within(t, "total WAPE", o.TotalWAPE, 0.040, 0.0005, source)

	// The total per PiB onboarded is in the notes to be dismissed: what follows no amount is not published.
	from, to := table.Row(day.Of(2022, 12, 1)), table.Row(model.StudyLast)+1
	gas, _ := model.OnboardingMessages[3].Between(table, from, to)
	var days []day.Day
	for i := from; i < to; i++ {
		days = append(days, table.Date(i))
	}
	near(t, "total per PiB", model.RecentRatio(days, gas, table.OnboardedRawPiB[from:to], model.StudyLast,
		model.WeightHalfLifeDays), 7882.722462, 1e-9, source)

	late, err := model.FitOnboarding(table, day.Of(2025, 6, 24))
	if err != nil || late.Version != 25 || late.Rows != 71 {
		t.Errorf("fit to the last gas: %+v, %v", late, err)
	}
}

func TestFitOnboardingRefuses(t *testing.T) {
	table := daily(t)
	for _, last := range []day.Day{table.First - 1, table.Date(table.Len())} {
		if o, err := model.FitOnboarding(table, last); err == nil {
			t.Errorf("to %s: %+v", last, o)
		}
	}
	// The last weeks of the table have no gas, but belong to nv25, whose earlier days have.
	if o, err := model.FitOnboarding(table, table.Date(table.Len()-1)); err != nil || o.Version != 25 {
		t.Errorf("to the table's end: %+v, %v", o, err)
	}
	if o, err := model.FitOnboarding(table, table.First+5); !errors.Is(err, model.ErrTooFewRows) {
		t.Errorf("six days: %+v, %v", o, err)
	}
}
