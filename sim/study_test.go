package sim_test

import (
	_ "embed"
	"encoding/json"
	"math"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

//go:embed testdata/study-burden.json
var studyBurden []byte

// study is the study's own result with every series sampled at some entries.
type study struct {
	Medians map[string]float64 `json:"medians"`
	Runs    []struct {
		FILPlusRate float64 `json:"fil_plus_rate"`
		Series      map[string]struct {
			Length int       `json:"length"`
			Offset int       `json:"offset"`
			Index  []int     `json:"index"`
			Value  []float64 `json:"value"`
		} `json:"series"`
	} `json:"runs"`
}

func readStudy(tb testing.TB) study {
	tb.Helper()
	var s study
	if err := json.Unmarshal(studyBurden, &s); err != nil {
		tb.Fatal(err)
	}
	return s
}

// TestStudy compares the study's scenario with the study, computed end to end with MechaFIL and
// scikit-learn (testdata/study-burden.json): 1e-6 relative on values, lengths and offsets exactly.
func TestStudy(t *testing.T) {
	const rel = 1e-6
	want, got := readStudy(t), runStudy(t)
	if len(got.Runs) != len(want.Runs) {
		t.Fatalf("%d runs, want %d", len(got.Runs), len(want.Runs))
	}
	compared, worst := 0, 0.0
	for i, ref := range want.Runs {
		run := &got.Runs[i]
		if rate, constant := run.FILPlusRate.Scalar(); !constant || rate != ref.FILPlusRate {
			t.Errorf("run %d has rate %v, want %v", i, run.FILPlusRate, ref.FILPlusRate)
		}
		for _, s := range run.Series() {
			ref, ok := want.Runs[i].Series[s.Name]
			if !ok {
				continue
			}
			delete(want.Runs[i].Series, s.Name)
			if len(s.Values) != ref.Length || s.Length != ref.Length || s.Offset != ref.Offset {
				t.Errorf("run %d, %s: %d of %d values from entry %d, want %d from %d", i, s.Name, len(s.Values),
					s.Length, s.Offset, ref.Length, ref.Offset)
				continue
			}
			for k, at := range ref.Index {
				compared++
				if !near(s.Values[at], ref.Value[k], rel) {
					t.Errorf("run %d, %s[%d] = %v, want %v", i, s.Name, at, s.Values[at], ref.Value[k])
					break
				}
				if ref.Value[k] != 0 {
					worst = math.Max(worst, math.Abs(s.Values[at]/ref.Value[k]-1))
				}
			}
		}
		for name := range want.Runs[i].Series {
			t.Errorf("run %d: %s is in the study, not computed", i, name)
		}
	}
	t.Logf("%d values compared, the worst off by %.2g relative", compared, worst)
	if compared < 1000 {
		t.Errorf("only %d values compared", compared)
	}
}

// TestMedians compares the defaults that are taken from the published figures.
func TestMedians(t *testing.T) {
	for _, c := range []struct {
		snapshot, name string
		of             func(*assumption.Inputs) (assumption.Recent, error)
		want           float64
	}{
		// Source: notes on MechaFIL, defaults of the study, and study-burden.json.
		{"2023-07-31", "raw_onboarding_pib", (*assumption.Inputs).RecentOnboarding, 5.9664154},
		{"2023-07-31", "renewal_rate", (*assumption.Inputs).RecentRenewalRate, 0.71167269},
		{"2023-07-31", "fil_plus_rate", (*assumption.Inputs).RecentFILPlusRate, readStudy(t).Medians["fil_plus_rate"]},
		{"2025-09-09", "raw_onboarding_pib", (*assumption.Inputs).RecentOnboarding, 3.74586485},
		{"2025-09-09", "renewal_rate", (*assumption.Inputs).RecentRenewalRate, 0.77409932},
	} {
		got, err := c.of(simtest.Inputs(t, c.snapshot))
		if err != nil || !near(got.Median, c.want, 1e-12) || got.Values != 90 {
			t.Errorf("%s of %s: %v of %d values (%v), want %v of 90", c.name, c.snapshot, got.Median, got.Values, err,
				c.want)
		}
		if last := got.Last.String(); c.snapshot == "2023-07-31" && last != c.snapshot {
			t.Errorf("%s: the newest value is of %s, want the snapshot's day", c.name, last)
		}
	}
}

// TestSummaryOfStudy recomputes headline figures from the series.
func TestSummaryOfStudy(t *testing.T) {
	result := runStudy(t)
	for i := range result.Runs {
		run, n := &result.Runs[i], result.HistoryDays
		s := &run.Summary
		gas, direct, circulating := 0.0, 0.0, 0.0
		for e := n + 1; e < result.Days; e++ {
			gas += run.GasStatusQuoFIL[e]
			direct += run.GasDirectFIL[e]
			circulating += run.GasStatusQuoFIL[e] / run.Network.CirculatingFIL[e]
		}
		days := float64(result.Days - n - 1)
		net := 0.0
		for _, flow := range run.NetflowDailyFIL[n:] { // entry k is the flow of entry k+1
			net += flow
		}
		month, of := 0.0, 0.0
		for e := range result.Days {
			if d := result.Date(e); e >= 30 && d.YearMonth() == "2024-07" { // 365 days after 2023-07-31
				month += run.GasOverNetflow[e-30]
				of++
			}
		}
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"gas", s.GasFIL, gas},
			{"direct", s.DirectFIL, direct},
			{"saving", s.SavingFIL, gas - direct},
			{"saving a year", s.SavingFILPerYear, (gas - direct) / days * 365},
			{"gas over net flow", s.GasOverNetflow, gas / net},
			{"gas over circulating a year", s.GasOverCirculatingPerYear, 365 * circulating / days},
			{"saving over circulating a year", s.SavingOverCirculatingPerYear, 0.85 * 365 * circulating / days},
			{"month's gas over net flow", s.MonthGasOverNetflow, month / of},
			{"days", float64(s.ForecastDays), 1094}, // the last forecast day is dropped: MechaFIL's own
		} {
			if !near(c.got, c.want, 1e-9) {
				t.Errorf("run %d: %s is %v, want %v", i, c.name, c.got, c.want)
			}
		}
		if got := s.Month.String(); got != "2024-07-01" {
			t.Errorf("the month read is %s", got)
		}
	}
}
