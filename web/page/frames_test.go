package page

import (
	"reflect"
	"strconv"
	"testing"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// mustBe fails unless every series of a result is that of its scenario, computed on its own.
func mustBe(t *testing.T, what string, in *assumption.Inputs, got *sim.Result) {
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
		if !reflect.DeepEqual(got.Runs[i].Summary, want.Runs[i].Summary) {
			t.Fatalf("%s: run %d: the summary is not that of its scenario", what, i)
		}
	}
	for k := range want.Bands.Day {
		if !same(got.Bands.Day[k], want.Bands.Day[k]) || !same(got.Bands.Mean[k], want.Bands.Mean[k]) {
			t.Fatalf("%s: the bands are not those of its scenario", what)
		}
	}
}

// TestRuns: sliders that move, runs that are pinned and let go, other horizons and snapshots leave the results on
// show and pinned, and the one before, as they were computed, in the memory of two runs beside those.
func TestRuns(t *testing.T) {
	p := newTestPage(t)
	use(t, p, study)
	inputs := map[string]*assumption.Inputs{study: p.in, latest: inputsOf(t, p, latest)}
	check := func(what string) {
		t.Helper()
		mustBe(t, what+": on show", p.in, p.Result)
		for _, pin := range p.Pins {
			mustBe(t, what+": pinned", inputs[pin.result.Scenario.Snapshot], pin.result)
		}
		realised := sim.NewRealised(p.in.Daily, p.Result.Measure())
		if !same(p.Realised.GasOverNetflow, realised.GasOverNetflow) || !same(p.Realised.GasFIL, realised.GasFIL) ||
			!same(p.Realised.OutflowMeanFIL, realised.OutflowMeanFIL) {
			t.Fatal(what + ": the realised figures are not those of the scenario")
		}
	}
	step := 0
	slide := func(name string, values ...float64) {
		t.Helper()
		for _, v := range values {
			step++
			before := p.Result
			p.Slide(slider(t, p, name), numbers.Exact(v))
			if err := p.Update(); err != nil {
				t.Fatal(err)
			}
			if p.Result == before {
				t.Fatalf("%s %v changes nothing", name, v)
			}
			mustBe(t, "the one before", inputs[before.Scenario.Snapshot], before)
			check(name + " " + numbers.Exact(v) + ", step " + strconv.Itoa(step))
		}
	}
	slide("raw_onboarding_pib", 1, 2, 3)
	p.Pin()
	slide("renewal_rate", 20, 30, 40)
	slide("rebound", 10, 50)
	slide("horizon_days", 400, 2000, 300)
	p.Pin()
	slide("smoothing_days", 1, 60)
	slide("base_fee_nanofil", 1, 2)
	p.Choose(p.chooser("price"), "block_space")
	slide("knee_tgas", 41, 47)
	use(t, p, latest)
	check(latest)
	slide("raw_onboarding_pib", 4, 5, 6)
	p.Pins = nil
	slide("raw_onboarding_pib", 7, 8, 9)
	use(t, p, study)
	check(study)
	if len(p.runs) > 2 {
		t.Errorf("memory of %d runs, want at most 2: on show and the next", len(p.runs))
	}
}

// TestErrorLeavesResult: a scenario that cannot be computed takes no memory from the last good result.
func TestErrorLeavesResult(t *testing.T) {
	p := newTestPage(t)
	p.Slide(slider(t, p, "raw_onboarding_pib"), "3")
	update(t, p)
	good := p.Result
	p.Scenario.SmoothingDays, p.outdated = -1, true
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

// TestFrames: one picture after another in the same memory is what each would be on its own.
func TestFrames(t *testing.T) {
	p := newTestPage(t)
	var frames Frames
	for _, position := range []string{"9", "3", "3.5"} {
		p.Slide(slider(t, p, "raw_onboarding_pib"), position)
		update(t, p)
		got, want := frames.Next(p, PlotIDs...), p.Picture(PlotIDs...)
		if got.Headline != want.Headline || !reflect.DeepEqual(got.Tiles, want.Tiles) || got.Query != want.Query {
			t.Errorf("at %s it says %q, want %q", position, got.Headline, want.Headline)
		}
		for i, plot := range got.Charts {
			alone := want.Charts[i]
			if !same(plot.Data, alone.Data) || plot.Limit != alone.Limit || plot.Summary != alone.Summary ||
				!reflect.DeepEqual(plot.Spec, alone.Spec) {
				t.Errorf("at %s %s is not what it is on its own", position, plot.ID)
			}
		}
	}
}

// TestFollow: while a slider moves, a frame has the fields that show something else than in the frame before, as a
// whole picture shows them; the first after a whole one has all of them.
func TestFollow(t *testing.T) {
	p := newPageOfNow(t)
	var frames Frames
	fields := func(form *Form) map[string]Field {
		out := map[string]Field{}
		add := func(fields []Field) {
			for _, f := range fields {
				out[f.Name] = f
			}
		}
		add(form.Rates[:min(len(form.Rates), p.RateCount())])
		for i := range form.Groups {
			add(form.Groups[i].Sliders)
		}
		return out
	}
	all := len(fields(frames.Next(p, Hero).Form))
	for i, c := range []struct {
		slider, to string
		moved      int
	}{
		{"raw_onboarding_pib", "4", all}, {"raw_onboarding_pib", "5", 1}, {"raw_onboarding_pib", "5", 0},
		{"renewal_rate", "30", 1}, {p.Rates[0].Name, "40", 1}, {"raw_onboarding_pib", "0.22", 1},
	} {
		p.Slide(slider(t, p, c.slider), c.to)
		update(t, p)
		got := fields(frames.Follow(p, Hero).Form)
		if len(got) != c.moved {
			t.Errorf("%d: %s at %s: %d fields have moved, want %d", i, c.slider, c.to, len(got), c.moved)
		}
		want := fields(new(Frames).Next(p, Hero).Form)
		for name, f := range got {
			if w := want[name]; f.Text != w.Text || f.Back != w.Back || f.Marks != w.Marks || f.Hidden != w.Hidden {
				t.Errorf("%d: %s is %q, %q, %q, in a whole picture %q, %q, %q", i, name, f.Text, f.Back, f.Marks,
					w.Text, w.Back, w.Marks)
			}
		}
	}
}
