package web

import "github.com/gasburden/gasburden/sim"

// MethodSteps explains the computation with the present assumptions.
func (p *Page) MethodSteps() []string {
	m, scaling, sc := p.in.Regime, p.in.Scaling, &p.Result.Scenario
	gas := p.Text.MethodScaling
	if sc.GasModel == sim.RegimeModel {
		gas = p.Text.MethodRegime
	}
	fee := "–"
	if recent, err := p.in.RecentBaseFee(); err == nil {
		fee = entered(recent.Median)
	}
	pairs := []string{
		"snapshot", p.Text.snapshotLabel(sc.Snapshot), "horizon", count(sc.HorizonDays),
		"rows", count(m.Sample.Rows), "from", p.Text.longDate(m.Sample.First), "to", p.Text.longDate(m.Sample.Last),
		"right", p.Text.WholePercent(m.Fit.Accuracy),
		"level", significant(scaling.Level0, 4), "last", p.Text.longDate(scaling.Last),
		"half", entered(scaling.HalfLifeDays), "longrun", significant(scaling.LongRunLevel, 4),
		"share", p.Text.rateName(sc.AdoptionShare), "start", p.Text.longDate(sc.AdoptionStart),
		"fraction", p.Text.rateName(sc.DirectGasFraction), "fee", entered(sc.BaseFeeNanoFIL), "median", fee, "smoothing", p.smoothingText(),
	}
	pairs = append(pairs, "gas", fill(gas, pairs...), "adoption", fill(p.Text.Adopted[sc.Adoption], pairs...))
	out := make([]string, len(p.Text.MethodSteps))
	for i, step := range p.Text.MethodSteps {
		out[i] = fill(step, pairs...)
	}
	return out
}
