package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// happenedCommand says what PublishStorageDeals has cost, from published figures alone.
func happenedCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("happened", flag.ContinueOnError)
	file := flags.String("csv", "", "a daily table of your own, in the form of network-daily.csv")
	by := flags.String("by", "year", "year or quarter")
	format := flags.String("format", "table", "table or json")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "table" && *format != "json" {
		return usageError{fmt.Errorf("-format is %q, want table or json", *format)}
	}
	if *by != "year" && *by != "quarter" {
		return usageError{fmt.Errorf("-by is %q, want year or quarter", *by)}
	}
	name, data := assets.NetworkDailyFile, assets.NetworkDailyCSV()
	if *file != "" {
		var err error
		if data, err = os.ReadFile(*file); err != nil {
			return usageError{err}
		}
		name = filepath.Base(*file)
	}
	table, err := assets.ParseNetworkDaily(name, data)
	if err != nil {
		if *file != "" {
			return usageError{err}
		}
		return err
	}
	h := sim.WhatHappened(table)
	if h.All.Days == 0 {
		return errors.New(name +
			": no day has both gas_publish_storage_deals and a fee, base_fee_nanofil or fee_burn_fil")
	}
	periods := h.Years
	if *by == "quarter" {
		periods = h.Quarters
	}
	var out strings.Builder
	if *format == "json" {
		err = writeHappenedJSON(&out, h, periods)
	} else {
		writeHappened(&out, name, h, periods)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(std.out, out.String())
	return err
}

func writeHappened(out io.Writer, name string, h *sim.Happened, periods []sim.Cost) {
	fmt.Fprintf(out, "What PublishStorageDeals has cost, in FIL: gas x base fee of the same day, measured (%s)\n\n",
		name)
	fmt.Fprintf(out, "%-27s %5s %9s %8s %8s %20s %14s\n", "", "days", "total", "per day", "median", "highest day",
		"at most per day")
	line := func(name string, c *sim.Cost) {
		fmt.Fprintf(out, "%-27s %5d %9.0f %8s %8s %9s %s %14s\n", name, c.Days, c.FIL, threeDigits(c.PerDayFIL),
			threeDigits(c.MedianFIL),
			threeDigits(c.DearestFIL), c.Dearest, threeDigits(c.AtMostPerDayFIL))
	}
	for i := range periods {
		line(fmt.Sprintf("%s..%s", periods[i].First, periods[i].Last), &periods[i])
	}
	line("all", &h.All)
	if c := &h.SinceLaunch; c.Days > 0 {
		line("since FIP-0076, "+assumption.Launch.String(), c)
		fmt.Fprintf(out, "\nSince then the most expensive quarter of the days carries %s of the cost.\n",
			percent(c.QuarterShare))
	}
	var gaps []string
	for _, g := range h.Gaps {
		if g.First == g.Last {
			gaps = append(gaps, g.First.String())
		} else {
			gaps = append(gaps, fmt.Sprintf("%s to %s", g.First, g.Last))
		}
	}
	if len(gaps) > 0 {
		fmt.Fprintf(out, "\nDays with gas and no published fee, which are left out: %s.\n", strings.Join(gaps, ", "))
	}
	fmt.Fprintf(out, `On %d days the fee is the published mean, on the others what was burnt for gas over the gas.
"At most" is the same gas at all that was burnt on the day per unit of gas; penalties, termination fees, batch fees and
the sector fee are in that. Over-estimation burn, 4 to 5 %% more, and tips, which are not burnt, are in none.
`, h.All.MeanFeeDays)
}

// threeDigits is an amount in FIL with three digits, or as many as it has before the point.
func threeDigits(fil float64) string {
	if math.Abs(fil) < 100 && !math.IsNaN(fil) {
		return fmt.Sprintf("%.3g", fil)
	}
	return amount(fil)
}

func writeHappenedJSON(out io.Writer, h *sim.Happened, periods []sim.Cost) error {
	type cost struct {
		First        day.Day  `json:"first"`
		Last         day.Day  `json:"last"`
		Days         int      `json:"days"`
		MeanFeeDays  int      `json:"mean_fee_days"`
		FIL          float64  `json:"fil"`
		PerDay       float64  `json:"fil_per_day"`
		Median       float64  `json:"median_day_fil"`
		DearestFIL   float64  `json:"dearest_day_fil"`
		Dearest      day.Day  `json:"dearest_day"`
		QuarterShare float64  `json:"dearest_quarter_share"`
		AtMost       *float64 `json:"at_most_fil_per_day"` // null without published burn
	}
	type gap struct {
		First day.Day `json:"first"`
		Last  day.Day `json:"last"`
	}
	of := func(c sim.Cost) *cost {
		if c.Days == 0 {
			return nil
		}
		out := &cost{c.First, c.Last, c.Days, c.MeanFeeDays, c.FIL, c.PerDayFIL, c.MedianFIL, c.DearestFIL, c.Dearest,
			c.QuarterShare, nil}
		if !math.IsNaN(c.AtMostPerDayFIL) {
			out.AtMost = &c.AtMostPerDayFIL
		}
		return out
	}
	all := struct {
		All         *cost   `json:"all"`
		SinceLaunch *cost   `json:"since_launch"`
		Periods     []*cost `json:"periods"`
		Gaps        []gap   `json:"gaps"`
	}{of(h.All), of(h.SinceLaunch), []*cost{}, []gap{}}
	for _, c := range periods {
		all.Periods = append(all.Periods, of(c))
	}
	for _, g := range h.Gaps {
		all.Gaps = append(all.Gaps, gap(g))
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(all)
}
