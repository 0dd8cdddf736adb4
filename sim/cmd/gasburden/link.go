package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/sim/link"
)

// publicPage is where the page is published.
const publicPage = "https://gasburden.github.io/gasburden/"

// linkCommand writes a scenario as a link.
func linkCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("link", flag.ContinueOnError)
	flagged := addScenarioFlags(flags)
	page := flags.String("page", publicPage, "address of the page")
	if err := parse(flags, args); err != nil {
		return err
	}
	c, scenario, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	overrides, err := scenario.Differences(c.in)
	if err != nil {
		return err
	}
	query, err := link.Encode(link.State{Snapshot: scenario.Snapshot, Edition: c.edition, Overrides: overrides,
		View: c.view})
	if errors.Is(err, link.ErrTooLong) {
		return fmt.Errorf("the scenario needs more than the %d bytes that a link may have: send it as a scenario file",
			link.MaxLength)
	}
	if err != nil {
		return err
	}
	address, _, _ := strings.Cut(*page, "?")
	_, err = fmt.Fprintln(std.out, address+"?"+query)
	return err
}
