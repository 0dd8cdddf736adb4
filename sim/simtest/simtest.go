// Package simtest is for tests of runs and of what they assume: the embedded figures around a snapshot, and scenarios
// laid over them.
package simtest

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// published loads the embedded figures once: tests only read them.
var published = sync.OnceValues(func() (loaded struct {
	daily  *model.Table
	models *assets.Models
}, err error) {
	if loaded.daily, err = assets.FirstRelease(); err != nil {
		return loaded, err
	}
	loaded.models, err = assets.GasModels()
	if err != nil {
		return loaded, err
	}
	for i := range loaded.models.Snapshots {
		// Gas that was published since then has been compared with, too.
		loaded.models.Snapshots[i].Scaling.Validated.Days = int(day.Of(2025, 6, 24) - model.StudyLast)
	}
	return loaded, nil
})

var snapshots sync.Map // of loaders by name

// Load wires the embedded figures around a snapshot.
func Load(snapshot string) (*assumption.Inputs, error) {
	figures, err := published()
	if err != nil {
		return nil, err
	}
	loaded, _ := snapshots.LoadOrStore(snapshot,
		sync.OnceValues(func() (*mechafil.Snapshot, error) { return assets.Snapshot(snapshot) }))
	s, err := loaded.(func() (*mechafil.Snapshot, error))()
	if err != nil {
		return nil, err
	}
	fitted, err := figures.models.For(snapshot)
	if err != nil {
		return nil, err
	}
	return &assumption.Inputs{Snapshot: s, Daily: figures.daily, Regime: &figures.models.Regime,
		Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}, nil
}

// Inputs are what Load gives.
func Inputs(tb testing.TB, snapshot string) *assumption.Inputs {
	tb.Helper()
	in, err := Load(snapshot)
	if err != nil {
		tb.Fatal(err)
	}
	return in
}

// Resolve lays scenario JSON over the defaults of the version and the snapshot that it names, else of the first.
func Resolve(tb testing.TB, text string) (*assumption.Inputs, assumption.Scenario) {
	tb.Helper()
	return ResolveOver(tb, assumption.Overrides{}, text)
}

// ResolvePreset lays scenario JSON over a preset; over none but the first version's defaults for "".
func ResolvePreset(tb testing.TB, preset, text string) (*assumption.Inputs, assumption.Scenario) {
	tb.Helper()
	return ResolveOver(tb, Preset(tb, preset), text)
}

// Preset is a preset's overrides with its snapshot; none for "".
func Preset(tb testing.TB, preset string) assumption.Overrides {
	tb.Helper()
	if preset == "" {
		return assumption.Overrides{}
	}
	base, err := assumption.PresetNamed(preset)
	if err != nil {
		tb.Fatal(err)
	}
	return base.Scenario()
}

// ResolveOver lays scenario JSON over overrides.
func ResolveOver(tb testing.TB, overrides assumption.Overrides, text string) (*assumption.Inputs, assumption.Scenario) {
	tb.Helper()
	given, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	overrides.Lay(given)
	name, err := overrides.SnapshotName()
	if err != nil {
		tb.Fatal(err)
	}
	in := Inputs(tb, name)
	sc, err := overrides.Resolve(in)
	if err != nil {
		tb.Fatal(err)
	}
	return in, sc
}

// ResolveOn lays scenario JSON over the defaults of inputs.
func ResolveOn(tb testing.TB, in *assumption.Inputs, text string) assumption.Scenario {
	tb.Helper()
	o, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	sc, err := o.Resolve(in)
	if err != nil {
		tb.Fatal(err)
	}
	return sc
}

// JSON is a value as JSON.
func JSON(tb testing.TB, v any) []byte {
	tb.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// WantNamed fails unless the error's text holds every part.
func WantNamed(tb testing.TB, err error, parts ...string) {
	tb.Helper()
	if err == nil {
		tb.Errorf("no error, want one that names %q", parts)
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			tb.Errorf("error %q does not name %q", err, part)
		}
	}
}
