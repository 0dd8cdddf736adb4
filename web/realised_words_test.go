package web

import (
	"strings"
	"testing"
)

// A dot that moves with the base fee is no price that anybody paid: it says so, wherever it is named, and no other does.
func TestDotsAtTheFeeChosen(t *testing.T) {
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
	check := func(id string) {
		assume(t, p, "base_fee_nanofil=1")
		before := plotOf(p, id)
		assume(t, p, "base_fee_nanofil=0.5")
		after := plotOf(p, id)
		want := p.Text.Realised
		if differs(column(t, after, "dots", -1), column(t, before, "dots", -1), 1, false) >= 0 {
			want = p.Text.RealisedAtFee
		}
		if label, chip := named(after); label != want || chip != want {
			t.Errorf("%s by %s, in %s: the dots are %q and %q, want %q", id, p.Denominator, p.GasUnit, label, chip, want)
		}
		if id == "hero" && !strings.Contains(after.Key, want) {
			t.Errorf("by %s: the key is %q", p.Denominator, after.Key)
		}
	}
	for _, id := range PlotIDs {
		check(id)
	}
	for _, p.Denominator = range Denominators {
		check("hero")
	}
	for _, p.GasUnit = range []string{gasInFIL, gasInGas, gasOfTotal} {
		check("gas")
	}
}
