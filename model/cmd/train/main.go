// Command train fits the gas models to the embedded daily table and writes them with their provenance:
//
//	go run ./model/cmd/train [-o assets/data/gas-models.json]
//
// The output depends on nothing but the table and the code.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"math"
	"os"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
	"github.com/gasburden/gasburden/model/validate"
)

func main() {
	out := flag.String("o", "assets/data/gas-models.json", "write the models to this `file`")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "train: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func write(file string) error {
	models, err := train()
	if err != nil {
		return err
	}
	data, err := assets.EncodeGasModels(models)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// train fits the study's model to its training range, and the others to the gas published up to each snapshot.
func train() (*assets.Models, error) {
	table, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	sample, err := table.Sample(model.StudyFirst, model.StudyLast)
	if err != nil {
		return nil, err
	}
	regime, err := fit.Regime(sample)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(assets.NetworkDailyCSV())
	models := &assets.Models{
		Source: assets.Source{File: assets.NetworkDailyFile, SHA256: hex.EncodeToString(sum[:])},
		Regime: *regime,
	}
	end := lastGas(table, table.Date(table.Len()-1))
	evidence, err := validate.Evidence(table)
	if err != nil {
		return nil, err
	}
	for _, name := range assets.SnapshotNames() {
		fitted, err := trainSnapshot(table, name, end)
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
// the study's fit was compared with all days up to end, the last with gas, and the later fits have less to be compared with.
func trainSnapshot(table *model.Table, name string, end day.Day) (*assets.SnapshotModels, error) {
	last := model.StudyLast
	if name != assets.DefaultSnapshot {
		current, err := day.Parse(name)
		if err != nil {
			return nil, err
		}
		last = lastGas(table, current)
	}
	sample, err := table.Sample(model.StudyFirst, end)
	if err != nil {
		return nil, err
	}
	scaling, err := model.FitScaling(sample.Until(last))
	if err != nil {
		return nil, err
	}
	scaling.Validated = model.Validated{Days: int(end - model.StudyLast), DealPiB: sample.Facts().DealPiB}
	onboarding, err := model.FitOnboarding(table, last)
	if err != nil {
		return nil, err
	}
	return &assets.SnapshotModels{Snapshot: name, Scaling: *scaling, Onboarding: *onboarding}, nil
}

// lastGas is the last day on or before d with published gas.
func lastGas(table *model.Table, d day.Day) day.Day {
	for math.IsNaN(table.GasPublishStorageDeals[table.Row(d)]) {
		d--
	}
	return d
}
