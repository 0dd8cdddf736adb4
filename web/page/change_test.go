package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// What the reader changes is told beside the headline, in its unit; what is as by default tells nothing.
func TestChange(t *testing.T) {
	h := newHand(t)
	p := h.p
	p.Open("v=1")
	for _, c := range []struct{ by, slide, want string }{
		{"fil", "9", "+"}, {"fil", "2", "−"}, {"netflow", "9", "+"}, {"outflow", "2", "−"}, {"circulating", "9", "+"},
	} {
		p.ResetAll()
		p.Denominator = standard(1)
		update(t, p)
		if got := p.Picture().Change; got != "" {
			t.Errorf("the default says %q", got)
		}
		p.Slide(h.slider("raw_onboarding_pib"), c.slide)
		p.Denominator = words.Denominator(c.by)
		update(t, p)
		got := p.Picture().Change
		unit := " points "
		if c.by == "fil" {
			unit = " FIL a day "
		}
		if !strings.HasPrefix(got, c.want) || !strings.Contains(got, unit) {
			t.Errorf("by %s, %s PiB a day: %q", c.by, c.slide, got)
		}
	}
	// By hand: the headline's figure less the default's.
	p.Denominator = "fil"
	p.ResetAll()
	update(t, p)
	was := p.Result.Runs[Focus(p.Result)].Summary.MonthGasFIL
	p.Slide(h.slider("raw_onboarding_pib"), "9")
	update(t, p)
	now := p.Result.Runs[Focus(p.Result)].Summary.MonthGasFIL
	want := "+" + p.Text.Amount(now-was) + " FIL a day against the default of version 1"
	if got := p.Picture().Change; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
