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
	"os"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fit"
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

// train fits all models on the study's training range.
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
	return &assets.Models{
		Source: assets.Source{File: assets.NetworkDailyFile, SHA256: hex.EncodeToString(sum[:])},
		Regime: *regime,
	}, nil
}
