package release

import (
	"fmt"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
	"github.com/gasburden/gasburden/model/validate"
)

// Train fits the study's model to its training range, and the others to the gas that was published when each snapshot
// was taken. The result depends on nothing but the inputs, which p is parsed from.
func Train(in *Inputs, p *Parsed) (*assets.Models, error) {
	table := p.Daily
	sample, err := table.Sample(model.StudyFirst, model.StudyLast)
	if err != nil {
		return nil, err
	}
	regime, err := fit.Regime(sample)
	if err != nil {
		return nil, err
	}
	models := &assets.Models{
		Source: assets.Source{File: assets.NetworkDailyFile, SHA256: in.SHA256()},
		Regime: *regime,
	}
	evidence, err := validate.Gas(table)
	if err != nil {
		return nil, err
	}
	end, err := model.LastGas(table, table.Date(table.Len()-1))
	if err != nil {
		return nil, err
	}
	for _, name := range in.Names() {
		published, err := assets.PublishedFor(p.Published, name)
		if err != nil {
			return nil, err
		}
		fitted, err := trainSnapshot(table, published, end, validate.Held(evidence.Coverage))
		if err != nil {
			return nil, fmt.Errorf("snapshot %s: %w", name, err)
		}
		preCommit, proveCommit := &evidence.Messages[0], &evidence.Messages[1]
		fitted.Onboarding.PreCommitTests = [2]float64{preCommit.W1.WAPE, preCommit.W2.WAPE}
		fitted.Onboarding.ProveCommitTests = [2]float64{proveCommit.W1.WAPE, proveCommit.W2.WAPE}
		models.Snapshots = append(models.Snapshots, *fitted)
	}
	return models, nil
}

// trainSnapshot fits the models of a snapshot. How far the scaling model is validated is the same for all of them:
// the study's fit was compared with all days up to end, the last with gas, and the later fits have less to be compared
// with.
func trainSnapshot(table *model.Table, published assets.Published, end day.Day,
	held model.Held) (*assets.SnapshotModels, error) {
	last := published.Gas
	sample, err := table.Sample(model.StudyFirst, end)
	if err != nil {
		return nil, err
	}
	scaling, err := model.FitScaling(sample.Until(last))
	if err != nil {
		return nil, err
	}
	scaling.Validated = model.Validated{Days: int(end - model.StudyLast), DealPiB: sample.Facts().DealPiB, Held: held}
	onboarding, err := model.FitOnboarding(table, last)
	if err != nil {
		return nil, err
	}
	return &assets.SnapshotModels{Snapshot: published.Snapshot, Scaling: *scaling, Onboarding: *onboarding}, nil
}
