package explore_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// TestFiguresOfTheSummary: figures that the summary has are the summary's, to the last bit.
func TestFiguresOfTheSummary(t *testing.T) {
	for _, text := range []string{"{}", `{"snapshot": "2025-09-09", "rebound": 0.5, "burn_feedback": true}`,
		`{"gas_model": "regime", "horizon_days": 50}`} {
		in, sc := resolve(t, text)
		result := must(sim.Run(in, sc))
		for k := range result.Runs {
			s := &result.Runs[k].Summary
			for name, want := range map[string]float64{
				"mean_gas_over_netflow": s.GasOverNetflow, "mean_direct_over_netflow": s.DirectOverNetflow,
				"mean_gas_over_circulating":     s.GasOverCirculatingPerYear,
				"month_gas_over_netflow":        s.MonthGasOverNetflow,
				"month_direct_over_netflow":     s.MonthDirectOverNetflow,
				"month_gas_over_outflow":        s.MonthGasOverOutflow,
				"month_direct_over_outflow":     s.MonthDirectOverOutflow,
				"month_gas_over_circulating":    365 * s.MonthGasOverCirculating,
				"month_direct_over_circulating": 365 * s.MonthDirectOverCirculating,
				"saving_fil":                    s.SavingFIL, "saving_fil_per_day": s.SavingFILPerDay,
				"saving_over_circulating_per_year": s.SavingOverCirculatingPerYear,
				"gas_fil":                          s.GasFIL, "direct_gas_fil": s.DirectFIL,
			} {
				got := must(explore.FigureNamed(name)).Read(result, k, 0)
				if got.Figure != want || got.Reason != explore.Defined {
					t.Errorf("%s, run %d: %s is %v (%s), want %v", text, k, name, got.Figure, got.Reason, want)
				}
			}
		}
	}
}

// TestMeanOverOutflow: sums of gas over sums of outflow, added up day by day.
func TestMeanOverOutflow(t *testing.T) {
	in, sc := resolve(t, `{"rebound": 0.5, "burn_feedback": true}`)
	result := must(sim.Run(in, sc))
	for k := range result.Runs {
		run := &result.Runs[k]
		gas, direct, out, directOut := 0.0, 0.0, 0.0, 0.0
		for i := result.HistoryDays + 1; i < result.Days; i++ {
			gas += run.GasStatusQuoFIL[i]
			direct += run.GasDirectFIL[i]
			out += run.OutflowDailyFIL[i-1]
			net := run.DirectNetwork
			directOut += net.BurntFIL[i] + net.LockedFIL[i] - net.BurntFIL[i-1] - net.LockedFIL[i-1]
		}
		for name, want := range map[string]float64{"mean_gas_over_outflow": gas / out,
			"mean_direct_over_outflow": direct / directOut} {
			if got := must(explore.FigureNamed(name)).Read(result, k, 0).Figure; !near(got, want, 1e-9) {
				t.Errorf("run %d: %s is %v, want %v", k, name, got, want)
			}
		}
	}
}

// TestFiguresOfADay: the series' values of that day, or the reason why there is none.
func TestFiguresOfADay(t *testing.T) {
	in, sc := resolve(t, "{}")
	result := must(sim.Run(in, sc))
	run := &result.Runs[1]
	entry := result.HistoryDays + 400
	for name, want := range map[string]float64{
		"day_gas_over_netflow":     run.GasOverNetflow[entry-30],
		"day_direct_over_outflow":  run.DirectOverOutflow[entry-30],
		"day_gas_over_circulating": 365 * run.GasOverCirculating[entry], "day_saving_fil": run.SavingFIL[entry],
		"day_cumulative_saving_fil": run.CumulativeSavingFIL[400],
	} {
		if got := must(explore.FigureNamed(name)).Read(result, 1, result.Date(entry)); got.Figure != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	ended := func() *sim.Result {
		in, sc := resolve(t, `{"raw_onboarding_pib": 0, "renewal_rate": 0}`)
		return must(sim.Run(in, sc))
	}()
	for _, c := range []struct {
		name   string
		result *sim.Result
		figure string
		on     day.Day
		want   explore.Reason
	}{
		{"before the run", result, "day_saving_fil", result.Start - 1, explore.OutsideRun},
		{"after the run", result, "day_gas_over_netflow", result.Date(result.Days), explore.OutsideRun},
		{"last day", result, "day_gas_over_netflow", result.Date(result.Days - 1), explore.Defined},
		{"before the means", result, "day_gas_over_netflow", result.Date(29), explore.BeforeMeans},
		{"first mean", result, "day_gas_over_netflow", result.Date(30), explore.Defined},
		{"supply needs no mean", result, "day_gas_over_circulating", result.Date(0), explore.Defined},
		{"no power", ended, "day_gas_over_circulating", ended.Date(ended.Days - 1), explore.PowerEnded},
		{"the day on which power ends", ended, "day_saving_fil", ended.Date(ended.Runs[0].Network.Defined - 1),
			explore.PowerEnded},
	} {
		got := must(explore.FigureNamed(c.figure)).Read(c.result, 0, c.on)
		if got.Reason != c.want || math.IsNaN(got.Figure) != (c.want != explore.Defined) {
			t.Errorf("%s: %v, want reason %q", c.name, got, c.want)
		}
	}
}

// TestPolesAreTold: a net flow that is not positive is counted, where the figure divides by it.
func TestPolesAreTold(t *testing.T) {
	in, sc := resolve(t, `{"raw_onboarding_pib": 40, "renewal_rate": 1, "fil_plus_rates": [1], "smoothing_days": 1}`)
	result := must(sim.Run(in, sc))
	run := &result.Runs[0]
	negative := 0
	for i, flow := range run.NetflowMeanFIL {
		if flow <= 0 {
			negative++
			v := must(explore.FigureNamed("day_gas_over_netflow")).Read(result, 0, result.Date(i+1))
			if v.Poles != 1 {
				t.Fatalf("day %d: flow %v, %v", i, flow, v)
			}
		}
	}
	if negative == 0 {
		t.Fatal("no day has a negative net flow")
	}
	month := 0
	from := int(run.Summary.Month - result.Start)
	for i := from - 1; i < int(run.Summary.Month.AddMonths(1)-result.Start)-1; i++ {
		if run.NetflowMeanFIL[i] <= 0 {
			month++
		}
	}
	if got := must(explore.FigureNamed("month_gas_over_netflow")).Read(result, 0, 0).Poles; got != month {
		t.Errorf("the month has %d poles, want %d", got, month)
	}
	if got := must(explore.FigureNamed("month_gas_over_circulating")).Read(result, 0, 0).Poles; got != 0 {
		t.Errorf("the supply has %d poles", got)
	}
}

func TestFigureNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range explore.Figures() {
		if seen[f.Name] || f.Unit == "" {
			t.Errorf("figure %q twice or without unit", f.Name)
		}
		seen[f.Name] = true
	}
	if _, err := explore.FigureNamed("burden"); err == nil {
		t.Error("no error for an unknown figure")
	}
}
