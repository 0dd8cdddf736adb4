package sim_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// splitCSV returns the comment lines without their mark, and the rows after them.
func splitCSV(t *testing.T, r *sim.Result) (comments []string, rows [][]string) {
	t.Helper()
	text, err := r.AppendCSV(nil)
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for strings.HasPrefix(rest, "# ") {
		line, after, _ := strings.Cut(rest, "\n")
		comments, rest = append(comments, line[2:]), after
	}
	rows, err = csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return comments, rows
}

func TestCSVHoldsEverything(t *testing.T) {
	for _, text := range []string{
		`{"horizon_days": 400, "fil_plus_rates": [0.5, 1]}`,
		`{"horizon_days": 1, "smoothing_days": 365}`,
		`{"snapshot": "2025-09-09", "horizon_days": 600, "renewal_rate": 0, "raw_onboarding_pib": 0}`,
		`{"horizon_days": 3, "fil_plus_rates": [[0, 0.5, 1], 0.25], "smoothing_days": 1}`,
	} {
		result := run(t, text)
		_, rows := splitCSV(t, result)
		if want := 1 + result.Days*len(result.Runs); len(rows) != want {
			t.Fatalf("%s: %d rows, want %d", text, len(rows), want)
		}
		header := []string{"date", "run", "fil_plus_rate [share]"}
		for _, s := range result.Runs[0].Series() {
			header = append(header, fmt.Sprintf("%s [%s]", s.Name, s.Unit))
		}
		if strings.Join(rows[0], "|") != strings.Join(header, "|") {
			t.Errorf("%s: header %q", text, rows[0])
		}
		for i := range result.Runs {
			compareRows(t, text, result, i, rows[1+i*result.Days:][:result.Days])
		}
	}
}

func compareRows(t *testing.T, text string, result *sim.Result, i int, rows [][]string) {
	t.Helper()
	r := &result.Runs[i]
	for e, row := range rows {
		if row[0] != result.Date(e).String() || row[1] != itoa(i+1) {
			t.Fatalf("%s: row %d of run %d begins %q", text, e, i, row[:2])
		}
		rate := ""
		if k := e - result.HistoryDays - 1; len(r.FILPlusRate) == 1 || k >= 0 {
			rate = strconv.FormatFloat(r.FILPlusRate.At(max(k, 0)), 'g', -1, 64)
		}
		if row[2] != rate {
			t.Fatalf("%s: rate %q on row %d of run %d, want %q", text, row[2], e, i, rate)
		}
	}
	for column, s := range r.Series() {
		for e, row := range rows {
			want := math.NaN()
			if k := e - s.Offset; k >= 0 && k < len(s.Values) {
				want = s.Values[k]
			}
			cell := row[3+column]
			if math.IsNaN(want) {
				if cell != "" {
					t.Fatalf("%s: %s is %q on row %d, want nothing", text, s.Name, cell, e)
				}
				continue
			}
			if got, err := strconv.ParseFloat(cell, 64); err != nil || got != want {
				t.Fatalf("%s: %s is %q on row %d, want %v", text, s.Name, cell, e, want)
			}
		}
	}
}

// TestCSVComments: the comment lines hold the whole scenario, field by field in JSON, and the
// warnings; read back they give the same scenario.
func TestCSVComments(t *testing.T) {
	result := run(t, `{"snapshot": "2025-09-09", "horizon_days": 2, "fil_plus_rates": [[0, 1], 0.5],
		"pledge_base": "available"}`)
	comments, _ := splitCSV(t, result)
	var fields []*assumption.Row
	for _, f := range assumption.Rows() {
		if result.Scenario.Has(f) {
			fields = append(fields, f)
		}
	}
	if len(comments) != 1+len(fields)+len(result.Warnings) {
		t.Fatalf("%d comment lines for %d fields and %d warnings", len(comments), len(fields), len(result.Warnings))
	}
	overrides := assumption.Overrides{}
	for i, f := range fields {
		name, rest, _ := strings.Cut(comments[1+i], " = ")
		value, ok := strings.CutSuffix(rest, " ["+f.Unit+"]")
		if name != f.Name || !ok || !json.Valid([]byte(value)) {
			t.Errorf("comment %q, want field %s in %s", comments[1+i], f.Name, f.Unit)
		}
		overrides[name] = json.RawMessage(value)
	}
	back, err := overrides.Resolve(simtest.Inputs(t, "2025-09-09"))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(back)
	want, _ := json.Marshal(result.Scenario)
	if string(got) != string(want) {
		t.Errorf("the comments give %s\nwant              %s", got, want)
	}
	for i := range result.Warnings {
		if line := comments[1+len(fields)+i]; line != "warning: "+result.Warnings[i].Message() {
			t.Errorf("comment %q", line)
		}
	}
}

// TestSeriesUnits: each unit is one of those that Series documents.
func TestSeriesUnits(t *testing.T) {
	units := map[string]bool{"EiB": true, "PiB/day": true, "FIL": true, "FIL/day": true, "Ggas/day": true,
		"share": true, "share/day": true, "days": true, "1": true}
	suffixes := map[string][]string{
		"_eib": {"EiB"}, "_pib": {"PiB/day"}, "_fil": {"FIL", "FIL/day"}, "_ggas": {"Ggas/day"}, "_days": {"days"},
	}
	seen := map[string]bool{}
	for _, s := range runDefault(t, "2023-07-31").Runs[0].Series() {
		if seen[s.Name] || !units[s.Unit] {
			t.Errorf("%s [%s]: named twice, or no such unit", s.Name, s.Unit)
		}
		seen[s.Name] = true
		for suffix, legal := range suffixes {
			if strings.HasSuffix(s.Name, suffix) && s.Unit != legal[0] && s.Unit != legal[len(legal)-1] {
				t.Errorf("%s is in %s", s.Name, s.Unit)
			}
		}
	}
}
