package assumption_test

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestScenarioText: text that is no scenario is an error that says "scenario JSON" and where.
func TestScenarioText(t *testing.T) {
	for _, c := range []struct{ name, text, place, part string }{
		{"empty", "", "line 1, column 1", "unexpected end"},
		{"spaces", " \t ", "line 1, column 4", "unexpected end"},
		{"blank lines", "\n\n", "line 3, column 1", "unexpected end"},
		{"truncated", "{\n  \"gamma\": 0.5,\n", "line 3, column 1", "unexpected end"},
		{"truncated text", `{"snapshot": "2023`, "line 1, column 19", "unexpected end"},
		{"words", "gamma = 1", "line 1, column 1", "'g'"},
		{"missing comma", "{\"gamma\": 1\n \"lock_target\": 1}", "line 2, column 2", "'\"'"},
		{"trailing comma", `{"gamma": 1,}`, "line 1, column 13", "'}'"},
		{"trailing text", "{}\n{}", "line 2, column 1", "after top-level value"},
		{"umlauts are one column each", `{"gämmä": 1 x}`, "line 1, column 13", "'x'"},
		{"byte order mark twice", "\ufeff\ufeff{}", "line 1, column 1", "invalid"},
		{"NaN", `{"gamma": NaN}`, "line 1, column 11", "'N'"},
		{"leading plus", `{"gamma": +1}`, "line 1, column 11", "'+'"},
		{"an array", "\n []", "line 2, column 2", "want an object"},
		{"a number", "5", "line 1, column 1", "want an object"},
		{"a string", ` "{}"`, "line 1, column 2", "want an object"},
		{"null", "null", "line 1, column 1", "want an object"},
		{"too deep", `{"gamma": ` + strings.Repeat("[", 10001) + strings.Repeat("]", 10001) + `}`,
			"line 1, column 10010", "depth"},
		{"unknown key", "{\"gamma\": 1,\n  \"gama\": 2}", "line 2, column 3",
			`unknown name "gama", want one of snapshot, horizon_days`},
		{"key in another case", `{"Gamma": 1}`, "line 1, column 2", `unknown name "Gamma"`},
		{"empty key", `{"": 1}`, "line 1, column 2", `unknown name ""`},
		{"not UTF-8", "{\"gamma\xff\": 1}", "line 1, column 2", "unknown name"},
		{"key given twice", "{\"gamma\": 1,\n\"gamma\": 1}", "line 2, column 1", "gamma is given twice"},
		{"key given twice, escaped", `{"gamma": 1, "\u0067amma": 1}`, "line 1, column 14", "gamma is given twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := assumption.ParseScenario([]byte(c.text))
			simtest.WantNamed(t, err, "scenario JSON: "+c.place+": ", c.part)
			if err != nil && strings.Contains(c.part, "unexpected") && o != nil {
				t.Errorf("overrides %v beside an error", o)
			}
		})
	}
}

// TestScenarioTextReportsAll: every unknown or repeated key is told.
func TestScenarioTextReportsAll(t *testing.T) {
	_, err := assumption.ParseScenario([]byte(`{"one": 1, "gamma": 1, "two": 2, "gamma": 2}`))
	simtest.WantNamed(t, err, `"one"`, `"two"`, "gamma is given twice")
}

