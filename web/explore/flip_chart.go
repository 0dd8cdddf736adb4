package explore

import (
	"fmt"
	"math"
	"strconv"

	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	flipHeight              = 240
	flipLeft, flipRight     = 64, 16
	flipTop, flipBottom     = 22, 44
	leastWidth, mostWidth   = 260, 1200
	tickGap, characterWidth = 12, 7
)

// A flipScale maps an input's range and the figures near the target to pixels.
type flipScale struct {
	over      mechafil.Range // of the input, as far as it is drawn
	width     float64
	cubic     bool // ranges of orders of magnitude, as sim/explore looks at them: wide near zero
	low, high float64
}

func (s *flipScale) x(v float64) float64 {
	u := (v - s.over.Min) / (s.over.Max - s.over.Min)
	if s.cubic {
		u = math.Cbrt(u)
	}
	return flipLeft + u*(s.width-flipLeft-flipRight)
}

func (s *flipScale) y(v float64) float64 {
	return flipTop + (s.high-v)/(s.high-s.low)*(flipHeight-flipTop-flipBottom)
}

// newFlipScale shows target and present figure: far beyond them a pole or a legal but absurd input may reach.
func newFlipScale(points []explore.End, found *explore.Crossings, flip *Flip) *flipScale {
	s := &flipScale{over: drawnOver(found, flip), width: float64(min(mostWidth, max(leastWidth, flip.Width)))}
	s.cubic = s.over.Min >= 0 && s.over.Max-s.over.Min >= 100
	least, most := flip.Target, flip.Target
	for _, p := range points {
		if v := p.Value; v.Poles == 0 && !math.IsNaN(v.Figure) {
			least, most = min(least, v.Figure), max(most, v.Figure)
		}
	}
	near := math.Abs(flip.Target)
	if v := flip.Now.Value; v.Poles == 0 && !math.IsNaN(v.Figure) {
		near = max(near, math.Abs(v.Figure))
	}
	s.low, s.high = max(min(0, least), -near), min(most, 2.5*near)
	if !(s.high > s.low) {
		s.low, s.high = s.low-1, s.high+1
	}
	s.high += 0.06 * (s.high - s.low)
	return s
}

// drawnOver leaves out what lies far beyond crossings and the present value, where the range is of orders of magnitude.
func drawnOver(found *explore.Crossings, flip *Flip) mechafil.Range {
	over := flip.Over
	if over.Max-over.Min < 100 {
		return over
	}
	far := flip.Now.Input
	for _, c := range found.Crossings {
		far = max(far, c.Until)
	}
	if far > over.Min {
		over.Max = min(over.Max, over.Min+2.5*(far-over.Min))
	}
	return over
}

