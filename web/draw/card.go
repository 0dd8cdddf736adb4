// Package draw draws a Picture as a standalone SVG of 1200x630, the card: what is shared, embedded and archived.
// It knows no browser; the same bytes come from the page, the command line and the Worker.
package draw

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Size of the card, px.
const (
	Width  = 1200
	Height = 630
)

// Places on the card, px.
const (
	margin = 40
	inner  = Width - 2*margin

	figuresLeft  = 908 // of the column of headline figures
	chartTop     = 112
	chartBottom  = 512
	noticeHeight = 36
)

// SVG draws a picture with its hero chart as a standalone picture of 1200x630. address is
// the text that says where to find it ("gasburden.github.io/gasburden"); it may be "".
func SVG(shown *page.Picture, address string) []byte {
	text := shown.Text
	plot := shown.Chart(page.Hero)

	p := &svg{}
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" role="img" font-family="`, text.Locale.Fonts, `">`, "\n<title>")
	p.escaped(plot.Title)
	p.put("</title>\n<desc>")
	p.escaped(describe(shown, plot))
	p.put("</desc>\n")
	p.rect(0, 0, Width, Height, `fill="`+paper+`"`)
	p.rect(0.5, 0.5, Width-1, Height-1, `fill="none" stroke="`+line+`"`)
	p.rect(margin, 0, 56, 8, `fill="`+accent+`"`)

	title, l := fit(plot.Title, lettering{size: 36, weight: bold, colour: ink}, 24, inner)
	p.say(margin, 58, l, title)
	subtitle, l := fit(shown.CardSubtitle, lettering{size: 22, colour: soft}, 20, inner)
	p.say(margin, 92, l, subtitle)

	bottom := float64(chartBottom)
	if cautions := shown.CardCautions; len(cautions) > 0 {
		bottom -= noticeHeight
		p.notice(text, cautions, bottom+10)
	}
	drawChart(p, shown, plot, bottom)
	p.figures(shown, plot, chartTop, bottom)
	p.assumptions(shown, chartBottom+33)
	p.footer(shown, address)
	p.put("</svg>\n")
	return p.b
}

// drawChart draws key, axes, curves and names above bottom.
func drawChart(p *svg, page *page.Picture, plot *page.Plot, bottom float64) {
	right := float64(figuresLeft - 24)
	heading := page.Text.Card.RateHead
	if len(page.Rates) == 1 && plot.Lead != nil { // the curves have names of their own
		heading = ""
	}
	wide := axisText.space(heading)
	for i := range plot.Spec.Series {
		if kind := plot.Spec.Series[i].Kind; !pageOnly(kind) && kind != chart.All {
			wide = max(wide, nameText.space(plot.Spec.Series[i].End))
		}
	}
	c := newChart(page, plot)
	top := p.key(page, c, margin, right, chartTop)
	ticks := c.place(margin, right, top, bottom, leaderGap+wide)
	c.ground(p, ticks)
	c.curves(p)
	c.saving(p, page.Text)
	c.drawNames(p, c.names(), heading)
}

// key says what lines, dots and shades mean, and returns where the chart may begin.
func (p *svg) key(page *page.Picture, c *area, left, right, top float64) float64 {
	const swatch, gap, between, pitch = 30, 8, 20, 28
	words := lettering{size: 22, colour: soft}
	x, y := left, top+20
	// Of one rate both curves are named where they end.
	named := c.Spec.Colors == 1 &&
		slices.ContainsFunc(c.Spec.Series, func(s chart.Series) bool { return s.Kind == chart.Dash && s.End != "" })
	for _, kind := range []string{chart.Line, chart.Dash, chart.Dots, chart.Mean, chart.All, "band"} {
		if !c.seen(kind) || named && (kind == chart.Line || kind == chart.Dash) {
			continue
		}
		text := page.Text.StatusQuo
		switch kind {
		case chart.Dash:
			text = page.Text.Direct
		case chart.Dots:
			text = page.Text.RealisedPriced
		case chart.Mean:
			text = c.label(chart.Mean)
		case chart.All:
			text = c.label(chart.All)
		case "band":
			text = c.Band
		}
		text, words := fit(text, words, 16, right-left-swatch-gap)
		wide := swatch + gap + words.space(text)
		if x > left && x+wide > right {
			x, y = left, y+pitch
		}
		from, to := point{x, y - 7}, point{x + swatch, y - 7}
		switch kind {
		case chart.Line:
			p.rule(from, to, strokeOf(soft, "3.2", ""))
		case chart.Dash:
			p.rule(from, to, strokeOf(soft, "3.2", `stroke-dasharray="9 6"`))
		case chart.Dots:
			p.put(`<path d="`)
			for k := range 3 {
				p.dot(point{x + 4 + 11*float64(k), y - 7})
			}
			p.put(`" `, strokeOf(soft, "5", `stroke-opacity=".6" stroke-linecap="round"`), "/>\n")
		case chart.Mean:
			p.rule(from, to, strokeOf(ink, "2.2", ""))
		case chart.All:
			p.rule(from, to, strokeOf(soft, "1.5", ""))
		case "band":
			p.rect(x, y-15, swatch, 16, `fill="`+c.colour(c.Spec.Bands[0].Color)+`" fill-opacity=".2"`)
		}
		p.say(x+swatch+gap, y, words, text)
		x += wide + between
	}
	return y + 12
}

