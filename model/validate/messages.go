package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// MessageEvidence is how one level of Onboarding did.
type MessageEvidence struct {
	Name  string      `json:"name"`
	Level float64     `json:"level"` // Ggas per unit of its amount
	Train model.Score `json:"train"` // on the rows of the fit
	CV    float64     `json:"cv"`    // WAPE over the folds of 2023, all their days as one sample
	W1    model.Score `json:"w1"`
	W2    model.Score `json:"w2"`
}

// messages judges the levels of model.Onboarding: each fitted to the days of one protocol version and held flat.
func messages(t *model.Table) ([]MessageEvidence, error) {
	study, err := model.FitOnboarding(t, model.StudyLast)
	if err != nil {
		return nil, err
	}
	var out []MessageEvidence
	for k := range model.OnboardingMessages {
		m := &model.OnboardingMessages[k]
		score := func(level float64, first, last day.Day) model.Score {
			gas, amount := m.Between(t, t.Row(first), t.Row(last)+1)
			for i := range amount {
				amount[i] *= level
			}
			return model.NewScore(amount, gas)
		}
		level := study.Levels()[k]
		e := MessageEvidence{
			Name:  m.Name,
			Level: level,
			Train: score(level, study.Last-day.Day(study.Rows-1), study.Last),
			W1:    score(level, W1.First, W1.Last),
			W2:    score(level, W2.First, W2.Last),
		}
		var misses, gas float64
		for _, o := range origins() {
			if o < day.Of(2023, 1, 1) {
				continue
			}
			fitted, err := model.FitOnboarding(t, o-1)
			if err != nil {
				return nil, err
			}
			actual, predicted := m.Between(t, t.Row(o), t.Row(o)+foldDays)
			for i := range actual {
				misses += math.Abs(fitted.Levels()[k]*predicted[i] - actual[i])
				gas += actual[i]
			}
		}
		e.CV = misses / gas
		out = append(out, e)
	}
	return out, nil
}
