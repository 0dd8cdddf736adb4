package assumption_test

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestRealisedInputs are defaults: what is said of one counts in its place, days of which nothing was published are as
// assumed, a scenario that has them is written in short and comes back, and one without them is what it was.
func TestRealisedInputs(t *testing.T) {
	in, sc := simtest.Resolve(t, `{"version": 2, "daily_inputs": "realised", "horizon_days": 800}`)
	_, plain := simtest.Resolve(t, `{"version": 2, "horizon_days": 800}`)
	at := func(column []float64, on day.Day) float64 {
		if row := in.Daily.Row(on); row < len(column) {
			return column[row]
		}
		return math.NaN()
	}
	for i := range sc.HorizonDays {
		on := in.Snapshot.Current + 1 + day.Day(i)
		raw, qa := at(in.Daily.OnboardedRawPiB, on), at(in.Daily.OnboardedQAPiB, on)
		renewal := at(in.Daily.RenewalRate, on)
		if math.IsNaN(renewal) {
			renewal = plain.RenewalRate[0]
		}
		onboarded := raw
		if math.IsNaN(raw) {
			onboarded = plain.RawOnboardingPiB[0]
		}
		if sc.RawOnboardingPiB[i] != onboarded || sc.RenewalRate[i] != renewal ||
			!math.IsNaN(raw) && !near(raw*(1+9*sc.FILPlusRates[0][i]), qa, 1e-12) {
			t.Fatalf("%s: %v PiB, %v renewed, FIL+ rate %v", on, sc.RawOnboardingPiB[i], sc.RenewalRate[i],
				sc.FILPlusRates[0][i])
		}
	}
	d, err := sc.Differences(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(d) != 3 || string(d["daily_inputs"]) != `"realised"` {
		t.Errorf("it differs from the defaults by %s", d)
	}
	if back := simtest.ResolveOn(t, in, string(simtest.JSON(t, d))); !reflect.DeepEqual(back, sc) {
		t.Error("it does not come back")
	}
	_, set := simtest.Resolve(t, `{"version": 2, "daily_inputs": "realised", "horizon_days": 800, "renewal_rate": 0.5,
		"fil_plus_rates": [0.2, 0.4]}`)
	if len(set.RenewalRate) != 1 || set.RenewalRate[0] != 0.5 || len(set.FILPlusRates) != 2 ||
		!reflect.DeepEqual(set.RawOnboardingPiB, sc.RawOnboardingPiB) {
		t.Errorf("what is set does not count: %v, %v", set.RenewalRate, set.FILPlusRates)
	}
	_, assumed := simtest.Resolve(t, `{"version": 2, "daily_inputs": "assumed", "horizon_days": 800}`)
	if !reflect.DeepEqual(assumed, plain) {
		t.Errorf("%+v, want %+v", assumed, plain)
	}
	if _, first := simtest.Resolve(t, "{}"); strings.Contains(string(simtest.JSON(t, first)), "daily_inputs") {
		t.Error("a scenario of the first version says how daily inputs are")
	}
	// Nothing was published after the newest snapshot: its assumptions hold.
	later, newest := simtest.Resolve(t, `{"version": 2, "snapshot": "2026-04-20", "daily_inputs": "realised"}`)
	if v, constant := newest.RawOnboardingPiB.Scalar(); !constant || v != 0.22 {
		t.Errorf("%v PiB a day after %s", newest.RawOnboardingPiB, later.Snapshot.Name)
	}
	o := assumption.Overrides{"daily_inputs": json.RawMessage(`"guessed"`)}
	_, err = o.Resolve(in)
	simtest.WantNamed(t, err, "daily_inputs", `"guessed"`, `"assumed"`, `"realised"`)
}
