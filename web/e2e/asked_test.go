package e2e

import (
	"strings"
	"testing"
)

// Whoever hears the page is told that an answer is there that they asked for, and of no other.
func TestAnswerIsTold(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	told := func(name string) string { return p.text("#explore-" + name + " .work-note") }
	p.show("tornado")
	p.show("breakeven")
	if told("tornado") != "" || told("breakeven") != "" {
		t.Errorf("of what nobody asked for it says %q and %q", told("tornado"), told("breakeven"))
	}
	p.answered("breakeven", func() { p.setField("breakeven-input", "base_fee_nanofil") })
	if said := told("breakeven"); !strings.Contains(said, "base fee") ||
		said != eval[string](p, reading("'#explore-breakeven .said'")) {
		t.Errorf("of an answer that was asked for it says %q", said)
	}
	if role := js[string](p,
		`() => { const note = document.querySelector('#explore-breakeven .work-note');
			return note.getAttribute('role') + getComputedStyle(note).display; }`); role != "statusblock" {
		t.Errorf("it is told as %s", role)
	}
	// The picture changes: the answer follows by itself.
	p.answered("breakeven", func() {
		p.pasteInput("base_fee_nanofil", "0.7")
		p.show("breakeven")
	})
	if said := told("breakeven"); said != "" {
		t.Errorf("of an answer that followed the picture it says %q", said)
	}
	p.setField("ensemble-runs", "40")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	if said := told("ensemble"); !strings.Contains(said, "40 runs") {
		t.Errorf("of the ensemble it says %q", said)
	}
	p.answered("ensemble", func() { p.pickOption("#language", "zh-CN") })
	if said := told("ensemble"); strings.Contains(said, "runs") {
		t.Errorf("in Chinese it still says %q", said)
	}
}

// A target is of a unit: another begins with a round target of its own, and each keeps what the reader typed.
func TestTargetFollowsTheUnit(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	p.show("breakeven")
	target := func() string { return eval[string](p, `document.getElementById('explore-breakeven-target').value`) }
	p.answered("breakeven", func() { p.setField("breakeven-target", "1.5") })
	p.answered("breakeven", func() { p.setField("breakeven-figure", "saving_fil") })
	begun := target()
	if len(begun) < 5 || strings.Trim(begun[1:], "0") != "" {
		t.Errorf("in FIL the target begins with %q", begun)
	}
	if said := p.text("#explore-breakeven .answer"); !strings.Contains(said, "FIL") ||
		p.count("#explore-breakeven .error:not([hidden])") != 0 {
		t.Errorf("the answer is %.200q", said)
	}
	p.answered("breakeven", func() { p.setField("breakeven-figure", "month_gas_over_netflow") })
	if got := target(); got != "1.5" {
		t.Errorf("back in percent the target is %q", got)
	}
	p.answered("breakeven", func() { p.setField("breakeven-figure", "saving_fil") })
	if got := target(); got != begun {
		t.Errorf("back in FIL the target is %q, was %q", got, begun)
	}
}

// The key of an ensemble's chart shows each band in its shade.
func TestBandsHaveTheirShades(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	p.setField("ensemble-runs", "40")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	shades := js[[]float64](p, `() => [...document.querySelectorAll('#explore-ensemble [data-chart]')].slice(0,
		1).flatMap((c) => [...c.querySelectorAll('.swatch.band')])
		.map((s) => { const {backgroundColor, height} = getComputedStyle(s); return height === '11px' ?
			Number(backgroundColor.match(/[\d.]+(?=\)$)/)[0]) : 0; })`)
	if len(shades) != 3 || !(shades[0] > shades[1]+0.05 && shades[1] > shades[2]+0.05 && shades[2] > 0.1) {
		t.Errorf("the bands' shades are %v", shades)
	}
}

// A table is a place to stop at with the Tab key where it scrolls, and only there.
func TestTablesThatFitAreNoStops(t *testing.T) {
	t.Parallel()
	for width, want := range map[int]int{1280: -1, 320: 0} {
		p := explore(t, "?v=1", width, false)
		p.show("breakeven")
		p.settle()
		box := js[struct{ Tab, Wide, Room int }](p,
			`() => { const b = document.querySelector('#explore-breakeven .wide-table');
				return {tab: b.tabIndex, wide: b.scrollWidth, room: b.clientWidth}; }`)
		if box.Wide > box.Room != (want == 0) {
			t.Logf("at %d px the table is %d px wide in %d", width, box.Wide, box.Room)
		}
		if box.Tab == 0 != (box.Wide > box.Room) {
			t.Errorf("at %d px the table is %d px wide in %d, and tabindex is %d", width, box.Wide, box.Room, box.Tab)
		}
	}
}
