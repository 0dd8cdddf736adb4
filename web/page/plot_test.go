package page

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// shows names the simulator's series behind each chart, and the factor to what the reader sees.
var shows = []struct {
	id             string
	by             words.Denominator
	status, direct string
	scale          float64
	ratio          bool // may have poles
}{
	{"hero", words.ByNetflow, "gas_over_netflow", "direct_over_netflow", 100, true},
	{"hero", words.ByOutflow, "gas_over_outflow", "direct_over_outflow", 100, true},
	{"hero", words.ByCirculating, "gas_over_circulating", "direct_over_circulating", 100 * 365, false},
	{"gas", words.ByNetflow, "gas_status_quo_fil", "gas_direct_fil", 1, false},
	{"outflow", words.ByNetflow, "outflow_mean_fil", "", 1, false},
	{"gas-over-outflow", words.ByNetflow, "gas_over_outflow", "direct_over_outflow", 100, true},
	{"deal", words.ByNetflow, "deal_onboarded_pib", "", 1, false},
	{"ratio", words.ByNetflow, "qa_raw_ratio", "", 1, false},
	{"gas-over-netflow", words.ByNetflow, "gas_over_netflow", "direct_over_netflow", 100, true},
}

// column is the data of the line of a kind at a FIL+ rate of some rank.
func column(t *testing.T, plot *Plot, kind string, rank int) []float64 {
	t.Helper()
	found := -1
	for i, s := range plot.Spec.Series {
		if s.Kind == kind && s.Color == rank {
			if found >= 0 {
				t.Fatalf("%s: two lines of kind %s and colour %d", plot.ID, kind, rank)
			}
			found = 1 + i
		}
	}
	if found < 0 {
		t.Fatalf("%s: no line of kind %s and colour %d", plot.ID, kind, rank)
	}
	return plot.Column(found)
}

// differs is the first day on which a column is not the series times scale; gaps for ratios may
// be wider.
func differs(column, series []float64, scale float64, gaps bool) int {
	for t, got := range column {
		want := series[t] * scale
		switch {
		case math.IsNaN(got) && (math.IsNaN(want) || gaps):
		case math.Abs(got-want) <= 1e-12*math.Abs(want):
		default:
			return t
		}
	}
	return -1
}

// The lines are the simulator's series on the date axis, in the reader's unit.
func TestColumnsAreTheSeries(t *testing.T) {
	for _, assumptions := range [][]string{
		nil,
		{"fil_plus_rates=0.9,0.1"}, // colours do not follow the order
		{"smoothing_days=1", "base_fee_nanofil=0.25", "direct_gas_fraction=0.4"},
		{"smoothing_days=365", "horizon_days=2"},
		{"horizon_days=1"},
		{"raw_onboarding_pib=0", "renewal_rate=0"}, // the network ends
	} {
		p := newStudyPage(t, assumptions...)
		r := p.Result
		for _, c := range shows {
			p.Denominator = c.by
			plot := plotOf(p, c.id)
			if plot.Rows != r.Days || len(plot.Data) != plot.Rows*(1+len(plot.Spec.Series)) {
				t.Fatalf("%v %s: %d rows and %d numbers for %d lines", assumptions, c.id, plot.Rows, len(plot.Data),
					len(plot.Spec.Series))
			}
			for day, seconds := range plot.Column(0) {
				if seconds != float64(r.Date(day).Unix()) {
					t.Fatalf("%v %s: entry %d is at %v", assumptions, c.id, day, seconds)
				}
			}
			for i := range r.Runs {
				for kind, name := range map[string]string{"line": c.status, "dash": c.direct} {
					if name == "" {
						continue
					}
					if day := differs(column(t, plot, kind, p.composer().rank(i)), seriesOf(t, r, i, name), c.scale,
						c.ratio); day >= 0 {
						t.Errorf("%v %s by %s: run %d is not %s on %v", assumptions, c.id, c.by, i, name, r.Date(day))
					}
				}
			}
		}
	}
}

// What happened stands as dots beside the lines, in the same unit.
func TestRealisedColumns(t *testing.T) {
	p := newStudyPage(t)
	for _, c := range []struct {
		id     string
		series []float64
		scale  float64
		ratio  bool
		least  int // dots
	}{
		{"hero", p.Realised.GasOverNetflow, 100, true, 100},
		{"gas", p.Realised.GasFIL, 1, false, 100},
		{"outflow", p.Realised.OutflowMeanFIL, 1, false, 100},
		// Since the fee was published, more was released than locked on all but a few days: there is no share of that.
		{"gas-over-outflow", p.Realised.GasOverOutflow, 100, true, 5},
		{"deal", p.Realised.DealOnboardedPiB, 1, false, 100},
		{"ratio", p.Realised.QARawRatio, 1, false, 100},
		{"gas-over-netflow", p.Realised.GasOverNetflow, 100, true, 100},
	} {
		dots := column(t, plotOf(p, c.id), "dots", -1)
		if day := differs(dots, c.series, c.scale, c.ratio); day >= 0 {
			t.Errorf("%s: the dot of %v is %v, want %v", c.id, p.Result.Date(day), dots[day], c.series[day]*c.scale)
		}
		shown := 0
		for _, v := range dots {
			if !math.IsNaN(v) {
				shown++
			}
		}
		if shown < c.least {
			t.Errorf("%s: only %d dots", c.id, shown)
		}
	}
}

// uPlot cannot scale an axis with an infinity on it.
func TestNoInfinity(t *testing.T) {
	for _, assumptions := range [][]string{
		{"base_fee_nanofil=0"}, {"base_fee_nanofil=1000"}, {"raw_onboarding_pib=0"}, {"raw_onboarding_pib=1000"},
		{"raw_onboarding_pib=0", "renewal_rate=0"}, {"horizon_days=1", "smoothing_days=365"}, {"smoothing_days=1"},
		{"renewal_rate=1", "lock_target=1"}, {"lock_target=0"}, {"fil_plus_rates=0", "fil_plus_multiplier=1"},
		{"direct_gas_fraction=0"},
	} {
		p := newStudyPage(t, assumptions...)
		for _, c := range shows {
			p.Denominator = c.by
			for k, v := range plotOf(p, c.id).Data {
				if math.IsInf(v, 0) {
					t.Errorf("%v: %s by %s has %v in column %d", assumptions, c.id, c.by, v, k/p.Result.Days)
					break
				}
			}
		}
	}
}

// A plot that is used again for fewer rates and days forgets what it held.
func TestFramesReuse(t *testing.T) {
	p := newStudyPage(t)
	var frames Frames
	frames.Next(p, Hero)
	for _, assumption := range []string{"fil_plus_rates=0.3", "horizon_days=10", "fil_plus_rates=0,0.2,0.4,0.6,0.8",
		"horizon_days=2000"} {
		assume(t, p, assumption)
		plot := frames.Next(p, Hero).Charts[0]
		fresh := plotOf(p, "hero")
		if plot.Rows != fresh.Rows || !same(plot.Data, fresh.Data) || plot.Title != fresh.Title ||
			plot.Summary != fresh.Summary {
			t.Errorf("after %s the plot differs from a fresh one", assumption)
		}
	}
}
