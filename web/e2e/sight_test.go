package e2e

import "testing"

// Charts out of sight wait while a slider moves, and have the new numbers once it rests: those of a fresh tab.
func TestChartsOutOfSightFollowAtRest(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 700, false)
	if seen := js[string](p, `() => gasburden.inSight()`); seen == "" || len(seen) > len("hero,blocks") {
		t.Errorf("in sight: %q", seen)
	}
	p.settle()
	before := p.chartData("ratio")
	moved := js[bool](p, `async (s) => {
		const e = document.querySelector(s), frame = () => new Promise((next) => requestAnimationFrame(next));
		const sum = (id) => gasburden.charts[id].data.reduce((a, c) => c.reduce((b, v) => b + (v || 0), a), 0);
		const ratio = sum('ratio'), hero = sum('hero');
		for (let i = 0; i < 12; i++) {
			e.value = 2 + i;
			e.dispatchEvent(new Event('input', {bubbles: true}));
			await frame();
			if (sum('hero') !== hero) return sum('ratio') === ratio; // before a pause that looks like rest
		}
		return false;
	}`, "#range-"+onboarding)
	if !moved {
		t.Error("while the slider moves the chart in sight stands still, or one out of sight follows")
	}
	p.settle()
	link := js[string](p, `() => location.search`)
	after, fresh := p.chartData("ratio"), openPage(t, link, 1280, 700, false).chartData("ratio")
	if link == "" || len(after.Series) != len(fresh.Series) {
		t.Fatalf("%q: %d curves, in a fresh tab %d", link, len(after.Series), len(fresh.Series))
	}
	last := len(fresh.Series[0].Y) - 2
	if got, want := after.Series[0].Y[last], fresh.Series[0].Y[last]; got != want || got == before.Series[0].Y[last] {
		t.Errorf("at rest the ratio ends at %v, in a fresh tab at %v, before at %v", got, want, before.Series[0].Y[last])
	}
}
