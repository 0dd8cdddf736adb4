package sim_test

import (
	"embed"
	"math"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

//go:embed mechafil/testdata/*.json
var references embed.FS // MechaFIL's own output

// run computes scenario JSON.
func run(tb testing.TB, text string) *sim.Result {
	tb.Helper()
	in, sc := simtest.Resolve(tb, text)
	return mustSimulate(tb, in, sc)
}

// runPreset computes scenario JSON over a preset.
func runPreset(tb testing.TB, preset, text string) *sim.Result {
	tb.Helper()
	in, sc := simtest.ResolvePreset(tb, preset, text)
	return mustSimulate(tb, in, sc)
}

func mustSimulate(tb testing.TB, in *assumption.Inputs, sc assumption.Scenario) *sim.Result {
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

func itoa(n int) string { return strconv.Itoa(n) }
