package main

import (
	"flag"
	"fmt"
	"io"
	"math"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/method"
)

// explainCommand prints the chain of steps behind the numbers of a day.
func explainCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	date := flags.String("date", "", "the day, YYYY-MM-DD")
	rate := float64Flag(flags, "rate", math.NaN(), "FIL+ rate, in place of the scenario's")
	if err := parse(flags, args); err != nil {
		return err
	}
	on, err := day.Parse(*date)
	if err != nil {
		return usageError{fmt.Errorf("-date is %q, want a day like 2024-07-15", *date)}
	}
	c, err := flagged.load(std)
	if err != nil {
		return err
	}
	given := false
	flags.Visit(func(f *flag.Flag) { given = given || f.Name == "rate" })
	if given {
		if !mechafil.ShareRange.Contains(*rate) {
			return usageError{fmt.Errorf("-rate is %v, want a share in %v", *rate, mechafil.ShareRange)}
		}
		if err := c.overrides.Set("fil_plus_rates", numbers.Exact(*rate)); err != nil {
			return usageError{err}
		}
	}
	scenario, err := c.overrides.Resolve(c.in)
	if err != nil {
		return usageError{err}
	}
	result, err := sim.Run(c.in, scenario)
	if err != nil {
		return err
	}
	run := len(result.Runs) / 2 // the middle rate, as the page's headline
	chain, err := steps.Chain(c.in, result, run, on)
	if err != nil {
		return usageError{err}
	}
	shown := "a rate that changes over time"
	if v, constant := result.Runs[run].FILPlusRate.Scalar(); constant {
		shown = "FIL+ rate " + percent(v)
	}
	kind := "forecast"
	if int(on-result.Start) <= result.HistoryDays {
		kind = "history"
	}
	_, err = io.WriteString(std.out, fmt.Sprintf("%s (%s), snapshot %s, %s\n\n%s", on, kind, scenario.Snapshot, shown,
		method.ChainPlain(method.English(), chain)))
	return err
}
