package assumption_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestProtocolFaults: bad input is refused with field, value and what would have been legal.
func TestProtocolFaults(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	for text, want := range map[string]string{
		`"solstice_gates": 9`:   "solstice_gates is 9, want a whole number in 0..8",
		`"solstice_gates": 2.5`: "solstice_gates is 2.5, want",
		`"solstice": "tomorrow"`: `solstice is "tomorrow", want never, ` +
			`or a day YYYY-MM-DD in 2020-10-15..2100-01-01`,
		`"solstice": "2026-02-30"`:         `solstice is "2026-02-30", want never`,
		`"solstice": "2019-01-01"`:         `solstice is "2019-01-01", want never`,
		`"solstice": 5`:                    `solstice is 5, want never`,
		`"burn": "less"`:                   `burn is "less", want one of "mean", "path"`,
		`"paying_share": 1.1`:              "paying_share is 1.1, want a number in 0..1",
		`"other_burn_fil": -1`:             "other_burn_fil is -1, want a number in 0..1000000",
		`"solstice_opt_in": -0.1`:          "solstice_opt_in is -0.1, want a number in 0..1",
		`"pledge_reward": "none of these"`: `pledge_reward is "none of these", want one of`,
	} {
		o, err := assumption.ParseScenario([]byte("{" + text + "}"))
		if err == nil {
			_, err = o.Resolve(in)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestDefaultsOfTheProtocol by version and snapshot.
func TestDefaultsOfTheProtocol(t *testing.T) {
	for _, c := range []struct {
		snapshot string
		version  int
		burn     string
		paying   float64
	}{
		{"2023-07-31", 1, assumption.MeanBurn, 0}, {"2023-07-31", 2, assumption.PathBurn, 0},
		{"2025-09-09", 2, assumption.PathBurn, 0.3}, {"2026-04-20", 1, assumption.MeanBurn, 0.7},
		{"2026-04-20", 2, assumption.PathBurn, 0.7},
	} {
		sc, err := assumption.DefaultOf(simtest.Inputs(t, c.snapshot), c.version)
		if err != nil {
			t.Fatal(err)
		}
		if sc.Burn != c.burn || sc.PayingShare != c.paying || sc.Solstice != assumption.NeverEnds ||
			sc.OtherBurnFIL != 740 || sc.SolsticeGates != 0 || sc.SolsticeOptIn != 0.9 ||
			sc.PledgeReward != assumption.WholeReward {
			t.Errorf("%+v: %+v", c, sc)
		}
	}
	// Least and most of what a fee can be: the day of the least burn bounds it.
	if max := mechafil.SectorFee(0.72*16957, 780e6); math.Abs(max-1744) > 12 {
		t.Errorf("a share of 0.72 pays %v a day", max)
	}
}
