package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// cardCommand draws a scenario as SVG.
func cardCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("card", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	by := flags.String("by", "", "what the gas is divided by (default: as in the link, else fil; netflow in version 1)")
	address := flags.String("address", "", "where readers find it, written on the card")
	lang := flags.String("lang", "", "language: en or zh-CN (default: as in the link, else en)")
	file := flags.String("o", "", "file to write; standard output where it is not given")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *lang != "" && words.Chosen(*lang) == "" {
		return usageError{fmt.Errorf("-lang is %q, want en or zh-CN", *lang)}
	}
	if *by != "" {
		if _, err := words.ParseDenominator("-by", *by); err != nil {
			return usageError{err}
		}
	}
	c, _, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	shown := c.page
	if shown == nil {
		shown, err = shipped.ScenarioPage(textOf(*lang), c.overrides)
	} else {
		err = shipped.Lay(shown, c.overrides)
	}
	if err != nil {
		return err
	}
	if *lang != "" && c.page != nil {
		shown.Speak(textOf(*lang), *lang)
	}
	if *by != "" {
		c.view.Chart = *by
	}
	shown.SetView(&c.view, shown.Scenario.Version)
	picture := draw.SVG(shown.Picture(page.Hero), *address)
	if *file != "" {
		return os.WriteFile(*file, picture, 0o644)
	}
	_, err = std.out.Write(picture)
	return err
}

// textOf is the catalogue for a language tag, the English one where there is none for it.
func textOf(tag string) *words.Text {
	if words.Chosen(tag) == words.Chinese {
		return words.InChinese()
	}
	return words.English()
}
