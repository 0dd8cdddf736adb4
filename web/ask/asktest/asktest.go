// Package asktest is for tests of answers: what they are made of, and reading them.
package asktest

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/web/ask"
)

// JSON is a value as the page gets it, with nothing escaped.
func JSON(t testing.TB, v any) string {
	t.Helper()
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Rows are all rows of an answer's tables, in their order.
func Rows(a *ask.Answer) []ask.Row {
	var out []ask.Row
	for _, table := range a.Tables {
		for _, group := range table.Groups {
			out = append(out, group.Rows...)
		}
	}
	return out
}

// Row is the row of a kind and a name.
func Row(t testing.TB, a *ask.Answer, kind, name string) ask.Row {
	t.Helper()
	for _, row := range Rows(a) {
		if row.Kind == kind && row.Name == name {
			return row
		}
	}
	t.Fatalf("there is no row %s %s", kind, name)
	return ask.Row{}
}

// Numbers are the numbers that rows carry with all of their digits, in the order of the page.
func Numbers(t testing.TB, rows ...ask.Row) []float64 {
	t.Helper()
	var out []float64
	take := func(p ask.Part) {
		if p.Exact == "" {
			return
		}
		v, err := strconv.ParseFloat(p.Exact, 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	for _, row := range rows {
		for _, end := range row.Ends {
			take(end.Figure)
		}
		for _, cell := range row.Cells {
			for _, part := range cell {
				take(part)
			}
		}
	}
	return out
}
