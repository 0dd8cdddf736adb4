package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

const origin = "https://gasburden.example"

// newTestHandler has the figures that nearly every link needs.
func newTestHandler(t testing.TB) *handler {
	t.Helper()
	h, err := newHandler(words.English(), words.InChinese())
	if err != nil {
		t.Fatal(err)
	}
	learnFile(t, h, assets.StudySnapshot)
	learnFile(t, h, assets.DefaultSnapshot)
	past, err := assets.BuildPast()
	if err != nil {
		t.Fatal(err)
	}
	data, err := assets.EncodePast(past)
	if err != nil {
		t.Fatal(err)
	}
	h.learn(assets.PastFile, data)
	return h
}

// learnFile hands over the figures of a snapshot.
func learnFile(t testing.TB, h *handler, snapshot string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "data", "packs", snapshot+".json"))
	if err != nil {
		t.Fatal(err)
	}
	h.learn("data/"+snapshot+".json", data)
}

func ask(h http.Handler, method, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, origin+address, nil))
	return w
}

// mustAnswer is the body of an answer to GET that has to be a good one.
func mustAnswer(t *testing.T, h http.Handler, address string) []byte {
	t.Helper()
	w := ask(h, "GET", address)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d: %.300s", address, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func checkXML(t *testing.T, text []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("not well formed: %v\n%.300s", err, text)
		}
	}
}

// pageOf is the page as all other programs open the link.
func pageOf(t *testing.T, query string) *page.Page {
	t.Helper()
	page, err := shipped.Page(words.English(), query, nil)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// learnAll hands over what the site has.
func learnAll(t testing.TB, h *handler) {
	t.Helper()
	for _, name := range assets.SnapshotNames() {
		learnFile(t, h, name)
	}
}

func TestCard(t *testing.T) {
	h := newTestHandler(t)
	learnAll(t, h)
	for _, query := range []string{"", "v=1&fee=1&by=outflow", "snapshot=2025-09-09&rates=0.2,0.9",
		"rates=2023-08-01:0.1_2024-08-01:0.9&utm_source=forum&fbclid=x"} {
		got := mustAnswer(t, h, "/card.svg?"+query)
		checkXML(t, got)
		if want := draw.SVG(pageOf(t, query).Picture(page.Hero), "gasburden.example"); !bytes.Equal(got, want) {
			t.Errorf("%q: the card differs from the one that other programs draw", query)
		}
	}
}

func TestResultJSON(t *testing.T) {
	h := newTestHandler(t)
	for _, query := range []string{"", "fee=1&rates=0.5", "model=99&fee=2"} {
		page := pageOf(t, query)
		want, err := page.Result.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		got := mustAnswer(t, h, "/result.json?"+query)
		if !json.Valid(got) {
			t.Fatalf("%q: not JSON: %.200s", query, got)
		}
		if !bytes.HasSuffix(got, want[1:]) {
			t.Errorf("%q: the result differs from `gasburden run -format json`", query)
		}
		var all struct {
			Link struct {
				Query   string
				Notices []string
			}
		}
		if err := json.Unmarshal(got, &all); err != nil {
			t.Fatal(err)
		}
		if link, _ := page.Link(); all.Link.Query != link {
			t.Errorf("%q: link %q, want %q", query, all.Link.Query, link)
		}
		if len(all.Link.Notices) != len(page.LinkNotices()) ||
			strings.Contains(query, "model=99") != (len(all.Link.Notices) > 0) {
			t.Errorf("%q: notices %q, the page has %q", query, all.Link.Notices, page.LinkNotices())
		}
	}
}

func TestResultCSV(t *testing.T) {
	h := newTestHandler(t)
	query := "model=99&fee=2&days=30"
	page := pageOf(t, query)
	want, err := page.Result.AppendCSV(nil)
	if err != nil {
		t.Fatal(err)
	}
	got := string(mustAnswer(t, h, "/result.csv?"+query))
	head, found := strings.CutSuffix(got, string(want))
	if !found {
		t.Fatal("the table differs from `gasburden run -format csv`")
	}
	link, _ := page.Link()
	if len(page.LinkNotices()) == 0 || head != "# link = "+link+"\n# notice: "+page.LinkNotices()[0]+"\n" {
		t.Errorf("it begins with %q", head)
	}
}

// Figures of other snapshots are files of the site, handed over when a link needs them.
func TestNeeds(t *testing.T) {
	h := newTestHandler(t)
	w := ask(h, "GET", "/result.json?snapshot=2025-09-09&days=10")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("X-Needs") != "data/2025-09-09.json" {
		t.Fatalf("status %d, needs %q", w.Code, w.Header().Get("X-Needs"))
	}
	h.learn("data/2025-09-09.json", nil)
	if w := ask(h, "GET", "/result.json?snapshot=2025-09-09"); w.Code != http.StatusInternalServerError ||
		w.Header().Get("X-Needs") != "" {
		t.Errorf("a file that the site lacks: status %d, needs %q", w.Code, w.Header().Get("X-Needs"))
	}
	if w := ask(h, "GET", "/result.json?snapshot=2025-09-09"); w.Header().Get("X-Needs") == "" {
		t.Error("a file that the site lacked once is never asked for again")
	}
	h.learn("data/2025-09-09.json", []byte(`{"version":3}`))
	if w := ask(h, "GET", "/result.json?snapshot=2025-09-09"); w.Code != http.StatusInternalServerError {
		t.Errorf("a broken pack: status %d", w.Code)
	}
	data, err := os.ReadFile("../../assets/data/packs/2023-07-31.json")
	if err != nil {
		t.Fatal(err)
	}
	h.learn("data/2025-09-09.json", data)
	if w := ask(h, "GET", "/result.json?snapshot=2025-09-09"); w.Code != http.StatusInternalServerError {
		t.Errorf("the pack of another snapshot: status %d", w.Code)
	}
	learnAll(t, h)
	if body := mustAnswer(t, h, "/result.json?snapshot=2025-09-09&days=10"); !bytes.Contains(body,
		[]byte(`"snapshot":"2025-09-09"`)) {
		t.Error("the result is of another snapshot")
	}
}

func TestHead(t *testing.T) {
	h := newTestHandler(t)
	for address, status := range map[string]int{
		"/card.svg?fee=1": 200, "/result.json?fee=1": 200, "/result.csv": 200, "/card.svg?fee=-1": 200,
		"/result.csv?fee=-1": 400, "/nothing": 404,
		"/oembed?url=" + origin + "/": 200, "/oembed?url=https://example.org/": 404,
	} {
		if w := ask(h, "HEAD", address); w.Code != status || w.Body.Len() > 0 {
			t.Errorf("HEAD %s: status %d with %d bytes, want %d without any", address, w.Code, w.Body.Len(), status)
		}
	}
	if n := testing.AllocsPerRun(5, func() { ask(h, "HEAD", "/result.json") }); n > 2000 {
		t.Errorf("HEAD makes %v allocations: it simulates", n)
	}
}

// A broken answer is the fault of one request.
func TestPanic(t *testing.T) {
	h := newTestHandler(t)
	before := h.routes["/card.svg"].answer
	h.routes["/card.svg"].answer = func(*http.Request, []byte) ([]byte, error) { panic("asked for by a test") }
	if w := ask(h, "GET", "/card.svg"); w.Code != http.StatusInternalServerError ||
		strings.Contains(w.Body.String(), "asked for") {
		t.Errorf("status %d: %.200s", w.Code, w.Body)
	}
	mustAnswer(t, h, "/result.csv?days=5")
	h.routes["/card.svg"].answer = before
	mustAnswer(t, h, "/card.svg")
}

func TestConcurrent(t *testing.T) {
	h := newTestHandler(t)
	query := func(i int) string { return fmt.Sprintf("/result.csv?days=20&fee=%d", 1+i%7) }
	want := make([][]byte, 7)
	for i := range want {
		want[i] = mustAnswer(t, h, query(i))
	}
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			if got := ask(h, "GET", query(i)).Body.Bytes(); !bytes.Equal(got, want[i%7]) {
				t.Errorf("request %d got another answer than alone", i)
			}
		})
	}
	all.Wait()
}

