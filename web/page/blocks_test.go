package page

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// newBlocksPage is a page whose price follows block space.
func newBlocksPage(t testing.TB, assumptions ...string) *Page {
	t.Helper()
	return newStudyPage(t, append([]string{"gas_model=scaling", "price=block_space"}, assumptions...)...)
}

// The chart of block space has the loads of every run from the snapshot's day on, those of the focus run by kind too,
// and what was published, in all and by kind.
func TestBlockChart(t *testing.T) {
	for _, assumptions := range [][]string{
		{"fil_plus_rates=0.9,0.1"}, {"messages=onboarding", "horizon_days=3"},
		{"rebound=0.5", "raw_onboarding_pib=9"}, {"raw_onboarding_pib=0", "renewal_rate=0"},
	} {
		p := newBlocksPage(t, assumptions...)
		plot, r := plotOf(p, Blocks), p.Result
		if plot.Absent || len(plot.Data) != plot.Rows*(1+len(plot.Spec.Series)) {
			t.Fatalf("%v: absent %v, %d numbers for %d lines", assumptions, plot.Absent, len(plot.Data),
				len(plot.Spec.Series))
		}
		for i := range r.Runs {
			for kind, name := range map[string]string{"line": "load_tgas", "dash": "direct_load_tgas"} {
				line, n := column(t, plot, kind, p.composer().rank(i)), r.HistoryDays
				if day := differs(line[n:], seriesOf(t, r, i, name)[n:], 1, false); day >= 0 {
					t.Errorf("%v: run %d is not %s on %v", assumptions, i, name, r.Date(n+day))
				}
				if slices.ContainsFunc(line[:n], func(v float64) bool { return !math.IsNaN(v) }) {
					t.Errorf("%v: run %d has a load before the snapshot, whose levels it is of", assumptions, i)
				}
			}
		}
		focus, dots := Focus(r), column(t, plot, "dots", -1)
		line, simulated, published := column(t, plot, "line", p.composer().rank(focus)), 0, 0
		for k := range r.Days {
			sum, shown := 0.0, 0.0
			for color, name := range []string{"other", "window", "onboard", "publish"} {
				layer := column(t, plot, chart.Layer, color)[k]
				if k >= r.HistoryDays {
					want := seriesOf(t, r, focus, "load_"+name+"_tgas")[k]
					if layer != want && !(math.IsNaN(layer) && math.IsNaN(want)) {
						t.Fatalf("%v: %s of %v is %v, want %v", assumptions, name, r.Date(k), layer, want)
					}
				} else if !math.IsNaN(layer) {
					t.Fatalf("%v: %s is simulated on %v, before the snapshot", assumptions, name, r.Date(k))
				}
				sum += layer
				shown += column(t, plot, chart.LayerDots, color)[k]
			}
			if !math.IsNaN(sum) {
				if simulated++; math.Abs(sum-line[k]) > 1e-9*sum {
					t.Fatalf("%v: the layers of %v come to %v, the line is at %v", assumptions, r.Date(k), sum, line[k])
				}
			}
			if !math.IsNaN(dots[k]) {
				if published++; math.Abs(shown-dots[k]) > 1e-9*dots[k] {
					t.Fatalf("%v: published layers of %v come to %v, the dot is at %v", assumptions, r.Date(k), shown,
						dots[k])
				}
			}
		}
		if simulated < 3 || published < 30 {
			t.Errorf("%v: %d days are simulated, %d published", assumptions, simulated, published)
		}
		if strings.Contains(plot.Title+plot.Subtitle+plot.Summary, "{") || plot.Summary == "" {
			t.Errorf("%v: %q, %q, %q", assumptions, plot.Title, plot.Subtitle, plot.Summary)
		}
	}
}

