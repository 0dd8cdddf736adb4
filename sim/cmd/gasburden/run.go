package main

import (
	"flag"
	"fmt"
	"io"

	"github.com/gasburden/gasburden/sim"
)

func runCommand(args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	chosen := addScenarioFlags(flags)
	format := flags.String("format", "table", "json, csv or table")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "json" && *format != "csv" && *format != "table" {
		return usageError{fmt.Errorf("-format is %q, want json, csv or table", *format)}
	}
	in, overrides, err := chosen.load(stdin)
	if err != nil {
		return err
	}
	scenario, err := overrides.Resolve(in)
	if err != nil {
		return usageError{err}
	}
	result, err := sim.Run(in, scenario)
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
	_, err = stdout.Write(out)
	return err
}
