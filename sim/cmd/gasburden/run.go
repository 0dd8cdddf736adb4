package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

func runCommand(args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	file := flags.String("scenario", "", "scenario JSON file, or - for standard input")
	format := flags.String("format", "table", "json, csv or table")
	var sets []string
	flags.Func("set", "key=value, may be repeated", func(s string) error {
		sets = append(sets, s)
		return nil
	})
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "json" && *format != "csv" && *format != "table" {
		return usageError{fmt.Errorf("-format is %q, want json, csv or table", *format)}
	}
	overrides, err := readOverrides(*file, sets, stdin)
	if err != nil {
		return err
	}
	name, err := overrides.SnapshotName(assets.DefaultSnapshot)
	if err != nil {
		return usageError{err}
	}
	in, err := loadInputs(name)
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

// readOverrides reads the scenario file and lays the -set flags over it.
func readOverrides(file string, sets []string, stdin io.Reader) (sim.Overrides, error) {
	overrides := sim.Overrides{}
	if file != "" {
		var data []byte
		var err error
		if file == "-" {
			data, err = io.ReadAll(stdin)
		} else {
			data, err = os.ReadFile(file)
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("scenario: %w", err)}
		}
		if overrides, err = sim.ParseScenario(data); err != nil {
			return nil, usageError{err}
		}
	}
	for _, s := range sets {
		key, value, ok := strings.Cut(s, "=")
		if !ok {
			return nil, usageError{fmt.Errorf("-set %q, want key=value", s)}
		}
		if err := overrides.Set(strings.TrimSpace(key), value); err != nil {
			return nil, usageError{err}
		}
	}
	return overrides, nil
}