// 2025-04-28 was published in part: its 10 Tgas are no day of gas, and no dot.
func TestPartialDayIsNoDot(t *testing.T) {
	p := newBlocksPage(t)
	dots := column(t, plotOf(p, Blocks), "dots", -1)
	for d, published := range map[day.Day]bool{day.Of(2025, 4, 27): true, day.Of(2025, 4, 28): false,
		day.Of(2025, 4, 29): true, day.Of(2024, 12, 12): true} {
		if got := dots[int(d-p.Result.Start)]; math.IsNaN(got) == published {
			t.Errorf("%s: %v", d, got)
		}
	}
	// The fullest day of all, which the line across the chart names.
	if got := dots[int(day.Of(2024, 12, 12)-p.Result.Start)]; math.Abs(got-51.4) > 0.05 {
		t.Errorf("2024-12-12 took %v Tgas, the line says 51.4", got)
	}
}

// The loads that explain the price stand across the chart; that of the low price where FIP-0115 holds.
// All 16 published days of April 2026 stand beside the forecast, though its snapshot was taken before they were known.
func TestPublishedLoadsOfApril2026(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	plot := plotOf(p, Blocks)
	days, sum := 0, 0.0
	for i, v := range whole(plot, plot.realised) {
		if on := (plot.Lead.First + day.Day(i)).String(); on >= "2026-04-01" && !math.IsNaN(v) {
			days, sum = days+1, sum+v
		}
	}
	if mean := sum / float64(days); days != 16 || math.Abs(mean-6.99) > 0.05 {
		t.Errorf("%d days, on average %v Tgas, want 16 and 6.99", days, mean)
	}
}

func TestBlockLevels(t *testing.T) {
	for _, c := range []struct {
		set  []string
		want []float64
	}{
		{[]string{"horizon_days=1000"}, []float64{51.4, 44.16}}, // to April 2026
		{[]string{"horizon_days=1095"}, []float64{51.4, 44.16, 18.432}},
		{[]string{"knee_tgas=41", "gas_limit_ratio=1.28"}, []float64{51.4, 41, 18}},
	} {
		p := newBlocksPage(t, c.set...)
		var got []float64
		for _, level := range plotOf(p, Blocks).Spec.Levels {
			got = append(got, math.Round(1e6*level.Y)/1e6)
			if strings.Contains(level.Text, "{") || (level.From != 0) != (len(got) == 3) {
				t.Errorf("%v: %+v", c.set, level)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: levels %v, want %v", c.set, got, c.want)
		}
	}
}

// Without a price that follows block space there is no such chart, in no form, and no sentence about it; pictures of
// the first version are as ever. What was drawn before leaves nothing behind.
func TestNoBlockChartAtAFixedPrice(t *testing.T) {
	p := newBlocksPage(t)
	var frames Frames
	frames.Next(p, PlotIDs...)
	assume(t, p, "price=fixed")
	shown := frames.Next(p, PlotIDs...)
	plot := shown.Chart(Blocks)
	if !plot.Absent || len(plot.Data) != 0 || len(plot.Spec.Series) != 0 || shown.Fills != "" {
		t.Errorf("%+v, %q", plot, shown.Fills)
	}
	if table, err := p.CSV(); err != nil || strings.Contains(string(table), p.Text.Chart[Blocks].Title) {
		t.Errorf("the table has the chart: %v", err)
	}
	assume(t, p, "price=block_space")
	if again := frames.Next(p, PlotIDs...).Chart(Blocks); again.Absent || !same(again.Data, plotOf(p, Blocks).Data) {
		t.Error("it does not come back")
	}
}

// The sentence has the summary's figures.
func TestFillsAreSaid(t *testing.T) {
	p := newBlocksPage(t)
	f := p.Result.Runs[Focus(p.Result)].Summary.Priced.Fills
	said := p.Picture().Fills
	for _, v := range []float64{f.MarketPiB, f.DirectPiB, f.UnpublishedPiB} {
		if v < 1 || !strings.Contains(said, "<b>"+words.Significant(v, 2)+" PiB a day</b>") {
			t.Errorf("%v is not in %q", v, said)
		}
	}
	assume(t, p, "onboard_tgas_per_pib=0")
	mustContain(t, p.Picture().Fills, "<b>no amount</b> if none are published")
}
