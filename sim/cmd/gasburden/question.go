package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// questionFlags choose a figure, and how the answer is written.
type questionFlags struct {
	figure, on, format string
	rate               int
}

func addQuestionFlags(flags *flag.FlagSet) *questionFlags {
	q := &questionFlags{}
	flags.StringVar(&q.figure, "figure", "month_direct_over_netflow", "figure in question")
	flags.StringVar(&q.on, "on", "", "day of a day_ figure, YYYY-MM-DD")
	intFlag(flags, &q.rate, "rate", 0, "number of the FIL+ rate, from 1; the middle one if 0")
	addFormatFlag(flags, &q.format)
	return q
}

func addFormatFlag(flags *flag.FlagSet, format *string) {
	flags.StringVar(format, "format", "table", "table, json or csv")
}

func checkFormat(format string) error {
	if format != "json" && format != "csv" && format != "table" {
		return usageError{fmt.Errorf("-format is %q, want json, csv or table", format)}
	}
	return nil
}

// question checks the flags.
func (q *questionFlags) question() (explore.Question, explore.Figure, error) {
	out := explore.Question{Figure: q.figure, Rate: q.rate - 1}
	if q.rate < 0 {
		return out, explore.Figure{},
			usageError{fmt.Errorf("-rate is %d, want the number of a FIL+ rate, or 0 for the middle one", q.rate)}
	}
	figure, err := explore.FigureNamed(q.figure)
	if err != nil {
		return out, figure, usageError{fmt.Errorf("-%w", err)}
	}
	if figure.OnDay != (q.on != "") {
		return out, figure, usageError{fmt.Errorf(
			"-on is %q with -figure %s, want a day with day_ figures and none with others", q.on, q.figure)}
	}
	if figure.OnDay {
		if out.On, err = day.Parse(q.on); err != nil {
			return out, figure, usageError{fmt.Errorf("-on: %w", err)}
		}
	}
	return out, figure, checkFormat(q.format)
}

// history is that of the inputs, from all published figures: the inputs of a link carry only those around its
// snapshot.
func history(in *assumption.Inputs) (*explore.History, error) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	return explore.NewHistory(daily, in.Snapshot.Current, explore.HistoryDays), nil
}

// finish does a piece of work and tells stderr about it where that takes a while.
func finish(w explore.Work, name string, stderr io.Writer) error {
	const slice, pause = 5, time.Second
	next, told := time.Now().Add(pause), false
	for {
		done, err := w.Step(slice)
		if err != nil || done {
			if told {
				fmt.Fprintln(stderr)
			}
			return err
		}
		if now := time.Now(); now.After(next) {
			p := w.Progress()
			fmt.Fprintf(stderr, "\rgasburden %s: %d of %d", name, p.Done, p.Total)
			next, told = now.Add(pause), true
		}
	}
}

// number is a float64 that is null in JSON where it is undefined.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// cell is the number in CSV; empty where it is undefined.
func (n number) cell() string {
	return string(numbers.Append(nil, float64(n), -1, ""))
}

// show is a figure for a reader.
func show(v float64, unit string) string {
	switch {
	case math.IsNaN(v):
		return "-"
	case strings.HasPrefix(unit, "share"):
		text := numbers.General(100*v, 4) + " %"
		if rest := strings.TrimPrefix(unit, "share"); rest != "" {
			text += " a " + rest[1:]
		}
		return text
	}
	return numbers.General(v, 6) + " " + unit
}

// showInput is an input's value for a reader.
func showInput(in *explore.Input, v float64) string {
	switch {
	case in.Choices != nil:
		return in.Choices[int(v)]
	case in.Date:
		return day.Day(v).String()
	}
	return numbers.General(v, 6)
}

// inputJSON is an input's value as the scenario JSON has it.
func inputJSON(in *explore.Input, v float64) any {
	switch {
	case in.Name == "burn_feedback":
		return v == 1
	case in.Choices != nil || in.Date:
		return showInput(in, v)
	}
	return number(v)
}

func writeJSON(out io.Writer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(v)
}

// valueJSON is a figure of a run in JSON.
type valueJSON struct {
	Figure number `json:"figure"`
	Reason string `json:"reason,omitempty"` // why it is null
	Poles  int    `json:"poles,omitempty"`  // flows in its denominators that are not positive
}

func toJSON(v explore.Value) valueJSON { return valueJSON{number(v.Figure), string(v.Reason), v.Poles} }
