// Command compare fits the gas models that were considered, and prints how each does on the study's training days, in
// rolling-origin validation within them, and on the two windows after them:
//
//	go run ./model/cmd/compare [-format table|json]
//
// JSON holds all figures of the evidence and the choice of the scaling model's half-lives.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"text/tabwriter"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/validate"
)

func main() {
	format := flag.String("format", "table", "print a `table` or json")
	flag.Parse()
	if flag.NArg() > 0 || *format != "table" && *format != "json" {
		fmt.Fprintf(os.Stderr, "compare: -format is %q, want table or json; arguments %q, want none\n", *format,
			flag.Args())
		os.Exit(2)
	}
	if err := run(os.Stdout, *format); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, format string) error {
	table, err := assets.NetworkDaily()
	if err != nil {
		return err
	}
	evidence, err := validate.Gas(table)
	if err != nil {
		return err
	}
	tuning, err := validate.Tune(table)
	if err != nil {
		return err
	}
	if format == "json" {
		return printJSON(w, evidence, tuning)
	}
	return printTable(w, evidence, tuning)
}

// printJSON writes an infinite half-life as null, since JSON has no infinity.
func printJSON(w io.Writer, e *validate.Evidence, tuning []validate.Tuning) error {
	type half struct {
		WeightHalfLifeDays float64  `json:"weight_half_life_days"`
		LevelHalfLifeDays  *float64 `json:"level_half_life_days"`
		WAPE               float64  `json:"wape"`
	}
	out := struct {
		*validate.Evidence
		Tuning []half `json:"tuning"`
	}{Evidence: e}
	for _, t := range tuning {
		h := half{WeightHalfLifeDays: t.WeightHalfLifeDays, WAPE: t.WAPE}
		if !math.IsInf(t.LevelHalfLifeDays, 0) {
			h.LevelHalfLifeDays = &t.LevelHalfLifeDays
		}
		out.Tuning = append(out.Tuning, h)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	return encoder.Encode(out)
}

func printTable(w io.Writer, e *validate.Evidence, tuning []validate.Tuning) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "model\tCV all\tCV same version\ttrain WAPE/MAPE/bias\tW1 WAPE/MAPE/bias\tW2 "+
		"WAPE/MAPE/bias\t30-day W1, W2\tW1+W2 WAPE/bias\tnegative train, W1, W2")
	three := func(m *validate.ModelEvidence) string { return fmt.Sprintf("%.4f/%.4f/%+.4f", m.WAPE, m.MAPE, m.Bias) }
	for i := range e.Comparison {
		c := &e.Comparison[i]
		fmt.Fprintf(t, "%s\t%.4f\t%.4f\t%s\t%s\t%s\t%.4f, %.4f\t%.4f/%+.4f\t%d, %d, %d\n", c.Name, c.CVAll,
			c.CVSameVersion, three(&c.Train), three(&c.W1), three(&c.W2),
			c.W1.BlockWAPE, c.W2.BlockWAPE, c.After.WAPE, c.After.Bias, c.Train.NegativeDays, c.W1.NegativeDays,
			c.W2.NegativeDays)
	}
	fmt.Fprintf(t, "constant per PiB of the window itself\t\t\t\t%.4f\t%.4f\n", e.Hindsight[0], e.Hindsight[1])
	fmt.Fprintln(t, "\nfold\tscaling\tstudy\tsame version")
	for _, f := range e.Folds {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%v\n", f.Origin, f.Scaling, f.Regime, f.SameVersion)
	}
	fmt.Fprintln(t, "\nhalf-life of weights, of level\tCV all")
	for _, h := range tuning {
		fmt.Fprintf(t, "%g, %g\t%.4f\n", h.WeightHalfLifeDays, h.LevelHalfLifeDays, h.WAPE)
	}
	fmt.Fprintln(t, "\nwithin 50/80/95 % bands\tcount\tshares")
	for _, c := range e.Coverage {
		unit := "days"
		if c.Blocks {
			unit = "30-day means"
		}
		fmt.Fprintf(t, "%s %s\t%d\t%.2f/%.2f/%.2f\n", c.Window, unit, c.Count, c.Within[0], c.Within[1], c.Within[2])
	}
	fmt.Fprintln(t, "\nmessage\tlevel\ttrain WAPE\tCV 2023\tW1 WAPE/bias\tW2 WAPE/bias")
	for i := range e.Messages {
		m := &e.Messages[i]
		fmt.Fprintf(t, "%s\t%.10g\t%.3f\t%.3f\t%.3f/%+.3f\t%.3f/%+.3f\n", m.Name, m.Level, m.Train.WAPE, m.CV,
			m.W1.WAPE, m.W1.Bias, m.W2.WAPE, m.W2.Bias)
	}
	a := &e.Aftermath
	fmt.Fprintf(t, "\nafter FIP-0076, %s to %s\tGgas per PiB\tchange\n", a.First, a.Last)
	fmt.Fprintf(t, "before\t%.1f\t\n", a.BeforeGgasPerPiB)
	fmt.Fprintf(t, "last 90 days before\t%.1f\t\n", a.Last90GgasPerPiB)
	fmt.Fprintf(t, "after\t%.1f\t%+.1f %%\n", a.AfterGgasPerPiB, -100*a.ApparentShare)
	for _, p := range a.Periods {
		fmt.Fprintf(t, "%s to %s\t%.1f\t%+.1f %%\n", p.First, p.Last, p.GgasPerPiB, 100*p.Change)
	}
	for k, share := range a.Share {
		fmt.Fprintf(t, "apparent adoption, %g %%\t%.1f..%.1f %%\t\n", 100*model.Coverages[k], 100*share[0],
			100*share[1])
	}
	fmt.Fprintf(t, "\nmean gas a day after it\tGgas\nno change\t%.0f\nscaling forecast\t%.0f\nrealised\t%.0f\nthe "+
		"study's 15 %%\t%.0f\n",
		a.NoChangeGgas, a.ScalingGgas, a.RealisedGgas, a.StudyGgas)
	return t.Flush()
}
