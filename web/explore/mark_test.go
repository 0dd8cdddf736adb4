package explore

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

func aboveOf(page *words.Text, by words.Denominator, unit string) *Above {
	return &Above{Text: page, Messages: "publish", By: by, Unit: unit, Days: 1500, ForecastDays: 1000,
		Viewed: func(by words.Denominator, unit string) string {
			return "by=" + string(by) + "&unit=" + unit
		}}
}

func askedFor(t *testing.T, name string) *Asked {
	t.Helper()
	figure, err := explore.FigureNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return &Asked{Figure: figure}
}

// The engine, which has no words of the forms, calls the card by its title.
func TestMarkNamesItsCard(t *testing.T) {
	for text, section := range map[*Text]*ask.Words{English(): ask.EnglishWords(), Chinese(): ask.ChineseWords()} {
		for _, said := range []string{text.Mark.Said, text.Mark.SaidAbove, text.Mark.SaidBelow} {
			if title := section.Card[ask.BreakEven].Title; !strings.Contains(said, title) {
				t.Errorf("%q does not name %q", said, title)
			}
		}
	}
}

// Every burden has its line on the hero and, where there is one, on the panel of its denominator, in the unit of the
// axis; gas in all as a mean a day. Savings are drawn by no chart.
func TestMarks(t *testing.T) {
	text := English()
	drawn := 0
	for _, f := range explore.Figures() {
		marks := NewMarks(text, aboveOf(words.English(), words.ByOutflow, "gas"), 0.02, askedFor(t, f.Name))
		by := divided(f.Name)
		want := map[words.Denominator]int{words.ByNetflow: 2, words.ByOutflow: 2, words.ByCirculating: 1,
			words.ByFIL: 1}[by]
		if strings.HasSuffix(f.Name, "gas_fil") {
			want = 1
		}
		if len(marks) != want {
			t.Errorf("%s has %d marks, want %d", f.Name, len(marks), want)
			continue
		}
		for i, m := range marks {
			drawn++
			value := 100 * 0.02
			if f.Unit == "FIL" {
				value = 0.02 / 1000
			}
			if f.Unit == "FIL/day" {
				value = 0.02
			}
			if math.Abs(m.Value-value) > 1e-12 {
				t.Errorf("%s stands at %v, want %v", f.Name, m.Value, value)
			}
			if m.By != "" && (m.By != by || i != 0 || m.Chart != "hero" || m.Open != "by="+string(by)+"&unit=gas") ||
				m.Unit != "" && m.Open != "by=outflow&unit=fil" {
				t.Errorf("%s: %+v", f.Name, m)
			}
			if all := strings.Join(append(append(m.Label, m.Edge[:]...), m.Said[:]...), " "); strings.ContainsAny(all,
				"{}") || !strings.Contains(m.Said[1], text.inside(f)) {
				t.Errorf("%s says %q", f.Name, all)
			}
			if (f.Unit != "FIL") != (len(m.Label) == 1) {
				t.Errorf("%s is labelled %q", f.Name, m.Label)
			}
		}
	}
	// figures of gas and with DirectFIL+, three readings of each denominator; sums, and the month in FIL a day
	if want := 2*3*2*2 + 2*3 + 2 + 2; drawn != want {
		t.Errorf("%d marks, want %d", drawn, want)
	}
}

// Marks name charts, denominators and units that the page has: charts.js knows them by these names only.
func TestMarksNameWhatThePageHas(t *testing.T) {
	shown := map[string]bool{}
	for _, names := range [][]string{page.PlotIDs, link.Charts, link.Units, {""}} {
		for _, name := range names {
			shown[name] = true
		}
	}
	for _, f := range explore.Figures() {
		for _, m := range NewMarks(English(), aboveOf(words.English(), words.ByNetflow, "fil"), 1,
			askedFor(t, f.Name)) {
			for _, name := range []string{m.Chart, string(m.By), m.Unit} {
				if !shown[name] {
					t.Errorf("%s is marked on %+v", f.Name, m)
				}
			}
		}
	}
}

// A sum over no days has no mean.
func TestNoMarkWithoutForecast(t *testing.T) {
	above := aboveOf(words.English(), words.ByNetflow, "fil")
	above.ForecastDays = 0
	if marks := NewMarks(English(), above, 1e6, askedFor(t, "gas_fil")); marks != nil {
		t.Errorf("%+v", marks)
	}
}

// The answer says where the line is to be seen, and what its button does to the view.
func TestSeen(t *testing.T) {
	for _, c := range []struct {
		figure string
		by     words.Denominator
		unit   string
		parts  []string
	}{
		{"month_gas_over_netflow", words.ByNetflow, "fil",
			[]string{"divides by net flow", "“Gas / net flow”", ">Show the line<"}},
		{"mean_gas_over_outflow", words.ByNetflow, "fil",
			[]string{"divides by outflow", "“Gas / outflow”", ">Show the line<"}},
		{"day_gas_over_circulating", words.ByCirculating, "fil",
			[]string{"divides by circulating supply.", ">Show the line<"}},
		{"day_gas_over_circulating", words.ByNetflow, "fil",
			[]string{"divides by circulating supply.", ">Divide by circulating supply and show the line<"}},
		{"gas_fil", words.ByNetflow, "fil", []string{"“Gas of publishing deals”", ">Show the line<"}},
		{"direct_gas_fil", words.ByNetflow, "share", []string{">Count FIL and show the line<"}},
		{"saving_fil", words.ByNetflow, "fil", []string{"None of the page’s own charts"}},
		{"day_cumulative_saving_fil", words.ByNetflow, "fil", []string{"None of the page’s own charts"}},
	} {
		for text, page := range map[*Text]*words.Text{English(): words.English(), Chinese(): words.InChinese()} {
			above := aboveOf(page, c.by, c.unit)
			marks := NewMarks(text, above, 0.5, askedFor(t, c.figure))
			seen := text.seen(marks, above)
			if (len(marks) > 0) != (seen.Show != "") || (len(marks) > 0) != (seen.Draw != "") ||
				strings.ContainsAny(seen.Show+seen.Draw+seen.Where, "{}") {
				t.Errorf("%s: %+v", c.figure, seen)
			}
			if page.Spoken() == words.Chinese {
				continue
			}
			for _, part := range c.parts {
				if all := seen.Where + " >" + seen.Show + "<"; !strings.Contains(all, part) {
					t.Errorf("%s by %s in %s: no %q in %s", c.figure, c.by, c.unit, part, all)
				}
			}
		}
	}
}
