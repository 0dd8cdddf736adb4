package page

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
)

// networkChart is a chart of the network behind the answer, called as the step that computes its curve.
type networkChart struct {
	id, unit  string
	status    func(*mechafil.Result) []float64
	published func(*sim.Realised) []float64 // nil where nobody publishes it
	far       bool                          // so far from zero that its axis need not begin there
	cliff     bool                          // the end of vesting bends it
}

// networkCharts are power and what comes and goes of it, supply and what it is made of, and what a storage provider
// pledges and earns.
var networkCharts = []networkChart{
	{id: "raw-power", unit: UnitEiB, status: func(n *mechafil.Result) []float64 { return n.RawPowerEiB },
		published: func(r *sim.Realised) []float64 { return r.RawPowerEiB }},
	{id: "qa-power", unit: UnitEiB, status: func(n *mechafil.Result) []float64 { return n.QAPowerEiB },
		published: func(r *sim.Realised) []float64 { return r.QAPowerEiB }},
	{id: "baseline", unit: UnitEiB, status: func(n *mechafil.Result) []float64 { return n.BaselinePowerEiB },
		published: func(r *sim.Realised) []float64 { return r.BaselinePowerEiB }},
	{id: "raw-onboarded", unit: UnitPiB, status: func(n *mechafil.Result) []float64 { return n.OnboardedRawPiB },
		published: func(r *sim.Realised) []float64 { return r.OnboardedRawPiB }},
	{id: "raw-removed", unit: UnitPiB, status: removedRawPiB,
		published: func(r *sim.Realised) []float64 { return r.RemovedRawPiB }},
	{id: "circulating", unit: UnitMillion, status: func(n *mechafil.Result) []float64 { return n.CirculatingFIL },
		published: func(r *sim.Realised) []float64 { return r.CirculatingFIL }, far: true, cliff: true},
	{id: "locked", unit: UnitMillion, status: func(n *mechafil.Result) []float64 { return n.LockedFIL },
		published: func(r *sim.Realised) []float64 { return r.LockedFIL }},
	{id: "burnt", unit: UnitMillion, status: func(n *mechafil.Result) []float64 { return n.BurntFIL },
		published: func(r *sim.Realised) []float64 { return r.BurntFIL }, far: true},
	{id: "vested", unit: UnitMillion, status: func(n *mechafil.Result) []float64 { return n.VestedFIL },
		published: func(r *sim.Realised) []float64 { return r.VestedFIL }, far: true, cliff: true},
	{id: "reward", unit: chart.FIL, status: func(n *mechafil.Result) []float64 { return n.RewardFIL },
		published: func(r *sim.Realised) []float64 { return r.RewardFIL }},
	{id: "sector-pledge", unit: UnitFIL, status: func(n *mechafil.Result) []float64 { return n.PledgePerSectorFIL }},
	{id: "sector-roi", unit: chart.Percent, status: func(n *mechafil.Result) []float64 { return n.ROIPerSector1y }},
}

// NetworkIDs are these charts in the order of the page.
var NetworkIDs = func() (ids []string) {
	for i := range networkCharts {
		ids = append(ids, networkCharts[i].id)
	}
	return ids
}()

// networkScale is what values of a unit are shown in; 1 where it is not here.
var networkScale = map[string]float64{UnitMillion: 1e-6, chart.Percent: 100}

// curves are what the chart shows of a run.
func (n *networkChart) curves() curves {
	c := curves{
		status: func(r *sim.RateRun) []float64 { return n.status(r.Network) }, realised: n.published,
		scale: cmp.Or(networkScale[n.unit], 1), format: chart.Number, unit: n.unit, fromZero: !n.far, cliff: n.cliff,
		unpublished: n.published == nil,
	}
	if n.unit == chart.FIL || n.unit == chart.Percent {
		c.format = n.unit
	}
	if c.unpublished {
		c.realised = func(*sim.Realised) []float64 { return nil }
	}
	return c
}

// networkChartOf is the chart of an id, nil for one that is none of the network.
func networkChartOf(id string) *networkChart {
	i := slices.Index(NetworkIDs, id)
	if i < 0 {
		return nil
	}
	return &networkCharts[i]
}

// removedRawPiB is the raw power that leaves on each day of the forecast, PiB: what falls due and is not renewed, and
// what leaves before. NaN up to the snapshot's day.
func removedRawPiB(n *mechafil.Result) []float64 {
	out := make([]float64, n.Defined)
	for t := range out {
		if out[t] = math.NaN(); t > n.HistoryDays {
			out[t] = n.OnboardedRawPiB[t] - mechafil.PiBPerEiB*(n.RawPowerEiB[t]-n.RawPowerEiB[t-1])
		}
	}
	return out
}

// Explained reports whether a day of a chart can be explained: the figures of a sector follow from a year of days.
func Explained(id string) bool { return id != "sector-pledge" && id != "sector-roi" }

// ofNetwork reports whether a chart is one of NetworkIDs.
func ofNetwork(id string) bool { return networkChartOf(id) != nil }

// pastNetwork is what was published of the network on the days of a table before a measure, and on its own.
type pastNetwork struct {
	realised *sim.Realised
	leads    map[string]*Lead // none where the table begins no earlier
}

// newPastNetwork computes it when it is first asked for: few readers open these charts.
func newPastNetwork(t *model.Table, m sim.Measure) func() *pastNetwork {
	return sync.OnceValue(func() *pastNetwork {
		p := &pastNetwork{leads: map[string]*Lead{}}
		if t == nil || t.First >= m.Start {
			return p
		}
		rows := int(m.Start - t.First)
		m.Start, m.Days = t.First, rows+m.Days
		p.realised = sim.NewRealised(t, m)
		for i := range networkCharts {
			c, values := networkCharts[i].curves(), make([]float64, rows)
			lay(values, c.realised(p.realised), 0, c.scale)
			p.leads[networkCharts[i].id] = &Lead{First: t.First, Rows: rows, Values: [][]float64{values}}
		}
		return p
	})
}
