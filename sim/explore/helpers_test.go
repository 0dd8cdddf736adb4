package explore_test

import (
	"math"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/simtest"
)

var published = sync.OnceValues(assets.NetworkDaily)

// load wires the embedded figures around a snapshot, with all days that were published.
func load(snapshot string) (*assumption.Inputs, error) {
	in, err := simtest.Load(snapshot)
	if err != nil {
		return nil, err
	}
	in.Daily, err = published()
	return in, err
}

// resolve lays scenario JSON over the defaults of the snapshot that it names, else the study's.
func resolve(tb testing.TB, text string) (*assumption.Inputs, assumption.Scenario) {
	tb.Helper()
	overrides, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	name, err := overrides.SnapshotName()
	if err != nil {
		tb.Fatal(err)
	}
	in, err := load(name)
	if err != nil {
		tb.Fatal(err)
	}
	sc, err := overrides.Resolve(in)
	if err != nil {
		tb.Fatal(err)
	}
	return in, sc
}

func history(in *assumption.Inputs) *explore.History {
	return explore.NewHistory(in.Daily, in.Snapshot.Current, explore.HistoryDays)
}

// finish steps through a piece of work in slices of n.
func finish(tb testing.TB, w explore.Work, n int) {
	tb.Helper()
	for range 1_000_000 {
		done, err := w.Step(n)
		if err != nil {
			tb.Fatal(err)
		}
		if p := w.Progress(); p.Done < 0 || p.Done > p.Total || done != (p.Done == p.Total) {
			tb.Fatalf("done %v at %d of %d", done, p.Done, p.Total)
		}
		if done {
			return
		}
	}
	tb.Fatal("no end of it")
}

// figureOf reads one figure of a scenario run as it stands.
func figureOf(tb testing.TB, in *assumption.Inputs, sc assumption.Scenario, q explore.Question) float64 {
	tb.Helper()
	result, err := sim.Run(in, sc)
	if err != nil {
		tb.Fatal(err)
	}
	figure, err := explore.FigureNamed(q.Figure)
	if err != nil {
		tb.Fatal(err)
	}
	rate := q.Rate
	if rate == explore.Middle {
		rate = len(sc.FILPlusRates) / 2
	}
	return figure.Read(result, rate, q.On).Figure
}

// near reports whether got is within rel of want, relative to want.
func near(got, want, rel float64) bool {
	return math.Abs(got-want) <= rel*math.Abs(want) || math.IsNaN(got) && math.IsNaN(want)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
