package sim_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

var update = flag.Bool("update", false, "write testdata again where figures are meant to have moved")

// TestEquations holds the summary of every preset on every snapshot, and of the defaults of each version, to 1e-9 of
// what this revision gave when it was numbered. Source: this simulator; it says that a curve moved, not that it is
// right.
func TestEquations(t *testing.T) {
	name := fmt.Sprintf("testdata/equations-%d.json", sim.Equations)
	got := map[string]map[string]*float64{}
	for _, snapshot := range assets.SnapshotNames() {
		if snapshot > "2025-09-09" {
			continue // snapshots that joined since
		}
		scenarios := map[string]assumption.Overrides{"first": {}, "second": {"version": json.RawMessage("2")}}
		for _, preset := range assumption.Presets()[1:] {
			scenarios[preset.Name] = preset.Overrides
		}
		for name, overrides := range scenarios {
			in, sc := simtest.ResolveOver(t, overrides, `{"snapshot":"`+snapshot+`"}`)
			r, err := sim.Run(in, sc)
			if err != nil {
				t.Fatal(err)
			}
			for i := range r.Runs {
				figures := map[string]*float64{}
				for _, f := range r.Runs[i].Summary.Figures() {
					if v := f.Value; !math.IsNaN(v) {
						figures[f.Name] = &v
					} else {
						figures[f.Name] = nil
					}
				}
				got[fmt.Sprintf("%s %s run %d", snapshot, name, i+1)] = figures
			}
		}
	}
	if *update {
		data, err := json.MarshalIndent(got, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]map[string]*float64
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	for run, figures := range want {
		for figure, w := range figures {
			g, ok := got[run][figure]
			same := ok && (g == nil) == (w == nil) && (g == nil || math.Abs(*g-*w) <= 1e-9*math.Abs(*w))
			if !same {
				t.Errorf("%s, %s moved: got %v, want %v: see sim.Equations", run, figure, shownFigure(g),
					shownFigure(w))
			}
		}
	}
	if len(want) < 30 {
		t.Errorf("only %d runs are held", len(want))
	}
}

func shownFigure(v *float64) any {
	if v == nil {
		return "none"
	}
	return *v
}

func TestLastEditionNamesTheEquations(t *testing.T) {
	list, err := assets.Editions()
	if err != nil {
		t.Fatal(err)
	}
	if last := list[len(list)-1]; last.Equations != sim.Equations {
		t.Errorf("edition %d has equations %d, the simulator %d: run `go run ./assets/cmd/edition -old DIR`",
			last.Number, last.Equations, sim.Equations)
	}
}
