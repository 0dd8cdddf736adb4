package assumption_test

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// A scenario as the command line reads it: JSON, laid over the defaults of its snapshot.
func ExampleParseScenario() {
	overrides, err := assumption.ParseScenario(
		[]byte(`{"fil_plus_rates": [0.9], "adoption": "constant", "adoption_share": 0.11}`))
	if err != nil {
		log.Fatal(err)
	}
	in, err := simtest.Load("2023-07-31")
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
	in, err := simtest.Load("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	overrides, err := assumption.ParseScenario([]byte(`{"renewal_rate": 1.2}`))
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
	if err := json.Unmarshal(assumption.Schema(assets.SnapshotNames()), &schema); err != nil {
		log.Fatal(err)
	}
	fmt.Println(schema.Properties["renewal_rate"].Description)
	// Output:
	// share of expiring power that is renewed [share]. Default: median of the last 90 published days up to the snapshot.
}

// A preset is a scenario of the discussion of DirectFIL+: what it changes of the defaults.
func ExamplePresetNamed() {
	study, err := assumption.PresetNamed("study")
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
