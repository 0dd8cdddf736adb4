package engine

import (
	"encoding/json"
	"math"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	section "github.com/gasburden/gasburden/web/explore"
	"github.com/gasburden/gasburden/web/words"
)

// Typed are the texts of number fields, as the reader typed them; nil for those that the question does not have.
type Typed struct {
	Target *string `json:"target,omitempty"` // in percent of figures that are shares
	Runs   *string `json:"runs,omitempty"`
	Seed   *string `json:"seed,omitempty"`
	Block  *string `json:"block,omitempty"`
}

// understand reads what was typed into the request.
func (r *Request) understand() error {
	t := &r.Typed
	if t.Target != nil && !r.Begins {
		figure, err := explore.FigureNamed(r.Figure)
		if err != nil {
			return err
		}
		if r.Target, err = readTarget(*t.Target, figure.Unit); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		text      *string
		name      string
		low, high float64
		take      func(v float64)
	}{
		{t.Runs, "runs", explore.MinRuns, explore.MaxRuns, func(v float64) { r.Runs = int(v) }},
		{t.Seed, "seed", 1, section.MaxSeed, func(v float64) { seed := uint64(v); r.Seed = &seed }},
		{t.Block, "block length", 1, explore.HistoryDays, func(v float64) { r.Block = int(v) }},
	} {
		if f.text == nil {
			continue
		}
		unit := ""
		if f.text == t.Block {
			unit = "days"
		}
		v := numbers.Typed(*f.text, unit)
		if v.Reason != numbers.Readable || v.Value != math.Trunc(v.Value) || v.Value < f.low || v.Value > f.high {
			return &fault.Fault{Code: fault.TypedWhole, Field: f.name, Value: quoted(*f.text),
				Pairs: []string{"low", words.Exactly(f.low), "high", words.Exactly(f.high)}}
		}
		f.take(v.Value)
	}
	return nil
}

// readTarget reads the value that a figure of a unit is to cross.
func readTarget(text, unit string) (float64, error) {
	r := numbers.Typed(text, targetUnit(unit))
	if r.Reason != numbers.Readable {
		return 0, &fault.Fault{Code: fault.TypedTarget, Value: quoted(text), Pairs: []string{"unit", targetUnit(unit)}}
	}
	if strings.HasPrefix(unit, "share") {
		return r.Value / 100, nil
	}
	return r.Value, nil
}

// targetUnit is the unit in which the reader names a value of a figure.
func targetUnit(unit string) string { return strings.Replace(unit, "share", "%", 1) }

func quoted(text string) string { return "“" + text + "”" }

// read says how the text in a number field is understood, for the page to show beside it.
func (e *Engine) read(r *Request) ([]byte, error) {
	text, err := e.text(r.Language)
	if err != nil {
		return nil, err
	}
	out := struct {
		Said    string `json:"said"`    // "" for plain digits
		Refused bool   `json:"refused"` // the question would be
	}{Refused: r.understand() != nil}
	t := &r.Typed
	for _, f := range []*string{t.Target, t.Runs, t.Seed, t.Block} {
		if f == nil {
			continue
		}
		unit := ""
		switch f {
		case t.Block:
			unit = "days"
		case t.Target:
			if figure, err := explore.FigureNamed(r.Figure); err == nil {
				unit = targetUnit(figure.Unit)
			}
		}
		if v := numbers.Typed(*f, unit); v.Reason == numbers.Readable && !v.Plain {
			out.Said = words.Fill(text.ReadAs, "n", words.Exactly(v.Value))
		}
	}
	return json.Marshal(out)
}
