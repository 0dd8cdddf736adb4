package sim

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Result is the outcome of one scenario.
type Result struct {
	Scenario    assumption.Scenario
	Start       day.Day   // UTC day of entry 0
	Days        int       // entries of the date axis: history and forecast
	HistoryDays int       // entry of the snapshot's day; later entries are forecast
	Runs        []RateRun // one per FIL+ rate, in the scenario's order
	Bands       *Bands    // how far gas may lie from the prediction; nil for the regime model
	Warnings    []Warning // of all runs
}

// Date is the UTC day of an entry of the date axis.
func (r *Result) Date(entry int) day.Day { return r.Start + day.Day(entry) }

// RateRun is the outcome for one FIL+ rate. Series end early where the network ended; NaN marks a
// value that is undefined on a day. Flows and ratios start later than the date axis; Series
// gives the offsets. Gas is that of the messages which the scenario counts. FIL amounts are base-fee burn, at the
// scenario's base fee or that of the day's load; burdens are shares (0..1).
type RateRun struct {
	FILPlusRate mechafil.Path
	Network     *mechafil.Result
	// DirectNetwork is the network under DirectFIL+. It is Network unless saved gas rebounds into
	// more deals or lowers the burn.
	DirectNetwork *mechafil.Result

	DealOnboardedPiB, QARawRatio, Regime             []float64
	Adoption                                         []float64 // share of the gas that goes direct
	GasPublishGgas                                   []float64 // PublishStorageDeals' part of the status quo
	GasStatusQuoGgas, GasDirectGgas                  []float64 // 1e9 gas a day
	GasStatusQuoFIL, GasDirectFIL, SavingFIL         []float64 // FIL a day
	Blocks                                           *Blocks   // nil with a fixed price
	DirectDealOnboardedPiB                           []float64
	CumulativeOutflowFIL, CumulativeInflowFIL        []float64
	OutflowDailyFIL, InflowDailyFIL, NetflowDailyFIL []float64 // from entry 1
	OutflowMeanFIL, InflowMeanFIL, NetflowMeanFIL    []float64 // from entry SmoothingDays
	DirectOutflowMeanFIL, DirectNetflowMeanFIL       []float64 // from entry SmoothingDays
	GasOverOutflow, DirectOverOutflow                []float64 // from entry SmoothingDays
	GasOverNetflow, DirectOverNetflow                []float64 // from entry SmoothingDays
	GasOverCirculating, DirectOverCirculating        []float64 // share of the supply a day

	// Sums from the snapshot's day on (entry HistoryDays, where they are zero).
	CumulativeGasFIL, CumulativeDirectFIL, CumulativeSavingFIL []float64

	Summary Summary
	Doubts  []Doubt // about figures of the summary

	days, historyDays, smoothing int

	memory        *mechafil.Memory
	alike         *alike
	publishFactor []float64 // of the predicted gas by entry; nil: all 1
}

// Run computes the scenario on the inputs. The scenario must name the inputs' snapshot; it is
// validated first, and an error joins all faults, each naming field, value and legal range.
// Nothing is shared with later calls except the inputs.
func Run(in *assumption.Inputs, sc assumption.Scenario) (*Result, error) {
	out, err := compute(in, &sc, nil, nil)
	if err != nil {
		return nil, err
	}
	out.Bands = newBands(in, out)
	out.warn(in)
	return out, nil
}

// compute is Run without bands and warnings, in the given memory, which may be nil. publishFactor multiplies
// the predicted PublishStorageDeals gas of each entry of the date axis; nil leaves it.
func compute(in *assumption.Inputs, sc *assumption.Scenario, m *mechafil.Memory, publishFactor []float64) (
	*Result, error) {

	if err := sc.ValidateOn(in); err != nil {
		return nil, err
	}
	common := mechafil.PrepareIn(m, in.Snapshot, sc.Forecast(in))
	alike := newAlike(m, in, sc, common)
	out := &Result{
		Scenario: *sc, Start: in.Snapshot.Start, Days: common.Days, HistoryDays: common.HistoryDays,
		Runs: make([]RateRun, len(sc.FILPlusRates)),
	}
	for i, rate := range sc.FILPlusRates {
		run := &out.Runs[i]
		run.FILPlusRate, run.Network = rate, common.Grow(rate)
		run.DirectNetwork = run.Network
		run.days, run.historyDays, run.smoothing = common.Days, common.HistoryDays, sc.SmoothingDays
		run.memory, run.publishFactor = m, publishFactor
		responds := sc.Rebound > 0 || sc.BurnFeedback
		run.allocate(alike, responds)
		run.gas(in, sc)
		if sc.Price == assumption.BlockSpacePrice {
			run.blocks(sc)
		}
		run.burnGas(sc, run.Network, false)
		run.Network.Settle()
		if responds {
			run.respond(in, sc)
		} else if run.Blocks != nil {
			run.directFees()
		}
		run.amounts(sc)
		run.flows()
		run.burden()
		run.summarise(out)
	}
	return out, nil
}

