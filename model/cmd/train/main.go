// Command train fits the gas models to the embedded daily table and writes them with their provenance:
//
//	go run ./model/cmd/train [-o assets/data/gas-models.json]
//
// The output depends on nothing but the table and the code.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/ingest/release"
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

func train() (*assets.Models, error) {
	in, err := release.Embedded()
	if err != nil {
		return nil, err
	}
	p, err := in.Parse()
	if err != nil {
		return nil, err
	}
	return release.Train(in, p)
}
