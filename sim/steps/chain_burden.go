package steps

import (
	"math"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// flows adds what leaves and enters the supply, under DirectFIL+ too where that is another network.
func (b *builder) flows() {
	run := b.run
	b.networkFlows(run.Network, run.CumulativeOutflowFIL[b.t], run.CumulativeInflowFIL[b.t], run.OutflowMeanFIL,
		run.InflowMeanFIL, run.NetflowMeanFIL, "")
	if direct := run.DirectNetwork; b.parts() {
		b.prefix = "direct-"
		if b.t < direct.Defined {
			b.networkFlows(direct, total(direct.BurntFIL, direct.LockedFIL, b.t),
				total(direct.VestedFIL, direct.CumulativeRewardFIL, b.t),
				run.DirectOutflowMeanFIL, nil, run.DirectNetflowMeanFIL, "direct_")
		} else {
			for _, id := range []string{"outflow", "netflow"} {
				e := EquationNamed(id)
				b.missing(id, e.Part, e.Out, e.Unit, "direct_"+id+"_mean_fil", EndedDirect)
			}
		}
		b.prefix = ""
	}
}

func total(one, other []float64, t int) float64 { return one[t] + other[t] }

// networkFlows adds a network's sums and, once the day has enough days before it, their means. inMean
// is nil where the result does not keep it.
func (b *builder) networkFlows(net *mechafil.Result, out, in float64, outMean, inMean, netMean []float64,
	series string) {
	t, w := b.t, b.sc.SmoothingDays
	named := func(name string) string {
		if series != "" {
			return ""
		}
		return name
	}
	b.result("outflow-total", "outflow-total", named("cumulative_outflow_fil"), out, b.step("burnt", Now, "burnt"),
		b.step("locked", Now, "locked"))
	b.result("inflow-total", "inflow-total", named("cumulative_inflow_fil"), in, b.step("vested", Now, "vested"),
		b.step("minted", Now, "minted"))
	i := t - w
	days := b.assumed("smoothing_days")
	if i < 0 {
		for _, id := range []string{"outflow", "inflow", "netflow"} {
			e := EquationNamed(id)
			b.missing(id, e.Part, e.Out, e.Unit, "", TooEarly, days)
		}
		return
	}
	outBefore, inBefore := total(net.BurntFIL, net.LockedFIL, i), total(net.VestedFIL, net.CumulativeRewardFIL, i)
	b.result("outflow", "outflow", series+"outflow_mean_fil", outMean[i], b.step("outflow_total", Now, "outflow-total"),
		b.earlier("outflow_total", Window, "outflow-total", i, outBefore, "FIL"), days)
	inflow := []Input{b.step("inflow_total", Now, "inflow-total"), b.earlier("inflow_total", Window, "inflow-total", i,
		inBefore, "FIL"), days}
	if inMean != nil {
		b.result("inflow", "inflow", "inflow_mean_fil", inMean[i], inflow...)
	} else {
		b.between("inflow", "inflow", inflow...)
	}
	b.result("netflow", "netflow", series+"netflow_mean_fil", netMean[i], b.step("inflow", Now, "inflow"),
		b.step("outflow", Now, "outflow"))
}

// burden adds the shares that the gas is of the flows and of the supply.
func (b *builder) burden() {
	run, t, i := b.run, b.t, b.t-b.sc.SmoothingDays
	for _, by := range []string{"outflow", "netflow", "circulating"} {
		status, direct := run.GasOverOutflow, run.DirectOverOutflow
		entry := i
		switch by {
		case "netflow":
			status, direct = run.GasOverNetflow, run.DirectOverNetflow
		case "circulating":
			status, direct, entry = run.GasOverCirculating, run.DirectOverCirculating, t
		}
		b.share("gas-over-"+by, "gas_over_"+by, by, "gas_fil", "gas-fil", entry, status)
		if b.parts() {
			b.prefix = "direct-"
		}
		b.share("over-"+by, "direct_over_"+by, by, "direct_fil", "direct-fil", entry, direct)
		b.prefix = ""
	}
}

// share adds gas over a flow or the supply.
func (b *builder) share(key, series, by, gas, gasKey string, entry int, values []float64) {
	equation := key
	if key == "over-"+by {
		equation = "direct-" + key
		if b.prefix == "" {
			key = equation // one network: the chain tells the two by their keys
		}
	}
	e := EquationNamed(equation)
	if entry < 0 {
		b.missing(key, e.Part, e.Out, e.Unit, "", TooEarly)
		return
	}
	if b.prefix != "" && b.t >= b.run.DirectNetwork.Defined {
		b.missing(key, e.Part, e.Out, e.Unit, series, EndedDirect)
		return
	}
	divisor := b.step(by, Now, by)
	s := b.result(key, equation, series, values[entry], b.step(gas, Now, gasKey), divisor)
	switch {
	case divisor.Value == 0:
		s.Why = NoDivisor
	case divisor.Value < 0 && !math.IsNaN(s.Value):
		s.Why = NotPositive
	}
}
