package page

import (
	"math"
	"slices"
	"testing"
)

// Where the denominator is not positive there is a gap; beyond that only values may go that would
// squash all others, and none where there is no pole at all.
func TestPolesAreGaps(t *testing.T) {
	seen := map[bool]int{} // charts with and without poles
	for _, assumptions := range [][]string{nil, {"raw_onboarding_pib=2"}, {"raw_onboarding_pib=20"},
		{"horizon_days=20"}, {"lock_target=0.6", "smoothing_days=7"}} {
		p := newStudyPage(t, assumptions...)
		for _, c := range []struct{ id, denominator, status, direct string }{
			{"gas-over-outflow", "outflow_mean_fil", "gas_over_outflow", "direct_over_outflow"},
			{"gas-over-netflow", "netflow_mean_fil", "gas_over_netflow", "direct_over_netflow"},
		} {
			plot := plotOf(p, c.id)
			realised := map[string][]float64{"gas-over-outflow": p.Realised.GasOverOutflow,
				"gas-over-netflow": p.Realised.GasOverNetflow}[c.id]
			poles := slices.ContainsFunc(realised, func(v float64) bool { return v < 0 })
			kept, removed, most, least := 0, 0, 0.0, math.Inf(1) // of magnitudes kept and removed
			count := func(got, want float64) {
				switch size := math.Abs(want); {
				case math.IsNaN(want):
				case math.IsNaN(got):
					removed++
					least = min(least, size)
				default:
					kept++
					most = max(most, size)
				}
			}
			for i := range p.Result.Runs {
				denominator := seriesOf(t, p.Result, i, c.denominator)
				for kind, name := range map[string]string{"line": c.status, "dash": c.direct} {
					got, want := column(t, plot, kind, p.composer().rank(i)), seriesOf(t, p.Result, i, name)
					for day, d := range denominator {
						if d <= 0 {
							poles = true
							if !math.IsNaN(got[day]) {
								t.Errorf("%v %s: %v on %v, where the denominator is %v", assumptions, c.id, got[day],
									p.Result.Date(day), d)
							}
						} else {
							count(got[day], 100*want[day])
						}
					}
				}
			}
			dots := column(t, plot, "dots", -1)
			for day, v := range realised {
				if v >= 0 {
					count(dots[day], 100*v)
				} else if !math.IsNaN(dots[day]) {
					t.Errorf("%v %s: a dot at %v on %v, a pole", assumptions, c.id, dots[day], p.Result.Date(day))
				}
			}
			seen[poles]++
			switch {
			case !poles && removed > 0:
				t.Errorf("%v %s: %d values are left out of a chart without poles", assumptions, c.id, removed)
			case least <= most:
				t.Errorf("%v %s: %v is left out but %v is not", assumptions, c.id, least, most)
			case 3*removed > kept:
				t.Errorf("%v %s: %d values are left out, %d stay", assumptions, c.id, removed, kept)
			}
		}
	}
	if seen[true] < 2 || seen[false] < 2 {
		t.Errorf("%d charts with poles and %d without: the test needs both", seen[true], seen[false])
	}
}

// A share of a flow that is positive, but next to nothing on some days, leaves the chart through the top there: drawn
// to scale it would press what it is on all other days into the floor.
func TestShareOfNextToNothingSquashesNothing(t *testing.T) {
	for _, c := range []struct {
		onboarding string
		leaves     bool
	}{{"raw_onboarding_pib=5.966", false}, {"raw_onboarding_pib=10.75", true}} {
		p := newStudyPage(t, c.onboarding)
		plot := plotOf(p, "hero")
		curve := slices.DeleteFunc(slices.Clone(column(t, plot, "line", 2)), math.IsNaN)
		slices.Sort(curve)
		highest, median := curve[len(curve)-1], curve[len(curve)/2]
		if leaves := plot.Limit > 0 && plot.Limit < highest; leaves != c.leaves {
			t.Errorf("%s: up to %v, and the axis to %v", c.onboarding, highest, plot.Limit)
		}
		if plot.Limit > 0 && median < plot.Limit/20 {
			t.Errorf("%s: half of the days lie below %v, on an axis to %v", c.onboarding, median, plot.Limit)
		}
	}
}

// Charts that are no ratio lose nothing, however steep.
func TestOnlyRatiosHaveGaps(t *testing.T) {
	p := newStudyPage(t)
	for _, id := range []string{"gas", "outflow", "deal", "ratio"} {
		plot := plotOf(p, id)
		for i := range p.Result.Runs {
			for day, v := range column(t, plot, "line", p.composer().rank(i)) {
				if math.IsNaN(v) != (id == "outflow" && day < p.Result.Scenario.SmoothingDays) {
					t.Fatalf("%s: %v on %v", id, v, p.Result.Date(day))
				}
			}
		}
	}
}

// Gas that the model predicts to be negative is shown: it is the model's failure, not a pole.
func TestNegativeGasIsNoPole(t *testing.T) {
	p := newStudyPage(t)
	use(t, p, latest)
	plot := plotOf(p, "gas-over-netflow")
	negative := 0
	for i := range p.Result.Runs {
		for _, v := range column(t, plot, "line", p.composer().rank(i)) {
			if v < 0 {
				negative++
			}
		}
	}
	if negative < 1000 {
		t.Errorf("only %d negative values are shown", negative)
	}
}
