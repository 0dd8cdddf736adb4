package draw

import (
	"math"

	numbers "github.com/gasburden/gasburden/model/number"
)

// powerTicks are powers of ten from the floor of a logarithmic axis on, about as many as wanted at most.
func powerTicks(floor, high float64, most int) []tick {
	step := 1
	if log10(high/floor) > float64(most) {
		step = 2
	}
	var out []tick
	for power := int(math.Round(log10(floor))); ; power += step {
		value := math.Pow(10, float64(power))
		if value > high {
			return out
		}
		label := numbers.Grouped(numbers.Places(value, max(0, -power)))
		if len(out) == 0 {
			label = "< " + label
		}
		out = append(out, tick{value, label})
	}
}

// unpublished puts the simulated days on grey, and hatches those of which nothing was published.
func (c *area) unpublished(p *svg, split float64) {
	if split < c.right {
		left := max(c.left, split)
		p.rect(left, c.top, c.right-left, c.bottom-c.top, `fill="`+history+`"`)
	}
	begun := false
	for _, gap := range c.Spec.Gaps {
		left, right := max(c.left, c.at(gap[0])), min(c.right, c.at(gap[1]))
		height := c.bottom - c.top
		for foot := left - height; foot < right; foot += 9 {
			from, to := max(left, foot), min(right, foot+height)
			if from >= to {
				continue
			}
			if !begun {
				p.put(`<path d="`)
				begun = true
			}
			p.path([]point{{from, c.bottom - (from - foot)}, {to, c.bottom - (to - foot)}})
		}
	}
	if begun {
		p.put(`" fill="none" `, strokeOf(line, "1", ""), "/>\n")
	}
}

// at is the place of a second since 1970.
func (c *area) at(seconds int64) float64 { return c.x(float64(seconds/(24*3600)) - float64(c.first())) }

// events names what is published and what simulated, and marks events: those first that are listed first, and names as
// long as no two touch.
func (c *area) events(p *svg, split float64) {
	small := axisText
	small.size = 18
	if words := c.Spec.Text["history"]; c.left+8+small.space(words) < min(split, c.right) {
		p.say(c.left+8, c.top+20, &small, words)
	}
	if words := c.Spec.Text["forecast"]; split >= c.left && split+8+small.space(words) < c.right {
		p.say(split+8, c.top+20, &small, words)
	}
	var taken [][2]float64 // from and to
	for _, mark := range c.Spec.Marks {
		x := c.at(mark.X)
		if x < c.left || x > c.right {
			continue
		}
		p.rule(point{x, c.top}, point{x, c.bottom}, thin+soft+`" stroke-dasharray="2 4"`)
		room := small.space(mark.Text)
		left := x - room/2
		if x > split {
			left = x - 4
		}
		free := left >= c.left && left+room <= c.right+leaderGap-8
		for _, t := range taken {
			free = free && (left > t[1]+10 || left+room < t[0]-10)
		}
		if free {
			taken = append(taken, [2]float64{left, left + room})
			p.say(left, c.top-8, &small, mark.Text)
		}
	}
}
