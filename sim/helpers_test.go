package sim_test

import (
	"embed"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

//go:embed mechafil/testdata/*.json
var references embed.FS // MechaFIL's own output

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

// inputs wires the embedded figures around a snapshot.
func inputs(tb testing.TB, snapshot string) *sim.Inputs {
	tb.Helper()
	figures, err := published()
	if err != nil {
		tb.Fatal(err)
	}
	loaded, _ := snapshots.LoadOrStore(snapshot,
		sync.OnceValues(func() (*mechafil.Snapshot, error) { return assets.Snapshot(snapshot) }))
	s, err := loaded.(func() (*mechafil.Snapshot, error))()
	if err != nil {
		tb.Fatal(err)
	}
	fitted, err := figures.models.For(snapshot)
	if err != nil {
		tb.Fatal(err)
	}
	return &sim.Inputs{Snapshot: s, Daily: figures.daily, Regime: &figures.models.Regime, Scaling: &fitted.Scaling,
		Onboarding: &fitted.Onboarding}
}

// resolve lays scenario JSON over the defaults of the version and the snapshot that it names, else of the first.
func resolve(tb testing.TB, text string) (*sim.Inputs, sim.Scenario) {
	tb.Helper()
	return resolveOver(tb, sim.Overrides{}, text)
}

// resolvePreset lays scenario JSON over a preset; over none but the first version's defaults for "".
func resolvePreset(tb testing.TB, preset, text string) (*sim.Inputs, sim.Scenario) {
	tb.Helper()
	return resolveOver(tb, presetNamed(tb, preset), text)
}

// presetNamed is a preset's overrides with its snapshot; none for "".
func presetNamed(tb testing.TB, preset string) sim.Overrides {
	tb.Helper()
	if preset == "" {
		return sim.Overrides{}
	}
	base, err := sim.PresetNamed(preset)
	if err != nil {
		tb.Fatal(err)
	}
	return base.Scenario()
}

// resolveOver lays scenario JSON over overrides.
func resolveOver(tb testing.TB, overrides sim.Overrides, text string) (*sim.Inputs, sim.Scenario) {
	tb.Helper()
	given, err := sim.ParseScenario([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	overrides.Lay(given)
	name, err := overrides.SnapshotName()
	if err != nil {
		tb.Fatal(err)
	}
	in := inputs(tb, name)
	sc, err := overrides.Resolve(in)
	if err != nil {
		tb.Fatal(err)
	}
	return in, sc
}

// run computes scenario JSON.
func run(tb testing.TB, text string) *sim.Result {
	tb.Helper()
	in, sc := resolve(tb, text)
	return mustSimulate(tb, in, sc)
}

// runPreset computes scenario JSON over a preset.
func runPreset(tb testing.TB, preset, text string) *sim.Result {
	tb.Helper()
	in, sc := resolvePreset(tb, preset, text)
	return mustSimulate(tb, in, sc)
}

func mustSimulate(tb testing.TB, in *sim.Inputs, sc sim.Scenario) *sim.Result {
	tb.Helper()
	result, err := sim.Run(in, sc)
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// runStudy computes the study: regime model, 1 nanoFIL, DirectFIL+ at 15 % of the gas.
func runStudy(tb testing.TB) *sim.Result {
	tb.Helper()
	return run(tb, `{"gas_model": "regime", "base_fee_nanofil": 1, "direct_gas_fraction": 0.15}`)
}

func runDefault(tb testing.TB, snapshot string) *sim.Result {
	tb.Helper()
	return run(tb, `{"snapshot": "`+snapshot+`"}`)
}

// near reports whether got is within rel of want, relative to want.
func near(got, want, rel float64) bool { return math.Abs(got-want) <= rel*math.Abs(want) }

func mustJSON(tb testing.TB, v any) []byte {
	tb.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

func itoa(n int) string { return strconv.Itoa(n) }

// mustName fails unless the error's text holds every part.
func mustName(tb testing.TB, err error, parts ...string) {
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
