package assumption_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestNetworkDefaults: by version and snapshot, as the network of 2026, 1 and 3, has them. The first version has
// MechaFIL's.
func TestNetworkDefaults(t *testing.T) {
	for _, c := range []struct {
		snapshot  string
		leaving   float64
		stated    bool
		rate      float64 // FIL+, the first
		renewal   float64 // where it is stated
		onboarded float64
	}{
		{snapshot: "2023-07-31", leaving: 0.0008, rate: 0.5}, {snapshot: "2025-09-09", leaving: 0.0008, rate: 0.5},
		{"2026-04-20", 0.00034, true, 1, 0.1, 0.22},
	} {
		in := simtest.Inputs(t, c.snapshot)
		first, err := assumption.DefaultOf(in, assumption.FirstVersion)
		if err != nil {
			t.Fatal(err)
		}
		if first.Start != mechafil.MechaFILStart || first.ExtensionDays != 0 || first.LeavingRate[0] != 0 ||
			first.BaselineEiB[0] != 0 {
			t.Errorf("%s, version 1: %+v", c.snapshot, first)
		}
		s, err := assumption.DefaultOf(in, 2)
		if err != nil {
			t.Fatal(err)
		}
		if s.Start != mechafil.ChainStart || s.ExtensionDays != 180 || s.LeavingRate[0] != c.leaving ||
			s.FILPlusRates[0][0] != c.rate || assumption.StatesInputs(in, 2) != c.stated ||
			assumption.StatesInputs(in, 1) {
			t.Errorf("%s, version 2: %+v", c.snapshot, s)
		}
		onboarding, renewal := first.RawOnboardingPiB[0], first.RenewalRate[0] // the medians
		if c.stated {
			onboarding, renewal = c.onboarded, c.renewal
		}
		if s.RawOnboardingPiB[0] != onboarding || s.RenewalRate[0] != renewal {
			t.Errorf("%s, version 2: %v PiB onboarded, %v renewed", c.snapshot, s.RawOnboardingPiB, s.RenewalRate)
		}
	}
}

// TestEarlierScenarioSaysWhatItSets: one of the first version is written with those of these that it sets, alone, and
// comes back.
func TestEarlierScenarioSaysWhatItSets(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	names := []string{"start", "extension_days", "leaving_rate", "baseline_eib"}
	for i, value := range []string{`"chain"`, "200", "0.0003", "25"} {
		sc := simtest.ResolveOn(t, in, `{"version": 1, "`+names[i]+`": `+value+`}`)
		text := string(simtest.JSON(t, sc))
		for k, name := range names {
			if strings.Contains(text, `"`+name+`"`) != (k == i) {
				t.Errorf("%s set: %s", names[i], text)
			}
		}
		d, err := sc.Differences(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, written := range []string{text, string(simtest.JSON(t, d))} {
			if back := simtest.ResolveOn(t, in, written); !reflect.DeepEqual(back, sc) {
				t.Errorf("%s: %+v came back from %s", names[i], back, written)
			}
		}
	}
}

// TestNetworkFaults: bad input names field, value and legal range.
func TestNetworkFaults(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	for text, parts := range map[string][]string{
		`{"leaving_rate": 1}`:      {"leaving_rate is 1", "0..0.01"},
		`{"leaving_rate": -0.001}`: {"leaving_rate is -0.001", "0..0.01"},
		`{"extension_days": 1901}`: {"extension_days is 1901", "0..1900"},
		`{"start": "genesis"}`:     {"start", "genesis", "mechafil", "chain"},
		`{"baseline_eib": -1}`:     {"baseline_eib is -1", "0..100000"},
	} {
		o, err := assumption.ParseScenario([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.Resolve(in)
		simtest.WantNamed(t, err, parts...)
	}
}