// TestScenarioValues: a value of the wrong kind or outside its range names field, value, range.
func TestScenarioValues(t *testing.T) {
	const perDay = "a vector of horizon_days such numbers"
	for _, c := range []struct {
		text  string
		parts []string
	}{
		{`{"snapshot": null}`, []string{"snapshot", "null", "shipped snapshot"}},
		{`{"snapshot": 20230731}`, []string{"snapshot", "20230731", "shipped snapshot"}},
		{`{"snapshot": "2025-09-09"}`, []string{"snapshot", `"2025-09-09"`, `"2023-07-31"`}},
		{`{"horizon_days": 0}`, []string{"horizon_days is 0", "1..7300"}},
		{`{"horizon_days": 7301}`, []string{"horizon_days is 7301", "1..7300"}},
		{`{"horizon_days": -1}`, []string{"horizon_days is -1", "1..7300"}},
		{`{"horizon_days": 30.5}`, []string{"horizon_days is 30.5", "whole", "1..7300"}},
		{`{"horizon_days": 1e300}`, []string{"horizon_days is 1e300", "whole", "1..7300"}},
		{`{"horizon_days": 1e999}`, []string{"horizon_days is 1e999", "whole", "1..7300"}},
		{`{"horizon_days": "30"}`, []string{`horizon_days is "30"`, "whole", "1..7300"}},
		{`{"horizon_days": [30]}`, []string{"horizon_days is [30]", "whole", "1..7300"}},
		{`{"horizon_days": null}`, []string{"horizon_days is null", "1..7300"}},
		{`{"sector_duration_days": 179}`, []string{"sector_duration_days is 179", "180..1900"}},
		{`{"sector_duration_days": 1901}`, []string{"sector_duration_days is 1901", "180..1900"}},
		{`{"smoothing_days": 0}`, []string{"smoothing_days is 0", "1..365"}},
		{`{"smoothing_days": 366}`, []string{"smoothing_days is 366", "1..365"}},
		{`{"fil_plus_rates": []}`, []string{"fil_plus_rates", "0 entries", "1 to 5", "0..1"}},
		{`{"fil_plus_rates": [0, 0, 0, 0, 0, 0]}`, []string{"fil_plus_rates", "6 entries", "1 to 5", "0..1"}},
		{`{"fil_plus_rates": 0.5}`, []string{"fil_plus_rates is 0.5", "1 to 5", "0..1"}},
		{`{"fil_plus_rates": null}`, []string{"fil_plus_rates is null", "0..1"}},
		{`{"fil_plus_rates": [0.5, 1.5]}`, []string{"fil_plus_rates[1] is 1.5", "0..1"}},
		{`{"fil_plus_rates": [0.5, null]}`, []string{"fil_plus_rates[1]", "null", "0..1"}},
		{`{"fil_plus_rates": ["0.5"]}`, []string{"fil_plus_rates[0]", `"0.5"`, "0..1"}},
		{`{"fil_plus_rates": [[0.5]]}`, []string{"fil_plus_rates[0] has 1 values", "horizon_days is 1095", "0..1"}},
		{`{"fil_plus_rates": [[]]}`, []string{"fil_plus_rates[0] has 0 values", "0..1"}},
		{`{"fil_plus_rates": [[0.5, -1]], "horizon_days": 2}`, []string{"fil_plus_rates[0]", "entry 1 is -1", "0..1"}},
		{`{"raw_onboarding_pib": 1000.1}`, []string{"raw_onboarding_pib is 1000.1", "0..1000"}},
		{`{"raw_onboarding_pib": 1e999}`, []string{"raw_onboarding_pib", "1e999", "0..1000", perDay}},
		{`{"raw_onboarding_pib": "5"}`, []string{"raw_onboarding_pib", `"5"`, "0..1000", perDay}},
		{`{"raw_onboarding_pib": true}`, []string{"raw_onboarding_pib", "true", "0..1000"}},
		{`{"raw_onboarding_pib": {}}`, []string{"raw_onboarding_pib", "{}", "0..1000"}},
		{`{"renewal_rate": [0.5, null], "horizon_days": 2}`, []string{"renewal_rate", "entry 1 is null", "0..1"}},
		{`{"renewal_rate": [0.5, 1e999], "horizon_days": 2}`, []string{"renewal_rate", "entry 1 is 1e999", "0..1"}},
		{`{"renewal_rate": [0.5, "1"], "horizon_days": 2}`, []string{"renewal_rate", `entry 1 is "1"`, "0..1"}},
		{`{"lock_target": [0.5]}`, []string{"lock_target has 1 values", "horizon_days is 1095", "0..1"}},
		{`{"lock_target": []}`, []string{"lock_target has 0 values", "0..1"}},
		{`{"lock_target": [0, 0, 0], "horizon_days": 2}`, []string{"lock_target has 3 values", "horizon_days is 2"}},
		{`{"lock_target": [[0.5, 0.5]], "horizon_days": 1}`, []string{"lock_target", "entry 0", "0..1"}},
		{`{"fil_plus_multiplier": 0.99}`, []string{"fil_plus_multiplier is 0.99", "1..20"}},
		{`{"fil_plus_multiplier": 21}`, []string{"fil_plus_multiplier is 21", "1..20"}},
		{`{"qa_renewal_multiplier": -0.1}`, []string{"qa_renewal_multiplier is -0.1", "0..10"}},
		{`{"qa_renewal_multiplier": 10.5}`, []string{"qa_renewal_multiplier is 10.5", "0..10"}},
		{`{"gamma": 1.01}`, []string{"gamma is 1.01", "0..1"}},
		{`{"gamma_weighting": "mean"}`, []string{"gamma_weighting", `"mean"`, "arithmetic", "geometric", "harmonic"}},
		{`{"gamma_weighting": 1}`, []string{"gamma_weighting is 1", "arithmetic", "geometric", "harmonic"}},
		{`{"pledge_base": ""}`, []string{"pledge_base", `""`, "circulating", "available"}},
		{`{"gas_model": "physical"}`, []string{"gas_model", `"physical"`, `"scaling"`, `"regime"`}},
		{`{"gas_model": ["regime"]}`, []string{`gas_model is ["regime"]`, `"scaling"`, `"regime"`}},
		{`{"messages": "all"}`, []string{"messages", `"all"`, `"publish"`, `"onboarding"`}},
		{`{"messages": null}`, []string{"messages is null", `"publish"`, `"onboarding"`}},
		{`{"adoption": "some"}`, []string{"adoption", `"some"`, `"none"`, `"full"`, `"constant"`, `"logistic"`}},
		{`{"adoption": 0.5}`, []string{"adoption is 0.5", `"none"`, `"full"`, `"constant"`, `"logistic"`}},
		{`{"adoption_share": 1.5}`, []string{"adoption_share is 1.5", "0..1"}},
		{`{"adoption_share": "1"}`, []string{`adoption_share is "1"`, "0..1"}},
		{`{"adoption_share": [1]}`, []string{"adoption_share is [1]", "0..1"}},
		{`{"adoption_start": "2020-10-14"}`, []string{"adoption_start is 2020-10-14", "2020-10-15..2100-01-01"}},
		{`{"adoption_start": "2100-01-02"}`, []string{"adoption_start is 2100-01-02", "2020-10-15..2100-01-01"}},
		{`{"adoption_start": "9999-12-31"}`, []string{"adoption_start is 9999-12-31", "2020-10-15..2100-01-01"}},
		{`{"adoption_start": "2024-02-30"}`, []string{`adoption_start is "2024-02-30"`, "YYYY-MM-DD",
			"2020-10-15..2100-01-01"}},
		{`{"adoption_start": "24 April 2024"}`, []string{`adoption_start is "24 April 2024"`, "YYYY-MM-DD"}},
		{`{"adoption_start": "2024-04-24T00:00:00Z"}`, []string{`adoption_start is "2024-04-24T00:00:00Z"`,
			"YYYY-MM-DD"}},
		{`{"adoption_start": ""}`, []string{`adoption_start is ""`, "YYYY-MM-DD"}},
		{`{"adoption_start": 20240424}`, []string{"adoption_start is 20240424", "YYYY-MM-DD"}},
		{`{"adoption_start": null}`, []string{"adoption_start is null", "YYYY-MM-DD"}},
		{`{"adoption_days": 0}`, []string{"adoption_days is 0", "whole", "1..7300"}},
		{`{"adoption_days": 7301}`, []string{"adoption_days is 7301", "whole", "1..7300"}},
		{`{"adoption_days": 1.5}`, []string{"adoption_days is 1.5", "whole", "1..7300"}},
		{`{"rebound": -0.1}`, []string{"rebound is -0.1", "0..1"}},
		{`{"rebound": 1.1}`, []string{"rebound is 1.1", "0..1"}},
		{`{"rebound": true}`, []string{"rebound is true", "0..1"}},
		{`{"rebound": 0.5, "direct_gas_fraction": 0}`, []string{"rebound is 0.5", "direct_gas_fraction 0,",
			"0.01 or more"}},
		{`{"rebound": 1e-9, "direct_gas_fraction": 0.0099}`,
			[]string{"rebound is 0.000000001", "direct_gas_fraction 0.0099", "0.01 or more"}},
		{`{"burn_feedback": 1}`, []string{"burn_feedback is 1", "true or false"}},
		{`{"burn_feedback": "true"}`, []string{`burn_feedback is "true"`, "true or false"}},
		{`{"burn_feedback": null}`, []string{"burn_feedback is null", "true or false"}},
		{`{"direct_precommit_fraction": 1.01}`, []string{"direct_precommit_fraction is 1.01", "0..1"}},
		{`{"direct_prove_fraction": -1}`, []string{"direct_prove_fraction is -1", "0..1"}},
		{`{"direct_prove_fraction_no_deals": 2}`, []string{"direct_prove_fraction_no_deals is 2", "0..1"}},
		{`{"adoption": "x", "messages": "y", "rebound": 2, "adoption_days": 0}`,
			[]string{`adoption is "x"`, `messages is "y"`, "rebound is 2", "adoption_days is 0"}},
		{`{"direct_gas_fraction": 1.5}`, []string{"direct_gas_fraction is 1.5", "0..1"}},
		{`{"direct_gas_fraction": [0.1]}`, []string{"direct_gas_fraction is [0.1]", "0..1"}},
		{`{"direct_gas_fraction": null}`, []string{"direct_gas_fraction is null", "0..1"}},
		{`{"base_fee_nanofil": -1}`, []string{"base_fee_nanofil is -1", "0..1000"}},
		{`{"base_fee_nanofil": 1001}`, []string{"base_fee_nanofil is 1001", "0..1000"}},
		{`{"base_fee_nanofil": 1e999}`, []string{"base_fee_nanofil is 1e999", "0..1000"}},
		{`{"gamma": 2, "smoothing_days": 0, "fil_plus_rates": [3]}`, []string{"gamma is 2", "smoothing_days is 0",
			"fil_plus_rates[0] is 3"}},
	} {
		o, err := assumption.ParseScenario([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if _, err = o.Resolve(simtest.Inputs(t, "2023-07-31")); err == nil {
			t.Errorf("%s: no error", c.text)
			continue
		}
		simtest.WantNamed(t, err, c.parts...)
	}
}

// TestOneFaultOneComplaint: a default that depends on a faulty field does not complain as well.
func TestOneFaultOneComplaint(t *testing.T) {
	for _, text := range []string{`{"snapshot": "2025-09-09", "horizon_days": 0}`,
		`{"snapshot": "2025-09-09", "horizon_days": 8000}`} {
		o, err := assumption.ParseScenario([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err = o.Resolve(simtest.Inputs(t, "2025-09-09")); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestSetFaults(t *testing.T) {
	for _, c := range []struct {
		name, text string
		parts      []string
	}{
		{"gama", "1", []string{`unknown name "gama"`}},
		{"gamma", "", []string{"gamma", "0..1"}},
		{"gamma", "NaN", []string{"gamma is NaN", "0..1"}},
		{"gamma", "Inf", []string{"gamma is Inf", "0..1"}},
		{"gamma", "1 1", []string{"gamma is 1 1", "0..1"}},
		{"gamma", "null", []string{"gamma", "null", "0..1"}},
		{"fil_plus_rates", "a", []string{"fil_plus_rates", "a", "0..1"}},
		{"fil_plus_rates", "[0.5],0.6", []string{"fil_plus_rates", "0..1"}},
		{"horizon_days", "1.5", []string{"horizon_days is 1.5", "1..7300"}},
		{"base_fee_nanofil", "1e999", []string{"base_fee_nanofil is 1e999", "0..1000"}},
		{"snapshot", `"a`, []string{"snapshot", "shipped snapshot"}},
		{"adoption_start", "tomorrow", []string{`adoption_start is "tomorrow"`, "YYYY-MM-DD",
			"2020-10-15..2100-01-01"}},
		{"adoption_start", "2024-13-01", []string{`adoption_start is "2024-13-01"`, "YYYY-MM-DD"}},
		{"adoption_start", "", []string{`adoption_start is ""`, "YYYY-MM-DD"}},
		{"burn_feedback", "yes", []string{"burn_feedback is yes", "true or false"}},
		{"burn_feedback", "True", []string{"burn_feedback is True", "true or false"}},
		{"burn_feedback", "1", []string{"burn_feedback is 1", "true or false"}},
		{"rebound", "half", []string{"rebound is half", "0..1"}},
		{"adoption_days", "1e999", []string{"adoption_days is 1e999", "1..7300"}},
	} {
		o := assumption.Overrides{}
		simtest.WantNamed(t, o.Set(c.name, c.text), c.parts...)
		if len(o) != 0 {
			t.Errorf("%s=%s: kept as %v", c.name, c.text, o)
		}
	}
}
