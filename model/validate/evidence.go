package validate

import (
	"fmt"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
)

// Evidence is how well the gas models hold, computed from the daily table. All models in it were trained on the days of
// Train, the study's, unless stated otherwise.
type Evidence struct {
	Windows    []WindowEvidence `json:"windows"`    // the training days, then the windows after them, W1 and W2
	Comparison []Comparison     `json:"comparison"` // the models that were considered, the scaling model first
	// WAPE on W1 and W2 of the constant gas per PiB that each window itself has
	Hindsight [2]float64        `json:"hindsight"`
	Folds     []Fold            `json:"folds"`    // rolling-origin validation, in the order of time
	Coverage  []Coverage        `json:"coverage"` // what the scaling model's bands held
	Messages  []MessageEvidence `json:"messages"`
	Aftermath Aftermath         `json:"aftermath"`
}

// WindowEvidence compares both models with what happened over a window of days.
type WindowEvidence struct {
	Name      string        `json:"name"` // "train", "W1", "W2"
	First     day.Day       `json:"first"`
	Last      day.Day       `json:"last"`
	MeanGgas  float64       `json:"mean_ggas"`   // realised PublishStorageDeals gas a day
	OutOfHull int           `json:"out_of_hull"` // days outside the convex hull of the training days
	Scaling   ModelEvidence `json:"scaling"`
	Regime    ModelEvidence `json:"regime"`
}

// ModelEvidence is how a model did over a window.
type ModelEvidence struct {
	model.Score
	MeanGgas  float64 `json:"mean_ggas"`  // predicted gas a day
	BlockWAPE float64 `json:"block_wape"` // of the means of consecutive blocks of 30 days, a shorter rest left out
}

// Comparison is a model's line in the comparison of models.
type Comparison struct {
	Name string `json:"name"`

	// WAPE over the rolling-origin folds, all their days as one sample: of all folds, and of those that meet
	// no upgrade that changed PublishStorageDeals gas from 30 days before their origin to their end.
	CVAll         float64 `json:"cv_all"`
	CVSameVersion float64 `json:"cv_same_version"`

	Train ModelEvidence `json:"train"`
	W1    ModelEvidence `json:"w1"`
	W2    ModelEvidence `json:"w2"`
	After ModelEvidence `json:"after"` // W1 and W2 as one window
}

// Gas computes all figures from the whole daily table, in well under a second. It fails where a model
// cannot be fitted, or the table does not reach from the study's first day to the end of W2.
func Gas(t *model.Table) (*Evidence, error) {
	s, err := t.Sample(Train.First, W2.Last)
	if err != nil {
		return nil, err
	}
	train := Train.of(s)
	scaling, err := model.FitScaling(train)
	if err != nil {
		return nil, err
	}
	regime, err := fit.Regime(train)
	if err != nil {
		return nil, err
	}
	e := new(Evidence)
	e.Comparison, e.Folds, err = compare(s)
	if err != nil {
		return nil, err
	}
	scalingRow, regimeRow := find(e.Comparison, scalingName), find(e.Comparison, regimeName)
	for k, w := range []Window{Train, W1, W2} {
		rows := w.of(s)
		of := func(c *Comparison) ModelEvidence { return [...]ModelEvidence{c.Train, c.W1, c.W2}[k] }
		out := WindowEvidence{
			Name: w.Name, First: w.First, Last: w.Last, MeanGgas: mean(rows.GasGgas),
			Scaling: of(scalingRow), Regime: of(regimeRow),
		}
		for i, deal := range rows.DealPiB {
			if !regime.InHull(deal, rows.Ratio[i]) {
				out.OutOfHull++
			}
		}
		e.Windows = append(e.Windows, out)
	}
	e.Hindsight = [2]float64{hindsight(W1.of(s)), hindsight(W2.of(s))}
	for _, blocks := range []bool{false, true} {
		for _, w := range []Window{W1, W2} {
			e.Coverage = append(e.Coverage, coverage(scaling, w, s, blocks))
		}
	}
	e.Messages, err = messages(t)
	if err != nil {
		return nil, err
	}
	e.Aftermath = aftermath(scaling, s)
	return e, nil
}

// compare fits every candidate to the study's days, and at every origin to the days before it.
func compare(s *model.Sample) ([]Comparison, []Fold, error) {
	var rows []Comparison
	folds := make([]Fold, len(origins()))
	for _, c := range candidates {
		p, err := c.fit(Train.of(s))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", c.name, err)
		}
		rolled, err := rolling(Train.of(s), c.fit)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", c.name, err)
		}
		rows = append(rows, Comparison{
			Name: c.name, CVAll: pooled(rolled, anyFold), CVSameVersion: pooled(rolled, sameVersion),
			Train: judge(p, Train.of(s)), W1: judge(p, W1.of(s)), W2: judge(p, W2.of(s)),
			After: judge(p, s.Between(W1.First, W2.Last)),
		})
		for i := range rolled {
			f := &folds[i]
			f.Origin, f.SameVersion = rolled[i].origin, sameVersion(rolled[i].origin)
			switch c.name {
			case scalingName:
				f.Scaling = rolled[i].score().WAPE
			case regimeName:
				f.Regime = rolled[i].score().WAPE
			}
		}
	}
	return rows, folds, nil
}

func find(rows []Comparison, name string) *Comparison {
	for i := range rows {
		if rows[i].Name == name {
			return &rows[i]
		}
	}
	panic("validate: no candidate " + name)
}
