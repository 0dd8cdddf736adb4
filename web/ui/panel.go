package ui

import (
	"strings"

	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// Panel is the part of the page that takes a result elsewhere.
type Panel struct {
	Page *page.Page
}

// copied asks for a kind of the result on the clipboard.
func (c *Panel) copied(kind string) {
	p := c.Page
	p.Rest()
	p.ShareStatus, p.ShareFailed = p.Text.Share.Working, false
	p.Outlet.Copy(kind, p.Request())
}

// CopiedLink copies the link.
func (c *Panel) CopiedLink(vugu.DOMEvent) { c.Page.CopyLink() }

// CopiedMarkdown copies the result for a FIP discussion.
func (c *Panel) CopiedMarkdown(vugu.DOMEvent) { c.copied(page.KindMarkdown) }

// CopiedText copies the result for a chat.
func (c *Panel) CopiedText(vugu.DOMEvent) { c.copied(page.KindText) }

// CopiedImage copies the card.
func (c *Panel) CopiedImage(vugu.DOMEvent) { c.copied(page.KindPNG) }

// Kinds of files that the engine makes.
func (c *Panel) Kinds() []string {
	return []string{page.KindPNG, page.KindSVG, page.KindCSV, page.KindJSON}
}

// KindName is a kind as people write it.
func (c *Panel) KindName(kind string) string { return strings.ToUpper(kind) }

// Downloaded makes a file.
func (c *Panel) Downloaded(_ vugu.DOMEvent, kind string) {
	p := c.Page
	p.Rest()
	p.ShareStatus, p.ShareFailed = p.Text.Share.Working, false
	p.Outlet.Save(kind, p.FileName(kind), p.Request())
}

// DownloadedScenario saves the scenario as a file.
func (c *Panel) DownloadedScenario(vugu.DOMEvent) {
	p := c.Page
	p.Rest()
	p.Outlet.SaveText(p.FileName("scenario.json"), "application/json", string(p.ScenarioFile()))
}

// PreviewToggled opens or closes the preview. The browser would do it by itself, but a render could undo it.
func (c *Panel) PreviewToggled(event vugu.DOMEvent) {
	event.PreventDefault()
	c.Page.Rest()
	c.Page.PreviewOpen = !c.Page.PreviewOpen
}

// FileChosen reads the scenario file that the reader picked; the Outlet hands what it says to Page.OpenFile.
func (c *Panel) FileChosen(vugu.DOMEvent) {
	p := c.Page
	p.Rest()
	p.FileError, p.ShareStatus, p.ShareFailed = "", p.Text.Share.Working, false
	p.Outlet.Read("open-scenario")
}

// OwnChosen reads the figures that the reader picked.
func (c *Panel) OwnChosen(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.OwnError, c.Page.OwnBusy = "", true
	c.Page.Outlet.ReadOwn("open-own")
}

// OwnDropped goes back to the published figures.
func (c *Panel) OwnDropped(vugu.DOMEvent) { c.Page.DropOwn() }

// EmbedToggled opens or closes the snippets.
func (c *Panel) EmbedToggled(event vugu.DOMEvent) {
	event.PreventDefault()
	c.Page.Rest()
	c.Page.EmbedOpen = !c.Page.EmbedOpen
}

// EmbedChosen adds or drops a control of the embedded chart.
func (c *Panel) EmbedChosen(event vugu.DOMEvent, name string) {
	p := c.Page
	p.Rest()
	var chosen []string
	for _, choice := range c.Page.EmbedChoices() {
		on := choice.On
		if choice.Name == name {
			on = event.PropBool("target", "checked")
		}
		if on {
			chosen = append(chosen, choice.Name)
		}
	}
	p.EmbedControls = chosen
}

// EmbedPicked picks the kind of snippet.
func (c *Panel) EmbedPicked(event vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.EmbedKind = event.PropString("target", "value")
}

// CopiedEmbed copies the snippet.
func (c *Panel) CopiedEmbed(vugu.DOMEvent) {
	c.Page.Rest()
	c.Page.Outlet.CopyText("embed", c.Page.Snippet())
}