// A link's language is the answer's, one request long.
func TestLanguageOfALink(t *testing.T) {
	h := newTestHandler(t)
	const chinese = "净流量"
	for address, want := range map[string]bool{
		"/card.svg?fee=1":            false,
		"/card.svg?fee=1&lang=zh-CN": true,
		"/card.svg?fee=1&lang=fr":    false,
		"/meta?fee=1&lang=zh-CN":     true,
		"/oembed?url=" + url.QueryEscape(origin+"/?fee=1&lang=zh-CN"): false, // its title names the assumption
	} {
		body := ask(h, http.MethodGet, address).Body.String()
		if got := strings.Contains(body, chinese); got != want {
			t.Errorf("%s: in Chinese %v, want %v: %.300s", address, got, want, body)
		}
	}
	if body := ask(h, http.MethodGet, "/oembed?url="+
		url.QueryEscape(origin+"/?fee=1&lang=zh-CN")).Body.String(); !strings.Contains(body, "基础费") {
		t.Errorf("oEmbed: %s", body)
	}
	if body := ask(h, http.MethodGet,
		"/card.svg?days=7300&rates=0.1,0.2,0.3&lang=zh-CN").Body.String(); !strings.Contains(body, "此链接无法绘图") ||
		!strings.Contains(body, "7300") {
		t.Errorf("the refusal is not in Chinese: %s", body)
	}
	if body := ask(h, http.MethodGet, "/result.csv?seed=-3&lang=zh-CN").Body.String(); !strings.Contains(body,
		"9007199254740991 的整数") {
		t.Errorf("the refusal is not in Chinese: %s", body)
	}
}