// notice says in one line what to be careful about.
func (p *svg) notice(text *words.Text, cautions []string, top float64) {
	p.rect(margin, top, 5, 26, `fill="`+warn+`"`)
	lead := lettering{size: 22, weight: semibold, colour: warn}
	words := lettering{size: 22, colour: ink}
	x := margin + 16 + lead.space(text.Card.CautionLead) + 8
	space := Width - margin - x
	said := strings.Join(cautions, text.Card.CautionMark)
	for n := len(cautions) - 1; n > 0 && words.space(said) > space; n-- {
		said = strings.Join(cautions[:n], text.Card.CautionMark) + text.Card.CautionMark + more(text, len(cautions)-n)
	}
	p.say(margin+16, top+21, &lead, text.Card.CautionLead)
	p.say(x, top+21, &words, cut(said, &words, space))
}

// figures draws the headline figures in their column.
func (p *svg) figures(page *page.Picture, plot *page.Plot, top, bottom float64) {
	const left = float64(figuresLeft)
	const space = Width - margin - left
	c := &area{Plot: plot}
	heading := lettering{size: 22, weight: semibold, colour: c.colour(page.Rates[page.Focus].Rank)}
	value := lettering{size: 40, weight: bold, colour: ink}
	label := lettering{size: 22, colour: soft}

	said := words.Fill(page.Text.Card.AtRate, "rate", unbroken(page.Rates[page.Focus].Name))
	for heading.size > 19 && heading.space(said) > space {
		heading.size--
	}
	lines := wrap(said, &heading, space, 2)
	y := top
	p.rule(point{left - 16, top + 2}, point{left - 16, bottom}, thin+line+`"`)
	for _, s := range lines {
		y += 26
		p.say(left, y-6, &heading, s)
	}
	figures := page.Figures
	labels := make([][]string, len(figures))
	height, most, pitch := 0.0, 2, 26.0
	if len(figures) < 3 {
		most = 4
	}
	for i, f := range figures {
		labels[i] = wrap(f.Short, &label, space, most)
		if strings.ContainsFunc(f.Short, isHan) {
			pitch = 28 // these characters reach higher
		}
		height += 40 + pitch*float64(len(labels[i]))
	}
	gap := min(26, (bottom-y-height)/float64(max(1, len(figures))))
	if gap < 4 { // many long labels: smaller figures
		value.size = 34
		gap += 6
	}
	for i, f := range figures {
		y += gap + value.size
		said, l := fit(f.Value, value, 22, space)
		p.say(left, y, l, said)
		for _, s := range labels[i] {
			y += pitch
			p.say(left, y, &label, s)
		}
	}
}

// footer says who, where and from when. Its lettering gets smaller until all has space; then the address
// is cut.
func (p *svg) footer(page *page.Picture, address string) {
	const y, between = 612, 24
	p.rule(point{margin, y - 26}, point{Width - margin, y - 26}, thin+line+`"`)
	brand := lettering{size: 22, weight: bold, colour: accent}
	p.say(margin, y, &brand, page.Text.Card.Brand)
	left := margin + brand.space(page.Text.Card.Brand) + 14
	space := Width - margin - left
	address = drawable(address)
	l := lettering{size: 22, colour: soft}
	data := page.CardData
	for l.size > 18 && l.space(data)+between+l.space(address) > space {
		l.size--
	}
	for l.size > 14 && l.space(data) > space { // of figures of the reader's own, which it names whole
		l.size--
	}
	data = cut(data, &l, space)
	if address != "" && l.space(data)+3*between < space {
		p.say(left, y, &l, cut(address, &l, space-between-l.space(data)))
	}
	l.anchor = "end"
	p.say(Width-margin, y, &l, data)
}

// describe says the card in words.
func describe(page *page.Picture, plot *page.Plot) string {
	strip := strings.NewReplacer("<b>", "", "</b>", "")
	parts := []string{strip.Replace(page.Headline)}
	if plot.Summary != "" {
		parts = append(parts, plot.Summary)
	}
	if plot.Band != "" {
		parts = append(parts, words.Fill(page.Text.Share.Band, "band", plot.Band))
	}
	for _, f := range page.Figures {
		parts = append(parts, words.Fill(page.Text.Card.Said, "label", f.Label, "value", f.Value))
	}
	return strings.Join(append(parts, plot.Notices...), " ")
}
