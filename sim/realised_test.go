package sim_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestRealisedByHand recomputes named days from the cells of assets/data/network-daily.csv: the row of the day, that
// of the day before (whose burn the upper bound needs), and that of 30 days before, the other end of its means. Total
// gas is the sum of the row's seven gas columns.
func TestRealisedByHand(t *testing.T) {
	type row struct{ burnt, circulating, mined, vested, locked float64 }
	for _, c := range []struct {
		day                   day.Day
		of, before, thirty    row
		gas, total            float64 // Ggas
		window, other         float64 // Ggas of SubmitWindowedPoSt, and of what is not onboarding either
		rawPower, qaPower     float64 // EiB
		rawOnboard, qaOnboard float64 // PiB a day
		fee                   float64 // nanoFIL; NaN: not published
		atMostFIL             float64 // what comes out, to the digits shown: the burn of that day, and no other
	}{
		{
			day.Of(2023, 7, 31),
			row{38278309.80, 487480000, 297340000, 374660000, 163300000}, row{burnt: 38277424.53},
			row{37926878.68, 481070000, 291650000, 366620000, 156340000},
			17149.9238, 9471.8861 + 6811.0209 + 34.1707 + 0.1541 + 17149.9238 + 4880.5814 + 9479.6048,
			4880.5814, 9479.6048,
			11.250829, 22.876534, 5.5555115, 48.632577, math.NaN(), 317.4400,
		},
		{ // an upgrade's day, on which much was terminated: the bound says 2,346 FIL where 0.0005 were paid
			day.Of(2024, 4, 24),
			row{39440840.02, 581320000, 337010000, 430920000, 164240000}, row{burnt: 39431714.16},
			row{39189729.31, 564370000, 333400000, 425310000, 172220000},
			5206.184, 1387.6707 + 98.646 + 1926.5298 + 1111.9503 + 5206.184 + 3052.3943 + 7469.6862,
			3052.3943, 7469.6862,
			6.6835048, 23.369276, 1.4125671, 11.381647, 0.0000001029231, 2345.8630,
		},
		{ // a dear day: most of what was burnt was for gas
			day.Of(2025, 4, 25),
			row{40474867.84, 715960000, 372600000, 499410000, 132640000}, row{burnt: 40472881.66},
			row{40403879.12, 704290000, 370090000, 493790000, 136250000},
			14378.9929, 26586.7654 + 1845.9435 + 14378.9929 + 1435.7748 + 5037.6337,
			1435.7748, 5037.6337,
			3.7062925, 22.609259, 3.9039917, 38.555145, 0.03302783, 579.4705,
		},
		{ // the last day with published supply, whose fee was left out
			day.Of(2025, 5, 26),
			row{40517513.50, 728460000, 375160000, 505210000, 128460000}, row{burnt: 40516837.26},
			row{40476976.12, 716220000, 372690000, 499600000, 132650000},
			15396.8582, 16706.9891 + 1919.2652 + 15396.8582 + 1429.7753 + 5909.5801,
			1429.7753, 5909.5801,
			3.614237, 22.434461, 3.4442139, 33.932888, math.NaN(), 251.7251,
		},
	} {
		for _, name := range []string{"2023-07-31", "2025-09-09"} {
			in := simtest.Inputs(t, name)
			result := run(t, `{"snapshot": "`+name+`"}`)
			r := sim.NewRealised(in.Daily, result.Measure())
			e := int(c.day - result.Start)
			fil, atMost := c.gas*c.fee, c.gas*(c.of.burnt-c.before.burnt)/c.total
			outflow := (c.of.burnt + c.of.locked - c.thirty.burnt - c.thirty.locked) / 30
			inflow := (c.of.mined + c.of.vested - c.thirty.mined - c.thirty.vested) / 30
			for _, s := range []struct {
				name string
				got  []float64
				want float64
			}{
				{"deal power", r.DealOnboardedPiB, (c.qaOnboard - c.rawOnboard) / 9},
				{"ratio", r.QARawRatio, c.qaPower / c.rawPower},
				{"gas", r.GasGgas, c.gas},
				{"gas of total", r.GasOfTotal, c.gas / c.total},
				{"load", r.LoadTgas, c.total / 1000}, {"publishing", r.PublishTgas, c.gas / 1000},
				{"proving", r.WindowTgas, c.window / 1000}, {"other", r.OtherTgas, c.other / 1000},
				{"onboarding", r.OnboardTgas, (c.total - c.gas - c.window - c.other) / 1000},
				{"gas in FIL", r.GasFIL, fil},
				{"gas in FIL, at most", r.GasAtMostFIL, atMost},
				{"outflow", r.OutflowMeanFIL, outflow},
				{"gas / outflow", r.GasOverOutflow, fil / outflow},
				{"gas / net flow", r.GasOverNetflow, fil / (inflow - outflow)},
				{"gas / supply", r.GasOverCirculating, fil / c.of.circulating},
			} {
				if len(s.got) != result.Days {
					t.Errorf("%s has %d values, want %d", s.name, len(s.got), result.Days)
				}
				if !near(s.got[e], s.want, 1e-12) && !(math.IsNaN(s.got[e]) && math.IsNaN(s.want)) {
					t.Errorf("%s of %s, in %s: %v, want %v", s.name, c.day, name, s.got[e], s.want)
				}
			}
			if !near(atMost, c.atMostFIL, 1e-6) || fil > atMost {
				t.Errorf("%s: %v FIL, at most %v, want at most %v", c.day, fil, atMost, c.atMostFIL)
			}
		}
	}
}

