package main

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// compareCommand explains the gap between two scenarios.
func compareCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	asked := addQuestionFlags(flags)
	flags.SetOutput(io.Discard)
	if err := flags.Parse(args); err != nil {
		return usageError{err}
	}
	if flags.NArg() != 2 {
		return usageError{fmt.Errorf(
			"%d scenarios, want two, each a preset, a link, a scenario file or - for standard input", flags.NArg())}
	}
	q, figure, err := asked.question()
	if err != nil {
		return err
	}
	inputs := map[string]*assumption.Inputs{}
	var scenarios [2]assumption.Scenario
	for i, arg := range flags.Args() {
		c, err := scenarioNamed(arg, asked.format, std)
		if err != nil {
			return err
		}
		if scenarios[i], err = c.overrides.Resolve(c.in); err != nil {
			return usageError{fmt.Errorf("%s: %w", arg, err)}
		}
		inputs[scenarios[i].Snapshot] = c.in
	}
	load := func(name string) (*assumption.Inputs, error) { return inputs[name], nil }
	c, err := explore.NewComparison(scenarios[0], scenarios[1], q, load)
	if err != nil {
		return usageError{err}
	}
	if err := finish(c, "compare", std.err); err != nil {
		return err
	}
	switch asked.format {
	case "json":
		return writeJSON(std.out, compareJSON(c, figure))
	case "csv":
		return compareCSV(std.out, c, figure)
	}
	a, b, shares := c.Gap()
	fmt.Fprintf(std.out, "%-34s %24s %24s\n", "assumption", flags.Arg(0), flags.Arg(1))
	for _, change := range c.Changes() {
		note := ""
		if change.Idle {
			note = "  (without effect: neither uses it)"
		}
		fmt.Fprintf(std.out, "%-34s %24s %24s%s\n", change.Field.Name, short(change.A), short(change.B), note)
	}
	fmt.Fprintf(std.out, "%-34s %24s %24s\n\n", figure.Name, show(a.Figure, figure.Unit), show(b.Figure, figure.Unit))
	fmt.Fprintf(std.out, "%-70s %18s %8s\n", "explains of the gap", show(b.Figure-a.Figure, figure.Unit), "100 %")
	for _, s := range shares {
		fmt.Fprintf(std.out, "%-70s %18s %8s\n", strings.Join(s.Fields, ", "), show(s.Amount, figure.Unit),
			percent(s.Amount/(b.Figure-a.Figure)+0))
		if s.Bundled {
			fmt.Fprintf(std.out, "  (as one: more than %d inputs differ, and these move the figure least)\n",
				explore.MaxPlayers)
		}
	}
	if n := c.Poles(); n > 0 {
		fmt.Fprintf(std.out, "\nin %d of the scenarios between the two, a flow that the gas is divided by is not "+
			"positive: the shares say little\n", n)
	}
	return nil
}

// scenarioNamed reads a preset by its name, a link, or else a scenario file.
func scenarioNamed(arg, format string, std streams) (*chosen, error) {
	flags := scenarioFlags{preset: "default", format: func() string { return format }}
	if _, err := assumption.PresetNamed(arg); err == nil {
		flags.preset = arg
	} else if strings.ContainsAny(arg, "?#") || strings.Contains(arg, "://") {
		flags.link = arg
	} else {
		flags.file = arg
	}
	return flags.load(std)
}

// short is a value for a table; of a vector its first figures.
func short(raw json.RawMessage) string {
	text := strings.Trim(string(raw), `"`)
	if len(text) > 24 {
		text = text[:21] + "..."
	}
	return text
}

func compareJSON(c *explore.Comparison, figure explore.Figure) any {
	a, b, shares := c.Gap()
	type change struct {
		Field string          `json:"field"`
		A     json.RawMessage `json:"a"`
		B     json.RawMessage `json:"b"`
		Idle  bool            `json:"idle,omitempty"` // neither scenario uses it
	}
	type share struct {
		Fields  []string `json:"fields"`
		Amount  number   `json:"amount"`
		Bundled bool     `json:"bundled,omitempty"` // for want of room, not because they only change together
	}
	changes, parts := []change{}, []share{}
	for _, ch := range c.Changes() {
		changes = append(changes, change{ch.Field.Name, ch.A, ch.B, ch.Idle})
	}
	for _, s := range shares {
		parts = append(parts, share{s.Fields, number(s.Amount), s.Bundled})
	}
	return map[string]any{
		"figure": figure.Name, "unit": figure.Unit, "a": toJSON(a), "b": toJSON(b), "gap": number(b.Figure - a.Figure),
		"changes": changes, "shares": parts, "mixtures_with_poles": c.Poles(),
	}
}

func compareCSV(out io.Writer, c *explore.Comparison, figure explore.Figure) error {
	_, _, shares := c.Gap()
	w := csv.NewWriter(out)
	w.Write([]string{"fields", figure.Name + " [" + figure.Unit + "]"})
	for _, s := range shares {
		w.Write([]string{strings.Join(s.Fields, " "), number(s.Amount).cell()})
	}
	w.Flush()
	return w.Error()
}
