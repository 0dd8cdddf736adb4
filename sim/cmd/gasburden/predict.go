package main

import (
	"flag"
	"fmt"
	"io"
	"math"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

func predictCommand(args []string, _ io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("predict", flag.ContinueOnError)
	name := flags.String("model", sim.RegimeModel, "gas model")
	deal := flags.Float64("deal", math.NaN(), "deal power onboarded, PiB a day")
	ratio := flags.Float64("ratio", math.NaN(), "QA power over raw power of the network")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *name != sim.RegimeModel {
		return usageError{fmt.Errorf("-model is %q, want %q", *name, sim.RegimeModel)}
	}
	// NaN, the default, fails both tests.
	if !(*deal >= 0 && *deal <= 1000) {
		return usageError{fmt.Errorf("-deal is %v, want PiB a day in 0..1000", *deal)}
	}
	if !(*ratio >= 1 && *ratio <= 20) {
		return usageError{fmt.Errorf("-ratio is %v, want QA power / raw power in 1..20", *ratio)}
	}
	models, err := assets.GasModels()
	if err != nil {
		return err
	}
	gas, regime := models.Regime.PredictDay(*deal, *ratio)
	label := "low"
	if regime == 1 {
		label = "high"
	}
	out := fmt.Appendf(nil, "gas     %#.10g Ggas/day\nregime  %g (%s gas)\n", gas, regime, label)
	if gas < 0 {
		out = append(out, "warning: the model predicts negative gas here\n"...)
	}
	if !models.Regime.InHull(*deal, *ratio) {
		out = append(out, "warning: this lies outside the model's training days\n"...)
	}
	_, err = stdout.Write(out)
	return err
}
