// Package validate holds the gas models against what happened: on the days they were trained on, on the two
// years after, and at every month's start of the years before, among rivals that were considered and dropped.
// Gas, Price and Direct compute the evidence that the page shows, from published figures alone.
package validate

import (
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// Window is a range of days, both included.
type Window struct {
	Name        string
	First, Last day.Day
}

// Train are the study's training days. W1 ends the day before nv22, which brought FIP-0076; W2 runs from it to the
// last published gas. Neither W1 nor W2 took part in any fit or choice.
var (
	launch = protocol.Version(22).Day()

	Train = Window{"train", model.StudyFirst, model.StudyLast}
	W1    = Window{"W1", model.StudyLast + 1, launch - 1}
	W2    = Window{"W2", launch, day.Of(2025, 6, 24)}
)

// blockDays is the length of the blocks whose means are compared.
const blockDays = 30

// of returns the rows of the window.
func (w Window) of(s *model.Sample) *model.Sample { return s.Between(w.First, w.Last) }

// predictor is a fitted model: the gas in Ggas of a day with that deal power in PiB and QA/raw ratio.
type predictor func(d day.Day, dealPiB, ratio float64) float64

func (p predictor) over(s *model.Sample) []float64 {
	gas := make([]float64, s.Len())
	for i := range gas {
		gas[i] = p(s.Days[i], s.DealPiB[i], s.Ratio[i])
	}
	return gas
}

// judge compares a model with what happened.
func judge(p predictor, s *model.Sample) ModelEvidence {
	gas := p.over(s)
	return ModelEvidence{
		Score:     model.NewScore(gas, s.GasGgas),
		MeanGgas:  mean(gas),
		BlockWAPE: model.NewScore(blockMeans(gas), blockMeans(s.GasGgas)).WAPE,
	}
}

// blockMeans are the means of consecutive blocks of 30 rows; a shorter rest is left out.
func blockMeans(values []float64) []float64 {
	var means []float64
	for len(values) >= blockDays {
		means = append(means, mean(values[:blockDays]))
		values = values[blockDays:]
	}
	return means
}

func mean(values []float64) float64 { return sum(values) / float64(len(values)) }

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}

// level is all gas of a sample over all its deal power, Ggas per PiB.
func level(s *model.Sample) float64 { return sum(s.GasGgas) / sum(s.DealPiB) }

// last returns the last n days of a sample.
func last(s *model.Sample, n int) *model.Sample {
	end := s.Days[s.Len()-1]
	return s.Between(end-day.Day(n-1), end)
}

// hindsight is the WAPE of the constant gas per PiB that a sample itself has.
func hindsight(s *model.Sample) float64 {
	c := level(s)
	return judge(func(_ day.Day, deal, _ float64) float64 { return c * deal }, s).WAPE
}
