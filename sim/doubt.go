package sim

import (
	"math"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// NearZeroShare says when a flow is near zero: when it is less than this share of the larger of the two parts that it
// is the difference of. A change of that size in either part alone would undo it, so that a ratio over it says
// little. Of the net flow the parts are inflow and outflow, of the outflow what is burnt and what is locked or released.
const NearZeroShare = 0.05

// nearZero reports whether a positive flow that has part as one of its two parts is near zero.
func nearZero(flow, part float64) bool {
	return flow > 0 && flow < NearZeroShare*math.Max(math.Abs(part), math.Abs(flow-part))
}

// ShareSentence is the sentence of a warning about shares in English, without capital and full stop, "" for any other
// warning. It stands beside a figure, and with the days concerned beside a chart.
func ShareSentence(code string) string {
	switch code {
	case WarnGasAboveOutflow:
		return "the gas costs more than the whole outflow: above 100 %"
	case WarnGasAboveNetflow:
		return "the gas costs more than the whole net flow: above 100 %"
	case WarnGasAboveSupply:
		return "a year of the gas costs more than the circulating supply: above 100 %"
	case WarnOutflowNearZero:
		return "the outflow is near zero, so that a share of it says little"
	case WarnNetflowNearZero:
		return "the net flow is near zero, so that a share of it says little"
	}
	return ""
}

// Doubt says that a figure of a run's summary is doubtful, and by the code of a warning why.
type Doubt struct {
	Figure string `json:"figure"` // as in Summary.Figures
	Code   string `json:"code"`
}

// Message is why, as an English sentence without a full stop.
func (d Doubt) Message() string {
	switch d.Code {
	case WarnOutflowNotPositive:
		return "the outflow is zero or negative on some days, so that a share of it has no meaning"
	case WarnNetflowNotPositive:
		return "the net flow is zero or negative on some days, so that a share of it has no meaning"
	}
	return ShareSentence(d.Code)
}

// Doubts are those of a run's shares: a flow that is not positive or near zero below the line, or a share above 1.
// Of a month's mean, days of that month count; of the whole forecast, the flow in all.
func (r *Result) Doubts(run int) []Doubt {
	q := &r.Runs[run]
	s := &q.Summary
	var out []Doubt
	add := func(doubtful bool, figure, code string) {
		if doubtful {
			out = append(out, Doubt{figure, code})
		}
	}
	// month looks for a day of the month on which a mean flow is doubtful. part is one of its parts by the day.
	month := func(share float64, figure string, flow []float64, part func(i int) float64, negative, near, above string) {
		from, to := int(s.Month-r.Start)-q.smoothing, int(s.Month.AddMonths(1)-r.Start)-q.smoothing
		gap, small := false, false
		for i := max(0, from); i < min(to, len(flow)); i++ {
			gap = gap || flow[i] <= 0
			small = small || nearZero(flow[i], part(i))
		}
		add(gap, figure, negative)
		add(small, figure, near)
		add(share > 1, figure, above)
	}
	for _, of := range []struct {
		prefix                    string
		net, out                  float64 // shares
		netflow, outflow, burntTo []float64
	}{
		{"month_gas_over_", s.MonthGasOverNetflow, s.MonthGasOverOutflow, q.NetflowMeanFIL, q.OutflowMeanFIL, q.Network.BurntFIL},
		{"month_direct_over_", s.MonthDirectOverNetflow, s.MonthDirectOverOutflow, q.DirectNetflowMeanFIL, q.DirectOutflowMeanFIL, q.DirectNetwork.BurntFIL},
	} {
		month(of.net, of.prefix+"netflow", of.netflow, func(i int) float64 { return -of.outflow[i] },
			WarnNetflowNotPositive, WarnNetflowNearZero, WarnGasAboveNetflow)
		month(of.out, of.prefix+"outflow", of.outflow, func(i int) float64 { return q.burntMean(of.burntTo, i) },
			WarnOutflowNotPositive, WarnOutflowNearZero, WarnGasAboveOutflow)
	}
	add(365*s.MonthGasOverCirculating > 1, "month_gas_over_circulating", WarnGasAboveSupply)
	add(365*s.MonthDirectOverCirculating > 1, "month_direct_over_circulating", WarnGasAboveSupply)

	n, last := q.historyDays, q.historyDays+s.ForecastDays
	for _, of := range []struct {
		share  float64
		figure string
		net    *mechafil.Result
	}{{s.GasOverNetflow, "gas_over_netflow", q.Network}, {s.DirectOverNetflow, "direct_over_netflow", q.DirectNetwork}} {
		if n < last && last < of.net.Defined {
			flow := netflowBetween(of.net, n, last)
			add(flow <= 0, of.figure, WarnNetflowNotPositive)
			add(nearZero(flow, outflowTo(of.net, n)-outflowTo(of.net, last)), of.figure, WarnNetflowNearZero)
			add(of.share > 1, of.figure, WarnGasAboveNetflow)
		}
	}
	add(s.GasOverCirculatingPerYear > 1, "gas_over_circulating_per_year", WarnGasAboveSupply)
	add(s.SavingOverCirculatingPerYear > 1, "saving_over_circulating_per_year", WarnGasAboveSupply)
	return out
}

// burntMean is the mean burn of the days that the i-th trailing mean covers, FIL a day, from the cumulative burn.
func (r *RateRun) burntMean(burntTo []float64, i int) float64 {
	return (burntTo[i+r.smoothing] - burntTo[i]) / float64(r.smoothing)
}

// shares warns of the days on which a share is above 1, or its flow near zero.
func (w *watcher) shares(run *RateRun) {
	above := func(code, series string, share, direct []float64, factor float64, offset int) {
		for i := range share {
			w.pair(i, factor*share[i] > 1, factor*direct[i] > 1)
		}
		w.warn(code, series, offset)
	}
	n := run.smoothing
	above(WarnGasAboveOutflow, "gas_over_outflow", run.GasOverOutflow, run.DirectOverOutflow, 1, n)
	above(WarnGasAboveNetflow, "gas_over_netflow", run.GasOverNetflow, run.DirectOverNetflow, 1, n)
	above(WarnGasAboveSupply, "gas_over_circulating", run.GasOverCirculating, run.DirectOverCirculating, 365, 0)
	burnt, directBurnt := run.Network.BurntFIL, run.DirectNetwork.BurntFIL
	for i, flow := range run.OutflowMeanFIL {
		direct := run.DirectOutflowMeanFIL[i]
		w.pair(i, nearZero(flow, run.burntMean(burnt, i)), direct > 0 && nearZero(direct, run.burntMean(directBurnt, i)))
	}
	w.warn(WarnOutflowNearZero, "gas_over_outflow", n)
	for i, flow := range run.NetflowMeanFIL {
		w.pair(i, nearZero(flow, -run.OutflowMeanFIL[i]), nearZero(run.DirectNetflowMeanFIL[i], -run.DirectOutflowMeanFIL[i]))
	}
	w.warn(WarnNetflowNearZero, "gas_over_netflow", n)
}
