// Package deliver makes what leaves the page: pictures, text and tables of a result. The page itself does
// without it, so that it loads sooner; it asks the engine, a second program in the background.
package deliver

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/web/card"
	"github.com/gasburden/gasburden/web/page"
)

// Kinds of what can be made.
const (
	Markdown = "markdown" // for a FIP discussion
	Text     = "text"     // for a chat
	SVG      = "svg"      // the card
	CSV      = "csv"      // every series on show
	JSON     = "json"     // the result as the command line writes it, see web.Page.JSON
)

// Kinds lists them.
var Kinds = []string{Markdown, Text, SVG, CSV, JSON}

// Make makes one kind of the page's result, computed. An error names an unknown kind.
func Make(p *page.Page, kind string) ([]byte, error) {
	switch kind {
	case Markdown:
		return []byte(p.Markdown()), nil
	case Text:
		return []byte(p.PlainText()), nil
	case SVG:
		return card.SVG(p, p.CardAddress()), nil
	case CSV:
		data, err := p.CSV()
		if err == nil && bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			// Without a byte order mark spreadsheets take UTF-8 for the local encoding, and show no Chinese: nor the name of a
			// reader's file in an English table.
			data = append([]byte("\ufeff"), data...)
		}
		return data, err
	case JSON:
		return p.JSON()
	}
	return nil, fmt.Errorf("deliver: kind is %q, want one of %s", kind, strings.Join(Kinds, ", "))
}
