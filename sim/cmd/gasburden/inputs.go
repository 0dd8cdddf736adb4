package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

// loadInputs wires the embedded figures to the simulator.
func loadInputs(snapshot string) (*sim.Inputs, error) {
	if names := assets.SnapshotNames(); !slices.Contains(names, snapshot) {
		return nil, usageError{fmt.Errorf("snapshot is %q, want one of \"%s\"", snapshot, strings.Join(names, `", "`))}
	}
	s, err := assets.Snapshot(snapshot)
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	fitted, err := models.For(snapshot)
	if err != nil {
		return nil, err
	}
	return &sim.Inputs{Snapshot: s, Daily: daily, Regime: &models.Regime, Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}, nil
}
