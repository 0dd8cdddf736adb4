// Command cards writes the card of every preset scenario as SVG into a folder, NAME.svg each, and prints
// the files' names.
//
//	go run ./web/cmd/cards -o FOLDER [-address TEXT]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

func main() {
	folder := flag.String("o", "", "folder to write to; made where there is none")
	address := flag.String("address", "", "where readers find the calculator, written on the cards")
	flag.Parse()
	if *folder == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(os.Stdout, *folder, *address); err != nil {
		fmt.Fprintln(os.Stderr, "cards:", err)
		os.Exit(1)
	}
}

func write(out io.Writer, folder, address string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, preset := range assumption.Presets() {
		shown, err := shipped.ScenarioPage(words.English(), preset.Scenario())
		if err != nil {
			return fmt.Errorf("preset %s: %w", preset.Name, err)
		}
		name := filepath.Join(folder, preset.Name+".svg")
		if err := os.WriteFile(name, draw.SVG(shown.Picture(page.Hero), address), 0o644); err != nil {
			return err
		}
		fmt.Fprintln(out, name)
	}
	return nil
}
