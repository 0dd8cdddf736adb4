package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
)

func predictCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("predict", flag.ContinueOnError)
	name := flags.String("model", assumption.ScalingModel, "gas model")
	deal := float64Flag(flags, "deal", math.NaN(), "deal power onboarded, PiB a day")
	ratio := float64Flag(flags, "ratio", math.NaN(), "QA power over raw power of the network; regime model")
	date := flags.String("date", "", "the day, YYYY-MM-DD; scaling model")
	snapshot := flags.String("snapshot", assets.StudySnapshot,
		"snapshot up to whose date the scaling model is fitted")
	if err := parse(flags, args); err != nil {
		return err
	}
	// NaN fails the tests below.
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if !given["deal"] {
		return usageError{errors.New("-deal is missing, want PiB a day in 0..1000")}
	}
	if !(*deal >= 0 && *deal <= 1000) {
		return usageError{fmt.Errorf("-deal is %v, want PiB a day in 0..1000", *deal)}
	}
	models, err := assets.GasModels()
	if err != nil {
		return err
	}
	var out strings.Builder
	switch *name {
	case assumption.RegimeModel:
		if !given["ratio"] {
			return usageError{errors.New("-ratio is missing, want QA power / raw power in 1..20")}
		}
		if !(*ratio >= 1 && *ratio <= 20) {
			return usageError{fmt.Errorf("-ratio is %v, want QA power / raw power in 1..20", *ratio)}
		}
		writeRegime(&out, &models.Regime, *deal, *ratio)
	case assumption.ScalingModel:
		on, err := day.Parse(*date)
		if err != nil || on < model.StudyFirst || on > lastPredicted {
			return usageError{fmt.Errorf("-date is %q, want a day YYYY-MM-DD in %v..%v", *date, model.StudyFirst,
				lastPredicted)}
		}
		fitted, err := models.For(*snapshot)
		if err != nil {
			return usageError{fmt.Errorf("-snapshot: %w", err)}
		}
		writeScaling(&out, &fitted.Scaling, on, *deal)
	default:
		return usageError{fmt.Errorf("-model is %q, want %q or %q", *name,
			assumption.ScalingModel, assumption.RegimeModel)}
	}
	_, err = io.WriteString(std.out, out.String())
	return err
}

// lastPredicted bounds -date; the level has long settled by then.
var lastPredicted = day.Of(2100, 1, 1)

func writeRegime(out io.Writer, m *model.Regime, deal, ratio float64) {
	gas, regime := m.PredictDay(deal, ratio)
	label := "low"
	if regime == 1 {
		label = "high"
	}
	fmt.Fprintf(out, "gas     %#.10g Ggas/day\nregime  %g (%s gas)\n", gas, regime, label)
	if gas < 0 {
		fmt.Fprintln(out, "warning: the model predicts negative gas here")
	}
	if !m.InHull(deal, ratio) {
		fmt.Fprintln(out, "warning: this lies outside the model's training days")
	}
}

func writeScaling(out io.Writer, m *model.Scaling, on day.Day, deal float64) {
	gas := m.PredictDay(on, deal)
	fmt.Fprintf(out, "gas     %#.10g Ggas/day\n", gas)
	for k, coverage := range model.Coverages {
		low, high := m.Band(gas, on, 1, k)
		fmt.Fprintf(out, "%.0f %% band  %#.8g to %#.8g Ggas/day\n", 100*coverage, low, high)
	}
	if held := &m.Validated.Held; held.Days > 0 {
		fmt.Fprintf(out, "bands   of the gas model only: fitted to %v they held %.0f, %.0f and %.0f %% of %d later "+
			"days, given their deals\n",
			model.StudyLast, 100*held.Within[0], 100*held.Within[1], 100*held.Within[2], held.Days)
	}
	if on <= m.Last {
		fmt.Fprintf(out, "note: up to %v this is the mean level of the day's protocol version, and the bands hold "+
			"daily scatter only\n", m.Last)
	}
	if !m.InRange(deal) {
		fmt.Fprintln(out, "warning: the model has seen no day of that much deal power")
	}
	if on > m.LastValidated() {
		fmt.Fprintf(out, "warning: the model was checked against what happened only up to %v\n", m.LastValidated())
	}
}
