package page

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// newPastPage is the page of a link on a snapshot whose inputs have the past.
func newPastPage(t testing.TB, snapshot, query string) *Page {
	t.Helper()
	p := newTestPage(t)
	past, err := assets.BuildPast()
	if err != nil {
		t.Fatal(err)
	}
	in := inputsOf(t, p, snapshot)
	in.Past = assets.JoinPast(past, in.Daily)
	p.Snapshots = append(p.Snapshots, assumption.April2026)
	p.Load = func(name string, edition int) { t.Fatalf("%s is asked for", name) }
	if err := p.Use(in); err != nil {
		t.Fatal(err)
	}
	p.Open(query)
	update(t, p)
	return p
}

const stayedLink = "v=2&snapshot=2026-04-20"

// whole is a column of a plot with the days before it.
func whole(plot *Plot, k int) []float64 {
	before := plot.Before(k)
	if before == nil {
		before = make([]float64, plot.Lead.Rows)
		blank(before)
	}
	return slices.Concat(before, plot.Column(k))
}

func kindsOf(plot *Plot, kind string) (columns []int) {
	for i, s := range plot.Spec.Series {
		if s.Kind == kind {
			columns = append(columns, i+1)
		}
	}
	return columns
}

// FIL a day and block space begin with the first published day, whatever the snapshot; the network's charts with what
// the page has of it; all others, and other units, with the result. What stands there is the published table: 1,265
// days with 187,825 FIL, 54,830 of them since FIP-0076.
func TestChartsBeginWithWhatHappened(t *testing.T) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ snapshot, query string }{
		{"2026-04-20", stayedLink}, {"2023-07-31", "v=2&snapshot=2023-07-31"},
		{"2023-07-31", "v=1&snapshot=2023-07-31&by=fil"},
		{"2025-09-09", "v=1&snapshot=2025-09-09&by=fil&price=block_space"},
	} {
		p := newPastPage(t, c.snapshot, c.query)
		for _, by := range words.Denominators {
			p.DivideBy(by)
			for _, id := range PlotIDs {
				plot := plotOf(p, id)
				leads := id == Hero && by == words.ByFIL || id == Blocks && !plot.Absent ||
					ofNetwork(id)
				if (plot.Lead != nil) != leads || (plot.Spec.Lead != nil) != leads {
					t.Errorf("%s: %s by %s begins before its result: %v", c.query, id, by, plot.Lead != nil)
				}
				if plot.Lead != nil && len(plot.Lead.Values) != len(plot.Spec.Lead.Series) {
					t.Errorf("%s: %s has %d columns before, for %d lines", c.query, id, len(plot.Lead.Values),
						len(plot.Spec.Lead.Series))
				}
			}
		}
		p.DivideBy(words.ByFIL)
		hero := plotOf(p, Hero)
		if hero.Lead.First != day.Of(2020, 10, 15) || hero.Lead.First+day.Day(hero.Lead.Rows) != p.Result.Start ||
			hero.Spec.Lead.Rows != hero.Lead.Rows {
			t.Fatalf("%s: begins on %s, %d days before %s", c.query, hero.Lead.First, hero.Lead.Rows, p.Result.Start)
		}
		sum, since, days := 0.0, 0.0, 0
		for i, v := range whole(hero, kindsOf(hero, chart.Dots)[0]) {
			if math.IsNaN(v) {
				continue
			}
			sum += v
			days++
			if hero.Lead.First+day.Day(i) >= assumption.Launch {
				since += v
			}
		}
		end := p.Result.Date(p.Result.Days - 1)
		want := sim.CostOf(daily, daily.First, end)
		late := sim.CostOf(daily, assumption.Launch, end)
		if days != want.Days || math.Abs(sum-want.FIL) > 2 || math.Abs(since-late.FIL) > 0.5 {
			t.Errorf("%s: %v FIL on %d days, %v since FIP-0076; published %v on %d, %v", c.query, sum, days, since,
				want.FIL, want.Days, late.FIL)
		}
		if c.snapshot == "2026-04-20" && (days != 1265 || math.Abs(sum-187825) > 2 || math.Abs(since-54830) > 0.5) {
			t.Errorf("%v FIL on %d days, %v since FIP-0076", sum, days, since)
		}
	}
}

