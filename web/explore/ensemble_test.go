package explore

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
)

// A range says its unit once, both ends in the same multiples, and carries all digits.
func TestReach(t *testing.T) {
	for _, c := range []struct {
		text      *Text
		low, high float64
		unit      string
		want      string
	}{
		{English(), 0.0000072, 0.000025, "share/year", "0.00072 to 0.00250 % a year"},
		{English(), -0.01, 0.02, "share", "−1 to 2 %"},
		{English(), 0.0192, 0.08, "share", "1.92 to 8.00 %"},
		{English(), 0.0487, 0.129, "share", "4.87 to 12.9 %"},
		{English(), 950_000, 7_494_604, "FIL", "0.95 to 7.49 million FIL"},
		{English(), 950, 7_494, "FIL/day", "950 to 7,494 FIL a day"},
		{English(), math.NaN(), math.NaN(), "FIL", "undefined"},
		{Chinese(), 0.0000111, 0.0000162, "share/year", "每年 0.00111 至 0.00162%"},
		{Chinese(), 8_000, 12_000, "FIL", "0.8 至 1.2 万 FIL"},
	} {
		text, parts := c.text.reach(c.low, c.high, c.text.multipleOf(c.unit, c.high))
		bare, exact := "", asktest.Numbers(t, ask.Row{Cells: [][]ask.Part{parts}})
		for _, part := range parts {
			bare += part.Text
		}
		if text != c.want || bare != c.want {
			t.Errorf("%q and %q, want %q", text, bare, c.want)
		}
		if !math.IsNaN(c.low) && !slices.Equal(exact, []float64{c.low, c.high}) {
			t.Errorf("%q does not carry its digits: %v", bare, exact)
		}
	}
}

// All ranges of a figure are in the multiples of its median.
func TestMultiples(t *testing.T) {
	text := Chinese()
	for median, want := range map[float64]string{6_802: "每天 3,740 至 12,900 FIL", 12_000: "每天 0.374 至 1.29 万 FIL",
		math.NaN(): "每天 0.374 至 1.29 万 FIL"} {
		if got, _ := text.reach(3_740, 12_900, text.multipleOf("FIL/day", median, 12_900)); got != want {
			t.Errorf("about %v: %q, want %q", median, got, want)
		}
	}
}

// The table has a row a figure, with a unit once a cell and a head in each for windows without columns; the sentence
// says its unit once a range, and which days it draws from.
func TestSpread(t *testing.T) {
	in, past := asktest.Inputs(t, "2023-07-31")
	sc, err := assumption.Overrides{}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	work, err := explore.NewEnsemble(in, past, sc, explore.Options{Runs: 20, Curves: CurvesBy("circulating")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work.Step(20); err != nil {
		t.Fatal(err)
	}
	text := English()
	spread := NewSpread(text, work, &Drawn{Start: in.Snapshot.Start, Rate: 1, Color: 1,
		Rates: []string{"30 %", "75 %", "90 %"}, On: "month_gas_over_circulating"})
	for done := false; !done; {
		if done, err = spread.Step(); err != nil {
			t.Fatal(err)
		}
	}
	answer := spread.Answer()
	row := asktest.Row(t, answer, ask.OfFigure, "month_gas_over_circulating")
	if cells := asktest.JSON(t, row.Cells); strings.Count(cells, "% a year") != 4 ||
		len(asktest.Numbers(t, row)) != 7 || len(row.Cells) != 4 || len(answer.Tables[0].Heads) != 5 {
		t.Errorf("%s", cells)
	}
	if said := answer.Said[0]; strings.Count(said, "% a year") != 3 ||
		!strings.Contains(said, "the 295 days of the last two years that have all three figures") {
		t.Errorf("%s", said)
	}
	if said := answer.Said[1]; said !=
		"Hindsight: 12 months on, 4 past forecasts of the gas of publishing deals were off by +16 % to +92 %." {
		t.Errorf("%s", said)
	}
	if c := answer.Charts[0]; c.Spec.Colors != 3 || c.Spec.Series[0].Color != 1 {
		t.Errorf("the middle rate has colour %d of %d", c.Spec.Series[0].Color, c.Spec.Colors)
	}
}

// Quantiles of a minority of the runs are not drawn as those of the runs: such days stay empty, and are counted beside
// the chart.
func TestFanOfFewRuns(t *testing.T) {
	day := func(undefined, poles float64) explore.Quantiles {
		return explore.Quantiles{Median: 0.02, Low: [3]float64{0.01, 0.01, 0.01}, High: [3]float64{0.03, 0.03, 0.03},
			Undefined: undefined, Poles: poles}
	}
	fan := &explore.Fan{Curve: explore.Curve{Name: "gas_over_outflow", Unit: "share"},
		Days: []explore.Quantiles{day(0, 0), day(0, 0.5), day(0, 0.51), day(0.3, 0.3)}}
	c := English().fanChart(fan, &Drawn{Rates: []string{"75 %"}})
	for k, column := range c.Columns {
		for i, empty := range []bool{false, false, true, true} {
			if math.IsNaN(column[i]) != empty {
				t.Errorf("column %d of day %d is %v", k, i, column[i])
			}
		}
	}
	if len(c.Columns) != 7 || c.thin != 2 {
		t.Errorf("%d columns, %d empty days", len(c.Columns), c.thin)
	}
}
