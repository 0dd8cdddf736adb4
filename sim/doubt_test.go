package sim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
)

// TestDoubts: one scenario a case. The figure that is doubtful is named, and no other; a default has none.
func TestDoubts(t *testing.T) {
	const short = `"horizon_days": 120, "fil_plus_rates": [0.5]`
	for _, c := range []struct {
		scenario string
		want     []sim.Doubt
	}{
		{`{}`, nil},
		{`{"snapshot": "2025-09-09", "horizon_days": 365}`, nil},
		{`{"base_fee_nanofil": 30, "fil_plus_rates": [0.75]}`, []sim.Doubt{
			{"month_gas_over_netflow", sim.WarnGasAboveNetflow}, {"month_gas_over_outflow", sim.WarnGasAboveOutflow},
			{"gas_over_netflow", sim.WarnGasAboveNetflow},
		}},
		{`{"base_fee_nanofil": 200, "fil_plus_rates": [0.75]}`, []sim.Doubt{
			{"month_gas_over_netflow", sim.WarnGasAboveNetflow}, {"month_gas_over_outflow", sim.WarnGasAboveOutflow},
			{"month_direct_over_netflow", sim.WarnGasAboveNetflow},
			{"month_direct_over_outflow", sim.WarnGasAboveOutflow},
			{"month_gas_over_circulating", sim.WarnGasAboveSupply},
			{"gas_over_netflow", sim.WarnGasAboveNetflow}, {"direct_over_netflow", sim.WarnGasAboveNetflow},
			{"gas_over_circulating_per_year", sim.WarnGasAboveSupply},
			{"saving_over_circulating_per_year", sim.WarnGasAboveSupply},
		}},
		{`{"raw_onboarding_pib": 11, "renewal_rate": 1, ` + short + `}`, []sim.Doubt{
			{"month_gas_over_netflow", sim.WarnNetflowNearZero}, {"month_direct_over_netflow", sim.WarnNetflowNearZero},
		}},
		{`{"raw_onboarding_pib": 1.75, "renewal_rate": 0.9, ` + short + `}`, []sim.Doubt{
			{"month_gas_over_outflow", sim.WarnOutflowNearZero}, {"month_direct_over_outflow", sim.WarnOutflowNearZero},
		}},
		{`{"raw_onboarding_pib": 1, "renewal_rate": 0.1, ` + short + `}`, []sim.Doubt{
			{"month_gas_over_outflow", sim.WarnOutflowNotPositive},
			{"month_direct_over_outflow", sim.WarnOutflowNotPositive},
		}},
		{`{"snapshot": "2025-09-09", "raw_onboarding_pib": 11.5, "renewal_rate": 1, ` + short + `}`, []sim.Doubt{
			{"month_gas_over_netflow", sim.WarnNetflowNotPositive},
			{"month_direct_over_netflow", sim.WarnNetflowNotPositive},
			{"gas_over_netflow", sim.WarnNetflowNotPositive}, {"direct_over_netflow", sim.WarnNetflowNotPositive},
		}},
		{`{"snapshot": "2025-09-09", "raw_onboarding_pib": 9, "renewal_rate": 1, ` + short + `}`, []sim.Doubt{
			{"gas_over_netflow", sim.WarnNetflowNearZero}, {"direct_over_netflow", sim.WarnNetflowNearZero},
		}},
		{`{"horizon_days": 1}`, nil},
	} {
		result := run(t, c.scenario)
		for i := range result.Runs {
			got := result.Runs[i].Doubts
			order := func(a, b sim.Doubt) int { return strings.Compare(a.Figure+a.Code, b.Figure+b.Code) }
			want := slices.SortedFunc(slices.Values(c.want), order)
			if sorted := slices.SortedFunc(slices.Values(got), order); !slices.Equal(sorted, want) {
				t.Errorf("%s, run %d: %v, want %v", c.scenario, i, sorted, want)
			}
			for _, d := range got {
				known := slices.ContainsFunc(result.Runs[i].Summary.Figures(),
					func(f sim.SummaryFigure) bool { return f.Name == d.Figure })
				if !known || d.Message() == "" {
					t.Errorf("%+v is no figure of the summary, or has no words", d)
				}
			}
		}
	}
}
