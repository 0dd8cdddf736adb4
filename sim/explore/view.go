package explore

import (
	"math"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// view is a run as the figures read it.
type view struct {
	result *sim.Result
	run    *sim.RateRun
	entry  int // of the day chosen
}

// defined is a figure that has no denominator of its own to tell of.
func (v *view) defined(figure float64) Value {
	if math.IsNaN(figure) {
		if v.run.Summary.ForecastDays == 0 {
			return Value{figure, PowerEnded, 0}
		}
		return Value{figure, DividesZero, 0}
	}
	return Value{figure, Defined, 0}
}

// reach says whether a series that starts at an entry of the date axis has the day chosen.
func (v *view) reach(offset int) Reason {
	switch last, ended := v.run.Network.Ended(); {
	case v.entry < 0 || v.entry >= v.result.Days:
		return OutsideRun
	case v.entry >= v.run.Network.Defined || ended && v.entry == last:
		return PowerEnded
	case v.entry < offset:
		return BeforeMeans
	}
	return Defined
}

// network is the one that the gas is divided by the flows of.
func (v *view) network(direct bool) *mechafil.Result {
	if direct {
		return v.run.DirectNetwork
	}
	return v.run.Network
}

// daysPerYear make a share of the supply a day one a year.
const daysPerYear = 365

// mean is the sum of gas over the sum of flow between the snapshot's day and the forecast's last day: unlike a
// mean of ratios it has at most one pole. For the supply it is the mean daily share times 365.
func (v *view) mean(d denominator, direct bool) Value {
	s := &v.run.Summary
	first := v.result.HistoryDays
	last := first + s.ForecastDays
	if d.of == nil {
		return v.meanShare(d.series(v.run, direct)[first+1:], s.ForecastDays)
	}
	net := v.network(direct)
	if s.ForecastDays == 0 || last >= net.Defined {
		return Value{math.NaN(), PowerEnded, 0}
	}
	gas := s.GasFIL
	if direct {
		gas = s.DirectFIL
	}
	flow := d.until(net, last) - d.until(net, first)
	if d.name == "netflow" {
		// The summary rounds in another order; the figure is the same one, to the last bit.
		figure := s.GasOverNetflow
		if direct {
			figure = s.DirectOverNetflow
		}
		return quotient(figure, flow)
	}
	return quotient(gas/flow, flow)
}

// meanShare is the mean of the first days' shares of the supply that are defined, a year.
func (v *view) meanShare(daily []float64, days int) Value {
	sum, count := 0.0, 0
	for _, share := range daily[:min(days, len(daily))] {
		if !math.IsNaN(share) {
			sum += share
			count++
		}
	}
	if count == 0 {
		return v.defined(math.NaN())
	}
	return Value{daysPerYear * sum / float64(count), Defined, 0}
}

// month is the summary's mean over its month.
func (v *view) month(d denominator, direct bool) Value {
	s := &v.run.Summary
	var figure float64
	switch d.name {
	case "netflow":
		figure = [...]float64{s.MonthGasOverNetflow, s.MonthDirectOverNetflow}[b2i(direct)]
	case "outflow":
		figure = [...]float64{s.MonthGasOverOutflow, s.MonthDirectOverOutflow}[b2i(direct)]
	default:
		figure = daysPerYear * [...]float64{s.MonthGasOverCirculating, s.MonthDirectOverCirculating}[b2i(direct)]
	}
	out := Value{Figure: figure}
	if d.of != nil {
		w := v.result.Scenario.SmoothingDays
		flow := d.of(v.run, direct)
		from, to := int(s.Month-v.result.Start), int(s.Month.AddMonths(1)-v.result.Start)
		for t := max(from-w, 0); t < min(to-w, len(flow)); t++ {
			if flow[t] <= 0 {
				out.Poles++
			}
		}
		if to <= w {
			out.Reason = BeforeMeans
		}
	}
	if math.IsNaN(figure) && out.Reason == Defined {
		out.Reason = v.defined(figure).Reason
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// onDay is the burden of the day chosen.
func (v *view) onDay(d denominator, direct bool) Value {
	w := 0
	if d.of != nil {
		w = v.result.Scenario.SmoothingDays
	}
	if reason := v.reach(w); reason != Defined {
		return Value{math.NaN(), reason, 0}
	}
	figure := d.series(v.run, direct)[v.entry-w]
	if d.of == nil {
		return v.defined(daysPerYear * figure)
	}
	flow := d.of(v.run, direct)[v.entry-w]
	if math.IsNaN(flow) { // the network under DirectFIL+ ended earlier
		return Value{math.NaN(), PowerEnded, 0}
	}
	return quotient(figure, flow)
}

// quotient is a figure with its one denominator.
func quotient(figure, flow float64) Value {
	switch {
	case flow == 0:
		return Value{math.NaN(), DividesZero, 1}
	case flow < 0:
		return Value{figure, Defined, 1}
	}
	return Value{figure, Defined, 0}
}
