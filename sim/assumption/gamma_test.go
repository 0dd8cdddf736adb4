package assumption_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestGammaByVersion: the first version's ramp takes 360 days and is unknown to snapshots before FIP-0081; since the
// second one it is the protocol's, by date, from any snapshot.
func TestGammaByVersion(t *testing.T) {
	for _, c := range []struct {
		snapshot string
		version  int
		on       day.Day
		want     float64
	}{
		{"2023-07-31", 1, day.Of(2026, 1, 1), 1}, {"2023-07-31", 2, day.Of(2024, 11, 19), 1},
		{"2023-07-31", 2, day.Of(2025, 5, 22), 1 - 0.3*(183*2880.+120)/1051200},
		{"2023-07-31", 2, day.Of(2025, 11, 20), 0.7}, {"2025-09-09", 1, day.Of(2025, 9, 9), 0.76},
		{"2025-09-09", 2, day.Of(2025, 9, 9), 1 - 0.3*(293*2880.+120)/1051200},
		{"2025-09-09", 1, day.Of(2025, 10, 9), 0.76 - 0.3/360*30},
	} {
		in := simtest.Inputs(t, c.snapshot)
		sc, err := assumption.DefaultOf(in, c.version)
		if err != nil {
			t.Fatal(err)
		}
		if got := sc.Gamma.At(int(c.on - in.Snapshot.Current)); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s, version %d, %v: %v, want %v", c.snapshot, c.version, c.on, got, c.want)
		}
	}
}
