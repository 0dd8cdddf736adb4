package page

import (
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// Hero is the chart that the headline speaks of.
const Hero = "hero"

// PlotIDs are the charts in the order of the page: the hero, block space, then the study's six panels, then those of
// the network.
var PlotIDs = slices.Concat([]string{Hero, Blocks}, StudyIDs, NetworkIDs)

// StudyIDs are the study's six panels.
var StudyIDs = []string{"gas", "outflow", "gas-over-outflow", "deal", "ratio", "gas-over-netflow"}

// Units of charts whose format does not say theirs, by their names in the words.
const (
	UnitTgas    = "gas"   // a day
	UnitPiB     = "power" // a day
	UnitRatio   = "ratio"
	UnitEiB     = "eib"
	UnitMillion = "million" // FIL
	UnitFIL     = "amount"
)

// curves is what a chart shows of a run: the status quo, and DirectFIL+ where it differs.
type curves struct {
	status, direct func(*sim.RateRun) []float64
	realised       func(*sim.Realised) []float64
	denominator    func(*sim.RateRun) []float64 // gaps where it is not positive
	directBasis    func(*sim.RateRun) []float64 // the same for DirectFIL+
	offset         bool                         // the series start at the entry of the first mean
	scale          float64
	format         string
	unit           string // one of the words' units; "": the format says it
	fromZero       bool
	proportional   bool    // to the gas of a day, so that its band is the gas's
	layered        bool    // shows the gas of all messages by kind
	priced         bool    // in FIL, so that the realised figures are at the base fee of their day
	realisedScale  float64 // of the realised figures; 0: as scale
	cliff          bool    // the end of vesting bends it
	unpublished    bool    // nobody publishes it: there are no dots
	warnings       []string
}

func (p *composer) curvesOf(id string) curves {
	switch id {
	case "hero":
		switch p.Denominator {
		case words.ByFIL:
			return p.filCurves()
		case words.ByOutflow:
			return p.curvesOf("gas-over-outflow")
		case words.ByCirculating:
			return curves{
				status:   func(r *sim.RateRun) []float64 { return r.GasOverCirculating },
				direct:   func(r *sim.RateRun) []float64 { return r.DirectOverCirculating },
				realised: func(r *sim.Realised) []float64 { return r.GasOverCirculating },
				cliff:    true,
				scale:    100 * 365, format: chart.Percent, fromZero: true, proportional: true, priced: true,
				warnings: append(gasWarnings(), sim.WarnCirculatingFloored, sim.WarnGasAboveSupply),
			}
		default:
			return p.curvesOf("gas-over-netflow")
		}
	case Blocks:
		return p.blockCurves()
	case "gas":
		return p.gasCurves()
	case "outflow":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.OutflowMeanFIL },
			realised: func(r *sim.Realised) []float64 { return r.OutflowMeanFIL },
			offset:   true, scale: 1, format: chart.FIL, fromZero: true,
			warnings: []string{sim.WarnBurnNegative, sim.WarnPledgeNegative, sim.WarnLockedFloored,
				sim.WarnCirculatingFloored, sim.WarnAvailableFloored, sim.WarnSectorUndefined},
		}
	case "gas-over-outflow":
		return curves{
			status:      func(r *sim.RateRun) []float64 { return r.GasOverOutflow },
			direct:      func(r *sim.RateRun) []float64 { return r.DirectOverOutflow },
			realised:    func(r *sim.Realised) []float64 { return r.GasOverOutflow },
			denominator: func(r *sim.RateRun) []float64 { return r.OutflowMeanFIL },
			directBasis: func(r *sim.RateRun) []float64 { return r.DirectOutflowMeanFIL },
			offset:      true, scale: 100, format: chart.Percent, fromZero: true, proportional: true, priced: true,
			warnings: append(gasWarnings(), sim.WarnOutflowNotPositive, sim.WarnOutflowNearZero,
				sim.WarnGasAboveOutflow, sim.WarnBurnNegative),
		}
	case "deal":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.DealOnboardedPiB },
			realised: func(r *sim.Realised) []float64 { return r.DealOnboardedPiB },
			scale:    1, format: chart.Number, unit: UnitPiB, fromZero: true,
		}
	case "ratio":
		return curves{
			status:   func(r *sim.RateRun) []float64 { return r.QARawRatio },
			realised: func(r *sim.Realised) []float64 { return r.QARawRatio },
			scale:    1, format: chart.Number, unit: UnitRatio,
			warnings: []string{sim.WarnPowerEnded, sim.WarnQACapped, sim.WarnScheduleGap},
		}
	case "gas-over-netflow":
		return curves{
			status:      func(r *sim.RateRun) []float64 { return r.GasOverNetflow },
			direct:      func(r *sim.RateRun) []float64 { return r.DirectOverNetflow },
			realised:    func(r *sim.Realised) []float64 { return r.GasOverNetflow },
			denominator: func(r *sim.RateRun) []float64 { return r.NetflowMeanFIL },
			directBasis: func(r *sim.RateRun) []float64 { return r.DirectNetflowMeanFIL },
			offset:      true, scale: 100, format: chart.Percent, fromZero: true, proportional: true, priced: true,
			cliff: true,
			warnings: append(gasWarnings(), sim.WarnVestingEnded, sim.WarnNetflowNotPositive, sim.WarnNetflowNearZero,
				sim.WarnGasAboveNetflow, sim.WarnBurnNegative),
		}
	}
	if n := networkChartOf(id); n != nil {
		return n.curves()
	}
	panic("page: no chart " + id)
}

