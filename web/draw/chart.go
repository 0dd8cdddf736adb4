package draw

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// strip is the height above the curves in which history, forecast and the names' heading stand, px.
const strip = 32

// area is where curves are drawn: it places a plot's numbers on the card.
type area struct {
	*page.Plot
	text *words.Text

	from, to                 int     // entries on show
	left, right, top, bottom float64 // of the curves, px
	low, high                float64 // of the y axis
	floor                    float64 // of a logarithmic one, else 0
	past                     bool    // it begins with what was published
}

var axisText = lettering{size: 22, colour: soft}

// newChart shows the days of a plot that the page shows.
func newChart(page *page.Picture, plot *page.Plot) *area {
	plot = plot.Whole()
	c := &area{Plot: plot, text: page.Text, to: plot.Rows - 1, floor: plot.Spec.Floor, past: plot.Spec.Lead != nil}
	if z := page.Zoom; z[0] < z[1] {
		from, to := max(c.from, int(z[0]-c.first())), min(c.to, int(z[1]-c.first()))
		if from < to {
			c.from, c.to = from, to
		}
	}
	return c
}

// place fits the chart between left and right, where the names of the lines take namesWidth, and returns
// the ticks of its y axis.
func (c *area) place(left, right, top, bottom, namesWidth float64) []tick {
	c.top, c.bottom, c.right = top+strip, bottom-34, right-namesWidth
	c.limits()
	unit := func(number string) string { return number } // the title says it
	if c.Spec.Format == chart.Percent {
		unit = c.text.Percent
	}
	ticks := valueTicks(c.low, c.high, int((c.bottom-c.top)/58), unit)
	if c.floor > 0 {
		ticks = powerTicks(c.low, c.high, int((c.bottom-c.top)/34))
	}
	widest := 0.0
	for _, t := range ticks {
		widest = max(widest, axisText.space(t.label))
	}
	c.left = left + math.Ceil(widest) + 12
	return ticks
}

