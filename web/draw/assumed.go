package draw

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// word is a part of the list of assumptions that is not broken over lines. A list is words with a space
// between them, but none before a mark.
type word struct {
	text string
	*lettering
	begins bool // an assumption, so that a mark stands before it
}

// assumedLines is how many lines the assumptions may take, assumedPitch how far they are apart, px.
const (
	assumedLines = 2
	assumedPitch = 28
)

func more(text *words.Text, n int) string { return words.Fill(text.Card.More, "n", strconv.Itoa(n)) }

// assumptions lists what differs from the defaults, then the rest as far as there is space.
func (p *svg) assumptions(page *page.Picture, top float64) {
	text := &page.Text.Card
	lead, changed, rest := &lettering{22, semibold, accent, "", false}, &lettering{22, semibold, ink, "", false},
		&lettering{22, regular, soft, "", false}
	title := text.Assumed
	if preset := page.Preset; preset != "" {
		title = page.Text.Preset[preset].Label
	}
	var items [][]word
	items = append(items, pieces(title, lead))
	marked := 0
	all := page.Assumptions
	for _, differs := range []bool{true, false} {
		first := true
		for _, a := range all {
			if a.Changed != differs || a.Name == "snapshot" || a.Name == "messages" {
				continue // which the footer and the subtitle say
			}
			said, how := words.Fill(text.Assumption, "label", a.Label, "value", unbroken(a.Value)), rest
			if differs {
				how = changed
				marked++
			}
			if first && differs {
				said = words.Fill(text.Changed, "first", said)
			} else if first && marked > 0 {
				said = words.Fill(text.Defaults, "first", said)
			}
			first = false
			items = append(items, pieces(said, how))
		}
	}
	lines := layWords(items)
	for n := len(items) - 1; lines == nil && n > 0; n-- {
		shown := items[:n:n]
		if n <= marked {
			shown = append(shown, pieces(more(page.Text, marked+1-n), changed))
		}
		lines = layWords(shown)
	}
	for i, line := range lines {
		p.words(line, top+assumedPitch*float64(i), rest)
	}
}

// words writes a line of words, those that belong together as one text: resvg cannot hold a text to its
// width that changes its looks on the way.
func (p *svg) words(line []word, y float64, marks *lettering) {
	x := float64(margin)
	for i := 0; i < len(line); {
		end, said := i+1, line[i].text
		for ; end < len(line) && !line[end].begins; end++ {
			said += " " + line[end].text
		}
		if i > 0 {
			x += marks.width(" ")
			p.say(x, y, marks, itemMark)
			x += marks.width(itemMark + " ")
		}
		p.say(x, y, line[i].lettering, said)
		x += line[i].width(said)
		i = end
	}
}

// itemMark stands between two assumptions, with a space on either side.
const itemMark = "·"

// unbroken keeps a number on one line with its unit, and a date on one.
func unbroken(value string) string {
	digit := func(c byte) bool { return '0' <= c && c <= '9' }
	letter := func(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }
	var b []byte
	for i := range len(value) {
		c := value[i]
		if c == ' ' && i > 0 && i+1 < len(value) && (digit(value[i-1]) || letter(value[i-1]) && digit(value[i+1])) {
			b = append(b, "\u00a0"...)
			continue
		}
		b = append(b, c)
	}
	return string(b)
}

func pieces(text string, l *lettering) []word {
	var out []word
	for i, s := range strings.Split(text, " ") {
		out = append(out, word{s, l, i == 0})
	}
	return out
}

// layWords breaks assumptions into lines; nil where they do not fit.
func layWords(items [][]word) [][]word {
	var lines [][]word
	used := 0.0
	space, mark := width(" ", 22, regular), width(" "+itemMark+" ", 22, regular)
	for _, item := range items {
		for _, w := range item {
			before, own := space, w.width(w.text)
			if w.begins {
				before = mark
			}
			if n := len(lines); n > 0 && used+before+own <= inner {
				lines[n-1] = append(lines[n-1], w)
				used += before + own
				continue
			}
			if len(lines) == assumedLines || own > inner {
				return nil
			}
			lines = append(lines, []word{w})
			used = own
		}
	}
	return lines
}
