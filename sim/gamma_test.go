package sim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestWeightingByDay: each day is mixed as its number says, from the snapshot's own day on, as mechafil mixes it; zero
// and the same number on all days are the weighting that is one name; the first version does not know of it.
func TestWeightingByDay(t *testing.T) {
	const horizon = 60
	vector := func(number func(i int) int) string {
		parts := make([]string, horizon)
		for i := range parts {
			parts[i] = itoa(number(i))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	pledges := func(text string) []float64 {
		return run(t, `{"version": 2, "snapshot": "2025-09-09", "horizon_days": 60, `+text+`}`).Runs[0].Network.
			LockedPledgeOfDayFIL
	}
	n := simtest.Inputs(t, "2025-09-09").Snapshot.HistoryDays()
	plain := pledges(`"gamma_weighting": "geometric"`)
	for number, name := range []string{"geometric", "arithmetic", "geometric", "harmonic"} {
		want := pledges(`"gamma_weighting": "` + name + `"`)
		for _, value := range []string{itoa(number), vector(func(int) int { return number })} {
			got := pledges(`"gamma_weighting": "geometric", "gamma_weighting_by_day": ` + value)
			if !slices.Equal(got, want) {
				t.Errorf("%d on all days is not %s", number, name)
			}
		}
		if number%2 == 1 && slices.Equal(want[n:], plain[n:]) {
			t.Errorf("%s changes nothing: choose another scenario", name)
		}
	}
	// Harmonic up to a day, as the name says from then on: alike up to there, another pledge after it.
	mixed := pledges(`"gamma_weighting": "harmonic", "gamma_weighting_by_day": ` + vector(func(i int) int {
		if i < 30 {
			return 0
		}
		return 1
	}))
	harmonic := pledges(`"gamma_weighting": "harmonic"`)
	if !slices.Equal(mixed[:n+30], harmonic[:n+30]) || mixed[n+30] == harmonic[n+30] {
		t.Errorf("pledge of the day of the change: %v, %v before", mixed[n+30], harmonic[n+30])
	}
	in := simtest.Inputs(t, "2023-07-31")
	for text, parts := range map[string][]string{
		`{"version": 2, "gamma_weighting_by_day": 4}`:   {"gamma_weighting_by_day is 4", "0..3"},
		`{"version": 2, "gamma_weighting_by_day": 1.5}`: {"gamma_weighting_by_day is 1.5", "whole", "0..3"},
		`{"version": 2, "horizon_days": 3, "gamma_weighting_by_day": [0, 0.5, 1]}`: {"gamma_weighting_by_day", "0.5",
			"whole"},
		`{"version": 2, "horizon_days": 3, "gamma_weighting_by_day": [0, 1]}`: {"gamma_weighting_by_day", "2", "3"},
	} {
		o, err := assumption.ParseScenario([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.Resolve(in)
		simtest.WantNamed(t, err, parts...)
	}
	_, first := simtest.Resolve(t, "{}")
	if strings.Contains(string(simtest.JSON(t, first)), "by_day") {
		t.Error("a scenario of the first version says it")
	}
	if sc := simtest.ResolveOn(t, in, `{"gamma_weighting_by_day": 2}`); !strings.Contains(string(simtest.JSON(t, sc)),
		`"gamma_weighting_by_day":2`) {
		t.Error("one that sets it does not")
	}
}
