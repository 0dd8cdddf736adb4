package page

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// MethodSteps explains the computation with the present assumptions.
func (p *Page) MethodSteps() []string {
	m, scaling, sc := p.in.Regime, p.in.Scaling, &p.Result.Scenario
	gas := p.Text.MethodScaling
	if sc.GasModel == sim.RegimeModel {
		gas = p.Text.MethodRegime
	}
	fee := "–"
	if recent, err := p.in.RecentBaseFee(); err == nil {
		fee = words.Entered(recent.Median)
	}
	pairs := []string{
		"snapshot", p.Text.SnapshotLabel(sc.Snapshot), "horizon", words.Count(sc.HorizonDays),
		"rows", words.Count(m.Sample.Rows), "from", p.Text.LongDate(m.Sample.First), "to", p.Text.LongDate(m.Sample.Last),
		"right", p.Text.WholePercent(m.Fit.Accuracy),
		"level", words.Significant(scaling.Level0, 4), "last", p.Text.LongDate(scaling.Last),
		"half", words.Entered(scaling.HalfLifeDays), "longrun", words.Significant(scaling.LongRunLevel, 4),
		"share", p.Text.RateName(sc.AdoptionShare), "start", p.Text.LongDate(sc.AdoptionStart),
		"fraction", p.Text.RateName(sc.DirectGasFraction), "fee", words.Entered(sc.BaseFeeNanoFIL), "median", fee, "smoothing", p.smoothingText(),
	}
	pairs = append(pairs, "gas", words.Fill(gas, pairs...), "adoption", words.Fill(p.Text.Adopted[sc.Adoption], pairs...))
	out := make([]string, len(p.Text.MethodSteps))
	for i, step := range p.Text.MethodSteps {
		out[i] = words.Fill(step, pairs...)
	}
	return out
}
