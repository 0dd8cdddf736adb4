package assumption_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// property is what the tests read of a field's schema.
type property struct {
	Description      string
	Type             string
	Enum             []string
	Minimum, Maximum *float64
	AnyOf            []property
	Items            *property
	MinItems         *int
	MaxItems         *int
	AllOf            []struct{ Pattern string }
}

func readSchema(t *testing.T) map[string]property {
	t.Helper()
	text := assumption.Schema(assets.SnapshotNames())
	if again := assumption.Schema(assets.SnapshotNames()); !bytes.Equal(text, again) {
		t.Error("twice the same names, two schemas")
	}
	var schema struct {
		Schema               string `json:"$schema"`
		AdditionalProperties *bool
		Properties           map[string]property
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(schema.Schema, "/draft/2020-12/schema") || schema.AdditionalProperties == nil ||
		*schema.AdditionalProperties {
		t.Errorf("%.200s", text)
	}
	return schema.Properties
}

// Whether the schema accepts what a run accepts is tested with a validator, see web/module.test.mjs.
func TestSchemaFollowsTheFields(t *testing.T) {
	properties := readSchema(t)
	if len(properties) != len(assumption.Rows()) {
		t.Errorf("%d properties, %d fields", len(properties), len(assumption.Rows()))
	}
	for _, f := range assumption.Rows() {
		p, ok := properties[f.Name]
		if !ok || !strings.Contains(p.Description, f.Meaning) || !strings.Contains(p.Description, f.Source) {
			t.Errorf("%s: %+v", f.Name, p)
			continue
		}
		number := p
		switch f.Kind {
		case assumption.Choice:
			want := f.Choices
			if f.Name == "snapshot" {
				want = assets.SnapshotNames()
			}
			if f.Dates { // or a day, below
				p.Enum = p.AnyOf[0].Enum
			}
			if !slices.Equal(p.Enum, want) {
				t.Errorf("%s: %q, want %q", f.Name, p.Enum, want)
			}
			continue
		case assumption.Date:
			continue // below
		case assumption.Switch:
			if p.Type != "boolean" {
				t.Errorf("%s is a %s", f.Name, p.Type)
			}
			continue
		case assumption.Rates:
			if *p.MinItems != assumption.MinRates || *p.MaxItems != assumption.MaxRates {
				t.Errorf("%s: %d to %d items", f.Name, *p.MinItems, *p.MaxItems)
			}
			number = p.Items.AnyOf[0]
		case assumption.Daily:
			number = p.AnyOf[0]
			if vector := p.AnyOf[1]; *vector.Items.Minimum != f.Range.Min || *vector.Items.Maximum != f.Range.Max {
				t.Errorf("%s: vectors of %v to %v", f.Name, *vector.Items.Minimum, *vector.Items.Maximum)
			}
		}
		if *number.Minimum != f.Range.Min || *number.Maximum != f.Range.Max ||
			(number.Type == "integer") != (f.Kind == assumption.Whole || f.Wholes) {
			t.Errorf("%s: %s of %v to %v, want %v", f.Name, number.Type, *number.Minimum, *number.Maximum, f.Range)
		}
	}
}

// The pattern of days is held against the calendar: every day of 90 years, and what is none.
func TestSchemaOfDays(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep of many runs: as WebAssembly, the tests of single numbers will do")
	}
	var patterns []*regexp.Regexp
	for _, p := range readSchema(t)["adoption_start"].AllOf {
		patterns = append(patterns, regexp.MustCompile(p.Pattern))
	}
	accepted := func(text string) bool {
		return !slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return !p.MatchString(text) })
	}
	in := simtest.Inputs(t, assets.StudySnapshot)
	legal := func(text string) bool {
		sc, err := assumption.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		if sc.AdoptionStart, err = day.Parse(text); err != nil {
			return false
		}
		return sc.Validate() == nil
	}
	days := 0
	for d := day.Of(2015, 1, 1); d < day.Of(2105, 1, 1); d++ {
		if got, want := accepted(d.String()), legal(d.String()); got != want {
			t.Errorf("%s: %v, want %v", d, got, want)
		} else if got {
			days++
		}
	}
	if days < 28000 {
		t.Errorf("only %d legal days", days)
	}
	for _, text := range []string{"2023-02-29", "2024-02-30", "2100-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
		"2024-1-1", "2024-06-00", "2024-06-15T00:00", " 2024-06-15", "", "2024"} {
		if accepted(text) || legal(text) {
			t.Errorf("%q: accepted %v, legal %v", text, accepted(text), legal(text))
		}
	}
	if !accepted("2024-02-29") {
		t.Error("2024-02-29 is a day")
	}
}
