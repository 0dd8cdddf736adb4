package main

import (
	"flag"
	"io"
	"os"

	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/card"
	"github.com/gasburden/gasburden/web/shipped"
)

// cardCommand draws a scenario as SVG.
func cardCommand(args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("card", flag.ContinueOnError)
	chosen := addScenarioFlags(flags)
	by := flags.String("by", string(web.ByNetflow), "what the gas is divided by")
	address := flags.String("address", "", "where readers find it, written on the card")
	file := flags.String("o", "", "file to write; standard output where it is not given")
	if err := parse(flags, args); err != nil {
		return err
	}
	denominator, err := web.ParseDenominator("-by", *by)
	if err != nil {
		return usageError{err}
	}
	in, overrides, err := chosen.load(stdin)
	if err != nil {
		return err
	}
	if _, err := overrides.Resolve(in); err != nil {
		return usageError{err}
	}
	page, err := shipped.ScenarioPage(web.English(), overrides)
	if err != nil {
		return err
	}
	page.Denominator = denominator
	picture := card.SVG(page, *address)
	if *file != "" {
		return os.WriteFile(*file, picture, 0o644)
	}
	_, err = stdout.Write(picture)
	return err
}
