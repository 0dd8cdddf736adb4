package e2e

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// How full blocks are: the layers have the command line's numbers and are drawn one on another in their colours, the
// names of the loads across the chart touch neither each other nor its ends, and a fixed price takes the chart away.
func TestBlockSpaceChart(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=2&snapshot=2023-07-31&rates=0.75&days=1095", 1280, 900, false)
	p.waitFor("the chart", `!document.getElementById('chart-blocks').hidden && !!gasburden.charts.blocks`)
	p.settle()
	r := runCLI(t, "version=2", "snapshot=2023-07-31", "fil_plus_rates=[0.75]", "horizon_days=1095")
	c := p.chartData("blocks")
	for label, name := range map[string]string{"publishing": "load_publish_tgas", "onboarding": "load_onboard_tgas",
		"proving power": "load_window_tgas", "other": "load_other_tgas"} {
		want, found := r.byDate(p, 0, name), false
		for _, s := range c.Series {
			if s.Label != label+", 75 % status quo" {
				continue
			}
			found = true
			for i, at := range c.X {
				if v := want[at] / 100; !math.IsNaN(s.Y[i]) && !(math.Abs(s.Y[i]-v) <= 1e-9*v) {
					t.Fatalf("%s of entry %d: %v drawn, the command line has %v", label, i, s.Y[i], v)
				}
			}
		}
		if !found {
			t.Errorf("no layer of %s", label)
		}
	}
	// tall enough for the least of the layers to have pixels
	js[bool](p, `() => (document.querySelector('#chart-blocks .canvas').style.height = '900px', true)`)
	p.waitFor("a taller chart", `gasburden.charts.blocks.height === 900`)
	p.settle()
	eval[bool](p, `new Promise((done) => setTimeout(done, 500, true))`) // an axis glides
	type sample struct{ Layer, Seen, Want string }
	for _, s := range js[[]sample](p, `() => {
		const u = gasburden.charts.blocks, i = u.data[0].length - 400, names = u.series.map((s) => s.label || '');
		const probe = document.body.appendChild(document.createElement('i')), out = [];
		const seen = (x, y) => String(Array.from(u.ctx.getImageData(x, y, 1, 1).data));
		let floor = 0;
		['other', 'proving power', 'onboarding', 'publishing'].forEach((name, k) => {
			const size = u.data[names.indexOf(name + ', 75 % status quo')][i];
			probe.style.color = 'var(--layer-' + (k + 1) + ')';
			const x = Math.round(u.valToPos(u.data[0][i], 'x', true));
			// The grid lies above the layers: its lines are passed over.
			const y = Math.round(u.valToPos(floor + size * 0.37, 'y', true));
			const [r, g, b] = getComputedStyle(probe).color.match(/\d+/g);
			out.push({Layer: name, Seen: seen(x, y), Want: [r, g, b, 255].join()});
			floor += size;
		});
		probe.remove();
		return out;
	}`) {
		if !nearColour(t, s.Seen, s.Want) {
			t.Errorf("%s is drawn as %s, want %s", s.Layer, s.Seen, s.Want)
		}
	}
	for _, width := range []int{360, 768, 1280} {
		p.resize(width, false)
		p.settle()
		for _, bad := range js[[]string](p, cutLabels) {
			t.Errorf("at %d px: %s", width, bad)
		}
		if named := strings.Join(drawnNames(p, "blocks"), " "); !strings.Contains(named, "fullest day") ||
			!strings.Contains(named, "gas gets") || !strings.Contains(named, "a price") {
			t.Errorf("at %d px the levels are not named: %s", width, named)
		}
	}
	if said := p.text("#fills"); !strings.Contains(said, "PiB a day") ||
		!strings.Contains(said, "if none are published") {
		t.Errorf("below the chart: %q", said)
	}
	p.screenshot("blocks")

	fixed := openPage(t, "?v=1&fee=0.4", 1280, 900, false)
	if n := fixed.count("#chart-blocks"); n != 0 {
		t.Error("a fixed price shows the chart")
	}
}

// nearColour reports whether two colours, "r,g,b,a", differ by rounding at most.
func nearColour(t testing.TB, a, b string) bool {
	from, to := strings.Split(a, ","), strings.Split(b, ",")
	for i := range from {
		if len(from) != 4 || len(to) != 4 || math.Abs(parsed(t, from[i])-parsed(t, to[i])) > 3 {
			return false
		}
	}
	return true
}

func parsed(t testing.TB, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