// TestRealisedEndsWithTheFigures: the table has supply to 2025-05-26, gas to 2025-06-24 and power to
// 2025-09-09; what lies after is undefined.
func TestRealisedEndsWithTheFigures(t *testing.T) {
	in := simtest.Inputs(t, "2025-09-09")
	result := run(t, `{"snapshot": "2025-09-09", "horizon_days": 30, "smoothing_days": 1}`)
	r := sim.NewRealised(in.Daily, result.Measure())
	last := func(values []float64) string {
		for e := len(values) - 1; e >= 0; e-- {
			if !math.IsNaN(values[e]) {
				return result.Date(e).String()
			}
		}
		return "never"
	}
	for _, c := range []struct {
		name   string
		values []float64
		want   string
	}{
		{"gas", r.GasGgas, "2025-06-24"}, {"gas in FIL", r.GasFIL, "2025-06-24"},
		{"at most", r.GasAtMostFIL, "2025-06-24"},
		{"gas / supply", r.GasOverCirculating, "2025-05-25"},
		{"ratio", r.QARawRatio, "2025-09-09"}, {"outflow", r.OutflowMeanFIL, "2025-05-26"},
	} {
		if got := last(c.values); got != c.want {
			t.Errorf("%s ends %s, want %s", c.name, got, c.want)
		}
	}
	for _, values := range [][]float64{r.GasOverOutflow, r.GasOverNetflow, r.GasOverCirculating} {
		if i := slices.IndexFunc(values, func(v float64) bool { return math.IsInf(v, 0) }); i >= 0 {
			t.Errorf("infinite at %d", i)
		}
	}
}

// TestRealisedWithoutColumns: a table that lacks columns, or starts later, leaves gaps.
func TestRealisedWithoutColumns(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	daily := *in.Daily
	daily.BurntFIL, daily.GasPublishStorageDeals = nil, nil
	daily.First += 1000 // entry 0 now lies before the first row
	result := run(t, `{"horizon_days": 100}`)
	r := sim.NewRealised(&daily, result.Measure())
	for _, values := range [][]float64{r.GasGgas, r.OutflowMeanFIL, r.GasOverNetflow} {
		if i := slices.IndexFunc(values, func(v float64) bool { return !math.IsNaN(v) }); i >= 0 {
			t.Errorf("%v at %d, from nothing", values[i], i)
		}
	}
	if !math.IsNaN(r.QARawRatio[0]) || math.IsNaN(r.QARawRatio[60]) {
		t.Errorf("ratio %v before the table, %v within", r.QARawRatio[0], r.QARawRatio[60])
	}
}

