package assumption_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// FuzzParseScenario: any text is a scenario or an error that says where; what parses resolves
// twice to the same.
func FuzzParseScenario(f *testing.F) {
	for _, seed := range simtest.Seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := assumption.ParseScenario(text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "scenario JSON: line ") || !strings.Contains(err.Error(), ", column ") {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if !json.Valid(text) {
			t.Errorf("%q is no JSON, and no error", text)
		}
		written, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := assumption.ParseScenario(written); err != nil || len(back) != len(o) {
			t.Errorf("%q: written as %s, which reads as %v (%v)", text, written, back, err)
		}
	})
}
