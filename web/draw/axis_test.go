package draw

import (
	"slices"
	"testing"
)

// Numbers of an axis that would be zeros to the end are powers of ten, as on the page (format.js).
func TestLittleTicks(t *testing.T) {
	bare := func(number string) string { return number }
	for _, c := range []struct {
		low, high float64
		want      []string
	}{
		{0, 1e-9, []string{"0", "2E−10", "4E−10", "6E−10", "8E−10", "1E−9"}},
		{0, 1.2e-8, []string{"0", "2.5E−9", "5E−9", "7.5E−9", "1E−8"}},
		{-2e-3, 2e-3, []string{"−0.002", "−0.001", "0", "0.001", "0.002"}},
		{0, 4000, []string{"0", "1,000", "2,000", "3,000", "4,000"}},
	} {
		var got []string
		for _, tick := range valueTicks(c.low, c.high, 5, bare) {
			got = append(got, tick.label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %q, want %q", c.low, c.high, got, c.want)
		}
	}
}
