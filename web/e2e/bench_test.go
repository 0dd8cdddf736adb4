package e2e

import (
	"fmt"
	"os"
	"slices"
	"testing"
)

// TestBench measures, with BENCH=1, what a moving slider costs in Chromium: the Go work of a frame (simulate, lay out
// the charts' numbers, hand them over) and the time from the input event to the frame after it. It has no limits:
// `make bench` prints the figures.
func TestBench(t *testing.T) {
	if os.Getenv("BENCH") == "" {
		t.Skip("a measurement, not a test: run make bench")
	}
	p := openPage(t, "", 1400, 1000, false)
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
	report := func(name string, ms []float64) {
		slices.Sort(ms)
		fmt.Printf("%-44s median %5.1f ms, 95th percentile %5.1f ms, %d frames\n", name, ms[len(ms)/2], ms[len(ms)*95/100], len(ms))
	}
	report("slider moves: Go work of a frame", got.Work)
	report("slider moves: event to second frame after it", got.Events)
}
