package e2e

import (
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A cliResult is what `gasburden run -format json` prints, as far as the tests need it.
type cliResult struct {
	Scenario struct {
		Snapshot string `json:"snapshot"`
	} `json:"scenario"`
	Dates []string `json:"dates"`
	Runs  []struct {
		FILPlusRate any                   `json:"fil_plus_rate"`
		Series      map[string][]*float64 `json:"series"`
		Offsets     map[string]int        `json:"offsets"`
	} `json:"runs"`
	Bands struct {
		DayFactors  [][]float64 `json:"day_factors"`
		MeanFactors [][]float64 `json:"mean_factors"`
	} `json:"bands"`
}

var commandLine = sync.OnceValues(func() (string, error) {
	path := filepath.Join(work, "gasburden")
	cmd := exec.Command("go", "build", "-o", path, "./sim/cmd/gasburden")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the command line: %w\n%s", err, out)
	}
	return path, nil
})

// runCLI runs the scenario on the command line; sets are key=value.
func runCLI(t testing.TB, sets ...string) cliResult {
	t.Helper()
	args := []string{"run", "-format", "json"}
	for _, s := range sets {
		args = append(args, "-set", s)
	}
	return runCommand(t, args)
}

// runPreset runs a preset on the command line.
func runPreset(t testing.TB, name string) cliResult {
	t.Helper()
	return runCommand(t, []string{"run", "-format", "json", "-preset", name})
}

func runCommand(t testing.TB, args []string) cliResult {
	t.Helper()
	path, err := commandLine()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("gasburden %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	var r cliResult
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("gasburden %s: %v", strings.Join(args, " "), err)
	}
	return r
}

// byDate is a series of the command line in percent, by unix seconds; undefined values are NaN.
func (r cliResult) byDate(t testing.TB, run int, name string) map[float64]float64 {
	t.Helper()
	values, ok := r.Runs[run].Series[name]
	if !ok {
		t.Fatalf("run %d of the command line has no series %q", run, name)
	}
	m := make(map[float64]float64, len(values))
	for i, v := range values {
		day, err := time.Parse(time.DateOnly, r.Dates[i+r.Runs[run].Offsets[name]])
		if err != nil {
			t.Fatal(err)
		}
		y := math.NaN()
		if v != nil {
			y = 100 * *v
		}
		m[float64(day.Unix())] = y
	}
	return m
}

// compareCLI checks that the chart draws, for each run of r, the series solid as a solid and dashed as a dashed line,
// to 1e-9 relative wherever the chart has a value. What it leaves out must be unreadable: a ratio to a mean flow (the
// series mean) that is not positive, or one that is larger than all that the chart draws.
func (p *tab) compareCLI(chartID string, r cliResult, solid, dashed, mean string) {
	p.Helper()
	const tolerance = 1e-9
	c := p.chartData(chartID)
	inFIL := chartID == "hero" &&
		js[string](p, `() => document.querySelector('[name=denominator]:checked').value`) == "fil"
	if inFIL { // by nothing, so that no flow leaves gaps
		solid, dashed, mean = "gas_status_quo_fil", "gas_direct_fil", "netflow_mean_fil"
	}
	// Where the chart begins with the published past, nothing simulated stands beside it.
	after := math.Inf(-1)
	if first, err := time.Parse(time.DateOnly, r.Dates[0]); err == nil && c.X[0] < float64(first.Unix()) {
		if current, err := time.Parse(time.DateOnly, r.Scenario.Snapshot); err == nil {
			after = float64(current.Unix())
		}
	}
	largest := 0.0
	for _, s := range c.Series {
		if !strings.HasPrefix(s.Label, "realised") && !strings.Contains(s.Label, "band") {
			for _, y := range s.Y {
				if !math.IsNaN(y) {
					largest = max(largest, math.Abs(y))
				}
			}
		}
	}
	for run := range r.Runs {
		// DirectFIL+ has flows of its own where saved gas rebounds or lowers the burn.
		flows := map[bool]map[float64]float64{false: r.byDate(p, run, mean), true: r.byDate(p, run, "direct_"+mean)}
		for _, line := range []struct {
			name string
			dash bool
		}{{solid, false}, {dashed, true}} {
			want := r.byDate(p, run, line.name)
			for day, y := range want {
				if inFIL { // and not in percent
					want[day] = y / 100
				}
			}
			best, found := "the chart has no such line", false
			least := math.Inf(1)
			for _, s := range c.Series {
				if s.Dash != line.dash {
					continue
				}
				worst, both, missing := compareSeries(c.X, s.Y, want, func(at, y float64) bool {
					return at <= after || !inFIL && flows[line.dash][at] <= 0 || math.Abs(y) > largest
				})
				if both == 0 || worst >= least {
					continue
				}
				least = worst
				best = fmt.Sprintf("%q comes nearest: %d values drawn, %d readable ones missing, largest difference "+
					"%.3g relative", s.Label, both, missing, worst)
				found = worst <= tolerance && missing == 0
			}
			if !found {
				p.Errorf("chart %s does not draw %s of run %d (FIL+ rate %v): %s", chartID, line.name, run,
					r.Runs[run].FILPlusRate, best)
			}
		}
	}
}

// compareSeries returns the largest relative difference where the chart has a value, the number of values that both
// have, and the number of readable values that the chart lacks. A value where the command line has none is infinitely
// wrong.
func compareSeries(x, y []float64, want map[float64]float64, unreadable func(at, y float64) bool) (worst float64, both,
	missing int) {
	drawn := map[float64]bool{}
	for i, at := range x {
		if math.IsNaN(y[i]) {
			continue
		}
		w, ok := want[at]
		if !ok || math.IsNaN(w) {
			return math.Inf(1), both, missing
		}
		both++
		drawn[at] = true
		if w != y[i] {
			worst = max(worst, math.Abs(w-y[i])/max(math.Abs(w), math.Abs(y[i])))
		}
	}
	for at, w := range want {
		if !math.IsNaN(w) && !drawn[at] && !unreadable(at, w) {
			missing++
		}
	}
	return worst, both, missing
}
