package draw

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

const where = "gasburden.github.io/gasburden"

// then is a preset of these tests: the default of now from the study's network, which has curves to look at.
const then = "then"

// pageOf is the page of a preset with further assumptions, "name=value", and "by=outflow" for the
// denominator.
func pageOf(t testing.TB, preset string, assumptions ...string) *page.Page {
	t.Helper()
	return pageIn(t, words.English(), preset, assumptions...)
}

// pageIn is that page in the language of a catalogue.
func pageIn(t testing.TB, text *words.Text, preset string, assumptions ...string) *page.Page {
	t.Helper()
	base := assumption.DefaultPreset()
	if base.Snapshot = assumption.StudySnapshot; preset != then {
		var err error
		if base, err = assumption.PresetNamed(preset); err != nil {
			t.Fatal(err)
		}
	}
	overrides, by := base.Scenario(), words.Denominator("")
	for _, a := range assumptions {
		name, value, _ := strings.Cut(a, "=")
		if name == "by" {
			by = words.Denominator(value)
			continue
		}
		if err := overrides.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	page, err := shipped.ScenarioPage(text, overrides)
	if err != nil {
		t.Fatal(err)
	}
	if page.Denominator = words.Denominator(link.DefaultChart(page.Scenario.Version)); by != "" {
		page.Denominator = by
	}
	return page
}

// drawn is a card as its reader meets it.
type drawn struct {
	title, desc string
	texts       []said
	paths       []string // their data
	size        int
}

// said is a text with its box, measured in Inter.
type said struct {
	text                     string
	size                     float64
	left, top, right, bottom float64
	clear                    bool // it stands on a halo
}

// read parses a card, and fails where it is not well-formed.
func read(t testing.TB, svg []byte) drawn {
	t.Helper()
	d := drawn{size: len(svg)}
	dec := xml.NewDecoder(strings.NewReader(string(svg)))
	var stack []xml.StartElement
	var text *said
	var wide, x float64
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			stack = append(stack, e)
			switch e.Name.Local {
			case "text":
				x = number(t, attribute(e, "x"))
				size, y := number(t, attribute(e, "font-size")), number(t, attribute(e, "y"))
				text, wide = &said{size: size, top: y - 0.74*size, bottom: y + 0.21*size,
					clear: attribute(e, "paint-order") != ""}, 0
			case "path":
				d.paths = append(d.paths, attribute(e, "d"))
			}
		case xml.EndElement:
			if e.Name.Local == "text" {
				text.left = x
				switch attribute(stack[len(stack)-1], "text-anchor") {
				case "middle":
					text.left -= wide / 2
				case "end":
					text.left -= wide
				}
				text.right = text.left + wide
				d.texts = append(d.texts, *text)
				text = nil
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) == 0 {
				continue
			}
			switch in := stack[len(stack)-1]; {
			case in.Name.Local == "title":
				d.title += string(e)
			case in.Name.Local == "desc":
				d.desc += string(e)
			case text != nil:
				text.text += string(e)
				w := map[string]weight{"": regular, "600": semibold, "700": bold}[attribute(in, "font-weight")]
				wide += width(string(e), text.size, w)
			case strings.TrimSpace(string(e)) != "":
				t.Errorf("%q stands in a %s", e, in.Name.Local)
			}
		}
	}
	return d
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(t testing.TB, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		t.Fatalf("%q is not a number: %v", text, err)
	}
	return v
}

// says reports whether a text of the card is, or holds, the given one.
func (d *drawn) says(part string) bool {
	for _, s := range d.texts {
		if strings.Contains(strings.ReplaceAll(s.text, "\u00a0", " "), part) {
			return true
		}
	}
	return false
}

// heroOf is the picture of a page with its hero chart.
func heroOf(p *page.Page) *page.Picture { return p.Picture(page.Hero) }
