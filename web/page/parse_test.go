package page

import (
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

func TestParse(t *testing.T) {
	p := newTestPage(t)
	for _, c := range []struct {
		name, raw string
		want      float64
	}{
		{"raw_onboarding_pib", "3.25", 3.25},
		{"raw_onboarding_pib", "3,25", 3.25},
		{"raw_onboarding_pib", "  3.25\t", 3.25},
		{"raw_onboarding_pib", "3.25 PiB/day", 3.25},
		{"raw_onboarding_pib", "3.25PiB/day ", 3.25},
		{"raw_onboarding_pib", "1 000", 1000},
		{"raw_onboarding_pib", "1,000", 1000},
		{"raw_onboarding_pib", "\u00a07\u00a0", 7}, // pasted from a page
		{"raw_onboarding_pib", ".5", 0.5},
		{"raw_onboarding_pib", "5.", 5},
		{"raw_onboarding_pib", "+5", 5},
		{"raw_onboarding_pib", "1e2", 100},
		{"raw_onboarding_pib", "-0", 0},
		{"raw_onboarding_pib", "1e-999", 0},
		{"renewal_rate", "50 %", 50},
		{"renewal_rate", "50%", 50},
		{"renewal_rate", "0", 0},
		{"renewal_rate", "100", 100},
		{"fil_plus_multiplier", "10 ×", 10},
		{"fil_plus_rate_0", "33,5 %", 33.5},
		{"horizon_days", "400 days", 400},
		{"horizon_days", "400.0", 400},
		{"horizon_days", "4e2", 400},
		{"horizon_days", "7 300", 7300},
		{"base_fee_nanofil", "1000 nanoFIL", 1000},
	} {
		got, problem := parse(p, slider(t, p, c.name), c.raw)
		if problem != "" || got != c.want {
			t.Errorf("%s: %q is read as %v (%s), want %v", c.name, c.raw, got, problem, c.want)
		}
	}
}

// A refusal names the control, what was typed, and the legal range.
func TestParseRefuses(t *testing.T) {
	p := newTestPage(t)
	const empty, number, whole, legal, unit = ": enter 0", "is not a number", "is not a whole number",
		"is outside the legal range", "has another unit"
	for _, c := range []struct{ name, raw, why, low, high string }{
		{"raw_onboarding_pib", "", empty, "0", "1000"},
		{"raw_onboarding_pib", "   ", empty, "0", "1000"},
		{"raw_onboarding_pib", "PiB/day", number, "0", "1000"},
		{"raw_onboarding_pib", "abc", number, "0", "1000"},
		{"raw_onboarding_pib", "1.2.3", number, "0", "1000"},
		{"raw_onboarding_pib", "1,000.5", legal, "0", "1000"},
		{"raw_onboarding_pib", "5 %", unit, "0", "1000"}, // another control's
		{"raw_onboarding_pib", "8 EiB", unit, "0", "1000"},
		{"renewal_rate", "5 PiB", unit, "0", "100"},
		{"raw_onboarding_pib", "--5", number, "0", "1000"},
		{"raw_onboarding_pib", "NaN", number, "0", "1000"},
		{"raw_onboarding_pib", "nan", number, "0", "1000"},
		{"raw_onboarding_pib", "Inf", number, "0", "1000"},
		{"raw_onboarding_pib", "-Infinity", number, "0", "1000"},
		{"raw_onboarding_pib", "1e999", legal, "0", "1000"},
		{"raw_onboarding_pib", "-0.001", legal, "0", "1000"},
		{"raw_onboarding_pib", "1000.001", legal, "0", "1000"},
		{"renewal_rate", "100.0001", legal, "0", "100"},
		{"direct_gas_fraction", "-1", legal, "0", "100"},
		{"base_fee_nanofil", "1000.0001", legal, "0", "1000"},
		{"lock_target", "101", legal, "0", "100"},
		{"fil_plus_multiplier", "0.999", legal, "1", "20"},
		{"fil_plus_multiplier", "21", legal, "1", "20"},
		{"fil_plus_rate_4", "101", legal, "0", "100"},
		{"horizon_days", "0", legal, "1", "7300"},
		{"horizon_days", "7301", legal, "1", "7300"},
		{"horizon_days", "400.5", whole, "1", "7300"},
		{"horizon_days", "0.5", legal, "1", "7300"},
		{"sector_duration_days", "179", legal, "180", "1900"},
		{"smoothing_days", "366", legal, "1", "365"},
		{"smoothing_days", "1.5", whole, "1", "365"},
	} {
		s := slider(t, p, c.name)
		got, problem := parse(p, s, c.raw)
		if got != 0 || problem == "" {
			t.Errorf("%s: %q is read as %v, want a refusal", c.name, c.raw, got)
			continue
		}
		mustContain(t, problem, p.Field(s).Label, c.why, c.low+" to "+c.high+" "+p.Field(s).Unit)
		if !strings.Contains(problem, strings.TrimSpace(c.raw)) {
			t.Errorf("%q does not repeat %q", problem, c.raw)
		}
	}
}

// Each end of a legal range is legal, and what a field shows of any slider position means that
// position.
func TestSliderPositions(t *testing.T) {
	p := newTestPage(t)
	for _, s := range append(p.Sliders, p.Rates[:]...) {
		for _, end := range []float64{s.Legal.Min, s.Legal.Max} {
			if got, problem := parse(p, s, words.Entered(end)); got != end || problem != "" {
				t.Errorf("%s: its end %v is read as %v (%s)", s.Name, end, got, problem)
			}
		}
		if s.Min < s.Legal.Min || s.Max > s.Legal.Max || s.Min >= s.Max {
			t.Errorf("%s slides over %v to %v, legal is %v", s.Name, s.Min, s.Max, s.Legal)
		}
		steps := int((s.Max-s.Min)/s.Step + 0.5)
		for k := range steps + 1 {
			position, err := strconv.ParseFloat(strconv.FormatFloat(s.Min+float64(k)*s.Step, 'f', 6, 64), 64)
			if err != nil {
				t.Fatal(err)
			}
			if got, problem := parse(p, s, words.Entered(position)); got != position || problem != "" {
				t.Fatalf("%s: position %v is shown as %s and read as %v (%s)", s.Name, position,
					words.Entered(position), got, problem)
			}
		}
	}
}

// 15 % is 0.15: no float dust reaches the scenario.
func TestSharesAreDecimal(t *testing.T) {
	s := slider(t, newTestPage(t), "direct_gas_fraction")
	for percent := range 1001 {
		want, err := strconv.ParseFloat(strconv.Itoa(percent)+"e-3", 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.unscaled(float64(percent) / 10); got != want {
			t.Fatalf("%v %% is %v, want %v", float64(percent)/10, got, want)
		}
	}
}

// parse reads a text for a field: the shown value, or what is wrong with the text, in words.
func parse(p *Page, s *Slider, raw string) (shown float64, problem string) {
	shown, why := p.parse(s, raw)
	if why != nil {
		shown = 0
	}
	return shown, p.inWords(why)
}
