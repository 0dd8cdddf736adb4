package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/web/shipped/held"
)

func validateCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("validate", flag.ContinueOnError)
	format := flags.String("format", "table", "table or json")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "table" && *format != "json" {
		return usageError{fmt.Errorf("-format is %q, want table or json", *format)}
	}
	in, err := loadInputs(assets.StudySnapshot)
	if err != nil {
		return err
	}
	e, err := held.Evidence(in)
	if err != nil {
		return err
	}
	var out strings.Builder
	if *format == "json" {
		err = writeEvidenceJSON(&out, e)
	} else {
		writeEvidence(&out, e)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(std.out, out.String())
	return err
}

// writeEvidenceJSON writes the evidence without the daily series behind the page's charts.
func writeEvidenceJSON(out io.Writer, e *evidence.Evidence) error {
	type series struct {
		Name string  `json:"name"`
		WAPE float64 `json:"wape"`
		End  float64 `json:"error_at_end"`
		Last string  `json:"end"`
	}
	var network []series
	for _, s := range e.Network {
		network = append(network, series{s.Name, s.WAPE, s.End, s.Last.String()})
	}
	negative := map[string]int{}
	for _, m := range e.Maps {
		negative[m.Model] = m.Negative
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	all := map[string]any{
		"windows": e.Windows, "comparison": e.Comparison, "hindsight_wape": e.Hindsight, "folds": e.Folds,
		"coverage": e.Coverage,
		"messages": e.Messages, "aftermath": e.Aftermath, "network": network,
		"negative_map_cells": negative, "regimes_as_versions": e.Agreement, "training_days": e.TrainingDays,
		"price": e.Price, "direct_onboarding": e.Direct, "hindsight": hindsightJSON(e.Given),
		"rolling_origins": rollingJSON(e.Rolling),
	}
	return encoder.Encode(all)
}

func writeEvidence(out io.Writer, e *evidence.Evidence) {
	p := func(format string, args ...any) { fmt.Fprintf(out, format, args...) }
	p("PublishStorageDeals gas, models trained on %v to %v\n\n", e.Windows[0].First, e.Windows[0].Last)
	p("%-8s %-24s %5s  %-28s  %-28s\n", "window", "", "days", "scaling: WAPE, bias, < 0", "regime: WAPE, bias, < 0")
	for _, w := range e.Windows {
		p("%-8s %v..%v %5d", w.Name, w.First, w.Last, w.Scaling.Days)
		for _, m := range []struct {
			wape, bias float64
			negative   int
		}{{w.Scaling.WAPE, w.Scaling.Bias, w.Scaling.NegativeDays},
			{w.Regime.WAPE, w.Regime.Bias, w.Regime.NegativeDays}} {
			p("  %6.1f %% %+7.1f %% %4d     ", 100*m.wape, 100*m.bias, m.negative)
		}
		p("\n")
	}
	p("\na constant gas per PiB fitted to the window itself: WAPE %.1f %% in W1, %.1f %% in W2\n", 100*e.Hindsight[0],
		100*e.Hindsight[1])
	p("\n%-34s %8s %13s %8s %8s %8s\n", "WAPE of all models considered", "CV all", "same version", "train", "W1", "W2")
	for _, c := range e.Comparison {
		p("%-34s %8.4f %13.4f %8.4f %8.4f %8.4f\n", c.Name, c.CVAll, c.CVSameVersion, c.Train.WAPE, c.W1.WAPE,
			c.W2.WAPE)
	}
	p("\nrolling origins (90 days from each): WAPE of scaling, regime\n")
	for _, f := range e.Folds {
		p("%v  %6.1f %%  %s\n", f.Origin, 100*f.Scaling, orDash(f.Regime))
	}
	p("\ncoverage of the scaling model's 50, 80 and 95 %% bands\n")
	for _, c := range e.Coverage {
		kind := "days"
		if c.Blocks {
			kind = "30-day means"
		}
		p("%-4s %4d %-13s %4.0f %% %4.0f %% %4.0f %%\n", c.Window, c.Count, kind, 100*c.Within[0], 100*c.Within[1],
			100*c.Within[2])
	}
	p("\nother messages, flat level: WAPE in W1, W2\n")
	for _, m := range e.Messages {
		p("%-30s %10.4f Ggas  %6.1f %% %6.1f %%\n", m.Name, m.Level, 100*m.W1.WAPE, 100*m.W2.WAPE)
	}
	a := &e.Aftermath
	p("\nafter FIP-0076 (%v..%v), mean Ggas a day: no change %.0f, scaling forecast %.0f, realised %.0f, the study's "+
		"15 %% %.0f\n",
		a.First, a.Last, a.NoChangeGgas, a.ScalingGgas, a.RealisedGgas, a.StudyGgas)
	p("gas of a PiB of deals fell by %.1f %%, the share of direct onboarding if that alone were the cause\n",
		100*a.ApparentShare)
	p("\nsimulated network from %s on, at the medians of the time\n", e.Network[0].First-1)
	for _, s := range e.Network {
		p("%-16s WAPE %5.1f %%, off by %+6.1f %% on %v\n", s.Name, 100*s.WAPE, 100*s.End, s.Last)
	}
	writeHindsight(out, e)
	for _, m := range e.Maps {
		p("\nnegative cells of the %d x %d map, %s model: %d", len(m.Gas), len(m.Gas), m.Model, m.Negative)
	}
	p("\nthe mixture's regimes agree with the calendar (nv17) on %d of %d training days\n", e.Agreement, e.TrainingDays)
	writePriceEvidence(out, e.Price)
	writeDirectEvidence(out, e.Direct)
}

func orDash(share float64) string {
	if math.IsNaN(share) {
		return "     -"
	}
	return fmt.Sprintf("%6.1f %%", 100*share)
}
