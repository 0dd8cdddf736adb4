package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// ensembleCommand runs a scenario many times with drawn inputs and gas.
func ensembleCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("ensemble", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	var o explore.Options
	var format string
	addFormatFlag(flags, &format)
	intFlag(flags, &o.Runs, "runs", explore.DefaultRuns, "how many runs; those of the link where it says how many")
	uint64Flag(flags, &o.Seed, "seed", 1, "the same seed gives the same runs; that of the link where it has one")
	intFlag(flags, &o.BlockDays, "block", explore.DefaultBlockDays,
		"mean length of the blocks that history is drawn in, days; that of the link where it has one")
	curves := flags.String("curves", strings.Join(explore.DefaultCurves(), ","), "curves of the json and csv forms")
	flags.Func("hold", "what is not drawn: onboarding, renewal, fil_plus or gas; may be repeated",
		func(what string) error {
			held := map[string]*bool{"onboarding": &o.HoldOnboarding, "renewal": &o.HoldRenewal,
				"fil_plus": &o.HoldFILPlus, "gas": &o.HoldGas}[what]
			if held == nil {
				return fmt.Errorf("want onboarding, renewal, fil_plus or gas")
			}
			*held = true
			return nil
		})
	if err := parse(flags, args); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	o.Curves = strings.Split(*curves, ",")
	if format == "table" {
		o.Curves = []string{} // it shows none, so none need be kept
	}
	if o.Runs == 0 || o.BlockDays == 0 {
		return usageError{fmt.Errorf("-runs is %d and -block %d, want numbers above zero", o.Runs, o.BlockDays)}
	}
	c, sc, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	drawn := c.view.Ensemble
	if drawn.Runs > 0 && !given["runs"] {
		o.Runs = int(drawn.Runs)
	}
	if drawn.Seed > 0 && !given["seed"] {
		o.Seed = drawn.Seed
	}
	if drawn.Block > 0 && !given["block"] {
		o.BlockDays = int(drawn.Block)
	}
	past, err := history(c.in)
	if err != nil {
		return err
	}
	e, err := explore.NewEnsemble(c.in, past, sc, o)
	if err != nil {
		return usageError{err}
	}
	if err := finish(e, "ensemble", std.err); err != nil {
		return err
	}
	switch format {
	case "json":
		return ensembleJSON(std.out, e, &sc, c.in)
	case "csv":
		return ensembleCSV(std.out, e, &sc, c.in.Snapshot.Start)
	}
	ensembleTable(std.out, e, &sc)
	return nil
}

// rateText is a FIL+ rate for a reader.
func rateText(sc *assumption.Scenario, rate int) string {
	if v, constant := sc.FILPlusRates[rate].Scalar(); constant {
		return "FIL+ rate " + numbers.Exact(v)
	}
	return fmt.Sprintf("FIL+ rate number %d", rate+1)
}

func ensembleTable(out io.Writer, e *explore.Ensemble, sc *assumption.Scenario) {
	o := e.Options()
	fmt.Fprintf(out, "%d runs, seed %d, snapshot %s, %d days of history in blocks of %d on average\n", o.Runs, o.Seed,
		sc.Snapshot, e.HistoryDays(), o.BlockDays)
	for rate := range sc.FILPlusRates {
		fmt.Fprintf(out, "\n%-34s %22s %44s %44s\n", rateText(sc, rate), "median", "half of the runs", "95 of 100 runs")
		for _, f := range e.Figures(rate) {
			unit := f.Figure.Unit
			text := fmt.Sprintf("%-34s %22s", f.Figure.Name, show(f.Median, unit))
			for _, k := range []int{0, 2} {
				text += fmt.Sprintf(" %44s", show(f.Low[k], unit)+" to "+show(f.High[k], unit))
			}
			if f.Undefined > 0 {
				text += fmt.Sprintf("; undefined in %s of the runs", percent(f.Undefined))
			}
			if f.Poles > 0 {
				text += fmt.Sprintf("; flow not positive in %s of the runs", percent(f.Poles))
			}
			fmt.Fprintln(out, text)
		}
	}
}

type quantilesJSON struct {
	Median    number   `json:"median"`
	Low       []number `json:"low"`
	High      []number `json:"high"`
	Undefined number   `json:"undefined"`
	Poles     number   `json:"poles"`
}

func quantiles(q explore.Quantiles) quantilesJSON {
	out := quantilesJSON{Median: number(q.Median), Undefined: number(q.Undefined), Poles: number(q.Poles)}
	for k := range q.Low {
		out.Low, out.High = append(out.Low, number(q.Low[k])), append(out.High, number(q.High[k]))
	}
	return out
}

func ensembleJSON(out io.Writer, e *explore.Ensemble, sc *assumption.Scenario, in *assumption.Inputs) error {
	type curveJSON struct {
		Unit string          `json:"unit"`
		Days []quantilesJSON `json:"days"`
	}
	type runJSON struct {
		Rate    any                      `json:"fil_plus_rate"`
		Figures map[string]quantilesJSON `json:"figures"`
		Curves  map[string]curveJSON     `json:"curves"`
	}
	o := e.Options()
	var runs []runJSON
	for rate := range sc.FILPlusRates {
		r := runJSON{sc.FILPlusRates[rate], map[string]quantilesJSON{}, map[string]curveJSON{}}
		for _, f := range e.Figures(rate) {
			r.Figures[f.Figure.Name] = quantiles(f.Quantiles)
		}
		for _, name := range o.Curves {
			fan, err := e.Fan(name, rate)
			if err != nil {
				return err
			}
			c := curveJSON{Unit: fan.Curve.Unit}
			for _, q := range fan.Days {
				c.Days = append(c.Days, quantiles(q))
			}
			r.Curves[name] = c
		}
		runs = append(runs, r)
	}
	return writeJSON(out, map[string]any{
		"scenario": sc, "runs": o.Runs, "seed": o.Seed, "block_days": o.BlockDays, "history_days": e.HistoryDays(),
		"held": map[string]bool{"onboarding": o.HoldOnboarding, "renewal": o.HoldRenewal,
			"fil_plus": o.HoldFILPlus, "gas": o.HoldGas},
		"coverages": explore.Coverages, "first": (in.Snapshot.Current + 1).String(), "rates": runs,
	})
}

func ensembleCSV(out io.Writer, e *explore.Ensemble, sc *assumption.Scenario, start day.Day) error {
	w := csv.NewWriter(out)
	w.Write([]string{"date", "run", "curve", "unit", "median", "low50", "high50", "low80", "high80", "low95", "high95",
		"undefined", "poles"})
	for rate := range sc.FILPlusRates {
		for _, name := range e.Options().Curves {
			fan, err := e.Fan(name, rate)
			if err != nil {
				return err
			}
			for i, q := range fan.Days {
				row := []string{(start + day.Day(fan.First+i)).String(), strconv.Itoa(rate + 1), name, fan.Curve.Unit,
					number(q.Median).cell()}
				for k := range q.Low {
					row = append(row, number(q.Low[k]).cell(), number(q.High[k]).cell())
				}
				w.Write(append(row, number(q.Undefined).cell(), number(q.Poles).cell()))
			}
		}
	}
	w.Flush()
	return w.Error()
}
