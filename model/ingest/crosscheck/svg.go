package crosscheck

import (
	"fmt"
	"math"
	"strings"

	"github.com/gasburden/gasburden/model/day"
)

// The picture: two panels over one another with a common time axis.
const (
	width, height         = 960, 620
	left, right           = 70, 20
	upperTop, upperBottom = 70, 350
	lowerTop, lowerBottom = 410, 570
)

// Colours that stay apart for readers who confuse red and green, on a white ground.
const (
	lilyColor       = "#d55e00"
	spacescopeColor = "#0072b2"
)

// panel is a chart with its scale.
type panel struct {
	top, bottom float64
	least, most float64 // values at the bottom and at the top
}

func (p panel) y(v float64) float64 {
	return p.bottom - (v-p.least)/(p.most-p.least)*(p.bottom-p.top)
}

// SVG draws the comparison: above, the gas of both sources by day; below, their ratio. The text is a standalone file
// without scripts or fonts of its own.
func (r *Result) SVG() string {
	var b strings.Builder
	draw := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	draw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="system-ui, sans-serif" font-size="13" fill="#222">`, width, height, width, height)
	draw(`<title>Gas of the StorageMarketActor: Lily against Spacescope</title>`)
	draw(`<desc>%d days; the sums have the ratio %s, the days the correlation %s.</desc>`, len(r.Days),
		number(r.Ratio, 5), number(r.Correlation, 6))
	draw(`<rect width="%d" height="%d" fill="#fff"/>`, width, height)
	draw(`<text x="%d" y="28" font-size="17" font-weight="600">Two sources of PublishStorageDeals gas, day by day</text>`, left)
	draw(`<text x="%d" y="50"><tspan fill="%s">Lily’s sum of StorageMarketActor gas</tspan> and <tspan fill="%s">Spacescope’s PublishStorageDeals gas</tspan>, Tgas a day</text>`, left, lilyColor, spacescopeColor)

	highest, least, most := 0.0, math.Inf(1), math.Inf(-1)
	for _, d := range r.Days {
		highest = max(highest, d.Lily/1e12, d.Spacescope/1e12)
		if ratio := d.Ratio(); !math.IsInf(ratio, 0) && !math.IsNaN(ratio) {
			least, most = min(least, ratio), max(most, ratio)
		}
	}
	if least > most {
		least, most = 1, 1 // no day has a ratio
	}
	// One at least, so that sources that agree do not look as if they did not.
	margin := max(0.01, 0.05*(most-least))
	step, ratioStep := niceStep(highest/4), niceStep((max(most, 1)-min(least, 1)+2*margin)/4)
	upper := panel{upperTop, upperBottom, 0, max(1, math.Ceil(highest/step)) * step}
	lower := panel{lowerTop, lowerBottom, math.Floor((min(least, 1)-margin)/ratioStep) * ratioStep,
		math.Ceil((max(most, 1)+margin)/ratioStep) * ratioStep}

	grid(draw, upper, step)
	grid(draw, lower, ratioStep)
	draw(`<text x="%d" y="%d">Lily over Spacescope. Over all days %s</text>`, left, lowerTop-14, number(r.Ratio, 4))
	draw(`<path d="M%d %.1fH%d" stroke="#222" stroke-width="1"/>`, left, lower.y(1), width-right)
	r.months(draw)
	draw(`<path d="%s" fill="none" stroke="%s" stroke-width="1.4"/>`,
		r.path(upper, func(d Day) float64 { return d.Spacescope / 1e12 }), spacescopeColor)
	draw(`<path d="%s" fill="none" stroke="%s" stroke-width="1.4" stroke-dasharray="4 2"/>`,
		r.path(upper, func(d Day) float64 { return d.Lily / 1e12 }), lilyColor)
	draw(`<path d="%s" fill="none" stroke="#222" stroke-width="1.2"/>`, r.path(lower, Day.Ratio))
	draw(`</svg>`)
	return b.String()
}

func (r *Result) x(d day.Day) float64 {
	from, to := r.Days[0].Day, r.Days[len(r.Days)-1].Day
	return left + float64(d-from)/float64(to-from)*(width-left-right)
}

// path is a line through the days; it breaks where a day is missing or has no figure.
func (r *Result) path(p panel, value func(Day) float64) string {
	var b strings.Builder
	pen := false
	for i, d := range r.Days {
		v := value(d)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			pen = false
			continue
		}
		command := "L"
		if !pen || d.Day != r.Days[i-1].Day+1 {
			command = "M"
		}
		fmt.Fprintf(&b, "%s%.1f %.1f", command, r.x(d.Day), p.y(v))
		if command == "M" {
			b.WriteString("h.1") // so that a day between two gaps shows
		}
		pen = true
	}
	return b.String()
}

func grid(draw func(string, ...any), p panel, step float64) {
	for k := math.Ceil(p.least/step - 1e-9); k*step <= p.most+step*1e-9; k++ {
		y := p.y(k * step)
		draw(`<path d="M%d %.1fH%d" stroke="#ddd"/>`, left, y, width-right)
		// +0 turns -0 into 0
		draw(`<text x="%d" y="%.1f" text-anchor="end">%s</text>`, left-8, y+4, label(k*step+0, step))
	}
}

// months marks months, quarters or years, whichever are few enough.
func (r *Result) months(draw func(string, ...any)) {
	from, to := r.Days[0].Day, r.Days[len(r.Days)-1].Day
	every := 1
	for _, n := range []int{1, 3, 6, 12} {
		if every = n; int(to-from)/(30*n) <= 10 {
			break
		}
	}
	for d := from.FirstOfMonth(); d <= to; d = d.AddMonths(1) {
		_, month, _ := d.Date()
		if d < from || (month-1)%every != 0 {
			continue
		}
		x := r.x(d)
		draw(`<path d="M%.1f %dV%dM%.1f %dV%d" stroke="#eee"/>`, x, upperTop, upperBottom, x, lowerTop, lowerBottom)
		draw(`<text x="%.1f" y="%d" text-anchor="middle">%s</text>`, x, lowerBottom+20, d.YearMonth())
	}
}

// niceStep is 1, 2 or 5 times a power of ten, not below the least step.
func niceStep(least float64) float64 {
	if !(least > 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, k := range []float64{1, 2, 5} {
		if k*power >= least {
			return k * power
		}
	}
	return 10 * power
}

// number shows a figure, or that there is none.
func number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "undefined"
	}
	return fmt.Sprintf("%.*f", decimals, v)
}

// label shows as many decimals as the step has.
func label(v, step float64) string {
	decimals := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	return fmt.Sprintf("%.*f", decimals, v)
}
