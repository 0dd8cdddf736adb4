package evidence

import (
	"html"
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
)

// monthPlot is a chart of one value a month and series, as SVG: it needs no script, so that it stands on the
// methodology page too. Classes have their colours in style.css.
type monthPlot struct {
	months []day.Day
	series []monthSeries
	level  float64                    // a line across, 0 for none
	powers bool                       // each line across is ten times the one below, else steps of even size
	label  func(value float64) string // of the lines
	spoken string                     // what is seen, for who cannot
	text   *Text
}

// monthSeries is a row of marks. Its name is the class of the marks, and tells their shape.
type monthSeries struct {
	name, label string
	values      []float64
}

// The plot, px of its own, which grow and shrink with the page.
const (
	plotWide, plotHigh                   = 400.0, 230.0
	plotLeft, plotRight, plotTop, plotUp = 50.0, 6.0, 8.0, 34.0
)

// lines are the values that lines across stand at, the lowest first: of all values, and the least step of even size.
func (p *monthPlot) lines() []float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range p.series {
		for _, v := range s.values {
			low, high = min(low, v), max(high, v)
		}
	}
	var out []float64
	if p.powers {
		for e := math.Floor(math.Log10(low)); e <= math.Ceil(math.Log10(high)); e++ {
			out = append(out, math.Pow(10, e))
		}
		return out
	}
	step := math.Pow(10, math.Floor(math.Log10(high)))
	for high/step < 3 {
		step /= 2
	}
	for v := 0.0; v < high+step; v += step {
		out = append(out, v)
	}
	return out
}

// String is the plot with the key above it.
func (p *monthPlot) String() string {
	lines := p.lines()
	scale := func(v float64) float64 { return v }
	if p.powers {
		scale = math.Log10
	}
	bottom := plotHigh - plotUp
	first, last := scale(lines[0]), scale(lines[len(lines)-1])
	y := func(v float64) float64 { return bottom - (scale(v)-first)/(last-first)*(bottom-plotTop) }
	step := (plotWide - plotLeft - plotRight) / float64(len(p.months))
	x := func(i int) float64 { return plotLeft + step*(float64(i)+0.5) }

	var b strings.Builder
	put := func(parts ...string) {
		for _, part := range parts {
			b.WriteString(part)
		}
	}
	write := func(x, y float64, anchor, text string) {
		put(`<text x="`, px(x), `" y="`, px(y), `" text-anchor="`, anchor, `">`, html.EscapeString(text), "</text>")
	}
	put(`<p class="key">`)
	for _, s := range p.series {
		put(`<span><svg class="mark" width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">`,
			mark(s.name, 7, 6), `</svg>`, html.EscapeString(s.label), "</span>")
	}
	put("</p>\n", `<svg class="months" viewBox="0 0 `, px(plotWide), " ", px(plotHigh), `" role="img" aria-label="`,
		html.EscapeString(p.spoken), `">`)
	for i, v := range lines {
		put(`<path class="line" d="M`, px(plotLeft), " ", px(y(v)), "H", px(plotWide-plotRight), `"/>`)
		if !p.powers || i%2 == 0 {
			write(plotLeft-6, y(v)+4, "end", p.label(v))
		}
	}
	every := (len(p.months) + 8) / 9 // as many names as there is room for
	for i, m := range p.months {
		if i%every == 0 {
			year, month, _ := m.Date()
			write(x(i), bottom+15, "middle", p.text.Page.MonthsShort[month-1])
			if i == 0 || month <= every {
				write(x(i), bottom+29, "middle", strconv.Itoa(year))
			}
		}
	}
	if p.level > 0 {
		put(`<path class="level" d="M`, px(plotLeft), " ", px(y(p.level)), "H", px(plotWide-plotRight), `"/>`)
	}
	if p.powers { // how far the first series lies from the second
		for i, v := range p.series[0].values {
			put(`<path class="off" d="M`, px(x(i)), " ", px(y(v)), "V", px(y(p.series[1].values[i])), `"/>`)
		}
	}
	for _, s := range p.series {
		for i, v := range s.values {
			put(mark(s.name, x(i), y(v)))
		}
	}
	put("</svg>")
	return b.String()
}

// mark is one value. Shapes differ as colours do.
func mark(name string, x, y float64) string {
	switch name {
	case "constant":
		return `<path class="constant" d="M` + px(x-6) + " " + px(y) + `h12"/>`
	case "median":
		return `<path class="median" d="M` + px(x-4) + " " + px(y) + `l4-4 4 4-4 4z"/>`
	}
	return `<circle class="` + name + `" cx="` + px(x) + `" cy="` + px(y) + `" r="4"/>`
}

// px is a coordinate with one decimal at most.
func px(v float64) string { return numbers.Trimmed(numbers.Places(v, 1)) }
