package validate

import (
	"fmt"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fit"
)

// Evidence computes all figures from the whole daily table, in well under a second. It fails where a model
// cannot be fitted, or the table does not reach from the study's first day to the end of W2.
func Evidence(t *model.Table) (*model.Evidence, error) {
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
	e := new(model.Evidence)
	e.Comparison, e.Folds, err = compare(s)
	if err != nil {
		return nil, err
	}
	scalingRow, regimeRow := find(e.Comparison, scalingName), find(e.Comparison, regimeName)
	for k, w := range []Window{Train, W1, W2} {
		rows := w.of(s)
		of := func(c *model.Comparison) model.ModelEvidence { return [...]model.ModelEvidence{c.Train, c.W1, c.W2}[k] }
		out := model.WindowEvidence{
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
func compare(s *model.Sample) ([]model.Comparison, []model.Fold, error) {
	var rows []model.Comparison
	folds := make([]model.Fold, len(origins()))
	for _, c := range candidates {
		p, err := c.fit(Train.of(s))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", c.name, err)
		}
		rolled, err := rolling(Train.of(s), c.fit)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", c.name, err)
		}
		rows = append(rows, model.Comparison{
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

func find(rows []model.Comparison, name string) *model.Comparison {
	for i := range rows {
		if rows[i].Name == name {
			return &rows[i]
		}
	}
	panic("validate: no candidate " + name)
}
