package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/words"
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
		return refusal{status, []string{words.Fill(sentence, pairs...)}}
	}
	address, given := addressIn(r.URL.RawQuery)
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
	if address == "" {
		return nil, refuse(http.StatusBadRequest, text.URLMissing)
	}
	origin := r.URL.Scheme + "://" + r.URL.Host
	l, own, err := read(r.URL)
	if err != nil {
		return nil, err
	}
	if !own {
		return nil, refuse(http.StatusNotFound, text.URLForeign, "origin", origin)
	}
	// The other site shows the link itself where it is given no chart, and the page then says what is wrong with it.
	if err := h.check(&l, mostDrawn, true); err != nil || r.Method == http.MethodHead {
		var no refusal
		if errors.As(err, &no) {
			no.status = http.StatusNotFound // oembed.com, section 2.3.5: no response for that url
			err = no
		}
		return dst, err
	}
	p, err := h.preview(&l, r.URL)
	if err != nil {
		return nil, err
	}
	e := embed{
		Version: "1.0", Type: "rich", Title: p.Title, ProviderName: h.text.Card.Brand, ProviderURL: origin + "/",
		CacheAge: 86400,
		Width:    min(embedWidth, width), Height: min(p.height, height),
	}
	e.HTML = `<iframe src="` + escaped(origin+"/embed?"+p.link) + `" width="` + itoa(e.Width) + `" height="` +
		itoa(e.Height) +
		`" title="` + escaped(p.Title) + `" style="border:0" loading="lazy"></iframe>`
	if width >= draw.Width && height >= draw.Height {
		e.ThumbnailURL, e.ThumbnailWidth, e.ThumbnailHeight = origin+"/card.png?"+p.link, draw.Width, draw.Height
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

func itoa(n int) string { return strconv.Itoa(n) }

func shortened(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
