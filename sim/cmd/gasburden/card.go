package main

import (
	"flag"
	"os"

	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/card"
	"github.com/gasburden/gasburden/web/shipped"
)

// cardCommand draws a scenario as SVG.
func cardCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("card", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	by := flags.String("by", "", "what the gas is divided by (default: as in the link, else netflow)")
	address := flags.String("address", "", "where readers find it, written on the card")
	file := flags.String("o", "", "file to write; standard output where it is not given")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *by != "" {
		if _, err := web.ParseDenominator("-by", *by); err != nil {
			return usageError{err}
		}
	}
	c, err := flagged.load(std)
	if err != nil {
		return err
	}
	if _, err := c.overrides.Resolve(c.in); err != nil {
		return usageError{err}
	}
	page := c.page
	if page == nil {
		page, err = shipped.ScenarioPage(web.English(), c.overrides)
	} else {
		err = shipped.Lay(page, c.overrides)
	}
	if err != nil {
		return err
	}
	if *by != "" {
		c.view.Chart = *by
	}
	page.SetView(&c.view)
	picture := card.SVG(page, *address)
	if *file != "" {
		return os.WriteFile(*file, picture, 0o644)
	}
	_, err = std.out.Write(picture)
	return err
}
