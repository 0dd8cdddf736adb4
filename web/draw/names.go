package draw

import (
	"math"

	"github.com/gasburden/gasburden/web/chart"
)

// nameText letters the names at the ends of the lines; their colours are the lines'.
var nameText = lettering{size: 22, weight: semibold}

// namePitch is how far the baselines of two names are apart at least, px.
const namePitch = 25

// name is what stands at the end of a line.
type name struct {
	text   string
	colour string
	end    point   // of the line
	y      float64 // of the name's middle
}

// names are those of the lines that have an end, spread so that no two touch, from the top down.
func (c *area) names() []name {
	var out []name
	for i := range c.Spec.Series {
		s := &c.Spec.Series[i]
		if s.End == "" || s.Hidden || pageOnly(s.Kind) || s.Kind == chart.All {
			continue
		}
		column := c.Column(1 + i)
		for t := c.to; t >= c.from; t-- {
			if v := column[t]; !math.IsNaN(v) {
				y := max(c.top, min(c.bottom, c.y(v)))
				out = append(out, name{s.End, c.colourOf(s), point{c.x(float64(t)), y}, y})
				break
			}
		}
	}
	// By insertion: they are few, and lines that end in one place stay in the order of their rates.
	for i := range out {
		for k := i; k > 0 && out[k].y < out[k-1].y; k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	spread(out, c.top+namePitch/2, c.bottom-namePitch/2)
	return out
}

// spread moves names apart as little as it takes: those that touch form a block about the middle of
// where they wanted to be.
func spread(names []name, top, bottom float64) {
	type block struct{ first, count int }
	var blocks []block
	place := func(b block) float64 { // of its first name
		sum := 0.0
		for k := range b.count {
			sum += names[b.first+k].end.y - float64(k)*namePitch
		}
		at := sum / float64(b.count)
		return max(top, min(bottom-float64(b.count-1)*namePitch, at))
	}
	for i := range names {
		blocks = append(blocks, block{i, 1})
		for len(blocks) > 1 {
			a, b := blocks[len(blocks)-2], blocks[len(blocks)-1]
			if place(a)+float64(a.count)*namePitch <= place(b) {
				break
			}
			blocks = append(blocks[:len(blocks)-2], block{a.first, a.count + b.count})
		}
	}
	for _, b := range blocks {
		at := place(b)
		for k := range b.count {
			names[b.first+k].y = at + float64(k)*namePitch
		}
	}
}

// leaderGap is the space between the end of a line and its name, px.
const leaderGap = 22

// drawNames writes the names, those of lines that reach the last day in the margin, with a leader where
// one had to move; and their heading.
func (c *area) drawNames(p *svg, names []name, heading string) {
	margin := c.right + leaderGap
	l := nameText
	for _, n := range names {
		l.colour, l.halo = n.colour, false
		x := margin
		if inside := n.end.x + leaderGap; inside+l.space(n.text) < c.right {
			x, l.halo = inside, true
		}
		p.rule(point{n.end.x + 4, n.end.y}, point{x - 4, n.y}, strokeOf(n.colour, "1.2", `stroke-opacity=".7"`))
		p.say(x, n.y+8, &l, n.text)
	}
	if len(names) > 0 && heading != "" {
		p.say(margin, c.top-strip+21, &axisText, heading)
	}
}
