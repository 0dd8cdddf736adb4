package explore

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
)

// compared are two scenarios on their networks, and the answer to how they differ.
func compared(t *testing.T, figure, by string, snapshots [2]string, o [2]assumption.Overrides) (*ask.Answer, *Compared,
	*explore.Comparison) {
	t.Helper()
	of := map[string]*assumption.Inputs{}
	var scenarios [2]assumption.Scenario
	var results [2]*sim.Result
	for i, name := range snapshots {
		if of[name] == nil {
			of[name], _ = asktest.Inputs(t, name)
		}
		var err error
		if scenarios[i], err = o[i].Resolve(of[name]); err != nil {
			t.Fatal(err)
		}
		if results[i], err = sim.Run(of[name], scenarios[i]); err != nil {
			t.Fatal(err)
		}
	}
	f, err := explore.FigureNamed(figure)
	if err != nil {
		t.Fatal(err)
	}
	work, err := explore.NewComparison(scenarios[0], scenarios[1],
		explore.Question{Figure: figure, Rate: explore.Middle},
		func(name string) (*assumption.Inputs, error) { return of[name], nil })
	if err != nil {
		t.Fatal(err)
	}
	for done := false; !done; {
		if done, err = work.Step(100); err != nil {
			t.Fatal(err)
		}
	}
	c := &Compared{Here: results[0], There: results[1], Rate: [2]int{1, 1}, Color: 1, By: by}
	return Compare(English(), work, c, &Asked{Figure: f, Rate: "75 %"}), c, work
}

