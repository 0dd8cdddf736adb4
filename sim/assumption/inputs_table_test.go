package assumption_test

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestNetworkInputs: what mechafil takes is an assumption of the same name, with the same legal values.
func TestNetworkInputs(t *testing.T) {
	for _, in := range mechafil.Inputs() {
		name := in.Name
		if name == "fil_plus_rate" {
			name = "fil_plus_rates" // one run each
		}
		a, err := assumption.Named(name)
		if err != nil || a.Range != in.Range || !slices.Equal(a.Choices, in.Choices) {
			t.Errorf("%s: %+v, %v", in.Name, a, err)
		}
	}
}