// The line is the mean of the published of thirty days, and has a gap where its day has none; that of all messages
// begins where PublishStorageDeals ends.
func TestMeansOfThePast(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	hero := plotOf(p, Hero)
	dots, mean := whole(hero, kindsOf(hero, chart.Dots)[0]), whole(hero, kindsOf(hero, chart.Mean)[0])
	all := whole(hero, kindsOf(hero, chart.All)[0])
	lastPublish, firstAll, lastAll := day.Of(2025, 6, 24), day.Of(2025, 6, 25), day.Of(2026, 2, 15)
	for i := range dots {
		on := hero.Lead.First + day.Day(i)
		sum, n := 0.0, 0
		for k := max(0, i-MeanDays+1); k <= i; k++ {
			if !math.IsNaN(dots[k]) {
				sum, n = sum+dots[k], n+1
			}
		}
		want := math.NaN()
		if !math.IsNaN(dots[i]) {
			want = sum / float64(n)
		}
		if math.IsNaN(mean[i]) != math.IsNaN(want) || math.Abs(mean[i]-want) > 1e-6 {
			t.Fatalf("%s: mean %v, want %v", on, mean[i], want)
		}
		if on > lastPublish && !math.IsNaN(mean[i]) || (on < firstAll || on > lastAll) && !math.IsNaN(all[i]) {
			t.Fatalf("%s: mean %v, of all messages %v", on, mean[i], all[i])
		}
		if on == lastAll && math.IsNaN(all[i]) {
			t.Error("nothing of all messages where their burn was published")
		}
	}
}

// Days of which nothing is published are taken from the figures: a month or more between published ones, and up to the
// snapshot's.
func TestUnpublishedDays(t *testing.T) {
	span := func(from, to day.Day) [2]int64 { return [2]int64{from.Unix(), to.Unix()} }
	early := span(day.Of(2022, 10, 12), day.Of(2024, 1, 2))
	p := newPastPage(t, "2026-04-20", stayedLink)
	late := span(day.Of(2026, 2, 16), day.Of(2026, 4, 5))
	if got, want := plotOf(p, Hero).Spec.Gaps, [][2]int64{early, late}; !slices.Equal(got, want) {
		t.Errorf("FIL a day: %v, want %v", got, want)
	}
	if got, want := plotOf(p, Blocks).Spec.Gaps, [][2]int64{span(day.Of(2025, 6, 25),
		day.Of(2026, 4, 5))}; !slices.Equal(got, want) {
		t.Errorf("block space: %v, want %v", got, want)
	}
	p = newPastPage(t, "2023-07-31", "v=2&snapshot=2023-07-31")
	if got := plotOf(p, Hero).Spec.Gaps; !slices.Equal(got, [][2]int64{early, late}) {
		t.Errorf("2023: %v", got)
	}
}

// FIL a day is logarithmic since the second version, and linear in links of the first; each may be chosen in the other.
func TestScale(t *testing.T) {
	for _, c := range []struct {
		query, link string
		floor       float64
	}{
		{stayedLink, "", LogFloor},
		{stayedLink + "&scale=linear", "&scale=linear", 0},
		{"v=1&snapshot=2026-04-20&by=fil", "", 0},
		{"v=1&snapshot=2026-04-20&by=fil&scale=log", "&scale=log", LogFloor},
	} {
		p := newPastPage(t, "2026-04-20", c.query)
		hero := plotOf(p, Hero)
		if hero.Spec.Floor != c.floor {
			t.Errorf("%s: the axis ends at %v", c.query, hero.Spec.Floor)
		}
		said := words.Fill(p.Text.Past.Floor, "floor", words.Significant(LogFloor, 1))
		if c.floor > 0 {
			mustContain(t, hero.Subtitle, said)
		}
		query, _ := p.Link()
		state := link.Read(query, "", p.Snapshots).State
		if got := "&scale=" + state.View.Scale; got != c.link && (c.link != "" || got != "&scale=") {
			t.Errorf("%s is written as %s", c.query, query)
		}
		before := p.Scale
		p.Rescale()
		if other := plotOf(p, Hero); (other.Spec.Floor > 0) == (c.floor > 0) {
			t.Errorf("%s: the other scale is the same", c.query)
		}
		p.Rescale()
		p.DivideBy(words.ByNetflow)
		if plotOf(p, Hero).Spec.Floor != 0 || p.Scale != before {
			t.Errorf("%s: a share is logarithmic", c.query)
		}
	}
}

