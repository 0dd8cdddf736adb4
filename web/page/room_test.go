package page

import (
	"slices"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// mustBe fails unless every series of a result is that of its scenario, computed on its own.
func mustBe(t *testing.T, what string, in *sim.Inputs, got *sim.Result) {
	t.Helper()
	want, err := sim.Run(in, got.Scenario)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Runs {
		series := got.Runs[i].Series()
		for k, s := range want.Runs[i].Series() {
			if !same(series[k].Values, s.Values) {
				t.Fatalf("%s: run %d: %s is not that of its scenario", what, i, s.Name)
			}
		}
		if got.Runs[i].Summary != want.Runs[i].Summary {
			t.Fatalf("%s: run %d: the summary is not that of its scenario", what, i)
		}
	}
	for k := range want.Bands.Day {
		if !same(got.Bands.Day[k], want.Bands.Day[k]) || !same(got.Bands.Mean[k], want.Bands.Mean[k]) {
			t.Fatalf("%s: the bands are not those of its scenario", what)
		}
	}
}

// TestRooms: sliders that move, runs that are pinned and let go, other horizons and snapshots leave the results on
// show and pinned, and the one before, as they were computed, in three rooms and an axis of realised figures.
func TestRooms(t *testing.T) {
	p := newTestPage(t)
	use(t, p, study)
	app := NewCharts(p, PlotIDs...)
	inputs := map[string]*sim.Inputs{study: p.in, latest: inputsOf(t, p, latest)}
	check := func(what string) {
		t.Helper()
		mustBe(t, what+": on show", p.in, p.Result)
		if p.Pinned != nil {
			mustBe(t, what+": pinned", inputs[p.Pinned.result.Scenario.Snapshot], p.Pinned.result)
		}
		realised := sim.NewRealised(p.in.Daily, p.Result.Measure())
		if !same(p.Realised.GasOverNetflow, realised.GasOverNetflow) || !same(p.Realised.GasFIL, realised.GasFIL) || !same(p.Realised.OutflowMeanFIL, realised.OutflowMeanFIL) {
			t.Fatal(what + ": the realised figures are not those of the scenario")
		}
	}
	step := 0
	slide := func(name string, values ...float64) {
		t.Helper()
		for _, v := range values {
			step++
			before := p.Result
			p.Slide(slider(t, p, name), words.Number(v))
			if err := app.Follow(); err != nil {
				t.Fatal(err)
			}
			if p.Result == before {
				t.Fatalf("%s %v changes nothing", name, v)
			}
			mustBe(t, "the one before", inputs[before.Scenario.Snapshot], before)
			check(name + " " + words.Number(v) + ", step " + strconv.Itoa(step))
		}
	}
	slide("raw_onboarding_pib", 1, 2, 3)
	p.Pin()
	slide("renewal_rate", 20, 30, 40)
	slide("rebound", 10, 50)
	slide("horizon_days", 400, 2000, 300)
	p.Pin() // another in its place
	slide("smoothing_days", 1, 60)
	slide("base_fee_nanofil", 1, 2)
	use(t, p, latest)
	check(latest)
	slide("raw_onboarding_pib", 4, 5, 6)
	p.Pinned = nil
	slide("raw_onboarding_pib", 7, 8, 9)
	use(t, p, study)
	check(study)
	if len(p.rooms) > 3 {
		t.Errorf("%d rooms, want at most 3: on show, pinned and the next", len(p.rooms))
	}
}

// TestErrorLeavesResult: a scenario that cannot be computed takes no room from the last good result.
func TestErrorLeavesResult(t *testing.T) {
	p := newTestPage(t)
	p.Slide(slider(t, p, "raw_onboarding_pib"), "3")
	update(t, p)
	good := p.Result
	p.Scenario.SmoothingDays, p.stale = -1, true
	for range 3 {
		if p.Update() == nil {
			t.Fatal("no error")
		}
	}
	if p.Result != good {
		t.Fatal("the last good result is gone")
	}
	mustBe(t, "after errors", p.in, good)
}

// TestFollow: while a slider moves the charts have the numbers and titles that they would have at rest, and their
// words follow.
func TestFollow(t *testing.T) {
	moving, resting := newTestPage(t), newTestPage(t)
	follows, rests := NewCharts(moving, PlotIDs...), NewCharts(resting, PlotIDs...)
	for _, p := range []*Page{moving, resting} {
		p.Slide(slider(t, p, "raw_onboarding_pib"), "9")
	}
	if follows.Follow() != nil || rests.Update() != nil {
		t.Fatal("an error")
	}
	for i, plot := range follows.Plots {
		want := rests.Plots[i]
		if !same(plot.Data, want.Data) || plot.Limit != want.Limit || plot.Title != want.Title || plot.key != want.key {
			t.Errorf("%s is not what it is at rest", plot.ID)
		}
	}
	if err := follows.Update(); err != nil {
		t.Fatal(err)
	}
	for i, plot := range follows.Plots {
		if want := rests.Plots[i]; plot.Summary != want.Summary || plot.Subtitle != want.Subtitle || !slices.Equal(plot.Notices, want.Notices) {
			t.Errorf("%s does not say at rest what it shows", plot.ID)
		}
	}
}
