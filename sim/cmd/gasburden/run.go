package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

func runCommand(args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	file := flags.String("scenario", "", "scenario JSON file, or - for standard input")
	preset := flags.String("preset", "default", "assumptions to start from")
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
	base, err := sim.PresetNamed(*preset)
	if err != nil {
		return usageError{err}
	}
	overrides, err := readOverrides(base.Overrides, *file, sets, stdin)
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

// readOverrides lays the scenario file over the preset, and the -set flags over both.
func readOverrides(overrides sim.Overrides, file string, sets []string, stdin io.Reader) (sim.Overrides, error) {
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
		given, err := sim.ParseScenario(data)
		if err != nil {
			return nil, usageError{err}
		}
		maps.Copy(overrides, given)
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
