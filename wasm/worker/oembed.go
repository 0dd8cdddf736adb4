package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/card"
	"github.com/gasburden/gasburden/web/shipped"
)

// embedWidth is that of an embedded chart where the other site sets no limit, px.
const embedWidth = 800

// embed is an oEmbed answer of type rich. Source: oembed.com, sections 2.3.4.
type embed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	CacheAge     int    `json:"cache_age"` // seconds
	HTML         string `json:"html"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`

	// The picture is left out where it is larger than the other site allows.
	ThumbnailURL    string `json:"thumbnail_url,omitempty"`
	ThumbnailWidth  int    `json:"thumbnail_width,omitempty"`
	ThumbnailHeight int    `json:"thumbnail_height,omitempty"`
}

func (h *handler) oembed(r *http.Request, dst []byte) ([]byte, error) {
	text := &h.text.Worker
	refuse := func(status int, sentence string, pairs ...string) error {
		return refusal{status, []string{web.Fill(sentence, pairs...)}}
	}
	given := r.URL.Query()
	if format := given.Get("format"); format != "" && format != "json" {
		return nil, refuse(http.StatusNotImplemented, text.FormatUnknown, "format", shortened(format))
	}
	limits := map[string]int{}
	for _, key := range []string{"maxwidth", "maxheight"} {
		n, ok := limit(given, key)
		if !ok {
			return nil, refuse(http.StatusBadRequest, text.SizeIllegal, "key", key, "value", shortened(given.Get(key)))
		}
		limits[key] = n
	}
	width, height := limits["maxwidth"], limits["maxheight"]
	if !given.Has("url") {
		return nil, refuse(http.StatusBadRequest, text.URLMissing)
	}
	origin := r.URL.Scheme + "://" + r.URL.Host
	query, ok := ownLink(given.Get("url"), r.URL)
	if !ok {
		return nil, refuse(http.StatusNotFound, text.URLForeign, "origin", origin)
	}
	if r.Method == http.MethodHead {
		return dst, h.check(query, mostDrawn)
	}
	p, err := h.preview(query)
	if err != nil {
		return nil, err
	}
	e := embed{
		Version: "1.0", Type: "rich", Title: p.Title, ProviderName: h.text.Card.Brand, ProviderURL: origin + "/", CacheAge: 86400,
		Width: min(embedWidth, width), Height: min(p.Height, height),
	}
	e.HTML = `<iframe src="` + escaped(origin+"/embed?"+p.Query) + `" width="` + itoa(e.Width) + `" height="` + itoa(e.Height) +
		`" title="` + escaped(p.Title) + `" style="border:0" loading="lazy"></iframe>`
	if width >= card.Width && height >= card.Height {
		e.ThumbnailURL, e.ThumbnailWidth, e.ThumbnailHeight = origin+"/card.png?"+p.Query, card.Width, card.Height
	}
	body, err := json.Marshal(e)
	return append(dst, body...), err
}

// limit is a size that the other site sets, or one larger than any picture; ok is false where it is none.
func limit(given url.Values, key string) (n int, ok bool) {
	if !given.Has(key) {
		return 1 << 20, true
	}
	n, err := strconv.Atoi(given.Get(key))
	return n, err == nil && n >= 1
}

// ownLink is the link's query in an address of a page of this site; ok is false for any other address.
func ownLink(address string, own *url.URL) (query string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != own.Scheme || u.Host != own.Host || u.User != nil {
		return "", false
	}
	query = link.Query(address)
	page := strings.TrimSuffix(strings.TrimPrefix(u.Path, "/"), ".html")
	page, chinese := strings.CutSuffix(page, "-"+web.Chinese)
	language := ""
	if chinese {
		language = web.Chinese
	}
	if page == "" || page == "index" || page == "embed" {
		if query == "" && chinese {
			query, err = link.Encode(link.State{Snapshot: assets.DefaultSnapshot, Language: language})
		}
		return query, err == nil
	}
	preset, err := sim.PresetNamed(page)
	if err != nil {
		return "", false
	}
	start, err := shipped.PresetQuery(&preset, language)
	return link.Over(start, query), err == nil
}

func itoa(n int) string { return strconv.Itoa(n) }

func shortened(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
