package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestKeptBandsAreTheScenarios: whatever assumption changes between two runs of a Runner, the second has the bands of a
// run of its own.
func TestKeptBandsAreTheScenarios(t *testing.T) {
	in, base := simtest.Resolve(t, `{"horizon_days": 60}`)
	for _, a := range assumption.Rows() {
		changed := base
		switch {
		case a.Name == "snapshot":
			continue
		case a.Kind == assumption.Choice || a.Kind == assumption.Switch:
			a.SetNumber(&changed, 1)
		case a.Kind == assumption.Whole:
			a.SetNumber(&changed, a.Range.Min+math.Floor((a.Range.Max-a.Range.Min)/50))
		default:
			a.SetNumber(&changed, (a.Range.Min+a.Range.Max)/2)
		}
		if changed.Validate() != nil { // vectors have the horizon's length
			continue
		}
		runner := new(sim.Runner)
		if _, err := runner.RunWhole(in, &base); err != nil {
			t.Fatal(err)
		}
		got, err := runner.RunWhole(in, &changed)
		if err != nil {
			t.Fatalf("%s: %v", a.Name, err)
		}
		want, err := sim.Run(in, changed)
		if err != nil {
			t.Fatal(err)
		}
		if (got.Bands == nil) != (want.Bands == nil) {
			t.Errorf("%s: bands %v, want %v", a.Name, got.Bands, want.Bands)
			continue
		}
		if got.Bands == nil {
			continue
		}
		for i := range got.Bands.Day {
			if !slices.Equal(got.Bands.Day[i], want.Bands.Day[i]) ||
				!slices.Equal(got.Bands.Mean[i], want.Bands.Mean[i]) {
				t.Errorf("%s: the bands of the run before", a.Name)
				break
			}
		}
	}
}
