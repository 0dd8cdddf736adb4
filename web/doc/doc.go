// Package doc writes a Picture as Markdown, text, CSV, JSON and the snippets that embed it. The page itself does mostly
// without it, so that it loads sooner; it asks the engine, a second program in the background.
package doc

import (
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
)

// Kinds of what Make makes.
var Kinds = []string{page.KindMarkdown, page.KindText, page.KindSVG, page.KindCSV, page.KindJSON}

// Make makes one kind of the page's result, computed. An error names an unknown kind.
func Make(p *page.Page, kind string) ([]byte, error) {
	switch kind {
	case page.KindMarkdown:
		return []byte(Markdown(p.Picture(page.Hero))), nil
	case page.KindText:
		return []byte(PlainText(p.Picture(page.Hero))), nil
	case page.KindSVG:
		picture := p.Picture(page.Hero)
		return draw.SVG(picture, picture.CardAddress), nil
	case page.KindCSV:
		data, err := CSV(p.Picture(p.Shown()...))
		return withMark(data), err
	case page.KindJSON:
		return JSON(p.Picture())
	}
	return nil, fmt.Errorf("doc: kind is %q, want one of %s", kind, strings.Join(Kinds, ", "))
}
