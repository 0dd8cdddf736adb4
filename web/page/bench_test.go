package page

import (
	"strconv"
	"testing"
)

// costliest is what makes three FIL+ rates over three years take longest to compute, after a snapshot.
var costliest = []string{
	"fil_plus_rates=0,0.5,1", "sector_duration_days=180", "gamma=0.76", "gamma_weighting=geometric",
	"pledge_base=available",
	"messages=onboarding", "adoption=logistic", "adoption_start=2020-10-15", "adoption_days=7300", "rebound=0.5",
	"burn_feedback=true",
}

// BenchmarkFrame measures what a frame of a moving slider computes before the browser gets it: the result, the
// realised figures, and the picture with its charts and its sliders: of the page as it opens, two charts, else all.
func BenchmarkFrame(b *testing.B) {
	b.Run("opened", func(b *testing.B) { benchFrame(b, newPageOfNow(b), Hero, Blocks) })
	b.Run("opened, three pinned runs", func(b *testing.B) {
		p := newPageOfNow(b)
		for _, raw := range []string{"3", "4", "5"} {
			p.Type(p.Sliders[0], raw)
			update(b, p)
			p.Pin()
		}
		benchFrame(b, p, Hero, Blocks)
	})
	for _, snapshot := range []string{study, latest} {
		for _, c := range []struct {
			name        string
			assumptions []string
		}{{"default", nil}, {"costliest", costliest}} {
			b.Run(c.name+"="+snapshot, func(b *testing.B) {
				p := newTestPage(b)
				use(b, p, snapshot)
				assume(b, p, c.assumptions...)
				benchFrame(b, p, PlotIDs...)
			})
		}
	}
}

func benchFrame(b *testing.B, p *Page, charts ...string) {
	slider, i := p.Sliders[0], 0
	var frames Frames
	b.ReportAllocs()
	for b.Loop() {
		i++
		p.Slide(slider, strconv.FormatFloat(2+float64(i%200)*0.05, 'f', 2, 64))
		if err := p.Update(); err != nil {
			b.Fatal(err)
		}
		frames.Follow(p, charts...)
	}
}
