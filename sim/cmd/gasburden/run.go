package main

import (
	"flag"

	"github.com/gasburden/gasburden/sim"
)

func runCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	var format string
	addFormatFlag(flags, &format)
	if err := parse(flags, args); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	c, scenario, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	result, err := sim.Run(c.in, scenario)
	if err != nil {
		return err
	}
	var out []byte
	switch format {
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
