package sim

import (
	"math"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// NearZeroShare says when a flow is near zero: when it is less than this share of the larger of the two parts that it
// is the difference of. A change of that size in either part alone would undo it, so that a ratio over it says
// little. Of the net flow the parts are inflow and outflow, of the outflow what is burnt and what is locked or
// released.
const NearZeroShare = 0.05

// nearZero reports whether a positive flow that has part as one of its two parts is near zero.
//
//go:noinline
func nearZero(flow, part float64) bool {
	if !(flow > 0) {
		return false
	}
	larger := math.Abs(part)
	if other := math.Abs(flow - part); other > larger {
		larger = other
	}
	return flow < NearZeroShare*larger
}

// WarnsOfShare reports whether a warning is about shares that are above 1 or over a flow near zero. Its sentence has
// neither capital nor full stop: it stands beside a figure, and with the days concerned beside a chart.
func WarnsOfShare(code string) bool {
	switch code {
	case WarnGasAboveOutflow, WarnGasAboveNetflow, WarnGasAboveSupply, WarnOutflowNearZero, WarnNetflowNearZero,
		WarnVestingEnded:
		return true
	}
	return false
}

// Doubt says that a share among the figures of a run's summary is doubtful, and by the code of a warning why: the flow
// below the line is not positive or near zero, or the share is above 1. Of a month's mean, days of that month count.
type Doubt struct {
	Figure string `json:"figure"` // as in Summary.Figures
	Code   string `json:"code"`
}

// Message is why, as a few English words without a full stop.
func (d Doubt) Message() string {
	_, short := warned(d.Code)
	return fault.Fill(short, "rates", "")
}

// doubt notes the figures of the headline's month that the entries seen since the last warning make doubtful.
//
//go:noinline
func (w *watcher) doubt(code, status, direct string) {
	for k, figure := range [2]string{status, direct} {
		if w.inMonth[k] {
			w.doubts = append(w.doubts, Doubt{figure, code})
		}
	}
	w.inMonth = [2]bool{}
}

// shares warns of the days on which a share is above 1, or its flow near zero, and notes the doubtful figures.
func (w *watcher) shares(run *RateRun) {
	n, s := run.smoothing, &run.Summary
	one := run.DirectNetwork == run.Network // and its flows the same
	for i, flow := range run.OutflowMeanFIL {
		near := flow > 0 && nearZero(flow, run.burntMean(run.Network, i))
		direct := near
		if flow := run.DirectOutflowMeanFIL[i]; !one {
			direct = flow > 0 && nearZero(flow, run.burntMean(run.DirectNetwork, i))
		}
		if near || direct {
			w.pair(i, near, direct)
		}
	}
	w.doubt(WarnOutflowNearZero, "month_gas_over_outflow", "month_direct_over_outflow")
	w.warn(WarnOutflowNearZero, "gas_over_outflow", n)
	for i, flow := range run.NetflowMeanFIL {
		near := nearZero(flow, -run.OutflowMeanFIL[i])
		direct := near
		if !one {
			direct = nearZero(run.DirectNetflowMeanFIL[i], -run.DirectOutflowMeanFIL[i])
		}
		if near || direct {
			w.pair(i, near, direct)
		}
	}
	w.doubt(WarnNetflowNearZero, "month_gas_over_netflow", "month_direct_over_netflow")
	w.warn(WarnNetflowNearZero, "gas_over_netflow", n)
	w.above(WarnGasAboveOutflow, "gas_over_outflow", run.GasOverOutflow, run.DirectOverOutflow, 1, n)
	w.above(WarnGasAboveNetflow, "gas_over_netflow", run.GasOverNetflow, run.DirectOverNetflow, 1, n)
	w.above(WarnGasAboveSupply, "gas_over_circulating", run.GasOverCirculating, run.DirectOverCirculating, 1.0/365, 0)

	// Of the whole forecast, the flow in all counts.
	first, last := run.historyDays, run.historyDays+s.ForecastDays
	for k, net := range [2]*mechafil.Result{run.Network, run.DirectNetwork} {
		if first >= last || last >= net.Defined {
			continue
		}
		figure, flow := [2]string{"gas_over_netflow", "direct_over_netflow"}[k], netflowBetween(net, first, last)
		code := WarnNetflowNotPositive
		if flow > 0 {
			code = WarnNetflowNearZero
		}
		if flow <= 0 || nearZero(flow, outflowTo(net, first)-outflowTo(net, last)) {
			w.doubts = append(w.doubts, Doubt{figure, code})
		}
	}
	w.over(s.MonthGasOverNetflow, "month_gas_over_netflow", WarnGasAboveNetflow)
	w.over(s.MonthDirectOverNetflow, "month_direct_over_netflow", WarnGasAboveNetflow)
	w.over(s.MonthGasOverOutflow, "month_gas_over_outflow", WarnGasAboveOutflow)
	w.over(s.MonthDirectOverOutflow, "month_direct_over_outflow", WarnGasAboveOutflow)
	w.over(365*s.MonthGasOverCirculating, "month_gas_over_circulating", WarnGasAboveSupply)
	w.over(365*s.MonthDirectOverCirculating, "month_direct_over_circulating", WarnGasAboveSupply)
	w.over(s.GasOverNetflow, "gas_over_netflow", WarnGasAboveNetflow)
	w.over(s.DirectOverNetflow, "direct_over_netflow", WarnGasAboveNetflow)
	w.over(s.GasOverCirculatingPerYear, "gas_over_circulating_per_year", WarnGasAboveSupply)
	w.over(s.SavingOverCirculatingPerYear, "saving_over_circulating_per_year", WarnGasAboveSupply)
	w.vesting(run)
}

// vesting warns of the days of a forecast on which nothing vests any more: the net flow falls by most of what fed it.
// Doubtful is a month whose means reach there, and a whole forecast that does.
func (w *watcher) vesting(run *RateRun) {
	ended := int(mechafil.VestingEnds - w.result.Start)
	for i := max(0, ended-run.smoothing); i < len(run.NetflowMeanFIL); i++ {
		w.see(i)
	}
	w.warn(WarnVestingEnded, "gas_over_netflow", run.smoothing)
	if ended >= run.Network.Defined {
		return
	}
	if run.Summary.Month.AddMonths(1) > mechafil.VestingEnds {
		w.doubts = append(w.doubts, Doubt{"month_gas_over_netflow", WarnVestingEnded},
			Doubt{"month_direct_over_netflow", WarnVestingEnded})
	}
	w.doubts = append(w.doubts, Doubt{"gas_over_netflow", WarnVestingEnded},
		Doubt{"direct_over_netflow", WarnVestingEnded})
}

// over notes a figure that is a share above 1.
//
//go:noinline
func (w *watcher) over(share float64, figure, code string) {
	if share > 1 {
		w.doubts = append(w.doubts, Doubt{figure, code})
	}
}

// above warns of the days on which a share is larger than most.
//
//go:noinline
func (w *watcher) above(code, series string, share, direct []float64, most float64, offset int) {
	direct = direct[:len(share)]
	for i, v := range share {
		if status, other := v > most, direct[i] > most; status || other {
			w.pair(i, status, other)
		}
	}
	w.inMonth = [2]bool{} // of a month its mean counts
	w.warn(code, series, offset)
}

// burntMean is the mean burn of a network over the days of the i-th trailing mean, FIL a day.
//
//go:noinline
func (r *RateRun) burntMean(net *mechafil.Result, i int) float64 {
	return (net.BurntFIL[i+r.smoothing] - net.BurntFIL[i]) / float64(r.smoothing)
}
