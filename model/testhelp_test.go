package model_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// notes is where expected values come from unless a row says otherwise.
const notes = "notes on the model, section "

func daily(t testing.TB) *model.Table {
	t.Helper()
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func sample(t testing.TB, first, last day.Day) *model.Sample {
	t.Helper()
	s, err := daily(t).Sample(first, last)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// studyFit is the scaling model of the study's days.
func studyFit(t testing.TB) *model.Scaling {
	t.Helper()
	m, err := model.FitScaling(sample(t, model.StudyFirst, model.StudyLast))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func near(t *testing.T, name string, got, want, relative float64, source string) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s = %.12g, want %.12g within %g relative (%s)", name, got, want, relative, source)
	}
}

func within(t *testing.T, name string, got, want, absolute float64, source string) {
	t.Helper()
	if !(math.Abs(got-want) <= absolute) {
		t.Errorf("%s = %.12g, want %.12g within %g (%s)", name, got, want, absolute, source)
	}
}
