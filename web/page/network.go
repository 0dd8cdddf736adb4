package page

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
)

// NetworkIDs are the charts of the network behind the answer, called as the steps that compute their curves: power and
// what comes and goes of it, supply and what it is made of, and what a storage provider pledges and earns.
var NetworkIDs = []string{
	"raw-power", "qa-power", "baseline", "raw-onboarded", "raw-removed",
	"circulating", "locked", "burnt", "vested", "reward", "sector-pledge", "sector-roi",
}

// perMillion makes millions of FIL of FIL.
const perMillion = 1e-6

// networkCurves are those of one of NetworkIDs. What nobody publishes has no dots.
func networkCurves(id string) (c curves, ok bool) {
	of := func(scale float64, format, unit string, status func(*mechafil.Result) []float64,
		realised func(*sim.Realised) []float64) curves {
		return curves{
			status:   func(r *sim.RateRun) []float64 { return status(r.Network) },
			realised: realised, scale: scale, format: format, unit: unit, fromZero: true,
		}
	}
	nothing := func(r *sim.Realised) []float64 { return nil }
	switch id {
	case "raw-power":
		c = of(1, chart.Number, UnitEiB, func(n *mechafil.Result) []float64 { return n.RawPowerEiB },
			func(r *sim.Realised) []float64 { return r.RawPowerEiB })
	case "qa-power":
		c = of(1, chart.Number, UnitEiB, func(n *mechafil.Result) []float64 { return n.QAPowerEiB },
			func(r *sim.Realised) []float64 { return r.QAPowerEiB })
	case "baseline":
		c = of(1, chart.Number, UnitEiB, func(n *mechafil.Result) []float64 { return n.BaselinePowerEiB },
			func(r *sim.Realised) []float64 { return r.BaselinePowerEiB })
	case "raw-onboarded":
		c = of(1, chart.Number, UnitPiB, func(n *mechafil.Result) []float64 { return n.OnboardedRawPiB },
			func(r *sim.Realised) []float64 { return r.OnboardedRawPiB })
	case "raw-removed":
		c = of(1, chart.Number, UnitPiB, removedRawPiB, func(r *sim.Realised) []float64 { return r.RemovedRawPiB })
	case "circulating":
		c = of(perMillion, chart.Number, UnitMillion, func(n *mechafil.Result) []float64 { return n.CirculatingFIL },
			func(r *sim.Realised) []float64 { return r.CirculatingFIL })
		c.fromZero, c.cliff = false, true
	case "locked":
		c = of(perMillion, chart.Number, UnitMillion, func(n *mechafil.Result) []float64 { return n.LockedFIL },
			func(r *sim.Realised) []float64 { return r.LockedFIL })
	case "burnt":
		c = of(perMillion, chart.Number, UnitMillion, func(n *mechafil.Result) []float64 { return n.BurntFIL },
			func(r *sim.Realised) []float64 { return r.BurntFIL })
		c.fromZero = false
	case "vested":
		c = of(perMillion, chart.Number, UnitMillion, func(n *mechafil.Result) []float64 { return n.VestedFIL },
			func(r *sim.Realised) []float64 { return r.VestedFIL })
		c.fromZero, c.cliff = false, true
	case "reward":
		c = of(1, chart.FIL, "", func(n *mechafil.Result) []float64 { return n.RewardFIL },
			func(r *sim.Realised) []float64 { return r.RewardFIL })
	case "sector-pledge":
		c = of(1, chart.Number, UnitFIL, func(n *mechafil.Result) []float64 { return n.PledgePerSectorFIL },
			nothing)
		c.unpublished = true
	case "sector-roi":
		c = of(100, chart.Percent, "", func(n *mechafil.Result) []float64 { return n.ROIPerSector1y }, nothing)
		c.unpublished = true
	default:
		return c, false
	}
	return c, true
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
func ofNetwork(id string) bool { return slices.Contains(NetworkIDs, id) }

// layNetwork lays what was published of the network on the days of a table before a measure, and on its own.
func (p *Past) layNetwork(t *model.Table, m sim.Measure) {
	if t == nil || t.First >= m.Start {
		return
	}
	rows := int(m.Start - t.First)
	m.Start, m.Days = t.First, rows+m.Days
	p.network, p.networkRows = sim.NewRealised(t, m), rows
	p.networkLeads = map[string]*Lead{}
	for _, id := range NetworkIDs {
		c, _ := networkCurves(id)
		values := make([]float64, rows)
		lay(values, c.realised(p.network), 0, c.scale)
		p.networkLeads[id] = &Lead{First: day.Day(t.First), Rows: rows, Values: [][]float64{values}}
	}
}
