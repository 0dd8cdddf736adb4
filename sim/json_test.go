package sim_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// document is the JSON form of a result, as the issue gives it.
type document struct {
	Scenario json.RawMessage `json:"scenario"`
	Dates    []string        `json:"dates"`
	Runs     []struct {
		FILPlusRate any                   `json:"fil_plus_rate"`
		Series      map[string][]*float64 `json:"series"`
		Offsets     map[string]int        `json:"offsets"`
		Summary     map[string]any        `json:"summary"`
	} `json:"runs"`
	Warnings []struct {
		Code, Series, Message string
		FILPlusRate           any `json:"fil_plus_rate"`
		Count                 int
		First, Last           string
		Spans                 []struct{ First, Last string }
	} `json:"warnings"`
}

func decodeJSON(t *testing.T, r *sim.Result) document {
	t.Helper()
	text, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatalf("the result is no JSON: %v", err)
	}
	return d
}

// equalValue reports whether a decoded number is v to the last bit, null where v is undefined.
func equalValue(decoded *float64, v float64) bool {
	if math.IsNaN(v) {
		return decoded == nil
	}
	return decoded != nil && *decoded == v
}

// TestJSONHoldsEverything: scenario, dates and every series come back exactly, padded with nulls
// where the network ended, with the offsets of those that start later.
func TestJSONHoldsEverything(t *testing.T) {
	for _, text := range []string{
		`{}`,
		`{"horizon_days": 1, "smoothing_days": 365}`,
		`{"snapshot": "2025-09-09", "horizon_days": 600, "renewal_rate": 0, "raw_onboarding_pib": 0,
			"fil_plus_rates": [0.8]}`,
		`{"horizon_days": 3, "fil_plus_rates": [[0, 0.5, 1], 0.25], "smoothing_days": 1}`,
	} {
		result := run(t, text)
		d := decodeJSON(t, result)
		overrides, err := assumption.ParseScenario(d.Scenario)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := overrides.Resolve(simtest.Inputs(t, result.Scenario.Snapshot)); err != nil ||
			!reflect.DeepEqual(back, result.Scenario) {
			t.Errorf("%s: the scenario comes back as %+v (%v)", text, back, err)
		}
		if len(d.Dates) != result.Days || len(d.Runs) != len(result.Runs) || len(d.Warnings) != len(result.Warnings) {
			t.Fatalf("%s: %d dates, %d runs, %d warnings", text, len(d.Dates), len(d.Runs), len(d.Warnings))
		}
		for e, date := range d.Dates {
			if date != result.Date(e).String() {
				t.Fatalf("%s: date %d is %s", text, e, date)
			}
		}
		for i := range result.Runs {
			compareDecoded(t, text, result, i, d)
		}
	}
}

func compareDecoded(t *testing.T, text string, result *sim.Result, i int, d document) {
	t.Helper()
	r, got := &result.Runs[i], d.Runs[i]
	series := r.Series()
	if len(got.Series) != len(series) {
		t.Errorf("%s: %d series, want %d", text, len(got.Series), len(series))
	}
	for _, s := range series {
		values, ok := got.Series[s.Name]
		if !ok || len(values) != s.Length {
			t.Errorf("%s: %s has %d values, want %d", text, s.Name, len(values), s.Length)
			continue
		}
		if offset, ok := got.Offsets[s.Name]; offset != s.Offset || ok != (s.Offset > 0) {
			t.Errorf("%s: %s starts at %d (given %v), want %d", text, s.Name, offset, ok, s.Offset)
		}
		for k, decoded := range values {
			v := math.NaN()
			if k < len(s.Values) {
				v = s.Values[k]
			}
			if math.IsInf(v, 0) || !equalValue(decoded, v) {
				t.Errorf("%s: %s[%d] comes back as %v, want %v", text, s.Name, k, decoded, v)
				break
			}
		}
	}
	if month := got.Summary["month"]; month != r.Summary.Month.YearMonth() {
		t.Errorf("%s: month %v", text, month)
	}
	for _, f := range r.Summary.Figures() {
		v, ok := got.Summary[f.Name]
		number, _ := v.(float64)
		if !ok || (v == nil) != math.IsNaN(f.Value) || v != nil && number != f.Value {
			t.Errorf("%s: summary %s is %v (given %v), want %v", text, f.Name, v, ok, f.Value)
		}
	}
}

// TestJSONNames: every series of the reference files is there under its name.
func TestJSONNames(t *testing.T) {
	d := decodeJSON(t, runDefault(t, "2023-07-31"))
	names := map[string]string{}
	for name := range readStudy(t).Runs[0].Series {
		names[name] = "study-burden"
	}
	data, err := references.ReadFile("mechafil/testdata/mechafil-study-fpr050.json")
	if err != nil {
		t.Fatal(err)
	}
	var network struct{ Series map[string]any }
	if err := json.Unmarshal(data, &network); err != nil {
		t.Fatal(err)
	}
	for name := range network.Series {
		names[name] = "mechafil-study-fpr050"
	}
	if len(names) != 13+25 {
		t.Errorf("%d names in the reference files", len(names))
	}
	for name, file := range names {
		if _, ok := d.Runs[0].Series[name]; !ok {
			t.Errorf("%s of %s is missing", name, file)
		}
	}
}

func TestJSONWarnings(t *testing.T) {
	result := run(t, `{"snapshot": "2025-09-09", "horizon_days": 600, "renewal_rate": 0, "raw_onboarding_pib": 0,
		"sector_duration_days": 1900, "fil_plus_rates": [0.8]}`)
	d := decodeJSON(t, result)
	if len(d.Warnings) < 5 {
		t.Fatalf("%d warnings", len(d.Warnings))
	}
	for i, got := range d.Warnings {
		w := &result.Warnings[i]
		if got.Code != w.Code || got.Series != w.Series || got.Message != w.Message() || got.Count != w.Days ||
			got.First != w.First.String() || got.Last != w.Last.String() || len(got.Spans) != len(w.Spans) {
			t.Errorf("%+v is written as %+v", *w, got)
		}
		if rate, _ := got.FILPlusRate.(float64); (w.Run >= 0) != (got.FILPlusRate != nil) || w.Run >= 0 && rate != 0.8 {
			t.Errorf("%s: rate %v", got.Code, got.FILPlusRate)
		}
		if got.Series != "" {
			if _, ok := d.Runs[0].Series[got.Series]; !ok {
				t.Errorf("%s concerns the unknown series %s", got.Code, got.Series)
			}
		}
	}
}
