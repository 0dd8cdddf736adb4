package evidence

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web/shipped/held"
	"github.com/gasburden/gasburden/web/words"
)

func load(t *testing.T) *evidence.Evidence {
	t.Helper()
	snapshot, err := assets.Snapshot(assets.StudySnapshot)
	if err != nil {
		t.Fatal(err)
	}
	daily, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	fitted, err := models.For(assets.StudySnapshot)
	if err != nil {
		t.Fatal(err)
	}
	e, err := held.Evidence(&assumption.Inputs{Snapshot: snapshot, Daily: daily, Regime: &models.Regime,
		Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The section says the figures of notes/gas-model.md, sections 1, 2 and 5, and leaves no placeholder open.
func TestSection(t *testing.T) {
	html := strings.ReplaceAll(Section(load(t), English()), "\u00a0", " ")
	if i := strings.IndexAny(html, "{}"); i >= 0 {
		t.Errorf("placeholder left: %.60q", html[i:])
	}
	for _, want := range []string{
		"−92 Ggas", "250 of its own 870", "above 2.04", "300 of the 2,500", "191 of the 427", "867 of 870",
		"11.4 %", "13.6 %", "13.7 %", "16.0 %", "26.7 %", "95.5 %", "54 %, 81 %, 98 %", "79 %, 98 %, 100 %",
		"13.3 % and 12.6 %", "14.2 %",
		"<td>1,265</td><td>187,825</td><td>148</td><td>24</td><td>1,685</td><td>503</td>",
		"Since FIP-0076, 24 April 2024 to 24 June " +
			"2025</th><td>425</td><td>54,830</td><td>129</td><td>2.6</td><td>1,283</td><td>740</td>",
		"<td>33,729</td><td>92</td><td>0.0073</td>", "from 12 October 2022 to 1 January 2024 the fee was not",
		"carries 89 % of the cost",
		"on 250 of these (dots), below 0.07 PiB a day",
		"89 % of what it would have been without a change", "fell by 11 %",
		"from 24 April 2024 to 26 May 2025, 8.9 % came without PublishStorageDeals", "between 2 % and 24 % by month",
		"off by 1.4 orders of magnitude on average; a constant price, burn ÷ gas, is off by 3.1",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the section does not say %q", want)
		}
	}
	for _, id := range chartIDs {
		if English().Chart[id].Title == "" || !strings.Contains(html, `id="evidence-`+id+`"`) {
			t.Errorf("no figure %s", id)
		}
	}
	if share := load(t).Direct.Share; math.Round(100*share) != 9 ||
		!strings.Contains(words.English().Control["adoption"].Source, "9 %") {
		t.Errorf("the page's hint on adoption is not the measured share, %v", share)
	}
}

// The document holds every chart's columns at one length, numbers that read back, and no NaN.
func TestData(t *testing.T) {
	e := load(t)
	data, err := Data(e, English())
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Charts []struct {
			ID      string
			First   int64
			Columns []curve
			Spec    struct {
				Series []struct{ Label, Kind string }
				Chips  []struct{ Series []int }
			}
		}
		Scatter struct{ High []bool }
		Maps    []struct {
			Gas      curve
			Negative int
			Days     [][2]float64
		}
	}
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Charts) != len(chartIDs)-2 || len(d.Maps) != 2 || len(d.Scatter.High) != 870 {
		t.Errorf("%d charts, %d maps, %d days in the scatter", len(d.Charts), len(d.Maps), len(d.Scatter.High))
	}
	if h := &e.History; int(h.Days[869]-h.Days[0]) != 869 {
		t.Error("days are missing among the training days, which the scatter takes from the charts' first columns")
	}
	for _, c := range d.Charts {
		if len(c.Columns) != len(c.Spec.Series) {
			t.Errorf("%s: %d columns for %d series", c.ID, len(c.Columns), len(c.Spec.Series))
		}
		for i, column := range c.Columns {
			drawn := 0
			for _, v := range column.Deltas {
				if v != nil {
					drawn++
				}
			}
			if len(column.Deltas) != len(c.Columns[0].Deltas) || drawn < 100 {
				t.Errorf("%s: column %d has %d of %d values", c.ID, i, drawn, len(column.Deltas))
			}
		}
	}
	for _, c := range d.Charts {
		if c.ID == "input-gas" {
			// 2021-03-15 is the first day; its gas has two decimals, as the largest has four digits.
			got := c.Columns[0].values()
			for i, day := range e.History.Days {
				if at, want := got[day-e.History.Days[0]], e.History.GasGgas[i]/1e3; math.Abs(at-want) > 0.005001 {
					t.Errorf("gas of %v is %v, want %v", day, at, want)
				}
			}
			if c.First != e.History.Days[0].Unix() || c.Columns[0].Decimals != 2 {
				t.Errorf("the first day is %d, decimals %d", c.First, c.Columns[0].Decimals)
			}
		}
	}
	negative := 0
	for _, g := range d.Maps[0].Gas.values() {
		if g < 0 {
			negative++
		}
	}
	// All 250 days without deals to speak of lie in eight places, and none on the map.
	if days := d.Maps[0].Days; len(days) != 8 || len(d.Maps[1].Days) != 0 ||
		slices.ContainsFunc(days, func(at [2]float64) bool { return at[0] > 0.07 || math.Abs(at[1]-1) > 0.005 }) {
		t.Errorf("negative training days at %v, %v", days, d.Maps[1].Days)
	}
	if negative != 300 || d.Maps[0].Negative != 300 {
		t.Errorf("%d negative cells drawn, %d stated", negative, d.Maps[0].Negative)
	}
}
