package explore

import (
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/ask"
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

// newFlipScale shows target and curve, all of it unless it has poles: to infinity no axis reaches.
func newFlipScale(points []explore.End, found *explore.Crossings, flip *Flip) *flipScale {
	s := &flipScale{over: drawnOver(found, flip), width: float64(min(mostWidth, max(leastWidth, flip.Width)))}
	s.cubic = s.over.Min >= 0 && s.over.Max-s.over.Min >= 100
	shown := []float64{flip.Target}
	if v := flip.Now.Value; means(v) && s.over.Contains(flip.Now.Input) {
		shown = append(shown, v.Figure)
	}
	near := 2.5 * max(math.Abs(shown[0]), math.Abs(shown[len(shown)-1]))
	var drawn []float64
	for _, p := range points {
		if means(p.Value) && s.over.Contains(p.Input) {
			drawn = append(drawn, p.Value.Figure)
		}
	}
	if len(found.Poles)+len(found.Void) > 0 && len(drawn) > 0 {
		sizes := make([]float64, len(drawn))
		for i, v := range drawn {
			sizes[i] = math.Abs(v)
		}
		slices.Sort(sizes)
		near = max(near, 1.25*sizes[len(sizes)*3/4])
		for i, v := range drawn {
			drawn[i] = min(near, max(-near, v))
		}
	}
	shown = append(shown, drawn...)
	s.low, s.high = min(0, slices.Min(shown)), max(0, slices.Max(shown))
	if !(s.high > s.low) {
		s.low, s.high = s.low-1, s.high+1
	}
	room := 0.06 * (s.high - s.low)
	if s.high > 0 {
		s.high += room
	}
	if s.low < 0 {
		s.low -= room
	}
	return s
}

// means reports whether a figure says something.
func means(v explore.Value) bool { return v.Poles == 0 && !math.IsNaN(v.Figure) }

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
func flipChart(t *Text, points []explore.End, found *explore.Crossings, flip *Flip, asked *Asked,
	said string) *ask.Drawing {
	s := newFlipScale(points, found, flip)
	in, unit := flip.Input, asked.Figure.Unit
	right, bottom := s.width-flipRight, float64(flipHeight-flipBottom)
	out := &ask.Drawing{
		Width: s.width, Height: flipHeight, Inner: [4]float64{flipLeft, flipTop, right - flipLeft, bottom - flipTop},
		Alt: fill(t.Flip.Alt, "figure", t.inside(asked.Figure), "input", t.Inputs[in.Name].Inside, "low",
			t.input(in, flip.Over.Min), "high", t.input(in, flip.Over.Max), "said", said),
	}
	draw := func(shape ask.Shape) { out.Shapes = append(out.Shapes, shape) }
	path := func(class, d string) { draw(ask.Shape{Kind: ask.Path, Class: class, Text: d}) }
	write := func(class, text string, x, y float64) {
		draw(ask.Shape{Kind: ask.Label, Class: class, Text: text, Numbers: []float64{x, y}})
	}
	for _, tick := range ticks(s.low, s.high, 4) {
		path("grid", drawn("M% %H%", flipLeft, s.y(tick), right))
		write("y", t.figureTick(tick, unit), flipLeft-6, s.y(tick)+4)
	}
	shared := t.Inputs[in.Name].Unit == "%"
	for _, tick := range s.fitting(func(v float64) string {
		if shared {
			return fill(t.Percent, "n", significant(100*v, 4))
		}
		return significant(v, 4)
	}) {
		write("x", tick.text, tick.x, bottom+16)
	}
	axis := t.Inputs[in.Name].Label
	if u := t.Inputs[in.Name].Unit; u != "" && !shared {
		axis = fill(t.Flip.Axis, "label", axis, "unit", u)
	}
	write("x", axis, (flipLeft+right)/2, flipHeight-8)
	for _, gap := range slices.Concat(found.Void, found.Undefined) {
		draw(ask.Shape{Kind: ask.Box, Class: "void", Inside: true,
			Numbers: []float64{s.x(gap.Low), flipTop, max(1, s.x(gap.High)-s.x(gap.Low)), bottom - flipTop}})
	}
	draw(ask.Shape{Kind: ask.Path, Class: "curve", Text: s.curve(points, found.Poles), Inside: true})
	labels := &flipLabels{within: box{flipLeft, flipTop - labelAbove, right, bottom}}
	var cut [][2]float64
	labels.curve, cut = s.sampled(points)
	for _, at := range cut {
		base := at[1] + 8 // of an arrow
		if at[1] > flipTop {
			base = at[1] - 8
		}
		path("cut", drawn("M% %L% %h10z", at[0], at[1], at[0]-5, base))
		labels.taken = append(labels.taken, around(at[0], at[1], 8))
	}
	y := s.y(flip.Target)
	path("target", drawn("M% %H%", flipLeft, y, right))
	for x := float64(flipLeft); x < right; x += 3 {
		labels.curve = append(labels.curve, [2]float64{x, y})
	}
	for _, c := range found.Crossings {
		if s.over.Contains(c.Input) {
			draw(ask.Shape{Kind: ask.Circle, Class: "crossing", Numbers: []float64{s.x(c.Input), y, 5}})
			labels.taken = append(labels.taken, around(s.x(c.Input), y, 6))
		}
	}
	now := means(flip.Now.Value) && s.over.Contains(flip.Now.Input)
	nowX, nowY := s.x(flip.Now.Input), s.y(flip.Now.Value.Figure)
	if now {
		draw(ask.Shape{Kind: ask.Box, Class: "now", Numbers: []float64{nowX - 4, nowY - 4, 8, 8}})
		labels.taken = append(labels.taken, around(nowX, nowY, 5))
	}
	mark := func(class, text string, x, y float64) {
		if at, ok := labels.place(text, x, y); ok {
			write(class, text, at[0], at[1])
		}
	}
	for _, c := range found.Crossings {
		if s.over.Contains(c.Input) {
			mark("crossing-mark", t.input(in, c.Input), s.x(c.Input), y)
		}
	}
	if now {
		mark("now-mark", t.Flip.NowMark, nowX, nowY)
	}
	mark("target-mark", t.figure(flip.Target, unit), right, y-24) // above its line first
	for i := range out.Shapes {
		for k, v := range out.Shapes[i].Numbers {
			out.Shapes[i].Numbers[k] = math.Round(v*10) / 10
		}
	}
	if len(cut) > 0 {
		out.Hints = append(out.Hints, t.Flip.Cut)
	}
	if s.over.Max < flip.Over.Max {
		out.Hints = append(out.Hints, fill(t.Flip.CutInput, "input", t.Inputs[in.Name].Inside, "end",
			t.input(in, s.over.Max), "high", t.input(in, flip.Over.Max)))
	}
	return out
}

// sampled are points along the curve, close enough to see what covers it, and those at which it leaves the chart: their
// height is that of the edge.
func (s *flipScale) sampled(points []explore.End) (curve, cut [][2]float64) {
	const step = 3.0
	const nowhere, within, beyond = 0, 1, 2
	was := nowhere
	const high = flipHeight - flipBottom - flipTop
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if !means(a.Value) || !means(b.Value) || !s.over.Contains(b.Input) {
			was = nowhere
			continue
		}
		x, y := s.x(a.Input), s.y(a.Value.Figure)
		dx, dy := s.x(b.Input)-x, s.y(b.Value.Figure)-y
		n := min(200, math.Ceil(max(dx, math.Abs(dy))/step))
		for k := 0.0; k < n; k++ {
			p := [2]float64{x + dx*k/n, y + dy*k/n}
			curve = append(curve, p)
			edge, is := min(flipHeight-flipBottom, max(flipTop, p[1])), within
			if edge != p[1] {
				is = beyond
			}
			if was+is == within+beyond {
				cut = append(cut, [2]float64{p[0], flipTop + high*math.Round((edge-flipTop)/high)})
			}
			was = is
		}
	}
	return curve, cut
}

