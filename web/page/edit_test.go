package page

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// stands reports whether the slider is at a position, give or take float dust.
func stands(t *testing.T, p *Page, s *Slider, position string) bool {
	t.Helper()
	got, err := strconv.ParseFloat(p.Field(s).Position, 64)
	if err != nil {
		t.Fatal(err)
	}
	want, err := strconv.ParseFloat(position, 64)
	if err != nil {
		t.Fatal(err)
	}
	return math.Abs(got-want) < 1e-9
}

// Every control reaches the scenario in the scenario's unit, and the result follows.
func TestControlsReachTheScenario(t *testing.T) {
	for _, c := range []struct {
		name, shown string
		want        float64
	}{
		{"raw_onboarding_pib", "3.25", 3.25},
		{"renewal_rate", "55", 0.55},
		{"direct_gas_fraction", "40.5", 0.405},
		{"base_fee_nanofil", "0.37", 0.37},
		{"horizon_days", "400", 400},
		{"sector_duration_days", "360", 360},
		{"lock_target", "25", 0.25},
		{"fil_plus_multiplier", "5.5", 5.5},
		{"smoothing_days", "7", 7},
	} {
		for _, way := range []string{"typed", "slid"} {
			t.Run(c.name+" "+way, func(t *testing.T) {
				p := newTestPage(t)
				s := slider(t, p, c.name)
				if way == "typed" {
					p.Type(s, c.shown+" "+p.Field(s).Unit)
				} else {
					p.Slide(s, c.shown)
				}
				update(t, p)
				if got := scalarOf(&p.Scenario, c.name); got != c.want {
					t.Errorf("the scenario has %v, want %v", got, c.want)
				}
				if p.Field(s).Error != "" || !p.Field(s).Changed || !stands(t, p, s, c.shown) {
					t.Errorf("error %q, changed %v, slider at %s", p.Field(s).Error, p.Field(s).Changed,
						p.Field(s).Position)
				}
				if want := map[string]string{"typed": c.shown + " " + p.Field(s).Unit,
					"slid": c.shown}[way]; p.Field(s).Text != want {
					t.Errorf("the field shows %q, want %q", p.Field(s).Text, want)
				}
				mustShow(t, p)
			})
		}
	}
}

// While someone types, no intermediate text may jump.
func TestTypingDigitByDigit(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "raw_onboarding_pib")
	for _, raw := range []string{"", "2", "2.", "2.0", "2.05", "2.050", " 2.05", "2,05", "2,05 PiB/day"} {
		p.Type(s, raw)
		update(t, p)
		if p.Field(s).Text != raw {
			t.Errorf("typed %q, the field shows %q", raw, p.Field(s).Text)
		}
	}
	if got := p.Scenario.RawOnboardingPiB[0]; got != 2.05 {
		t.Errorf("the scenario has %v, want 2.05", got)
	}
}

// Bad input stays in its field with an error; scenario and picture keep the last good value.
func TestBadInputKeepsTheLastGood(t *testing.T) {
	p := newTestPage(t)
	s, other := slider(t, p, "renewal_rate"), slider(t, p, "base_fee_nanofil")
	p.Type(s, "55")
	p.Entered()
	update(t, p)
	result := p.Result
	for _, raw := range []string{"", "x", "101", "-1", "NaN", "Inf"} {
		p.Type(s, raw)
		update(t, p)
		if p.Result != result || p.Scenario.RenewalRate[0] != 0.55 {
			t.Fatalf("%q changed the result", raw)
		}
		if p.Field(s).Error == "" || p.Field(s).Text != raw || !stands(t, p, s, "55") {
			t.Errorf("%q: field %q with error %q, slider at %s", raw, p.Field(s).Text, p.Field(s).Error,
				p.Field(s).Position)
		}
	}
	p.Type(other, "0.37") // another control still works, and leaves the bad text alone
	update(t, p)
	if p.Field(s).Text != "Inf" || p.Field(s).Error == "" || p.Scenario.RenewalRate[0] != 0.55 ||
		p.Scenario.BaseFeeNanoFIL != 0.37 {
		t.Errorf("after another control: field %q with error %q", p.Field(s).Text, p.Field(s).Error)
	}
	p.Type(s, "60")
	update(t, p)
	if p.Field(s).Error != "" || p.Scenario.RenewalRate[0] != 0.6 {
		t.Errorf("good input after bad: error %q, scenario %v", p.Field(s).Error, p.Scenario.RenewalRate[0])
	}
	mustShow(t, p)
}

