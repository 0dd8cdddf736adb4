package assumption_test

import (
	"testing"

	"github.com/gasburden/gasburden/sim/simtest"
)

// TestBaseFeeDefault: the median of the last 90 days with burn and gas, the snapshot's own day not
// among them. Source: notes, section 6; the second also from network-daily.csv by hand.
func TestBaseFeeDefault(t *testing.T) {
	for _, c := range []struct {
		snapshot, first, last string
		want                  float64
	}{
		{"2023-07-31", "2023-05-02", "2023-07-30", 0.4631222098424943},
		{"2025-09-09", "2025-03-27", "2025-06-24", 0.030643733963596806},
	} {
		got, err := simtest.Inputs(t, c.snapshot).RecentBaseFee()
		if err != nil || !near(got.Median, c.want, 1e-9) || got.Values != 90 || got.First.String() != c.first ||
			got.Last.String() != c.last {
			t.Errorf("%s: %v of %d days, %s to %s (%v), want %v of 90, %s to %s", c.snapshot, got.Median, got.Values,
				got.First, got.Last, err, c.want, c.first, c.last)
		}
		if _, sc := simtest.Resolve(t, `{"snapshot": "`+c.snapshot+`"}`); sc.BaseFeeNanoFIL != got.Median {
			t.Errorf("%s: the default is %v", c.snapshot, sc.BaseFeeNanoFIL)
		}
	}
}
