package assumption_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

func TestDifferencesGiveTheScenarioAgain(t *testing.T) {
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		in := simtest.Inputs(t, snapshot)
		for _, text := range []string{
			`{}`,
			`{"horizon_days": 100}`,
			`{"fil_plus_rates": [0.5, 0.75, 1]}`,
			`{"fil_plus_rates": [0.9], "base_fee_nanofil": 1, "adoption": "logistic", "adoption_start": "2024-05-01"}`,
			`{"horizon_days": 3, "gamma": [1, 0.9, 0.8], "renewal_rate": [0.5, 0.5, 0.5], "burn_feedback": true}`,
		} {
			given, err := assumption.ParseScenario([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			want, err := given.Resolve(in)
			if err != nil {
				t.Fatal(err)
			}
			diff, err := want.Differences(in)
			if err != nil {
				t.Fatal(err)
			}
			got, err := diff.Resolve(in)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if len(diff) > len(given) {
				t.Errorf("%s: %d differences, want at most the %d given", text, len(diff), len(given))
			}
			again, err := got.Differences(in)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(again, diff) {
				t.Errorf("%s on %s: differences %s, once more %s", text, snapshot, diff, again)
			}
			if !strings.Contains(text, "renewal_rate") && !reflect.DeepEqual(got, want) {
				t.Errorf("%s on %s: got %+v, want %+v", text, snapshot, got, want)
			}
		}
		_, sc := simtest.Resolve(t, `{"snapshot": "`+snapshot+
			`", "fil_plus_rates": [0.5, 0.75, 1], "lock_target": 0.3, "renewal_rate": 0.5}`)
		if diff, err := sc.Differences(in); err != nil || len(diff) != 1 || string(diff["renewal_rate"]) != "0.5" {
			t.Errorf("values of the default are differences: %s, %v", diff, err)
		}
	}
}

func TestSoundKeepsWhatCanBeUsed(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	o := assumption.Overrides{
		"base_fee_nanofil": json.RawMessage("-3"), "rebound": json.RawMessage("1"),
		"direct_gas_fraction": json.RawMessage("0"),
		"horizon_days":        json.RawMessage("200"), "lock_target": json.RawMessage("[0.1,0.2]"),
		"adoption": json.RawMessage(`"full"`),
	}
	sound, unsound := o.Sound(in)
	if _, err := sound.Resolve(in); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, u := range unsound {
		names = append(names, u.Field.Name)
		if !strings.Contains(u.Err.Error(), u.Field.Name) {
			t.Errorf("%s: the error does not name it: %v", u.Field.Name, u.Err)
		}
	}
	if got := strings.Join(names, " "); got != "lock_target base_fee_nanofil rebound" {
		t.Errorf("left out: %s", got)
	}
	if string(sound["horizon_days"]) != "200" || string(sound["adoption"]) != `"full"` {
		t.Errorf("kept: %s", sound)
	}
}
