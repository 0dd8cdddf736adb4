package assumption_test

import (
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// TestPast: an assumption is varied over its own history if it has one.
func TestPast(t *testing.T) {
	for _, a := range assumption.Rows() {
		if (a.Past != nil) != (a.Vary.Basis == assumption.OwnHistory) {
			t.Errorf("%s: past %v, basis %s", a.Name, a.Past != nil, a.Vary.Basis)
		}
	}
}
