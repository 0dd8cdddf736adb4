package main

import (
	"flag"
	"fmt"

	"github.com/gasburden/gasburden/sim"
)

func runCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	format := flags.String("format", "table", "json, csv or table")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "json" && *format != "csv" && *format != "table" {
		return usageError{fmt.Errorf("-format is %q, want json, csv or table", *format)}
	}
	c, err := flagged.load(std)
	if err != nil {
		return err
	}
	scenario, err := c.overrides.Resolve(c.in)
	if err != nil {
		return usageError{err}
	}
	result, err := sim.Run(c.in, scenario)
	if err != nil {
		return err
	}
	var out []byte
	switch *format {
	case "json":
		out, err = result.AppendJSON(nil)
	case "csv":
		out, err = result.AppendCSV(nil)
	default:
		out = appendTable(nil, result)
	}
	if err != nil {
		return err
	}
	_, err = std.out.Write(out)
	return err
}
