package explore

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Curve is a series of a run that an ensemble can keep, by its name in the result's JSON.
type Curve struct {
	Name, Unit string

	of func(r *sim.RateRun) []float64
	// from is the entry of the date axis that its values start at.
	from func(sc *assumption.Scenario, historyDays int) int
	// flow is what the gas is divided by, on the same entries; nil where nothing is.
	flow func(r *sim.RateRun) []float64
}

// Curves lists them: what the page draws.
func Curves() []Curve {
	start := func(*assumption.Scenario, int) int { return 0 }
	smoothed := func(sc *assumption.Scenario, _ int) int { return sc.SmoothingDays }
	forecast := func(_ *assumption.Scenario, historyDays int) int { return historyDays }
	var out []Curve
	for _, d := range denominators {
		for _, direct := range []bool{false, true} {
			c := Curve{Name: gasName(direct) + "_over_" + d.name, Unit: "share/day", from: start,
				of: func(r *sim.RateRun) []float64 { return d.series(r, direct) }}
			if d.of != nil {
				c.Unit, c.from = "share", smoothed
				c.flow = func(r *sim.RateRun) []float64 { return d.of(r, direct) }
			}
			out = append(out, c)
		}
	}
	return append(out,
		Curve{"gas_status_quo_fil", "FIL/day", func(r *sim.RateRun) []float64 { return r.GasStatusQuoFIL }, start, nil},
		Curve{"gas_direct_fil", "FIL/day", func(r *sim.RateRun) []float64 { return r.GasDirectFIL }, start, nil},
		Curve{"saving_fil", "FIL/day", func(r *sim.RateRun) []float64 { return r.SavingFIL }, start, nil},
		Curve{"cumulative_saving_fil", "FIL", func(r *sim.RateRun) []float64 { return r.CumulativeSavingFIL }, forecast,
			nil},
		Curve{"deal_onboarded_pib", "PiB/day", func(r *sim.RateRun) []float64 { return r.DealOnboardedPiB }, start,
			nil},
		Curve{"qa_raw_ratio", "ratio", func(r *sim.RateRun) []float64 { return r.QARawRatio }, start, nil},
		Curve{"qa_power_eib", "EiB", func(r *sim.RateRun) []float64 { return r.Network.QAPowerEiB }, start, nil},
		Curve{"raw_power_eib", "EiB", func(r *sim.RateRun) []float64 { return r.Network.RawPowerEiB }, start, nil},
		Curve{"outflow_mean_fil", "FIL/day", func(r *sim.RateRun) []float64 { return r.OutflowMeanFIL }, smoothed, nil},
		Curve{"netflow_mean_fil", "FIL/day", func(r *sim.RateRun) []float64 { return r.NetflowMeanFIL }, smoothed, nil},
		Curve{"circulating_fil", "FIL", func(r *sim.RateRun) []float64 { return r.Network.CirculatingFIL }, start, nil},
	)
}

// DefaultCurves are those of the page's first view.
func DefaultCurves() []string {
	return []string{"gas_over_netflow", "direct_over_netflow", "saving_fil", "cumulative_saving_fil"}
}

func curveNamed(name string) (Curve, error) {
	var names []string
	for _, c := range Curves() {
		if c.Name == name {
			return c, nil
		}
		names = append(names, c.Name)
	}
	return Curve{}, unknown("curve", name, names)
}
