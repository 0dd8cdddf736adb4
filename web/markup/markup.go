// Package markup writes HTML: of the methodology page, the evidence and the steps of a day. Page and embedded chart
// need none, as Vugu renders them.
package markup

import (
	"html"
	"strings"

	"github.com/gasburden/gasburden/web/words"
)

// Writer collects HTML. Texts are escaped; what is HTML already is called so.
type Writer struct {
	strings.Builder
	Fill func(text string) string // fills the placeholders of texts; nil where there are none
}

// Text is a text as HTML, filled, with its numbers beside their units.
func (w *Writer) Text(text string) string {
	if w.Fill != nil {
		text = w.Fill(text)
	}
	return html.EscapeString(words.Unbroken(text))
}

// Line writes a line of HTML.
func (w *Writer) Line(parts ...string) {
	for _, part := range parts {
		w.WriteString(part)
	}
	w.WriteByte('\n')
}

// Tag writes an element with a text on a line. The attributes are HTML and begin with a space, or are "".
func (w *Writer) Tag(name, attributes, text string) {
	w.Line("<", name, attributes, ">", w.Text(text), "</", name, ">")
}

// List writes a list of texts; name is ol or ul.
func (w *Writer) List(name, attributes string, items []string) {
	w.Line("<", name, attributes, ">")
	for _, item := range items {
		w.Tag("li", "", item)
	}
	w.Line("</", name, ">")
}

// Table is a table that scrolls sideways on its own. Rows are HTML; the first cell of a row is its head.
type Table struct {
	Class   string // of the box that scrolls
	Label   string // of that box, as HTML
	Caption string // a text, "" for none
	Heads   []string
	Rows    [][]string
}

// Table writes a table.
func (w *Writer) Table(t Table) {
	w.Line(`<div class="`, t.Class, `" tabindex="0" role="group" aria-label="`, t.Label, `"><table>`)
	if t.Caption != "" {
		w.Tag("caption", "", t.Caption)
	}
	w.WriteString("<thead><tr>")
	for _, head := range t.Heads {
		w.WriteString(`<th scope="col">` + w.Text(head) + "</th>")
	}
	w.Line("</tr></thead>\n<tbody>")
	for _, cells := range t.Rows {
		w.Line(`<tr><th scope="row">`, cells[0], "</th><td>", strings.Join(cells[1:], "</td><td>"), "</td></tr>")
	}
	w.Line("</tbody></table></div>")
}

// Link is a title that leads to an address, if it has one, as HTML.
func Link(title, address string) string {
	if title = html.EscapeString(title); address == "" {
		return title
	}
	return `<a href="` + html.EscapeString(address) + `">` + title + "</a>"
}