// flipChart draws the figure over the input: the target as a dashed line, crossings as circles, stretches
// without meaning hatched.
func flipChart(t *Text, points []explore.End, found *explore.Crossings, flip *Flip, asked *Asked, said string) string {
	s := newFlipScale(points, found, flip)
	in, unit := flip.Input, asked.Figure.Unit
	w := &writer{}
	alt := fill(t.Flip.Alt, "figure", t.inside(asked.Figure), "input", t.Inputs[in.Name].Inside, "low", t.input(in, flip.Over.Min), "high", t.input(in, flip.Over.Max), "said", said)
	w.raw(`<svg class="flip" role="img" aria-label="`, escape(alt), fmt.Sprintf(`" viewBox="0 0 %g %d" width="%g" height="%d">`, s.width, flipHeight, s.width, flipHeight))
	right, bottom := s.width-flipRight, float64(flipHeight-flipBottom)
	w.raw(`<defs><pattern id="flip-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" class="hatch"/></pattern>`,
		fmt.Sprintf(`<clipPath id="flip-clip"><rect x="%d" y="%d" width="%g" height="%g"/></clipPath></defs>`, flipLeft, flipTop, right-flipLeft, bottom-flipTop))
	for _, tick := range ticks(s.low, s.high, 4) {
		w.raw(fmt.Sprintf(`<path class="grid" d="M%d %.1fH%g"/><text class="y" x="%d" y="%.1f">`, flipLeft, s.y(tick), right, flipLeft-6, s.y(tick)+4), escape(t.figureTick(tick, unit)), "</text>")
	}
	shared := t.Inputs[in.Name].Unit == "%"
	last := math.Inf(-1)
	for _, tick := range s.inputTicks() {
		label := significant(tick, 4)
		if shared {
			label = fill(t.Percent, "n", significant(100*tick, 4))
		}
		half := float64(len(label)*characterWidth) / 2
		if x := s.x(tick); x-half > last+tickGap && x+half <= s.width {
			w.raw(fmt.Sprintf(`<text class="x" x="%.1f" y="%g">`, x, bottom+16), escape(label), "</text>")
			last = x + half
		}
	}
	axis := t.Inputs[in.Name].Label
	if u := t.Inputs[in.Name].Unit; u != "" && !shared {
		axis = fill(t.Flip.Axis, "label", axis, "unit", u)
	}
	w.raw(fmt.Sprintf(`<text class="x" x="%g" y="%d">`, (flipLeft+right)/2, flipHeight-8), escape(axis), "</text>")
	w.raw(`<g clip-path="url(#flip-clip)">`)
	for _, gap := range append(append([]explore.Gap{}, found.Void...), found.Undefined...) {
		w.raw(fmt.Sprintf(`<rect fill="url(#flip-hatch)" x="%.1f" y="%d" width="%.1f" height="%g"/>`, s.x(gap.Low), flipTop, max(1, s.x(gap.High)-s.x(gap.Low)), bottom-flipTop))
	}
	w.raw(`<path class="curve" d="`, s.curve(points, found.Poles), `"/>`)
	w.raw("</g>")
	y := s.y(flip.Target)
	w.raw(fmt.Sprintf(`<path class="target" d="M%d %.1fH%g"/><text class="target-mark" x="%g" y="%.1f">`, flipLeft, y, right, right, y-5), escape(t.figure(flip.Target, unit)), "</text>")
	if v := flip.Now.Value; v.Poles == 0 && !math.IsNaN(v.Figure) && s.over.Contains(flip.Now.Input) {
		w.raw(fmt.Sprintf(`<rect class="now" x="%.1f" y="%.1f" width="8" height="8"/><text class="now-mark" x="%.1f" y="%.1f">`,
			s.x(flip.Now.Input)-4, s.y(v.Figure)-4, min(right-16, max(flipLeft+16, s.x(flip.Now.Input)+18)), s.y(v.Figure)+4), escape(t.Flip.NowMark), "</text>")
	}
	for _, c := range found.Crossings {
		w.raw(fmt.Sprintf(`<circle class="crossing" cx="%.1f" cy="%.1f" r="5"/>`, s.x(c.Input), y))
		text := t.input(in, c.Input)
		half := float64(len(text)*characterWidth) / 2
		w.raw(fmt.Sprintf(`<text class="crossing-mark" x="%.1f" y="%.1f">`, min(right-half, max(flipLeft+half, s.x(c.Input))), y+19), escape(text), "</text>")
	}
	w.raw("</svg>")
	return w.String()
}

// curve is the line through the points that mean something, broken at poles.
func (s *flipScale) curve(points []explore.End, poles []float64) string {
	path, open := "", false
	// Lines far outside would lose their slope to rounding; the picture is cut anyway.
	near := func(v float64) float64 {
		return min(flipHeight*20, max(-flipHeight*20, s.y(v)))
	}
	for i, p := range points {
		if p.Value.Poles > 0 || math.IsNaN(p.Value.Figure) {
			open = false
			continue
		}
		for _, pole := range poles {
			if i > 0 && pole > points[i-1].Input && pole <= p.Input {
				open = false
			}
		}
		step := "M"
		if open {
			step = "L"
		}
		path += step + strconv.FormatFloat(s.x(p.Input), 'f', 1, 64) + " " + strconv.FormatFloat(near(p.Value.Figure), 'f', 1, 64)
		open = true
	}
	return path
}

// ticks are round values from low to high, about n of them.
func ticks(low, high float64, n int) []float64 {
	step := math.Pow(10, math.Floor(math.Log10((high-low)/float64(n))))
	for _, factor := range []float64{5, 2} {
		if (high-low)/(step*factor) >= float64(n)-1 {
			step *= factor
			break
		}
	}
	var out []float64
	for k := math.Ceil(low / step); k*step <= high*(1+1e-12); k++ {
		out = append(out, k*step)
	}
	return out
}

// inputTicks are round values of the input: decades where the axis spans orders of magnitude.
func (s *flipScale) inputTicks() []float64 {
	if !s.cubic {
		return ticks(s.over.Min, s.over.Max, 5)
	}
	out := []float64{s.over.Min}
	for decade := 1e-6; decade <= s.over.Max; decade *= 10 {
		if decade > s.over.Min {
			out = append(out, decade)
		}
	}
	return out
}

// figureTick is a figure on the axis, without what the axis says of all of them.
func (t *Text) figureTick(v float64, unit string) string {
	switch {
	case unit == "FIL" || unit == "FIL/day":
		for _, large := range t.Ticks {
			if math.Abs(v) >= large.From {
				return fill(large.Text, "n", significant(v/large.Unit, 3))
			}
		}
		return significant(v, 3)
	}
	return fill(t.Percent, "n", significant(100*v, 3))
}
