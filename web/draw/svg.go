package draw

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// Colours of the page's light theme, and of FIL+ rates from low to high by how many there are.
const (
	paper   = "#faf9f6"
	ink     = "#1b1d22"
	soft    = "#5c616b"
	line    = "#e4e1da"
	accent  = "#0b62d6"
	history = "#f1eee7"
	warn    = "#b86e00"
)

var rateColours = [...][]string{
	{"#bd2f5c"},
	{"#c97600", "#3f2f9e"},
	{"#c97600", "#bd2f5c", "#3f2f9e"},
	{"#c97600", "#c24c4d", "#933b76", "#3f2f9e"},
	{"#c97600", "#c45743", "#bd2f5c", "#7e3c81", "#3f2f9e"},
}

var pinColours = [...]string{"#1b4715", "#009996", "#998700"} // of pinned runs

// svg is SVG text in the making. Coordinates are px of the card, written with one decimal.
//
// What writes it is called from many places and is kept out of line there: inlined it would cost the page
// 8 KB more (gzip), and a card is drawn once a click.
type svg struct{ b []byte }

//go:noinline
func (p *svg) put(parts ...string) {
	for _, s := range parts {
		p.b = append(p.b, s...)
	}
}

//go:noinline
func (p *svg) number(v float64) { p.b = appendNumber(p.b, v) }

// appendNumber writes a coordinate: one decimal, none where that is zero.
func appendNumber(b []byte, v float64) []byte {
	tenths := math.Round(v * 10)
	if tenths == 0 {
		return append(b, '0') // not -0
	}
	whole := int64(tenths)
	if whole < 0 {
		b = append(b, '-')
		whole = -whole
	}
	b = strconv.AppendInt(b, whole/10, 10)
	if whole%10 != 0 {
		b = append(b, '.', byte('0'+whole%10))
	}
	return b
}

// attribute writes name="v".
func (p *svg) attribute(name string, v float64) {
	p.put(" ", name, `="`)
	p.number(v)
	p.put(`"`)
}

// rect and rule draw a rectangle and a straight line; paint is further attributes as they stand in SVG.
func (p *svg) rect(x, y, width, height float64, paint string) {
	p.put("<rect")
	p.attribute("x", x)
	p.attribute("y", y)
	p.attribute("width", width)
	p.attribute("height", height)
	p.put(" ", paint, "/>\n")
}

func (p *svg) rule(from, to point, paint string) {
	p.put(`<path d="`)
	p.path([]point{from, to})
	p.put(`" `, paint, "/>\n")
}

// dot writes the data of a path that is a dot where lines have round ends.
//
//go:noinline
func (p *svg) dot(at point) {
	p.path([]point{at})
	p.put("h.01")
}

// strokeOf is the paint of a line; more is further attributes.
//
//go:noinline
func strokeOf(colour, width, more string) string {
	return `stroke="` + colour + `" stroke-width="` + width + `" ` + more
}

// escaped writes text that is safe between tags and in attributes. Characters that XML has no place
// for are left out.
func (p *svg) escaped(text string) {
	for _, r := range text {
		safe := ""
		switch r {
		case '&':
			safe = "&amp;"
		case '<':
			safe = "&lt;"
		case '>':
			safe = "&gt;"
		case '"':
			safe = "&quot;"
		default:
			if r >= ' ' && (r < 0x7f || r >= 0xa0) && r != 0xfffe && r != 0xffff && r != utf8.RuneError {
				p.b = utf8.AppendRune(p.b, r)
			}
		}
		p.put(safe)
	}
}

// lettering is how text looks.
type lettering struct {
	size   float64
	weight weight
	colour string
	anchor string // "", middle or end
	halo   bool   // kept clear of the lines behind it
}

// width is how wide text is in Inter, space how wide it may be in another font, px.
//
//go:noinline
func (l *lettering) width(text string) float64 { return width(text, l.size, l.weight) }

//go:noinline
func (l *lettering) space(text string) float64 { return float64(l.width(text) * slack) }

// say writes one line of text with its baseline at y. A longer one is held to the width that it has in
// Inter: where the reader's machine has another font its letters are drawn narrower or wider, and nothing
// runs into anything.
func (p *svg) say(x, y float64, l *lettering, text string) {
	p.put("<text")
	p.attribute("x", x)
	p.attribute("y", y)
	p.attribute("font-size", l.size)
	if l.weight != regular {
		p.put(` font-weight="`, l.weight.attribute(), `"`)
	}
	p.put(` fill="`, l.colour, `"`)
	if l.anchor != "" {
		p.put(` text-anchor="`, l.anchor, `"`)
	}
	if wide := l.width(text); wide > 60 {
		p.attribute("textLength", wide)
		p.put(` lengthAdjust="spacingAndGlyphs"`)
	}
	if l.halo {
		p.put(` paint-order="stroke" stroke="`, paper, `" stroke-width="6" stroke-linejoin="round"`)
	}
	p.put(">")
	p.escaped(text)
	p.put("</text>\n")
}
