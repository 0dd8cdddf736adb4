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

// scenarioFlags are the flags that choose a scenario, the same for every command that takes one.
type scenarioFlags struct {
	file, preset string
	sets         []string
}

func addScenarioFlags(flags *flag.FlagSet) *scenarioFlags {
	s := &scenarioFlags{}
	flags.StringVar(&s.file, "scenario", "", "scenario JSON file, or - for standard input")
	flags.StringVar(&s.preset, "preset", "default", "assumptions to start from")
	flags.Func("set", "key=value, may be repeated", func(set string) error {
		s.sets = append(s.sets, set)
		return nil
	})
	return s
}

// load reads the scenario that the flags ask for, and the inputs of its snapshot.
func (s *scenarioFlags) load(stdin io.Reader) (*sim.Inputs, sim.Overrides, error) {
	base, err := sim.PresetNamed(s.preset)
	if err != nil {
		return nil, nil, usageError{err}
	}
	overrides, err := readOverrides(base.Overrides, s.file, s.sets, stdin)
	if err != nil {
		return nil, nil, err
	}
	name, err := overrides.SnapshotName(assets.DefaultSnapshot)
	if err != nil {
		return nil, nil, usageError{err}
	}
	in, err := loadInputs(name)
	return in, overrides, err
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
