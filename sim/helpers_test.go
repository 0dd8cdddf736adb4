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
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

//go:embed mechafil/testdata/*.json
var references embed.FS // MechaFIL's own output

// published loads the embedded figures once: tests only read them.
var published = sync.OnceValues(func() (loaded struct {
	daily  *model.Table
	regime *model.Regime
}, err error) {
	if loaded.daily, err = assets.NetworkDaily(); err != nil {
		return loaded, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return loaded, err
	}
	loaded.regime = &models.Regime
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
	loaded, _ := snapshots.LoadOrStore(snapshot, sync.OnceValues(func() (*mechafil.Snapshot, error) { return assets.Snapshot(snapshot) }))
	s, err := loaded.(func() (*mechafil.Snapshot, error))()
	if err != nil {
		tb.Fatal(err)
	}
	return &sim.Inputs{Snapshot: s, Daily: figures.daily, Regime: figures.regime}
}

// resolve lays scenario JSON over the defaults of the snapshot that it names, else the study's.
func resolve(tb testing.TB, text string) (*sim.Inputs, sim.Scenario) {
	tb.Helper()
	overrides, err := sim.ParseScenario([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	name, err := overrides.SnapshotName(assets.DefaultSnapshot)
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
	result, err := sim.Run(in, sc)
	if err != nil {
		tb.Fatal(err)
	}
	return result
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
