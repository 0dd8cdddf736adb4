package ui

import (
	"strings"

	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// Panel is the part of the page that takes a result elsewhere.
type Panel struct {
	Page    *page.Page
	Picture *page.Picture
}

// CopiedLink copies the link.
func (c *Panel) CopiedLink(vugu.DOMEvent) { c.Page.CopyLink() }

// CopiedMarkdown copies the result for a FIP discussion.
func (c *Panel) CopiedMarkdown(vugu.DOMEvent) { c.Page.Copy(page.KindMarkdown) }

// CopiedText copies the result for a chat.
func (c *Panel) CopiedText(vugu.DOMEvent) { c.Page.Copy(page.KindText) }

// CopiedImage copies the card.
func (c *Panel) CopiedImage(vugu.DOMEvent) { c.Page.Copy(page.KindPNG) }

// Kinds of files that the engine makes, beside the picture and the numbers.
func (c *Panel) Kinds() []string {
	return []string{page.KindPNG, page.KindSVG, page.KindJSON}
}

// KindName is a kind as people write it.
func (c *Panel) KindName(kind string) string { return strings.ToUpper(kind) }

// KindLabel names the button that downloads a kind.
func (c *Panel) KindLabel(kind string) string {
	return words.Fill(c.Picture.Text.Share.DownloadLabel, "kind", c.KindName(kind))
}

// Downloaded makes a file.
func (c *Panel) Downloaded(_ vugu.DOMEvent, kind string) { c.Page.Save(kind) }

// DownloadedScenario saves the scenario as a file.
func (c *Panel) DownloadedScenario(vugu.DOMEvent) { c.Page.SaveScenario() }

// FileChosen reads the scenario file that the reader picked.
func (c *Panel) FileChosen(vugu.DOMEvent) { c.Page.ReadFile("open-scenario") }

// OwnChosen reads the figures that the reader picked.
func (c *Panel) OwnChosen(vugu.DOMEvent) { c.Page.ReadOwn("open-own") }

// OwnDropped goes back to the published figures.
func (c *Panel) OwnDropped(vugu.DOMEvent) { c.Page.DropOwn() }

// EmbedChosen adds or drops a control of the embedded chart.
func (c *Panel) EmbedChosen(event vugu.DOMEvent, name string) {
	c.Page.ChooseEmbedded(name, event.PropBool("target", "checked"))
}

// EmbedPicked picks the kind of snippet.
func (c *Panel) EmbedPicked(event vugu.DOMEvent) {
	c.Page.ChooseSnippet(event.PropString("target", "value"))
}

// Snippet is what to paste where the result shall be embedded.
func (c *Panel) Snippet() string { return doc.Snippet(c.Picture, c.Picture.Form.EmbedKind) }

// CopiedEmbed copies the snippet.
func (c *Panel) CopiedEmbed(vugu.DOMEvent) { c.Page.CopySnippet(c.Snippet()) }
