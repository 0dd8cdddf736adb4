package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// breakevenCommand shows where a figure crosses a value.
func breakevenCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("breakeven", flag.ContinueOnError)
	flagged, asked := addScenarioFlags(flags), addQuestionFlags(flags)
	name := flags.String("input", "adoption_share", "input to vary")
	target := float64Flag(flags, "target", 0.01, "value that the figure is to cross, a share or FIL")
	between := flags.String("between", "", "LOW,HIGH: range of the input; all that is legal where it is not given")
	if err := parse(flags, args); err != nil {
		return err
	}
	q, figure, err := asked.question()
	if err != nil {
		return err
	}
	input, err := explore.InputNamed(*name)
	if err != nil {
		return usageError{fmt.Errorf("-%w", err)}
	}
	over, err := parseBetween(*between)
	if err != nil {
		return usageError{err}
	}
	c, sc, err := flagged.resolve(std)
	if err != nil {
		return err
	}
	b, err := explore.NewBreakEven(c.in, sc, q, input, *target, over)
	if err != nil {
		return usageError{err}
	}
	if err := finish(b, "breakeven", std.err); err != nil {
		return err
	}
	found := b.Result()
	switch asked.format {
	case "json":
		return writeJSON(std.out, breakevenJSON(input, figure, *target, found))
	case "csv":
		return breakevenCSV(std.out, input, found)
	}
	fmt.Fprintf(std.out, "%s and %s, snapshot %s\n", figure.Name, input.Name, sc.Snapshot)
	if len(found.Crossings) == 0 {
		fmt.Fprintf(std.out, "no %s makes it %s\n", input.Name, show(*target, figure.Unit))
	}
	for _, c := range found.Crossings {
		fmt.Fprintf(std.out, "%s %s %s at %.9g [%s]\n", figure.Name, way(c), show(*target, figure.Unit), c.Input,
			input.Unit)
	}
	fmt.Fprintf(std.out, "least %s at %.6g, most %s at %.6g\n", show(found.Min.Value.Figure, figure.Unit),
		found.Min.Input,
		show(found.Max.Value.Figure, figure.Unit), found.Max.Input)
	for _, void := range found.Void {
		fmt.Fprintf(std.out, "from %.9g to %.9g the burden has no meaning: a flow that the gas is divided by is zero "+
			"or negative\n", void.Low, void.High)
	}
	for _, gap := range found.Undefined {
		fmt.Fprintf(std.out, "undefined within %.6g to %.6g: %s\n", gap.Low, gap.High, gap.Reason)
	}
	return nil
}

func parseBetween(text string) (mechafil.Range, error) {
	if text == "" {
		return mechafil.Range{}, nil
	}
	low, high, ok := strings.Cut(text, ",")
	min, okLow := numbers.Strict(strings.TrimSpace(low))
	max, okHigh := numbers.Strict(strings.TrimSpace(high))
	if !ok || !okLow || !okHigh {
		return mechafil.Range{}, fmt.Errorf("-between is %q, want two numbers as in 0,0.5", text)
	}
	return mechafil.Range{Min: min, Max: max}, nil
}

func way(c explore.Crossing) string {
	switch {
	case c.Until != c.Input:
		return fmt.Sprintf("stays until %.9g on", c.Until)
	case c.Leaps:
		return "leaps over"
	case c.Rising:
		return "rises through"
	}
	return "falls through"
}

func breakevenJSON(input *explore.Input, figure explore.Figure, target float64, found explore.Crossings) any {
	type crossing struct {
		Input  float64 `json:"input"`
		Until  float64 `json:"until"`
		Rising bool    `json:"rising"`
		Leaps  bool    `json:"leaps"`
		Poles  int     `json:"poles"`
	}
	type end struct {
		Input  float64 `json:"input"`
		Figure number  `json:"figure"`
	}
	type gap struct {
		Low    float64 `json:"low"`
		High   float64 `json:"high"`
		Reason string  `json:"reason,omitempty"`
	}
	crossings := func(list []explore.Crossing) []crossing {
		out := []crossing{}
		for _, c := range list {
			out = append(out, crossing(c))
		}
		return out
	}
	gaps := func(list []explore.Gap) []gap {
		out := []gap{}
		for _, g := range list {
			out = append(out, gap{g.Low, g.High, string(g.Reason)})
		}
		return out
	}
	return map[string]any{
		"figure": figure.Name, "unit": figure.Unit, "input": input.Name, "input_unit": input.Unit, "target": target,
		"crossings": crossings(found.Crossings), "void": gaps(found.Void),
		"void_crossings": crossings(found.VoidCrossings),
		"poles":          append([]float64{}, found.Poles...), "undefined": gaps(found.Undefined),
		"least": end{found.Min.Input, number(found.Min.Value.Figure)},
		"most":  end{found.Max.Input, number(found.Max.Value.Figure)},
	}
}

func breakevenCSV(out io.Writer, input *explore.Input, found explore.Crossings) error {
	w := csv.NewWriter(out)
	w.Write([]string{input.Name + " [" + input.Unit + "]", "what"})
	for _, c := range found.Crossings {
		w.Write([]string{number(c.Input).cell(), way(c)})
	}
	for _, void := range found.Void {
		w.Write([]string{number(void.Low).cell(), "void from here"}) // where the burden says nothing
		w.Write([]string{number(void.High).cell(), "void to here"})
	}
	w.Flush()
	return w.Error()
}
