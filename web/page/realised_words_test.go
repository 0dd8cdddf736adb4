package page

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/words"
)

// Dots are what was published: no assumption moves one. Where they are in FIL they are at the base fee of their
// day, and say so wherever they are named; where the published figure is itself shown, they do not.
func TestDotsStandStill(t *testing.T) {
	p := newStudyPage(t)
	named := func(plot *Plot) (label, chip string) {
		for _, s := range plot.Spec.Series {
			if s.Kind == "dots" {
				label = s.Label
			}
		}
		for _, c := range plot.Spec.Chips {
			if c.Dots {
				chip = c.Label
			}
		}
		return label, chip
	}
	check := func(id string, priced bool) {
		t.Helper()
		assume(t, p, "base_fee_nanofil=1", "raw_onboarding_pib=3")
		before := plotOf(p, id)
		for _, set := range []string{"base_fee_nanofil=0.001", "raw_onboarding_pib=9", "gas_model=scaling",
			"direct_gas_fraction=0.5"} {
			assume(t, p, set)
			after := plotOf(p, id)
			if day := differs(column(t, after, "dots", -1), column(t, before, "dots", -1), 1, false); day >= 0 {
				t.Errorf("%s by %s, in %s: %s moves the dot of %s", id, p.Denominator, p.GasUnit, set,
					p.Result.Date(day))
			}
			want := p.Text.Realised
			if priced {
				want = p.Text.RealisedPriced
			}
			if label, chip := named(after); label != want || chip != want {
				t.Errorf("%s by %s, in %s: the dots are %q and %q, want %q", id, p.Denominator, p.GasUnit, label, chip,
					want)
			}
			if id == "hero" && !strings.Contains(after.Key, want) {
				t.Errorf("by %s: the key is %q", p.Denominator, after.Key)
			}
		}
	}
	for _, id := range PlotIDs {
		if !p.composer().lacks(id) {
			check(id, id == "hero" || strings.HasPrefix(id, "gas"))
		}
	}
	for _, p.Denominator = range words.Denominators {
		check("hero", true)
	}
	for _, p.GasUnit = range []string{GasInFIL, GasInGas, GasOfTotal} {
		check("gas", p.GasUnit == GasInFIL)
	}
	mustContain(t, p.Text.RealisedPriced, "base fee of the day")
	mustContain(t, p.Text.PanelsHint, "measured base fee", "without a published fee",
		"12 October 2022 to 1 January 2024")
}

// The dot of a day is the same in the view of either snapshot: on 2025-04-25 474.907 FIL of a net flow of 388,967 FIL a
// day, by the figures that sim's TestRealisedByHand has from the table.
func TestDotInBothViews(t *testing.T) {
	p := newTestPage(t)
	for _, name := range []string{study, latest} {
		use(t, p, name)
		at := int(day.Of(2025, 4, 25) - p.Result.Start)
		if got := column(t, plotOf(p, "hero"), "dots", -1)[at]; !(math.Abs(got-0.122094) <= 1e-6) {
			t.Errorf("from %s: %v %% on 2025-04-25", name, got)
		}
	}
}

// Days far above all others do not squash the rest: the axis holds all curves and bands, and most dots; dots that
// are hidden move no axis. Curves far below the dots leave them in sight, and far above.
func TestDotsLeaveTheChartReadable(t *testing.T) {
	cut := 0
	for _, fee := range []string{"0.001", "0.0306", "0.463", "1", "30"} {
		for _, name := range []string{study, latest} {
			p := newTestPage(t)
			use(t, p, name)
			assume(t, p, "base_fee_nanofil="+fee)
			for _, id := range []string{"hero", "gas", "gas-over-outflow", "gas-over-netflow"} {
				plot := plotOf(p, id)
				dots := column(t, plot, "dots", -1)
				highest := 0.0
				for i := 1; i < len(plot.Data)/plot.Rows; i++ {
					if i == plot.realised {
						continue
					}
					for _, v := range plot.Column(i) {
						highest = max(highest, v) // NaN does not count
					}
				}
				shown, above := 0, 0
				for _, v := range dots {
					if math.IsNaN(v) {
						continue
					}
					shown++
					if plot.Limit > 0 && v > plot.Limit {
						above++
					}
				}
				if above > 0 {
					cut++
				}
				if above > shown/5 {
					t.Errorf("%s from %s at %s nanoFIL: %d of %d dots are off the chart", id, name, fee, above, shown)
				}
				if plot.Limit > 0 && !plot.gapped && plot.Limit < highest*(1-1e-12) {
					t.Errorf("%s from %s at %s nanoFIL: a curve reaches %v, the axis %v", id, name, fee, highest,
						plot.Limit)
				}
				p.Show("realised", false)
				if hidden := plotOf(p, id); !hidden.gapped && hidden.Limit != 0 {
					t.Errorf("%s: hidden dots end the axis at %v", id, hidden.Limit)
				}
				p.Show("realised", true)
			}
		}
	}
	if cut == 0 {
		t.Error("no dot lies far above: the test needs one")
	}
}
