package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// studyFraction is the share of gas that the study left to DirectFIL+.
const studyFraction = 0.15

// periods are the parts of W2 whose levels are told apart: to nv23, the low after it, and two halves of the rest.
var periods = []Window{
	{"", launch + 1, nv23},
	{"", nv23 + 1, day.Of(2024, 10, 31)},
	{"", day.Of(2024, 11, 1), day.Of(2025, 1, 31)},
	{"", day.Of(2025, 2, 1), W2.Last},
}

var nv23 = protocol.Version(23).Day()

// aftermath sums up what followed FIP-0076. The model is the study's fit.
func aftermath(m *model.Scaling, s *model.Sample) model.Aftermath {
	before, after := W1.of(s), W2.of(s)
	a := model.Aftermath{
		First: W2.First, Last: W2.Last,
		BeforeGgasPerPiB: level(before), Last90GgasPerPiB: level(last(before, 90)), AfterGgasPerPiB: level(after),
		RealisedGgas: mean(after.GasGgas),
	}
	a.NoChangeGgas = a.Last90GgasPerPiB * mean(after.DealPiB)
	for i, d := range after.Days {
		a.ScalingGgas += m.PredictDay(d, after.DealPiB[i]) / float64(after.Len())
	}
	a.StudyGgas = studyFraction * a.ScalingGgas
	for _, p := range periods {
		l := level(p.of(s))
		a.Periods = append(a.Periods, model.PeriodLevel{First: p.First, Last: p.Last, GgasPerPiB: l,
			Change: l/a.BeforeGgasPerPiB - 1})
	}
	kept := a.AfterGgasPerPiB / a.BeforeGgasPerPiB
	a.ApparentShare = 1 - kept
	// The mean of a random walk over n steps from its start has a third of the variance of its end.
	drift := m.Interval.Drift * math.Sqrt(float64(after.Len())/blockDays/3)
	for k, quantile := range m.Interval.Quantiles {
		a.Share[k] = [2]float64{1 - kept*math.Exp(quantile*drift), 1 - kept*math.Exp(-quantile*drift)}
	}
	return a
}
