package main

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
)

// preview is what other sites show of a link. entry.mjs makes addresses of it.
type preview struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Alt         string `json:"alt"`         // of the link's own card
	Query       string `json:"query"`       // canonical
	Preset      string `json:"preset"`      // the preset whose card is that of the link, or ""
	Card        string `json:"card"`        // that stands in where none is drawn, a preset's, in the folder of cards
	FallbackAlt string `json:"fallbackAlt"` // of that card
	Height      int    `json:"-"`           // of an embedded chart, px
}

// meta answers a link, or with url the address of a page, whose query may lie over the scenario of a preset.
func (h *handler) meta(r *http.Request, dst []byte) ([]byte, error) {
	query := r.URL.RawQuery
	if address := r.URL.Query().Get("url"); address != "" {
		own, ok := ownLink(address, r.URL)
		if !ok {
			return nil, refusal{http.StatusNotFound, []string{h.text.Worker.NotFound}}
		}
		query = own
	}
	p, err := h.preview(query)
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(p)
	return append(dst, body...), err
}

func (h *handler) preview(query string) (*preview, error) {
	page, err := h.open(query, mostDrawn)
	if err != nil {
		return nil, err
	}
	headline := strings.NewReplacer("<b>", "", "</b>", "").Replace(page.Headline())
	p := &preview{
		Title: h.title(page), Description: headline, Query: canonical(page, query),
		Height: page.EmbedHeight(), Alt: web.Fill(h.text.Worker.Alt, "headline", headline),
	}
	for _, notice := range page.LinkNotices {
		p.Description = web.Fill(h.text.Worker.Notice, "description", p.Description, "notice", notice)
	}
	p.Card = sim.Presets()[0].Name
	if p.Preset, err = h.presetOf(page); err != nil {
		return nil, err
	}
	if p.Preset != "" {
		p.Card, p.FallbackAlt = p.Preset, p.Alt
	} else {
		p.FallbackAlt = web.Fill(h.text.Worker.AltPreset, "preset", h.text.Preset[p.Card].Label)
	}
	if h.text != h.texts[0] {
		p.Card = h.text.Site.Language + "/" + p.Card
	}
	return p, nil
}

// title names what the scenario changes, the first few of it.
func (h *handler) title(page *web.Page) string {
	const named = 2
	changed, n := "", 0
	for _, a := range page.Assumptions() {
		if !a.Changed {
			continue
		}
		if n++; n > named {
			continue
		}
		if changed != "" {
			changed += h.text.ListMark
		}
		changed += web.Fill(h.text.Card.Assumption, "label", a.Label, "value", a.Value)
	}
	if n == 0 {
		return h.text.Title
	}
	if n > named {
		changed = web.Fill(h.text.Worker.TitleMore, "changed", changed, "n", web.Grouped(itoa(n-named)))
	}
	return web.Fill(h.text.Worker.Title, "changed", changed)
}

// presetOf is the preset whose picture is the page's, or "".
func (h *handler) presetOf(page *web.Page) (string, error) {
	state, err := page.State()
	if err != nil {
		return "", err
	}
	state.Language = ""
	mine, err := link.Encode(state)
	if err != nil {
		return "", nil // too long for a link: no preset is
	}
	in, err := h.shelf.Inputs(page.SnapshotName(), h.shelf.Last())
	if err != nil {
		return "", err
	}
	for _, preset := range sim.Presets() {
		if preset.Snapshot(assets.SnapshotNames()) != page.SnapshotName() {
			continue
		}
		scenario, err := preset.On(assets.SnapshotNames()).Resolve(in)
		if err != nil {
			return "", err
		}
		differences, err := scenario.Differences(in)
		if err != nil {
			return "", err
		}
		other, err := link.Encode(link.State{Snapshot: page.SnapshotName(), Edition: state.Edition, Overrides: differences})
		if err != nil {
			return "", err
		}
		if mine == other {
			return preset.Name, nil
		}
	}
	return "", nil
}
