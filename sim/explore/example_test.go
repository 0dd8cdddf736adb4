package explore_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// study is the first version's default on the study's snapshot.
func study() (*assumption.Inputs, assumption.Scenario) {
	in, err := load("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	scenario, err := assumption.DefaultOf(in, assumption.FirstVersion)
	if err != nil {
		log.Fatal(err)
	}
	return in, scenario
}

// The three inputs that move the FIL saved the most.
func ExampleTornado() {
	in, scenario := study()
	past := explore.NewHistory(in.Daily, in.Snapshot.Current, explore.HistoryDays)
	work, err := explore.NewTornado(in, past, scenario, explore.Question{Figure: "saving_fil", Rate: explore.Middle})
	if err != nil {
		log.Fatal(err)
	}
	for done := false; !done; { // a page would show progress between slices
		if done, err = work.Step(10); err != nil {
			log.Fatal(err)
		}
	}
	for _, swing := range work.Swings()[:3] {
		fmt.Printf("%s: %.3g FIL\n", swing.Input.Name, swing.Size)
	}
	// Output:
	// raw_onboarding_pib: 5.18e+07 FIL
	// base_fee_nanofil: 1.17e+07 FIL
	// fil_plus_rate: 8.32e+06 FIL
}

// The base fee at which the gas of publishing deals costs one hundredth of the net flow.
func ExampleBreakEven() {
	in, scenario := study()
	fee, err := explore.InputNamed("base_fee_nanofil")
	if err != nil {
		log.Fatal(err)
	}
	work, err := explore.NewBreakEven(in, scenario, explore.Question{Figure: "month_gas_over_netflow",
		Rate: explore.Middle}, fee, 0.01, mechafil.Range{})
	if err != nil {
		log.Fatal(err)
	}
	if _, err := work.Step(1_000_000); err != nil {
		log.Fatal(err)
	}
	for _, crossing := range work.Result().Crossings {
		fmt.Printf("%.4f %s\n", crossing.Input, fee.Unit)
	}
	// Output:
	// 0.1100 nanoFIL/gas
}

// What explains that the study's burden is not the default's.
func ExampleComparison() {
	in, scenario := study()
	preset, err := assumption.PresetNamed("study")
	if err != nil {
		log.Fatal(err)
	}
	other, err := preset.Overrides.Resolve(in)
	if err != nil {
		log.Fatal(err)
	}
	question := explore.Question{Figure: "month_direct_over_netflow", Rate: explore.Middle}
	work, err := explore.NewComparison(scenario, other, question,
		func(string) (*assumption.Inputs, error) { return in, nil })
	if err != nil {
		log.Fatal(err)
	}
	if _, err := work.Step(1_000_000); err != nil {
		log.Fatal(err)
	}
	a, b, shares := work.Gap()
	fmt.Printf("%.3f %% to %.3f %%\n", 100*a.Figure, 100*b.Figure)
	for _, share := range shares {
		fmt.Printf("%+.3f by %s\n", 100*share.Amount, strings.Join(share.Fields, " and "))
	}
	// Output:
	// 0.623 % to 0.988 %
	// +0.627 by base_fee_nanofil
	// -0.273 by gas_model
	// +0.011 by direct_gas_fraction
}

// How far the saving spreads over a hundred runs.
func ExampleEnsemble() {
	in, scenario := study()
	past := explore.NewHistory(in.Daily, in.Snapshot.Current, explore.HistoryDays)
	work, err := explore.NewEnsemble(in, past, scenario, explore.Options{Runs: 100, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	for done := false; !done; {
		if done, err = work.Step(20); err != nil {
			log.Fatal(err)
		}
	}
	fan, err := work.Fan("cumulative_saving_fil", 1)
	if err != nil {
		log.Fatal(err)
	}
	last := fan.Days[len(fan.Days)-1]
	fmt.Printf("median %.2g FIL, %.0f %% of runs from %.2g to %.2g\n", last.Median, 100*explore.Coverages[1],
		last.Low[1], last.High[1])
	// Output:
	// median 7.4e+06 FIL, 80 % of runs from 5.4e+06 to 1e+07
}
