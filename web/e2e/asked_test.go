package e2e

import (
	"testing"
)

// The key of an ensemble's chart shows each band in its shade.
func TestBandsHaveTheirShades(t *testing.T) {
	p := explore(t, "?v=1", 1280, false)
	p.setField("ensemble-runs", "40")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	shades := js[[]float64](p, `() => [...document.querySelectorAll('#explore-ensemble [data-chart]')].slice(0, 1).flatMap((c) => [...c.querySelectorAll('.swatch.band')])
		.map((s) => { const {backgroundColor, height} = getComputedStyle(s); return height === '11px' ? Number(backgroundColor.match(/[\d.]+(?=\)$)/)[0]) : 0; })`)
	if len(shades) != 3 || !(shades[0] > shades[1]+0.05 && shades[1] > shades[2]+0.05 && shades[2] > 0.1) {
		t.Errorf("the bands' shades are %v", shades)
	}
}
