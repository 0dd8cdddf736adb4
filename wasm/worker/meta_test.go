package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
)

func previewOf(t *testing.T, h *handler, query string) preview {
	t.Helper()
	var p preview
	if err := json.Unmarshal(mustAnswer(t, h, "/meta?"+query), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// The address of a preset's page has its scenario, with what its query lays over it.
func TestMetaOfAddress(t *testing.T) {
	h := newTestHandler(t)
	learnAll(t, h)
	at := func(address string) preview { return previewOf(t, h, "url="+url.QueryEscape(origin+address)) }
	if p := at("/study"); p.Preset != "study" {
		t.Errorf("the study's page: %+v", p)
	}
	if p := at("/today.html?fee=2"); p.Preset != "" || !strings.Contains(p.Query, "snapshot=2025-09-09") ||
		!strings.Contains(p.Query, "fee=2") {
		t.Errorf("today's page with a base fee: %+v", p)
	}
	if p := at("/study?v=2&snapshot=" + assumption.DefaultSnapshot); p.Preset != "stayed" {
		t.Errorf("a whole link stands by itself: %+v", p)
	}
	for _, address := range []string{origin + "/method?fee=2", "https://example.org/study"} {
		if status := ask(h, "GET", "/meta?url="+url.QueryEscape(address)).Code; status != http.StatusNotFound {
			t.Errorf("%s: status %d", address, status)
		}
	}
}

// A preset's link is known by whatever name it comes, and only that.
func TestPresetOf(t *testing.T) {
	h := newTestHandler(t)
	learnAll(t, h)
	for _, preset := range assumption.Presets() {
		query, err := link.Encode(link.State{Snapshot: preset.Snapshot, Overrides: preset.Overrides})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range []string{query, query + "&lang=en", query + "&band=80", previewOf(t, h, query).Query} {
			if p := previewOf(t, h, q); p.Preset != preset.Name || p.Card != preset.Name || p.FallbackAlt != p.Alt {
				t.Errorf("%s: %s is taken for the preset %q", preset.Name, q, p.Preset)
			}
		}
		for _, q := range []string{query + "&by=outflow", query + "&smoothing=31"} {
			if p := previewOf(t, h, q); p.Preset != "" || p.Card != "link" || p.FallbackAlt == p.Alt {
				t.Errorf("%s is taken for the preset %q", q, p.Preset)
			}
		}
	}
	if p := previewOf(t, h, "snapshot=2025-09-09&gas=regime&fee=1&direct=0.15"); p.Preset != "" {
		t.Errorf("the study's assumptions on another network are taken for the preset %q", p.Preset)
	}
}

// newest is the number of the edition that links name.
func newest(t *testing.T) string {
	t.Helper()
	editions, err := assets.Editions()
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(len(editions))
}

func TestPreview(t *testing.T) {
	h := newTestHandler(t)
	p := previewOf(t, h, "fee=1&onboarding=4&renewal=0.5&days=700")
	if !strings.HasPrefix(p.Title, "Base fee 1 nanoFIL, ") || !strings.Contains(p.Title, "and 2 more:") {
		t.Errorf("title %q", p.Title)
	}
	if p.Query != "v=1&snapshot=2023-07-31&model="+newest(t)+"&days=700&onboarding=4&renewal=0.5&fee=1" {
		t.Errorf("query %q", p.Query)
	}
	if !strings.Contains(p.Description, "75 %") || strings.Contains(p.Description, "<b>") ||
		!strings.Contains(p.Alt, p.Description) {
		t.Errorf("description %q, alt %q", p.Description, p.Alt)
	}
	if got := previewOf(t, h, ""); got.Title != h.text.Title {
		t.Errorf("title of the default scenario %q", got.Title)
	}
	// A link that was made with other figures says so wherever it is shown.
	if got := previewOf(t, h, "model=99").Description; !strings.Contains(got, "edition 99") {
		t.Errorf("description %q does not speak of edition 99", got)
	}
}

func TestOEmbed(t *testing.T) {
	h := newTestHandler(t)
	of := func(address, more string) string { return "/oembed?url=" + url.QueryEscape(address) + more }
	read := func(address string) embed {
		var e embed
		if err := json.Unmarshal(mustAnswer(t, h, address), &e); err != nil {
			t.Fatal(err)
		}
		return e
	}
	e := read(of(origin+"/?fee=1&utm_source=x", "&format=json"))
	query := "v=1&snapshot=2023-07-31&model=" + newest(t) + "&fee=1"
	if e.Version != "1.0" || e.Type != "rich" || e.Width != embedWidth || e.Height != 970 || e.ProviderURL != origin+
		"/" || e.ProviderName == "" || e.Title == "" {
		t.Errorf("%+v", e)
	}
	if !strings.Contains(e.HTML, `src="`+origin+`/embed?`+strings.ReplaceAll(query, "&", "&amp;")+`"`) ||
		!strings.Contains(e.HTML, `width="800" height="970"`) {
		t.Error(e.HTML)
	}
	if e.ThumbnailURL != origin+"/card.png?"+query || e.ThumbnailWidth != 1200 || e.ThumbnailHeight != 630 {
		t.Errorf("thumbnail %s, %d by %d", e.ThumbnailURL, e.ThumbnailWidth, e.ThumbnailHeight)
	}
	if e := read(of(origin+"/", "&maxwidth=400&maxheight=300")); e.Width != 400 || e.Height != 300 ||
		e.ThumbnailURL != "" || !strings.Contains(e.HTML, `width="400" height="300"`) {
		t.Errorf("limits are not kept: %+v", e)
	}
	if e := read(of(origin+"/embed.html?controls=fee,adoption", "")); e.Height != 1180 ||
		!strings.Contains(e.HTML, "controls=fee,adoption") {
		t.Errorf("with two controls: %+v", e)
	}
	if e := read(of(origin+"/refilled.html?fee=0.2", "")); !strings.Contains(e.HTML, "rebound=1") ||
		!strings.Contains(e.HTML, "fee=0.2") {
		t.Errorf("of a preset's page with a base fee: %+v", e)
	}
	if e := read(of(origin+"/study-zh-CN.html", "")); !strings.Contains(e.HTML, "gas=regime") ||
		!strings.Contains(e.HTML, "lang=zh-CN") || !strings.Contains(e.Title, "基础费") {
		t.Errorf("of the study's page in Chinese: %+v", e)
	}
	if e := read(of(origin+"/index-zh-CN", "")); !strings.Contains(e.HTML, "lang=zh-CN") {
		t.Errorf("of the page in Chinese: %+v", e)
	}
	if e := read(of(origin+"/study.html", "")); !strings.Contains(e.HTML, "gas=regime") {
		t.Errorf("the preset's page gives %s", e.HTML)
	}
	if e := read(of(origin+"/#fee=3", "")); !strings.Contains(e.HTML, "fee=3") {
		t.Errorf("a link in the fragment gives %s", e.HTML)
	}
	for address, status := range map[string]int{
		"/oembed":                                              400,
		of(origin+"/", "&maxwidth=0"):                          400,
		of(origin+"/", "&maxheight=many"):                      400,
		of(origin+"/", "&format=xml"):                          501,
		of("https://example.org/?fee=1", ""):                   404,
		of("http://GasBurden.example:80/index.html/", ""):      200,
		of("https://gasburden.example.evil.example/", ""):      404,
		of("https://gasburden.example@evil.example/", ""):      404,
		of("https://me:secret@gasburden.example/", ""):         404,
		of("https://gasburden.example:8443/", ""):              404,
		of("//gasburden.example/", ""):                         404,
		of("javascript:alert(1)", ""):                          404,
		of(origin+"/app.wasm.xz", ""):                          404,
		of(origin+"/?x=1", ""):                                 404,
		of(origin+"/?fee=-1", ""):                              404,
		of(origin+"/?fee=0.", ""):                              404,
		of(origin+"/?days=7300&rates=0.1,0.2,0.3,0.4,0.5", ""): 404,
		of(origin+"/method", ""):                               404,
		of(origin+"/tomorrow.html?fee=1", ""):                  404,
		of(origin+"/?model=99", "&for=true"):                   200,
	} {
		w := ask(h, "GET", address)
		if w.Code != status {
			t.Errorf("%s: status %d, want %d: %s", address, w.Code, status, w.Body)
		}
		if !json.Valid(w.Body.Bytes()) || w.Header().Get("Content-Type") != jsonType {
			t.Errorf("%s: not JSON: %s", address, w.Body)
		}
	}
	if w := ask(h, http.MethodGet, of(origin+`/?fee=1&lang="><script>`, "")); strings.Contains(w.Body.String(),
		"<script") {
		t.Errorf("%s", w.Body)
	}
}
