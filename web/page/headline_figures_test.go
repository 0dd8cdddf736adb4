package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

func figure(t *testing.T, p *Page, short string) HeadlineFigure {
	t.Helper()
	for _, f := range p.Picture().Figures {
		if strings.Contains(f.Short, short) {
			return f
		}
	}
	t.Errorf("no headline figure says %q", short)
	return HeadlineFigure{}
}

// The headline figures are the summary's, and those that the headline says.
func TestHeadlineFigures(t *testing.T) {
	for _, by := range words.Denominators {
		p := newStudyPage(t)
		p.Denominator = by
		s := &p.Result.Runs[Focus(p.Result)].Summary
		burden := map[words.Denominator][2]float64{
			words.ByFIL:         {s.MonthGasFIL, s.MonthDirectFIL},
			words.ByNetflow:     {s.MonthGasOverNetflow, s.MonthDirectOverNetflow},
			words.ByOutflow:     {s.MonthGasOverOutflow, s.MonthDirectOverOutflow},
			words.ByCirculating: {365 * s.MonthGasOverCirculating, 365 * s.MonthDirectOverCirculating},
		}[by]
		short, basis, shown, marked := p.Text.Basis[by], p.Text.Basis[by], share, " FIL a day"
		if by == words.ByFIL {
			short, basis = "a day, Jul", "a day"
			shown = func(v float64) string { return p.Text.Amount(v) + " FIL" }
		}
		first, second := figure(t, p, short), figure(t, p, "with DirectFIL+")
		if first.Value != shown(burden[0]) || second.Value != shown(burden[1]) {
			t.Errorf("by %s: %q and %q, want %q and %q", by, first.Value, second.Value, shown(burden[0]),
				shown(burden[1]))
		}
		said := []string{"<b>" + first.Value + "</b>", "<b>" + second.Value + "</b>"}
		if by == words.ByFIL {
			said = []string{"<b>" + p.Text.Amount(burden[0]) + marked + "</b>",
				"<b>" + p.Text.Amount(burden[1]) + "</b>"}
		}
		mustContain(t, p.Picture().Headline, said...)
		mustContain(t, first.Label, "75 %", "July 2024", basis)
		mustContain(t, first.Short, "July 2024")
		tiles := p.Picture().Tiles
		if got := figure(t, p, "saved a day").Value; got != tiles[2].Value+" FIL" {
			t.Errorf("saved a day: %q, the tile says %q", got, tiles[2].Value)
		}
		if got := figure(t, p, "saved a year").Value; got != tiles[3].Value {
			t.Errorf("saved a year: %q, the tile says %q", got, tiles[3].Value)
		}
	}
}

// Where there is no burden or no saving, the figures say so instead of a number.
func TestHeadlineFiguresOfOddScenarios(t *testing.T) {
	for _, c := range []struct {
		name        string
		assumptions []string
		by          words.Denominator
		snapshot    string
		first       string
		has, lacks  []string
	}{
		{"no adoption", []string{"adoption=none"}, words.ByNetflow, study, "%",
			[]string{"no one adopts", "spent a day"}, []string{"with DirectFIL+", "saved a day"}},
		{"negative gas", nil, words.ByNetflow, latest, "below zero", []string{"does not hold"},
			[]string{"with DirectFIL+", "saved"}},
		{"all refilled", []string{"rebound=1", "gas_model=scaling"}, words.ByCirculating, study, "%",
			[]string{"saved a day"}, nil},
	} {
		p := newStudyPage(t)
		if c.snapshot != study {
			use(t, p, c.snapshot)
		}
		assume(t, p, c.assumptions...)
		p.Denominator = c.by
		figures := p.Picture().Figures
		if !strings.Contains(figures[0].Value, c.first) {
			t.Errorf("%s: the first figure is %q", c.name, figures[0].Value)
		}
		all := ""
		for _, f := range figures {
			if f.Value == "" || f.Label == "" || f.Short == "" || strings.ContainsAny(f.Label+f.Short, "{}") {
				t.Errorf("%s: %+v", c.name, f)
			}
			all += f.Short + "; "
		}
		mustContain(t, all, c.has...)
		for _, part := range c.lacks {
			if strings.Contains(all, part) {
				t.Errorf("%s: %q says %q", c.name, all, part)
			}
		}
		if c.name == "all refilled" {
			if got := figure(t, p, "saved a day").Value; got != "0 FIL" {
				t.Errorf("%s: %q saved a day", c.name, got)
			}
		}
	}
}

// Where the network ends before the headline's month is over, that is the first figure.
func TestHeadlineFiguresOfAnEnd(t *testing.T) {
	p := newStudyPage(t, "raw_onboarding_pib=0", "renewal_rate=0", "gas_model=scaling")
	use(t, p, latest)
	run := &p.Result.Runs[Focus(p.Result)]
	last, ended := run.Network.Ended()
	if !ended {
		t.Fatal("the network does not end: the test needs one that does")
	}
	end := p.Result.Date(last)
	run.Summary.Month = end.FirstOfMonth()
	if got := figure(t, p, "power falls to zero").Value; got != p.Text.LongDate(end) || len(p.Picture().Figures) > 3 {
		t.Errorf("%q of %d figures, want %s", got, len(p.Picture().Figures), p.Text.LongDate(end))
	}
	run.Summary.Month = end.FirstOfMonth().AddMonths(-1)
	figure(t, p, "with DirectFIL+")
}
