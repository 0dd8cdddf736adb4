package page

import (
	"cmp"
	"encoding/json"
	"github.com/gasburden/gasburden/web/words"
)

// Outlet is how results leave the page: clipboard and files of the browser, and the engine that makes what
// takes more than the page itself carries. How it ended comes later, by Page.Told.
type Outlet interface {
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

// The kinds of what an Outlet makes.
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
	Pinned   string          // the link of the pinned run, "" where there is none or a link cannot carry it
	OwnFile  string          // name of the reader's own figures that it is based on, "" for the published ones
}

// Request is the result on show.
func (p *Page) Request() Request {
	query, tooLong := p.Link()
	r := Request{Query: query}
	if tooLong {
		r.Scenario = p.ScenarioFile()
	}
	if p.Own != nil {
		r.OwnFile = cmp.Or(p.Own.File, "CSV") // a name of invisible characters alone is none, but these are the reader's figures
	}
	if p.Pinned != nil && p.Pinned.whole {
		r.Pinned = p.Pinned.Query
	}
	return r
}

// CopyLink puts the link on the clipboard, or says that it does not carry the scenario.
func (p *Page) CopyLink() {
	p.Rest()
	address, tooLong := p.Address()
	if tooLong {
		p.ShareStatus, p.ShareFailed = p.Text.Link.TooLong, true
		return
	}
	p.Outlet.CopyText("link", address)
}

// What an Outlet was asked for.
const (
	ToldCopied = "copied"
	ToldSaved  = "saved"
)

// Told says how what was asked of the Outlet ended. detail is what was copied, or the name of the file;
// text is what was copied, where it is text.
func (p *Page) Told(outcome, detail, text string, err error) {
	said := &p.Text.Share
	p.Rest()
	p.ShareFailed = err != nil
	if outcome == ToldCopied && text != "" {
		p.Copied = text
	}
	switch {
	case err != nil && outcome == ToldCopied && text != "":
		p.ShareStatus = words.Fill(said.CopyFailed, "error", err.Error())
		p.PreviewOpen = true
	case err != nil:
		p.ShareStatus = words.Fill(said.NotMade, "error", err.Error())
	case outcome == ToldCopied:
		p.ShareStatus = words.Fill(said.Copied, "what", said.What[detail])
	default:
		p.ShareStatus = words.Fill(said.Saved, "name", detail)
	}
}