// A moving slider overrules bad text beside it.
func TestSlidingClearsTheError(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "renewal_rate")
	p.Type(s, "x")
	p.Slide(s, "42.5")
	update(t, p)
	if p.Field(s).Error != "" || p.Field(s).Text != "42.5" || p.Scenario.RenewalRate[0] != 0.425 {
		t.Errorf("field %q with error %q, scenario %v", p.Field(s).Text, p.Field(s).Error, p.Scenario.RenewalRate[0])
	}
}

// No browser sends these, but nothing may break if one does.
func TestImpossiblePositions(t *testing.T) {
	p := newTestPage(t)
	before := p.Result
	for _, s := range []*Slider{slider(t, p, "horizon_days"), slider(t, p, "renewal_rate"), p.Rates[0]} {
		for _, position := range []string{"", "x", "NaN", "Inf", "-1", "1e9"} {
			p.Slide(s, position)
			update(t, p)
			if p.Result != before {
				t.Fatalf("%s at %q changed the result", s.Name, position)
			}
			if p.Field(s).Error == "" {
				t.Errorf("%s at %q: no error", s.Name, position)
			}
		}
		p.Slide(s, "50")
		update(t, p)
		if p.Field(s).Error != "" {
			t.Errorf("%s: %s", s.Name, p.Field(s).Error)
		}
		before = p.Result
	}
}

func TestReset(t *testing.T) {
	p := newTestPage(t)
	defaults := p.Scenario
	s, other := slider(t, p, "raw_onboarding_pib"), slider(t, p, "lock_target")
	p.Type(s, "2")
	p.Type(other, "44")
	update(t, p)
	p.Type(s, "bad") // the text of a field is reset too
	p.Reset(s)
	update(t, p)
	if p.Field(s).Error != "" || p.Field(s).Changed || p.Field(s).Text != words.Entered(defaults.RawOnboardingPiB[0]) ||
		!slices.Equal(p.Scenario.RawOnboardingPiB, defaults.RawOnboardingPiB) {
		t.Errorf("after reset: field %q, error %q, scenario %v", p.Field(s).Text, p.Field(s).Error,
			p.Scenario.RawOnboardingPiB)
	}
	if p.Scenario.LockTarget[0] != 0.44 {
		t.Errorf("reset of one control reset another: %v", p.Scenario.LockTarget)
	}
	mustShow(t, p)
}

func TestResetAll(t *testing.T) {
	p := newTestPage(t)
	use(t, p, latest)
	defaults, result := p.Scenario, p.Result
	for _, s := range p.Sliders {
		p.Slide(s, numbers.Exact(s.Min))
	}
	p.AddRate()
	p.Type(p.Rates[0], "13")
	update(t, p)
	p.Type(p.Sliders[0], "bad")
	p.Type(p.Rates[1], "bad")
	p.Ensemble = link.Ensemble{Runs: 200, Seed: 42, Block: 30}
	p.ResetAll()
	update(t, p)
	if query, _ := p.Link(); strings.Contains(query, "seed") || strings.Contains(query, "runs") ||
		strings.Contains(query, "block") {
		t.Errorf("the link is %s", query)
	}
	if p.SnapshotName() != latest {
		t.Errorf("the snapshot became %s", p.SnapshotName())
	}
	for _, s := range append(p.Sliders, p.Rates[:p.RateCount()]...) {
		if p.Field(s).Error != "" || p.Field(s).Changed || p.Field(s).Text != words.Entered(p.Field(s).Value) {
			t.Errorf("%s: field %q, error %q, changed %v", s.Name, p.Field(s).Text, p.Field(s).Error,
				p.Field(s).Changed)
		}
	}
	if p.RateCount() != len(defaults.FILPlusRates) {
		t.Errorf("%d rates, want %d", p.RateCount(), len(defaults.FILPlusRates))
	}
	if !same(p.Result.Runs[0].GasOverNetflow, result.Runs[0].GasOverNetflow) {
		t.Error("the result is not that of the defaults")
	}
	mustShow(t, p)
}
