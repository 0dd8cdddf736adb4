package mechafil_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// mustName fails unless the error's text holds every part.
func mustName(t *testing.T, what string, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: no error", what)
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%s: error %q does not name %q", what, err, part)
		}
	}
}

func TestForecastRanges(t *testing.T) {
	const horizon = 10
	s := snapshots(t)[0]
	for _, in := range inputs() {
		legal := fmt.Sprintf("%v..%v", in.min, in.max)
		bad := []float64{in.min - 1, in.max + 1, math.Nextafter(in.min, -1), math.Nextafter(in.max, 1e9), math.NaN(),
			math.Inf(1), math.Inf(-1)}
		if in.whole {
			bad = bad[:2]
		}
		for _, v := range bad {
			f := defaultForecast(horizon)
			in.set(&f, mechafil.Constant(v))
			value := fmt.Sprint(v)
			_, err := mechafil.Simulate(s, &f)
			mustName(t, in.name, err, in.name, value, legal)
			if in.whole {
				continue
			}
			vector := slices.Repeat(mechafil.Path{in.min}, horizon)
			vector[7] = v
			in.set(&f, vector)
			_, err = mechafil.Simulate(s, &f)
			mustName(t, in.name+" vector", err, in.name, "entry 7", value, legal)
		}
		for _, v := range []float64{in.min, in.max} {
			f := defaultForecast(horizon)
			in.set(&f, mechafil.Constant(v))
			if err := f.Validate(); err != nil {
				t.Errorf("%s %v is legal: %v", in.name, v, err)
			}
		}
	}
}

func TestForecastHorizon(t *testing.T) {
	for _, days := range []int{math.MinInt32, -1, 0, 7301, math.MaxInt32} {
		f := defaultForecast(days)
		mustName(t, "horizon", f.Validate(), "horizon_days", strconv.Itoa(days), "1..7300")
	}
}

func TestForecastVectorLengths(t *testing.T) {
	const horizon = 10
	for _, in := range inputs() {
		if in.whole {
			continue
		}
		for _, length := range []int{0, 2, horizon - 1, horizon + 1} {
			f := defaultForecast(horizon)
			in.set(&f, slices.Repeat(mechafil.Path{in.min}, length))
			mustName(t, in.name, f.Validate(), in.name, fmt.Sprintf("has %d values", length), "horizon_days = 10",
				fmt.Sprintf("%v..%v", in.min, in.max))
		}
	}
}

func TestForecastNames(t *testing.T) {
	f := defaultForecast(10)
	f.GammaWeighting, f.PledgeBase = "mean", ""
	mustName(t, "names", f.Validate(), "gamma_weighting", `"mean"`, `"arithmetic"`, `"geometric"`, `"harmonic"`,
		"pledge_base", `""`, `"circulating"`, `"available"`)
}

// TestForecastReportsAll: one error tells every fault.
func TestForecastReportsAll(t *testing.T) {
	mustName(t, "the zero forecast", (&mechafil.Forecast{}).Validate(), "horizon_days", "sector_duration_days",
		"gamma_weighting", "pledge_base")
	f := defaultForecast(10)
	f.Gamma, f.LockTarget, f.SectorDurationDays = mechafil.Constant(2), mechafil.Path{}, 5
	mustName(t, "three faults", f.Validate(), "gamma is 2", "lock_target has 0 values",
		"sector_duration_days is 5, want a whole number in 180..1900")
}
