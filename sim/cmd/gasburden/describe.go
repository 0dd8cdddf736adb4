package main

import (
	"flag"
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

func describeCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("describe", flag.ContinueOnError)
	schema := flags.Bool("schema", false, "print the JSON Schema of a scenario")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *schema {
		_, err := std.out.Write(assumption.Schema(assets.SnapshotNames()))
		return err
	}
	in, err := loadInputs(assets.StudySnapshot)
	if err != nil {
		return err
	}
	scenario, err := assumption.DefaultOf(in, assumption.FirstVersion)
	if err != nil {
		return err
	}
	out := fmt.Appendf(nil, "Fields of a scenario (defaults on snapshot %s; snapshots: %s)\n\n", assets.StudySnapshot,
		strings.Join(assets.SnapshotNames(), ", "))
	for _, f := range assumption.Rows() {
		value, err := f.Value(&scenario)
		if err != nil {
			return err
		}
		out = fmt.Appendf(out, "%s = %s  [%s]\n    %s; %s\n    default: %s\n", f.Name, value, f.Unit, f.Meaning,
			f.Legal(), f.Source)
		if f.Later != nil {
			later, err := assumption.DefaultOf(in, f.Later.Version)
			if err != nil {
				return err
			}
			if value, err = f.Value(&later); err != nil {
				return err
			}
			out = fmt.Appendf(out, "    from version %d on %s: %s\n", f.Later.Version, value, f.Later.Source)
		}
	}
	result, err := sim.Run(in, scenario)
	if err != nil {
		return err
	}
	out = append(out, "\nSeries of a run, one value a day\n\n"...)
	for _, s := range result.Runs[0].Series() {
		from := ""
		if s.Offset > 0 {
			from = fmt.Sprintf(", from entry %d", s.Offset)
		}
		out = fmt.Appendf(out, "%s [%s]%s\n", s.Name, s.Unit, from)
	}
	out = append(out, "\nFigures of a run, for tornado, breakeven and compare (day_ figures take -on)\n\n"...)
	for _, f := range explore.Figures() {
		out = fmt.Appendf(out, "%s [%s]\n", f.Name, f.Unit)
	}
	out = append(out, "\nInputs that breakeven varies\n\n"...)
	for _, in := range explore.Inputs() {
		if in.CanBreakEven() {
			out = fmt.Appendf(out, "%s [%s], %v\n", in.Name, in.Unit, in.Legal)
		}
	}
	out = append(out, "\nCurves that an ensemble keeps\n\n"...)
	for _, c := range explore.Curves() {
		out = fmt.Appendf(out, "%s [%s]\n", c.Name, c.Unit)
	}
	_, err = std.out.Write(out)
	return err
}
