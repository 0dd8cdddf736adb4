package e2e

import (
	"fmt"
	"os"
	"slices"
	"testing"
)

// costliest is the scenario of three FIL+ rates and three years that takes longest to compute.
const costliest = "?v=1&snapshot=2025-09-09&rates=0,0.5,1&messages=onboarding&adoption=logistic&start=2020-10-15&ramp=7300" +
	"&rebound=0.5&feedback=true&sector=180&gamma=0.76&weighting=geometric&pledge=available"

// TestBench measures, with BENCH=1, what a moving slider costs in Chromium: the Go work of a frame (simulate, lay out
// the charts' numbers, hand them over) and the time from the input event to the frame after it. It has no limits:
// `make bench` prints the figures.
func TestBench(t *testing.T) {
	if os.Getenv("BENCH") == "" {
		t.Skip("a measurement, not a test: run make bench")
	}
	for _, c := range []struct{ name, query string }{{"default", ""}, {"costliest", costliest}} {
		benchSlider(t, c.name, c.query)
	}
}

func benchSlider(t *testing.T, name, query string) {
	p := openPage(t, query, 1400, 1000, false)
	if query != "" {
		p.waitFor("the snapshot of the link",
			`document.getElementById('input-snapshot').value === '2025-09-09' &&
				document.getElementById('input-rebound').value === '50'`)
	}
	type figures struct {
		Work   []float64 `json:"work"`
		Events []float64 `json:"events"`
	}
	got := js[figures](p, `async (s) => {
		const e = document.querySelector(s), frame = () => new Promise((next) => requestAnimationFrame(next));
		window.gasburden.timings.length = 0;
		const events = [];
		for (let i = 0; i < 200; i++) {
			e.value = 2 + i * 0.05;
			const start = performance.now();
			e.dispatchEvent(new Event('input', {bubbles: true}));
			await frame();
			await frame();
			events.push(performance.now() - start);
		}
		return {work: window.gasburden.timings, events};
	}`, "#range-"+onboarding)
	report := func(what string, ms []float64) {
		slices.Sort(ms)
		fmt.Printf("%-56s median %5.1f ms, 95th percentile %5.1f ms, %d frames\n", name+", "+what, ms[len(ms)/2],
			ms[len(ms)*95/100], len(ms))
	}
	report("slider moves: Go work of a frame", got.Work)
	report("slider moves: event to second frame after it", got.Events)
}
