package web

import (
	"math"
	"strings"
	"testing"
)

// A pinned run stays where it was, by date, whatever is changed: assumptions, smoothing, network, denominator.
func TestPinnedRunStays(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	plot := &Plot{ID: "hero"}
	byDate := func(p *Page, column int) map[int]float64 {
		plot.Refresh(p)
		out := map[int]float64{}
		for i, v := range plot.Column(column) {
			if !math.IsNaN(v) {
				out[int(p.Result.Start)+i] = v
			}
		}
		return out
	}
	pin := func(kind string) int {
		for k, s := range plot.Spec.Series {
			if s.Kind == kind {
				return k + 1
			}
		}
		t.Fatalf("no curve of kind %s", kind)
		return 0
	}
	for _, by := range Denominators {
		p.ChooseSnapshot(study)
		p.ResetAll()
		p.Denominator = by
		update(t, p)
		p.Pinned = nil
		focus := p.Focus()
		wantStatus, wantDirect := byDate(p, 1+focus), byDate(p, 1+len(p.Result.Runs)+focus)
		p.Pin()
		label := p.Pinned.Label
		for name, change := range map[string]func(){
			"assumptions": func() { assume(t, p, "base_fee_nanofil=1", "renewal_rate=0.8", "fil_plus_rates=0.1,0.2") },
			"smoothing":   func() { assume(t, p, "smoothing_days=7") },
			"horizon":     func() { assume(t, p, "horizon_days=400") },
			"network":     func() { p.ChooseSnapshot(latest); update(t, p) },
		} {
			change()
			plot.Refresh(p)
			for kind, want := range map[string]map[int]float64{"pin": wantStatus, "pindash": wantDirect} {
				got := byDate(p, pin(kind))
				if len(got) == 0 && name != "network" {
					t.Errorf("%s, %s: nothing is pinned", by, name)
				}
				for day, v := range got {
					if math.Abs(v-want[day]) > 1e-12*math.Abs(want[day]) {
						t.Fatalf("%s, %s: %s moved on day %d: %v, want %v", by, name, kind, day, v, want[day])
					}
				}
			}
		}
		if !strings.Contains(label, "75 %") || p.PinnedLabel() != label {
			t.Errorf("label %q, now %q", label, p.PinnedLabel())
		}
	}
	query := p.Pinned.Query
	p.Open(query)
	update(t, p)
	if got, _ := p.Link(); got != query {
		t.Errorf("back at the pinned run the link is %s, want %s", got, query)
	}
	p.Pinned = nil
	plot.Refresh(p)
	for _, s := range plot.Spec.Series {
		if strings.HasPrefix(s.Kind, "pin") {
			t.Error("an unpinned run stays on the chart")
		}
	}
}
