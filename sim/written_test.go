package sim_test

import (
	"encoding/json"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestWrittenScenarioRunsTheSame: whatever is chosen, in either version, and whatever numbers stand beside it, a
// scenario that is written out and read again gives the same curves: none of what counts is left out of it.
func TestWrittenScenarioRunsTheSame(t *testing.T) {
	in := simtest.Inputs(t, "2025-09-09")
	for _, version := range []string{"1", "2"} {
		for _, a := range assumption.Rows() {
			choices := a.Choices
			switch {
			case a.Kind == assumption.Switch:
				choices = []string{"true", "false"}
			case a.Kind != assumption.Choice || a.Name == "snapshot":
				continue
			}
			for _, choice := range choices {
				value := json.RawMessage(choice)
				if a.Kind == assumption.Choice {
					value, _ = json.Marshal(choice)
				}
				o := offDefault(t, in, version)
				o[a.Name] = value
				sc, err := o.Resolve(in)
				if err != nil {
					t.Logf("%v %v: %v", a.Name, choice, err)
					continue
				}
				text, err := json.Marshal(sc)
				if err != nil {
					t.Fatal(err)
				}
				read, err := assumption.ParseScenario(text)
				if err != nil {
					t.Fatal(err)
				}
				again, err := read.Resolve(in)
				if err != nil {
					t.Fatalf("version %s, %s = %s: %v", version, a.Name, choice, err)
				}
				one, two := mustSimulate(t, in, sc), mustSimulate(t, in, again)
				for i := range one.Runs {
					was := one.Runs[i].Series()
					for k, s := range two.Runs[i].Series() {
						if !sameBits(s.Values, was[k].Values) {
							t.Errorf("version %s, %s = %s: %s is another, the scenario written is %s", version,
								a.Name, choice, s.Name, text)
							break
						}
					}
				}
			}
		}
	}
}

// offDefault are overrides with a number for each assumption that is one, and none of them its default.
func offDefault(t *testing.T, in *assumption.Inputs, version string) assumption.Overrides {
	t.Helper()
	usual, err := assumption.Overrides{"version": json.RawMessage("2")}.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	o := assumption.Overrides{}
	for _, a := range assumption.Rows() {
		if a.Kind != assumption.Number {
			continue
		}
		v := max(a.Range.Min, 0.9*a.Number(&usual))
		if v == 0 {
			v = 0.1 * min(1, a.Range.Max)
		}
		o[a.Name], _ = json.Marshal(v)
	}
	for name, text := range map[string]string{"version": version, "horizon_days": "120", "fil_plus_rates": "[0.6]"} {
		o[name] = json.RawMessage(text)
	}
	return o
}
