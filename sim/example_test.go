package sim_test

import (
	"fmt"
	"log"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// embedded wires the figures and models that the repository ships to a snapshot.
func embedded(snapshot string) (*assumption.Inputs, error) {
	state, err := assets.Snapshot(snapshot)
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	fitted, err := models.For(snapshot)
	if err != nil {
		return nil, err
	}
	return &assumption.Inputs{Snapshot: state, Daily: daily, Regime: &models.Regime, Scaling: &fitted.Scaling,
		Onboarding: &fitted.Onboarding}, nil
}

// The first version's defaults, one line a FIL+ rate: the burden of the headline's month, and what DirectFIL+ saves a
// day. assumption.Default has those of now.
func ExampleRun() {
	in, err := embedded("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	scenario, err := assumption.DefaultOf(in, assumption.FirstVersion)
	if err != nil {
		log.Fatal(err)
	}
	result, err := sim.Run(in, scenario)
	if err != nil {
		log.Fatal(err)
	}
	for _, run := range result.Runs {
		rate, _ := run.FILPlusRate.Scalar()
		s := run.Summary
		fmt.Printf("FIL+ rate %.2f, %s: %.2f %% of net flow, %.2f %% with DirectFIL+, %.0f FIL a day saved\n",
			rate, s.Month.YearMonth(), 100*s.MonthGasOverNetflow, 100*s.MonthDirectOverNetflow, s.SavingFILPerDay)
	}
	// Output:
	// FIL+ rate 0.50, 2024-07: 2.16 % of net flow, 0.32 % with DirectFIL+, 4690 FIL a day saved
	// FIL+ rate 0.75, 2024-07: 4.21 % of net flow, 0.62 % with DirectFIL+, 7036 FIL a day saved
	// FIL+ rate 1.00, 2024-07: 7.13 % of net flow, 1.05 % with DirectFIL+, 9381 FIL a day saved
}
