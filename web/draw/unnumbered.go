package draw

import (
	"github.com/gasburden/gasburden/web/words"
)

// UnnumberedName is the file, without its extension, of the card that says no number.
const UnnumberedName = "link"

// Unnumbered draws the card that stands for a link where nobody has computed its numbers: a host of plain files answers
// every link with the same page, and a number on that page's card would be read as that of the link. address is as
// in SVG. The text must have its words of the site.
func Unnumbered(text *words.Text, address string) []byte {
	p := &svg{}
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" role="img" font-family="`, text.Locale.Fonts, `">`, "\n<title>")
	p.escaped(text.Title)
	p.put("</title>\n<desc>")
	p.escaped(text.Site.Description + " " + text.Site.Unnumbered)
	p.put("</desc>\n")
	p.rect(0, 0, Width, Height, `fill="`+paper+`"`)
	p.rect(0.5, 0.5, Width-1, Height-1, `fill="none" stroke="`+line+`"`)
	p.rect(margin, 0, 56, 8, `fill="`+accent+`"`)
	y := 84.0
	for _, part := range []struct {
		said   string
		l      lettering
		pitch  float64
		before float64
	}{
		{text.Title, lettering{size: 58, weight: bold, colour: ink}, 70, 16},
		{text.Site.Description, lettering{size: 30, colour: soft}, 42, 44},
		{text.Site.Unnumbered, lettering{size: 30, weight: semibold, colour: ink}, 42, 36},
	} {
		y += part.before
		for _, s := range wrap(part.said, &part.l, inner, 4) {
			p.say(margin, y, &part.l, s)
			y += part.pitch
		}
	}
	const foot = 598
	p.rule(point{margin, foot - 34}, point{Width - margin, foot - 34}, thin+line+`"`)
	brand := lettering{size: 26, weight: bold, colour: accent}
	p.say(margin, foot, &brand, text.Card.Brand)
	l := lettering{size: 26, colour: soft, anchor: "end"}
	p.say(Width-margin, foot, &l, cut(drawable(address), &l, inner-brand.space(text.Card.Brand)-24))
	p.put("</svg>\n")
	return p.b
}
