package page

import (
	"cmp"
	"encoding/json"

	"github.com/gasburden/gasburden/web/words"
)

// Exporter is how results leave the page: clipboard and files of the browser, and the engine that makes what
// takes more than the page itself carries. How it ended comes later, by Page.Told.
type Exporter interface {
	// CopyText puts text on the clipboard.
	CopyText(what, text string)
	// Copy makes Markdown, text or the picture of a result and puts it on the clipboard.
	Copy(kind string, of Request)
	// SaveText offers text as a file.
	SaveText(name, mediaType, text string)
	// Save makes a kind of a result and offers it as a file.
	Save(kind, name string, of Request)
	// ReadOwn reads the figures of the file that was picked in the element of that id, for Page.UseOwn.
	ReadOwn(id string)
	// Read reads the file that was picked in the element of that id, for Page.OpenFile.
	Read(id string)
}

// The kinds of what an Exporter makes.
const (
	KindMarkdown = "markdown"
	KindText     = "text"
	KindPNG      = "png"
	KindSVG      = "svg"
	KindCSV      = "csv"
	KindJSON     = "json"
)

// Request says what result is meant.
type Request struct {
	Query    string          // the link
	Scenario json.RawMessage // where the scenario did not fit into it, else nil
	Pinned   []string        // the links of the pinned runs on show, "" for one that a link cannot carry
	Said     []string        // what the page says of it and the link does not: what of another link it could not show
	Network  bool            // the charts of the network are on show, too
	OwnFile  string          // name of the reader's own figures that it is based on, "" for the published ones
}

// Request is the result on show.
func (p *Choices) Request() Request {
	query, tooLong := p.Link()
	r := Request{Query: query, Network: p.Folds.Network}
	if tooLong {
		r.Scenario = p.ScenarioFile()
	}
	if p.Own != nil {
		// a name of invisible characters alone is none, but these are the reader's figures
		r.OwnFile = cmp.Or(p.Own.File, "CSV")
	}
	said := p.words()
	r.Said = append(said.notes(), said.pinsLeft()...)
	for _, pin := range said.pins() {
		r.Pinned = append(r.Pinned, p.pinQuery(pin))
	}
	return r
}

// CopyLink puts the link on the clipboard, or says that it does not carry the scenario.
func (p *Choices) CopyLink() {
	p.Settle()
	address, tooLong := p.Address()
	if tooLong {
		p.shareStatus, p.ShareFailed = func(p *composer) string { return p.Text.Link.TooLong }, true
		return
	}
	p.Exporter.CopyText("link", address)
}

// Copy puts a kind of the result on the clipboard.
func (p *Choices) Copy(kind string) {
	p.Settle()
	p.shareStatus, p.ShareFailed = working, false
	p.Exporter.Copy(kind, p.Request())
}

// Save makes a file of the result.
func (p *Choices) Save(kind string) {
	p.Settle()
	p.shareStatus, p.ShareFailed = working, false
	p.Exporter.Save(kind, p.FileName(kind), p.Request())
}

// SaveScenario makes a file of the scenario.
func (p *Choices) SaveScenario() {
	p.Settle()
	p.Exporter.SaveText(p.FileName("scenario.json"), "application/json", string(p.ScenarioFile()))
}

func working(p *composer) string { return p.Text.Share.Working }

// What an Exporter was asked for.
const (
	ToldCopied = "copied"
	ToldSaved  = "saved"
)

// Told says how what was asked of the Exporter ended. detail is what was copied, or the name of the file;
// text is what was copied, where it is text.
func (p *Choices) Told(outcome, detail, text string, err error) {
	p.Settle()
	p.told++
	p.ShareFailed = err != nil
	if outcome == ToldCopied && text != "" {
		p.Copied = text
		p.PreviewOpen = p.PreviewOpen || err != nil
	}
	p.shareStatus = func(p *composer) string {
		said := &p.Text.Share
		switch {
		case err != nil && outcome == ToldCopied && text != "":
			return words.Fill(said.CopyFailed, "error", err.Error())
		case err != nil:
			return words.Fill(said.NotMade, "error", err.Error())
		case outcome == ToldCopied:
			return words.Fill(said.Copied, "what", said.What[detail])
		}
		return words.Fill(said.Saved, "name", detail)
	}
}

// The kinds of snippets that embed a result, the default first.
const (
	SnippetFrame    = "iframe"
	SnippetResizing = "iframe-resizing"
	SnippetMarkdown = "markdown-image"
	SnippetOEmbed   = "oembed"
)

var snippetKinds = []string{SnippetFrame, SnippetResizing, SnippetMarkdown, SnippetOEmbed}

// CopySnippet puts a snippet on the clipboard.
func (p *Choices) CopySnippet(snippet string) {
	p.Settle()
	p.Exporter.CopyText("embed", snippet)
}
