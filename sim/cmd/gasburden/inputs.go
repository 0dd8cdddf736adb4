package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/shipped"
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
	daily, err := assets.NetworkDailyFor(snapshot)
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	return shipped.Inputs(&assets.Pack{Snapshot: s, Daily: daily}, models)
}
