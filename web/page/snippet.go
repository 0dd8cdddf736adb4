package page

import (
	"strconv"
	"strings"
)

// The kinds of snippets, the default first.
const (
	snippetFrame    = "iframe"
	snippetResizing = "iframe-resizing"
	snippetMarkdown = "markdown-image"
	snippetOEmbed   = "oembed"
)

var SnippetKinds = []string{snippetFrame, snippetResizing, snippetMarkdown, snippetOEmbed}

// embedHeight is enough for the chart, its sentence and no controls at a width of 700 px; each control
// needs embedControlHeight more.
const embedHeight, embedRowHeight = 970, 210

// EmbedHeight is how high an embedded chart of the link should be, px.
func (p *Page) EmbedHeight() int { return embedHeight + embedRowHeight*((len(p.EmbedControls)+1)/2) }

// Snippet is what to paste where the result shall be embedded, or why there is none.
func (p *Page) Snippet() string {
	query, tooLong := p.Link()
	address, _ := p.Address()
	if tooLong {
		return p.Text.Link.TooLong
	}
	height := strconv.Itoa(p.EmbedHeight())
	frame := `<iframe src="` + EscapeAttribute(p.Places.Page+"embed.html?"+query) + `" title="` + EscapeAttribute(p.Text.Share.EmbedTitle) +
		`" width="100%" height="` + height + `" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
	switch p.EmbedKind {
	case snippetResizing:
		return frame + "\n" + `<script>addEventListener("message",function(e){if(!e.data||e.data.gasburden!=="height")return;` +
			`document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.height=e.data.height})})</script>`
	case snippetMarkdown:
		picture := p.picture()
		if picture == "" {
			return p.noCards()
		}
		return "[![" + escapeMarkdown(plain(p.Headline())) + "](" + picture + ")](" + address + ")"
	case snippetOEmbed:
		if p.Places.Cards == "" || p.Own != nil {
			return p.noCards()
		}
		return p.Places.Cards + "oembed?format=json&url=" + escapeQuery(p.Places.Cards+"?"+query)
	}
	return frame
}

// noCards says why there is no picture of the result at any address.
func (p *Page) noCards() string {
	if p.Own != nil {
		return p.Text.Own.NoCards
	}
	return p.Text.Share.NoCards
}

func EscapeAttribute(text string) string {
	return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(text)
}

// escapeQuery escapes an address that stands in a query. Links hold nothing else that needs it.
func escapeQuery(text string) string {
	return strings.NewReplacer("%", "%25", "&", "%26", "?", "%3F", "=", "%3D", "#", "%23", "+", "%2B").Replace(text)
}
