package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// The Worker says of every link of the table what the page says of it: its preview and its card the same numbers and
// the same notices, and its tables nothing at all where there is a fault.
func TestTableOfLinks(t *testing.T) {
	data, err := os.ReadFile("../../sim/link/testdata/links.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Link, Start     string
		Faults, Unsound []string
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	h := newTestHandler(t)
	learnAll(t, h)
	for _, r := range rows {
		at := r.Link
		if !strings.Contains(at, origin) && !strings.Contains(at, "%2F") {
			at = origin + "/?" + at
		}
		l := link.Read(at, r.Start, assets.SnapshotNames())
		text := words.English()
		if l.Language != "" {
			text = h.texts[1]
		}
		shown, err := shipped.Linked(text, l, nil)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(shown.LinkFaults()); n != len(r.Faults)+len(r.Unsound) {
			t.Errorf("%s: the page has %d faults: %q", r.Link, n, shown.LinkFaults())
		}
		within := "url=" + url.QueryEscape(at)
		p := previewOf(t, h, within)
		want := strings.NewReplacer("<b>", "", "</b>", "").Replace(shown.Picture().Headline)
		for _, notice := range shown.LinkNotices() {
			want = words.Fill(h.texts[0].Worker.Notice, "description", want, "notice", notice)
			if l.Language != "" {
				want = shown.Picture().Headline
			}
		}
		if l.Language == "" && p.Description != want {
			t.Errorf("%s: the preview says %q, the page %q", r.Link, p.Description, want)
		}
		if got := mustAnswer(t, h, "/card.svg?"+
			within); string(got) != string(draw.SVG(shown.Picture(page.Hero), "gasburden.example")) {
			t.Errorf("%s: another card than the page's", r.Link)
		}
		// The address and the card in the preview are those of the same scenario, and say the same.
		if again := previewOf(t, h, "url="+url.QueryEscape(origin+p.Address)); again.Description != p.Description {
			t.Errorf("%s: the preview leads to %s, which says %q", r.Link, p.Address, again.Description)
		}
		if got := mustAnswer(t, h, "/card.svg?"+
			p.Query); string(got) != string(draw.SVG(shown.Picture(page.Hero), "gasburden.example")) {
			t.Errorf("%s: the preview shows the card of %s", r.Link, p.Query)
		}
		status := http.StatusOK
		if len(shown.LinkFaults()) > 0 {
			status = http.StatusBadRequest
		}
		if w := ask(h, "HEAD", "/result.json?"+within); w.Code != status {
			t.Errorf("%s: the table's status is %d, want %d", r.Link, w.Code, status)
		}
		if status == http.StatusBadRequest {
			status = http.StatusNotFound
		}
		if w := ask(h, "HEAD", "/oembed?"+within); w.Code != status {
			t.Errorf("%s: oEmbed's status is %d, want %d", r.Link, w.Code, status)
		}
	}
}

// The address in a request for oEmbed may come as it is: what its "&" gave to the request belongs to it.
func TestUnescapedAddress(t *testing.T) {
	for query, want := range map[string]string{
		"url=https://x.org/?v=1&fee=0.9&format=json":                          "https://x.org/?v=1&fee=0.9",
		"format=json&maxwidth=400&url=https://x.org/?v=1&fee=0.9&maxheight=9": "https://x.org/?v=1&fee=0.9",
		"url=https://x.org/?v=1&rates=0.5%2C0.9&colour=red":                   "https://x.org/?v=1&rates=0.5%2C0.9&colour=red",
		"url=https%3A%2F%2Fx.org%2F%3Fv%3D1%26fee%3D0.9&format=json&_=17":     "https://x.org/?v=1&fee=0.9",
		"url=https%3A%2F%2Fx.org%2F%3Fv%3D1&fee=0.9":                          "https://x.org/?v=1&fee=0.9",
		"url=https://x.org/study.html&fee=0.2":                                "https://x.org/study.html?fee=0.2",
		"url=https://x.org/":                                                  "https://x.org/",
		"format=json":                                                         "",
		"url=":                                                                "",
	} {
		if got, _ := addressIn(query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	h := newTestHandler(t)
	for _, query := range []string{"url=" + origin + "/?v=1&fee=0.9&adoption=none",
		"url=http://GASBURDEN.example/index.html?v=1&fee=0.9&adoption=none&format=json"} {
		if body := string(mustAnswer(t, h, "/oembed?"+query)); !strings.Contains(body, "fee=0.9") ||
			!strings.Contains(body, "adoption=none") {
			t.Errorf("%s: %s", query, body)
		}
	}
	for _, query := range []string{"url=" + origin + "/?v=1&fee=0.9&colour=red", "url=nonsense", "url=" + origin +
		"/nothing?v=1&fee=0.9"} {
		w := ask(h, "GET", "/oembed?"+query)
		if w.Code != http.StatusNotFound || !json.Valid(w.Body.Bytes()) || len(w.Body.String()) < 40 {
			t.Errorf("%s: status %d, %s", query, w.Code, w.Body)
		}
	}
}

// A link that would cost too much is previewed without a number: any at hand is another scenario's.
func TestUnnumberedPreview(t *testing.T) {
	h := newTestHandler(t)
	for query, card := range map[string]string{
		"days=7300&rates=0.1,0.2,0.3,0.4,0.5": "link", "days=7300&rates=0.1,0.2,0.3,0.4,0.5&lang=zh-CN": "zh-CN/link",
	} {
		p := previewOf(t, h, "url="+url.QueryEscape(origin+"/study?"+query))
		if p.Card != card || p.Query != "" || p.Address != "/study?"+query || p.Title == "" ||
			strings.ContainsAny(p.Title+p.Description+p.FallbackAlt, "%") {
			t.Errorf("%s: %+v", query, p)
		}
	}
	if p := previewOf(t, h, "fee=0.9"); p.Card != "link" || strings.Contains(p.FallbackAlt, "%") {
		t.Errorf("where none is drawn, the card is %+v", p)
	}
}