// allocate gives all series room in one allocation; a dozen series a run would otherwise each
// cost one on every movement of a slider. A network that does not respond to DirectFIL+ shares the
// series that say how it does with the status quo.
func (r *RateRun) allocate(a *alike, responds bool) {
	r.alike = a
	n := r.Network.Defined
	series := append(make([]*[]float64, 0, 26),
		&r.DealOnboardedPiB, &r.QARawRatio, &r.GasPublishGgas, &r.GasStatusQuoGgas, &r.GasDirectGgas,
		&r.GasStatusQuoFIL, &r.GasDirectFIL, &r.SavingFIL, &r.CumulativeOutflowFIL,
		&r.GasOverCirculating, &r.DirectOverCirculating, &r.OutflowDailyFIL, &r.NetflowDailyFIL, &r.OutflowMeanFIL,
		&r.NetflowMeanFIL,
		&r.GasOverOutflow, &r.DirectOverOutflow, &r.GasOverNetflow, &r.DirectOverNetflow,
		&r.CumulativeGasFIL, &r.CumulativeDirectFIL, &r.CumulativeSavingFIL)
	if r.Regime = a.regime; r.Regime == nil {
		series = append(series, &r.Regime)
	}
	if responds {
		series = append(series, &r.DirectDealOnboardedPiB, &r.DirectOutflowMeanFIL, &r.DirectNetflowMeanFIL)
	}
	r.memory.Deal(n, series...)
	r.Adoption, r.CumulativeInflowFIL, r.InflowDailyFIL, r.InflowMeanFIL = a.adoption, a.cumulativeInflowFIL,
		a.inflowDailyFIL, a.inflowMeanFIL
	mechafil.Cut(n, &r.Regime, &r.Adoption, &r.CumulativeInflowFIL)
	mechafil.Cut(n-1, &r.OutflowDailyFIL, &r.InflowDailyFIL, &r.NetflowDailyFIL)
	mechafil.Cut(n-r.smoothing, &r.OutflowMeanFIL, &r.InflowMeanFIL, &r.NetflowMeanFIL,
		&r.GasOverOutflow, &r.DirectOverOutflow, &r.GasOverNetflow, &r.DirectOverNetflow)
	mechafil.Cut(n-r.historyDays, &r.CumulativeGasFIL, &r.CumulativeDirectFIL, &r.CumulativeSavingFIL)
	if responds {
		mechafil.Cut(n-r.smoothing, &r.DirectOutflowMeanFIL, &r.DirectNetflowMeanFIL)
	}
	if !responds {
		r.DirectDealOnboardedPiB = r.DealOnboardedPiB
		r.DirectOutflowMeanFIL, r.DirectNetflowMeanFIL = r.OutflowMeanFIL, r.NetflowMeanFIL
	}
}

// flows derives the network's token flows: what leaves the supply (burnt and locked) and what
// enters it (vested and minted), cumulative, daily, and as trailing means.
func (r *RateRun) flows() {
	burnt, locked := r.Network.BurntFIL, r.Network.LockedFIL
	for t := range r.CumulativeOutflowFIL {
		r.CumulativeOutflowFIL[t] = burnt[t] + locked[t]
	}
	differences(r.OutflowDailyFIL, r.CumulativeOutflowFIL)
	subtract(r.NetflowDailyFIL, r.InflowDailyFIL, r.OutflowDailyFIL)
	means(r.OutflowMeanFIL, r.CumulativeOutflowFIL, r.smoothing)
	subtract(r.NetflowMeanFIL, r.InflowMeanFIL, r.OutflowMeanFIL)

	direct := r.DirectNetwork
	if direct == r.Network {
		return
	}
	w, days := r.smoothing, float64(r.smoothing)
	for i := range r.DirectOutflowMeanFIL {
		if i+w >= direct.Defined {
			r.DirectOutflowMeanFIL[i], r.DirectNetflowMeanFIL[i] = math.NaN(), math.NaN()
			continue
		}
		outflow := (outflowTo(direct, i+w) - outflowTo(direct, i)) / days
		inflow := (inflowTo(direct, i+w) - inflowTo(direct, i)) / days
		r.DirectOutflowMeanFIL[i], r.DirectNetflowMeanFIL[i] = outflow, inflow-outflow
	}
}

// subtract fills out with a - b.
//
//go:noinline
func subtract(out, a, b []float64) {
	a, b = a[:len(out)], b[:len(out)]
	for i := range out {
		out[i] = a[i] - b[i]
	}
}

// outflowTo is what has left a network's supply up to an entry: burnt and locked, FIL.
func outflowTo(net *mechafil.Result, t int) float64 { return net.BurntFIL[t] + net.LockedFIL[t] }

// inflowTo is what has entered it: vested and minted, FIL.
func inflowTo(net *mechafil.Result, t int) float64 {
	return net.VestedFIL[t] + net.CumulativeRewardFIL[t]
}

// burden divides the gas of a day by the trailing mean flows ending that day, and by the supply,
// DirectFIL+ by those of its own network.
func (r *RateRun) burden() {
	gas, direct := r.GasStatusQuoFIL, r.GasDirectFIL
	ratios(r.GasOverOutflow, gas[len(gas)-len(r.GasOverOutflow):], r.OutflowMeanFIL)
	ratios(r.GasOverNetflow, gas[len(gas)-len(r.GasOverNetflow):], r.NetflowMeanFIL)
	ratios(r.DirectOverOutflow, direct[len(direct)-len(r.DirectOverOutflow):], r.DirectOutflowMeanFIL)
	ratios(r.DirectOverNetflow, direct[len(direct)-len(r.DirectOverNetflow):], r.DirectNetflowMeanFIL)
	ratios(r.GasOverCirculating, gas, r.Network.CirculatingFIL)
	n := min(len(direct), r.DirectNetwork.Defined)
	ratios(r.DirectOverCirculating[:n], direct, r.DirectNetwork.CirculatingFIL)
	for t := n; t < len(direct); t++ {
		r.DirectOverCirculating[t] = math.NaN()
	}
}

// ratios fills out with a / b.
//
//go:noinline
func ratios(out, a, b []float64) {
	a, b = a[:len(out)], b[:len(out)]
	for i := range out {
		out[i] = ratio(a[i], b[i])
	}
}

// ratio is a/b, undefined (NaN) where b is zero.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}