// limits spans the y axis over all numbers as the page does: from zero, and no further than the plot's
// limit, so that a pole leaves through the top and squashes nothing.
func (c *area) limits() {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range c.Spec.Series {
		if c.Spec.Series[i].Hidden || pageOnly(c.Spec.Series[i].Kind) {
			continue
		}
		for _, v := range c.Column(1 + i)[c.from : c.to+1] {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > high {
		c.low, c.high = 0, 1
		return
	}
	if c.floor > 0 {
		c.low, c.high = c.floor, 1.5*max(high, 100*c.floor)
		return
	}
	if c.Limit > 0 {
		low, high = max(low, -c.Limit), min(high, c.Limit)
	}
	bottom := low
	if c.Spec.FromZero {
		bottom = min(0, low)
	}
	span := high - bottom
	if span == 0 {
		span = max(math.Abs(high), 1)
	}
	c.low, c.high = bottom, high+float64(0.03*span)
	if bottom < 0 || !c.Spec.FromZero {
		c.low = bottom - float64(0.04*span)
	}
}

// pageOnly reports whether the page alone draws a kind of series.
func pageOnly(kind string) bool { return kind == chart.Ghost }

// x is the place of an entry, y that of a value, px.
//
//go:noinline
func (c *area) x(entry float64) float64 {
	return c.left + float64((c.right-c.left)*(entry-float64(c.from))/float64(max(1, c.to-c.from)))
}

//go:noinline
func (c *area) y(v float64) float64 {
	if c.floor > 0 {
		low := log10(c.low)
		return c.bottom - float64((c.bottom-c.top)*((log10(max(v, c.floor))-low)/(log10(c.high)-low)))
	}
	return c.bottom - float64((c.bottom-c.top)*((v-c.low)/(c.high-c.low)))
}

// log10 is the same on every machine; math.Log is not.
func log10(v float64) float64 {
	fraction, exponent := math.Frexp(v)
	return float64(math.Log1p(fraction-1)/math.Ln10) + float64(float64(exponent)*(math.Ln2/math.Ln10))
}

// beyond keeps a place off the chart from going so far that its number is long.
func beyond(y float64) float64 { return max(-9999, min(9999, y)) }

// first is the day of entry 0.
func (c *area) first() day.Day { return day.Day(c.Column(0)[0] / (24 * 3600)) }

// snapshot is the entry of the snapshot's day.
func (c *area) snapshot() float64 { return float64(c.Spec.Snapshot/(24*3600)) - float64(c.first()) }

//go:noinline
func (c *area) colour(rank int) string {
	if rank < 0 {
		return soft
	}
	return rateColours[c.Spec.Colors-1][rank]
}

// colourOf is the colour of a line: with one rate DirectFIL+ has its own, and so has each pinned run.
func (c *area) colourOf(s *chart.Series) string {
	switch {
	case s.Kind == chart.Dash && c.Spec.Colors == 1:
		return accent
	case s.Kind == chart.Pin || s.Kind == chart.PinDash:
		return pinColours[s.Color]
	}
	return c.colour(s.Color)
}

// ground draws what lies behind the curves: history, grid, axes and their labels.
func (c *area) ground(p *svg, ticks []tick) {
	split := c.x(c.snapshot())
	if c.past {
		c.unpublished(p, split)
	} else if split > c.left {
		p.rect(c.left, c.top-strip, min(split, c.right)-c.left, c.bottom-c.top+strip, `fill="`+history+`"`)
	}
	label := axisText
	label.anchor = "end"
	for _, t := range ticks {
		y := c.y(t.value)
		paint := thin + line + `"`
		if t.value == 0 {
			paint = thin + soft + `"`
		}
		p.rule(point{c.left, y}, point{c.right, y}, paint)
		p.say(c.left-10, y+8, &label, t.label)
	}
	for _, t := range dateTicks(c.text, c.first(), c.from, c.to, &axisText, c.x) {
		x := c.x(t.value)
		p.rule(point{x, c.bottom}, point{x, c.bottom + 7}, thin+soft+`"`)
		half := axisText.width(t.label) / 2
		label.anchor = "middle"
		p.say(max(c.left-60+half, x), c.bottom+30, &label, t.label)
	}
	if split > c.left && split <= c.right {
		p.rule(point{split, c.top - strip}, point{split, c.bottom}, thin+soft+`" stroke-dasharray="3 4"`)
	}
	if c.past {
		c.events(p, split)
		return
	}
	words := c.text.Forecast
	if split >= c.left && split+9+axisText.space(words) <= c.right {
		p.say(split+9, c.top-strip+21, &axisText, words)
	}
	words = c.text.History
	if split-9-label.space(words) >= c.left {
		label.anchor = "end"
		p.say(min(split-9, c.right), c.top-strip+21, &label, words)
	}
}

// thin begins the paint of a thin line, up to its colour.
const thin = `stroke-width="1.5" stroke="`

// pieces are a column's lines between its gaps, simplified, in the clip's coordinates.
func (c *area) pieces(column []float64) [][]point {
	var out [][]point
	var open []point
	for i := c.from; i <= c.to+1; i++ {
		if i <= c.to && !math.IsNaN(column[i]) {
			open = append(open, c.clipped(float64(i), column[i]))
			continue
		}
		if len(open) > 0 {
			out = append(out, simplify(open))
			open = nil
		}
	}
	return out
}

// clipMargin is by how much the clip is larger than the curves' area, for the width of lines, px.
const clipMargin = 3

// clipped is a place in the clip's coordinates.
func (c *area) clipped(entry, v float64) point {
	return point{c.x(entry) - c.left + clipMargin, beyond(c.y(v) - c.top + clipMargin)}
}

// curves draws shades, dots and lines. They are clipped by an svg element of their own, which needs no
// id: two cards in one document must not share any.
func (c *area) curves(p *svg) {
	p.put("<svg")
	p.attribute("x", c.left-clipMargin)
	p.attribute("y", c.top-clipMargin)
	p.attribute("width", c.right-c.left+2*clipMargin)
	p.attribute("height", c.bottom-c.top+2*clipMargin)
	p.put(` overflow="hidden" fill="none" stroke-linejoin="round">` + "\n")
	for _, band := range c.Spec.Bands {
		if c.Spec.Series[band.Upper-1].Hidden {
			continue
		}
		c.shade(p, c.Column(band.Upper), c.Column(band.Lower), c.colour(band.Color))
	}
	for _, kind := range []string{chart.Dots, chart.All, chart.Mean, chart.PinDash, chart.Pin, chart.Dash, chart.Line} {
		for i := range c.Spec.Series {
			s := &c.Spec.Series[i]
			if s.Kind == kind && !c.hidden(i) {
				c.series(p, kind, c.colourOf(s), c.Column(1+i))
			}
		}
	}
	p.put("</svg>\n")
}

// hidden reports whether a series is not to be drawn: the reader hid it, or it is a dashed line that lies
// on the solid line of its rate all the way.
func (c *area) hidden(i int) bool {
	if s := &c.Spec.Series[i]; s.Hidden || s.Kind != chart.Dash {
		return s.Hidden
	}
	for k := range c.Spec.Series {
		s := &c.Spec.Series[k]
		if s.Kind == chart.Line && !s.Hidden && s.Color == c.Spec.Series[i].Color {
			for t, v := range c.Column(1 + i) {
				if solid := c.Column(1 + k)[t]; math.Abs(v-solid) > 1e-9*math.Abs(solid) ||
					math.IsNaN(v) != math.IsNaN(solid) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// seen reports whether anything of a kind is on show: line, dash, dots, or the band.
func (c *area) seen(kind string) bool {
	if kind == "band" {
		return len(c.Spec.Bands) > 0 && c.seen(chart.Edge)
	}
	for i := range c.Spec.Series {
		s := &c.Spec.Series[i]
		if s.Kind != kind || c.hidden(i) {
			continue
		}
		for _, v := range c.Column(1 + i)[c.from : c.to+1] {
			if !math.IsNaN(v) {
				return true
			}
		}
	}
	return false
}

// label is what a series of a kind is called.
func (c *area) label(kind string) string {
	for i := range c.Spec.Series {
		if c.Spec.Series[i].Kind == kind {
			return c.Spec.Series[i].Label
		}
	}
	return ""
}

// series draws a column as a line, a dashed line or dots.
func (c *area) series(p *svg, kind, colour string, column []float64) {
	if kind == chart.Dots {
		p.put(`<path d="`)
		last := point{-99, -99}
		for i := c.from; i <= c.to; i++ {
			v := column[i]
			if math.IsNaN(v) || v < c.low && c.floor == 0 || v > c.high {
				continue
			}
			if at := c.clipped(float64(i), v); math.Abs(at.x-last.x) >= 1 || math.Abs(at.y-last.y) >= 1 {
				p.dot(at)
				last = at
			}
		}
		size := "4.5"
		if c.past {
			size = "2.6" // they are many
		}
		p.put(`" `, strokeOf(soft, size, `stroke-opacity=".42" stroke-linecap="round"`), "/>\n")
		return
	}
	pieces := c.pieces(column)
	if len(pieces) == 0 {
		return
	}
	p.put(`<path d="`)
	for _, piece := range pieces {
		if len(piece) == 1 {
			p.dot(piece[0]) // a day alone
			continue
		}
		p.path(piece)
	}
	switch kind {
	case chart.Mean:
		p.put(`" `, strokeOf(ink, "2.2", ""), "/>\n")
	case chart.All:
		p.put(`" `, strokeOf(soft, "1.5", ""), "/>\n")
	case chart.Dash, chart.PinDash:
		p.put(`" `, strokeOf(colour, "2.8", `stroke-dasharray="9 6"`), "/>\n")
	default:
		p.put(`" `, strokeOf(colour, "3.2", `stroke-linecap="round"`), "/>\n")
	}
}

// shade fills the area between two columns where both have values.
func (c *area) shade(p *svg, upper, lower []float64, colour string) {
	var above, below []point
	begun := false
	flush := func() {
		if len(above) > 1 {
			if !begun {
				p.put(`<path d="`)
				begun = true
			}
			area := simplify(above)
			back := simplify(below)
			for i := len(back) - 1; i >= 0; i-- {
				area = append(area, back[i])
			}
			p.path(area)
			p.put("Z")
		}
		above, below = nil, nil
	}
	for i := c.from; i <= c.to; i++ {
		high := upper[i]
		if math.IsNaN(high) || math.IsNaN(lower[i]) {
			flush()
			continue
		}
		above, below = append(above, c.clipped(float64(i), high)), append(below, c.clipped(float64(i), lower[i]))
	}
	flush()
	if begun {
		p.put(`" fill="`, colour, `" fill-opacity=".14"/>`+"\n")
	}
}
