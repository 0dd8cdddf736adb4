package evidence

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
)

// TestForecastErrors: the errors that the page has a band of are those of the rolling test, with what was known on the
// day of each forecast, to four digits after the point; and between the leads they grow from none in straight lines.
func TestForecastErrors(t *testing.T) {
	in := studyInputs(t)
	r, err := newRolling(in)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(r.Ways, func(w RollingWay) bool { return w.Name == AsKnown })
	var figure string
	var list []sim.ForecastError
	for _, e := range r.Ways[i].Errors {
		if e.Figure != figure {
			figure, list = e.Figure, sim.ForecastErrors(e.Figure)
			if len(list) != len(rollingMonths) {
				t.Errorf("%s has %d leads, want %d", figure, len(list), len(rollingMonths))
			}
		}
		want := sim.ForecastError{Figure: e.Figure, Months: e.Months, N: len(e.Errors),
			Least: math.Round(1e4*slices.Min(e.Errors)) / 1e4, Most: math.Round(1e4*slices.Max(e.Errors)) / 1e4}
		if at := slices.Index(rollingMonths, e.Months); at >= len(list) || list[at] != want {
			t.Errorf("the page has another error than {%q, %d, %d, %v, %v}", e.Figure, e.Months, len(e.Errors),
				want.Least, want.Most)
			continue
		}
		// What the least and the greatest error make of a figure of 1.
		low, high := sim.ForecastRange(e.Figure, int(math.Round(float64(e.Months)*365/12)))
		if math.Abs(1/low-1-max(0, want.Most)) > 0.003 || math.Abs(1/high-1-min(0, want.Least)) > 0.003 {
			t.Errorf("%s after %d months lies in %v to %v", e.Figure, e.Months, low, high)
		}
		if !(low <= 1 && 1 <= high) {
			t.Errorf("%s after %d months: %v to %v does not hold the forecast", e.Figure, e.Months, low, high)
		}
	}
	for days, ok := range map[int]bool{-1: false, 0: true, 40: true, 365: true, 366: false} {
		if low, high := sim.ForecastRange("gas_publish_ggas", days); math.IsNaN(low) == ok || math.IsNaN(high) == ok {
			t.Errorf("after %d days: %v to %v", days, low, high)
		}
	}
	if low, high := sim.ForecastRange("gas_publish_ggas", 0); low != 1 || high != 1 {
		t.Errorf("on the snapshot's day: %v to %v", low, high)
	}
}