// What the defaults come to stays on the chart while something else is on show, and only then.
func TestGhostOfTheDefault(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	ghost := func(id string) (chart.Series, []float64) {
		plot := plotOf(p, id)
		k := kindsOf(plot, chart.Ghost)[0]
		return plot.Spec.Series[k-1], plot.Column(k)
	}
	standard := slices.Clone(plotOf(p, Hero).Column(1))
	if s, _ := ghost(Hero); !s.Hidden {
		t.Error("the default is its own ghost")
	}
	assume(t, p, "raw_onboarding_pib=4.5")
	s, column := ghost(Hero)
	if s.Hidden || s.End != p.Text.Past.Default || !same(column, standard) {
		t.Error("the ghost is not the default's curve")
	}
	if s, _ := ghost(Blocks); s.Hidden {
		t.Error("blocks fill, and nothing says how full they were")
	}
	assume(t, p, "raw_onboarding_pib=0.22")
	if s, _ := ghost(Hero); !s.Hidden {
		t.Error("back at the default, and its ghost is there")
	}
	assume(t, p, "horizon_days=100", "renewal_rate=0.3")
	if _, column := ghost(Hero); !same(column[:p.Result.HistoryDays+100], standard[:p.Result.HistoryDays+100]) {
		t.Error("the ghost of a shorter horizon is another")
	}
}

// Nothing of the past moves or is laid anew while an assumption does.
func TestPastStandsStill(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	hero, blocks := plotOf(p, Hero).Lead, plotOf(p, Blocks).Lead
	for _, a := range []string{"raw_onboarding_pib=4.5", "fil_plus_rates=0.3", "renewal_rate=0.7", "adoption_share=0.2",
		"knee_tgas=30", "priced_level_nanofil=0.1"} {
		assume(t, p, a)
		if plotOf(p, Hero).Lead != hero || plotOf(p, Blocks).Lead != blocks {
			t.Errorf("%s lays the past anew", a)
		}
	}
}

// A reader's own figures have no past of others before them.
func TestOwnFiguresHaveNoPast(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	if err := p.UseOwn(inputsOf(t, p, "2026-04-20"), NewOwn("mine.csv", link.Own{Hash: "0123456789ab"})); err != nil {
		t.Fatal(err)
	}
	p.in.Past = nil // as the engine makes them
	update(t, p)
	if plotOf(p, Hero).Lead != nil || plotOf(p, Blocks).Lead != nil {
		t.Error("they begin with published figures")
	}
}

// Events stand where they were, those first whose names matter most; none is beyond the last day.
func TestEvents(t *testing.T) {
	p := newPastPage(t, "2026-04-20", stayedLink)
	var names []string
	for _, m := range plotOf(p, Hero).Spec.Marks {
		names = append(names, m.Text)
	}
	want := []string{"FIP-0076", "FIP-0118, scheduled", "FIP-0115", "FIP-0081", "FIP-0100", "vesting ends"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	p = newPastPage(t, "2023-07-31", "v=2&snapshot=2023-07-31&days=400")
	if marks := plotOf(p, Blocks).Spec.Marks; len(marks) != 1 || marks[0].X != assumption.Launch.Unix() {
		t.Errorf("%v", marks)
	}
}

// What senders of all messages paid in April 2026 stands beside the forecast, as published: 1.85 FIL a day.
func TestPaidBesideTheForecast(t *testing.T) {
	for _, snapshot := range []string{"2026-04-20", "2023-07-31"} {
		p := newPastPage(t, snapshot, "v=2&snapshot="+snapshot)
		plot := plotOf(p, Hero)
		dots := kindsOf(plot, chart.Dots)
		days, sum := 0, 0.0
		for i, v := range whole(plot, dots[1]) {
			if math.IsNaN(v) {
				continue
			}
			days, sum = days+1, sum+v
			if on := (plot.Lead.First + day.Day(i)).String(); on < "2026-04-05" || on > "2026-04-20" {
				t.Errorf("%s paid on %s", words.Entered(v), on)
			}
		}
		if mean := sum / float64(days); days != 16 || math.Abs(mean-1.85) > 0.01 {
			t.Errorf("%s: %d days, on average %v FIL, want 16 and 1.85", snapshot, days, mean)
		}
	}
}