// curve is the line through the points that mean something, broken at poles.
func (s *flipScale) curve(points []explore.End, poles []float64) string {
	path, open := "", false
	// Lines far outside would lose their slope to rounding; the picture is cut anyway.
	near := func(v float64) float64 {
		return min(flipHeight*20, max(-flipHeight*20, s.y(v)))
	}
	for i, p := range points {
		if !means(p.Value) {
			open = false
			continue
		}
		for _, pole := range poles {
			if i > 0 && pole > points[i-1].Input && pole <= p.Input {
				open = false
			}
		}
		step := "M% %"
		if open {
			step = "L% %"
		}
		path += drawn(step, s.x(p.Input), near(p.Value.Figure))
		open = true
	}
	return path
}

// drawn is a piece of a path with numbers for each %, to a tenth of a pixel.
func drawn(template string, numbers ...float64) string {
	var b strings.Builder
	for _, v := range numbers {
		before, after, _ := strings.Cut(template, "%")
		b.WriteString(before)
		b.WriteString(number.Trimmed(number.Places(v, 1)))
		template = after
	}
	b.WriteString(template)
	return b.String()
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

type inputTick struct {
	x    float64
	text string
}

// fitting are round values of the input that stand beside each other: decades, as far as there is room, where the axis
// spans orders of magnitude, else equal steps.
func (s *flipScale) fitting(label func(float64) string) []inputTick {
	for n := 5; ; n-- {
		var values []float64
		if s.cubic {
			values = append(values, s.over.Min)
			for decade := 1e-6; decade <= s.over.Max; decade *= 10 {
				if decade > s.over.Min {
					values = append(values, decade)
				}
			}
		} else {
			values = ticks(s.over.Min, s.over.Max, n)
		}
		var out []inputTick
		last := math.Inf(-1)
		for _, v := range values {
			text := label(v)
			half := textWidth(text) / 2
			if x := min(s.x(v), s.width-half-3); x-half > last+tickGap {
				out = append(out, inputTick{x, text})
				last = x + half
			}
		}
		if s.cubic || len(out) == len(values) || n == 1 {
			return out
		}
	}
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
