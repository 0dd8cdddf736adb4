package main

import (
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/shipped"
)

// loadInputs wires the embedded figures to the simulator.
func loadInputs(snapshot string) (*assumption.Inputs, error) {
	if names := assets.SnapshotNames(); !slices.Contains(names, snapshot) {
		return nil, usageError{fault.Bad("snapshot", strconv.Quote(snapshot), fault.OneOfQuoted(names...))}
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
