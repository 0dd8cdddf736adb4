package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// Aftermath is what followed FIP-0076, which let deals go without PublishStorageDeals from nv22 on.
type Aftermath struct {
	First day.Day `json:"first"`
	Last  day.Day `json:"last"` // W2

	BeforeGgasPerPiB float64       `json:"before_ggas_per_pib"` // level of W1
	Last90GgasPerPiB float64       `json:"last90_ggas_per_pib"` // level of the last 90 days of W1
	AfterGgasPerPiB  float64       `json:"after_ggas_per_pib"`  // level of W2
	Periods          []PeriodLevel `json:"periods"`

	// Mean gas a day over W2, Ggas.
	NoChangeGgas float64 `json:"no_change_ggas"` // realised deal power at Last90GgasPerPiB
	ScalingGgas  float64 `json:"scaling_ggas"`   // the scaling model's forecast
	RealisedGgas float64 `json:"realised_ggas"`
	StudyGgas    float64 `json:"study_ggas"` // the study's assumption: 15 % of the forecast

	// ApparentShare is 1 - AfterGgasPerPiB/BeforeGgasPerPiB, the adoption that would explain the fall alone. Share
	// holds its bounds if the level drifts as the scaling model's interval says, by coverage: lowest, highest.
	ApparentShare float64                          `json:"apparent_share"`
	Share         [len(model.Coverages)][2]float64 `json:"share"`
}

// PeriodLevel is the level of a part of W2: all its gas / all its deal power.
type PeriodLevel struct {
	First      day.Day `json:"first"`
	Last       day.Day `json:"last"`
	GgasPerPiB float64 `json:"ggas_per_pib"`
	Change     float64 `json:"change"` // to the level of W1: -0.1 is ten percent less
}

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
func aftermath(m *model.Scaling, s *model.Sample) Aftermath {
	before, after := W1.of(s), W2.of(s)
	a := Aftermath{
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
		a.Periods = append(a.Periods, PeriodLevel{First: p.First, Last: p.Last, GgasPerPiB: l,
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
