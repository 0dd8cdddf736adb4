package page

// written writes Pictures, as package doc does: the tests of what a page says read it there too.
var written struct {
	markdown, plainText func(*Picture) string
	csv, json           func(*Picture) ([]byte, error)
	snippet             func(p *Picture, kind string) string
}

// WriteWith lets the tests write pictures by these functions.
func WriteWith(markdown, plainText func(*Picture) string, csv, json func(*Picture) ([]byte, error),
	snippet func(p *Picture, kind string) string) {
	written.markdown, written.plainText, written.csv, written.json, written.snippet = markdown, plainText, csv, json,
		snippet
}

func (p *Page) Markdown() string      { return written.markdown(p.Picture(Hero)) }
func (p *Page) PlainText() string     { return written.plainText(p.Picture(Hero)) }
func (p *Page) CSV() ([]byte, error)  { return written.csv(p.Picture(PlotIDs...)) }
func (p *Page) JSON() ([]byte, error) { return written.json(p.Picture()) }
func (p *Page) Snippet() string       { return written.snippet(p.Picture(), p.EmbedKind) }
