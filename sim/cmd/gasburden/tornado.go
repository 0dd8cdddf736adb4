package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
)

// tornadoCommand shows which input matters most.
func tornadoCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("tornado", flag.ContinueOnError)
	flagged, asked := addScenarioFlags(flags), addQuestionFlags(flags)
	if err := parse(flags, args); err != nil {
		return err
	}
	q, figure, err := asked.question()
	if err != nil {
		return err
	}
	c, sc, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	past, err := history(c.in)
	if err != nil {
		return err
	}
	t, err := explore.NewTornado(c.in, past, sc, q)
	if err != nil {
		return usageError{err}
	}
	if err := finish(t, "tornado", std.err); err != nil {
		return err
	}
	switch asked.format {
	case "json":
		return writeJSON(std.out, tornadoJSON(t, figure))
	case "csv":
		return tornadoCSV(std.out, t, figure)
	}
	fmt.Fprintf(std.out, "%s, snapshot %s: %s\n\n", figure.Name, sc.Snapshot, show(t.Base().Value.Figure, figure.Unit))
	fmt.Fprintf(std.out, "%-32s %18s  %s\n", "input, its value", "figures apart",
		"its values and the figure there; where the range comes from")
	doubtful := false
	for _, s := range t.Swings() {
		fmt.Fprintf(std.out, "%-32s %18s ", s.Input.Name+" "+showInput(s.Input, s.Base), show(s.Size, figure.Unit))
		for _, end := range s.Ends {
			fmt.Fprintf(std.out, " %s: %s%s", showInput(s.Input, end.Input), show(end.Value.Figure, figure.Unit),
				doubts(end, t.Base()))
		}
		if s.Input.Choices == nil {
			fmt.Fprintf(std.out, "; %s", s.Range.Message())
		}
		fmt.Fprintln(std.out)
		doubtful = doubtful || s.Doubtful()
	}
	if doubtful {
		fmt.Fprintln(std.out, "\nfigures that are undefined, or beside a flow that is not positive, count neither "+
			"for \"figures apart\" nor for the order")
	}
	return nil
}

// doubts marks a figure that does not speak for itself, with the warnings that the scenario's own run has not.
func doubts(end, base explore.End) string {
	var notes []string
	if end.Value.Poles > 0 {
		notes = append(notes, "a flow is not positive")
	}
	if end.Value.Reason != explore.Defined {
		notes = append(notes, string(end.Value.Reason))
	}
	for _, w := range end.Warnings {
		same := func(other sim.Warning) bool { return other.Code == w.Code }
		if !slices.ContainsFunc(base.Warnings, same) {
			notes = append(notes, w.Code)
		}
	}
	if notes == nil {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

func tornadoJSON(t *explore.Tornado, figure explore.Figure) any {
	type endJSON struct {
		Input any `json:"input"`
		valueJSON
		Warnings []string `json:"warnings,omitempty"`
	}
	type rangeJSON struct {
		Basis  string `json:"basis"`
		Text   string `json:"text"`
		Values int    `json:"published_days,omitempty"`
		First  string `json:"first,omitempty"`
		Last   string `json:"last,omitempty"`
	}
	type swingJSON struct {
		Input string     `json:"input"`
		Base  any        `json:"base"`
		Size  number     `json:"size"`
		Range *rangeJSON `json:"range,omitempty"`
		Ends  []endJSON  `json:"ends"`
	}
	out := struct {
		Figure string      `json:"figure"`
		Unit   string      `json:"unit"`
		Base   valueJSON   `json:"base"`
		Swings []swingJSON `json:"swings"`
	}{figure.Name, figure.Unit, toJSON(t.Base().Value), nil}
	for _, s := range t.Swings() {
		swing := swingJSON{Input: s.Input.Name, Base: inputJSON(s.Input, s.Base), Size: number(s.Size)}
		if s.Input.Choices == nil {
			swing.Range = &rangeJSON{Basis: string(s.Range.Basis), Text: s.Range.Message(), Values: s.Range.Values}
			if s.Range.Values > 0 {
				swing.Range.First, swing.Range.Last = s.Range.First.String(), s.Range.Last.String()
			}
		}
		for _, end := range s.Ends {
			e := endJSON{Input: inputJSON(s.Input, end.Input), valueJSON: toJSON(end.Value)}
			for i := range end.Warnings {
				e.Warnings = append(e.Warnings, end.Warnings[i].Message())
			}
			swing.Ends = append(swing.Ends, e)
		}
		out.Swings = append(out.Swings, swing)
	}
	return out
}

func tornadoCSV(out io.Writer, t *explore.Tornado, figure explore.Figure) error {
	w := csv.NewWriter(out)
	w.Write([]string{"input", "base", "value", figure.Name + " [" + figure.Unit + "]", "poles", "size", "range"})
	for _, s := range t.Swings() {
		origin := ""
		if s.Input.Choices == nil {
			origin = s.Range.Message()
		}
		for _, end := range s.Ends {
			w.Write([]string{s.Input.Name, fmt.Sprint(inputJSON(s.Input, s.Base)),
				fmt.Sprint(inputJSON(s.Input, end.Input)),
				number(end.Value.Figure).cell(), fmt.Sprint(end.Value.Poles), number(s.Size).cell(), origin})
		}
	}
	w.Flush()
	return w.Error()
}
