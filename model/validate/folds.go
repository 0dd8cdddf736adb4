package validate

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

const (
	foldDays = 90 // a fold is tested over
	leadDays = 30 // before its origin, in which an upgrade would still shape the fit
)

// Fold is one step of rolling-origin validation: models fitted to the days before Origin, compared over the 90 days
// from it.
type Fold struct {
	Origin      day.Day `json:"origin"`
	SameVersion bool    `json:"same_version"` // see Comparison.CVSameVersion
	Scaling     float64 `json:"scaling"`
	Regime      float64 `json:"regime"`
}

// origins are the firsts of the months from 2022-01 to 2023-05: the first leaves nine months to train on, and the last
// fold ends within the study's days, so that no later day has a say.
func origins() (days []day.Day) {
	for o := day.Of(2022, 1, 1); o+foldDays-1 <= model.StudyLast; o = o.AddMonths(1) {
		days = append(days, o)
	}
	return days
}

// fold is a model's predictions over a fold, beside what happened.
type fold struct {
	origin            day.Day
	predicted, actual []float64
}

func (f *fold) score() model.Score { return model.NewScore(f.predicted, f.actual) }

// sameVersion reports whether no step lies between leadDays before the origin and the fold's end.
func sameVersion(origin day.Day) bool {
	for _, upgrade := range steps {
		if upgrade >= origin-leadDays && upgrade <= origin+foldDays-1 {
			return false
		}
	}
	return true
}

// rolling fits a model to the rows before each origin and predicts the 90 days from there.
func rolling(s *model.Sample, fit func(*model.Sample) (predictor, error)) ([]fold, error) {
	var folds []fold
	for _, o := range origins() {
		p, err := fit(s.Until(o - 1))
		if err != nil {
			return nil, fmt.Errorf("fold of %s: %w", o, err)
		}
		test := s.Between(o, o+foldDays-1)
		folds = append(folds, fold{o, p.over(test), test.GasGgas})
	}
	return folds, nil
}

// pooled is the WAPE over all days of the folds that are wanted.
func pooled(folds []fold, want func(origin day.Day) bool) float64 {
	var misses, gas float64
	for i := range folds {
		f := &folds[i]
		if !want(f.origin) {
			continue
		}
		for k, p := range f.predicted {
			misses += math.Abs(p - f.actual[k])
			gas += f.actual[k]
		}
	}
	return misses / gas
}

func anyFold(day.Day) bool { return true }

// Tuning is the pooled WAPE of the scaling model over all folds for a choice of its half-lives.
type Tuning struct {
	WeightHalfLifeDays, LevelHalfLifeDays float64
	WAPE                                  float64
}

// Tune repeats the choice of the scaling model's half-lives; infinite means that the level stays as it is.
func Tune(t *model.Table) ([]Tuning, error) {
	s, err := t.Sample(Train.First, Train.Last)
	if err != nil {
		return nil, err
	}
	var out []Tuning
	for _, weight := range []float64{7, 15, 30, 45, 60, 90} {
		for _, reversion := range []float64{15, 30, 60, 90, 180, 360, math.Inf(1)} {
			folds, err := rolling(s, func(s *model.Sample) (predictor, error) {
				m, err := model.FitScalingLevel(s, weight, reversion)
				if err != nil {
					return nil, err
				}
				return func(d day.Day, deal, _ float64) float64 { return m.PredictDay(d, deal) }, nil
			})
			if err != nil {
				return nil, err
			}
			out = append(out, Tuning{weight, reversion, pooled(folds, anyFold)})
		}
	}
	return out, nil
}
