package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// preview is what other sites show of a link. entry.mjs makes addresses of it.
type preview struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Alt         string `json:"alt"`         // of the link's own card
	Address     string `json:"address"`     // below the site's own: where the link is at home
	Query       string `json:"query"`       // of its card; "" where none is drawn
	Preset      string `json:"preset"`      // the preset whose card is that of the link, or ""
	Card        string `json:"card"`        // that stands in where none is drawn, in the folder of cards
	FallbackAlt string `json:"fallbackAlt"` // of that card

	link   string // canonical
	height int    // of an embedded chart, px
}

// meta answers a link, or with url the address of a page, whose query may lie over the scenario of a preset. Whatever
// other sites may be told of a link is for people, who get what can be read, with notices.
func (h *handler) meta(r *http.Request, dst []byte) ([]byte, error) {
	l, err := h.asked(r, mostDrawn, false)
	var no refusal
	var p *preview
	switch {
	case err == nil:
		p, err = h.preview(l, r.URL)
	case l != nil && errors.As(err, &no): // it would cost too much
		p, err = h.unnumbered(r.URL), nil
	}
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(p)
	return append(dst, body...), err
}

// unnumbered is the preview of a link that is not computed. It says no number: any that is at hand is another link's.
func (h *handler) unnumbered(u *url.URL) *preview {
	site := &h.text.Site
	p := &preview{Title: site.Title, Description: site.Description, Address: below(u), Card: draw.UnnumberedName,
		FallbackAlt: site.UnnumberedAlt}
	h.inLanguage(p)
	return p
}

// below is the address that a request asks about, below the site's own.
func below(u *url.URL) string {
	address, _ := addressIn(u.RawQuery)
	if address == "" {
		return "/?" + u.RawQuery
	}
	// The fragment stays as it is: url.Parse knows none that is damaged.
	rest, fragment, found := strings.Cut(address, "#")
	if found {
		fragment = "#" + fragment
	}
	if at, err := url.Parse(rest); err == nil {
		return at.RequestURI() + fragment
	}
	return "/"
}

func (h *handler) inLanguage(p *preview) {
	if h.text != h.texts[0] {
		p.Card = h.text.Site.Language + "/" + p.Card
	}
}

func (h *handler) preview(l *link.Link, u *url.URL) (*preview, error) {
	page, err := h.cache.Linked(h.text, *l)
	if err != nil {
		return nil, err
	}
	shown := page.Picture()
	headline := strings.NewReplacer("<b>", "", "</b>", "").Replace(shown.Headline)
	query := shown.Query
	if shown.TooLong {
		query = u.RawQuery
	}
	p := &preview{
		Title: h.title(shown), Description: headline, Address: "/?" + query, Query: query, link: query,
		height: doc.EmbedHeight(shown), Alt: words.Fill(h.text.Worker.Alt, "headline", headline),
	}
	if len(shown.LinkFaults) > 0 {
		// A canonical link would open without a word of what is missing: this one stays as it is, and so does its card.
		p.Address = below(u)
		p.Query = "url=" + url.QueryEscape(u.Scheme+"://"+u.Host+p.Address)
	}
	for _, notice := range shown.Notices {
		p.Description = words.Fill(h.text.Worker.Notice, "description", p.Description, "notice", notice)
	}
	if p.Preset, err = h.presetOf(page); err != nil {
		return nil, err
	}
	p.Card, p.FallbackAlt = draw.UnnumberedName, h.text.Site.UnnumberedAlt
	if p.Preset != "" && len(shown.LinkFaults) == 0 {
		p.Card, p.FallbackAlt = p.Preset, p.Alt
	}
	h.inLanguage(p)
	return p, nil
}

// title names what the scenario changes, the first few of it.
func (h *handler) title(shown *page.Picture) string {
	const named = 2
	changed, n := "", 0
	for _, a := range shown.Assumptions {
		if !a.Changed {
			continue
		}
		if n++; n > named {
			continue
		}
		if changed != "" {
			changed += h.text.ListMark
		}
		changed += words.Fill(h.text.Card.Assumption, "label", a.Label, "value", a.Value)
	}
	if n == 0 {
		return h.text.Title
	}
	if n > named {
		changed = words.Fill(h.text.Worker.TitleMore, "changed", changed, "n", numbers.Grouped(itoa(n-named)))
	}
	return words.Fill(h.text.Worker.Title, "changed", changed)
}

// presetOf is the preset whose picture is the page's, or "".
func (h *handler) presetOf(page *page.Page) (string, error) {
	state, err := page.State()
	if err != nil {
		return "", err
	}
	state.Language = ""
	mine, err := link.Encode(state)
	if err != nil {
		return "", nil // too long for a link: no preset is
	}
	in, err := h.cache.Inputs(page.SnapshotName(), h.cache.Last())
	if err != nil {
		return "", err
	}
	for _, preset := range assumption.Presets() {
		if preset.Snapshot != page.SnapshotName() {
			continue
		}
		scenario, err := preset.Scenario().Resolve(in)
		if err != nil {
			return "", err
		}
		differences, err := scenario.Differences(in)
		if err != nil {
			return "", err
		}
		other, err := link.Encode(link.State{Snapshot: page.SnapshotName(), Edition: state.Edition,
			Overrides: differences})
		if err != nil {
			return "", err
		}
		if mine == other {
			return preset.Name, nil
		}
	}
	return "", nil
}
