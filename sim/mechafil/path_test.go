package mechafil_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

func TestPathJSONRoundTrip(t *testing.T) {
	for _, c := range []struct {
		path mechafil.Path
		text string
	}{
		{mechafil.Constant(0.5), "0.5"},
		{mechafil.Constant(0), "0"},
		{mechafil.Path{1, 0.30000000000000004, math.SmallestNonzeroFloat64, math.MaxFloat64},
			"[1,0.30000000000000004,5e-324,1.7976931348623157e+308]"},
		{mechafil.Path{0.5, 0.5}, "[0.5,0.5]"},
		{mechafil.Path{}, "[]"},
	} {
		text, err := json.Marshal(c.path)
		if err != nil || string(text) != c.text {
			t.Errorf("%v is written as %s (%v), want %s", c.path, text, err, c.text)
		}
		var back mechafil.Path
		if err := json.Unmarshal(text, &back); err != nil || !slices.Equal(back, c.path) {
			t.Errorf("%s reads back as %v (%v), want %v", text, back, err, c.path)
		}
	}
}

// TestPathJSONFaults: a fault names the entry and leaves the path as it was.
func TestPathJSONFaults(t *testing.T) {
	for _, c := range []struct{ text, part string }{
		{`"0.5"`, `"0.5"`}, {`true`, "true"}, {`{}`, "{}"}, {`1e999`, "1e999"}, {`null`, "null"},
		{`[1, null]`, "entry 1 is null"}, {`[1, 2, "3"]`, `entry 2 is "3"`}, {`[[1]]`, "entry 0 is [1]"},
		{`[1e999]`, "entry 0 is 1e999"},
	} {
		path := mechafil.Constant(7)
		mustName(t, c.text, path.UnmarshalJSON([]byte(c.text)), c.part)
		if !slices.Equal(path, mechafil.Constant(7)) {
			t.Errorf("%s: the path became %v", c.text, path)
		}
	}
}

func TestPathScalar(t *testing.T) {
	for _, c := range []struct {
		path     mechafil.Path
		value    float64
		constant bool
	}{
		{mechafil.Constant(0.3), 0.3, true},
		{mechafil.Path{0.3, 0.3, 0.3}, 0.3, true},
		{mechafil.Path{0.3, 0.3, 0.4}, 0.3, false},
		{nil, 0, false},
	} {
		if value, constant := c.path.Scalar(); value != c.value || constant != c.constant {
			t.Errorf("%v: %v %v, want %v %v", c.path, value, constant, c.value, c.constant)
		}
	}
}