// TestRealisedMeetsHistory: where the snapshot's history is published, it and the table agree.
func TestRealisedMeetsHistory(t *testing.T) {
	const rel = 1e-5 // the snapshots carry more digits than the table
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		result := runDefault(t, name)
		r := sim.NewRealised(simtest.Inputs(t, name).Daily, result.Measure())
		for e := range result.HistoryDays + 1 {
			if got, want := result.Runs[0].QARawRatio[e], r.QARawRatio[e]; !near(got, want, rel) {
				t.Errorf("%s, entry %d: ratio %v in the run, %v in the table", name, e, got, want)
			}
			if got, want := result.Runs[0].DealOnboardedPiB[e], r.DealOnboardedPiB[e]; math.Abs(got-want) > 1e-5 {
				t.Errorf("%s, entry %d: deal power %v in the run, %v in the table", name, e, got, want)
			}
		}
	}
}

// TestNothingMovesTheRealised: what happened is the same figure for a day whatever is assumed, and from whichever
// snapshot one looks. Every field of a scenario is moved to both ends of its range, or to each of its choices. Two
// of them say which figure a chart shows, of which messages and averaged over how many days; curve and dots
// follow those together, and each such figure is again the same under every other assumption.
func TestNothingMovesTheRealised(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	shown := map[string]bool{"messages": true, "smoothing_days": true}
	all := map[sim.Measure]map[day.Day][10]float64{} // figures by day; of a measure only what it defines is filled
	days := 0
	check := func(text string) {
		t.Helper()
		result := run(t, text)
		r := sim.NewRealised(simtest.Inputs(t, result.Scenario.Snapshot).Daily, result.Measure())
		definition := sim.Measure{Messages: result.Scenario.Messages, SmoothingDays: result.Scenario.SmoothingDays}
		known := all[definition]
		if known == nil {
			known = map[day.Day][10]float64{}
			all[definition] = known
		}
		for e := range result.Days {
			got := [10]float64{
				r.DealOnboardedPiB[e], r.QARawRatio[e], r.GasGgas[e], r.GasOfTotal[e], r.GasFIL[e], r.GasAtMostFIL[e],
				r.OutflowMeanFIL[e],
				r.GasOverOutflow[e], r.GasOverNetflow[e], r.GasOverCirculating[e],
			}
			d := result.Date(e)
			want, seen := known[d]
			if !seen {
				known[d] = got
				continue
			}
			for k := range got {
				if math.Float64bits(got[k]) != math.Float64bits(want[k]) &&
					!(math.IsNaN(got[k]) && math.IsNaN(want[k])) {
					t.Fatalf("%s: figure %d of %s is %v, was %v under other assumptions", text, k, d, got[k], want[k])
				}
			}
			days++
		}
	}
	for _, measure := range []string{"", `, "messages": "onboarding"`, `, "smoothing_days": 1`,
		`, "smoothing_days": 365`} {
		for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
			head := `{"snapshot": "` + snapshot + `"` + measure
			check(head + "}")
			for _, f := range assumption.Rows() {
				var values []string
				switch {
				case f.Name == "snapshot" || shown[f.Name]:
					continue
				case f.Name == "horizon_days":
					values = []string{"1", "2000"}
				case f.Kind == assumption.Rates:
					values = []string{"[0]", "[0.2, 1]"}
				case f.Kind == assumption.Switch:
					values = []string{"true", "false"}
				case f.Kind == assumption.Date:
					values = []string{`"2023-09-01"`, `"2026-01-01"`}
				case len(f.Choices) > 0:
					for _, choice := range f.Choices {
						values = append(values, `"`+choice+`"`)
					}
				default:
					values = []string{number(f.Range.Min), number(f.Range.Max)}
				}
				for _, value := range values {
					check(head + `, "` + f.Name + `": ` + value + "}")
				}
			}
		}
	}
	if days < 100000 || len(all) != 4 {
		t.Errorf("%d days of %d measures were compared", days, len(all))
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
