package sim_test

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

// embedded wires the figures and models that the repository ships to a snapshot.
func embedded(snapshot string) (*sim.Inputs, error) {
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
	return &sim.Inputs{Snapshot: state, Daily: daily, Regime: &models.Regime, Scaling: &fitted.Scaling,
		Onboarding: &fitted.Onboarding}, nil
}

// The first version's defaults, one line a FIL+ rate: the burden of the headline's month, and what DirectFIL+ saves a
// day. sim.Default has those of now.
func ExampleRun() {
	in, err := embedded("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	scenario, err := sim.DefaultOf(in, sim.FirstVersion)
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

// A scenario as the command line reads it: JSON, laid over the defaults of its snapshot.
func ExampleParseScenario() {
	overrides, err := sim.ParseScenario(
		[]byte(`{"fil_plus_rates": [0.9], "adoption": "constant", "adoption_share": 0.11}`))
	if err != nil {
		log.Fatal(err)
	}
	in, err := embedded("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	scenario, err := overrides.Resolve(in)
	if err != nil {
		log.Fatal(err)
	}
	result, err := sim.Run(in, scenario)
	if err != nil {
		log.Fatal(err)
	}
	run := result.Runs[0]
	last := result.Days - 1
	fmt.Printf("%s: %.0f of %.0f FIL\n", result.Date(last), run.SavingFIL[last], run.GasStatusQuoFIL[last])
	// Output:
	// 2026-07-29: 926 of 9881 FIL
}

// Errors name field, value and legal range.
func ExampleOverrides_Resolve() {
	in, err := embedded("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	overrides, err := sim.ParseScenario([]byte(`{"renewal_rate": 1.2}`))
	if err != nil {
		log.Fatal(err)
	}
	_, err = overrides.Resolve(in)
	fmt.Println(err)
	// Output:
	// renewal_rate is 1.2, want a number in 0..1
}

// What a scenario may say, for editors and programs that know nothing of this package.
func ExampleSchema() {
	var schema struct {
		Properties map[string]struct{ Description string }
	}
	if err := json.Unmarshal(sim.Schema(assets.SnapshotNames()), &schema); err != nil {
		log.Fatal(err)
	}
	fmt.Println(schema.Properties["renewal_rate"].Description)
	// Output:
	// share of expiring power that is renewed [share]. Default: median of the last 90 published days up to the snapshot.
}

// A preset is a scenario of the discussion of DirectFIL+: what it changes of the defaults.
func ExamplePresetNamed() {
	study, err := sim.PresetNamed("study")
	if err != nil {
		log.Fatal(err)
	}
	text, err := json.Marshal(study.Overrides)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s:\n%s\n", study.Meaning, text)
	// Output:
	// the study of August 2023: regime model, 1 nanoFIL base fee, DirectFIL+ at 15 % of the gas:
	// {"base_fee_nanofil":1,"direct_gas_fraction":0.15,"gas_model":"regime"}
}
