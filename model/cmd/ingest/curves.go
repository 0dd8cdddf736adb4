package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// inputsOf wires a release to the simulator.
func inputsOf(s *state, snapshot string) (*assumption.Inputs, error) {
	fitted, err := s.Models.For(snapshot)
	if err != nil {
		return nil, err
	}
	view, err := s.View(snapshot)
	if err != nil {
		return nil, err
	}
	for _, network := range s.Snapshots {
		if network.Name == snapshot {
			return &assumption.Inputs{Snapshot: network, Daily: view, Regime: &s.Models.Regime,
				Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}, nil
		}
	}
	return nil, fmt.Errorf("no snapshot %s", snapshot)
}

// runPreset runs a preset from a snapshot.
func runPreset(s *state, snapshot string, p assumption.Preset) (*sim.Result, error) {
	in, err := inputsOf(s, snapshot)
	if err != nil {
		return nil, err
	}
	o := assumption.Overrides{}
	for key, value := range p.Overrides {
		o[key] = value
	}
	o["snapshot"], _ = json.Marshal(snapshot) // a string always marshals
	scenario, err := o.Resolve(in)
	if err != nil {
		return nil, err
	}
	return sim.Run(in, scenario)
}

// simulate checks that every preset runs from the newest snapshot, with finite gas, flows and supply for its first
// year.
func simulate(s *state) []ingest.Finding {
	var found []ingest.Finding
	fail := func(format string, args ...any) {
		found = append(found, ingest.Finding{Check: "simulation", Text: fmt.Sprintf(format, args...)})
	}
	for _, p := range assumption.Presets() {
		result, err := runPreset(s, s.Newest().Name, p)
		if err != nil {
			fail("preset %s: %v", p.Name, err)
			continue
		}
		for i := range result.Runs {
			run := &result.Runs[i]
			if days := run.Network.Defined - 1 - result.HistoryDays; days < 365 {
				fail("preset %s, FIL+ rate %v: the network ends after %d days", p.Name, run.FILPlusRate, days)
				continue
			}
			for _, series := range run.Series() {
				for k, v := range series.Values[:min(len(series.Values), result.HistoryDays+365)] {
					if watched(series.Name) && (math.IsNaN(v) || math.IsInf(v, 0)) {
						fail("preset %s, FIL+ rate %v: %s is %v on %s", p.Name, run.FILPlusRate, series.Name, v,
							result.Date(series.Offset+k))
						break
					}
				}
			}
		}
	}
	return found
}

// curveNames are the curves that the report compares, in its order.
var curveNames = []string{"gas_over_netflow", "gas_over_outflow", "gas_over_circulating", "gas_status_quo_fil",
	"gas_direct_fil", "netflow_mean_fil", "raw_power_eib", "circulating_fil"}

// watched reports whether a series may have no gaps: ratios have them where a flow is zero.
func watched(name string) bool {
	switch name {
	case "gas_status_quo_fil", "gas_direct_fil", "netflow_mean_fil", "raw_power_eib", "circulating_fil":
		return true
	}
	return false
}

// curves says how far the curves of each preset moved, at the middle FIL+ rate: from each snapshot that stays, with the
// old and the new figures, and from the newest snapshot before to the newest now, on the days that both cover.
func (r *report) curves(b *strings.Builder) error {
	b.WriteString("\n## Curves\n\nHow far each curve moved on all but the worst twentieth of its days, as a share of " +
		"its spread before, the range of all but its " +
		"lowest and highest twentieth. (Ratios have poles where a flow is near zero; their few days would hide the " +
		"rest.)\n")
	pairs := [][2]string{}
	for _, name := range r.old.inputs.Names() {
		pairs = append(pairs, [2]string{name, name})
	}
	if before, after := r.old.Newest().Name, r.new.Newest().Name; before != after {
		pairs = append(pairs, [2]string{before, after})
	}
	var rows [][]string
	for _, pair := range pairs {
		label := pair[0]
		if pair[1] != pair[0] {
			label += " to " + pair[1]
		}
		for _, p := range assumption.Presets() {
			was, err := runPreset(r.old, pair[0], p)
			if err != nil {
				return fmt.Errorf("preset %s from %s: %w", p.Name, pair[0], err)
			}
			is, err := runPreset(r.new, pair[1], p)
			if err != nil {
				return fmt.Errorf("preset %s from %s: %w", p.Name, pair[1], err)
			}
			row := []string{label, p.Name}
			for _, name := range curveNames {
				row = append(row, percent(moved(curveOf(was, name), curveOf(is, name))))
			}
			rows = append(rows, row)
		}
	}
	table(b, "snapshot|preset|"+strings.Join(curveNames, "|"), rows)
	return nil
}

// curve is values by day.
type curve struct {
	first  day.Day
	values []float64
}

// curveOf is a series of the middle FIL+ rate.
func curveOf(result *sim.Result, name string) curve {
	run := &result.Runs[len(result.Runs)/2]
	for _, s := range run.Series() {
		if s.Name == name {
			return curve{result.Date(s.Offset), s.Values}
		}
	}
	panic("ingest: no series " + name)
}

// moved is the distance between two curves that all but a twentieth of the days of both keep within, over the range of
// all but the lowest and the highest twentieth of the first; NaN where they share no day.
func moved(was, is curve) float64 {
	var values, moves []float64
	for i, v := range was.values {
		if math.IsNaN(v) {
			continue
		}
		values = append(values, v)
		if k := int(was.first-is.first) + i; k >= 0 && k < len(is.values) && !math.IsNaN(is.values[k]) {
			moves = append(moves, math.Abs(is.values[k]-v))
		}
	}
	if len(moves) == 0 {
		return math.NaN()
	}
	slices.Sort(values)
	slices.Sort(moves)
	far := quantile(moves, 0.95)
	if far == 0 {
		return 0
	}
	return far / (quantile(values, 0.95) - quantile(values, 0.05))
}

// quantile is the value that a share of the sorted values does not exceed.
func quantile(sorted []float64, share float64) float64 {
	return sorted[int(math.Round(share*float64(len(sorted)-1)))]
}
