package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/web/words"
)

const (
	svgType  = "image/svg+xml; charset=utf-8"
	jsonType = "application/json"
	textType = "text/plain; charset=utf-8"
)

// refusal is an answer to a request that is at fault: its status, and what is wrong with it.
type refusal struct {
	status    int
	sentences []string
}

func (r refusal) Error() string { return strings.Join(r.sentences, " ") }

func refuseJSON(_ *words.Text, dst []byte, sentences []string) []byte {
	body, err := json.Marshal(map[string]any{"errors": sentences})
	if err != nil {
		panic("worker: " + err.Error()) // made of strings
	}
	return append(append(dst, body...), '\n')
}

func refuseText(_ *words.Text, dst []byte, sentences []string) []byte {
	for _, s := range sentences {
		dst = append(append(dst, printable(s)...), '\n')
	}
	return dst
}

// refuseSVG is a picture of the card's size that says what is wrong, for who looks at an <img>.
func refuseSVG(text *words.Text, dst []byte, sentences []string) []byte {
	const perLine, most = 78, 14
	var lines []string
	for _, s := range sentences {
		lines = append(lines, broken(printable(s), perLine)...)
	}
	if len(lines) > most {
		lines = append(lines[:most-1], "…")
	}
	dst = append(dst, `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" role="img" font-family="Inter, system-ui, sans-serif">
<rect width="1200" height="630" fill="#faf9f6"/><rect x="40" width="56" height="8" fill="#b86e00"/>
<text x="40" y="74" font-size="36" font-weight="700" fill="#1b1d22">`...)
	dst = append(append(dst, escaped(text.Worker.CardRefused)...), "</text>\n"...)
	for i, line := range lines {
		dst = append(dst, `<text x="40" y="`...)
		dst = strconv.AppendInt(dst, int64(130+34*i), 10)
		dst = append(dst, `" font-size="24" fill="#1b1d22">`...)
		dst = append(append(dst, escaped(line)...), "</text>\n"...)
	}
	return append(dst, "</svg>\n"...)
}

// broken is text in lines of at most n characters, broken at spaces where it can be.
func broken(text string, n int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		for utf8.RuneCountInString(word) > n {
			runes := []rune(word)
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, string(runes[:n])), string(runes[n:])
		}
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > n:
			lines, line = append(lines, line), word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

// printable is valid UTF-8 without control characters, and without what XML has no place for.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || 0x7f <= r && r < 0xa0 || 0x2028 <= r && r <= 0x202e || r == utf8.RuneError || r == 0xfffe ||
			r == 0xffff {
			return -1
		}
		return r
	}, text)
}

// escaped is text that stands for itself in XML and HTML, in attributes too.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace(text)
}
