package doc

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/web/page"
)

// embedHeight is enough for an embedded chart, its sentence and no controls at a width of 700 px; each two controls
// need embedRowHeight more.
const embedHeight, embedRowHeight = 970, 210

// EmbedHeight is how high an embedded chart of the picture should be, px.
func EmbedHeight(p *page.Picture) int { return embedHeight + embedRowHeight*((len(p.Embedded)+1)/2) }

// Snippet is what to paste where the result shall be embedded, or why there is none. kind is one of the picture's
// Form.EmbedKinds.
func Snippet(p *page.Picture, kind string) string {
	if p.TooLong {
		return p.Text.Link.TooLong
	}
	height := strconv.Itoa(EmbedHeight(p))
	frame := `<iframe src="` + EscapeAttribute(p.Places.Page+"embed.html?"+p.Query) + `" title="` +
		EscapeAttribute(p.Text.Share.EmbedTitle) +
		`" width="100%" height="` + height + `" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
	switch kind {
	case page.SnippetResizing:
		return frame + "\n" + `<script>addEventListener("message",function(e){if(!e.data||e.data.gasburden!=="height")return;` +
			`document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.height=e.data.height})})</script>`
	case page.SnippetMarkdown:
		if p.Image == "" {
			return noCards(p)
		}
		return "[![" + escapeMarkdown(plain(p.Headline)) + "](" + p.Image + ")](" + p.Address + ")"
	case page.SnippetOEmbed:
		if p.Places.Cards == "" || p.Own != nil {
			return noCards(p)
		}
		return p.Places.Cards + "oembed?format=json&url=" + escapeQuery(p.Places.Cards+"?"+p.Query)
	}
	return frame
}

// noCards says why there is no picture of the result at any address.
func noCards(p *page.Picture) string {
	if p.Own != nil {
		return p.Text.Own.NoCards
	}
	return p.Text.Share.NoCards
}

// EscapeAttribute is text as the value of an attribute of HTML.
func EscapeAttribute(text string) string {
	return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(text)
}

// escapeQuery escapes an address that stands in a query. Links hold nothing else that needs it.
func escapeQuery(text string) string {
	return strings.NewReplacer("%", "%25", "&", "%26", "?", "%3F", "=", "%3D", "#", "%23", "+", "%2B").Replace(text)
}