// gasWarnings concern every chart of predicted gas.
func gasWarnings() []string {
	return []string{sim.WarnPowerEnded, sim.WarnGasNegative, sim.WarnGasOutOfRange, sim.WarnGasBeyondValidated,
		sim.WarnLoadAboveCapacity, sim.WarnPriceRough, sim.WarnInputsRealised}
}

// filCurves are the gas in FIL a day.
func (p *composer) filCurves() curves {
	return curves{
		status:   func(r *sim.RateRun) []float64 { return r.GasStatusQuoFIL },
		direct:   func(r *sim.RateRun) []float64 { return r.GasDirectFIL },
		realised: func(r *sim.Realised) []float64 { return r.GasFIL },
		scale:    1, format: chart.FIL, fromZero: true, proportional: true, priced: true,
		warnings: append(gasWarnings(), sim.WarnGasAboveSupply),
	}
}

// gasCurves is the gas chart in the unit that the reader chose.
func (p *composer) gasCurves() curves {
	c := curves{
		status:   func(r *sim.RateRun) []float64 { return r.GasStatusQuoGgas },
		direct:   func(r *sim.RateRun) []float64 { return r.GasDirectGgas },
		realised: func(r *sim.Realised) []float64 { return r.GasGgas },
		fromZero: true, proportional: true,
		warnings: append(gasWarnings(), sim.WarnGasAboveSupply),
	}
	switch p.GasUnit {
	case GasInGas:
		c.scale, c.format, c.unit = 1e-3, chart.Number, UnitTgas
	case GasOfTotal:
		c.scale, c.format = 100/p.in.Onboarding.TotalGgas, chart.Percent
		c.realised, c.realisedScale = func(r *sim.Realised) []float64 { return r.GasOfTotal }, 100
	default:
		return p.filCurves()
	}
	return c
}

// hides reports whether the curve of a kind and a run is hidden.
func (p *composer) hides(kind string, run int) bool {
	return p.Hidden[kind] || run >= 0 && len(p.Result.Runs) > 1 && p.Hidden[strconv.Itoa(run+1)]
}

// band gives the factors of the gas model's band on show, or nil. Beside a band of past forecasts they say that there
// is one.
func (p *composer) band() []float64 {
	k, err := strconv.Atoi(p.Band)
	if err != nil || p.Result.Bands == nil {
		return nil
	}
	if p.BandOf == BandOfMeans {
		return p.Result.Bands.Mean[k]
	}
	return p.Result.Bands.Day[k]
}
