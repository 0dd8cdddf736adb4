package assumption_test

import (
	"testing"

	"github.com/gasburden/gasburden/sim/simtest"
)

// TestAdoptionDefaultStart: FIP-0076's launch, or the snapshot's day where that is later.
func TestAdoptionDefaultStart(t *testing.T) {
	for snapshot, want := range map[string]string{"2023-07-31": "2024-04-24", "2025-09-09": "2025-09-09"} {
		if _, sc := simtest.Resolve(t, `{"snapshot": "`+snapshot+`"}`); sc.AdoptionStart.String() != want ||
			sc.Adoption != "full" {
			t.Errorf("%s: %s from %s, want full, and %s", snapshot, sc.Adoption, sc.AdoptionStart, want)
		}
	}
}
