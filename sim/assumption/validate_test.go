package assumption_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestFields: what the fields say of themselves is what validation does.
func TestFields(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	for _, f := range assumption.Rows() {
		if f.Unit == "" || f.Meaning == "" || f.Source == "" || f.Legal().String() == "" {
			t.Errorf("%s is not described", f.Name)
		}
		if found, err := assumption.Named(f.Name); err != nil || found.Name != f.Name {
			t.Errorf("%s is not found: %v", f.Name, err)
		}
		switch f.Kind {
		case assumption.Choice, assumption.Date, assumption.Switch:
			checkNames(t, in, f)
			continue
		}
		for _, c := range []struct {
			value float64
			legal bool
		}{{f.Range.Min, true}, {f.Range.Max, true}, {f.Range.Min - 1, false}, {f.Range.Max + 1, false}} {
			o := assumption.Overrides{}
			if err := o.Set(f.Name, string(simtest.JSON(t, c.value))); err != nil {
				t.Fatal(err)
			}
			if _, err := o.Resolve(in); (err == nil) != c.legal {
				t.Errorf("%s = %v: %v", f.Name, c.value, err)
			}
		}
	}
}

// checkNames sets a field that takes no number to what it may be, and to what it may not.
func checkNames(t *testing.T, in *assumption.Inputs, f *assumption.Row) {
	t.Helper()
	legal, illegal := f.Choices, []string{"", "neither", "[]", "0", "null"}
	switch f.Kind {
	case assumption.Date:
		legal, illegal = []string{"2020-10-15", "2024-02-29", "2100-01-01"},
			append(illegal, "2020-10-14", "2100-01-02", "2023-02-29", "2024-1-1", "true")
	case assumption.Switch:
		legal, illegal = []string{"true", "false", " true "}, append(illegal, "TRUE", `"true"`, "1")
	}
	if f.Name == "snapshot" {
		legal = []string{in.Snapshot.Name}
	}
	for _, text := range legal {
		o := assumption.Overrides{}
		if err := o.Set(f.Name, text); err != nil {
			t.Errorf("%s = %q: %v", f.Name, text, err)
			continue
		}
		sc, err := o.Resolve(in)
		if err != nil {
			t.Errorf("%s = %q: %v", f.Name, text, err)
		}
		if !sc.Has(f) {
			continue
		}
		var keys map[string]any
		if err := json.Unmarshal(simtest.JSON(t, sc), &keys); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(keys[f.Name]); got != strings.TrimSpace(text) {
			t.Errorf("%s = %q resolves to %s", f.Name, text, got)
		}
	}
	for _, text := range illegal {
		o := assumption.Overrides{}
		err := o.Set(f.Name, text)
		if err == nil {
			_, err = o.Resolve(in)
		}
		simtest.WantNamed(t, err, f.Name+" is ")
	}
}
