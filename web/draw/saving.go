package draw

import (
	"math"

	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// saving marks the gap between the status quo and DirectFIL+ on the day that the headline speaks of,
// where the gap is large enough to be marked.
func (c *area) saving(p *svg, text *words.Text) {
	mark := c.Spec.Saving
	day := c.Spec.RestEntry
	if mark == nil || day < c.from || day > c.to {
		return
	}
	upper, lower := c.Column(mark.Upper)[day], c.Column(mark.Lower)[day]
	if !(upper > 0) || math.IsNaN(lower) {
		return
	}
	share := 1 - lower/upper
	x, from, to := c.x(float64(day)), c.y(upper), c.y(lower)
	if share < 0.005 || to-from < 34 || from < c.top || to > c.bottom+1 {
		return // a rebound may leave nothing saved, and a pole nothing to see
	}
	colour := c.colour(mark.Color)
	tip := to - 4
	p.put(`<path d="`)
	p.path([]point{{x, from + 4}, {x, tip}})
	p.path([]point{{x - 6, tip - 8}, {x, tip}, {x + 6, tip - 8}})
	p.put(`" fill="none" `, strokeOf(colour, "2.2", `stroke-linejoin="round" stroke-linecap="round"`), "/>\n")

	words := words.Fill(text.Card.Saved, "share", text.WholePercent(share))
	l := lettering{size: 22, weight: semibold, colour: colour, halo: true}
	wide := l.space(words)
	best, bestX, bestY := math.Inf(1), 0.0, 0.0
	for _, left := range []float64{x + 11, x - 11 - wide} {
		if left < c.left || left+wide > c.right {
			continue
		}
		for _, part := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
			middle := from + float64(part*(to-from))
			middle = max(c.top+14, min(c.bottom-14, middle))
			if crowd := c.crowd(left, left+wide, middle-13, middle+13); crowd < best {
				best, bestX, bestY = crowd, left, middle
			}
		}
	}
	if !math.IsInf(best, 1) {
		p.say(bestX, bestY+8, &l, words)
	}
}

// crowd counts the days on which a line crosses a box.
func (c *area) crowd(left, right, top, bottom float64) float64 {
	count := 0.0
	for i := range c.Spec.Series {
		s := &c.Spec.Series[i]
		if s.Kind != chart.Line && s.Kind != chart.Dash || c.hidden(i) {
			continue
		}
		column := c.Column(1 + i)
		for t := c.from; t <= c.to; t++ {
			v := column[t]
			if x := c.x(float64(t)); math.IsNaN(v) || x < left || x > right {
				continue
			}
			if y := c.y(v); top <= y && y <= bottom {
				count++
			}
		}
	}
	return count
}
