package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	var table, text bytes.Buffer
	if err := run(&table, "table"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"scaling", "0.1420", "last-90-day per PiB", "2023-05-01", "SubmitWindowedPoSt",
		"realised", "11747", "+Inf"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q", want)
		}
	}
	if err := run(&text, "json"); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Comparison []struct{ Name string }
		Folds      []struct{ Origin string }
		Tuning     []struct {
			LevelHalfLifeDays *float64 `json:"level_half_life_days"`
		}
	}
	if err := json.Unmarshal(text.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Comparison) != 10 || len(out.Tuning) != 42 || out.Tuning[6].LevelHalfLifeDays != nil ||
		out.Tuning[5].LevelHalfLifeDays == nil || out.Folds[0].Origin != "2022-01-01" {
		t.Errorf("JSON of %d models, %d choices of half-lives, folds from %s", len(out.Comparison), len(out.Tuning),
			out.Folds[0].Origin)
	}
}