func overrides(t *testing.T, text string) assumption.Overrides {
	t.Helper()
	o, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// Across networks both curves are on the chart, whichever is the larger; what alone is cut stands beside a pole, and
// is marked. Months are named, since the two are years apart.
func TestCompareAcrossNetworks(t *testing.T) {
	answer, c, _ := compared(t, ask.DefaultFigure, "netflow", [2]string{"2023-07-31", "2025-09-09"},
		[2]assumption.Overrides{nil, overrides(t, `{"adoption": "constant", "adoption_share": 0.11}`)})
	both, said := answer.Charts[0], asktest.JSON(t, answer)
	here := c.Here.Runs[1].GasOverNetflow // its net flow is positive throughout
	most := 0.0
	for _, v := range here {
		most = max(most, 100*v)
	}
	if both.Limit == 0 || both.Limit < most || both.Limit > 1.5*most {
		t.Errorf("the axis ends at %v, this picture reaches %v", both.Limit, most)
	}
	flow := c.There.Runs[1].NetflowMeanFIL
	beyond, poles := 0, 0
	for k, v := range c.There.Runs[1].GasOverNetflow {
		if flow[k] <= 0 {
			poles++
		} else if 100*v > both.Limit {
			beyond++
		}
	}
	cut := regexp.MustCompile(`Cut at 4\.7 %: on (\d+) days`).FindStringSubmatch(strings.Join(both.Hints, " "))
	if len(both.Spec.Marks) == 0 || cut == nil {
		t.Fatalf("the cut is not marked: %v, %q", both.Spec.Marks, both.Hints)
	}
	if days, err := strconv.Atoi(cut[1]); err != nil || poles == 0 || beyond == 0 || days < beyond {
		t.Errorf("%d days beyond the axis, %d said, %d without a flow", beyond, days, poles)
	}
	if !strings.Contains(said, "here (July 2024) and") ||
		!strings.Contains(said, "in the other link (September 2026)") {
		t.Errorf("months are missing: %.300s", said)
	}
	if rest := both.Spec.RestEntry; math.IsNaN(both.Columns[0][rest]) || math.IsNaN(both.Columns[1][rest]) ||
		!math.IsNaN(both.Columns[0][rest+1]) {
		t.Errorf("the readout rests on entry %d, not the last of both", rest)
	}
	// A forecast of the one is history of the other: nothing is shaded as history.
	if both.Spec.Snapshot != both.First || both.Spec.Text["forecast"] != "" {
		t.Errorf("history to %d from %d, %q", both.Spec.Snapshot, both.First, both.Spec.Text["forecast"])
	}
	// This picture has the colours of the page, the other none of them.
	if s := both.Spec; s.Colors != 3 || s.Series[0].Color != 1 || s.Series[2].Color != 1 || s.Series[1].Color >= 0 {
		t.Errorf("colours %d of %+v", s.Colors, s.Series)
	}
}

// Where no flow passes through zero nothing is cut, the peak of the difference included.
func TestCompareCutsNothingElse(t *testing.T) {
	preset, err := assumption.PresetNamed("study")
	if err != nil {
		t.Fatal(err)
	}
	answer, _, _ := compared(t, "mean_gas_over_netflow", "netflow", [2]string{"2023-07-31", "2023-07-31"},
		[2]assumption.Overrides{nil, preset.Overrides})
	for _, chart := range answer.Charts {
		if chart.Limit != 0 || len(chart.Hints) != 1 || len(chart.Spec.Marks) > 0 {
			t.Errorf("%s is cut at %v: %q", chart.ID, chart.Limit, chart.Hints)
		}
	}
	if said := asktest.JSON(t, answer); strings.Contains(said, "Cut at") || strings.Contains(said, "29 July 2026") {
		t.Errorf("%.300s", said)
	}
	// Figures of the whole forecast are of the same days here, of others across networks.
	across, _, _ := compared(t, "mean_gas_over_netflow", "netflow", [2]string{"2023-07-31", "2025-09-09"},
		[2]assumption.Overrides{})
	if said := across.Said[0]; !strings.Contains(said, "here (1 August 2023 to 29 July 2026) and") ||
		!strings.Contains(said, "in the other link (10 September 2025 to ") {
		t.Errorf("%.300s", said)
	}
}

// Poles take their neighbours with them as far as these stand out; a peak elsewhere stays.
func TestBesidePoles(t *testing.T) {
	nan := math.NaN()
	values := []float64{1, 1, 9, 1, 1, 2, 8, 90, nan, 80, 7, 2, 1, 1, 1, 1, 1, 1, 1, 1}
	flow := []float64{10, 10, 5, 10, 10, 9, 3, 2, -1, 2, 3, 9, 10, 10, 10, 10, 10, 10, 10, 10}
	got := besidePoles(values, flow)
	for i, want := range []bool{5: false, 6: true, 7: true, 8: true, 9: true, 10: true, 19: false} {
		if got[i] != want {
			t.Errorf("day %d: %v", i, got[i])
		}
	}
	c := &curveChart{Chart: ask.Chart{Columns: []ask.Column{values}}}
	// the gap between is two of twenty days
	if c.cutPoles([][]bool{got}, "cut"); c.Limit != 9 || c.cut != 2 || len(c.Spec.Marks) != 2 {
		t.Errorf("limit %v, %d days, %v", c.Limit, c.cut, c.Spec.Marks)
	}
	if none := besidePoles(values, nil); len(none) != len(values) || none[8] {
		t.Error("a burden without a flow has poles")
	}
}

// What neither side uses stands apart, without a share; of many that differ the small ones are said to be taken as one.
func TestCompareSetsApart(t *testing.T) {
	answer, _, _ := compared(t, ask.DefaultFigure, "netflow", [2]string{"2023-07-31", "2023-07-31"},
		[2]assumption.Overrides{nil, overrides(t,
			`{"adoption_start": "2024-03-01", "base_fee_nanofil": 1, "renewal_rate": 0.4, "raw_onboarding_pib": 4,
				"lock_target": 0.25, "gamma": 0.8, "sector_duration_days": 400, "rebound": 0.3, "smoothing_days": 20,
				"fil_plus_multiplier": 9}`)})
	if idle := asktest.Row(t, answer, ask.OfIdle, "adoption_start"); idle.Title == "" {
		t.Error("the start of a ramp that nobody has is not set apart")
	}
	shares := asktest.JSON(t, answer.Tables[1])
	for _, row := range asktest.Rows(answer) {
		if row.Kind == ask.OfField && row.Name == "adoption_start" || strings.Contains(shares, "adoption ramp") {
			t.Error("the start of a ramp that nobody has is not set apart")
		}
	}
	if !strings.Contains(shares, "more than 8 assumptions differ") || strings.Contains(shares, "only change together") {
		t.Errorf("%.3000s", shares)
	}
	idle, _, _ := compared(t, ask.DefaultFigure, "netflow", [2]string{"2023-07-31", "2023-07-31"},
		[2]assumption.Overrides{nil, overrides(t, `{"adoption_days": 30}`)})
	if len(idle.Charts) > 0 || idle.Said[0] != English().Compared.SameInEffect {
		t.Errorf("%+v", idle)
	}
	asktest.Row(t, idle, ask.OfIdle, "adoption_days")
}
