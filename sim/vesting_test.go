package sim_test

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestVestingEnds: the last six-year tranches vest on 2026-10-13, and shares of the net flow are doubtful from then on.
func TestVestingEnds(t *testing.T) {
	if mechafil.VestingEnds != day.Of(2026, 10, 14) {
		t.Errorf("vesting ends on %v", mechafil.VestingEnds)
	}
	r := run2026(t, "")
	k := int(mechafil.VestingEnds - r.Start)
	v := r.Runs[0].Network.VestedFIL
	if got := v[k-1] - v[k-2]; !near(got, 187_126, 1e-4) || v[k] != v[k-1] {
		t.Errorf("%v FIL vest on the last day, %v after", got, v[k]-v[k-1])
	}
	i := slices.IndexFunc(r.Warnings, func(w sim.Warning) bool { return w.Code == sim.WarnVestingEnded })
	if i < 0 || r.Warnings[i].First != mechafil.VestingEnds || r.Warnings[i].Run != 0 ||
		r.Warnings[i].Days != r.Days-k {
		t.Errorf("warnings %+v", r.Warnings)
	}
	for _, figure := range []string{"month_gas_over_netflow", "month_direct_over_netflow", "gas_over_netflow",
		"direct_over_netflow"} {
		if !slices.Contains(r.Runs[0].Doubts, sim.Doubt{Figure: figure, Code: sim.WarnVestingEnded}) {
			t.Errorf("%s is not doubted: %v", figure, r.Runs[0].Doubts)
		}
	}
	// A forecast that ends before knows nothing of it.
	for _, w := range run(t, `{"horizon_days": 400}`).Warnings {
		if w.Code == sim.WarnVestingEnded {
			t.Error(w.Message())
		}
	}
}
